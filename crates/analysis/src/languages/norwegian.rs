//! Norwegian.

use verbale_statement::Language;

use super::{PLAIN, Rules, nominative};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("no"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Norwegian),
    second_stem: nominative::minister,
    letters: "æøå",
    also: &[Language::of("nb"), Language::of("nn")],
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["avtale avtaler avtalen avtalene", "nasjon nasjoner nasjonene", "minister ministeren ministre"],
    apart: &["fred frihet", "mål mal"],
    same: &["Réunion reunion"],
    differ: &["mål mal"],
};
