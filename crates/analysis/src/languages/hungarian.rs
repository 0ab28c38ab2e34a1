//! Hungarian.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("hu"),
    stemmer: Stemmer::Original(rust_stemmers::Algorithm::Hungarian),
    letters: "áéíóöőúüű",
    second_stem: super::nominative::without_ending,
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["tárgyalás tárgyalások tárgyalást", "béke békét", "nemzet nemzetek nemzeteknek"],
    apart: &["béke beka", "kor kör"],
    same: &["Citroën citroen"],
    differ: &["kor kór", "kor kör"],
};
