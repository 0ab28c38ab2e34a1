//! The words of a text as they are compared: folded and hashed.
//!
//! Two texts that differ in case, punctuation, marks of vowels, white space or markup have the same words. The hashes are
//! kept in archives, so they never change: FNV-1a (Fowler, Noll, Vo) over the folded letters, finished as SplitMix64
//! does (Steele, Lea, Flood 2014).

use std::ops::Range;

use verbale_statement::{Language, Statement};

/// Words in a row that make a shingle (Broder 1997), in scripts with spaces; measured in `tests/likeness`.
const SHINGLE_WORDS: usize = 4;
/// Characters in a row that do so in scripts without.
const SHINGLE_CHARACTERS: usize = 8;

/// With fewer words, texts are compared as a whole.
const SHORT_WORDS: usize = 20;
/// With fewer characters, in scripts without spaces.
const SHORT_CHARACTERS: usize = 40;

/// How long texts and shingles are in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Measure {
    /// Words of a shingle.
    pub(crate) shingle: usize,
    /// Words of a text that is not short.
    pub(crate) short: usize,
    /// Words of which a text may be a pattern that was filled in: so far, nothing may differ but one word.
    pub(crate) pattern: usize,
    /// Further words for each of which one more may differ.
    pub(crate) change: usize,
    /// So many words before the first passage that two texts have in common, and behind the last, are compared, too; where
    /// there are more, they are lines that a site adds.
    pub(crate) edge: usize,
}

impl Measure {
    /// Of texts in `language`: in some scripts a character counts as a word.
    pub(crate) fn of(language: Language) -> Self {
        match language.code() {
            "zh" | "ja" | "th" | "lo" | "km" | "my" => Self {
                shingle: SHINGLE_CHARACTERS,
                short: SHORT_CHARACTERS,
                pattern: 100,
                change: 30,
                edge: 24,
            },
            _ => Self { shingle: SHINGLE_WORDS, short: SHORT_WORDS, pattern: 50, change: 50, edge: 8 },
        }
    }
}

/// The words of a statement's paragraphs, with their places in `text`.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// The paragraphs, one a line.
    text: String,
    /// A hash for each word.
    pub(crate) hashes: Vec<u64>,
    spans: Vec<Range<usize>>,
}

impl Words {
    /// The words of the paragraphs of `statement`.
    pub(crate) fn of(statement: &Statement) -> Self {
        let mut text = String::with_capacity(statement.text_bytes() + statement.paragraphs.len());
        for paragraph in &statement.paragraphs {
            text.push_str(&paragraph.text);
            text.push('\n');
        }
        let (mut hashes, mut spans) = (Vec::new(), Vec::new());
        visit(&text, |hash, span| {
            hashes.push(hash);
            spans.push(span);
        });
        Self { text, hashes, spans }
    }

    /// A word as it was written.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.spans.get(at).map_or("", |span| &self.text[span.clone()])
    }
}

/// The hashes of the words of `text`, in order.
pub(crate) fn hashes(text: &str) -> Vec<u64> {
    let mut hashes = Vec::new();
    visit(text, |hash, _| hashes.push(hash));
    hashes
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Shows `take` every word of `text` with its place.
pub(crate) fn visit(text: &str, mut take: impl FnMut(u64, Range<usize>)) {
    let (mut hash, mut start, mut inside) = (BASIS, 0, false);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // Most text of most corpora is ASCII, and this is the innermost loop of taking in.
        let (piece, length) = if byte.is_ascii() {
            (if byte.is_ascii_alphanumeric() { Piece::Letter } else { Piece::Between }, 1)
        } else {
            let Some(c) = text[at..].chars().next() else { break };
            (piece(c), c.len_utf8())
        };
        if inside && matches!(piece, Piece::Between | Piece::Alone) {
            take(finish(hash), start..at);
            inside = false;
        }
        match piece {
            Piece::Between | Piece::Silent => {}
            Piece::Letter => {
                if !inside {
                    (hash, start, inside) = (BASIS, at, true);
                }
                if byte.is_ascii() {
                    hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME);
                } else {
                    hash = folded(&text[at..at + length], hash);
                }
            }
            Piece::Alone => take(finish(folded(&text[at..at + length], BASIS)), at..at + length),
        }
        at += length;
    }
    if inside {
        take(finish(hash), start..at);
    }
}

fn folded(text: &str, hash: u64) -> u64 {
    let lower = text.chars().flat_map(char::to_lowercase);
    lower.fold(hash, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(PRIME))
}

/// What a character is to a word.
enum Piece {
    /// A part of it.
    Letter,
    /// A part of it that does not matter.
    Silent,
    /// A word by itself.
    Alone,
    /// What stands between words.
    Between,
}

fn piece(c: char) -> Piece {
    match c {
        // Soft hyphens, joiners, marks above and below letters, the stroke and the vowel signs of Arabic.
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{300}'..='\u{36F}' => Piece::Silent,
        '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' => Piece::Silent,
        // Thai, Lao, Burmese, Khmer, kana, and Han with its extensions.
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => Piece::Alone,
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' => Piece::Alone,
        '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Piece::Alone,
        c if c.is_alphanumeric() => Piece::Letter,
        _ => Piece::Between,
    }
}

/// Whether a character is a word by itself, as in scripts without spaces.
pub(crate) fn is_alone(c: char) -> bool {
    matches!(piece(c), Piece::Alone)
}

/// Spreads the bits of a hash.
pub(crate) fn finish(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// One hash for a row of words.
pub(crate) fn joined(words: &[u64]) -> u64 {
    let join = |hash: u64, word: &u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    finish(words.iter().fold(0, join))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_marks_and_punctuation_make_no_other_words() {
        for (one, other) in [
            ("The Grey Strait, 12 March", "the grey  strait – (12 MARCH)"),
            ("Договорённости", "ДОГОВОРЁННОСТИ!"),
            ("مُعاهَدة", "معاهدة"),
            ("co\u{AD}operation", "cooperation"),
            ("双方，加强", "双方 加强"),
        ] {
            assert_eq!(hashes(one), hashes(other), "{one}");
        }
        assert_eq!(hashes("双方加强").len(), 4);
        assert_ne!(hashes("Arvand"), hashes("Lerida"));
    }
}
