//! Greek.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("el"),
    alphabets: &[Alphabet::Greek],
    stemmer: Stemmer::Successor(frostem::Algorithm::Greek),
    second_stem: with_iota,
    ..PLAIN
};

/// Snowball cuts συμφωνία to "συμφων", but συμφωνίας to "συμφωνι".
fn with_iota(word: &str, _: &str) -> Option<String> {
    word.strip_suffix('α').or_else(|| word.strip_suffix("ών")).filter(|rest| rest.ends_with(['ί', 'ι'])).map(str::to_owned)
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["ειρήνη ειρήνης ΕΙΡΗΝΗ ειρηνη", "ασφάλεια ασφάλειας", "συμφωνία συμφωνίας συμφωνιών", "κράτος κράτη ΚΡΑΤΟΣ"],
    apart: &["ειρήνη ειρωνεία", "κράτος κρέας"],
    same: &["Ειρήνης ΕΙΡΗΝΗΣ", "κράτος ΚΡΑΤΟΣ", "προϊόν προιον"],
    differ: &["ειρήνη ειρήνης"],
};
