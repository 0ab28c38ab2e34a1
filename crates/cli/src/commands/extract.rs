//! `verbale extract`: what files would give.

use std::io::Write;

use anyhow::Result;
use serde_json::json;
use verbale_ingest::{Outcome, ingest};

use crate::args::Extract;
use crate::exit::Done;

pub(crate) fn run(arguments: &Extract) -> Result<Done> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut failed = false;
    for outcome in ingest(&arguments.paths, &arguments.reading.options()?) {
        match outcome {
            Outcome::Statement(ingested) => {
                for warning in &ingested.warnings {
                    anstream::eprintln!("note on {}: {warning}", ingested.statement.id);
                }
                writeln!(out, "{}", serde_json::to_string(&ingested.statement)?)?;
            }
            Outcome::Skipped(skip) => {
                failed |= skip.reason.is_failure();
                anstream::eprintln!("skipped {skip}");
                if let Some(part) = skip.part {
                    let origin = json!({ "file": skip.file, "part": part });
                    writeln!(out, "{}", json!({ "error": skip.reason.to_string(), "origin": origin }))?;
                }
            }
        }
    }
    out.flush()?;
    Ok(Done::unless(failed))
}
