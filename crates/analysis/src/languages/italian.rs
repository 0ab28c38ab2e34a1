//! Italian.

mod irregular;

use verbale_statement::Language;

use super::{Apostrophe, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("it"),
    apostrophe: Apostrophe::Elision(ELIDED),
    stemmer: Stemmer::Successor(frostem::Algorithm::Italian),
    irregular: Some(|| &irregular::IRREGULAR),
    accents_omitted: true,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Articles, articulated prepositions and pronouns that lose their vowel, as in Lucene's ItalianAnalyzer,
/// and short words that lose it as well.
const ELIDED: &[&str] = &[
    "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl",
    "sugl", "un", "m", "t", "s", "v", "d", "quest", "quell", "sant", "anch", "neanch", "tutt", "mezz",
    "senz", "nessun", "ciascun", "alcun", "qualcun", "com", "dov", "cos", "quand", "quant", "bell", "buon",
    "grand", "sott", "n",
];

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "ad", "agli", "ai", "al", "alla", "alle", "allo", "anche", "avere", "aveva", "c", "che", "chi",
    "ci", "cio", "coi", "col", "con", "cui", "d", "da", "dagli", "dai", "dal", "dalla", "dalle", "dallo",
    "degli", "dei", "del", "della", "delle", "dello", "di", "dopo", "dov", "dove", "e", "ed", "era",
    "erano", "essere", "fra", "fu", "furono", "gli", "ha", "hanno", "i", "il", "in", "io", "l", "la", "le",
    "lei", "li", "lo", "loro", "lui", "ma", "mentre", "mi", "mia", "mio", "ne", "negli", "nei", "nel",
    "nella", "nelle", "nello", "noi", "nostra", "nostro", "o", "ogni", "per", "perche", "piu", "quale",
    "quali", "quando", "quanto", "quella", "quelle", "quelli", "quello", "questa", "queste", "questi",
    "questo", "sara", "se", "sei", "si", "sia", "siano", "sono", "sotto", "sta", "stato", "su", "sua",
    "sue", "sugli", "sui", "sul", "sulla", "sulle", "sullo", "suo", "suoi", "tra", "tu", "un", "una", "uno",
    "vi", "voi",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "unione unioni dell'Unione l’unione",
        "nazione nazioni",
        "accordo accordi",
        "trattato trattati",
        "fare fatto fece",
        "dire detto disse dice",
        "proporre proposto propone propose",
        "produrre prodotto produce",
        "mettere messo mise",
        "venire viene venne",
        "ottenere ottiene ottenne",
        "scrivere scritto scrisse",
        "morire morto muore",
        "nascere nacque nata",
    ],
    apart: &[
        "pace paese",
        "nazione nozione",
        "NATO nascere",
        "chiese chiedere",
        "posta porre",
        "terra tenere",
        "rivolta rivolgere",
        "corso correre",
    ],
    same: &["perché perche", "città citta"],
    differ: &["accordo accordi"],
};
