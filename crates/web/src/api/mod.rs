//! The API for programs: one address a file. Fields are added, never changed or taken away, within a version.

mod analyze;
mod health;
mod note;
mod parse;
mod search;
mod speaker;
mod statement;

pub(crate) use analyze::analyze;
pub(crate) use health::health;
pub(crate) use note::Note;
pub(crate) use parse::parse;
pub(crate) use search::search;
pub(crate) use speaker::Speaker;
pub(crate) use statement::statement;
