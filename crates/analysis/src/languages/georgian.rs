//! Georgian: a light stemmer of ours.
//!
//! After our own grammar of postpositions, cases and the plural; to read on, B. G. Hewitt, Georgian: A Structural
//! Reference Grammar, 1995. Limits: verbs are left alone.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::of("ka"),
    alphabets: &[Alphabet::Georgian],
    stemmer: Stemmer::Own(stem),
    ..PLAIN
};

/// Postpositions, with the case that they follow: ში, ზე and თან the dative without or with its ს, others the genitive.
const POSTPOSITIONS: &[&str] = &[
    "ისთვის", "სთვის", "ისგან", "სგან", "ისკენ", "სკენ", "იდან", "დან", "სთან", "თან", "ამდე", "მდე", "ში", "ზე",
];
const CASES: &[&str] = &["ის", "ისა", "ით", "ად", "ს", "სა", "მა", "ი"];
const ERGATIVE: &[&str] = &["ამ", "ემ", "ომ", "უმ"];
const PLURAL: &str = "ებ";
const VOWEL: &[&str] = &["ა", "ე", "ო", "უ"];

fn stem(word: &str) -> String {
    let placed = cut(word, &[POSTPOSITIONS], 2);
    let case = if placed.len() < word.len() { placed } else { cut(cut(word, &[CASES], 2), &[ERGATIVE], 4) };
    // After a postposition the vowel of the stem may still be there.
    let mut stem = cut(case, &[VOWEL], 3);
    // Many abstract nouns end in -ება themselves (უფლება, უფლებები), so all of them lose it.
    while let Some(rest) = stem.strip_suffix(PLURAL).filter(|rest| rest.chars().count() >= 2) {
        stem = cut(rest, &[VOWEL], 3);
    }
    without_last_vowel(stem)
}

/// The vowel before a last ნ, რ, ლ or მ falls out in other cases (ქვეყანა, ქვეყნის), so it goes in all of them.
fn without_last_vowel(stem: &str) -> String {
    let mut ends = stem.char_indices().rev();
    if let (Some((last, 'ნ' | 'რ' | 'ლ' | 'მ')), Some((at, 'ა' | 'ე' | 'ო'))) = (ends.next(), ends.next())
        && ends.count() >= 3
    {
        return format!("{}{}", &stem[..at], &stem[last..]);
    }
    stem.to_owned()
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "საქართველო საქართველოს საქართველოში საქართველოდან",
        "უსაფრთხოება უსაფრთხოების უსაფრთხოებას უსაფრთხოებაში",
        "სახელმწიფო სახელმწიფოს სახელმწიფოები",
        "თბილისი თბილისში თბილისის თბილისიდან",
        "ქვეყანა ქვეყნის ქვეყნები ქვეყანაში",
        "უფლება უფლებები უფლებების",
        "ომი ომის ომში ომები",
        "სახელმწიფო სახელმწიფომ",
    ],
    apart: &["კანონი კანი", "უფლება უფალი", "მშვიდობა მშენებლობა", "საქართველო საქონელი"],
    same: &["ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ საქართველო"],
    differ: &["სახელმწიფო სახელმწიფოს"],
};
