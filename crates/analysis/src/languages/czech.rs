//! Czech.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("cs"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Czech),
    letters: "áčďéěíňóřšťúůýž",
    second_stem: other_reading,
    ..PLAIN
};

/// A nominative plural softens r: ministr, ministři.
fn other_reading(word: &str, stem: &str) -> Option<String> {
    let hard = word.strip_suffix("ři").map(|rest| format!("{rest}r"));
    hard.or_else(|| super::nominative::without_ending(word, stem))
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["smlouva smlouvy smlouvu", "bezpečnost bezpečnosti bezpečností", "ministr ministra ministři", "stát státy státu státem"],
    apart: &["sad soud"],
    same: &["BÝT být"],
    differ: &["být byt"],
};
