//! Tajik: a light stemmer of ours.
//!
//! After our own grammar of noun endings; no published source: the object's -ро, the joining -и, the plurals -ҳо
//! and -гон, possessors. Limits: nouns and adjectives only; possessors that look like the end of common nouns (-ам,
//! -ат) are left alone.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::of("tg"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Own(stem),
    ..PLAIN
};

const LAYERS: &[&[&str]] =
    &[&["ро"], &["ашон", "амон", "атон", "аш"], &["и", "е"], &["ҳо", "гон", "ён"], &["ӣ", "и"]];

/// Plurals of persons, and those of Arabic nouns, which lose an а before it. Shorter words only look like plurals
/// (замон, инсон), as do names of countries.
const PLURALS: &[&str] = &["он", "от", "а"];

fn stem(word: &str) -> String {
    let noun = cut(word, LAYERS, 3);
    if noun.ends_with("истон") { noun } else { cut(noun, &[PLURALS], 4) }.to_owned()
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "давлат давлатҳо давлати давлатҳои давлатро",
        "амният амнияти амниятро",
        "миллӣ миллии",
        "вазир вазирон вазири вазиронро",
        "музокира музокирот музокираҳои",
        "Тоҷикистон Тоҷикистонро",
    ],
    apart: &["сулҳ сол", "давлат давр"],
    same: &["ТОҶИКИСТОН тоҷикистон"],
    differ: &["дӯст дуст", "давлат давлатҳо"],
};
