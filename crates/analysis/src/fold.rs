//! Spellings that readers take for the same become the same.

use icu_normalizer::properties::CanonicalCombiningClassMap;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The word in lower case and in Unicode's composed compatibility form (NFKC), without characters that are not
/// seen (soft hyphens, joiners) and without the Arabic tatweel: what a stemmer takes.
pub(crate) fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let visible: String = word.chars().filter(|c| !is_unseen(*c)).collect();
    ComposingNormalizerBorrowed::new_nfkc().normalize(&visible).to_lowercase().replace('\u{2019}', "'")
}

/// A word as [`lower`] gives it, or a stem of one, without the marks that writers of its script leave out:
/// accents on Latin and Greek letters, vowel signs and hamza carriers of Arabic, points of Hebrew, and of
/// Cyrillic the stress mark and the dots of ё. (й, ї and ў are letters of their own.)
pub(crate) fn fold(word: String) -> String {
    if word.is_ascii() {
        return word;
    }
    let classes = CanonicalCombiningClassMap::new();
    let mut base = ' ';
    let kept: String = DecomposingNormalizerBorrowed::new_nfd()
        .normalize(&word)
        .chars()
        .filter_map(|c| {
            if classes.get_u8(c) == 0 {
                base = c;
                return Some(if c == 'ٱ' { 'ا' } else { c });
            }
            keeps(base, c).then_some(c)
        })
        .collect();
    ComposingNormalizerBorrowed::new_nfc().normalize(&kept).into_owned()
}

fn keeps(base: char, mark: char) -> bool {
    match base {
        'a'..='z' | '\u{00C0}'..='\u{024F}' | '\u{0370}'..='\u{03FF}' | '\u{0590}'..='\u{06FF}' => false,
        '\u{0400}'..='\u{052F}' => !matches!((base, mark), (_, '\u{0300}' | '\u{0301}') | ('е', '\u{0308}')),
        _ => true,
    }
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{0640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_readers_take_for_the_same_meet() {
        let same = [
            ("Réfugiés", "refugies"),
            ("ещё", "ЕЩЕ"),
            ("за\u{301}мок", "замок"),
            ("Ｗｔｏ", "WTO"),
            ("أمن", "امن"),
            ("أَمْنٌ", "أمن"),
            ("الســلام", "السلام"),
            ("co\u{AD}operation", "cooperation"),
            ("Ειρήνη", "ειρηνη"),
            ("İstanbul", "istanbul"),
            ("e\u{301}", "é"),
        ];
        for (one, other) in same {
            assert_eq!(fold(lower(one)), fold(lower(other)), "{one} {other}");
        }
    }

    #[test]
    fn letters_of_their_own_stay() {
        for (one, other) in [("май", "маи"), ("їх", "іх"), ("か", "が"), ("안", "아")] {
            assert_ne!(fold(lower(one)), fold(lower(other)));
        }
    }
}
