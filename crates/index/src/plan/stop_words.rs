//! Words that a question can do without.

use verbale_analysis::field_languages;
use verbale_statement::Language;

use super::Clause;

/// Whether a condition is a word that says nothing about what a text is about. Where any word of a question will do,
/// such words only stir up the order of the hits. The stop word of one language may be the word that counts in another
/// (Italian come, English was), so the question has to be in the language.
pub(super) fn is_stop_word(clause: &Clause, languages: &[Language]) -> bool {
    !languages.is_empty() && languages.iter().all(|language| stops(clause, *language))
}

fn stops(clause: &Clause, language: Language) -> bool {
    matches!(clause, Clause::Text { pattern, .. } if pattern.is_stop_word(language))
}

/// The languages that a question may be in: those of which it has the most stop words.
pub(super) fn languages_of(clauses: &[Clause]) -> Vec<Language> {
    let count = |language: &Language| clauses.iter().filter(|clause| stops(clause, *language)).count();
    let most = field_languages().map(|language| count(&language)).max().filter(|most| *most > 0);
    field_languages().filter(|language| Some(count(language)) == most).collect()
}
