//! Spanish.

mod irregular;

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("es"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Spanish),
    letters: "ñ",
    irregular: Some(|| &irregular::IRREGULAR),
    second_stem: |word, stem| respelt(word).filter(|form| form != stem),
    accents_omitted: true,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// The stem with another last consonant, as Spanish writes one sound in several ways: paz, paces; realizar, realice;
/// ratificar, ratifique; ofrecer, ofrezca. Only endings that are those of no other words.
fn respelt(word: &str) -> Option<String> {
    let endings = [
        ("ces", "z"),
        ("ice", "iz"),
        ("icen", "iz"),
        ("icemos", "iz"),
        ("icé", "iz"),
        ("ifique", "ific"),
        ("ifiquen", "ific"),
        ("ifiqué", "ific"),
        ("ezca", "ec"),
        ("ezcan", "ec"),
        ("ezco", "ec"),
        ("ezcamos", "ec"),
        ("nozca", "noc"),
        ("nozcan", "noc"),
        ("nozco", "noc"),
        ("nozcamos", "noc"),
    ];
    endings.iter().find_map(|(ending, last)| Some(format!("{}{last}", word.strip_suffix(ending)?)))
}

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "al", "algo", "ante", "antes", "aquel", "aquella", "aquellas", "aquellos", "asi", "aunque", "cada",
    "como", "con", "contra", "cual", "cuales", "cuando", "cuanta", "cuantas", "cuanto", "cuantos", "cuya",
    "cuyas", "cuyo", "cuyos", "de", "del", "desde", "donde", "durante", "e", "el", "ella", "ellas", "ellos",
    "en", "entre", "era", "eran", "es", "esa", "esas", "ese", "eso", "esos", "esta", "estaba", "estaban",
    "estan", "estar", "estas", "este", "esto", "estos", "fue", "fueron", "ha", "haber", "habia", "habian",
    "han", "hasta", "hay", "hubo", "la", "las", "le", "les", "lo", "los", "mas", "me", "mi", "mis", "muy", "ni",
    "no", "nos", "nuestra", "nuestras", "nuestro", "nuestros", "o", "otra", "otras", "otro", "otros", "para",
    "pero", "por", "porque", "que", "quien", "quienes", "se", "sea", "sean", "segun", "ser", "sera", "seran",
    "seria", "serian", "si", "sido", "sin", "sobre", "son", "su", "sus", "tambien", "te", "tener", "tenia",
    "tenian", "tiene", "tienen", "toda", "todas", "todo", "todos", "tu", "tus", "tuvo", "u", "un", "una",
    "unas", "uno", "unos", "y", "ya",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "nación naciones nacion",
        "acuerdo acuerdos",
        "paz paces",
        "refugiado refugiados refugiada",
        "negociación negociaciones",
        "pensar piensa pensó",
        "encontrar encuentra encontraron",
        "pedir pide pidió pidieron",
        "morir murió murio muerto",
        "decir dijo dice dicho dirá",
        "hacer hizo hecho haga",
        "poner puso puesta",
        "proponer propuso propuesto",
        "producir produjo produzca",
        "venir vino viene",
        "volver vuelto",
        "resolver resuelto resuelve",
        "descubrir descubierto",
        "describir descrito",
        "elegir electo",
        "realizar realice realicen",
        "ofrecer ofrezca",
    ],
    apart: &[
        "paz país",
        "año ano",
        "puerto portar",
        "cuerpo corporal",
        "acuerdo acordar",
        "impuesto imponer",
        "vista ver",
    ],
    same: &["nación nacion", "pingüino pinguino"],
    differ: &["año ano", "España Espana"],
};
