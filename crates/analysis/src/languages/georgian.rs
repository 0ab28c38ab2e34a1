//! Georgian: a light stemmer of ours.
//!
//! On postpositions, cases and the plural of nouns see B. G. Hewitt, Georgian: A Structural Reference Grammar, 1995.
//! Limits: verbs are left alone; vowels that fall out (ქვეყანა, ქვეყნის) part the forms.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::of("ka"),
    alphabets: &[Alphabet::Georgian],
    stemmer: Stemmer::Own(stem),
    ..PLAIN
};

/// Postpositions that follow the dative without its ს, so that no case ending stands before them.
const AFTER_STEM: &[&str] = &["ში", "ზე", "თან", "მდე"];
const AFTER_GENITIVE: &[&str] = &["ისთვის", "ისგან", "ისკენ", "იდან", "სთვის", "სგან", "სკენ", "დან"];
const CASES: &[&str] = &["ის", "ისა", "ით", "ად", "ს", "სა", "ას", "ამ", "მა", "ი", "ა"];
const PLURAL: &[&str] = &["ებ"];
const VOWEL: &[&str] = &["ა", "ე", "ო", "უ"];

/// Characters that a stem has at least.
const SHORTEST: usize = 3;

fn stem(word: &str) -> String {
    let bare = cut(word, &[AFTER_GENITIVE], SHORTEST);
    let placed = cut(word, &[AFTER_STEM], SHORTEST);
    let noun = match (bare.len() < word.len(), placed.len() < word.len()) {
        (true, _) => bare,
        (_, true) => cut(placed, &[&["ა"]], SHORTEST),
        _ => cut(word, &[CASES], SHORTEST),
    };
    cut(noun, &[PLURAL, VOWEL], SHORTEST).to_owned()
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "საქართველო საქართველოს საქართველოში საქართველოდან",
        "უსაფრთხოება უსაფრთხოების უსაფრთხოებას უსაფრთხოებაში",
        "სახელმწიფო სახელმწიფოს სახელმწიფოები",
        "თბილისი თბილისში თბილისის თბილისიდან",
    ],
    apart: &["მშვიდობა მშენებლობა", "საქართველო საქონელი"],
    same: &["ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ საქართველო"],
    differ: &["სახელმწიფო სახელმწიფოს"],
};
