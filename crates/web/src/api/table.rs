//! Answers that are a row for each of many things: as JSON Lines or as a table for spreadsheets.

use std::io::Write;

use axum::body::Body;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

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

/// Writes rows in a format.
pub(crate) enum Rows<W: Write> {
    /// As JSON Lines.
    Jsonl(W),
    /// As a table.
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> Rows<W> {
    /// Rows with these columns, which are the fields of the records that a table is given.
    pub(crate) fn new(format: Format, columns: &[&str], out: W) -> Result<Self, Failure> {
        if format == Format::Jsonl {
            return Ok(Rows::Jsonl(out));
        }
        // The header stands there even if no row follows.
        let mut table = csv::WriterBuilder::new().has_headers(false).from_writer(out);
        table.write_record(columns).map_err(Failure::internal)?;
        Ok(Rows::Csv(Box::new(table)))
    }

    /// Writes one row.
    pub(crate) fn write(&mut self, row: &impl Serialize) -> Result<(), Failure> {
        match self {
            Rows::Csv(table) => table.serialize(row).map_err(Failure::internal),
            Rows::Jsonl(out) => {
                serde_json::to_writer(&mut *out, row).map_err(Failure::internal)?;
                out.write_all(b"\n").map_err(Failure::internal)
            }
        }
    }

    /// Writes what is not written yet.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        match self {
            Rows::Jsonl(mut out) => out.flush().map_err(Failure::internal),
            Rows::Csv(mut table) => table.flush().map_err(Failure::internal),
        }
    }
}
