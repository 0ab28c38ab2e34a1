//! Turkish.

use verbale_statement::Language;

use super::turkic::{After, Endings};
use super::{Case, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("tr"),
    case: Case::Turkic,
    stemmer: Stemmer::Successor(frostem::Algorithm::Turkish),
    second_stem: noun,
    letters: "çğıöşü",
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Snowball takes the end of many nouns for an ending in some forms only (bakan, bakanlar), and doesn't know possessors
/// before a vowel (ülkesi). So nouns have a second stem, by a light stemmer of ours.
fn noun(word: &str, stem: &str) -> Option<String> {
    let noun = word.split('\'').next()?;
    let first = ENDINGS.stem(noun);
    if first == stem { ENDINGS.second(noun, stem) } else { Some(first) }
}

const ENDINGS: Endings = Endings {
    vowels: "aeıioöuü",
    voiceless: "pçtkfhsş",
    layers: &[CASES, POSSESSORS, PLURALS],
    softened: &[("ğ", "k"), ("b", "p"), ("c", "ç"), ("hakk", "hak")],
    whole: &["bakan", "başkan", "insan", "zaman", "düşman", "kanun", "vatan", "uzman", "orman", "alan", "kadın", "iye"],
};

#[rustfmt::skip]
const CASES: &[(After, &[&str])] = &[
    (After::Vowel, &[
        "nın", "nin", "nun", "nün", "ya", "ye", "yı", "yi", "yu", "yü", "nı", "ni", "nu", "nü", "na", "ne", "nda", "nde",
        "ndan", "nden", "yla", "yle", "ndaki", "ndeki",
    ]),
    (After::Consonant, &["ın", "in", "un", "ün", "a", "e", "la", "le"]),
    (After::Voiceless, &["ta", "te", "tan", "ten", "taki", "teki"]),
    (After::Any, &["da", "de", "dan", "den", "daki", "deki", "dır", "dir", "dur", "dür"]),
];

#[rustfmt::skip]
const POSSESSORS: &[(After, &[&str])] = &[
    (After::Vowel, &["sı", "si", "su", "sü", "mız", "miz", "muz", "müz", "nız", "niz", "nuz", "nüz"]),
    (After::Consonant, &[
        "ı", "i", "u", "ü", "ım", "im", "um", "üm", "ımız", "imiz", "umuz", "ümüz", "ınız", "iniz", "unuz", "ünüz",
    ]),
];

const PLURALS: &[(After, &[&str])] = &[(After::Any, &["lar", "ler"])];

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "acaba", "ama", "ancak", "bana", "bazı", "ben", "beni", "benim", "bir", "biri", "biz", "bize", "bizim",
    "bu", "buna", "bunda", "bundan", "bunlar", "bunu", "bunun", "çünkü", "da", "daha", "de", "defa",
    "değil", "diye", "en", "eğer", "gibi", "hangi", "hem", "hep", "hepsi", "her", "hiç", "için", "ile",
    "ise", "kadar", "kendi", "ki", "kim", "kimin", "mı", "mi", "mu", "mü", "nasıl", "ne", "neden", "nedir",
    "nerede", "niçin", "niye", "o", "olan", "olarak", "oldu", "olduğu", "olduğunu", "on", "ona", "ondan",
    "onlar", "onu", "onun", "sen", "siz", "şey", "şu", "tüm", "var", "ve", "veya", "ya", "yani", "yok",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["barış barışı BARIŞ", "devlet devletler devletleri", "İstanbul istanbul", "Türkiye Türkiye'nin", "bakan bakanlar bakanın", "ülke ülkesi ülkemizin", "hak hakkı haklar"],
    apart: &["barış bakış", "ılık ilik"],
    same: &["IRAK ırak", "İSTANBUL istanbul", "hâkim hakim"],
    differ: &["ılık ilik", "şan san", "çok cok"],
};
