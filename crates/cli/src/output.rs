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
        Format::Json => print_json(record, &mut out)?,
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

/// Prints `whole` as one JSON document.
pub(crate) fn print_json(whole: &impl Serialize, mut out: impl Write) -> Result<()> {
    writeln!(out, "{}", serde_json::to_string_pretty(whole)?)?;
    Ok(out.flush()?)
}
