//! Greek.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("el"),
    alphabets: &[Alphabet::Greek],
    stemmer: Stemmer::Successor(frostem::Algorithm::Greek),
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["ειρήνη ειρήνης ΕΙΡΗΝΗ ειρηνη", "ασφάλεια ασφάλειας", "κράτος κράτη ΚΡΑΤΟΣ"],
    apart: &["ειρήνη ειρωνεία", "κράτος κρέας"],
    same: &["Ειρήνης ΕΙΡΗΝΗΣ", "κράτος ΚΡΑΤΟΣ", "προϊόν προιον"],
    differ: &["ειρήνη ειρήνης"],
};
