//! Uzbek: a light stemmer of ours. Cyrillic text becomes Latin, so that both scripts find each other.
//!
//! After our own grammar of noun endings; to read on, A. Bodrogligeti, An Academic Reference Grammar of Modern
//! Literary Uzbek, 2003. Limits: nouns only; endings of one consonant are left alone.

use verbale_statement::Language;

use super::turkic::{After, Endings};
use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("uz"),
    alphabets: &[Alphabet::Latin, Alphabet::Cyrillic],
    spelling: in_latin,
    stemmer: Stemmer::Own(|word| ENDINGS.stem(word)),
    second_stem: |word, stem| ENDINGS.second(word, stem),
    ..PLAIN
};

const ENDINGS: Endings = Endings {
    vowels: "aeiou",
    voiceless: "pfktsxqh",
    layers: &[CASES, POSSESSORS, PLURALS],
    softened: &[("g'", "q"), ("g", "k")],
    whole: &[],
};

/// With those that follow a possessor, and the ending of what is at a place.
#[rustfmt::skip]
const CASES: &[(After, &[&str])] = &[
    (After::Any, &["ning", "ni", "ga", "ka", "qa", "da", "dan", "dagi", "gacha"]),
];

#[rustfmt::skip]
const POSSESSORS: &[(After, &[&str])] = &[
    (After::Vowel, &["si", "miz", "ngiz"]),
    (After::Consonant, &["i", "im", "ing", "imiz", "ingiz"]),
];

#[rustfmt::skip]
const PLURALS: &[(After, &[&str])] = &[
    (After::Any, &["lar"]),
];

const LETTERS: &[(char, &str)] = &[
    ('а', "a"), ('б', "b"), ('в', "v"), ('г', "g"), ('д', "d"), ('е', "e"), ('ё', "yo"), ('ж', "j"), ('з', "z"),
    ('и', "i"), ('й', "y"), ('к', "k"), ('л', "l"), ('м', "m"), ('н', "n"), ('о', "o"), ('п', "p"), ('р', "r"),
    ('с', "s"), ('т', "t"), ('у', "u"), ('ф', "f"), ('х', "x"), ('ц', "s"), ('ч', "ch"), ('ш', "sh"), ('ъ', "'"),
    ('ь', ""), ('э', "e"), ('ю', "yu"), ('я', "ya"), ('ў', "o'"), ('қ', "q"), ('ғ', "g'"), ('ҳ', "h"),
];

fn in_latin(word: &mut String) {
    // At the beginning of a word е is said and written ye.
    if word.starts_with('е') {
        word.replace_range(..'е'.len_utf8(), "ye");
    }
    super::transliterate(word, LETTERS);
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "davlat davlatlar davlatning davlatlarga давлат давлатлар",
        "xavfsizlik xavfsizlikni xavfsizligi хавфсизлик",
        "shartnoma shartnomalar shartnomani shartnomasining",
        "qonun qonunni qonuni qonunlar",
        "majlis majlisi мажлисининг",
        "Oʻzbekiston O'zbekistonning Ўзбекистонда",
    ],
    apart: &["tinchlik tishlash", "davlat davolash"],
    same: &["Oʻzbekiston O`zbekiston O'zbekiston O‘zbekiston Ўзбекистон", "Yevropa Европа"],
    differ: &["oʻt ot", "davlat davlatlar"],
};
