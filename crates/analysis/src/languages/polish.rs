//! Polish.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("pl"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Polish),
    letters: "ąćęłńóśźż",
    second_stem: super::nominative::without_ending,
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["państwo państwa państwu", "traktat traktaty traktatów traktatu", "umowa umowy umowę"],
    apart: &["pokój poker", "sąd sad"],
    same: &["Réunion reunion"],
    differ: &["sąd sad", "łan lan"],
};
