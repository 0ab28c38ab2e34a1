//! Dutch.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("nl"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Dutch),
    second_stem: singular,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Snowball takes plurals like verdragen for verbs, and doubles their vowel: verdraag.
fn singular(word: &str, stem: &str) -> Option<String> {
    word.strip_suffix("en").filter(|rest| *rest != stem && rest.len() > 3).map(str::to_owned)
}

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "aan", "af", "al", "alle", "als", "bij", "dan", "dat", "de", "deze", "die", "dit", "door", "een", "en",
    "er", "haar", "had", "hebben", "heeft", "hem", "het", "hier", "hij", "hoe", "hun", "ik", "in", "is",
    "ja", "je", "kan", "maar", "me", "meer", "met", "mij", "mijn", "na", "naar", "niet", "nog", "nu", "of",
    "om", "omdat", "onder", "ons", "ook", "op", "over", "te", "tegen", "toch", "toen", "tot", "u", "uit",
    "uw", "van", "veel", "voor", "waar", "waarom", "wanneer", "wat", "welke", "werd", "wie", "wij", "wordt",
    "zal", "ze", "zich", "zij", "zijn", "zo", "zonder", "zou",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["verdrag verdragen", "natie naties", "onderhandeling onderhandelingen"],
    apart: &["vrede vrijheid", "staat stad"],
    same: &["coördinatie coordinatie", "één een"],
    differ: &["staat stad"],
};
