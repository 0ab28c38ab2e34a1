//! Printing records.

use std::io::Write;

use anyhow::Result;
use serde::Serialize;

use crate::args::Format;

/// Prints one record: as it is made for reading, or as JSON.
pub(crate) fn print_one<T: Serialize>(
    format: Format,
    record: &T,
    table: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<()> {
    let mut out = anstream::stdout().lock();
    match format {
        Format::Table => table(&mut out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(record)?)?,
        Format::Jsonl => writeln!(out, "{}", serde_json::to_string(record)?)?,
    }
    Ok(out.flush()?)
}

/// Prints `whole`, whose records are `records`: for reading, as one JSON document, or each record on a line.
pub(crate) fn print_many<W: Serialize, R: Serialize>(
    format: Format,
    whole: &W,
    records: &[R],
    table: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<()> {
    if format != Format::Jsonl {
        return print_one(format, whole, table);
    }
    let mut out = anstream::stdout().lock();
    for record in records {
        writeln!(out, "{}", serde_json::to_string(record)?)?;
    }
    Ok(out.flush()?)
}

/// `1234567` as `1,234,567`.
pub(crate) fn thousands(number: u64) -> String {
    indicatif::HumanCount(number).to_string()
}

/// A number of bytes as people read it.
pub(crate) fn bytes(number: u64) -> String {
    indicatif::DecimalBytes(number).to_string()
}

/// Prints records as they come, one a line.
pub(crate) enum Rows<W: Write> {
    /// As JSON objects.
    Jsonl(W),
    /// As comma-separated values.
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> Rows<W> {
    /// One JSON object a line.
    pub(crate) fn jsonl(out: W) -> Self {
        Self::Jsonl(out)
    }

    /// Comma-separated values under the names of `columns`, which are there even if no row is.
    pub(crate) fn csv(columns: &[&str], out: W) -> Result<Self> {
        let mut table = csv::WriterBuilder::new().has_headers(false).from_writer(out);
        table.write_record(columns).map_err(written)?;
        Ok(Self::Csv(Box::new(table)))
    }

    /// Prints `whole` as one JSON document.
    pub(crate) fn json(whole: &impl Serialize, mut out: W) -> Result<()> {
        writeln!(out, "{}", serde_json::to_string_pretty(whole)?)?;
        Ok(out.flush()?)
    }

    /// Prints a record; the fields of a table's records are its columns.
    pub(crate) fn write(&mut self, record: &impl Serialize) -> Result<()> {
        match self {
            Self::Jsonl(out) => Ok(writeln!(out, "{}", serde_json::to_string(record)?)?),
            Self::Csv(table) => table.serialize(record).map_err(written),
        }
    }

    /// Prints what is not printed yet.
    pub(crate) fn finish(self) -> Result<()> {
        match self {
            Self::Jsonl(mut out) => Ok(out.flush()?),
            Self::Csv(mut table) => Ok(table.flush()?),
        }
    }
}

/// The error of the output, where it is one: a closed pipe is no failure.
fn written(error: csv::Error) -> anyhow::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        kind => anyhow::anyhow!("a row can't be printed: {kind:?}"),
    }
}
