//! Prints the blocks of web pages with their features, for `benches/extraction/train.py`.
//!
//! ```text
//! cargo run --release -p verbale-ingest --example blocks -- FOLDER [SCORES]
//! ```
//!
//! The first line is the names of the features, each further line `[file, text, features]` of a block, files by name.
//! With SCORES, a file of one number for each block in this order, they are the features of the second look.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use verbale_ingest::training;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let scores: Option<Vec<f32>> = arguments
        .next()
        .map(|path| -> Result<_, Box<dyn std::error::Error>> {
            Ok(std::fs::read_to_string(path)?.lines().map(str::parse).collect::<Result<_, _>>()?)
        })
        .transpose()?;
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (first, second) = training::names();
    writeln!(out, "{}", serde_json::json!(if scores.is_some() { second } else { first }))?;
    let mut done = 0;
    for file in files {
        let page = std::fs::read(&file)?;
        let mut blocks = training::blocks(&page, None);
        if let Some(scores) = &scores {
            let own = scores.get(done..done + blocks.len()).ok_or("too few scores")?;
            done += blocks.len();
            blocks = training::blocks(&page, Some(own));
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        for block in blocks {
            writeln!(out, "{}", serde_json::json!([name, block.text, block.features]))?;
        }
    }
    out.flush()?;
    Ok(())
}
