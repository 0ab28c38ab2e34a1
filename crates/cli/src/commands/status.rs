//! `verbale status`: what there is.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use serde::Serialize;
use verbale_archive::Counts;
use verbale_index::Engine;

use crate::args::Status;
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::{bytes, print_one, thousands};

/// How many organisations are listed for reading.
const ORGANISATIONS: usize = 12;

pub(crate) fn run(data: &Path, arguments: &Status) -> Result<Done> {
    let directory = DataDirectory::existing(data)?;
    let archive = directory.archive()?;
    let counts = archive.counts()?;
    let index = match directory.index().engine() {
        Ok(engine) => IndexRecord {
            statements: engine.statements()?,
            behind: archive.pending(engine.cursor()?)?,
            bytes: engine.bytes()?,
            problem: None,
        },
        Err(error) => IndexRecord {
            statements: 0,
            behind: counts.statements,
            bytes: 0,
            problem: Some(error.to_string()),
        },
    };
    let record = Record::new(&directory, counts, index);
    print_one(arguments.output.format, &record, |out| table(out, &record))?;
    Ok(Done::All)
}

#[derive(Serialize)]
struct Record {
    data: String,
    /// Without those that repeat another one, as are all counts but that of versions.
    statements: u64,
    /// Statements that have the text of another one.
    duplicates: u64,
    /// Statements that are mere entries of another one in a list.
    excerpts: u64,
    versions: u64,
    text_bytes: u64,
    archive_bytes: u64,
    index: IndexRecord,
    languages: Vec<Count>,
    kinds: Vec<Count>,
    organisations: Vec<Count>,
    years: Vec<Count>,
}

#[derive(Serialize)]
struct IndexRecord {
    statements: u64,
    /// Statements that were added or revised since the index was last brought up to date.
    behind: u64,
    bytes: u64,
    /// Why the index can't be used.
    problem: Option<String>,
}

#[derive(Serialize)]
struct Count {
    value: String,
    statements: u64,
}

impl Record {
    fn new(directory: &DataDirectory, counts: Counts, index: IndexRecord) -> Self {
        let list = |counts: Vec<(String, u64)>| {
            counts.into_iter().map(|(value, statements)| Count { value, statements }).collect()
        };
        Self {
            data: directory.path().display().to_string(),
            statements: counts.statements,
            duplicates: counts.duplicates,
            excerpts: counts.excerpts,
            versions: counts.versions,
            text_bytes: counts.text_bytes,
            archive_bytes: directory.archive_bytes(),
            index,
            languages: list(counts.languages),
            kinds: list(counts.kinds),
            organisations: list(counts.organisations),
            years: list(counts.years),
        }
    }
}

/// `1 duplicate`, `1,200 duplicates`.
fn counted(count: u64, noun: &str) -> String {
    format!("{} {noun}{}", thousands(count), if count == 1 { "" } else { "s" })
}

fn table(out: &mut dyn Write, record: &Record) -> std::io::Result<()> {
    writeln!(
        out,
        "archive        {} statements in {} versions, {} of text, {} on disk",
        thousands(record.statements),
        thousands(record.versions),
        bytes(record.text_bytes),
        bytes(record.archive_bytes)
    )?;
    if record.duplicates + record.excerpts > 0 {
        writeln!(
            out,
            "repeated       {}, {}; each is found with the statement that it repeats",
            counted(record.duplicates, "duplicate"),
            counted(record.excerpts, "excerpt")
        )?;
    }
    let index = &record.index;
    match &index.problem {
        Some(problem) => writeln!(out, "index          {problem}")?,
        None => {
            let agreement = match index.behind {
                0 if index.statements == record.statements => "agrees with the archive".to_owned(),
                0 => "does not agree with the archive; run `verbale check`".to_owned(),
                behind => format!("{} statements behind the archive; run `verbale index`", thousands(behind)),
            };
            writeln!(
                out,
                "index          {} statements, {} on disk, {agreement}",
                thousands(index.statements),
                bytes(index.bytes)
            )?;
        }
    }
    let line = |counts: &[Count]| {
        let shown: Vec<_> =
            counts.iter().map(|count| format!("{} {}", count.value, thousands(count.statements))).collect();
        shown.join(", ")
    };
    writeln!(out, "languages      {}", line(&record.languages))?;
    writeln!(out, "kinds          {}", line(&record.kinds))?;
    let (shown, more) = record.organisations.split_at(record.organisations.len().min(ORGANISATIONS));
    let more = if more.is_empty() { String::new() } else { format!(", and {} more", more.len()) };
    writeln!(out, "organisations  {}{more}", line(shown))?;
    writeln!(out, "years          {}", line(&record.years))
}
