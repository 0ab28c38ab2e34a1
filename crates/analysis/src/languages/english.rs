//! English.

mod british;
mod irregular;

use verbale_statement::Language;

use super::{Apostrophe, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::ENGLISH,
    apostrophe: Apostrophe::Possession,
    prefixes: PREFIXES,
    stemmer: Stemmer::Successor(frostem::Algorithm::English),
    second_stem: other_form,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// What an irregular form is a form of, or the American spelling of a British word: under it both find each other.
fn other_form(word: &str, _: &str) -> Option<String> {
    let other = irregular::base(word).or_else(|| british::american(word)).or_else(|| greek_plural(word))?;
    Some(RULES.stemmer.stem(&other).into_owned())
}

/// Greek words in -is have plurals in -es: crisis, crises.
fn greek_plural(word: &str) -> Option<String> {
    let endings = ["ises", "eses", "yses"];
    endings.iter().any(|ending| word.ends_with(ending)).then(|| format!("{}is", &word[..word.len() - "es".len()]))
}

/// Prefixes of closed compounds (see the Chicago Manual of Style on words formed with prefixes), without
/// those that begin too many words of other origin, and first words that diplomatic texts write in three ways.
const PREFIXES: &[&str] = &[
    "anti", "bi", "co", "counter", "cyber", "extra", "infra", "inter", "macro", "mega", "micro", "mid", "mini", "multi",
    "neo", "non", "over", "post", "pre", "proto", "pseudo", "quasi", "re", "semi", "socio", "sub", "super", "trans",
    "ultra", "under", "cease", "peace", "policy",
];

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "did", "do", "does", "for", "from", "had",
    "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "many", "much", "no",
    "not", "of", "on", "or", "our", "she", "so", "such", "than", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "those", "to", "was", "we", "were", "what", "when", "where", "which",
    "who", "whom", "whose", "why", "will", "with", "would", "you", "your",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "nation nations Nation's NATIONS nation’s",
        "crisis crises",
        "defence defense",
        "labour labor",
        "organisation organization",
        "organise organised organize organizing",
        "programme programs",
        "centre centers",
        "travelled travel",
        "controlled control",
        "begin began begun",
        "meet met",
        "spokesman spokesmen",
        "criterion criteria",
        "child children",
        "G-20 G20",
        "negotiate negotiated negotiating negotiates",
        "co-operation cooperation",
        "non-proliferation nonproliferation",
        "U.N. UN U.N",
    ],
    apart: &["four for", "called caled", "state station", "peace piece", "nation notion"],
    same: &["naïve naive", "U.N. UN", "co\u{AD}operation cooperation", "don’t don't", "١٩٤٥ 1945", "café CAFÉ"],
    differ: &["nation nations", "Council Councils"],
};
