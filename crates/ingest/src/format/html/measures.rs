//! What the text of a block tells by itself, whatever the markup.

use super::lexicon::is_unspaced;
use super::phrases;

/// Signs that end a sentence.
const ENDS: [char; 12] = ['.', '!', '?', '…', '。', '！', '？', '؟', '।', '۔', '።', '։'];

/// Signs between parts of a sentence.
const COMMAS: [char; 6] = [',', ';', '，', '、', '،', '؛'];

/// Signs that may stand behind the end of a sentence.
const CLOSING: [char; 8] = ['"', '”', '“', '»', '«', '\'', '’', ')'];

/// What is counted in a block's text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measures {
    /// Letters and digits; one of a script without spaces counts for two and a half.
    pub(super) letters: f32,
    /// Words, by white space.
    pub(super) words: f32,
    /// Words of three letters at most.
    pub(super) brief: f32,
    /// Signs that end sentences with nothing or a space behind them.
    pub(super) sentences: f32,
    /// Commas and semicolons.
    pub(super) commas: f32,
    /// Digits.
    pub(super) digits: f32,
    /// Capitals.
    pub(super) capitals: f32,
    /// Words that begin with a capital.
    pub(super) capitalised: f32,
    /// Signs that are neither letters nor white space nor of a sentence.
    pub(super) signs: f32,
    /// Whether it ends like a sentence.
    pub(super) closed: bool,
    /// Whether it ends with a colon.
    pub(super) colon: bool,
    /// Whether it begins with a small letter.
    pub(super) small: bool,
    /// Which phrases are in it.
    pub(super) phrases: u16,
}

impl Measures {
    /// Counts what is in `text`, which is on one line.
    pub(super) fn of(text: &str) -> Self {
        let mut own = Self { phrases: phrases::phrases(text), ..Self::default() };
        let mut before = ' ';
        let mut length = 0_u32;
        for c in text.chars() {
            if c == ' ' {
                own.words += 1.0;
                own.brief += f32::from(u8::from(length <= 3));
                length = 0;
                own.sentences += f32::from(u8::from(ENDS.contains(&before)));
            } else if c.is_alphanumeric() {
                own.letters += if is_unspaced(c) { 2.5 } else { 1.0 };
                own.digits += f32::from(u8::from(c.is_ascii_digit()));
                if c.is_uppercase() {
                    own.capitals += 1.0;
                    own.capitalised += f32::from(u8::from(before == ' '));
                }
            } else if COMMAS.contains(&c) {
                own.commas += 1.0;
            } else if matches!(c, '。' | '！' | '？') {
                own.sentences += 1.0;
            } else if !ENDS.contains(&c) && !CLOSING.contains(&c) {
                own.signs += 1.0;
            }
            length += u32::from(c != ' ');
            before = c;
        }
        own.words += 1.0;
        own.brief += f32::from(u8::from(length <= 3));
        let last = text.trim_end_matches(CLOSING);
        own.closed = last.ends_with(ENDS);
        own.sentences += f32::from(u8::from(own.closed));
        own.colon = last.ends_with([':', '：']);
        own.small = text.chars().next().is_some_and(char::is_lowercase);
        own
    }

    /// Whether it reads as a paragraph: some length, and a sentence.
    pub(super) fn is_paragraph(&self, linked: f32) -> bool {
        self.letters >= 80.0 && linked < 0.35 && (self.closed || self.sentences >= 1.0 || self.commas >= 2.0)
    }
}
