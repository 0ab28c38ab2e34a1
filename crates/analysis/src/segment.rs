//! Where words begin and end.
//!
//! Word boundaries are those of Unicode (UAX #29). Where these keep together what readers take for several words, or
//! where a mark inside a word means something else in this language, words are parted further.
//!
//! Scripts that are written without spaces come out of it one character at a time; such a character is a word of its
//! own, and each neighbouring pair is a bigram, the unit by which these scripts are searched (as in Lucene's
//! CJKAnalyzer).

use std::ops::Range;

use icu_normalizer::properties::CanonicalCombiningClassMap;
use unicode_segmentation::UnicodeSegmentation;

use crate::languages::{Apostrophe, Rules};
use crate::normalise::is_apostrophe;

/// Longer "words" (base64, a file without a space) are no words in any language, so they are not looked into. An index
/// would not take them anyway. In bytes.
pub(crate) const LONGEST_WORD: usize = 512;

/// A word in a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    pub(crate) script: Script,
}

/// How the script of a word is written.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(crate) enum Script {
    /// Words stand between spaces.
    Spaced {
        /// Whether only a hyphen stands between this word and the next.
        hyphen: bool,
    },
    /// Words follow each other without spaces.
    Unspaced {
        /// Whether the next word follows immediately and is of such a script, too.
        joined: bool,
    },
}

/// What parts a word of Unicode further; each rule parts what the one before it left.
const PARTINGS: &[fn(&str, &Rules) -> Option<Parting>] = &[dots, colons, apostrophes];

/// Where a word is parted: the end of what comes before, and the beginning of what comes after.
type Parting = (usize, usize);

pub(crate) fn segments(text: &str, rules: &Rules) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::with_capacity(text.len() / 6);
    let mut words = text.unicode_word_indices().peekable();
    while let Some((start, word)) = words.next() {
        let unspaced = word.chars().next().is_some_and(is_unspaced);
        if let Some(Segment { range: before, script }) = segments.last_mut() {
            let between = &text[before.end..start];
            match script {
                Script::Unspaced { joined } => *joined = unspaced && between.is_empty(),
                Script::Spaced { hyphen } => {
                    *hyphen = !unspaced && matches!(between, "-" | "\u{2010}" | "\u{2011}");
                }
            }
            if rules.apostrophe == Apostrophe::Possession
                && is_possession(&text[before.clone()], between, word)
            {
                continue;
            }
        }
        if unspaced {
            let range = start..start + word.len();
            segments.push(Segment { range, script: Script::Unspaced { joined: false } });
            continue;
        }
        let mut end = start + word.len();
        while let Some((next, rest)) =
            words.next_if(|(next, rest)| is_accent_for_apostrophe(text, end, *next, rest))
        {
            end = next + rest.len();
        }
        let word = &text[start..end];
        // Plain words are most of all, and too long ones are not worth a look.
        let whole = word.len() > LONGEST_WORD || word.bytes().all(|b| b.is_ascii_alphanumeric());
        push_parted(&mut segments, word, start, rules, if whole { &[] } else { PARTINGS });
    }
    segments
}

/// Whether an accent that stands by itself is typed for an apostrophe: O`zbekiston, l´accord.
fn is_accent_for_apostrophe(text: &str, end: usize, next: usize, rest: &str) -> bool {
    matches!(&text[end..next], "`" | "\u{B4}")
        && text[..end].ends_with(char::is_alphabetic)
        && rest.starts_with(|c: char| c.is_alphabetic() && !is_unspaced(c))
}

/// Whether `word` is but the mark of possession behind the last dot of an initialism: U.N.'s.
fn is_possession(before: &str, between: &str, word: &str) -> bool {
    matches!(word, "s" | "S")
        && between
            .strip_prefix('.')
            .is_some_and(|mark| mark.chars().count() == 1 && mark.starts_with(is_apostrophe))
        && is_initialism(before)
}

/// The parts of a word, each of them parted by the next rule.
fn push_parted(
    segments: &mut Vec<Segment>,
    word: &str,
    start: usize,
    rules: &Rules,
    partings: &[fn(&str, &Rules) -> Option<Parting>],
) {
    let Some((part, others)) = partings.split_first() else {
        let range = start..start + word.len();
        return segments.push(Segment { range, script: Script::Spaced { hyphen: false } });
    };
    let mut from = 0;
    while from < word.len() {
        let rest = &word[from..];
        let (end, next) = part(rest, rules).unwrap_or((rest.len(), rest.len()));
        if end > 0 {
            push_parted(segments, &rest[..end], start + from, rules, others);
        }
        from += next;
    }
}

/// В.В.Путин is three words to a reader, example.com two; but U.N. is one.
fn dots(word: &str, _: &Rules) -> Option<Parting> {
    if is_initialism(word) {
        return None;
    }
    let mut before = ' ';
    for (at, c) in word.char_indices() {
        let next = at + c.len_utf8();
        if matches!(c, '.' | '．') && before.is_alphabetic() && word[next..].starts_with(char::is_alphabetic)
        {
            return Some((at, next));
        }
        if !is_mark(c) {
            before = c;
        }
    }
    None
}

/// In Finnish and Swedish a colon stands before the ending of an abbreviation, which is passed over.
fn colons(word: &str, rules: &Rules) -> Option<Parting> {
    let at = word.find(':')?;
    Some((at, if rules.colon_endings { word.len() } else { at + 1 }))
}

fn apostrophes(word: &str, rules: &Rules) -> Option<Parting> {
    match rules.apostrophe {
        Apostrophe::Letter => None,
        Apostrophe::Possession => {
            // Over and over, so that what is left has no such mark either, and is the same by itself.
            let mut base = word;
            while let Some(rest) = without_possession(base) {
                base = rest;
            }
            (base.len() < word.len()).then_some((base.len(), word.len()))
        }
        Apostrophe::Elision(elided) => {
            let (at, mark) = word.char_indices().find(|(_, c)| is_apostrophe(*c))?;
            let first = word[..at].to_lowercase();
            elided.contains(&first.as_str()).then_some((at, at + mark.len_utf8()))
        }
    }
}

/// A word without the 's behind it, if there is one.
fn without_possession(word: &str) -> Option<&str> {
    word.strip_suffix(['s', 'S']).and_then(|rest| rest.strip_suffix(is_apostrophe))
}

/// Whether dots stand between all letters of `word`, with or without marks: U.N, С.Ш.А.
pub(crate) fn is_initialism(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let mut letters = part.chars().filter(|c| !is_mark(*c));
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        })
}

/// Whether a character is written above or below the one before it.
fn is_mark(c: char) -> bool {
    CanonicalCombiningClassMap::new().get_u8(c) != 0
}

/// Scripts without spaces between words that UAX #29 splits into single characters: Han, Hiragana, Thai, Lao,
/// Khmer and Myanmar.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
        | '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::rules;

    fn words<'t>(text: &'t str, code: &str) -> Vec<&'t str> {
        let segments = segments(text, rules(code.parse().unwrap()));
        segments.into_iter().map(|segment| &text[segment.range]).collect()
    }

    #[test]
    fn words_are_those_of_unicode() {
        assert_eq!(
            words("Non-proliferation (1,000 km), №5…", "und"),
            ["Non", "proliferation", "1,000", "km", "5"]
        );
    }

    #[test]
    fn apostrophes_part_words_as_the_language_has_it() {
        assert_eq!(words("the Council's members' O'Hara’s", "en"), ["the", "Council", "members", "O'Hara"]);
        assert_eq!(words("l’accord d'aujourd'hui", "fr"), ["l", "accord", "d", "aujourd'hui"]);
        assert_eq!(words("dell'Unione", "it"), ["dell", "Unione"]);
        assert_eq!(words("п'ять обʼєкт здоров`я", "uk"), ["п'ять", "обʼєкт", "здоров`я"]);
        assert_eq!(
            words("l`accord Council´s `quoted` a ` b", "fr"),
            ["l", "accord", "Council´s", "quoted", "a", "b"]
        );
        assert_eq!(words("the U.N.’s role, U.N. s", "en"), ["the", "U.N", "role", "U.N", "s"]);
    }

    #[test]
    fn dots_and_colons_part_words_but_not_initialisms_and_numbers() {
        assert_eq!(
            words("U.N. resolution 3.14 В.В.Иванов example.com a:b", "und"),
            ["U.N", "resolution", "3.14", "В", "В", "Иванов", "example", "com", "a", "b"]
        );
        assert_eq!(words("Е\u{301}.Є. слово\u{301}.Слово", "uk"), ["Е\u{301}.Є", "слово\u{301}", "Слово"]);
        assert_eq!(words("EU:n", "fi"), ["EU"]);
        assert_eq!(words("l'accord.L'ONU", "fr"), ["l", "accord", "L", "ONU"]);
        assert_eq!(words("the Council's.The", "en"), ["the", "Council", "The"]);
        assert_eq!(words("the Council's’s seat", "en"), ["the", "Council", "seat"]);
    }

    #[test]
    fn what_is_too_long_for_a_word_is_not_looked_into() {
        let chain = format!("{}ab", "a.".repeat(LONGEST_WORD));
        assert_eq!(words(&chain, "en"), [&chain]);
        let elided = "l'".repeat(LONGEST_WORD);
        assert_eq!(words(&elided, "fr").len(), 1);
    }

    #[test]
    fn words_know_what_joins_them_to_the_next() {
        let scripts: Vec<_> = segments("安全 合作! co-operation - 8", rules("und".parse().unwrap()))
            .into_iter()
            .map(|segment| segment.script)
            .collect();
        let (unspaced, spaced) = (|joined| Script::Unspaced { joined }, |hyphen| Script::Spaced { hyphen });
        let expected = [
            unspaced(true),
            unspaced(false),
            unspaced(true),
            unspaced(false),
            spaced(true),
            spaced(false),
            spaced(false),
        ];
        assert_eq!(scripts, expected);
    }
}
