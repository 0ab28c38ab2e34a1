//! French.

mod irregular;

use verbale_statement::Language;

use super::{Apostrophe, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::FRENCH,
    apostrophe: Apostrophe::Elision(ELIDED),
    stemmer: Stemmer::Successor(frostem::Algorithm::French),
    irregular: Some(|| &irregular::IRREGULAR),
    second_stem: noun,
    accents_omitted: true,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Snowball takes nouns in -it for verbs (conflit, conflits), and makes one singular of all plurals in -aux: travail,
/// travaux.
fn noun(word: &str, stem: &str) -> Option<String> {
    match word.strip_suffix("aux") {
        Some(rest) => Some(format!("{rest}ail")),
        None => (word.ends_with("it") && word != stem).then(|| word.to_owned()),
    }
}

/// Words that lose their vowel before another (see Grevisse, Le Bon Usage, on elision).
const ELIDED: &[&str] = &[
    "l", "d", "j", "m", "t", "s", "n", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
    "quelqu",
];

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "afin", "ai", "alors", "apres", "au", "aucun", "aucune", "aussi", "autre", "autres", "aux",
    "avait", "avant", "avec", "avoir", "ayant", "c", "ce", "ceci", "cela", "celle", "celles", "celui",
    "ces", "cet", "cette", "ceux", "chaque", "chez", "comme", "comment", "contre", "d", "dans", "de",
    "depuis", "des", "dont", "du", "duquel", "elle", "elles", "en", "entre", "est", "et", "etaient",
    "etait", "etant", "ete", "etre", "eu", "eux", "furent", "fut", "il", "ils", "j", "je", "jusqu", "l",
    "la", "laquelle", "le", "lequel", "les", "lesquelles", "lesquels", "leur", "leurs", "lors", "lui", "m",
    "ma", "mais", "me", "mes", "meme", "n", "ne", "ni", "nos", "notre", "nous", "on", "ont", "ou", "par",
    "parmi", "pas", "pendant", "plus", "pour", "pourquoi", "qu", "quand", "que", "quel", "quelle",
    "quelles", "quels", "qui", "quoi", "s", "sa", "sans", "se", "sera", "seront", "ses", "si", "sont",
    "sous", "sur", "t", "ta", "tandis", "te", "tel", "telle", "tous", "tout", "toute", "toutes", "tu", "un",
    "une", "vers", "vos", "votre", "vous", "y",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "réfugié réfugiés RÉFUGIÉE",
        "réfugié réfugiés refugie refugies",
        "accord accords l'accord d’accord",
        "négociation négociations",
        "conflit conflits",
        "travail travaux",
        "prendre pris prise prennent prit",
        "comprendre compris comprend",
        "tenir tenu tient tiendra",
        "voir vu voit verra",
        "prévoir prévu prévue prévoit prevu",
        "faire fait fera",
        "dire dit disent",
        "mettre mis mise mettent",
        "recevoir reçu reçus reçoit recu",
        "conduire conduit conduisent",
        "naître né née",
        "mourir mort meurt",
        "venir venu vient viennent",
        "défendre défend défendu",
        "atteindre atteint atteignent",
        "œil yeux",
        "public publique publics",
    ],
    apart: &[
        "paix pays",
        "accord accent",
        "ne naître",
        "vue voir",
        "entreprise entreprendre",
        "Vienne venir",
        "vin venir",
    ],
    same: &["œuvre oeuvre", "Réfugiés refugies", "aujourd’hui aujourd'hui"],
    differ: &["accord accords"],
};
