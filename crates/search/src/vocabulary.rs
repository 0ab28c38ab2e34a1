//! The words by which a statement answers a query, counted.

use std::collections::HashMap;

use verbale_analysis::{Analyzer, Found, field_language};
use verbale_index::{Part, Pattern};
use verbale_statement::{Language, Statement};

use crate::highlight::Highlighter;

/// A stem of a language; in text without a language, an exact form.
pub(crate) type Word = (Language, String);

/// How often each word that says something stands in the title and those paragraphs that answer the query: a long
/// statement is about many things.
pub(crate) fn vocabulary(statement: &Statement, highlighter: &Highlighter<'_>) -> HashMap<Word, f32> {
    let answering = statement.paragraphs.iter().filter(|paragraph| {
        !highlighter.evidence(&paragraph.text, paragraph.language, Part::Body).is_empty()
    });
    let texts = answering.map(|paragraph| (paragraph.language, paragraph.text.as_str()));
    let mut counts = HashMap::new();
    for (language, text) in std::iter::once((statement.language, statement.title.as_str())).chain(texts) {
        let language = field_language(language);
        let analyzer = Analyzer::of(language);
        analyzer.visit(text, |found| {
            if !says_nothing(analyzer, &found) {
                for stem in found.stems() {
                    *counts.entry((language, stem.to_owned())).or_insert(0.0) += 1.0;
                }
            }
        });
    }
    counts
}

/// What is asked of the index to find a word.
pub(crate) fn pattern((language, stem): Word) -> Pattern {
    match language {
        // Text in no language is indexed by its exact forms alone.
        Language::UNDETERMINED => Pattern { exact: vec![vec![stem]], ..Pattern::default() },
        _ => Pattern { stems: vec![(language, vec![stem])], ..Pattern::default() },
    }
}

/// Whether a token is a stop word, or a pair of characters with one.
fn says_nothing(analyzer: &Analyzer, found: &Found<'_>) -> bool {
    let pair = found.stem.as_ref().filter(|(_, _, range)| range.end > found.range.end);
    let mut characters = pair.iter().flat_map(|(form, _, _)| form.split_inclusive(|_: char| true));
    analyzer.is_stop_word(found.exact) || characters.any(|character| analyzer.is_stop_word(character))
}
