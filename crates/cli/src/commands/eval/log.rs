//! `verbale eval log`: topics and judgments from what readers searched for and clicked on.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use verbale_eval::clicks::{Learned, Settings, learn, read};

use crate::args::eval as args;
use crate::exit::Done;
use crate::output::{print_many, thousands};

/// How many topics and ranks the table shows.
const SHOWN: usize = 20;

pub(super) fn run(arguments: &args::Log) -> Result<Done> {
    let thresholds: [f64; 3] = match arguments.grades.as_slice() {
        &[one, two, three] if 0.0 < one && one <= two && two <= three => [one, two, three],
        _ => bail!("--grades takes three numbers above 0, none lower than the one before it: 0.1,0.25,0.5"),
    };
    let settings = Settings { language: arguments.lang, minimum: arguments.minimum, thresholds };
    let learned = learn(&read(&arguments.log)?, &settings);
    if let Some(output) = &arguments.output {
        write(&learned, output)?;
    }
    if !learned.unlinked.is_empty() {
        let ranks: Vec<_> = learned.unlinked.iter().take(SHOWN).map(ToString::to_string).collect();
        anstream::eprintln!(
            "note: what was clicked at the ranks {} is left out: no document stood there and at another rank for the same query, so that nothing tells the document's part from the rank's",
            ranks.join(", ")
        );
    }
    print_many(arguments.format.format, &learned, &learned.judgments, |out| table(out, &learned))?;
    // A log too small to learn from is not what was asked for.
    Ok(Done::unless(learned.judgments.is_empty()))
}

fn write(learned: &Learned, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("can't write into the folder {}", folder.display()))?;
    learned.topics().write(&folder.join("topics.tsv"))?;
    Ok(learned.qrels().write(&folder.join("qrels.txt"))?)
}

fn table(out: &mut dyn Write, learned: &Learned) -> std::io::Result<()> {
    let count = |number: usize| thousands(number as u64);
    writeln!(
        out,
        "{} searches for {} queries; {} are topics, with {} judgments",
        count(learned.searches),
        count(learned.queries),
        count(learned.topics.len()),
        count(learned.judgments.len())
    )?;
    if !learned.examination.is_empty() {
        writeln!(out, "\nA rank is examined")?;
    }
    for (rank, probability) in learned.examination.iter().take(SHOWN) {
        writeln!(out, "  {rank:>3}  {probability:.3}")?;
    }
    if !learned.topics.is_empty() {
        writeln!(out, "\nSearches  topic")?;
    }
    for topic in learned.topics.iter().take(SHOWN) {
        let query: String = topic.query.chars().filter(|c| !c.is_control()).collect();
        writeln!(out, "  {:>6}  {}  {query}", count(topic.searches), topic.id)?;
    }
    Ok(())
}
