//! For which states a statement is made, where the names of its organisation and of its speakers' affiliations say it:
//! a state by itself, or a body of one, such as a ministry or a mission.
//!
//! Where a body merely is, or to whom it is sent, counts for nothing: an embassy in France isn't France's.

mod words;

use verbale_statement::{Country, Speaker};

use words::{ABROAD, AND, AT_HOME, JOINTS, PLACES};

/// The most words in the name of a state, with articles and the words for its form: "of the United Kingdom of Great
/// Britain and Northern Ireland".
const LONGEST: usize = 12;

/// How many words behind the name of a state its body may be named: "United States Department of State".
const NEAR: usize = 3;

/// The states for which speakers and organisation speak, in the order of their names' appearance.
pub(crate) fn spoken_for(speakers: &[Speaker], organisation: Option<&str>) -> Vec<Country> {
    let affiliations = speakers.iter().filter_map(|speaker| speaker.affiliation.as_deref());
    organisation.into_iter().chain(affiliations).flat_map(in_name).collect()
}

/// The states that a name says it belongs to.
fn in_name(name: &str) -> Vec<Country> {
    if let Some(country) = Country::named(name).or_else(|| unspaced(name)) {
        return vec![country];
    }
    let words = words(name);
    let has_body = |words: &[Word<'_>]| words.iter().any(|word| word.is_any(AT_HOME) || word.is_any(ABROAD));
    let mut countries = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((country, end)) = named_at(name, &words, at) else {
            at += 1;
            continue;
        };
        let (before, behind) = (&words[..at], &words[end..]);
        let is_owner = has_body(before) || at == 0 && has_body(&behind[..behind.len().min(NEAR)]);
        match before.last() {
            Some(last) if PLACES.contains(&last.lower.as_str()) => at = end,
            Some(last) if last.is_part_of_name_with(&words[at]) => at += 1,
            Some(last) if last.ends_clause && before.iter().any(|word| word.is_any(ABROAD)) => at = end,
            _ if is_owner => {
                countries.push(country);
                let next = &words[end..];
                let goes_on = next.first().is_some_and(|word| AND.contains(&word.lower.as_str()));
                let Some(more) = goes_on.then(|| named_at(name, &words, end + 1)).flatten() else { break };
                countries.push(more.0);
                break;
            }
            _ => at = end,
        }
    }
    countries
}

/// The state that is named from the word `at` on, by as many words as possible, and where the next word is.
fn named_at(name: &str, words: &[Word<'_>], at: usize) -> Option<(Country, usize)> {
    let first = words.get(at)?;
    (at + 1..=words.len().min(at + LONGEST)).rev().find_map(|end| {
        let last = words[end - 1].start + words[end - 1].text.len();
        let part = &name[first.start..last];
        Some((Country::named(part).or_else(|| abbreviated(part)).or_else(|| without_preposition(part))?, end))
    })
}

/// The state whose short name in small letters is a word, and so no name to [`Country::named`].
fn abbreviated(part: &str) -> Option<Country> {
    matches!(part, "US" | "U.S").then(|| "US".parse().ok())?
}

/// The state behind the Arabic preposition that is written as one with it.
fn without_preposition(part: &str) -> Option<Country> {
    let bare = part.strip_prefix('ل')?;
    let definite = bare.strip_prefix('ل').map(|rest| format!("ال{rest}"));
    Country::named(definite.as_deref().unwrap_or(bare))
}

/// The state with which a name in Chinese begins, if a body of it follows.
fn unspaced(name: &str) -> Option<Country> {
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).collect::<Vec<_>>();
    ends.into_iter().rev().find_map(|end| {
        let (state, body) = name.split_at(end);
        words::UNSPACED.iter().any(|word| body.starts_with(word)).then(|| Country::named(state))?
    })
}

/// A word of a name.
struct Word<'a> {
    text: &'a str,
    lower: String,
    /// Where it begins, in bytes.
    start: usize,
    /// Whether a comma or a bracket stands behind it.
    ends_clause: bool,
}

impl Word<'_> {
    fn is_any(&self, beginnings: &[&str]) -> bool {
        beginnings.iter().any(|beginning| self.lower.starts_with(beginning))
    }

    fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether this word and the next may be one name that only ends like a state's: "Northern Ireland".
    fn is_part_of_name_with(&self, next: &Word<'_>) -> bool {
        self.is_capital()
            && next.is_capital()
            && !self.ends_clause
            && !JOINTS.contains(&self.lower.as_str())
            && !self.is_any(AT_HOME)
            && !self.is_any(ABROAD)
    }
}

fn words(name: &str) -> Vec<Word<'_>> {
    let is_part = |c: char| c.is_alphanumeric();
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut from = 0;
    while let Some(start) = name[from..].find(is_part).map(|at| from + at) {
        if let Some(last) = words.last_mut() {
            last.ends_clause = name[from..start].contains([',', '(', ';', ':']);
        }
        let end = name[start..].find(|c| !is_part(c)).map_or(name.len(), |at| start + at);
        let text = &name[start..end];
        words.push(Word { text, lower: text.to_lowercase(), start, ends_clause: false });
        from = end;
    }
    words
}

#[cfg(test)]
mod tests;
