//! A collection's own archive and index, and searching all its topics.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use verbale_archive::Archive;
use verbale_index::IndexFolder;
use verbale_ingest::{Outcome, SkipReason, ingest};
use verbale_search::{Contribution, Matching, Ranking, Request, Searcher};
use verbale_statement::StatementId;

use crate::{Collection, EvalError, Ranked, Run, Topics};

/// What one transaction of the archive holds at most: this many statements or this much text, in bytes.
const BATCH_STATEMENTS: usize = 256;
const BATCH_BYTES: usize = 8 << 20;

/// A collection that can be searched.
///
/// Its documents are read anew each time, which takes little beside what it guards against: a bench over documents
/// as an earlier program read them. If all of them are as before, the index is reused. If one is not, it is built anew
/// and not brought up to date, because an index that has followed changes still counts the words of old versions.
pub struct Bench {
    searcher: Searcher,
    matching: Matching,
    documents: Documents,
}

/// What became of a collection's documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Documents {
    /// How many can be found.
    pub found: usize,
    /// Those that can't, with the reason.
    pub skipped: Vec<String>,
    /// Relevant documents that are not there, each once; a run can't find them.
    pub missing: BTreeSet<String>,
    /// Whether the index is that of an earlier time.
    pub reused: bool,
}

/// What takes time while a bench is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Documents are read; how many there are is not known.
    Reading,
    /// Statements are indexed.
    Indexing,
}

impl Bench {
    /// How deep rankings are.
    pub const DEPTH: usize = 1000;

    /// Reads the documents of `collection` and indexes them in a folder of their own in `cache`. `progress` gets
    /// what is being done, how much of it is done, and of how much, if that is known.
    ///
    /// # Errors
    /// If no document can be read, or archive or index can't be written.
    pub fn open(
        collection: &Collection,
        cache: &Path,
        progress: &mut dyn FnMut(Stage, u64, Option<u64>),
    ) -> Result<Self, EvalError> {
        let folder = cache.join(folder_name(collection));
        let file = |result: std::io::Result<_>| result.map_err(|source| EvalError::file(&folder, source));
        file(fs::create_dir_all(&folder))?;
        let lock = File::create(folder.join("lock")).and_then(|lock| lock.lock().map(|()| lock));
        let _lock = lock.map_err(|source| EvalError::file(&folder, source))?;

        let (path, index) = (folder.join("archive.sqlite"), folder.join("index"));
        let mut archive = Archive::open(&path)?;
        let mut reading = |done| progress(Stage::Reading, done, None);
        let mut taken = take_in(collection, &mut archive, &mut reading)?;
        if archive.statements()? > taken.ids.len() as u64 {
            // A document is gone. The index goes first: without its archive it would pass for that of the next one.
            drop(archive);
            remove(&index)?;
            ["archive.sqlite-wal", "archive.sqlite-shm"]
                .iter()
                .try_for_each(|name| remove(&folder.join(name)))?;
            remove(&path)?;
            archive = Archive::open(&path)?;
            taken = take_in(collection, &mut archive, &mut reading)?;
        }
        if taken.ids.is_empty() {
            let reason = taken.skipped.first().map(|skip| format!("; {skip}")).unwrap_or_default();
            return Err(EvalError::collection(
                &collection.path,
                &format!("no document could be read{reason}"),
            ));
        }
        let mut indexing = |done, all| progress(Stage::Indexing, done, Some(all));
        let index = IndexFolder::at(index);
        let following = index.follow(&archive, false, &mut indexing)?;
        if following.indexed > 0 && following.rebuilt.is_none() {
            index.follow(&archive, true, &mut indexing)?;
        }
        let relevant = collection.qrels.topics().filter_map(|topic| collection.qrels.grades(topic)).flatten();
        let relevant = relevant.filter(|(_, grade)| **grade > 0).map(|(document, _)| document);
        let documents = Documents {
            found: taken.ids.len(),
            skipped: taken.skipped,
            missing: relevant.filter(|document| !taken.ids.contains(*document)).cloned().collect(),
            reused: following.indexed == 0,
        };
        let searcher = Searcher::new(archive, Box::new(index.engine()?));
        Ok(Self { searcher, matching: collection.matching, documents })
    }

    /// What became of the documents.
    pub fn documents(&self) -> &Documents {
        &self.documents
    }

    /// What searches it, for whoever wants to look closer.
    pub fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// What each word of `query` adds to the score of a document; none if it does not match.
    ///
    /// # Errors
    /// If the index can't be read.
    pub fn explain(
        &self,
        query: &str,
        ranking: Ranking,
        document: &StatementId,
    ) -> Result<Option<Vec<Contribution>>, EvalError> {
        Ok(self.searcher.explain(&self.request(query, ranking), document)?)
    }

    fn request(&self, query: &str, ranking: Ranking) -> Request {
        Request { matching: self.matching, ranking, ..Request::new(query) }
    }

    /// Searches all `topics` with `ranking`, on all cores, to [`Bench::DEPTH`].
    ///
    /// # Errors
    /// If the index can't be read.
    pub fn run(&self, topics: &Topics, ranking: Ranking, tag: &str) -> Result<Run, EvalError> {
        let topics: Vec<_> = topics.iter().collect();
        let rankings = topics.par_iter().map(|topic| {
            let request = self.request(&topic.query, ranking);
            let matches = self.searcher.ranking(&request, Self::DEPTH)?;
            let ranked = matches.into_iter().map(|found| Ranked {
                document: found.id.into(),
                score: found.score.map(f64::from).unwrap_or_default(),
            });
            Ok((&topic.id, ranked.collect()))
        });
        let rankings: Vec<(&String, Vec<Ranked>)> = rankings.collect::<Result<_, EvalError>>()?;
        let mut run = Run::new(tag);
        for (topic, ranking) in rankings {
            run.rank(topic, ranking);
        }
        Ok(run)
    }
}

/// What was read.
#[derive(Default)]
struct Taken {
    ids: BTreeSet<String>,
    skipped: Vec<String>,
}

/// Puts the documents into the archive.
fn take_in(
    collection: &Collection,
    archive: &mut Archive,
    progress: &mut dyn FnMut(u64),
) -> Result<Taken, EvalError> {
    let mut taken = Taken::default();
    let (mut batch, mut batch_bytes) = (Vec::new(), 0);
    for outcome in ingest(&collection.documents, &collection.options) {
        match outcome {
            // What is no document, such as a picture or a note on the collection.
            Outcome::Skipped(skip) if matches!(skip.reason, SkipReason::UnknownFormat(_)) => {}
            Outcome::Skipped(skip) => taken.skipped.push(skip.to_string()),
            Outcome::Statement(ingested) => {
                let mut statement = ingested.statement;
                if let Some(language) = collection.language {
                    statement.language = language;
                    statement.paragraphs.iter_mut().for_each(|paragraph| paragraph.language = language);
                }
                taken.ids.insert(statement.id.as_str().to_owned());
                progress(taken.ids.len() as u64);
                batch_bytes += statement.text_bytes();
                batch.push(statement);
            }
        }
        if batch.len() >= BATCH_STATEMENTS || batch_bytes >= BATCH_BYTES {
            archive.put_all(&batch)?;
            batch.clear();
            batch_bytes = 0;
        }
    }
    archive.put_all(&batch)?;
    Ok(taken)
}

/// The name of a collection's folder: one that people recognise, made unique by where the collection is.
fn folder_name(collection: &Collection) -> PathBuf {
    let place = collection.path.canonicalize().unwrap_or_else(|_| collection.path.clone());
    let digest = Sha256::digest(place.as_os_str().as_encoded_bytes());
    let suffix: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let safe = |c: char| if c.is_alphanumeric() || c == '.' { c } else { '-' };
    let name: String = collection.name.chars().map(safe).take(60).collect();
    format!("{name}-{suffix}").into()
}

fn remove(path: &Path) -> Result<(), EvalError> {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(EvalError::file(path, source)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::{Measure, mean};

    /// A collection, and a place for its index.
    fn collection(documents: &str, toml: &str) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, content: &str| fs::write(folder.path().join(name), content).unwrap();
        write("documents.jsonl", documents);
        write("topics.tsv", "1\twho fishes for herring?\n2\tcod quota\n");
        write("qrels.txt", "1 0 7 1\n2 0 cod 2\n2 0 lost 1\n");
        write("collection.toml", toml);
        folder
    }

    fn open(folder: &TempDir) -> (Collection, Bench) {
        let collection = Collection::open(folder.path()).unwrap();
        let bench = Bench::open(&collection, &folder.path().join("cache"), &mut |_, _, _| {}).unwrap();
        (collection, bench)
    }

    fn run(folder: &TempDir) -> Run {
        let (collection, bench) = open(folder);
        bench.run(&collection.topics, Ranking::default(), "test").unwrap()
    }

    const DOCUMENTS: &str = r#"{"id": 7, "text": "The fleet fished for herring in the Grey Strait."}
{"id": "cod", "text": "The quota for cod was cut by half, the Assembly said."}
{"id": "empty", "text": ""}
"#;

    #[test]
    fn a_collection_is_searched_and_measured() {
        let folder = collection(DOCUMENTS, "language = \"en\"");
        let (collection, bench) = open(&folder);
        assert_eq!((bench.documents().found, bench.documents().skipped.len()), (2, 1));
        assert_eq!(bench.documents().missing, BTreeSet::from(["lost".to_owned()]));
        let run = bench.run(&collection.topics, Ranking::default(), "test").unwrap();
        assert_eq!(run.ranking("1")[0].document, "7");
        let measure: Measure = "RR@10".parse().unwrap();
        assert!((mean(&measure.per_topic(&collection.qrels, &run)) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_index_is_reused_until_a_document_changes_or_goes() {
        let folder = collection(DOCUMENTS, "");
        let first = run(&folder);
        assert!(open(&folder).1.documents().reused);
        assert_eq!(run(&folder), first);

        let changed = DOCUMENTS.replace("herring", "mackerel");
        fs::write(folder.path().join("documents.jsonl"), &changed).unwrap();
        assert!(!open(&folder).1.documents().reused);
        assert_eq!(
            run(&folder),
            run(&collection(&changed, "")),
            "as if there had never been another version"
        );

        let fewer = DOCUMENTS.lines().next().unwrap();
        fs::write(folder.path().join("documents.jsonl"), fewer).unwrap();
        let (_, bench) = open(&folder);
        assert_eq!((bench.documents().found, bench.documents().reused), (1, false));
        assert!(run(&folder).ranking("2").is_empty());
    }

    #[test]
    fn another_language_is_another_index() {
        let folder = collection(DOCUMENTS, "language = \"en\"");
        let first = run(&folder);
        assert_eq!(first.ranking("1").len(), 1, "fishes finds fished");
        fs::write(folder.path().join("collection.toml"), "language = \"zh\"").unwrap();
        assert!(!open(&folder).1.documents().reused);
    }

    #[test]
    fn a_collection_without_a_document_that_can_be_read_is_refused() {
        let folder = collection("{\"id\": 1}\n", "");
        let collection = Collection::open(folder.path()).unwrap();
        let error = Bench::open(&collection, folder.path(), &mut |_, _, _| {}).err().unwrap().to_string();
        assert!(error.contains("no document could be read"), "{error}");
    }
}
