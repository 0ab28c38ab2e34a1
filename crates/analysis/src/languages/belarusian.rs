//! Belarusian: a light stemmer of ours.
//!
//! On the endings of nouns, adjectives and verbs see P. Mayo, Belorussian, in: B. Comrie and G. Corbett, eds, The Slavonic
//! Languages, 1993. Limits: consonants that change before an ending (бяспека, бяспецы) part the forms, as do
//! vowels that change with the stress.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::of("be"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Own(|word| cut(word, &[REFLEXIVE, ENDINGS, SOFT], 3).to_owned()),
    expansions: &[('\'', "")],
    ..PLAIN
};

const REFLEXIVE: &[&str] = &["ся", "цца"];

const ENDINGS: &[&str] = &[
    "а", "я", "ы", "і", "у", "ю", "е", "э", "о", "ё", "ам", "ям", "ом", "ём", "ем", "ах", "ях", "амі", "ямі", "ай", "яй",
    "ой", "ёй", "ей", "аю", "яю", "ою", "ёю", "аў", "яў", "оў", "ёў", "ая", "яя", "ае", "яе", "ое", "ыя", "ія", "ага",
    "яга", "ога", "аму", "яму", "ому", "ым", "ім", "ую", "юю", "ых", "іх", "ымі", "імі", "ць", "аць", "яць", "іць",
    "ыць", "уць", "юць", "ла", "лі", "ло", "ала", "алі", "іла", "ілі", "іў", "ыў", "ью",
];

const SOFT: &[&str] = &["ь", "ц"];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "дзяржава дзяржавы дзяржаву дзяржавамі",
        "бяспека бяспекі бяспеку",
        "дагавор дагавора дагаворы дагавораў",
        "магчымасць магчымасці магчымасцю магчымасцяў",
        "аб'яднанне аб’яднання",
    ],
    apart: &["мір мера", "дзяржава дзяўчына"],
    same: &["аб'ект аб’ект абʼект", "Мінск МІНСК"],
    differ: &["ўзор узор", "дзяржава дзяржавы"],
};
