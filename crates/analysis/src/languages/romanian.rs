//! Romanian.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("ro"),
    also: &[Language::of("mo")],
    spelling: with_commas,
    stemmer: Stemmer::Successor(frostem::Algorithm::Romanian),
    second_stem: neuter_plural,
    accents_omitted: true,
    ..PLAIN
};

/// Older character sets had ş and ţ with a cedilla in the place of ș and ț.
fn with_commas(word: &mut String) {
    if word.contains(['ş', 'ţ']) {
        *word = word.replace('ş', "ș").replace('ţ', "ț");
    }
}

/// Snowball leaves the ur of neuter plurals (acord, acorduri), the u of ministru and the ar of cooperării.
fn neuter_plural(word: &str, _: &str) -> Option<String> {
    let endings = ["uri", "urile", "urilor", "ării", "ărilor"];
    let masculine = word.strip_suffix('u').filter(|rest| rest.ends_with("tr"));
    endings
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|rest| rest.len() > 2)
        .or(masculine)
        .map(str::to_owned)
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["acord acorduri acordul", "națiune națiuni naţiuni", "negociere negocieri", "ministru ministrului miniștri", "cooperare cooperării"],
    apart: &["pace parte", "stat stare"],
    same: &["naţiune națiune", "România romania"],
    differ: &["acord acorduri"],
};
