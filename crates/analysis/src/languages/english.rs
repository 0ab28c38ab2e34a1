//! English.

use verbale_statement::Language;

use super::{Apostrophe, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::ENGLISH,
    apostrophe: Apostrophe::Possession,
    prefixes: PREFIXES,
    stemmer: Stemmer::Successor(frostem::Algorithm::English),
    ..PLAIN
};

/// Prefixes that the Chicago Manual of Style (17th ed., 7.89, section 4) lists as forming closed compounds, without
/// those that begin too many words of other origin, and first words that diplomatic texts write in three ways.
const PREFIXES: &[&str] = &[
    "anti", "bi", "co", "counter", "cyber", "extra", "infra", "inter", "macro", "mega", "micro", "mid", "mini", "multi",
    "neo", "non", "over", "post", "pre", "proto", "pseudo", "quasi", "re", "semi", "socio", "sub", "super", "trans",
    "ultra", "under", "cease", "peace", "policy",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "nation nations Nation's NATIONS nation’s",
        "negotiate negotiated negotiating negotiates",
        "co-operation cooperation",
        "non-proliferation nonproliferation",
        "U.N. UN U.N",
    ],
    apart: &["state station", "peace piece", "nation notion"],
    same: &["naïve naive", "U.N. UN", "co\u{AD}operation cooperation", "don’t don't", "١٩٤٥ 1945", "café CAFÉ"],
    differ: &["nation nations", "Council Councils"],
};
