//! The engine that ships with Verbale: one Tantivy index, one document per statement.
//!
//! Text is analysed before Tantivy sees it. Each language has a body and a title field of stems with statistics
//! of its own, and every language's words stand once more, as exact forms, in one field. Nothing is stored but
//! the id: text comes from the archive.

mod compile;
mod cost;
mod counting;
mod days;
mod document;
mod engine;
mod expansion;
mod explain;
mod fields;
mod frequency;
mod lexicon;
mod located;
mod occurrences;
mod packed;
mod page;
mod prefer;
mod ranked;
mod recency;
mod second_look;
mod statistics;
mod terms;
mod unbroken;
mod verified;
mod word;
mod words_at;
mod writer;

pub use engine::TantivyEngine;
pub(crate) use engine::{cursor, statements};
pub(crate) use fields::index_fingerprint;
pub(crate) use writer::TantivyWriter;
