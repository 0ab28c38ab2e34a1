//! Reads pages on one core, prints their texts as JSON lines and how long it took.
use std::path::PathBuf;
use std::time::Instant;
use verbale_ingest::{Options, Outcome, ingest};
fn main() {
    let paths: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let begin = Instant::now();
    let outcomes: Vec<Outcome> = ingest(&paths, &Options::default()).collect();
    let seconds = begin.elapsed().as_secs_f64();
    eprintln!("{} pages in {seconds:.2} s: {:.0} a second", outcomes.len(), outcomes.len() as f64 / seconds);
    for outcome in outcomes {
        if let Outcome::Statement(ingested) = outcome {
            let s = &ingested.statement;
            let text: Vec<&str> = s.paragraphs.iter().map(|p| p.text.as_str()).collect();
            println!("{}", serde_json::json!({"file": s.origin.file, "title": s.title, "text": text}));
        }
    }
}
