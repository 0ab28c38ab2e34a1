//! German.
//!
//! In quotations ä, ö and ü are written ae, oe and ue, as German writes them where it has no umlauts (DIN 5007-2). So
//! Müller and Mueller are one and schön and schon are two: no two words of German differ in ue against ü. Snowball's
//! stemmer knows both spellings by itself, and drops the umlaut, as plurals have it: Land, Länder.

mod irregular;

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("de"),
    stemmer: Stemmer::Successor(frostem::Algorithm::German),
    expansions: &[('ä', "ae"), ('ö', "oe"), ('ü', "ue")],
    irregular: Some(|| &irregular::IRREGULAR),
    second_stem: singular,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// The singular of a word from Latin, also as the last part of a compound.
fn singular(word: &str, _: &str) -> Option<String> {
    let latin = [
        ("ministerien", "ministerium"),
        ("ministeriums", "ministerium"),
        ("kriterien", "kriterium"),
        ("gremien", "gremium"),
        ("zentren", "zentrum"),
        ("museen", "museum"),
        ("risiken", "risiko"),
        ("themen", "thema"),
        ("visa", "visum"),
    ];
    let singular = |(plural, own): &(&str, &str)| {
        let word = format!("{}{own}", word.strip_suffix(plural)?);
        Some(RULES.stemmer.stem(&word).into_owned())
    };
    latin.iter().find_map(singular)
}

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words. Not war, hat, man and will,
/// which are other words in English.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "aber", "alle", "allem", "allen", "aller", "alles", "als", "am", "an", "auch", "auf", "aus", "bei",
    "beim", "bin", "bis", "da", "damit", "dann", "das", "dass", "dein", "dem", "den", "denn", "der",
    "deren", "des", "dessen", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch",
    "dort", "du", "durch", "ein", "eine", "einem", "einen", "einer", "eines", "er", "es", "euch", "euer",
    "fuer", "gegen", "haben", "hatte", "hatten", "hier", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre",
    "ihrem", "ihren", "ihrer", "im", "in", "indem", "ins", "ist", "jede", "jedem", "jeden", "jeder",
    "jedes", "jene", "kein", "keine", "keinen", "mein", "mich", "mir", "mit", "nach", "nicht", "noch",
    "nun", "nur", "ob", "oder", "ohne", "sehr", "sein", "seine", "seinem", "seinen", "seiner", "seit",
    "sich", "sie", "sind", "so", "sondern", "ueber", "um", "und", "uns", "unser", "unsere", "unter", "vom",
    "von", "vor", "waehrend", "waren", "warum", "was", "weil", "welche", "welchen", "welcher", "welches",
    "wem", "wen", "wer", "werden", "wie", "wieder", "wir", "wird", "wo", "wurde", "wurden", "zu", "zum",
    "zur", "zwischen",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "Verhandlung Verhandlungen",
        "Maßnahme Maßnahmen Massnahmen MASSNAHME",
        "Land Länder Laender Landes",
        "Müller Mueller Muller",
        "sprechen sprach spricht gesprochen",
        "aussprechen ausgesprochen",
        "nehmen nahm nimmt genommen",
        "teilnehmen teilgenommen",
        "beschließen beschloss beschlossen",
        "sterben starb gestorben",
        "werfen warf geworfen",
        "Haus Häuser Hauses",
        "Ministerium Ministerien",
        "Außenministerium Außenministerien",
    ],
    apart: &["Frieden Freund", "Staat Stadt", "Gefahr fahren", "Schloss schließen", "Angebot anbieten"],
    same: &["Maßnahme MASSNAHME", "Müller Mueller", "STRAẞE Straße"],
    differ: &["schön schon", "Land Länder"],
};
