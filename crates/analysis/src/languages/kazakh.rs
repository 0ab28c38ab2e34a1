//! Kazakh: a light stemmer of ours.
//!
//! After our own grammar of noun endings; no published source. Limits: nouns only; possessors of one letter (-м,
//! -ң) are left alone; of vowels that fall out only that of халық, халқы is known.

use verbale_statement::Language;

use super::turkic::{After, Endings};
use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("kk"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Own(|word| ENDINGS.stem(word)),
    second_stem: |word, stem| ENDINGS.second(word, stem),
    ..PLAIN
};

const ENDINGS: Endings = Endings {
    vowels: "аәеёиоөуұүыіэюя",
    voiceless: "пфкқтсшщчцхһбвгд",
    layers: &[CASES, POSSESSORS, PLURALS],
    softened: &[("халық", "халқ"), ("ғ", "қ"), ("г", "к"), ("б", "п")],
    whole: &["қазақстан", "өзбекстан", "қырғызстан", "түрікменстан", "тәжікстан", "ауғанстан", "татарстан"],
};

/// With those that follow a possessor, and the ending of what is at a place.
#[rustfmt::skip]
const CASES: &[(After, &[&str])] = &[
    (After::Vowel, &[
        "ның", "нің", "ға", "ге", "ны", "ні", "да", "де", "дан", "ден", "мен", "нда", "нде", "нан", "нен",
        "на", "не", "н", "дағы", "дегі", "ндағы", "ндегі",
    ]),
    (After::Voiceless, &[
        "тың", "тің", "ты", "ті", "та", "те", "тан", "тен", "қа", "ке", "пен", "тағы", "тегі",
    ]),
    (After::Voiced, &[
        "дың", "дің", "ның", "нің", "ды", "ді", "да", "де", "дан", "ден", "нан", "нен", "ға", "ге", "мен",
        "бен", "дағы", "дегі",
    ]),
];

#[rustfmt::skip]
const POSSESSORS: &[(After, &[&str])] = &[
    (After::Vowel, &["сы", "сі", "мыз", "міз", "ңыз", "ңіз"]),
    (After::Consonant, &["ы", "і", "ым", "ім", "ың", "ің", "ымыз", "іміз", "ыңыз", "іңіз"]),
];

#[rustfmt::skip]
const PLURALS: &[(After, &[&str])] = &[
    (After::Vowel, &["лар", "лер"]),
    (After::Voiceless, &["тар", "тер"]),
    (After::Voiced, &["лар", "лер", "дар", "дер"]),
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "мемлекет мемлекеттер мемлекеттің мемлекетке мемлекеттерді",
        "қауіпсіздік қауіпсіздікті қауіпсіздігі қауіпсіздігіне",
        "келісім келісімді келісімдер келісімнің келісіміне",
        "кеңес кеңесі кеңесінің",
        "соғыс соғысы соғыстан",
        "халық халықтар халқы халқының",
        "ел елдің елге елдер еліміз",
        "шарт шарты шарттар",
        "Қазақстан Қазақстанның Қазақстанда",
    ],
    apart: &["бейбітшілік бейне", "келісім келу", "ел елші"],
    same: &["ҚАЗАҚСТАН қазақстан"],
    differ: &["іс ыс", "мемлекет мемлекеттер"],
};
