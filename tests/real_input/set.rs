//! A set of real data, and what is proved on it.

use std::io::Write;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, Once, PoisonError};

use serde_json::Value;
use tempfile::TempDir;

use crate::measured::run;

/// No set may take more memory to be taken in, in bytes.
const MEMORY: u64 = 1 << 30;

/// A search that has to find something.
pub struct Finds {
    pub query: &'static str,
    /// A form of a word that has to be marked in one of the first hundred hits.
    pub form: &'static str,
    /// The least number of statements.
    pub least: u64,
}

/// A set, and what is known about it.
pub struct Set {
    name: &'static str,
    paths: Vec<&'static str>,
    archive: Option<&'static str>,
    options: Vec<&'static str>,
    statements: RangeInclusive<u64>,
    searches: &'static [Finds],
}

impl Set {
    /// A set that lies under these paths of the corpora.
    pub fn new(name: &'static str, paths: &[&'static str]) -> Self {
        Self {
            name,
            paths: paths.to_vec(),
            archive: None,
            options: Vec::new(),
            statements: 1..=u64::MAX,
            searches: &[],
        }
    }

    /// A set that is packed into one file.
    pub fn unpacked(name: &'static str, archive: &'static str) -> Self {
        Self { archive: Some(archive), ..Self::new(name, &[]) }
    }

    /// What else is said on the command line.
    pub fn options(mut self, options: &[&'static str]) -> Self {
        self.options = options.to_vec();
        self
    }

    /// How many statements it has, with those that repeat another one.
    pub fn statements(self, count: u64) -> Self {
        self.statements_of(count..=count)
    }

    /// How many statements it has, where that depends on what counts as one.
    pub fn statements_of(mut self, count: RangeInclusive<u64>) -> Self {
        self.statements = count;
        self
    }

    /// What searches find in it.
    pub fn finds(mut self, searches: &'static [Finds]) -> Self {
        self.searches = searches;
        self
    }

    /// Takes the set in, indexes it, checks and searches it, takes it in again, and prints its figures.
    pub fn prove(self) {
        static TURN: Mutex<()> = Mutex::new(());
        let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let corpora = corpora();
        if !corpora.is_dir() {
            say(&format!("skipped: {}: there are no corpora in {}", self.name, corpora.display()));
            return;
        }
        let folder = TempDir::new().unwrap();
        let data = folder.path().join("data");
        let inputs = self.inputs(&corpora, folder.path());
        let inputs = inputs.iter().map(|path| path.to_str().unwrap());
        let ingest: Vec<_> = ["ingest", "--format", "json", "--no-index"]
            .into_iter()
            .chain(self.options.iter().copied())
            .chain(inputs)
            .collect();

        let taken = run(&data, &ingest);
        let report = serde_json::from_str::<Value>(&taken.out)
            .unwrap_or_else(|_| panic!("{}{}", taken.out, taken.err));
        let is_failure = |skipped: &Value| !skipped["reason"].as_str().unwrap().contains("lists other pages");
        let code = i32::from(report["skipped"].as_array().unwrap().iter().any(is_failure));
        taken.ended(code);
        assert!(taken.peak < MEMORY, "{} took {} bytes of memory", self.name, taken.peak);
        let indexed = run(&data, &["index", "--format", "json"]);
        indexed.ended(0);
        run(&data, &["check"]).ended(0);
        let status = run(&data, &["status", "--format", "json"]).json(0);
        let row = Row {
            name: self.name,
            status: &status,
            report: &report,
            ingest: (taken.seconds, taken.peak),
            index: (indexed.seconds, indexed.peak),
        };
        row.print();

        let count = status["statements"].as_u64().unwrap();
        let repeated = ["duplicates", "excerpts"].map(|key| status[key].as_u64().unwrap());
        let all = count + repeated.iter().sum::<u64>();
        assert!(self.statements.contains(&all), "{} has {all} statements: {}", self.name, report["skipped"]);
        assert_eq!(status["index"]["statements"], count);
        assert_eq!(status["index"]["behind"], 0);
        for search in self.searches {
            self.search(&data, search);
        }

        let again = run(&data, &ingest).json(code);
        assert_eq!((&again["added"], &again["revised"]), (&0.into(), &0.into()), "{}", self.name);
        assert_eq!(run(&data, &["status", "--format", "json"]).json(0), status, "{}", self.name);
    }

    fn inputs(&self, corpora: &Path, folder: &Path) -> Vec<PathBuf> {
        let Some(archive) = self.archive else {
            return self.paths.iter().map(|path| corpora.join(path)).collect();
        };
        let unpacked = folder.join("unpacked");
        std::fs::create_dir(&unpacked).unwrap();
        let mut tar = Command::new("tar");
        let tar = tar.arg("-xzf").arg(corpora.join(archive)).arg("-C").arg(&unpacked);
        assert!(tar.status().unwrap().success());
        vec![unpacked]
    }

    fn search(&self, data: &Path, Finds { query, form, least }: &Finds) {
        let answer = run(data, &["search", "--limit", "100", "--format", "json", query]).json(0);
        let total = answer["total"].as_u64().unwrap();
        assert!(total >= *least, "{}: {query} finds {total} statements", self.name);
        let hits = answer["hits"].as_array().unwrap();
        let marked: Vec<_> = hits.iter().flat_map(marks).collect();
        assert!(marked.contains(form), "{}: {query} doesn't mark {form}, but {marked:?}", self.name);
    }
}

/// Every marked piece of a hit's passages.
fn marks(hit: &Value) -> Vec<&str> {
    let mut marked = Vec::new();
    for passage in hit["passages"].as_array().unwrap() {
        let text = passage["text"].as_str().unwrap();
        for mark in passage["marks"].as_array().unwrap() {
            let [start, end] = [0, 1].map(|end| usize::try_from(mark[end].as_u64().unwrap()).unwrap());
            marked.push(&text[start..end]);
        }
    }
    marked
}

fn corpora() -> PathBuf {
    match std::env::var_os("VERBALE_CORPORA") {
        Some(path) => path.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora"),
    }
}

/// A line past the capture of the test harness, so that it is seen.
fn say(line: &str) {
    // Nothing is left to be done if even this can't be said.
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// The figures of a set.
struct Row<'a> {
    name: &'a str,
    status: &'a Value,
    report: &'a Value,
    /// Seconds, and bytes of memory.
    ingest: (f64, u64),
    index: (f64, u64),
}

impl Row<'_> {
    fn print(&self) {
        static HEAD: Once = Once::new();
        HEAD.call_once(|| {
            println!(
                "\n| set | statements | skipped | read | text | taken in | a second | memory | indexed in | memory | archive | index |"
            );
            println!("{}", "| --- ".repeat(12) + "|");
        });
        let count = |value: &Value| value.as_u64().unwrap_or(0);
        let megabytes = |bytes: u64| bytes as f64 / 1e6;
        let statements = count(&self.status["statements"]);
        let read = megabytes(count(&self.report["bytes"]));
        println!(
            "| {} | {} | {} | {:.1} MB | {:.1} MB | {:.1} s | {:.0}, {:.1} MB | {:.0} MB | {:.1} s | {:.0} MB | {:.1} MB | {:.1} MB |",
            self.name,
            statements,
            self.report["skipped"].as_array().map_or(0, Vec::len),
            read,
            megabytes(count(&self.status["text_bytes"])),
            self.ingest.0,
            statements as f64 / self.ingest.0,
            read / self.ingest.0,
            megabytes(self.ingest.1),
            self.index.0,
            megabytes(self.index.1),
            megabytes(count(&self.status["archive_bytes"])),
            megabytes(count(&self.status["index"]["bytes"])),
        );
    }
}
