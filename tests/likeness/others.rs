//! Other statements in the words of a real one: another occasion, told after the same pattern.

use std::collections::HashMap;

use fastrand::Rng;
use verbale_statement::Statement;

use crate::copies::shortened;

/// Names that stand for names.
const NAMES: [&str; 12] = [
    "Zarkova",
    "Ibernia",
    "Montclair",
    "Ostrava",
    "Quillon",
    "Rasmund",
    "Thessaly",
    "Ulverton",
    "Wexmoor",
    "Yardley",
    "Ferrandine",
    "Galbraith",
];

/// The statement with other names and numbers, each by another one throughout: none if it has too few of them to be
/// another one.
pub fn of(original: &Statement, random: &mut Rng) -> impl Iterator<Item = Statement> {
    let mut instead: HashMap<String, String> = HashMap::new();
    let mut statement = original.clone();
    statement.id = format!("{}~other", shortened(original)).parse().unwrap();
    let (mut changed, mut all) = (0, 0);
    for paragraph in &mut statement.paragraphs {
        let mut is_first = true;
        let words = paragraph.text.split(' ').map(|word| {
            all += 1;
            let core = word.trim_matches(|c: char| !c.is_alphanumeric());
            let is_number = !core.is_empty() && core.chars().all(|c| c.is_ascii_digit());
            let is_name = !is_first && core.chars().count() > 3 && core.starts_with(char::is_uppercase);
            is_first = word.ends_with(['.', '!', '?', ':']);
            if !is_number && !is_name {
                return word.to_owned();
            }
            changed += 1;
            let other = instead.entry(core.to_owned()).or_insert_with(|| {
                if is_number {
                    (random.u32(1..30) + core.len() as u32 * 31).to_string()
                } else {
                    random.choice(NAMES).unwrap().to_string()
                }
            });
            word.replacen(core, other, 1)
        });
        paragraph.text = words.collect::<Vec<_>>().join(" ");
    }
    // One in forty words is what a report of another visit differs in.
    (changed * 40 >= all && changed >= 3).then_some(statement).into_iter()
}
