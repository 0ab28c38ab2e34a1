//! A remark on a query.

use serde::Serialize;

/// A remark on a part of the query.
#[derive(Debug, Serialize)]
pub(crate) struct Note {
    /// Where the part begins, in characters (Unicode code points) of the query.
    start: usize,
    /// Where it ends, in characters of the query.
    end: usize,
    /// What was made of it, and what to write instead.
    message: String,
}

impl Note {
    /// The remark on a part of `query`.
    pub(crate) fn on(query: &str, note: verbale_query::Note) -> Self {
        let characters = |bytes: usize| query.char_indices().take_while(|(at, _)| *at < bytes).count();
        Self { start: characters(note.span.start), end: characters(note.span.end), message: note.message }
    }
}
