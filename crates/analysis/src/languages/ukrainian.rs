//! Ukrainian.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules, nominative};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("uk"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Successor(frostem::Algorithm::Ukrainian),
    second_stem: open_syllable,
    // The apostrophe parts sounds and is often left out, or typed as another mark.
    expansions: &[('\'', "")],
    ..PLAIN
};

/// In a closed last syllable о and е become і (договір, договору); a word without an ending is read with о, too.
/// S. Pugh and I. Press, Ukrainian: A Comprehensive Grammar, 1999.
fn open_syllable(word: &str, stem: &str) -> Option<String> {
    let mut ends = word.char_indices().rev();
    let (_, last) = ends.next()?;
    match ends.next() {
        Some((at, 'і')) if !"аеиіоуюяєїйь".contains(last) => Some(format!("{}о{last}", &word[..at])),
        _ => nominative::without_ending(word, stem),
    }
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "безпека безпеки безпеку безпекою",
        "договір договору договори договором",
        "об'єднання об’єднанням",
        "держава держави держав",
        "право права прав",
    ],
    apart: &["мир мрія", "країна крайній"],
    same: &["п'ять п’ять пʼять пять", "Київ КИЇВ"],
    differ: &["їх іх", "ґрати грати"],
};
