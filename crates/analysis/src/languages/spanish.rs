//! Spanish.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("es"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Spanish),
    letters: "ñ",
    second_stem: singular,
    accents_omitted: true,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Before a plural z becomes c: paz, paces.
fn singular(word: &str, _: &str) -> Option<String> {
    Some(format!("{}z", word.strip_suffix("ces")?))
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
    meet: &["nación naciones nacion", "acuerdo acuerdos", "paz paces", "refugiado refugiados refugiada", "negociación negociaciones"],
    apart: &["paz país", "año ano"],
    same: &["nación nacion", "pingüino pinguino"],
    differ: &["año ano", "España Espana"],
};
