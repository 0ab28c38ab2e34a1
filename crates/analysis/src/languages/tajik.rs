//! Tajik: a light stemmer of ours.
//!
//! On the endings see S. Ido, Tajik, 2005: the object's -ро, the joining -и, the plurals -ҳо and -гон, possessors. Limits:
//! nouns and adjectives only; possessors that look like the end of common nouns (-ам, -ат) are left alone.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::of("tg"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Own(|word| cut(word, LAYERS, 3).to_owned()),
    ..PLAIN
};

const LAYERS: &[&[&str]] =
    &[&["ро"], &["ашон", "амон", "атон", "аш"], &["и", "е"], &["ҳо", "гон", "ён"], &["ӣ", "и"]];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "давлат давлатҳо давлати давлатҳои давлатро",
        "амният амнияти амниятро",
        "миллӣ миллии",
        "Тоҷикистон Тоҷикистонро",
    ],
    apart: &["сулҳ сол", "давлат давр"],
    same: &["ТОҶИКИСТОН тоҷикистон"],
    differ: &["дӯст дуст", "давлат давлатҳо"],
};
