//! `verbale eval run`: rankings and their measures.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Serialize;
use verbale_eval::{Collection, Measure, Run, mean};

use super::profile::profile;
use crate::args::eval as args;
use crate::exit::Done;
use crate::output::print_many;

pub(super) fn run(data: &Path, arguments: &args::Run) -> Result<Done> {
    if arguments.run.is_some() && arguments.collections.len() > 1 {
        bail!("--run measures one run, of one collection; name that collection alone");
    }
    let collections: Vec<_> =
        arguments.collections.iter().map(|path| Collection::open(path)).collect::<Result<_, _>>()?;
    let mut records = Vec::new();
    let mut complete = true;
    for collection in &collections {
        let run = match &arguments.run {
            Some(file) => Run::read(file)?,
            None => searched(data, collection, arguments)?,
        };
        if collection.qrels.topics().next().is_none() {
            anstream::eprintln!(
                "note: {}: nothing is judged, so that nothing can be measured",
                collection.name
            );
            // Whoever wants the run to judge it has it.
            complete &= arguments.output.is_some();
            continue;
        }
        records.extend(measured(collection, &run, arguments));
    }
    let whole = Report { collections: &records };
    print_many(arguments.format.format, &whole, &records, |out| table(out, &records, &arguments.measures))?;
    Ok(Done::unless(!complete))
}

/// The run of our own engine, written where the arguments say.
fn searched(data: &Path, collection: &Collection, arguments: &args::Run) -> Result<Run> {
    let (tag, ranking) = profile(arguments.profile.as_deref())?;
    let run = super::bench(data, collection)?.run(&collection.topics, ranking, &tag)?;
    if let Some(output) = &arguments.output {
        run.write(&output_path(output, collection, arguments.collections.len() > 1)?)?;
    }
    Ok(run)
}

fn output_path(output: &Path, collection: &Collection, several: bool) -> Result<PathBuf> {
    if !several {
        return Ok(output.to_owned());
    }
    std::fs::create_dir_all(output)
        .with_context(|| format!("can't write into the folder {}", output.display()))?;
    Ok(output.join(format!("{}.run", collection.name)))
}

#[derive(Serialize)]
struct Report<'a> {
    collections: &'a [Measured],
}

/// What a run is worth on a collection: the means, or the values of one topic.
#[derive(Serialize)]
struct Measured {
    collection: String,
    run: String,
    /// Topics that are judged; every mean is over all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    topics: Option<usize>,
    /// The topic, if the values are those of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<String>,
    measures: BTreeMap<String, f64>,
}

/// The means, and after them, if they are asked for, the values of each topic.
fn measured(collection: &Collection, run: &Run, arguments: &args::Run) -> Vec<Measured> {
    let values: Vec<(String, BTreeMap<String, f64>)> = arguments
        .measures
        .iter()
        .map(|measure| (measure.to_string(), measure.per_topic(&collection.qrels, run)))
        .collect();
    let record = |topic: Option<&str>, of: &dyn Fn(&BTreeMap<String, f64>) -> f64| Measured {
        collection: collection.name.clone(),
        run: run.tag.clone(),
        topics: topic.is_none().then(|| collection.qrels.topics().count()),
        topic: topic.map(str::to_owned),
        measures: values.iter().map(|(measure, values)| (measure.clone(), of(values))).collect(),
    };
    let mut records = vec![record(None, &mean)];
    if arguments.per_topic {
        let topics = collection.qrels.topics();
        records.extend(
            topics.map(|topic| record(Some(topic), &|values| values.get(topic).copied().unwrap_or_default())),
        );
    }
    records
}

fn table(out: &mut dyn Write, records: &[Measured], measures: &[Measure]) -> std::io::Result<()> {
    if records.is_empty() {
        return Ok(());
    }
    let name = |record: &Measured| match &record.topic {
        Some(topic) => format!("  {topic}"),
        None => format!("{} · {}", record.collection, record.run),
    };
    let widest = records.iter().map(|record| name(record).chars().count()).max().unwrap_or_default();
    let names: Vec<_> = measures.iter().map(ToString::to_string).collect();
    let width = |measure: &str| measure.len().max(6);
    write!(out, "{:widest$}", "")?;
    for measure in &names {
        write!(out, "  {measure:>0$}", width(measure))?;
    }
    writeln!(out, "  topics")?;
    for record in records {
        write!(out, "{:widest$}", name(record))?;
        for measure in &names {
            let value = record.measures.get(measure).copied().unwrap_or_default();
            write!(out, "  {value:>0$.4}", width(measure))?;
        }
        writeln!(out, "{}", record.topics.map_or_else(String::new, |topics| format!("  {topics:>6}")))?;
    }
    Ok(())
}
