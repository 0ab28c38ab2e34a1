//! The tables, and how a file is recognised as an archive.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use crate::ArchiveError;

/// SQLite's application id of an archive: "Verb" in ASCII.
const APPLICATION: i32 = 0x5665_7262;

/// The format that this program reads and writes, kept in SQLite's `user_version`.
const FORMAT: i32 = 2;

/// How long a writer waits for another process's transaction to end.
const PATIENCE: Duration = Duration::from_secs(30);

/// `current` points at the newest version of each statement; it is what readers and counts go through.
/// `file` is kept for current versions, so that a changed file without a name of its own is recognised.
const TABLES: &str = "
    CREATE TABLE version (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        archived_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        statement TEXT NOT NULL,
        UNIQUE (id, version)
    ) STRICT;
    CREATE TABLE current (
        id TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        language TEXT NOT NULL,
        kind TEXT,
        organisation TEXT,
        year INTEGER,
        text_bytes INTEGER NOT NULL,
        file TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX current_file ON current (file) WHERE file IS NOT NULL;
";

/// What format 2 has beside: which statements say the same, in the same language or in another one.
///
/// `current.changed` is the place of a statement's last change in the log, which counts links that changed, too;
/// `original` is the statement that is shown in its stead, and `is_excerpt` whether it is a mere entry of a list.
/// `likeness` has a row for each statement, in the order of their first versions: its sketch, and what it repeats, as
/// sequences of first versions. `pending` are those that were stored since links were last made. `address` has where
/// current versions were published, `translation` what they name as their translations; keys are addresses as
/// `verbale_statement::address_key` has them.
const LINKS: &str = "
    ALTER TABLE current ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE current ADD COLUMN original TEXT;
    ALTER TABLE current ADD COLUMN is_excerpt INTEGER NOT NULL DEFAULT 0;
    UPDATE current SET changed = sequence;
    CREATE INDEX current_changed ON current (changed);
    CREATE INDEX current_original ON current (original) WHERE original IS NOT NULL;
    CREATE TABLE likeness (
        first INTEGER PRIMARY KEY,
        sketch BLOB,
        duplicate_of INTEGER,
        excerpt_of INTEGER,
        pending INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX likeness_pending ON likeness (first) WHERE pending;
    CREATE TABLE address (id TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX address_key ON address (key);
    CREATE TABLE translation (
        id TEXT NOT NULL,
        key TEXT NOT NULL,
        language TEXT NOT NULL,
        url TEXT NOT NULL,
        PRIMARY KEY (id, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX translation_key ON translation (key);
    INSERT INTO likeness (first, pending) SELECT sequence, 1 FROM version WHERE version = 1;
";

/// Opens or creates the archive at `path`.
pub(crate) fn open(path: &Path) -> Result<Connection, ArchiveError> {
    let failed = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt) => {
            ArchiveError::Foreign { path: path.into(), reason: error.to_string() }
        }
        Some(rusqlite::ErrorCode::DiskFull) => ArchiveError::DiskFull,
        _ => ArchiveError::Open { path: path.into(), reason: error.to_string() },
    };
    let mut connection = Connection::open(path).map_err(failed)?;
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    // With a write-ahead log readers never wait for the writer, and a killed writer leaves nothing half done.
    // FULL makes a committed batch survive a power cut, too; batches are large enough to afford it.
    connection.pragma_update(None, "journal_mode", "WAL").map_err(failed)?;
    connection.pragma_update(None, "synchronous", "FULL").map_err(failed)?;
    create_or_check(&mut connection, path, &failed)?;
    Ok(connection)
}

fn create_or_check(
    connection: &mut Connection,
    path: &Path,
    failed: &dyn Fn(rusqlite::Error) -> ArchiveError,
) -> Result<(), ArchiveError> {
    let number = |connection: &Connection, pragma: &str| {
        connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0)).map_err(failed)
    };
    // IMMEDIATE, so that of two processes that start at once one creates the tables and the other finds them.
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(failed)?;
    let (application, format) =
        (number(&transaction, "application_id")?, number(&transaction, "user_version")?);
    match (application, format) {
        (APPLICATION, FORMAT) => Ok(()),
        (APPLICATION, 1) => {
            transaction.execute_batch(LINKS).map_err(failed)?;
            transaction.pragma_update(None, "user_version", FORMAT).map_err(failed)?;
            transaction.commit().map_err(failed)
        }
        (APPLICATION, found) => Err(ArchiveError::Format { path: path.into(), found, known: FORMAT }),
        _ => {
            let tables: i64 = transaction
                .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
                .map_err(failed)?;
            if tables > 0 {
                let reason = "it holds the tables of another program".to_owned();
                return Err(ArchiveError::Foreign { path: path.into(), reason });
            }
            transaction.execute_batch(TABLES).map_err(failed)?;
            transaction.execute_batch(LINKS).map_err(failed)?;
            transaction.pragma_update(None, "application_id", APPLICATION).map_err(failed)?;
            transaction.pragma_update(None, "user_version", FORMAT).map_err(failed)?;
            transaction.commit().map_err(failed)
        }
    }
}
