//! The generations of an index on disk.
//!
//! ```text
//! index/
//!   CURRENT          the name of the generation in use; replaced in one step
//!   lock             held by the one process that writes
//!   g-000001/        a generation: Tantivy's files, and FINGERPRINT
//! ```
//!
//! A generation is built beside the one in use and becomes current only when it is complete, so a process may be
//! killed at any moment: what it left is either not current, or a commit of Tantivy's that is whole.

use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use verbale_archive::{Archive, Sequence};

use crate::EngineError;
use crate::follow::follow;
use crate::stamp::Stamp;
use crate::tantivy::{TantivyEngine, TantivyWriter, cursor, index_fingerprint, statements};

/// Memory for documents that are not yet on disk, in bytes, over all indexing threads.
const DEFAULT_MEMORY: usize = 128 << 20;

const CURRENT: &str = "CURRENT";
const FINGERPRINT: &str = "FINGERPRINT";
const LOCK: &str = "lock";
const PREFIX: &str = "g-";

/// The folder in which an index and its generations lie.
#[derive(Debug, Clone)]
pub struct IndexFolder {
    root: PathBuf,
    /// In bytes.
    memory: usize,
}

/// What [`IndexFolder::follow`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// How many statements were indexed; those that repeat another one are not.
    pub indexed: u64,
    /// Why a new generation was built, if one was.
    pub rebuilt: Option<String>,
}

impl IndexFolder {
    /// The index in `root`, which need not exist yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), memory: DEFAULT_MEMORY }
    }

    /// The same, with so many bytes of memory for documents that are indexed but not yet on disk; from 32 MiB to 4 GiB,
    /// anything else is taken for the nearer of them.
    #[must_use]
    pub fn with_memory(self, bytes: usize) -> Self {
        Self { memory: bytes.clamp(32 << 20, 4 << 30), ..self }
    }

    /// Where it lies.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Opens the current generation for searching.
    ///
    /// # Errors
    /// If there is none, it was built by another analysis, or it is damaged.
    pub fn engine(&self) -> Result<TantivyEngine, EngineError> {
        TantivyEngine::open(self.clone())
    }

    /// Brings the index up to date with `archive`. A new generation is built if `rebuild` says so, if there is
    /// none, or if the current one was built by another analysis or from another archive; the old one serves
    /// until then. `progress` gets the number of statements done and of all to do.
    ///
    /// # Errors
    /// If another process is writing, a file can't be read or written, or the current generation is damaged.
    /// The index is then as it was, or ends with a whole number of statements of the change log.
    pub fn follow(
        &self,
        archive: &Archive,
        rebuild: bool,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Following, EngineError> {
        let _lock = self.lock()?;
        let standing = if rebuild { Standing::Unfit("asked for") } else { self.standing(archive)? };
        let (generation, cursor) = match standing {
            Standing::Fit { generation, cursor } => (generation, cursor),
            Standing::Unfit(reason) => {
                let indexed = self.build(archive, progress)?;
                return Ok(Following { indexed, rebuilt: Some(reason.to_owned()) });
            }
        };
        let indexed = if archive.pending(cursor)? == 0 {
            // Who is told that all is up to date can also search.
            statements(&generation)?;
            0
        } else {
            follow(archive, cursor, TantivyWriter::open(&generation, self.memory)?, progress)?
        };
        self.clear_leftovers(&generation)?;
        Ok(Following { indexed, rebuilt: None })
    }

    /// What changes as soon as another generation is the current one.
    pub(crate) fn stamp(&self) -> Result<Stamp, EngineError> {
        let path = self.root.join(CURRENT);
        Stamp::of(&path).map_err(|source| self.no_current(path, source))
    }

    fn no_current(&self, path: PathBuf, source: std::io::Error) -> EngineError {
        match source.kind() {
            ErrorKind::NotFound => EngineError::Missing(self.root.clone()),
            _ => EngineError::File { path, source },
        }
    }

    /// The folder of the current generation; whether this program can read it is for [`check_fingerprint`] to say.
    pub(crate) fn current(&self) -> Result<PathBuf, EngineError> {
        let path = self.root.join(CURRENT);
        let name = fs::read_to_string(&path).map_err(|source| self.no_current(path, source))?;
        Ok(self.root.join(name.trim()))
    }

    fn standing(&self, archive: &Archive) -> Result<Standing, EngineError> {
        let generation = match self.current() {
            Err(EngineError::Missing(_)) => return Ok(Standing::Unfit("there was no index")),
            generation => generation?,
        };
        match check_fingerprint(&generation) {
            Err(EngineError::Foreign { .. }) => {
                return Ok(Standing::Unfit("the index was built by another version of Verbale"));
            }
            checked => checked?,
        }
        let cursor = cursor(&generation)?;
        Ok(if cursor > archive.last()? {
            Standing::Unfit("the index was ahead of the archive")
        } else {
            Standing::Fit { generation, cursor }
        })
    }

    fn build(&self, archive: &Archive, progress: &mut dyn FnMut(u64, u64)) -> Result<u64, EngineError> {
        let generation = self.root.join(self.next_name()?);
        file(&generation, fs::create_dir(&generation))?;
        let built = self.build_in(&generation, archive, progress);
        if built.is_err() {
            // The disk may be full: what can't become current shall not take its place. The first error says why.
            let _ = fs::remove_dir_all(&generation);
        }
        built
    }

    fn build_in(
        &self,
        generation: &Path,
        archive: &Archive,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<u64, EngineError> {
        let path = generation.join(FINGERPRINT);
        file(&path, fs::write(&path, index_fingerprint()))?;
        let indexed = follow(archive, None, TantivyWriter::create(generation, self.memory)?, progress)?;
        let found = statements(generation)?;
        if found != indexed {
            return Err(EngineError::Incomplete { found, wanted: indexed });
        }
        self.make_current(generation)?;
        self.clear_leftovers(generation)?;
        Ok(indexed)
    }

    fn lock(&self) -> Result<File, EngineError> {
        file(&self.root, fs::create_dir_all(&self.root))?;
        let path = self.root.join(LOCK);
        let lock = file(&path, File::create(&path))?;
        match lock.try_lock() {
            Ok(()) => Ok(lock),
            Err(TryLockError::WouldBlock) => Err(EngineError::Locked(self.root.clone())),
            Err(TryLockError::Error(source)) => Err(EngineError::File { path, source }),
        }
    }

    fn next_name(&self) -> Result<String, EngineError> {
        let last = self.generations()?.iter().filter_map(|path| number(path)).max().unwrap_or(0);
        Ok(format!("{PREFIX}{:06}", last + 1))
    }

    fn generations(&self) -> Result<Vec<PathBuf>, EngineError> {
        let entries = file(&self.root, fs::read_dir(&self.root))?;
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        Ok(paths.filter(|path| number(path).is_some()).collect())
    }

    fn make_current(&self, generation: &Path) -> Result<(), EngineError> {
        let name = generation.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (path, new) = (self.root.join(CURRENT), self.root.join("CURRENT.new"));
        let write = || {
            let mut file = File::create(&new)?;
            file.write_all(name.as_bytes())?;
            file.sync_all()?;
            fs::rename(&new, &path)?;
            File::open(&self.root)?.sync_all()
        };
        file(&path, write())
    }

    /// Removes generations that are not in use: older ones, and what a killed process began. Readers that still
    /// have an old one open keep it until they look again.
    fn clear_leftovers(&self, current: &Path) -> Result<(), EngineError> {
        for generation in self.generations()? {
            if generation != current {
                file(&generation, fs::remove_dir_all(&generation))?;
            }
        }
        Ok(())
    }
}

/// What the current generation is good for.
enum Standing {
    /// It can follow the archive from where it is.
    Fit { generation: PathBuf, cursor: Option<Sequence> },
    /// A new one is to be built, for this reason.
    Unfit(&'static str),
}

/// Refuses a generation that was built by another analysis.
pub(crate) fn check_fingerprint(generation: &Path) -> Result<(), EngineError> {
    let path = generation.to_owned();
    let wanted = index_fingerprint();
    match fs::read_to_string(generation.join(FINGERPRINT)) {
        Ok(found) if found == wanted => Ok(()),
        Ok(found) => Err(EngineError::Foreign { path, found: found.trim().to_owned(), wanted }),
        Err(error) => Err(EngineError::Damaged { path, reason: error.to_string() }),
    }
}

/// The number of a generation's folder; none if it is something else.
fn number(path: &Path) -> Option<u32> {
    path.file_name()?.to_str()?.strip_prefix(PREFIX)?.parse().ok()
}

fn file<T>(path: &Path, result: std::io::Result<T>) -> Result<T, EngineError> {
    result.map_err(|source| EngineError::File { path: path.into(), source })
}

#[cfg(test)]
mod tests;
