//! Words of texts and of names, cut and compared in the same way.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// The word.
    pub(super) text: &'a str,
}

impl Word<'_> {
    /// Where it ends, in bytes.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// The words of a text: runs of letters, marks and digits.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (start, is_part(c)) {
            (None, true) => start = Some(at),
            (Some(begun), false) => {
                words.push(Word { start: begun, text: &text[begun..at] });
                start = None;
            }
            _ => {}
        }
    }
    if let Some(begun) = start {
        words.push(Word { start: begun, text: &text[begun..] });
    }
    words
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && (c.is_alphanumeric() || is_arabic_mark(c))
}

fn is_arabic_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}')
}

/// A word as words are compared: in lower case, in Latin letters without accents, in Arabic without vowels and with one
/// shape for each letter.
pub(super) fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let lower = word.to_lowercase();
    if lower.chars().any(|c| matches!(c, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}')) {
        let plain = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
        return plain
            .chars()
            .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
            .map(|c| if c == 'ı' { 'i' } else { c })
            .collect();
    }
    lower
        .chars()
        .filter(|c| !is_arabic_mark(*c))
        .map(|c| match c {
            'ё' => 'е',
            'أ' | 'إ' | 'آ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            other => other,
        })
        .collect()
}

/// Whether what stands between two words lets them be of one name: a space, a hyphen, an apostrophe; a full stop only
/// behind an abbreviation, since it ends sentences.
pub(super) fn joins(gap: &str, before: &str) -> bool {
    let short = before.chars().count() <= 2;
    gap.chars().count() <= 3
        && gap.chars().all(|c| match c {
            ' ' | '\u{a0}' | '-' | '‑' | '–' | '—' | '\'' | '’' => true,
            '.' => short,
            _ => false,
        })
}
