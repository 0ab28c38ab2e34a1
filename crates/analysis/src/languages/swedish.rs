//! Swedish.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("sv"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Swedish),
    letters: "åäö",
    colon_endings: true,
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["avtal avtalet avtalen", "förhandling förhandlingar förhandlingarna", "EU EU:s"],
    apart: &["fred frihet", "hål hal"],
    same: &["idé ide", "Genève geneve"],
    differ: &["hål hal", "för for"],
};
