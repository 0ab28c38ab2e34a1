//! Words typed by a reader become a query tree.

mod tree;

pub use tree::{DateRange, Query};

/// A remark on a query, with the place that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Bytes of the query as typed.
    pub span: std::ops::Range<usize>,
    /// What was made of it, and what to type instead.
    pub message: String,
}
