//! What can go wrong with an index.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use verbale_archive::ArchiveError;

use crate::ContinuationError;

/// Why an index could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// There is no index yet.
    #[error("there is no index in {0}; build it with `verbale index`")]
    Missing(PathBuf),
    /// The index was built by a program that analyses text otherwise, or keeps other fields.
    #[error(
        "the index in {path} was built by another version of Verbale ({found}, this one is {wanted}); rebuild it with `verbale index --rebuild`"
    )]
    Foreign {
        /// The index.
        path: PathBuf,
        /// The fingerprint in the index.
        found: String,
        /// The fingerprint of this program.
        wanted: String,
    },
    /// Another process writes to the index.
    #[error("another process is writing to the index in {0}; wait until it is done")]
    Locked(PathBuf),
    /// Files of the index are missing or broken.
    #[error("the index in {path} is damaged ({reason}); rebuild it with `verbale index --rebuild`")]
    Damaged {
        /// The index.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Reading the index broke off: most likely its files are damaged.
    #[error(
        "reading the index in {0} broke off; rebuild it with `verbale index --rebuild`, and if that doesn't help please report this"
    )]
    Broken(PathBuf),
    /// The system refused to read or write a file.
    #[error("{path} can't be read or written; {}", what_to_do(source))]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The index could not be written.
    #[error(
        "the index could not be written ({0}); free some space if the disk is full, and run `verbale index`"
    )]
    Write(String),
    /// A new generation does not hold what was written to it.
    #[error(
        "the new index has {found} statements where {wanted} were written; the old one stays in use, please report this"
    )]
    Incomplete {
        /// Statements in the new index.
        found: u64,
        /// Statements written to it.
        wanted: u64,
    },
    /// It matters where words stand that stand nearly everywhere.
    #[error(
        "where words as common as these stand near each other takes {megabytes} MB to read, and {limit} MB are read for a query; put in a rarer word, or leave out the most common ones"
    )]
    Costly {
        /// How much would have to be read.
        megabytes: u64,
        /// How much may be.
        limit: u64,
    },
    /// An answer can't be gone on with from there.
    #[error(transparent)]
    Continuation(#[from] ContinuationError),
    /// A search failed inside the engine.
    #[error("the search failed: {0}")]
    Search(String),
    /// The archive that the index follows can't be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

/// What helps where the system refused to read or write a file of the index.
fn what_to_do(refusal: &io::Error) -> &'static str {
    match refusal.kind() {
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            "a file stands where the folder of the index belongs: move it away, and run `verbale index`"
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "give Verbale the permission to read and write the data directory, or choose another one"
        }
        _ => "run the command again, and if that doesn't help `verbale index --rebuild`",
    }
}
