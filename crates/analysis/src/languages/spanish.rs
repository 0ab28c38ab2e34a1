//! Spanish.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("es"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Spanish),
    letters: "ñ",
    accents_omitted: true,
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["nación naciones nacion", "acuerdo acuerdos", "refugiado refugiados refugiada", "negociación negociaciones"],
    apart: &["paz país", "año ano"],
    same: &["nación nacion", "pingüino pinguino"],
    differ: &["año ano", "España Espana"],
};
