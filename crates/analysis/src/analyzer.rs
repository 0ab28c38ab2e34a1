//! The pipeline: segment, fold, stem.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use rust_stemmers::Stemmer;
use verbale_statement::Language;

use crate::fold::{fold, lower};
use crate::languages::{FALLBACK, LANGUAGES, Particulars, particulars};
use crate::segment::{Script, segments};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// How many words come before it.
    pub position: u32,
    /// The word, folded.
    pub exact: String,
    /// What joins the forms of the word. Of text in a script without spaces it is the pair of this character
    /// and the next; the last character of such a run has none.
    pub stem: Option<Stem>,
}

/// The form under which all inflections of a word are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stem {
    /// The form.
    pub form: String,
    /// Bytes of the text that it stands for.
    pub range: Range<usize>,
}

/// How text in one language becomes tokens.
pub struct Analyzer {
    particulars: &'static Particulars,
    stemmer: Option<Stemmer>,
}

/// Longer "words" (base64, a file without a space) are no words in any language. They take up a position and
/// give no token; an index would not take them anyway.
const LONGEST_WORD: usize = 512;

static ANALYZERS: LazyLock<HashMap<Language, Analyzer>> =
    LazyLock::new(|| LANGUAGES.iter().map(|own| (own.language, Analyzer::new(own))).collect());

static FALLBACK_ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(&FALLBACK));

impl Analyzer {
    /// The analyzer for text in `language`; every language has one.
    pub fn of(language: Language) -> &'static Analyzer {
        ANALYZERS.get(&particulars(language).language).unwrap_or(&FALLBACK_ANALYZER)
    }

    fn new(particulars: &'static Particulars) -> Self {
        Self { particulars, stemmer: particulars.stemmer.map(Stemmer::create) }
    }

    /// The tokens of `text`, in order.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let segments = segments(text, self.particulars.apostrophe);
        let mut tokens = Vec::with_capacity(segments.len());
        for (index, segment) in segments.iter().enumerate() {
            let range = segment.range.clone();
            if range.len() > LONGEST_WORD {
                continue;
            }
            let word = lower(&text[range.clone()]);
            let stem = match segment.script {
                Script::Spaced => Some(Stem { form: self.stem(&word), range: range.clone() }),
                Script::Unspaced { joined: false } => None,
                Script::Unspaced { joined: true } => segments.get(index + 1).map(|next| {
                    let range = range.start..next.range.end;
                    Stem { form: fold(lower(&text[range.clone()])), range }
                }),
            };
            let exact = fold(word);
            if exact.is_empty() {
                continue;
            }
            tokens.push(Token { range, position: u32::try_from(index).unwrap_or(u32::MAX), exact, stem });
        }
        tokens
    }

    fn stem(&self, word: &str) -> String {
        fold(match &self.stemmer {
            Some(stemmer) => stemmer.stem(word).into_owned(),
            None => word.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests;
