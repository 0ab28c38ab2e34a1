//! What can go wrong with an archive.

use std::path::PathBuf;

/// Why the archive could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The file is no archive of Verbale's, or a damaged one.
    #[error(
        "{path} is not an archive of Verbale, or it is damaged ({reason}); choose another data directory, or restore the file from a copy"
    )]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What SQLite or the header check says.
        reason: String,
    },
    /// Written by another version of Verbale.
    #[error(
        "{path} has archive format {found}, this program reads format {known}; use the program that wrote it, or a newer one"
    )]
    Format {
        /// The file.
        path: PathBuf,
        /// The format of the file.
        found: i32,
        /// The format of this program.
        known: i32,
    },
    /// The file or its folder can't be opened or created.
    #[error(
        "can't open the archive {path} ({reason}); Verbale has to read and write it and the folder that it is in: give it the permission, or choose another data directory"
    )]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The disk is full: nothing of the statements concerned was stored.
    #[error("the disk is full: free some space and run the same command again")]
    DiskFull,
    /// A stored record can't be read.
    #[error("the record {sequence} of the archive is damaged ({reason}); restore the archive from a copy")]
    Damaged {
        /// Which record.
        sequence: i64,
        /// What is wrong with it.
        reason: String,
    },
    /// Anything else that SQLite reports.
    #[error("the archive can't be read or written: {0}")]
    Sqlite(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for ArchiveError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => ArchiveError::DiskFull,
            _ => ArchiveError::Sqlite(error),
        }
    }
}
