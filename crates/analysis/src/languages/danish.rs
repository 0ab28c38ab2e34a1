//! Danish.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("da"),
    stemmer: Stemmer::Original(rust_stemmers::Algorithm::Danish),
    letters: "æøå",
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["aftale aftaler aftalen aftalerne", "nation nationer nationerne", "Forsvar forsvaret"],
    apart: &["fred frihed", "mål mal"],
    same: &["Réunion reunion"],
    differ: &["mål mal", "ør or"],
};
