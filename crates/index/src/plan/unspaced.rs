//! Questions in a script without spaces, of which any word will do.
//!
//! Such a text is searched by pairs of characters, and not every pair is a word. One with a character that has only
//! grammar to tell, such as 的毛, is more often the border between two words; and of a word that the text has in another
//! form, 宋 for 宋朝, one character may be left.

use verbale_analysis::Analyzer;
use verbale_statement::Language;

use super::{Clause, Pattern, Scope};

/// What a pair counts for each character of it that says nothing.
const WITH_STOP_WORD: f32 = 0.6;

/// What a single character counts beside a word.
const CHARACTER: f32 = 0.5;

/// The conditions of a question with its pairs weighed.
pub(super) fn weighed(clauses: Vec<Clause>) -> Vec<Clause> {
    let weigh = |clause: Clause| match pair(&clause).map(|pattern| stop_words(pattern).count()) {
        None | Some(0) => clause,
        Some(1) => Clause::Boost { clause: Box::new(clause), factor: WITH_STOP_WORD },
        Some(_) => Clause::Boost { clause: Box::new(clause), factor: WITH_STOP_WORD * WITH_STOP_WORD },
    };
    clauses.into_iter().map(weigh).collect()
}

/// The characters of a question's pairs that say something, each once.
pub(super) fn characters(clauses: &[Clause], languages: &[Language]) -> Vec<Clause> {
    let mut all: Vec<&str> = Vec::new();
    for pattern in clauses.iter().filter_map(pair) {
        let said = characters_of(pattern).filter(|character| !is_stop_word(pattern, character));
        for character in said.collect::<Vec<_>>() {
            if !all.contains(&character) {
                all.push(character);
            }
        }
    }
    let clause = |character: &str| Clause::Boost {
        clause: Box::new(Clause::Text { scope: Scope::Text, pattern: Pattern::phrase(character, languages) }),
        factor: CHARACTER,
    };
    all.into_iter().map(clause).collect()
}

fn pair(clause: &Clause) -> Option<&Pattern> {
    match clause {
        Clause::Text { scope: Scope::Text, pattern } if pattern.is_pair() => Some(pattern),
        _ => None,
    }
}

fn stop_words(pattern: &Pattern) -> impl Iterator<Item = &str> {
    characters_of(pattern).filter(|character| is_stop_word(pattern, character))
}

fn characters_of(pattern: &Pattern) -> impl Iterator<Item = &str> {
    pattern.exact.first().into_iter().flatten().map(String::as_str)
}

fn is_stop_word(pattern: &Pattern, character: &str) -> bool {
    pattern.stems.iter().any(|(language, _)| Analyzer::of(*language).is_stop_word(character))
}
