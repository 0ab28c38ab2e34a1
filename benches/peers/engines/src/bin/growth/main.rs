//! Verbale as it grows: fills an archive with as many statements as asked for, indexes it, searches it. Each step is a
//! process of its own, so that its memory is its own; each prints one JSON object.
//!
//! ```text
//! growth fill FOLDER CORPUS STATEMENTS SEED    the archive, and queries drawn from its texts
//! growth index FOLDER                          the index
//! growth search FOLDER ROUNDS                  opening it, and every query ROUNDS times
//! ```

mod fill;
mod queries;
mod search;
mod zipf;

use std::env;
use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use verbale_archive::Archive;
use verbale_index::IndexFolder;
use verbale_peers::{bytes_in, peak_memory};

const USAGE: &str = "growth fill FOLDER CORPUS STATEMENTS SEED | index FOLDER | search FOLDER ROUNDS";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut answer = match arguments[..] {
        ["fill", folder, corpus, statements, seed] => {
            fill::fill(Path::new(folder), Path::new(corpus), statements.parse()?, seed.parse()?)?
        }
        ["index", folder] => index(Path::new(folder))?,
        ["search", folder, rounds] => search::search(Path::new(folder), rounds.parse()?)?,
        _ => anyhow::bail!("the command line is one of: {USAGE}"),
    };
    answer["peak_memory"] = json!(peak_memory());
    println!("{answer}");
    Ok(())
}

fn index(folder: &Path) -> anyhow::Result<Value> {
    let archive = Archive::open(&folder.join("archive.sqlite"))?;
    let begun = Instant::now();
    let path = folder.join("index");
    let done = IndexFolder::at(&path).follow(&archive, true, &mut |_, _| ())?;
    Ok(json!({
        "statements": done.indexed,
        "seconds": begun.elapsed().as_secs_f64(),
        "bytes": bytes_in(&path)?,
    }))
}
