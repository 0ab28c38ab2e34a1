//! How much of a query is read. Past a limit the rest is left out, with a note; it is never an error.

use crate::characters::{is_blank, is_separator};

/// The most characters of words and quotations that are read, each counted with one space before it.
///
/// Names of fields, operators and parentheses don't count: what was understood can be written in more of them
/// than were typed (`org:(a b)` is `organisation:a organisation:b`), and it has to be read back in full.
pub const MAX_CHARACTERS: usize = 1_000;

/// The most words, quotations and values of fields that are read.
pub const MAX_CLAUSES: usize = 64;

/// How deeply parentheses can stand in one another; deeper ones are read as if they were not there.
pub const MAX_NESTING: usize = 20;

/// The most words, or other clauses, that can be asked to stand near each other.
pub const MAX_NEAR: usize = 10;

/// The most other words that may stand among words near each other; paragraphs lie further apart in an index.
pub const MAX_GAP: u32 = 50;

/// How much of the limits is used up.
#[derive(Default)]
pub(crate) struct Budget {
    clauses: usize,
    characters: usize,
}

impl Budget {
    /// Counts one more clause; false if it is one too many.
    pub(crate) fn admit(&mut self) -> bool {
        let room = self.clauses < MAX_CLAUSES;
        self.clauses += usize::from(room);
        room
    }

    /// Counts clauses that are there once more, with the characters of their texts; false, and nothing is counted,
    /// if there is no room for them.
    pub(crate) fn admit_copies(&mut self, clauses: usize, characters: usize) -> bool {
        let room = self.clauses + clauses <= MAX_CLAUSES && self.characters + characters <= MAX_CHARACTERS;
        if room {
            self.clauses += clauses;
            self.characters += characters;
        }
        room
    }

    /// Counts a text and gives the part for which there is room: all of it, or what ends between two words.
    /// Cuts inside of a word only if nothing was read before, because a query of one endless word would else
    /// ask for every statement.
    pub(crate) fn fit<'a>(&mut self, text: &'a str) -> &'a str {
        let space = usize::from(self.characters > 0);
        let room = MAX_CHARACTERS.saturating_sub(self.characters + space);
        let Some((end, _)) = text.char_indices().nth(room) else {
            self.characters += text.chars().count() + space;
            return text;
        };
        self.characters = MAX_CHARACTERS;
        let between =
            if text[end..].starts_with(is_separator) { Some(end) } else { text[..end].rfind(is_separator) };
        match between.filter(|between| !is_blank(&text[..*between])) {
            Some(between) => &text[..between],
            None if space == 0 => &text[..end],
            None => "",
        }
    }
}
