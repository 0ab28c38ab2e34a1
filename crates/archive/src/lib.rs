//! The ground truth: every statement and every version of it, in one SQLite file.
//!
//! Everything else (the index above all) is derived from here and may be thrown away. What is stored is the
//! serialised [`Statement`](verbale_statement::Statement), readable with any SQLite tool; beside it stand the few columns that are counted
//! and looked up. Versions are only ever added. Their [`Sequence`] numbers are the change log that an index
//! follows. [`Archive::link`] joins statements that say the same: those that repeat another one are kept like all, but
//! an index leaves them out.
//!
//! ```
//! # use verbale_archive::Archive;
//! # let folder = tempfile::tempdir()?;
//! let archive = Archive::open(&folder.path().join("archive.sqlite"))?;
//! assert_eq!(archive.statements()?, 0);
//! archive.visit_changes(None, |record| {
//!     println!("{} version {}", record.statement.id, record.version);
//!     Ok::<_, verbale_archive::ArchiveError>(())
//! })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Architecture invariant: only this crate writes records. No version is ever updated or removed in place.

mod archive;
mod counts;
mod error;
mod likeness;
mod schema;
mod translations;

pub use archive::{Archive, Put, Record, Sequence};
pub use counts::Counts;
pub use error::ArchiveError;
pub use likeness::{Repetition, Sameness};
pub use translations::Translated;
