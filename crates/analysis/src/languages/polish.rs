//! Polish.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("pl"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Polish),
    letters: "ąćęłńóśźż",
    second_stem: other_reading,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Locatives that soften a consonant (traktacie, narodzie, ministrze), and nominatives and genitives whose last vowel
/// falls out or changes before an ending (minister, wojen, naród).
fn other_reading(word: &str, stem: &str) -> Option<String> {
    let softened = [("cie", "t"), ("dzie", "d"), ("rze", "r"), ("owie", ""), ("ister", "istr"), ("ód", "od"), ("ój", "oj"), ("ojen", "ojn")];
    softened
        .iter()
        .find_map(|(end, other)| Some(format!("{}{other}", word.strip_suffix(end)?)))
        .filter(|other| other.len() > 2)
        .or_else(|| super::nominative::without_ending(word, stem))
}

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "aby", "ale", "albo", "ani", "az", "bez", "bo", "by", "byc", "był", "była", "było", "były", "być",
    "choć", "co", "czy", "czym", "czyli", "dla", "do", "gdy", "gdzie", "go", "i", "ich", "ile", "im", "iż",
    "ja", "jak", "jaka", "jaki", "jakie", "jako", "je", "jednak", "jego", "jej", "jest", "już", "każdy",
    "kiedy", "kim", "kto", "która", "które", "którego", "której", "który", "których", "ku", "lub", "ma",
    "mi", "między", "mnie", "mu", "my", "na", "nad", "nam", "nas", "nasz", "nie", "nich", "nim", "niż", "o",
    "od", "on", "ona", "one", "oni", "ono", "oraz", "pod", "po", "podczas", "ponieważ", "przed", "przez",
    "przy", "są", "się", "sobie", "swoje", "ta", "tak", "także", "tam", "te", "tego", "tej", "temu", "ten",
    "też", "to", "tu", "tylko", "tych", "tym", "u", "w", "we", "więc", "wszystkie", "z", "za", "ze", "że",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["państwo państwa państwu", "traktat traktaty traktatów traktatu", "umowa umowy umowę", "minister ministra ministrze ministrowie", "naród narodu narodzie", "rada radzie"],
    apart: &["pokój poker", "sąd sad"],
    same: &["Réunion reunion"],
    differ: &["sąd sad", "łan lan"],
};
