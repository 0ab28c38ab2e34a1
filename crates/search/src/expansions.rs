//! What a reader is told of wildcards and words that may be misspelt.

use verbale_index::Expansion;
use verbale_query::Note;

/// The notes on a query as `typed`, and one more for each pattern that fits more words than are searched, or none.
pub(crate) fn notes(typed: &str, mut notes: Vec<Note>, expansions: &[Expansion]) -> Vec<Note> {
    for expansion in expansions {
        let Expansion { pattern, words, found } = expansion;
        let message = match (words.len(), found) {
            (0, None) => format!(
                "There are too many wildcards and words with ~ in one query; {pattern} finds nothing."
            ),
            (0, Some(0)) => format!("No word in the statements fits {pattern}."),
            (searched, Some(found)) if searched < *found => {
                format!("{pattern} fits {found} words; the {searched} most frequent are searched.")
            }
            _ => continue,
        };
        notes.push(Note { span: place(typed, pattern), message });
    }
    notes.sort_by_key(|note| (note.span.start, note.span.end));
    notes
}

/// Where `pattern`, whose letters are folded, stands in what was typed; all of it if that can't be told.
fn place(typed: &str, pattern: &str) -> std::ops::Range<usize> {
    let letters = pattern.split('~').next().unwrap_or_default();
    let behind = |start: usize| {
        let (mut wanted, mut end) = (letters.chars(), start);
        let mut next = wanted.next();
        for own in typed[start..].chars() {
            let Some(letter) = next else { break };
            if !own.to_lowercase().eq(letter.to_lowercase()) {
                return None;
            }
            end += own.len_utf8();
            next = wanted.next();
        }
        (next.is_none() && end > start).then_some(start..end)
    };
    typed.char_indices().find_map(|(start, _)| behind(start)).unwrap_or(0..typed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_words_and_none_are_said_where_the_pattern_stands() {
        let of = |pattern: &str, words: usize, found| Expansion {
            pattern: pattern.into(),
            words: vec!["w".into(); words],
            found: Some(found),
        };
        let typed = "peace SANCT* goverment~";
        let expansions = [of("goverment~2", 0, 0), of("sanct*", 50, 312), of("peac*", 3, 3)];
        let told = notes(typed, Vec::new(), &expansions);
        let told: Vec<_> =
            told.iter().map(|note| (&typed[note.span.clone()], note.message.as_str())).collect();
        assert_eq!(
            told,
            [
                ("SANCT*", "sanct* fits 312 words; the 50 most frequent are searched."),
                ("goverment", "No word in the statements fits goverment~2."),
            ]
        );
    }
}
