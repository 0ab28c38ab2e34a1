//! Answers that are a row for each of many things: as JSON Lines or as a table for spreadsheets.

use std::io::Write;

use axum::body::Body;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use verbale_search::Rows;

use crate::failure::Failure;
use crate::parameters::{Choice, choice};

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Format {
    /// A JSON object a line.
    #[default]
    Jsonl,
    /// Comma-separated values (RFC 4180) with a header.
    Csv,
}

/// The values of `format`, the default first.
pub(crate) const FORMATS: [Choice<Format>; 2] =
    [choice("jsonl", Format::Jsonl, "JSON Lines"), choice("csv", Format::Csv, "CSV")];

impl Format {
    /// The answer that `body` is, saved by browsers under `name` with the extension of the format.
    pub(crate) fn response(self, name: &str, body: Body) -> Response {
        let (media_type, extension) = match self {
            Format::Jsonl => ("application/jsonl", "jsonl"),
            Format::Csv => ("text/csv; charset=utf-8; header=present", "csv"),
        };
        let disposition = format!("attachment; filename=\"{name}.{extension}\"");
        ([(CONTENT_TYPE, media_type.to_owned()), (CONTENT_DISPOSITION, disposition)], body).into_response()
    }
}

/// Rows in a format with these columns, which are the fields of the rows that a table is given.
pub(crate) fn rows<W: Write>(format: Format, columns: &[&str], out: W) -> Result<Rows<W>, Failure> {
    match format {
        Format::Jsonl => Ok(Rows::jsonl(out)),
        Format::Csv => Rows::csv(columns, out).map_err(Failure::internal),
    }
}
