//! Russian.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules, nominative};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::RUSSIAN,
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Successor(frostem::Algorithm::Russian),
    second_stem: other_reading,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// The vowel of a last syllable that falls out before an ending (беженец, беженца; рынок, рынка; уровень, уровня; посол,
/// посла), or a nominative that looks like another form.
fn other_reading(word: &str, stem: &str) -> Option<String> {
    let short = [("ец", "ц"), ("ок", "к"), ("ень", "н"), ("посол", "посл")];
    let read = |(end, left): &(&str, &str)| Some(format!("{}{left}", word.strip_suffix(end)?));
    short
        .iter()
        .find_map(read)
        .filter(|left| stem == word.trim_end_matches('ь') && left.chars().count() > 3)
        .or_else(|| nominative::without_ending(word, stem))
}

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "а", "без", "более", "бы", "был", "была", "были", "было", "быть", "в", "во", "все", "вы", "где", "да",
    "для", "до", "его", "ее", "ей", "если", "есть", "же", "за", "и", "из", "или", "им", "их", "к", "как",
    "какая", "какие", "каким", "какими", "каких", "каков", "какова", "какой", "каком", "какую", "ко", "когда",
    "кого", "ком", "кому", "которая", "которого", "которое", "которой", "котором", "которую", "которые",
    "который", "которых", "кто", "ли", "между", "на", "над", "не", "него", "нее", "ней", "нет", "ни", "них",
    "но", "о", "об", "он", "она", "они", "оно", "от", "по", "под", "почему", "при", "с", "сколько", "со", "так",
    "также", "то", "того", "тоже", "только", "том", "у", "уже", "чего", "чей", "чем", "чему", "через", "что",
    "чтобы", "эта", "эти", "это", "этого", "этой", "этом", "этот",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "безопасность безопасности безопасностью БЕЗОПАСНОСТЬ",
        "пролив пролива проливу проливом проливы",
        "режим режима режиму",
        "визит визита визиты",
        "беженец беженца беженцев",
        "рынок рынка рынков",
        "уровень уровня уровней",
        "посол посла послы",
        "проблема проблемы проблем",
        "договорённость договоренности договорённостей",
        "страна страны стран странах",
        "США С.Ш.А.",
    ],
    apart: &["мир мера", "право правда", "страна сторона"],
    same: &["ещё ЕЩЕ", "за\u{301}мок замок", "мо\u{438}\u{306} мой"],
    differ: &["май маи", "страна страны"],
};
