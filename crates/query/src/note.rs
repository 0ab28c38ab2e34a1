//! Remarks on what a reader typed.

use std::ops::Range;

/// A remark on a query, with the place that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Bytes of the query as typed, on character boundaries.
    pub span: Range<usize>,
    /// What was made of it, and what to type instead.
    pub message: String,
}

/// A piece of the query as a message repeats it: with an ellipsis for what goes beyond 40 characters.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Notes as they are collected. The same thing is said once, about the first place where it was found, so that
/// a hostile query has no more notes than it has clauses and kinds of mistakes.
#[derive(Default)]
pub(crate) struct Notes(Vec<Note>);

impl Notes {
    pub(crate) fn add(&mut self, span: Range<usize>, message: impl Into<String>) {
        let message = message.into();
        if !self.0.iter().any(|note| note.message == message) {
            self.0.push(Note { span, message });
        }
    }

    /// The notes in the order of the query.
    pub(crate) fn in_order(mut self) -> Vec<Note> {
        self.0.sort_by_key(|note| (note.span.start, note.span.end));
        self.0
    }
}
