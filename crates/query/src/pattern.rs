//! Words with `*` and `?` in them.

use crate::characters::{is_closing_punctuation, is_east_asian, is_star, joins_words};

/// How many letters and digits a pattern has to begin with, so that not half the index fits it. One less will do if as
/// many follow the first sign: `de*colonization` fits few words.
const LEADING_LETTERS: usize = 3;

/// What a word is as a pattern.
pub(crate) enum Read {
    /// There is no sign of a pattern in it.
    NoPattern,
    /// A pattern in its simplest form.
    Pattern(String),
    /// Signs of a pattern that can't be searched for.
    Broken {
        /// The word without the signs.
        text: String,
        /// What is wrong, without a full stop.
        reason: String,
    },
}

/// Reads a word as a pattern. A `?` is a sign only inside a word, because questions end with one, and only among
/// letters, because addresses have some, too.
pub(crate) fn read(word: &str) -> Read {
    let ends = |c: char| !(c.is_alphanumeric() || is_star(c) || is_mark(c));
    let core = word.trim_start_matches(|c| !(char::is_alphanumeric(c) || is_star(c))).trim_end_matches(ends);
    let has_star = core.contains(is_star);
    let fits = |c: char| c.is_alphanumeric() || is_mark(c) || joins_words(c) || is_sign(c);
    let is_pattern = has_star || core.contains('?') && core.chars().all(fits);
    if !is_pattern {
        return Read::NoPattern;
    }
    let without = |sign: fn(char) -> bool| {
        let rest: String = core.chars().filter(|c| !sign(*c)).collect();
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        rest.trim_end_matches(is_closing_punctuation).to_owned()
    };
    if !core.chars().all(fits) {
        let reason = "* stands for letters inside one word, and this is more than a word".to_owned();
        return Read::Broken { text: without(is_star), reason };
    }
    if is_too_broad(core) {
        let reason = format!(
            "A word with * or ? in it begins with at least {LEADING_LETTERS} letters, or with {} if {LEADING_LETTERS} \
             more follow (with one in Chinese)",
            LEADING_LETTERS - 1
        );
        return Read::Broken { text: without(is_sign), reason };
    }
    let mut text = String::with_capacity(core.len());
    for c in core.chars() {
        match c {
            c if !is_star(c) => text.push(c),
            _ if text.ends_with('*') => {}
            _ => text.push('*'),
        }
    }
    Read::Pattern(text)
}

fn is_sign(c: char) -> bool {
    is_star(c) || c == '?'
}

fn is_too_broad(pattern: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let (before, behind) = pattern.split_once(is_sign).unwrap_or((pattern, ""));
    match letters(before) {
        0 => true,
        1.. if pattern.starts_with(is_east_asian) => false,
        leading if leading + 1 == LEADING_LETTERS => letters(behind) < LEADING_LETTERS,
        leading => leading < LEADING_LETTERS,
    }
}

/// Marks on letters that are no letters themselves, and the signs that Persian and Indian scripts join or part
/// letters with.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5c7}')
        || matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200c}' | '\u{200d}')
}
