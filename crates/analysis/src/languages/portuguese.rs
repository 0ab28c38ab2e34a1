//! Portuguese.

mod irregular;

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("pt"),
    stemmer: Stemmer::Original(rust_stemmers::Algorithm::Portuguese),
    irregular: Some(|| &irregular::IRREGULAR),
    second_stem: singular,
    accents_omitted: true,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Snowball cuts nação to "naçã", but nações to "naçõ": the words are too short for its plurals. It
/// leaves internacional as it is, and cuts internacionais to "internacion".
fn singular(word: &str, _: &str) -> Option<String> {
    let plurals = [("ões", "ã"), ("ais", "al")];
    plurals.iter().find_map(|(plural, singular)| Some(format!("{}{singular}", word.strip_suffix(plural)?)))
}

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "ante", "ao", "aos", "apos", "as", "ate", "cada", "com", "como", "contra", "da", "das", "de",
    "dela", "delas", "dele", "deles", "desde", "do", "dos", "durante", "e", "ela", "elas", "ele", "eles",
    "em", "entre", "era", "eram", "essa", "essas", "esse", "esses", "esta", "estao", "estas", "estava",
    "estavam", "este", "estes", "eu", "foi", "foram", "ha", "isso", "isto", "ja", "lhe", "lhes", "mais",
    "mas", "me", "mesmo", "meu", "minha", "muito", "na", "nao", "nas", "nem", "no", "nos", "nossa", "nosso",
    "num", "numa", "o", "onde", "os", "ou", "para", "pela", "pelas", "pelo", "pelos", "perante", "por",
    "porque", "qual", "quais", "quando", "quanto", "que", "quem", "se", "seja", "sem", "ser", "sera", "seu",
    "seus", "sob", "sobre", "sua", "suas", "tambem", "te", "tem", "tendo", "teu", "um", "uma", "umas",
    "uns", "voce",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "negociação negociações",
        "nação nações",
        "acordo acordos",
        "internacional internacionais",
        "refugiado refugiados refugiada",
        "fazer fez fizeram feito faz",
        "dizer disse dito",
        "propor propôs propuseram proposta",
        "manter manteve mantiveram",
        "escrever escrito",
        "descobrir descoberto",
        "eleger eleito",
    ],
    apart: &["paz país", "acordo acontece", "imposto impor", "por propor", "porto propor"],
    same: &["nação nacao", "São sao"],
    differ: &["paz pais"],
};
