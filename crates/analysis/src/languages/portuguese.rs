//! Portuguese.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("pt"),
    stemmer: Stemmer::Original(rust_stemmers::Algorithm::Portuguese),
    second_stem: singular,
    accents_omitted: true,
    ..PLAIN
};

/// Snowball cuts nação to "naçã", but nações to "naçõ": the words are too short for its plurals. It
/// leaves internacional as it is, and cuts internacionais to "internacion".
fn singular(word: &str, _: &str) -> Option<String> {
    let plurals = [("ões", "ã"), ("ais", "al")];
    plurals.iter().find_map(|(plural, singular)| Some(format!("{}{singular}", word.strip_suffix(plural)?)))
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["negociação negociações", "nação nações", "acordo acordos", "internacional internacionais", "refugiado refugiados refugiada"],
    apart: &["paz país", "acordo acontece"],
    same: &["nação nacao", "São sao"],
    differ: &["paz pais"],
};
