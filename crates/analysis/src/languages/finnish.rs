//! Finnish.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("fi"),
    stemmer: Stemmer::Original(rust_stemmers::Algorithm::Finnish),
    letters: "åäö",
    colon_endings: true,
    second_stem: action_noun,
    ..PLAIN
};

/// Nouns in -us and -ys have -ukse- and -ykse- in most cases, which Snowball leaves apart: sopimus, sopimuksen; those in
/// -uus and -yys have -uude-: turvallisuus, turvallisuuden.
fn action_noun(word: &str, stem: &str) -> Option<String> {
    if let Some(rest) = stem.strip_suffix("ks").filter(|rest| rest.ends_with(['u', 'y'])) {
        return Some(format!("{rest}s"));
    }
    for (softened, nominative) in [("uud", "uus"), ("uut", "uus"), ("yyd", "yys"), ("yyt", "yys"), ("ust", "us"), ("yst", "ys")] {
        if let Some(rest) = stem.strip_suffix(softened) {
            return Some(format!("{rest}{nominative}"));
        }
    }
    let partitive = word.strip_suffix("ta").or_else(|| word.strip_suffix("tä"))?;
    (partitive.ends_with("us") || partitive.ends_with("ys")).then(|| partitive.to_owned())
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["sopimus sopimuksen sopimusta sopimusten", "turvallisuus turvallisuuden turvallisuutta", "rauha rauhan rauhaa", "EU EU:n EU:ssa"],
    apart: &["rauha raha", "maa määrä"],
    same: &["Genève Geneve", "EU:n EU"],
    differ: &["sää saa"],
};
