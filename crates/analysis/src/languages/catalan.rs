//! Catalan.

use verbale_statement::Language;

use super::{Apostrophe, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("ca"),
    apostrophe: Apostrophe::Elision(&["d", "l", "m", "n", "s", "t"]),
    spelling: without_middle_dot,
    stemmer: Stemmer::Successor(frostem::Algorithm::Catalan),
    second_stem: plural,
    accents_omitted: true,
    ..PLAIN
};

/// The ela geminada is typed as l·l, ŀl or ll (l.l are two words to Unicode).
fn without_middle_dot(word: &mut String) {
    word.retain(|c| c != '·');
}

/// Snowball cuts nació to "nac", but nacions to "nacion"; and ministre to "minist", but ministres to "ministr".
fn plural(word: &str, _: &str) -> Option<String> {
    match word.strip_suffix('ó') {
        Some(rest) => Some(format!("{rest}on")),
        None => word.strip_suffix('e').filter(|rest| rest.ends_with('r') && rest.len() > 3).map(str::to_owned),
    }
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["acord acords l'acord", "nació nacions", "ministre ministres", "refugiat refugiats"],
    apart: &["pau país", "acord acte"],
    same: &["col·laboració collaboracio", "nació nacio"],
    differ: &["acord acords"],
};
