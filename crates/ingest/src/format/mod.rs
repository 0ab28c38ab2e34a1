//! The formats that statements come in: each turns the text of a document into drafts.

pub(crate) mod html;
pub(crate) mod markdown;
pub(crate) mod record;
pub(crate) mod text;
pub(crate) mod weight;

use std::path::Path;
use std::sync::Arc;

use crate::source::Table;

/// A format that Verbale reads.
#[derive(Debug, Clone)]
pub(crate) enum Format {
    /// A web page.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A JSON object of our schema.
    Json,
    /// A record of a table, in UTF-8.
    Row {
        /// The table.
        table: Arc<Table>,
        /// The line on which the record begins, counted from 1.
        line: u64,
    },
}

impl Format {
    /// The media type of a document in this format.
    pub(crate) fn media_type(&self) -> &'static str {
        match self {
            Format::Html => "text/html",
            Format::Text => "text/plain",
            Format::Markdown => "text/markdown",
            Format::Json => "application/json",
            Format::Row { table, .. } => table.media_type(),
        }
    }
}

/// What a file is, as far as its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// A web page.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// One JSON object a line.
    JsonLines,
    /// One JSON object, or an array of them.
    Json,
    /// Values separated by this byte.
    Table(u8),
}

impl FileKind {
    /// The kind that a file's extension names; `None` if it has an extension that names none.
    pub(crate) fn of_name(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Some(match extension.as_str() {
            "html" | "htm" | "xhtml" => FileKind::Html,
            "txt" | "text" => FileKind::Text,
            "md" | "markdown" => FileKind::Markdown,
            "jsonl" | "ndjson" => FileKind::JsonLines,
            "json" => FileKind::Json,
            "csv" => FileKind::Table(b','),
            "tsv" => FileKind::Table(b'\t'),
            _ => return None,
        })
    }

    /// The kind that the beginning of a file shows; `None` if it is none that shows.
    pub(crate) fn of_content(start: &[u8]) -> Option<Self> {
        let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
        let begins = |mark: &str| {
            start.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark.as_bytes()))
        };
        match () {
            () if begins("<!doctype html") || begins("<html") => Some(FileKind::Html),
            () if begins("{") => Some(FileKind::JsonLines),
            () => None,
        }
    }
}

/// Why a document gives no statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// Nothing to read in it.
    #[error("no text in it")]
    NoText,
    /// A page that but lists others, as the profile of its site says.
    #[error("it lists other pages and is no statement itself, by the profile of its site")]
    List,
    /// A page by which a server says that it doesn't have the one that was asked for.
    #[error("it says that the page was not found or is not to be had, and is no statement")]
    Refusal,
    /// Elements inside elements without end.
    #[error("its elements are nested {depth} deep; pages of up to {limit} are read")]
    Nesting {
        /// How deep it is, or as far as it was counted.
        depth: usize,
        /// How deep it may be.
        limit: usize,
    },
    /// More members than fit into memory.
    #[error("it has {count} {what}; documents of up to {limit} are read")]
    Many {
        /// What there are too many of: tags, lines, values.
        what: &'static str,
        /// How many it has.
        count: usize,
        /// How many it may have.
        limit: usize,
    },
    /// Not JSON, or no object.
    #[error("it is no JSON object: {0}")]
    Json(String),
    /// Not CSV.
    #[error("it is no table: {0}")]
    Table(String),
    /// JSON that isn't UTF-8, which the standard says it must be.
    #[error("it is not UTF-8 from byte {0} on; JSON has to be")]
    Utf8(usize),
    /// A text that isn't one.
    #[error("`{key}` must be {wanted}, not {found}")]
    Type {
        /// The key of the JSON object.
        key: &'static str,
        /// What it has to be.
        wanted: &'static str,
        /// What it is, shortened.
        found: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_name_and_else_by_its_beginning() {
        assert_eq!(FileKind::of_name(Path::new("a/Page.HTM")), Some(FileKind::Html));
        assert_eq!(FileKind::of_name(Path::new("table.tsv")), Some(FileKind::Table(b'\t')));
        assert_eq!(FileKind::of_name(Path::new("logo.png")), None);
        assert_eq!(FileKind::of_content(b"\xEF\xBB\xBF\n<!DOCTYPE HTML PUBLIC"), Some(FileKind::Html));
        assert_eq!(FileKind::of_content(b"{\"text\": \"\"}"), Some(FileKind::JsonLines));
        assert_eq!(FileKind::of_content(b"Mr. President,"), None);
    }
}
