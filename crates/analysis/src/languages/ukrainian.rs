//! Ukrainian.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules, nominative};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("uk"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Successor(frostem::Algorithm::Ukrainian),
    second_stem: other_reading,
    // The apostrophe parts sounds and is often left out, or typed as another mark.
    expansions: &[('\'', "")],
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// What Snowball leaves of a word in another way than of its other forms.
fn other_reading(word: &str, stem: &str) -> Option<String> {
    // Consonants that soften (безпека, безпеці), nouns in -я (санкція, санкцій; співпраця, співпрацею), people
    // (громадянин, громадяни), participles (підписано).
    let ends = [
        ("ці", "к"), ("зі", "г"), ("сі", "х"), ("ій", "і"), ("ею", ""), ("янин", "ян"), ("янина", "ян"), ("яни", "ян"),
        ("янам", "ян"), ("янами", "ян"), ("ано", ""), ("аний", ""), ("ана", ""), ("ані", ""), ("посол", "посл"),
        ("посла", "посл"),
        ("посли", "посл"),
        ("чю", ""), ("тю", "т"),
    ];
    let read = |(end, left): &(&str, &str)| Some(format!("{}{left}", word.strip_suffix(end)?));
    ends.iter().find_map(read).filter(|read| read != stem && read.chars().count() >= 3).or_else(|| open_syllable(word, stem))
}

/// In a closed last syllable о and е become і (договір, договору); a word without an ending is read with о, too.
/// S. Pugh and I. Press, Ukrainian: A Comprehensive Grammar, 1999.
fn open_syllable(word: &str, stem: &str) -> Option<String> {
    let mut ends = word.char_indices().rev();
    let (_, last) = ends.next()?;
    match ends.next() {
        Some((at, 'і')) if !"аеиіоуюяєїйь".contains(last) && !STOP_WORDS.contains(&word) => Some(format!("{}о{last}", &word[..at])),
        _ => nominative::without_ending(word, stem),
    }
}

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "а", "або", "адже", "але", "без", "би", "був", "була", "були", "було", "бути", "в", "вам", "вас", "ваш",
    "вже", "ви", "від", "він", "вона", "вони", "воно", "всі", "для", "до", "е", "за", "з", "зі", "і", "із",
    "інші", "її", "їй", "їм", "їх", "його", "й", "йому", "як", "яка", "яке", "який", "які", "якій", "яких",
    "якого", "якої", "коли", "кого", "кому", "куди", "ли", "лише", "між", "ми", "на", "навіщо", "над",
    "нам", "нас", "не", "нього", "неї", "ні", "них", "о", "об", "од", "он", "перед", "після", "під", "по",
    "при", "про", "с", "себе", "скільки", "собі", "та", "так", "також", "там", "те", "тим", "то", "тобто",
    "тому", "той", "тут", "у", "усі", "хто", "це", "цей", "ці", "цих", "цього", "цієї", "цьому", "ця", "чи",
    "чия", "чий", "чим", "чого", "чому", "через", "що", "щоб", "є",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "безпека безпеки безпеку безпекою",
        "договір договору договори договором",
        "об'єднання об’єднанням",
        "держава держави держав",
        "право права прав",
        "безпека безпеці",
        "санкція санкцій санкціями",
        "громадянин громадяни громадян",
        "співпраця співпрацею",
    ],
    apart: &["вода від", "мир мрія", "країна крайній"],
    same: &["п'ять п’ять пʼять пять", "Київ КИЇВ"],
    differ: &["їх іх", "ґрати грати"],
};
