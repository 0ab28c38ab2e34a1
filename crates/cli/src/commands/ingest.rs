//! `verbale ingest`: files and folders into the archive.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;
use serde::Serialize;
use verbale_archive::{Archive, Put};
use verbale_ingest::{Identity, Ingested, Options, Outcome, Skip, SkipReason};
use verbale_statement::Statement;

use crate::args::{Format, Ingest};
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::{bytes, print_many, thousands};
use crate::progress::Progress;

/// What one transaction of the archive holds at most: this many statements or this much text.
const BATCH_STATEMENTS: usize = 256;
const BATCH_BYTES: usize = 8 << 20;

pub(crate) fn run(data: &Path, arguments: &Ingest) -> Result<Done> {
    let options = arguments.reading.options()?;
    let directory = DataDirectory::open_or_create(data)?;
    let mut archive = directory.archive()?;
    let mut report = take_in(&mut archive, &arguments.paths, &options);
    let linked = archive.link();
    report.linked = *linked.as_ref().unwrap_or(&0);
    report.print(arguments.output.format)?;
    linked?;
    if !arguments.no_index {
        let following = super::index::follow(&directory, &mut archive, false, arguments.writing)?;
        if arguments.output.format == Format::Table {
            super::index::print(&following)?;
        }
    }
    Ok(Done::unless(report.failed()))
}

/// What became of the input.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Report {
    added: u64,
    revised: u64,
    unchanged: u64,
    /// Statements that repeat another one now, or no longer do.
    linked: u64,
    skipped: Vec<Skipped>,
    /// How many of these were meant to be read.
    #[serde(skip)]
    failures: usize,
    warnings: Vec<Warned>,
    /// Files of formats that are not read, by extension.
    passed_over: BTreeMap<String, u64>,
    bytes: u64,
    seconds: f64,
}

/// An input that gave no statement.
#[derive(Debug, Serialize)]
struct Skipped {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<u64>,
    reason: String,
}

/// A statement that was taken in with a reservation.
#[derive(Debug, Serialize)]
struct Warned {
    id: String,
    warning: String,
}

/// Puts everything under `paths` into the archive. What can't be read or stored is in the report.
pub(crate) fn take_in(archive: &mut Archive, paths: &[PathBuf], options: &Options) -> Report {
    let begun = Instant::now();
    let progress = Progress::counting("documents");
    let mut report = Report::default();
    let (mut batch, mut batch_bytes, mut seen) = (Vec::new(), 0, 0);
    for outcome in verbale_ingest::ingest(paths, options) {
        seen += 1;
        progress.advance(seen);
        match outcome {
            Outcome::Skipped(skip) => report.skip(skip),
            Outcome::Statement(ingested) => {
                let statement = report.note(*ingested, archive);
                batch_bytes += statement.text_bytes();
                batch.push(statement);
            }
        }
        if batch.len() >= BATCH_STATEMENTS || batch_bytes >= BATCH_BYTES {
            report.store(archive, &mut batch);
            batch_bytes = 0;
        }
    }
    report.store(archive, &mut batch);
    progress.finish();
    report.seconds = begun.elapsed().as_secs_f64();
    report
}

impl Report {
    /// Whether an input failed that was meant to be read.
    pub(crate) fn failed(&self) -> bool {
        self.failures > 0
    }

    /// Statements that the input gave.
    pub(crate) fn statements(&self) -> u64 {
        self.added + self.revised + self.unchanged
    }

    fn skip(&mut self, skip: Skip) {
        if let SkipReason::UnknownFormat(extension) = &skip.reason {
            *self.passed_over.entry(extension.clone()).or_default() += 1;
            return;
        }
        self.failures += usize::from(skip.reason.is_failure());
        let (file, reason) = (skip.file.display().to_string(), skip.reason.to_string());
        self.skipped.push(Skipped { file, part: skip.part, reason });
    }

    /// Keeps the warnings, and gives the statement the id under which the archive knows its file, so that a
    /// changed file is a new version of what it was.
    fn note(&mut self, ingested: Ingested, archive: &Archive) -> Statement {
        self.bytes += ingested.bytes_read;
        let mut statement = ingested.statement;
        if ingested.identity == Identity::Content
            && statement.origin.part.is_none()
            && let Some(file) = &statement.origin.file
            && let Ok(Some(known)) = archive.id_of_file(file)
        {
            statement.id = known;
        }
        for warning in ingested.warnings {
            self.warnings.push(Warned { id: statement.id.to_string(), warning: warning.to_string() });
        }
        statement
    }

    fn store(&mut self, archive: &mut Archive, batch: &mut Vec<Statement>) {
        match archive.put_all(batch) {
            Ok(done) => {
                for put in done {
                    match put {
                        Put::Added => self.added += 1,
                        Put::Revised => self.revised += 1,
                        Put::Unchanged => self.unchanged += 1,
                    }
                }
            }
            Err(error) => self.skipped.extend(batch.iter().map(|statement| Skipped {
                file: statement.origin.file.clone().unwrap_or_else(|| statement.id.to_string()),
                part: statement.origin.part,
                reason: error.to_string(),
            })),
        }
        batch.clear();
    }

    pub(crate) fn print(&self, format: Format) -> Result<()> {
        print_many(format, self, &self.skipped, |out| self.table(out))
    }

    fn table(&self, out: &mut dyn Write) -> std::io::Result<()> {
        for skipped in &self.skipped {
            let part = skipped.part.map_or(String::new(), |part| format!(":{part}"));
            writeln!(out, "skipped {}{part}: {}", skipped.file, skipped.reason)?;
        }
        for warned in &self.warnings {
            writeln!(out, "note on {}: {}", warned.id, warned.warning)?;
        }
        if !self.passed_over.is_empty() {
            let all: Vec<_> =
                self.passed_over.iter().map(|(name, count)| format!("{count} .{name}")).collect();
            writeln!(out, "passed over, not a format that Verbale reads: {}", all.join(", "))?;
        }
        writeln!(
            out,
            "added {}, revised {}, unchanged {}, skipped {}",
            thousands(self.added),
            thousands(self.revised),
            thousands(self.unchanged),
            thousands(self.skipped.len() as u64),
        )?;
        if self.linked > 0 {
            writeln!(out, "linked {}: what repeats another statement is found once", thousands(self.linked))?;
        }
        let per_second = |amount: f64| amount / self.seconds.max(0.001);
        writeln!(
            out,
            "read {} in {:.1} s: {:.0} documents/s, {:.1} MB/s",
            bytes(self.bytes),
            self.seconds,
            per_second(self.statements() as f64),
            per_second(self.bytes as f64 / 1e6),
        )
    }
}
