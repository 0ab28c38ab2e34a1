//! Catalan.

use verbale_statement::Language;

use super::{Apostrophe, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("ca"),
    apostrophe: Apostrophe::Elision(&["d", "l", "m", "n", "s", "t"]),
    spelling: without_middle_dot,
    stemmer: Stemmer::Successor(frostem::Algorithm::Catalan),
    second_stem: plural_of_action,
    accents_omitted: true,
    ..PLAIN
};

/// The ela geminada is typed as l·l, ŀl, l.l or ll.
fn without_middle_dot(word: &mut String) {
    word.retain(|c| c != '·');
}

/// Snowball cuts nació to "nac", but nacions to "nacion".
fn plural_of_action(word: &str, _: &str) -> Option<String> {
    Some(format!("{}on", word.strip_suffix("ó")?))
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["acord acords l'acord", "nació nacions", "refugiat refugiats"],
    apart: &["pau país", "acord acte"],
    same: &["col·laboració collaboracio", "nació nacio"],
    differ: &["acord acords"],
};
