//! Russian.

mod irregular;

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules, nominative};
use crate::normalise::fold;
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::RUSSIAN,
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Successor(frostem::Algorithm::Russian),
    irregular: Some(|| &irregular::IRREGULAR),
    second_stem: other_form,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Another way to read a regular form.
fn other_form(word: &str, stem: &str) -> Option<String> {
    // The stemmer reads ё as е.
    let word = &fold(word, &RULES);
    of_verb(word).filter(|form| form != stem).or_else(|| other_reading(word, stem))
}

/// The stem of the infinitive of a present of -овать (требует, требовать) or of a passive participle of -ить with an л
/// that the infinitive lacks (направлен, направить).
fn of_verb(word: &str) -> Option<String> {
    let long = |rest: &&str| rest.chars().count() >= 4;
    if let Some(rest) =
        ["ует", "уют", "уется", "уются"].iter().find_map(|end| word.strip_suffix(end)).filter(long)
    {
        let vowel = if rest.ends_with(['ж', 'ц', 'ч', 'ш', 'щ']) { 'е' } else { 'о' };
        return Some(format!("{rest}{vowel}ва"));
    }
    let endings = [
        "", "а", "о", "ы", "ный", "ная", "ное", "ные", "ного", "ной", "ном", "ному", "ным", "ных", "ными",
        "ную",
    ];
    let participle = |end: &&str| word.strip_suffix(end)?.strip_suffix("лен");
    endings
        .iter()
        .find_map(participle)
        .filter(long)
        .filter(|rest| rest.ends_with(['б', 'в', 'м', 'п']))
        .map(str::to_owned)
}

/// The vowel of a last syllable that falls out before an ending (беженец, беженца; владелец, владельца; рынок, рынка; уровень, уровня; посол,
/// посла), or a nominative that looks like another form.
fn other_reading(word: &str, stem: &str) -> Option<String> {
    let short = [
        ("лец", "льц"),
        ("аец", "айц"),
        ("еец", "ейц"),
        ("иец", "ийц"),
        ("оец", "ойц"),
        ("ец", "ц"),
        ("ок", "к"),
        ("ень", "н"),
        ("посол", "посл"),
    ];
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
        "владелец владельца владельцев",
        "европеец европейца европейцы",
        "человек человека люди людей",
        "ребёнок ребёнка дети детей",
        "день дня дней",
        "отец отца отцы",
        "время времени",
        "имя имени",
        "идти идёт шёл шла",
        "найти нашёл найдёт найдены",
        "прийти придёт пришёл",
        "писать пишет пишут",
        "подписать подпишет",
        "сказать скажет",
        "провести проведёт провёл проведены",
        "внести внёс внесла внесёт",
        "умереть умер умрёт умерла",
        "требовать требует требуют",
        "направить направил направлен направлена",
        "проблема проблемы проблем",
        "договорённость договоренности договорённостей",
        "страна страны стран странах",
        "США С.Ш.А.",
    ],
    apart: &[
        "мир мера",
        "плен пленум",
        "известие извёл",
        "возраст рост",
        "село сесть",
        "пишет пища",
        "другой друзья",
        "брат берёт",
        "право правда",
        "страна сторона",
    ],
    same: &["ещё ЕЩЕ", "за\u{301}мок замок", "мо\u{438}\u{306} мой"],
    differ: &["май маи", "страна страны"],
};
