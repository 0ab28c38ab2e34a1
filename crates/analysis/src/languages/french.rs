//! French.

use verbale_statement::Language;

use super::{Apostrophe, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::FRENCH,
    apostrophe: Apostrophe::Elision(ELIDED),
    stemmer: Stemmer::Successor(frostem::Algorithm::French),
    second_stem: noun,
    accents_omitted: true,
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
    "l", "d", "j", "m", "t", "s", "n", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["réfugié réfugiés RÉFUGIÉE", "réfugié réfugiés refugie refugies", "accord accords l'accord d’accord", "négociation négociations", "conflit conflits", "travail travaux"],
    apart: &["paix pays", "accord accent"],
    same: &["œuvre oeuvre", "Réfugiés refugies", "aujourd’hui aujourd'hui"],
    differ: &["accord accords"],
};
