//! Dutch.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("nl"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Dutch),
    second_stem: singular,
    ..PLAIN
};

/// Snowball takes plurals like verdragen for verbs, and doubles their vowel: verdraag.
fn singular(word: &str, stem: &str) -> Option<String> {
    word.strip_suffix("en").filter(|rest| *rest != stem && rest.len() > 3).map(str::to_owned)
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["verdrag verdragen", "natie naties", "onderhandeling onderhandelingen"],
    apart: &["vrede vrijheid", "staat stad"],
    same: &["coördinatie coordinatie", "één een"],
    differ: &["staat stad"],
};
