//! `GET /api/v1/analyze`: a text as its language is analysed, step by step.

use axum::Json;
use serde::Serialize;
use verbale_search::{AnalysedWord, analyse};
use verbale_statement::Language;

use crate::failure::Failure;
use crate::parameters::Parameters;

/// The words of a text.
#[derive(Debug, Serialize)]
pub(crate) struct AnalyzeResponse {
    /// The language under whose rules the text was analysed; `und` if the language has none of its own.
    language: Language,
    /// The words, in order.
    tokens: Vec<Word>,
}

/// A word and what each step made of it.
#[derive(Debug, Serialize)]
pub(crate) struct Word {
    /// Where it begins, in characters (Unicode code points) of the text.
    start: usize,
    /// Where it ends, in characters of the text.
    end: usize,
    /// Where it begins, in bytes of the text as UTF-8.
    start_byte: usize,
    /// Where it ends, in bytes.
    end_byte: usize,
    /// How many words come before it.
    position: u32,
    /// How many words it takes the place of: more than 1 for a compound with hyphens, whose parts follow.
    span: u32,
    /// The text it was made from.
    segment: String,
    /// The word as the stemmer took it.
    normalised: String,
    /// The form in which a quotation finds it.
    exact: String,
    /// The form in which a bare word finds it; null if there is none.
    stem: Option<String>,
    /// A second such form, for a word that may be read in two ways.
    second_stem: Option<String>,
}

/// Answers with the words of `text` in the language `lang`.
pub(crate) async fn analyze(parameters: Parameters) -> Result<Json<AnalyzeResponse>, Failure> {
    parameters.only(&[&["lang", "text"]])?;
    let language = parameters.language("lang")?.unwrap_or(Language::UNDETERMINED);
    let (language, words) = analyse(parameters.scalar("text")?.unwrap_or_default(), language);
    Ok(Json(AnalyzeResponse { language, tokens: words.into_iter().map(Word::from).collect() }))
}

impl From<AnalysedWord> for Word {
    fn from(word: AnalysedWord) -> Self {
        let mut stems = word.stems.into_iter();
        Self {
            start: word.characters.start,
            end: word.characters.end,
            start_byte: word.bytes.start,
            end_byte: word.bytes.end,
            position: word.position,
            span: word.span,
            segment: word.segment,
            normalised: word.normalised,
            exact: word.exact,
            stem: stems.next(),
            second_stem: stems.next(),
        }
    }
}
