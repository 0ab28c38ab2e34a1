//! Italian.

use verbale_statement::Language;

use super::{Apostrophe, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("it"),
    apostrophe: Apostrophe::Elision(ELIDED),
    stemmer: Stemmer::Successor(frostem::Algorithm::Italian),
    accents_omitted: true,
    ..PLAIN
};

/// Articles, articulated prepositions and pronouns that lose their vowel, as in Lucene's ItalianAnalyzer,
/// and short words that lose it as well.
const ELIDED: &[&str] = &[
    "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl", "sugl", "un",
    "m", "t", "s", "v", "d", "quest", "quell", "sant", "anch", "neanch", "tutt", "mezz", "senz", "nessun", "ciascun",
    "alcun", "qualcun", "com", "dov", "cos", "quand", "quant", "bell", "buon", "grand", "sott", "n",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["unione unioni dell'Unione l’unione", "nazione nazioni", "accordo accordi", "trattato trattati"],
    apart: &["pace paese", "nazione nozione"],
    same: &["perché perche", "città citta"],
    differ: &["accordo accordi"],
};
