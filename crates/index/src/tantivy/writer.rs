//! Writing the index.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tantivy::{Index, IndexWriter, TantivyDocument, TantivyError, Term};
use verbale_archive::{Record, Sequence};

use super::document::document;
use super::fields::Fields;
use super::packed::PackedTokenizer;
use crate::EngineError;

/// Threads that build segments.
const THREADS: usize = 2;

/// Writes statements into one generation of an index.
pub(crate) struct TantivyWriter {
    path: PathBuf,
    fields: Fields,
    writer: IndexWriter<TantivyDocument>,
    /// Whether it writes into an empty index, in which there is nothing to take out.
    fresh: bool,
}

impl TantivyWriter {
    /// Creates an empty index in the empty folder `path`; `memory`, in bytes, is for documents that are not yet on disk.
    pub(crate) fn create(path: &Path, memory: usize) -> Result<Self, EngineError> {
        let (schema, fields) = Fields::schema();
        let index = Index::create_in_dir(path, schema).map_err(|error| failed(path, error))?;
        Self::over(path, fields, &index, memory, true)
    }

    /// Opens the index in `path` for writing; what a killed process left half done is cleared away.
    pub(crate) fn open(path: &Path, memory: usize) -> Result<Self, EngineError> {
        let (_, fields) = Fields::schema();
        let index = Index::open_in_dir(path).map_err(|error| damaged(path, &error))?;
        let writer = Self::over(path, fields, &index, memory, false)?;
        writer.writer.garbage_collect_files().wait().map_err(|error| failed(path, error))?;
        Ok(writer)
    }

    fn over(
        path: &Path,
        fields: Fields,
        index: &Index,
        memory: usize,
        fresh: bool,
    ) -> Result<Self, EngineError> {
        index.tokenizers().register(PackedTokenizer::NAME, PackedTokenizer::default());
        let writer = index.writer_with_num_threads(THREADS, memory).map_err(|error| failed(path, error))?;
        Ok(Self { path: path.into(), fields, writer, fresh })
    }

    /// Puts each statement, none of them twice, in the place of its earlier versions, and takes out those that repeat
    /// another one; gives how many are in. Analysis, most of the work, is spread over the cores.
    pub(crate) fn upsert(&mut self, records: &[Record]) -> Result<u64, EngineError> {
        let document =
            |record: &Record| record.repeats.is_none().then(|| document(&self.fields, &record.statement));
        let documents: Vec<_> = records.par_iter().map(document).collect();
        let mut added = 0;
        for (record, document) in records.iter().zip(documents) {
            if !self.fresh {
                let id = Term::from_field_text(self.fields.id, record.statement.id.as_str());
                self.writer.delete_term(id);
            }
            if let Some(document) = document {
                self.writer.add_document(document).map_err(|error| failed(&self.path, error))?;
                added += 1;
            }
        }
        Ok(added)
    }

    /// Makes everything up to `cursor` visible to readers, in one step.
    pub(crate) fn commit(&mut self, cursor: Option<Sequence>) -> Result<(), EngineError> {
        let mut commit = self.writer.prepare_commit().map_err(|error| failed(&self.path, error))?;
        commit.set_payload(&cursor.map_or(String::new(), |cursor| cursor.0.to_string()));
        commit.commit().map(|_| ()).map_err(|error| failed(&self.path, error))
    }

    /// Ends writing, after the merges that are under way.
    pub(crate) fn finish(self) -> Result<(), EngineError> {
        let path = self.path;
        self.writer.wait_merging_threads().map_err(|error| failed(&path, error))
    }
}

fn failed(path: &Path, error: TantivyError) -> EngineError {
    match error {
        TantivyError::LockFailure(..) => EngineError::Locked(path.into()),
        error => EngineError::Write(error.to_string()),
    }
}

/// Of what Tantivy says, so many characters: it may quote a whole file behind them.
const LONGEST_REASON: usize = 200;

pub(super) fn damaged(path: &Path, error: &TantivyError) -> EngineError {
    let mut reason = error.to_string();
    if let Some((end, _)) = reason.char_indices().nth(LONGEST_REASON) {
        reason.truncate(end);
        reason.push('…');
    }
    EngineError::Damaged { path: path.into(), reason }
}
