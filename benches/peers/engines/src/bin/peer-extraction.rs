//! Reads web pages as Verbale takes them in, and says how long that took: `peer-extraction FOLDER TEXTS ROUNDS`.
//!
//! Everything from bytes to statements counts: charset, parsing, the choice of the text, metadata, languages, ids. The
//! texts go to the file TEXTS as a JSON object by file name; the seconds of the rounds to standard output.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use serde_json::json;
use verbale_ingest::{Options, Outcome, ingest};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, texts, rounds] = &arguments[..] else {
        anyhow::bail!("give a folder of pages, a file for the texts, and how many rounds");
    };
    let mut seconds = Vec::new();
    let mut found = BTreeMap::new();
    for _ in 0..rounds.parse::<usize>().context("the number of rounds")? {
        let begun = Instant::now();
        let outcomes: Vec<Outcome> = ingest(&[PathBuf::from(folder)], &Options::default()).collect();
        seconds.push(begun.elapsed().as_secs_f64());
        found = outcomes.into_iter().filter_map(text).collect();
    }
    std::fs::write(texts, serde_json::to_string(&found)?)?;
    println!("{}", json!({"seconds": seconds, "version": env!("CARGO_PKG_VERSION")}));
    Ok(())
}

/// A statement's file and its text, a paragraph a line.
fn text(outcome: Outcome) -> Option<(String, String)> {
    let Outcome::Statement(ingested) = outcome else { return None };
    let file = ingested.statement.origin.file?;
    let name = Path::new(&file).file_name()?.to_string_lossy().into_owned();
    let lines = ingested.statement.paragraphs.into_iter().map(|paragraph| paragraph.text);
    Some((name, lines.collect::<Vec<_>>().join("\n")))
}
