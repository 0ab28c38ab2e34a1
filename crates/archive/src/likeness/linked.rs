//! The links as the archive keeps them.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};
use verbale_statement::{Statement, StatementId};

use super::linker::{Link, Linker};
use super::sketch::Sketch;
use crate::archive::Record;
use crate::{Archive, ArchiveError, translations};

/// So many statements that have no sketch yet get one in a transaction.
const BATCH: usize = 256;

/// That a statement says what another one says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repetition {
    /// The other one, which is shown in its stead.
    pub of: StatementId,
    /// How it says the same.
    pub sameness: Sameness,
}

/// How a statement says the same as another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sameness {
    /// The whole text, give or take misprints, passages that one of them lacks, and their order.
    Duplicate,
    /// Its title and perhaps its beginning, as lists have them.
    Excerpt,
}

impl Sameness {
    /// The name in answers.
    pub const fn name(self) -> &'static str {
        match self {
            Sameness::Duplicate => "duplicate",
            Sameness::Excerpt => "excerpt",
        }
    }
}

/// A statement in the order of first versions.
struct Row {
    /// The sequence of its first version.
    first: i64,
    /// The sequence of its current version.
    current: i64,
    id: String,
}

impl Archive {
    /// Links what was stored since the last time with what says the same; gives how many statements are concerned. What
    /// an index has to change for it is in the change log then. It costs little if nothing was stored.
    ///
    /// # Errors
    /// If the archive can't be read or written; links are then as they were.
    pub fn link(&mut self) -> Result<u64, ArchiveError> {
        self.sketch_old()?;
        if !self.has_pending()? {
            return Ok(0);
        }
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let changed = link(&transaction)?;
        transaction.commit()?;
        Ok(changed)
    }

    /// The other statements that say the same as `id` and are not shown for themselves: in the order in which they were
    /// first archived.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn repetitions(&self, id: &StatementId) -> Result<Vec<Record>, ArchiveError> {
        let mut query = self.connection.prepare_cached(
            "SELECT current.id FROM current JOIN version ON version.id = current.id AND version.version = 1
             WHERE current.original = ?1 ORDER BY version.sequence",
        )?;
        let ids = query.query_map([id.as_str()], |row| row.get::<_, String>(0))?;
        let mut records = Vec::new();
        for id in ids {
            if let Ok(id) = StatementId::new(id?) {
                records.extend(self.get(&id, None)?);
            }
        }
        Ok(records)
    }

    fn has_pending(&self) -> Result<bool, ArchiveError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM likeness WHERE pending)";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// Makes the sketches of statements that were stored before archives had any, and notes their addresses.
    fn sketch_old(&mut self) -> Result<(), ArchiveError> {
        loop {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let rows: Vec<(i64, String)> = transaction
                .prepare_cached(
                    "SELECT likeness.first, now.statement FROM likeness
                     JOIN version old ON old.sequence = likeness.first
                     JOIN current ON current.id = old.id JOIN version now ON now.sequence = current.sequence
                     WHERE likeness.pending AND likeness.sketch IS NULL LIMIT ?1",
                )?
                .query_map([BATCH as i64], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<_, _>>()?;
            if rows.is_empty() {
                return Ok(());
            }
            let sketches: Vec<_> = rows
                .par_iter()
                .map(|(first, json)| {
                    let statement: Statement = serde_json::from_str(json).map_err(|error| {
                        ArchiveError::Damaged { sequence: *first, reason: error.to_string() }
                    })?;
                    Ok((*first, Sketch::of(&statement), statement))
                })
                .collect::<Result<_, ArchiveError>>()?;
            for (first, sketch, statement) in sketches {
                keep(&transaction, first, &sketch)?;
                translations::keep(&transaction, &statement, true)?;
            }
            transaction.commit()?;
        }
    }
}

/// Keeps the sketch of the statement whose first version is `first`, until it is linked anew.
pub(crate) fn keep(
    connection: &rusqlite::Connection,
    first: i64,
    sketch: &Sketch,
) -> Result<(), ArchiveError> {
    connection
        .prepare_cached(
            "INSERT INTO likeness (first, sketch, pending) VALUES (?1, ?2, 1)
             ON CONFLICT (first) DO UPDATE SET sketch = excluded.sketch, pending = 1",
        )?
        .execute(params![first, sketch.to_bytes()])?;
    Ok(())
}

fn link(transaction: &Transaction<'_>) -> Result<u64, ArchiveError> {
    let (mut rows, mut sketches, mut known, mut pending) =
        (Vec::new(), Vec::new(), Vec::new(), BTreeSet::new());
    let mut query = transaction.prepare(
        "SELECT likeness.first, current.sequence, current.id, sketch, duplicate_of, excerpt_of, pending
         FROM likeness JOIN version ON version.sequence = likeness.first
         JOIN current ON current.id = version.id ORDER BY likeness.first",
    )?;
    let mut found = query.query([])?;
    while let Some(row) = found.next()? {
        let first: i64 = row.get(0)?;
        let sketch = row.get_ref(3)?.as_blob().ok().and_then(Sketch::from_bytes);
        let damaged = || ArchiveError::Damaged { sequence: first, reason: "its sketch can't be read".into() };
        sketches.push(sketch.ok_or_else(damaged)?);
        if row.get(6)? {
            pending.insert(u32::try_from(rows.len()).map_err(|_| damaged())?);
        }
        known.push((row.get::<_, Option<i64>>(4)?, row.get::<_, Option<i64>>(5)?));
        rows.push(Row { first, current: row.get(1)?, id: row.get(2)? });
    }
    let place = |first: Option<i64>| {
        let at = rows.binary_search_by_key(&first?, |row| row.first).ok()?;
        u32::try_from(at).ok()
    };
    let links: Vec<Link> = known
        .iter()
        .map(|(duplicate, excerpt)| Link { duplicate_of: place(*duplicate), excerpt_of: place(*excerpt) })
        .collect();
    let read = |place: u32| statement(transaction, rows[place as usize].current);
    let new = Linker::new(&sketches, links.clone(), &read).link(&pending)?;
    let mut changed = 0;
    for (at, row) in rows.iter().enumerate() {
        if new[at] != links[at] {
            let first = |place: Option<u32>| place.map(|place| rows[place as usize].first);
            transaction
                .prepare_cached("UPDATE likeness SET duplicate_of = ?2, excerpt_of = ?3 WHERE first = ?1")?
                .execute(params![row.first, first(new[at].duplicate_of), first(new[at].excerpt_of)])?;
        }
        let shown = |links: &[Link]| shown(links, at).map(|(place, sameness)| (&rows[place].id, sameness));
        if shown(&new) != shown(&links) {
            show(transaction, &row.id, shown(&new))?;
            changed += 1;
        }
    }
    transaction.execute("UPDATE likeness SET pending = 0 WHERE pending", [])?;
    Ok(changed)
}

/// Which statement is shown instead of the one at a place: of a duplicate of an entry, the whole statement.
fn shown(links: &[Link], at: usize) -> Option<(usize, Sameness)> {
    let link = &links[at];
    let original = link.duplicate_of.map_or(at, |place| place as usize);
    match links[original].excerpt_of {
        Some(whole) => Some((whole as usize, Sameness::Excerpt)),
        None => (original != at).then_some((original, Sameness::Duplicate)),
    }
}

/// Notes what is shown instead of `id`, as a change that an index has to follow.
fn show(
    transaction: &Transaction<'_>,
    id: &str,
    original: Option<(&String, Sameness)>,
) -> Result<(), ArchiveError> {
    transaction
        .prepare_cached("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'version'")?
        .execute([])?;
    transaction
        .prepare_cached(
            "UPDATE current SET original = ?2, is_excerpt = ?3,
             changed = (SELECT seq FROM sqlite_sequence WHERE name = 'version') WHERE id = ?1",
        )?
        .execute(params![
            id,
            original.map(|(original, _)| original),
            original.is_some_and(|(_, sameness)| sameness == Sameness::Excerpt),
        ])?;
    Ok(())
}

fn statement(transaction: &Transaction<'_>, sequence: i64) -> Result<Statement, ArchiveError> {
    let json: Option<String> = transaction
        .prepare_cached("SELECT statement FROM version WHERE sequence = ?1")?
        .query_row([sequence], |row| row.get(0))
        .optional()?;
    let damaged = |reason: String| ArchiveError::Damaged { sequence, reason };
    let json = json.ok_or_else(|| damaged("it is missing".to_owned()))?;
    serde_json::from_str(&json).map_err(|error| damaged(error.to_string()))
}
