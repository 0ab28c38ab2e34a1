//! Azerbaijani: a light stemmer of ours.
//!
//! After our own grammar of noun endings; no published source. Limits: nouns only; possessors of one consonant are
//! left alone; of words that only look inflected few are known (qanun is a law, qan is blood).

use std::borrow::Cow;

use verbale_statement::Language;

use super::turkic::{After, Endings};
use super::{Case, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("az"),
    case: Case::Turkic,
    stemmer: Stemmer::Own(|word| ENDINGS.stem(&with_hard_consonant(word))),
    second_stem: |word, stem| ENDINGS.second(&with_hard_consonant(word), stem),
    letters: "çğıöşü",
    ..PLAIN
};

/// Abstract nouns in -lik have -liy- before a vowel, so that their dative looks like that of a noun in -li.
fn with_hard_consonant(word: &str) -> Cow<'_, str> {
    match word.strip_suffix("yə").filter(|rest| rest.ends_with("li") || rest.ends_with("lü")) {
        Some(rest) => Cow::Owned(format!("{rest}kə")),
        None => Cow::Borrowed(word),
    }
}

const ENDINGS: Endings = Endings {
    vowels: "aeəiıoöuü",
    voiceless: "pfktsşçxhq",
    layers: &[CASES, POSSESSORS, PLURALS],
    softened: &[("y", "k"), ("ğ", "q")],
    whole: &["qanun", "bütün", "zaman", "iya"],
};

/// With those that follow a possessor, and the ending of what is at a place.
#[rustfmt::skip]
const CASES: &[(After, &[&str])] = &[
    (After::Vowel, &[
        "nın", "nin", "nun", "nün", "ya", "yə", "nı", "ni", "nu", "nü", "na", "nə", "nda", "ndə", "ndan",
        "ndən", "yla", "ylə",
    ]),
    (After::Consonant, &["ın", "in", "un", "ün", "a", "ə", "la", "lə"]),
    (After::Any, &["da", "də", "dan", "dən", "dır", "dir", "dur", "dür", "dakı", "dəki", "ndakı", "ndəki"]),
];

#[rustfmt::skip]
const POSSESSORS: &[(After, &[&str])] = &[
    (After::Vowel, &["sı", "si", "su", "sü", "mız", "miz", "muz", "müz", "nız", "niz", "nuz", "nüz"]),
    (After::Consonant, &[
        "ı", "i", "u", "ü", "ım", "im", "um", "üm", "ın", "in", "un", "ün", "ımız", "imiz", "umuz", "ümüz",
        "ınız", "iniz", "unuz", "ünüz",
    ]),
];

#[rustfmt::skip]
const PLURALS: &[(After, &[&str])] = &[
    (After::Any, &["lar", "lər"]),
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "dövlət dövlətlər dövlətin dövlətləri dövlətlərin",
        "təhlükəsizlik təhlükəsizliyi təhlükəsizliyin təhlükəsizliyinə təhlükəsizliyə",
        "müqavilə müqavilələr müqaviləni müqaviləsinin",
        "ölkə ölkənin ölkəsi ölkəmizin",
        "xalq xalqa xalqın xalqımız",
        "qanun qanunu qanunun qanunlar",
        "saziş sazişə sazişlə",
        "Azərbaycan Azərbaycanın Azərbaycanda AZƏRBAYCAN",
    ],
    apart: &["qanun qan", "sülh sülalə", "dövlət dövr"],
    same: &["İRAN iran", "IŞIQ ışıq"],
    differ: &["qız qiz", "şan san"],
};
