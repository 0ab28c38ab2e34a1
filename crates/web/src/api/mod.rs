//! The API for programs: one address a file. Fields are added, never changed or taken away, within a version.

mod analyze;
mod explain;
mod export;
mod health;
mod kwic;
mod note;
mod parse;
mod remarks;
mod search;
mod speaker;
mod statement;
mod table;
mod trends;
mod versions;

pub(crate) use analyze::analyze;
pub(crate) use explain::explain;
pub(crate) use export::export;
pub(crate) use health::health;
pub(crate) use kwic::kwic;
pub(crate) use note::Note;
pub(crate) use parse::parse;
pub(crate) use search::search;
pub(crate) use speaker::Speaker;
pub(crate) use statement::statement;
pub(crate) use trends::trends;
pub(crate) use versions::{diff, versions};
