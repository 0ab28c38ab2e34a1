//! Kyrgyz: a light stemmer of ours.
//!
//! After our own grammar of noun endings; to read on, R. Hebert and N. Poppe, Kirghiz Manual, 1963. Limits: nouns
//! only; endings of one consonant, single vowels behind roots of two letters (эли) and vowels that fall out are
//! left alone.

use verbale_statement::Language;

use super::turkic::{After, Endings};
use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("ky"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Own(|word| ENDINGS.stem(word)),
    second_stem: |word, stem| ENDINGS.second(word, stem),
    ..PLAIN
};

const ENDINGS: Endings = Endings {
    vowels: "аеёиоөуүыэюя",
    voiceless: "пфктсшщчцхбвгд",
    layers: &[CASES, POSSESSORS, PLURALS],
    softened: &[("г", "к"), ("б", "п")],
    whole: &["казакстан", "өзбекстан", "кыргызстан", "түркмөнстан", "тажикстан", "ооганстан", "татарстан"],
};

/// With those that follow a possessor, and the ending of what is at a place.
#[rustfmt::skip]
const CASES: &[(After, &[&str])] = &[
    (After::Vowel, &[
        "нын", "нин", "нун", "нүн", "га", "ге", "го", "гө", "ны", "ни", "ну", "нү", "да", "де", "до", "дө",
        "дан", "ден", "дон", "дөн", "нда", "нде", "ндо", "ндө", "нан", "нен", "нон", "нөн", "на", "не",
        "но", "нө", "н", "дагы", "деги", "догу", "дөгү", "ндагы", "ндеги",
    ]),
    (After::Voiceless, &[
        "тын", "тин", "тун", "түн", "ка", "ке", "ко", "кө", "ты", "ти", "ту", "тү", "та", "те", "то", "тө",
        "тан", "тен", "тон", "төн", "тагы", "теги",
    ]),
    (After::Voiced, &[
        "дын", "дин", "дун", "дүн", "га", "ге", "го", "гө", "ды", "ди", "ду", "дү", "да", "де", "до", "дө",
        "дан", "ден", "дон", "дөн", "дагы", "деги", "догу", "дөгү",
    ]),
];

#[rustfmt::skip]
const POSSESSORS: &[(After, &[&str])] = &[
    (After::Vowel, &["сы", "си", "су", "сү", "быз", "биз", "буз", "бүз", "ңыз", "ңиз", "ңуз", "ңүз"]),
    (After::Consonant, &[
        "ы", "и", "у", "ү", "ым", "им", "ум", "үм", "ың", "иң", "уң", "үң", "ыбыз", "ибиз", "убуз", "үбүз",
        "ыңыз", "иңиз", "уңуз", "үңүз",
    ]),
];

#[rustfmt::skip]
const PLURALS: &[(After, &[&str])] = &[
    (After::Vowel, &["лар", "лер", "лор", "лөр"]),
    (After::Voiceless, &["тар", "тер", "тор", "төр"]),
    (After::Voiced, &["лар", "лер", "лор", "лөр", "дар", "дер", "дор", "дөр"]),
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "мамлекет мамлекеттер мамлекеттин мамлекетке",
        "коопсуздук коопсуздукту коопсуздугу",
        "келишим келишимдер келишимди келишимин",
        "эл элдин элге элдер",
        "өлкө өлкөнүн өлкөлөр өлкөсү",
        "Кыргызстан Кыргызстандын Кыргызстанда",
    ],
    apart: &["келишим кеңеш"],
    same: &["КЫРГЫЗСТАН кыргызстан"],
    differ: &["он өн", "мамлекет мамлекеттер"],
};
