//! What programs are told about a query beside its answer.

use serde::Serialize;
use verbale_search::Relaxation;

/// What a wildcard, or a word that may be misspelt, stands for.
#[derive(Debug, Serialize)]
pub(crate) struct Expansion {
    /// The pattern, with its letters folded.
    pattern: String,
    /// The words that were searched, in order of preference.
    words: Vec<String>,
    /// How many words of the statements fit it.
    found: Option<usize>,
}

/// What was searched instead of a query that finds nothing.
#[derive(Debug, Serialize)]
pub(crate) struct Relaxed {
    /// How far it had to go: `spelling`, `most` or `any`; each step goes on from the one before.
    step: &'static str,
    /// Words that stand in no statement and may be misspelt.
    replaced: Vec<Replaced>,
    /// Words of the query that none of the hits has.
    left_out: Vec<String>,
    /// The query that was searched; with `match`, what to ask for to have the same hits again.
    query: String,
    /// How many of its words had to match, as the parameter `match` says it.
    #[serde(rename = "match")]
    matching: &'static str,
}

/// A word that may be misspelt.
#[derive(Debug, Serialize)]
pub(crate) struct Replaced {
    /// The word.
    word: String,
    /// The words like it that were searched in its place.
    by: Vec<String>,
}

impl From<verbale_search::Expansion> for Expansion {
    fn from(expansion: verbale_search::Expansion) -> Self {
        let verbale_search::Expansion { pattern, words, found } = expansion;
        Self { pattern, words, found }
    }
}

impl From<Relaxation> for Relaxed {
    fn from(relaxation: Relaxation) -> Self {
        Self {
            step: relaxation.step.name(),
            replaced: relaxation.replaced.into_iter().map(|(word, by)| Replaced { word, by }).collect(),
            left_out: relaxation.left_out,
            query: relaxation.query,
            matching: relaxation.matching.name(),
        }
    }
}
