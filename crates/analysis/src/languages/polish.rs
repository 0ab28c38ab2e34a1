//! Polish.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("pl"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Polish),
    letters: "ąćęłńóśźż",
    second_stem: other_reading,
    ..PLAIN
};

/// Locatives that soften a consonant (traktacie, narodzie, ministrze), and nominatives and genitives whose last vowel
/// falls out or changes before an ending (minister, wojen, naród).
fn other_reading(word: &str, stem: &str) -> Option<String> {
    let softened = [("cie", "t"), ("dzie", "d"), ("rze", "r"), ("owie", ""), ("ister", "istr"), ("ód", "od"), ("ój", "oj"), ("ojen", "ojn")];
    softened
        .iter()
        .find_map(|(end, other)| Some(format!("{}{other}", word.strip_suffix(end)?)))
        .filter(|other| other.len() > 2)
        .or_else(|| super::nominative::without_ending(word, stem))
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["państwo państwa państwu", "traktat traktaty traktatów traktatu", "umowa umowy umowę", "minister ministra ministrze ministrowie", "naród narodu narodzie", "rada radzie"],
    apart: &["pokój poker", "sąd sad"],
    same: &["Réunion reunion"],
    differ: &["sąd sad", "łan lan"],
};
