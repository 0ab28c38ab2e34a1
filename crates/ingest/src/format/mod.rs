//! The formats that statements come in: each turns the bytes of a document into drafts.

pub(crate) mod html;

/// A format that Verbale reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A web page.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// JSON, one object a line or an array of objects.
    Json,
    /// A table with one statement a record.
    Csv,
}

/// Why a document gives no statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// Nothing to read in it.
    #[error("no text in it")]
    NoText,
    /// Elements inside elements without end.
    #[error("its elements are nested {depth} deep; pages of up to {limit} are read")]
    Nesting {
        /// How deep it is, or as far as it was counted.
        depth: usize,
        /// How deep it may be.
        limit: usize,
    },
}
