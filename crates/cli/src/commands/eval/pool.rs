//! `verbale eval pool`: what is to be judged.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use serde::Serialize;
use verbale_eval::pool::Pool;
use verbale_eval::{Qrels, Run, Topics};

use crate::args::eval as args;
use crate::exit::Done;
use crate::output::{print_one, thousands};

/// How many topics a note names.
const NAMED: usize = 5;

#[derive(Serialize)]
struct Record {
    topics: usize,
    documents: usize,
}

pub(super) fn run(arguments: &args::Pool) -> Result<Done> {
    let topics = Topics::read(&arguments.topics)?;
    let runs: Vec<Run> = arguments.runs.iter().map(|path| Run::read(path)).collect::<Result<_, _>>()?;
    let judged = arguments.qrels.as_deref().map(Qrels::read).transpose()?.unwrap_or_default();
    let pool = Pool::of(&topics, &runs, arguments.depth as usize, &judged);
    note_strangers(&topics, &runs);
    if pool.items().is_empty() {
        bail!("there is nothing to judge: no run has a document for a topic that is not judged yet");
    }
    pool.write(&arguments.output)?;
    let record = Record { topics: pool.topics(), documents: pool.items().len() };
    let output = arguments.output.display();
    print_one(arguments.format.format, &record, |out| {
        let (documents, topics) = (count(record.documents, "document"), count(record.topics, "topic"));
        writeln!(out, "{documents} for {topics} to be judged: verbale serve --judge {output}")
    })?;
    Ok(Done::All)
}

fn count(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", thousands(number as u64), if number == 1 { "" } else { "s" })
}

/// Runs of other topics are a mistake that is easily made.
fn note_strangers(topics: &Topics, runs: &[Run]) {
    let known: BTreeSet<_> = topics.iter().map(|topic| topic.id.as_str()).collect();
    let ranked: BTreeSet<_> = runs.iter().flat_map(Run::topics).collect();
    for (them, what) in [
        (ranked.difference(&known), "in the runs without a query, left out"),
        (known.difference(&ranked), "in no run"),
    ] {
        let them: Vec<_> = them.copied().collect();
        if !them.is_empty() {
            let some = them.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
            anstream::eprintln!(
                "note: {} {what}: {some}{}",
                count(them.len(), "topic"),
                if them.len() > NAMED { ", …" } else { "" }
            );
        }
    }
}
