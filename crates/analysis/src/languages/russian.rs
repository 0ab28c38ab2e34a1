//! Russian.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules, nominative};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::RUSSIAN,
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Successor(frostem::Algorithm::Russian),
    second_stem: nominative::without_ending,
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "безопасность безопасности безопасностью БЕЗОПАСНОСТЬ",
        "пролив пролива проливу проливом проливы",
        "режим режима режиму",
        "визит визита визиты",
        "проблема проблемы проблем",
        "договорённость договоренности договорённостей",
        "страна страны стран странах",
        "США С.Ш.А.",
    ],
    apart: &["мир мера", "право правда", "страна сторона"],
    same: &["ещё ЕЩЕ", "за\u{301}мок замок", "мо\u{438}\u{306} мой"],
    differ: &["май маи", "страна страны"],
};
