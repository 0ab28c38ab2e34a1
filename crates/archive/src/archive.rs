//! Storing and reading statements.

use std::path::Path;

use rayon::prelude::*;
use rusqlite::{Connection, OptionalExtension, Row, params};
use verbale_statement::{Statement, StatementId, is_same_address};

use crate::likeness::{Sketch, keep};
use crate::{ArchiveError, Repetition, Sameness, schema, translations};

/// The place of a version in the archive's change log: greater is later; not every number occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sequence(pub i64);

/// What [`Archive::put`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// A statement that the archive did not have.
    Added,
    /// A new version of a statement that it had.
    Revised,
    /// The newest version says the same already.
    Unchanged,
}

/// A version of a statement as the archive holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Where it stands in the change log; in [`Archive::visit_changes`] the statement's last change, else that of the version.
    pub sequence: Sequence,
    /// Which version it is, counted from 1.
    pub version: u32,
    /// When it was archived: UTC, as RFC 3339 writes it.
    pub archived_at: String,
    /// The statement.
    pub statement: Statement,
    /// What the statement repeats, as of now and whichever version this is: then that is shown in its stead.
    pub repeats: Option<Repetition>,
}

/// An open archive. One writer at a time, any number of readers, also from other processes.
pub struct Archive {
    pub(crate) connection: Connection,
}

const RECORD: &str =
    "SELECT version.sequence, version, archived_at, statement, current.original, current.is_excerpt
    FROM version JOIN current USING (id)";

impl Archive {
    /// Opens the archive at `path`, or creates an empty one there.
    ///
    /// # Errors
    /// If the file can't be opened or created, belongs to something else, or has another format.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        Ok(Self { connection: schema::open(path)? })
    }

    /// Stores `statements` in one step: after a crash either all of them are there or none.
    ///
    /// A statement counts as unchanged if it equals the newest version in everything but the file and the bytes it was
    /// read from, the provenance of its values, and how the address of its page is written; the archive then keeps what
    /// it has.
    ///
    /// # Errors
    /// If anything fails, nothing of the batch is stored.
    pub fn put_all(&mut self, statements: &[Statement]) -> Result<Vec<Put>, ArchiveError> {
        let sketches: Vec<Sketch> = statements.par_iter().map(Sketch::of).collect();
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let done =
            statements.iter().zip(&sketches).map(|(statement, sketch)| put(&transaction, statement, sketch));
        let done = done.collect::<Result<Vec<_>, _>>()?;
        transaction.commit()?;
        Ok(done)
    }

    /// Stores one statement; see [`Archive::put_all`].
    ///
    /// # Errors
    /// If the archive can't be written.
    pub fn put(&mut self, statement: &Statement) -> Result<Put, ArchiveError> {
        let done = self.put_all(std::slice::from_ref(statement))?;
        Ok(done.first().copied().unwrap_or(Put::Unchanged))
    }

    /// A version of a statement, the newest if none is named.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn get(&self, id: &StatementId, version: Option<u32>) -> Result<Option<Record>, ArchiveError> {
        let sql =
            format!("{RECORD} WHERE id = ?1 AND (?2 IS NULL OR version = ?2) ORDER BY version DESC LIMIT 1");
        let row = self
            .connection
            .prepare_cached(&sql)?
            .query_row(params![id.as_str(), version], |row| Ok(record(row)))
            .optional()?;
        row.transpose()
    }

    /// Every version of a statement, the first one first; none if the archive doesn't have it.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn versions(&self, id: &StatementId) -> Result<Vec<Record>, ArchiveError> {
        let mut query =
            self.connection.prepare_cached(&format!("{RECORD} WHERE id = ?1 ORDER BY version"))?;
        query.query_map([id.as_str()], |row| Ok(record(row)))?.map(|row| row?).collect()
    }

    /// The statement whose current version was read from `file` as a whole, if there is exactly one.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn id_of_file(&self, file: &str) -> Result<Option<StatementId>, ArchiveError> {
        let mut query = self.connection.prepare_cached("SELECT id FROM current WHERE file = ?1 LIMIT 2")?;
        let ids = query.query_map([file], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        match ids.as_slice() {
            [id] => Ok(StatementId::new(id.as_str()).ok()),
            _ => Ok(None),
        }
    }

    /// Hands `visit` every statement that was added, revised or linked after `after`, in the order of their last
    /// changes, one at a time: however long the log is, only one record is in memory. What is written
    /// meanwhile is not seen.
    ///
    /// # Errors
    /// If the archive can't be read, one of the records is damaged, or `visit` fails; it ends there.
    pub fn visit_changes<E: From<ArchiveError>>(
        &self,
        after: Option<Sequence>,
        mut visit: impl FnMut(Record) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT changed, version, archived_at, statement, original, is_excerpt
                   FROM current JOIN version USING (sequence) WHERE changed > ?1 ORDER BY changed";
        let mut query = self.connection.prepare_cached(sql).map_err(ArchiveError::from)?;
        let mut rows = query.query([after.map_or(0, |s| s.0)]).map_err(ArchiveError::from)?;
        while let Some(row) = rows.next().map_err(ArchiveError::from)? {
            visit(record(row)?)?;
        }
        Ok(())
    }

    /// How many statements have changed since `after`.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn pending(&self, after: Option<Sequence>) -> Result<u64, ArchiveError> {
        let sql = "SELECT count(*) FROM current WHERE changed > ?1";
        Ok(self.connection.query_row(sql, [after.map_or(0, |s| s.0)], |row| row.get(0))?)
    }

    /// The end of the change log; none if the archive is empty.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn last(&self) -> Result<Option<Sequence>, ArchiveError> {
        let sql = "SELECT max(changed) FROM current";
        Ok(self.connection.query_row(sql, [], |row| row.get::<_, Option<i64>>(0))?.map(Sequence))
    }

    /// Reads every record and checks it; gives what is wrong, a line each, and nothing if all is well.
    ///
    /// # Errors
    /// If the archive can't be read at all.
    pub fn check(&self, mut progress: impl FnMut()) -> Result<Vec<String>, ArchiveError> {
        let mut damage = Vec::new();
        let mut pragma = self.connection.prepare("PRAGMA integrity_check(20)")?;
        for line in pragma.query_map([], |row| row.get::<_, String>(0))? {
            let line = line?;
            if line != "ok" {
                damage.push(format!("archive: {line}"));
            }
        }
        let mut versions = self.connection.prepare(&format!("{RECORD} ORDER BY version.sequence"))?;
        let mut rows = versions.query([])?;
        while let Some(row) = rows.next()? {
            if let Err(error) = record(row) {
                damage.push(error.to_string());
            }
            progress();
        }
        let strays: i64 = self.connection.query_row(
            "SELECT count(*) FROM current c LEFT JOIN version v USING (sequence)
             WHERE v.id IS NOT c.id OR v.version < (SELECT max(version) FROM version WHERE id = c.id)",
            [],
            |row| row.get(0),
        )?;
        if strays > 0 {
            damage.push(format!("archive: {strays} statements don't point at their newest version"));
        }
        let astray: i64 = self.connection.query_row(
            "SELECT count(*) FROM current c LEFT JOIN current o ON o.id = c.original
             WHERE c.original IS NOT NULL AND (o.id IS NULL OR o.original IS NOT NULL)",
            [],
            |row| row.get(0),
        )?;
        if astray > 0 {
            damage.push(format!("archive: {astray} statements repeat one that is not shown itself"));
        }
        Ok(damage)
    }
}

fn record(row: &Row<'_>) -> Result<Record, ArchiveError> {
    let sequence: i64 = row.get(0)?;
    let damaged = |reason: String| ArchiveError::Damaged { sequence, reason };
    let text = row.get_ref(3)?.as_str().map_err(|error| damaged(error.to_string()))?;
    let statement = serde_json::from_str(text).map_err(|error| damaged(error.to_string()))?;
    let original: Option<String> = row.get(4)?;
    let original = original.map(StatementId::new).transpose().map_err(|error| damaged(error.to_string()))?;
    let sameness = if row.get(5)? { Sameness::Excerpt } else { Sameness::Duplicate };
    Ok(Record {
        sequence: Sequence(sequence),
        version: row.get(1)?,
        archived_at: row.get(2)?,
        statement,
        repeats: original.map(|of| Repetition { of, sameness }),
    })
}

fn put(connection: &Connection, statement: &Statement, sketch: &Sketch) -> Result<Put, ArchiveError> {
    let id = statement.id.as_str();
    let newest = connection
        .prepare_cached(&format!("{RECORD} WHERE id = ?1 ORDER BY version DESC LIMIT 1"))?
        .query_row([id], |row| Ok(record(row)))
        .optional()?
        .transpose()?;
    let (version, done) = match newest {
        Some(newest) => {
            if same(newest.statement, statement) {
                return Ok(Put::Unchanged);
            }
            (newest.version + 1, Put::Revised)
        }
        None => (1, Put::Added),
    };
    let json = serde_json::to_string(statement)
        .map_err(|error| ArchiveError::Sqlite(rusqlite::Error::ToSqlConversionFailure(error.into())))?;
    connection
        .prepare_cached("INSERT INTO version (id, version, statement) VALUES (?1, ?2, ?3)")?
        .execute(params![id, version, json])?;
    let sequence = connection.last_insert_rowid();
    let file = statement.origin.file.as_deref().filter(|_| statement.origin.part.is_none());
    connection
        .prepare_cached(
            "INSERT INTO current (id, sequence, changed, language, kind, organisation, year, text_bytes, file)
             VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, changed = excluded.changed,
             language = excluded.language, kind = excluded.kind, organisation = excluded.organisation,
             year = excluded.year, text_bytes = excluded.text_bytes, file = excluded.file",
        )?
        .execute(params![
            id,
            sequence,
            statement.language.code(),
            statement.kind.map(|kind| kind.name()),
            statement.organisation,
            statement.date.map(|date| date.calendar_year()),
            i64::try_from(statement.text_bytes()).unwrap_or(i64::MAX),
            file,
        ])?;
    let first = match done {
        Put::Added => sequence,
        _ => connection
            .prepare_cached("SELECT sequence FROM version WHERE id = ?1 AND version = 1")?
            .query_row([id], |row| row.get(0))?,
    };
    keep(connection, first, sketch)?;
    translations::keep(connection, statement, done == Put::Added)?;
    Ok(done)
}

/// The same statement, wherever its file lies now, and wherever its values were found: a reader who cites it cites the
/// values. Bytes that changed around the same text, such as a counter or an advertisement, make no version of it, and
/// neither does another address of the same page, such as one with a parameter of a campaign.
fn same(mut old: Statement, new: &Statement) -> bool {
    old.origin.file.clone_from(&new.origin.file);
    old.origin.part = new.origin.part;
    old.origin.sha256.clone_from(&new.origin.sha256);
    old.provenance.clone_from(&new.provenance);
    if let (Some(old), Some(new)) = (&mut old.origin.url, &new.origin.url)
        && is_same_address(old, new)
    {
        old.clone_from(new);
    }
    for (old, new) in old.origin.translations.iter_mut().zip(&new.origin.translations) {
        if is_same_address(&old.url, &new.url) {
            old.url.clone_from(&new.url);
        }
    }
    old == *new
}

#[cfg(test)]
mod tests;
