//! `verbale eval tune`: a better ranking profile, if there is one.

mod report;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use verbale_eval::significance::Permutations;
use verbale_eval::tune::{self, Folds, Identity, Journal, Method, Source, Tuning, Values, Verdict};
use verbale_eval::{Bench, Collection, Measure, Run};
use verbale_search::Ranking;

use self::report::Report;
use super::profile::profile;
use crate::args::eval::Tune;
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::{print_one, thousands};
use crate::progress::Progress;

/// Where journals are in the data directory that nobody has named.
const JOURNALS: &str = "eval/tuning";

pub(super) fn run(data: &Path, arguments: &Tune) -> Result<Done> {
    let space = arguments.space()?;
    let (base_name, base) = profile(arguments.base.as_deref())?;
    let start = space.setting_of(&base)?;
    let (budget, size) = (arguments.budget as usize, space.size());
    if arguments.method == Method::Grid && size > budget {
        bail!(
            "the grid has {} settings, which is over the budget of {}: take larger steps or another method, \
             or say --budget {size}",
            thousands(size as u64),
            thousands(budget as u64)
        );
    }
    let collections = distinct(&arguments.collections)?;
    let folds = deal(&collections, arguments)?;

    let benches: Vec<_> =
        collections.iter().map(|collection| super::bench(data, collection)).collect::<Result<_>>()?;
    let runs = searched(&benches, &collections, base)?;
    let identity = Identity {
        measure: arguments.measure.to_string(),
        method: arguments.method,
        seed: arguments.seed,
        folds: folds.count(),
        space: space.knobs().to_vec(),
        base: tune::knobs(&base),
        collections: collections
            .iter()
            .zip(&runs)
            .map(|(collection, run)| Source::of(collection, run))
            .collect(),
    };
    let path = journal_path(data, arguments, &identity)?;
    let mut journal = Journal::open(&path, &identity)?;
    if journal.len() > 1 {
        let known = thousands(journal.len() as u64);
        anstream::eprintln!(
            "note: goes on from {known} settings that were tried before ({})",
            path.display()
        );
    }
    if journal.get(&start).is_none() {
        journal.put(&start, values(arguments.measure, &collections, &runs))?;
    }

    let progress = match arguments.method {
        Method::Grid => Progress::of("settings tried"),
        Method::Random => Progress::of("settings tried, at most"),
        Method::Coordinate => Progress::counting("settings tried"),
    };
    let mut tried = 0;
    let evaluate = |setting: &[f64]| -> Result<Values> {
        let values = match journal.get(setting) {
            Some(values) => values.clone(),
            None => {
                let runs = searched(&benches, &collections, space.ranking_of(setting, &base)?)?;
                let values = values(arguments.measure, &collections, &runs);
                journal.put(setting, values.clone())?;
                values
            }
        };
        tried += 1;
        match arguments.method {
            Method::Grid => progress.set(tried, size as u64 + 1),
            Method::Random => progress.set(tried, budget as u64 + 1),
            Method::Coordinate => progress.advance(tried),
        }
        Ok(values)
    };
    let tuning = Tuning {
        space: &space,
        base: &start,
        method: arguments.method,
        budget,
        seed: arguments.seed,
        folds: &folds,
    };
    let tuned = tuning.run(evaluate);
    progress.finish();
    let tuned = tuned?;
    let verdict = Verdict::on(&tuned, Permutations { seed: arguments.seed, ..Permutations::default() });

    let report = Report::new(&identity, &base_name, &space, &tuned, &verdict, &path);
    print_one(arguments.format.format, &report, |out| report.table(out))?;
    match (report.refusal(), &arguments.output) {
        (Some(why), _) => anstream::eprintln!("refused: {why}; no profile is written"),
        (None, Some(output)) => {
            let found = space.ranking_of(&tuned.best.setting, &base)?;
            write(output, &tune::profile(&found, &report.provenance()))?;
        }
        (None, None) => {}
    }
    Ok(Done::unless(verdict.refusal.is_some()))
}

/// The collections at `paths`. One that is named twice would make topics of the same outcome look like more evidence.
fn distinct(paths: &[PathBuf]) -> Result<Vec<Collection>> {
    let mut places = BTreeSet::new();
    for path in paths {
        if !places.insert(path.canonicalize().unwrap_or_else(|_| path.clone())) {
            bail!("the collection {} is named twice", path.display());
        }
    }
    Ok(paths.iter().map(|path| Collection::open(path)).collect::<Result<_, _>>()?)
}

/// Deals the judged topics out to folds.
fn deal(collections: &[Collection], arguments: &Tune) -> Result<Folds> {
    let sizes: Vec<_> = collections.iter().map(|collection| collection.qrels.topics().count()).collect();
    let count = usize::from(arguments.folds);
    Folds::new(&sizes, count, arguments.seed).with_context(|| {
        let few = collections.iter().zip(&sizes).find(|(_, size)| **size < count);
        let (name, size) =
            few.map(|(collection, size)| (collection.name.as_str(), *size)).unwrap_or_default();
        format!(
            "{name} has {size} judged topics, too few to hold out one in each of {count} folds; say --folds N"
        )
    })
}

/// The runs of a profile over all collections.
fn searched(benches: &[Bench], collections: &[Collection], ranking: Ranking) -> Result<Vec<Run>> {
    let runs = benches
        .iter()
        .zip(collections)
        .map(|(bench, collection)| bench.run(&collection.topics, ranking, "tune"));
    Ok(runs.collect::<Result<_, _>>()?)
}

/// The values of runs, topic by topic.
fn values(measure: Measure, collections: &[Collection], runs: &[Run]) -> Values {
    let per_topic = |(collection, run): (&Collection, &Run)| measure.per_topic(&collection.qrels, run);
    collections.iter().zip(runs).map(|pair| per_topic(pair).into_values().collect()).collect()
}

/// Where the journal is: in the named file, or in one of the data directory that belongs to this tuning alone, so that
/// the same command goes on by itself.
fn journal_path(data: &Path, arguments: &Tune, identity: &Identity) -> Result<PathBuf> {
    if let Some(path) = &arguments.journal {
        return Ok(path.clone());
    }
    let folder = DataDirectory::open_or_create(data)?.path().join(JOURNALS);
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("can't make the folder {}", folder.display()))?;
    Ok(folder.join(format!("{}.jsonl", identity.fingerprint())))
}

/// Writes a file as a whole or not at all.
fn write(path: &Path, text: &str) -> Result<()> {
    let mut new = path.as_os_str().to_owned();
    new.push(".new");
    let written = std::fs::File::create(&new).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&new, path)
    });
    written.with_context(|| format!("the profile {} can't be written", path.display()))
}
