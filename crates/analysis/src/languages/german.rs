//! German.
//!
//! In quotations ä, ö and ü are written ae, oe and ue, as German writes them where it has no umlauts (DIN 5007-2). So
//! Müller and Mueller are one and schön and schon are two: no two words of German differ in ue against ü. Snowball's
//! stemmer knows both spellings by itself, and drops the umlaut, as plurals have it: Land, Länder.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("de"),
    stemmer: Stemmer::Successor(frostem::Algorithm::German),
    expansions: &[('ä', "ae"), ('ö', "oe"), ('ü', "ue")],
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "Verhandlung Verhandlungen",
        "Maßnahme Maßnahmen Massnahmen MASSNAHME",
        "Land Länder Laender Landes",
        "Müller Mueller Muller",
    ],
    apart: &["Frieden Freund", "Staat Stadt"],
    same: &["Maßnahme MASSNAHME", "Müller Mueller", "STRAẞE Straße"],
    differ: &["schön schon", "Land Länder"],
};
