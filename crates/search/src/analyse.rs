//! A text as its language is analysed, step by step: for whoever wonders why a word is found, or not.

use std::ops::Range;

use verbale_analysis::{Analyzer, Steps, field_language};
use verbale_statement::Language;

/// A word of a text and what each step of the analysis made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnalysedWord {
    /// The bytes of the text that it was made from.
    pub bytes: Range<usize>,
    /// The same in characters (Unicode code points).
    pub characters: Range<usize>,
    /// How many words come before it. A compound with hyphens has the position of its first part.
    pub position: u32,
    /// How many words it takes the place of.
    pub span: u32,
    /// The text that it was made from: of scripts without spaces the pair of characters.
    pub segment: String,
    /// The word with its case folded and its spelling made one, as the stemmer took it.
    pub normalised: String,
    /// The form in which a quotation finds it.
    pub exact: String,
    /// The forms in which a bare word finds it, one or two; none for the last character of a script without spaces.
    pub stems: Vec<String>,
}

/// The language under whose rules text in `language` is analysed, and the words of `text` by these rules.
pub fn analyse(text: &str, language: Language) -> (Language, Vec<AnalysedWord>) {
    let language = field_language(language);
    let (mut byte, mut character) = (0, 0);
    let mut characters = |until: usize| {
        // Words come in order, but for a compound, which begins again where its first part does.
        if until < byte {
            return text[..until].chars().count();
        }
        character += text[byte..until].chars().count();
        byte = until;
        character
    };
    let words = Analyzer::of(language).steps(text).into_iter().map(|steps| {
        let Steps { token, segment, normalised, .. } = steps;
        let range = token.stem.as_ref().map_or(token.range, |stem| stem.range.clone());
        let start = characters(range.start);
        AnalysedWord {
            characters: start..start + segment.chars().count(),
            bytes: range,
            position: token.position,
            span: token.span,
            segment,
            normalised,
            exact: token.exact,
            stems: token.stem.iter().flat_map(|stem| stem.forms().map(str::to_owned)).collect(),
        }
    });
    (language, words.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_slice_the_text_in_bytes_and_in_characters() {
        let text = "Режим — ещё co-operation 安全.";
        let (_, words) = analyse(text, Language::RUSSIAN);
        for word in &words {
            assert_eq!(&text[word.bytes.clone()], word.segment);
            let characters = word.characters.clone();
            let sliced: String = text.chars().skip(characters.start).take(characters.len()).collect();
            assert_eq!(sliced, word.segment);
        }
        assert_eq!(
            (words[0].exact.as_str(), words[0].stems.as_slice()),
            ("режим", &["реж", "режим"].map(String::from)[..])
        );
    }
}
