//! The form that every text of a statement has: NFC, one line, single spaces.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// Brings `text` into NFC, collapses white space to single spaces, trims it, and drops what isn't visible and
/// would only keep words from being found: control characters, soft hyphens, zero-width spaces and
/// byte-order marks. Joiners stay, since Persian and the scripts of India are written with them.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = true;
        } else if !is_invisible(c) {
            if gap && !line.is_empty() {
                line.push(' ');
            }
            gap = false;
            line.push(c);
        }
    }
    // Last, since an accent may stand behind what was dropped.
    match ComposingNormalizerBorrowed::new_nfc().normalize(&line) {
        Cow::Borrowed(_) => line,
        Cow::Owned(composed) => composed,
    }
}

/// [`one_line`], or none if nothing is left.
pub(crate) fn some_line(text: &str) -> Option<String> {
    Some(one_line(text)).filter(|line| !line.is_empty())
}

fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spaces_collapse_and_what_is_invisible_goes() {
        assert_eq!(
            one_line("\u{FEFF} The\u{A0} Grey\tStrait\r\nac\u{AD}cords \u{0}"),
            "The Grey Strait accords"
        );
        assert_eq!(one_line("Cafe\u{301}"), "Café");
        assert_eq!(one_line("می\u{200C}خواهیم"), "می\u{200C}خواهیم");
        assert_eq!(some_line(" \u{200B}\n"), None);
    }

    proptest! {
        #[test]
        fn a_clean_line_stays_as_it_is(text in "\\PC{0,40}[\\s\u{AD}\u{301}]{0,4}\\PC{0,40}") {
            let line = one_line(&text);
            prop_assert_eq!(one_line(&line), line);
        }
    }
}
