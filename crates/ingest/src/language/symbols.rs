//! Letters as small numbers, as windows are made of them.

/// A letter that no window has.
pub(super) const UNKNOWN: u8 = 0;
/// What is between words.
pub(super) const BOUNDARY: u8 = 1;
/// Letters from here on aren't of the scripts that have tables.
const END: usize = 0x2000;
/// The letter of which `oʻ` and `gʻ` of Uzbek are made; it is mostly typed as one of the apostrophes.
const OKINA: char = 'ʻ';

/// The numbers of the letters of a table.
#[derive(Debug)]
pub(super) struct Symbols {
    by_letter: Vec<u8>,
    has_okina: bool,
}

impl Symbols {
    /// Numbers the letters of windows; `_` is a boundary.
    pub(super) fn of_windows<'a>(windows: impl Iterator<Item = &'a str>) -> Self {
        let mut by_letter = vec![UNKNOWN; END];
        let mut next = BOUNDARY;
        for letter in windows.flat_map(str::chars).filter(|letter| *letter != '_') {
            if let Some(symbol) = by_letter.get_mut(letter as usize).filter(|symbol| **symbol == UNKNOWN) {
                // A letter after the first 254 would be unknown; the test of the tables holds that there is none.
                next = next.saturating_add(1);
                *symbol = next;
            }
        }
        let has_okina = by_letter[OKINA as usize] != UNKNOWN;
        Self { by_letter, has_okina }
    }

    /// The symbols of a text, with one boundary between words, and one at each end.
    pub(super) fn of(&self, text: &str) -> Vec<u8> {
        let mut symbols = Vec::with_capacity(text.len() + 2);
        symbols.push(BOUNDARY);
        let mut letters = text.chars().peekable();
        let mut last = ' ';
        while let Some(letter) = letters.next() {
            if is_mark(letter) {
                continue;
            }
            // One letter becomes several only in capitals such as İ, whose second is a mark.
            let letter = letter.to_lowercase().next().unwrap_or(letter);
            let letter = match letter {
                'i' if is_cyrillic(last) || letters.peek().copied().is_some_and(is_cyrillic) => 'і',
                'ə' if is_cyrillic(last) || letters.peek().copied().is_some_and(is_cyrillic) => 'ә',
                _ => letter,
            };
            let is_okina = self.has_okina
                && matches!(letter, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | OKINA)
                && matches!(last, 'o' | 'g')
                && letters.peek().is_some_and(|next| next.is_alphabetic());
            last = if is_okina { OKINA } else { letter };
            if last.is_alphabetic() {
                symbols.push(self.of_letter(last));
            } else if symbols.last() != Some(&BOUNDARY) {
                symbols.push(BOUNDARY);
            }
        }
        if symbols.last() != Some(&BOUNDARY) {
            symbols.push(BOUNDARY);
        }
        symbols
    }

    fn of_letter(&self, letter: char) -> u8 {
        self.by_letter.get(letter as usize).copied().unwrap_or(UNKNOWN)
    }
}

/// The number of a window, as it is looked up.
pub(super) fn of_window(symbols: &Symbols, window: &str) -> u64 {
    window.chars().fold(0, |number, letter| {
        let symbol = if letter == '_' { BOUNDARY } else { symbols.of_letter(letter) };
        number << 8 | u64::from(symbol)
    })
}

/// Whether what stands beside a letter shows that it is meant as a Cyrillic one: keyboards lack some, so that their Latin
/// doubles are typed.
fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{052F}')
}

/// Whether a character only adds to the letter before it: accents, the vowel signs of Arabic, and what stretches it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_boundaries_and_the_uzbek_sign_is_a_letter_however_it_is_typed() {
        let symbols = Symbols::of_windows(["abgʻo", "i"].into_iter());
        assert_eq!(symbols.of("  Ab, 12 a!"), [1, 2, 3, 1, 2, 1]);
        assert_eq!(symbols.of("o'b"), symbols.of("oʻb"));
        assert_eq!(symbols.of("o’b"), symbols.of("oʻb"));
        assert_eq!(symbols.of("o' b"), symbols.of("o b"));
        assert_eq!(symbols.of("İ"), symbols.of("i"));
        assert_eq!(Symbols::of_windows(["ік"].into_iter()).of("iк i"), [1, 2, 3, 1, 0, 1]);
        assert_eq!(symbols.of("ñ一"), [1, 0, 0, 1]);
    }
}
