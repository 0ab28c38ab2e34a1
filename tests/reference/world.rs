//! Statements, an index of them, and the reference's view of them.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use verbale_archive::Archive;
use verbale_index::{IndexFolder, TantivyEngine};
use verbale_ingest::{Options, Outcome, ingest};
use verbale_search::Searcher;
use verbale_statement::Statement;

use crate::corpus::Corpus;

/// The same statements for reference and engine.
pub struct World {
    pub corpus: Corpus,
    pub engine: TantivyEngine,
    pub searcher: Searcher,
    _folder: TempDir,
}

impl World {
    /// Of the files under `paths`.
    pub fn of(paths: &[PathBuf]) -> Self {
        let statements = ingest(paths, &Options::default()).filter_map(|outcome| match outcome {
            Outcome::Statement(ingested) => Some(ingested.statement),
            Outcome::Skipped(_) => None,
        });
        Self::with(statements.collect())
    }

    /// Of every so-many-th file that is packed in `packed`.
    pub fn of_packed(packed: &Path, step: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let unpacked = Command::new("tar").arg("-xzf").arg(packed).arg("-C").arg(folder.path()).status();
        assert!(unpacked.unwrap().success());
        let files = files(folder.path());
        Self::of(&files.into_iter().step_by(step).collect::<Vec<_>>())
    }

    fn with(statements: Vec<Statement>) -> Self {
        assert!(!statements.is_empty());
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("archive.sqlite");
        let mut archive = Archive::open(&file).unwrap();
        // Two commits, so that the index has segments and no order of its own.
        let index = IndexFolder::at(folder.path().join("index"));
        for part in statements.chunks(statements.len().div_ceil(2)) {
            archive.put_all(part).unwrap();
            index.follow(&archive, false, &mut |_, _| {}).unwrap();
        }
        let searcher = Searcher::new(archive, Box::new(index.engine().unwrap()));
        let engine = index.engine().unwrap();
        say(&format!("reference: {} statements", statements.len()));
        Self { corpus: Corpus::new(statements), engine, searcher, _folder: folder }
    }
}

/// Every text file below a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if path.is_dir() {
                folders.push(path);
            } else if !is_hidden && path.extension().is_some_and(|extension| extension == "txt") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A line past the capture of the test harness, so that it is seen.
pub fn say(line: &str) {
    // Nothing is left to be done if even this can't be said.
    let _ = writeln!(std::io::stderr(), "{line}");
}
