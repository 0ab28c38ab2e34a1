//! Turkish.

use verbale_statement::Language;

use super::{Case, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("tr"),
    case: Case::Turkic,
    stemmer: Stemmer::Successor(frostem::Algorithm::Turkish),
    letters: "çğıöşü",
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["barış barışı BARIŞ", "devlet devletler devletleri", "İstanbul istanbul", "Türkiye Türkiye'nin"],
    apart: &["barış bakış", "ılık ilik"],
    same: &["IRAK ırak", "İSTANBUL istanbul", "hâkim hakim"],
    differ: &["ılık ilik", "şan san", "çok cok"],
};
