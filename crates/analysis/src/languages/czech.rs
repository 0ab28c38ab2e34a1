//! Czech.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("cs"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Czech),
    letters: "áčďéěíňóřšťúůýž",
    second_stem: super::nominative::without_ending,
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["smlouva smlouvy smlouvu", "bezpečnost bezpečnosti bezpečností", "stát státy státu státem"],
    apart: &["sad soud"],
    same: &["BÝT být"],
    differ: &["být byt"],
};
