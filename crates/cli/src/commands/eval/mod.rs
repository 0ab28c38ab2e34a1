//! `verbale eval`: the ranking bench.

mod compare;
mod judged;
mod log;
mod pool;
mod profile;
mod run;
mod tune;

use std::path::Path;

use anyhow::Result;
use verbale_eval::{Bench, Collection, Stage};

use crate::args::eval::{Command, Eval};
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::progress::Progress;

/// Where the collections' own archives and indexes are in the data directory.
const CACHE: &str = "eval";

/// How many skipped documents a note names.
const NAMED: usize = 3;

pub(crate) fn run(data: &Path, arguments: &Eval) -> Result<Done> {
    match &arguments.command {
        Command::Run(arguments) => run::run(data, arguments),
        Command::Tune(arguments) => tune::run(data, arguments),
        Command::Compare(arguments) => compare::run(data, arguments),
        Command::Pool(arguments) => pool::run(arguments),
        Command::Judged(arguments) => judged::run(arguments),
        Command::Log(arguments) => log::run(arguments),
    }
}

/// Sets a collection up to be searched, and says what its documents lack.
fn bench(data: &Path, collection: &Collection) -> Result<Bench> {
    let cache = DataDirectory::open_or_create(data)?.path().join(CACHE);
    let (reading, indexing) = (Progress::counting("documents"), Progress::of("statements indexed"));
    let bench = Bench::open(collection, &cache, &mut |stage, done, all| match stage {
        Stage::Reading => reading.advance(done),
        Stage::Indexing => {
            reading.finish();
            indexing.set(done, all.unwrap_or(done));
        }
    });
    reading.finish();
    indexing.finish();
    let bench = bench?;
    let (name, documents) = (&collection.name, bench.documents());
    if !documents.skipped.is_empty() {
        anstream::eprintln!("note: {name}: {} documents were skipped", documents.skipped.len());
        documents.skipped.iter().take(NAMED).for_each(|skipped| anstream::eprintln!("      {skipped}"));
    }
    if !documents.missing.is_empty() {
        let some: Vec<_> = documents.missing.iter().take(NAMED).map(String::as_str).collect();
        let (count, some) = (documents.missing.len(), some.join(", "));
        anstream::eprintln!("note: {name}: {count} relevant documents are not in the collection: {some} …");
    }
    Ok(bench)
}
