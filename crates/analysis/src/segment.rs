//! Where words begin and end.
//!
//! Word boundaries are those of Unicode (UAX #29). Scripts that are written without spaces come out of it one
//! character at a time; such a character is a word of its own, and each neighbouring pair is a bigram, the
//! unit by which these scripts are searched (as in Lucene's CJKAnalyzer).

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::languages::Apostrophe;

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
    Spaced,
    /// Words follow each other without spaces.
    Unspaced {
        /// Whether the next word follows immediately and is of such a script, too.
        joined: bool,
    },
}

pub(crate) fn segments(text: &str, apostrophe: Apostrophe) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::with_capacity(text.len() / 6);
    for (start, word) in text.unicode_word_indices() {
        let range = start..start + word.len();
        if word.chars().next().is_some_and(is_unspaced) {
            if let Some(Segment { range: before, script: Script::Unspaced { joined } }) = segments.last_mut()
            {
                *joined = before.end == range.start;
            }
            segments.push(Segment { range, script: Script::Unspaced { joined: false } });
        } else {
            push_spaced(&mut segments, word, range, apostrophe);
        }
    }
    segments
}

fn push_spaced(segments: &mut Vec<Segment>, word: &str, range: Range<usize>, apostrophe: Apostrophe) {
    let mut push = |range| segments.push(Segment { range, script: Script::Spaced });
    let is_mark = |c: char| c == '\'' || c == '\u{2019}';
    match apostrophe {
        Apostrophe::Letter => push(range),
        Apostrophe::Possession => {
            let base =
                word.strip_suffix(['s', 'S']).and_then(|rest| rest.strip_suffix(is_mark)).unwrap_or(word);
            push(range.start..range.start + base.len());
        }
        Apostrophe::Elision => {
            let mut start = range.start;
            for part in word.split(is_mark) {
                let end = start + part.len();
                if !part.is_empty() {
                    push(start..end);
                }
                let mark = text_width(word, end - range.start);
                start = end + mark;
            }
        }
    }
}

/// Bytes of the character of `word` at `at`; 0 at the end.
fn text_width(word: &str, at: usize) -> usize {
    word[at..].chars().next().map_or(0, char::len_utf8)
}

/// Scripts without spaces between words that UAX #29 splits into single characters: Han, Hiragana, Thai, Lao,
/// Khmer and Myanmar.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
        | '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, apostrophe: Apostrophe) -> Vec<&str> {
        segments(text, apostrophe).into_iter().map(|segment| &text[segment.range]).collect()
    }

    #[test]
    fn words_are_those_of_unicode() {
        assert_eq!(
            words("Non-proliferation (1,000 km), №5…", Apostrophe::Letter),
            ["Non", "proliferation", "1,000", "km", "5"]
        );
    }

    #[test]
    fn apostrophes_part_words_as_the_language_has_it() {
        assert_eq!(
            words("the Council's members' O'Hara’s", Apostrophe::Possession),
            ["the", "Council", "members", "O'Hara"]
        );
        assert_eq!(
            words("l’accord d'aujourd'hui", Apostrophe::Elision),
            ["l", "accord", "d", "aujourd", "hui"]
        );
    }

    #[test]
    fn unspaced_scripts_come_by_character_and_know_their_neighbour() {
        let joined: Vec<bool> = segments("安全 合作!", Apostrophe::Letter)
            .into_iter()
            .map(|segment| segment.script == Script::Unspaced { joined: true })
            .collect();
        assert_eq!(joined, [true, false, true, false]);
    }
}
