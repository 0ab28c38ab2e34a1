//! Danish.

use verbale_statement::Language;

use super::{Apostrophe, PLAIN, Rules, nominative};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("da"),
    apostrophe: Apostrophe::Possession,
    stemmer: Stemmer::Original(rust_stemmers::Algorithm::Danish),
    second_stem: nominative::minister,
    letters: "æøå",
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["aftale aftaler aftalen aftalerne", "nation nationer nationerne", "Forsvar forsvaret", "EU EU's", "minister ministeren ministre"],
    apart: &["fred frihed", "mål mal"],
    same: &["Réunion reunion"],
    differ: &["mål mal", "ør or"],
};
