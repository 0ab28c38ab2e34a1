//! `verbale eval compare`: rankings beside a baseline.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use verbale_eval::compare::{Comparison, Contender, Settings, Wording};
use verbale_eval::significance::Permutations;
use verbale_eval::{Bench, Collection, Qrels, Run, Topics};
use verbale_search::Ranking;
use verbale_statement::StatementId;

use super::profile::profile;
use crate::args::eval::Compare;
use crate::exit::Done;
use crate::output::print_many;

pub(super) fn run(data: &Path, arguments: &Compare) -> Result<Done> {
    let given: Vec<&str> =
        std::iter::once(&arguments.baseline).chain(&arguments.systems).map(String::as_str).collect();
    let sources: Vec<Source> = given.iter().map(|name| Source::new(name)).collect::<Result<_>>()?;
    let names = names(&given, &sources)?;
    let profiles = names.iter().zip(&sources).filter_map(|(name, source)| match source {
        Source::File(_) => None,
        Source::Profile(_, ranking) => Some((name.clone(), *ranking)),
    });
    let ground = Ground::new(data, arguments, profiles.collect())?;
    let runs: Vec<Run> =
        sources.iter().zip(&names).map(|(source, name)| ground.run(source, name)).collect::<Result<_>>()?;
    let contenders: Vec<_> = names.iter().zip(&runs).map(|(name, run)| Contender { name, run }).collect();
    let Some((baseline, systems)) = contenders.split_first() else { bail!("there is nothing to compare") };
    let settings = Settings {
        measures: arguments.measures.clone(),
        permutations: Permutations { count: arguments.permutations, seed: arguments.seed },
        confidence: arguments.confidence,
        topics: arguments.changed,
        depth: arguments.depth,
    };
    let comparison = Comparison::new(&ground.qrels, *baseline, systems, &ground, &settings);
    if let Some(path) = &arguments.html {
        std::fs::write(path, comparison.page().to_string())
            .with_context(|| format!("the page can't be written to {}", path.display()))?;
        anstream::eprintln!("note: the page is {}", path.display());
    }
    print_many(arguments.output.format, &comparison, &comparison.contrasts, |out| {
        write!(out, "{comparison}")
    })?;
    Ok(Done::All)
}

/// Where a ranking comes from.
enum Source {
    /// A run that some engine has written.
    File(PathBuf),
    /// Our own engine, with a profile of this name.
    Profile(String, Ranking),
}

impl Source {
    fn new(name: &str) -> Result<Self> {
        let path = Path::new(name);
        if path.is_file() && path.extension().is_none_or(|extension| extension != "toml") {
            return Ok(Self::File(path.to_owned()));
        }
        let (name, ranking) =
            profile(Some(name)).with_context(|| format!("{name} is no run and no profile"))?;
        Ok(Self::Profile(name, ranking))
    }

    /// What people call it.
    fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            Self::Profile(name, _) => name.clone(),
        }
    }
}

/// Names for the sources: short ones, or the arguments as they were given where short ones are not enough.
fn names(given: &[&str], sources: &[Source]) -> Result<Vec<String>> {
    let are_different = |names: &[String]| names.iter().collect::<BTreeSet<_>>().len() == names.len();
    let short: Vec<String> = sources.iter().map(Source::name).collect();
    if are_different(&short) {
        return Ok(short);
    }
    let long: Vec<String> = given.iter().map(|&name| name.to_owned()).collect();
    if !are_different(&long) {
        bail!("{} are compared, but one of them is named twice", given.join(", "));
    }
    Ok(long)
}

/// What the rankings are held against.
struct Ground {
    qrels: Qrels,
    queries: BTreeMap<String, String>,
    /// What searches, if there are profiles to be tried.
    bench: Option<(Bench, Topics)>,
    /// The profiles, by the names of their systems.
    profiles: BTreeMap<String, Ranking>,
}

impl Ground {
    fn new(data: &Path, arguments: &Compare, profiles: BTreeMap<String, Ranking>) -> Result<Self> {
        let is_searched = !profiles.is_empty();
        let (qrels, topics, bench) = match (&arguments.collection, &arguments.qrels) {
            (Some(path), _) => {
                let collection = Collection::open(path)?;
                let bench = if is_searched { Some(super::bench(data, &collection)?) } else { None };
                (collection.qrels, collection.topics, bench)
            }
            (None, _) if is_searched => {
                bail!("profiles are compared by searching; name the collection with --collection")
            }
            (None, Some(qrels)) => {
                let topics = arguments.topics.as_deref().map(Topics::read).transpose()?;
                (Qrels::read(qrels)?, topics.unwrap_or_default(), None)
            }
            (None, None) => bail!("name the judgments with --qrels, or a --collection"),
        };
        if qrels.topics().next().is_none() {
            bail!("nothing is judged, so that nothing can be compared");
        }
        let queries = topics.iter().map(|topic| (topic.id.clone(), topic.query.clone())).collect();
        Ok(Self { qrels, queries, bench: bench.map(|bench| (bench, topics)), profiles })
    }

    fn run(&self, source: &Source, name: &str) -> Result<Run> {
        let run = match (source, &self.bench) {
            (Source::File(path), _) => Run::read(path)?,
            (Source::Profile(_, ranking), Some((bench, topics))) => bench.run(topics, *ranking, name)?,
            (Source::Profile(..), None) => bail!("there is no collection to search with {name}"),
        };
        if self.qrels.topics().all(|topic| run.ranking(topic).is_empty()) {
            bail!("{name} has no ranking for any judged topic; compare the topics' ids in run and qrels");
        }
        Ok(run)
    }
}

impl Wording for Ground {
    fn query(&self, topic: &str) -> Option<String> {
        self.queries.get(topic).cloned()
    }

    fn title(&self, document: &str) -> Option<String> {
        let (bench, _) = self.bench.as_ref()?;
        // What can't be read is shown by its id; the comparison doesn't depend on it.
        let reading = bench.searcher().read(&StatementId::new(document).ok()?, None, None).ok()??;
        Some(reading.statement.title)
    }

    fn contributions(&self, system: &str, topic: &str, document: &str) -> Option<Vec<(String, f64)>> {
        let ((bench, _), ranking) = (self.bench.as_ref()?, self.profiles.get(system)?);
        let (query, document) = (self.queries.get(topic)?, StatementId::new(document).ok()?);
        let added = bench.explain(query, *ranking, &document).ok()??;
        Some(added.into_iter().map(|word| (word.words, word.score.into())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_short_as_they_can_be_told_apart() {
        let names = |given: &[&str]| {
            let sources: Vec<_> = given.iter().map(|path| Source::File(path.into())).collect();
            names(given, &sources).map_err(|error| error.to_string())
        };
        assert_eq!(names(&["runs/a.run", "runs/b.run"]).unwrap(), ["a", "b"]);
        assert_eq!(names(&["old/a.run", "new/a.run"]).unwrap(), ["old/a.run", "new/a.run"]);
        assert!(names(&["a.run", "a.run"]).unwrap_err().contains("named twice"));
    }

    #[test]
    fn a_source_is_a_run_or_a_profile() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).unwrap();
            folder.path().join(name).display().to_string()
        };
        let (run, profile) = (write("lucene.run", ""), write("flat.toml", "b = 0.0"));
        assert!(matches!(Source::new(&run).unwrap(), Source::File(_)));
        assert!(matches!(Source::new(&profile).unwrap(), Source::Profile(name, _) if name == "flat"));
        let error = Source::new("nowhere.run").err().map(|error| format!("{error:#}"));
        assert!(error.unwrap().starts_with("nowhere.run is no run and no profile: "));
    }
}
