//! The versions of a statement, and what changed from one to the next.

use serde::Serialize;
use verbale_archive::{Archive, ArchiveError, Record};
use verbale_statement::StatementId;

use crate::Difference;

/// A version of a statement in the list of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its number, counted from 1.
    pub version: u32,
    /// When it was archived: UTC, as RFC 3339 writes it.
    pub archived_at: String,
    /// What changed from the version before, in a line; none for the first.
    pub changed: Option<String>,
}

/// Two versions of a statement and what differs between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The statement.
    pub id: StatementId,
    /// The version that is compared with; its `changed` is none.
    pub from: Version,
    /// The version that is compared; its `changed` is what differs from `from`.
    pub to: Version,
    /// What differs.
    #[serde(flatten)]
    pub difference: Difference,
}

/// Why versions can't be shown or compared.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The archive does not have the statement.
    #[error("there is no statement {0:?}")]
    Unknown(String),
    /// The statement has no version of the number.
    #[error("{id} has no version {version}: {}", known(*.newest))]
    NoVersion {
        /// The statement.
        id: StatementId,
        /// The number asked for.
        version: u32,
        /// The number of its newest version.
        newest: u32,
    },
    /// The statement has nothing to be compared with.
    #[error("{0} has one version only: its text has not changed since it was first archived")]
    Single(StatementId),
    /// The archive can't be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

fn known(newest: u32) -> String {
    if newest == 1 {
        "there is version 1 only".to_owned()
    } else {
        format!("there are versions 1 to {newest}")
    }
}

/// The versions of a statement, the first one first.
///
/// # Errors
/// [`HistoryError::Unknown`], or if the archive can't be read.
pub fn versions(archive: &Archive, id: &StatementId) -> Result<Vec<Version>, HistoryError> {
    let records = archive.versions(id)?;
    if records.is_empty() {
        return Err(HistoryError::Unknown(id.to_string()));
    }
    let mut before: Option<&Record> = None;
    let version = |record| {
        let changed = before.replace(record).map(|before: &Record| between(before, record).summary());
        Version { changed, ..noted(record) }
    };
    Ok(records.iter().map(version).collect())
}

/// What differs between two versions of a statement: from the one before `to`, or else to the newest, if they aren't named.
///
/// # Errors
/// [`HistoryError`] says which of them is missing, or that the archive can't be read.
pub fn comparison(
    archive: &Archive,
    id: &StatementId,
    from: Option<u32>,
    to: Option<u32>,
) -> Result<Comparison, HistoryError> {
    let newest = version(archive, id, None)?;
    if newest.version == 1 && from.is_none() && to.is_none() {
        return Err(HistoryError::Single(id.clone()));
    }
    let after = version(archive, id, to)?;
    let before = version(archive, id, Some(from.unwrap_or(after.version.saturating_sub(1).max(1))))?;
    let difference = between(&before, &after);
    let to = Version { changed: Some(difference.summary()), ..noted(&after) };
    Ok(Comparison { id: id.clone(), from: noted(&before), to, difference })
}

/// A version of a statement, the newest if none is named.
///
/// # Errors
/// [`HistoryError::Unknown`] and [`HistoryError::NoVersion`], or if the archive can't be read.
pub fn version(archive: &Archive, id: &StatementId, number: Option<u32>) -> Result<Record, HistoryError> {
    if let Some(record) = archive.get(id, number)? {
        return Ok(record);
    }
    Err(match (number, archive.get(id, None)?) {
        (Some(version), Some(newest)) => {
            HistoryError::NoVersion { id: id.clone(), version, newest: newest.version }
        }
        _ => HistoryError::Unknown(id.to_string()),
    })
}

fn noted(record: &Record) -> Version {
    Version { version: record.version, archived_at: record.archived_at.clone(), changed: None }
}

fn between(before: &Record, after: &Record) -> Difference {
    Difference::between(&before.statement, &after.statement)
}
