//! What a reader asks.

use verbale_index::Ranking;
use verbale_statement::{Kind, Language, PartialDate};

/// A search, as the command line and the HTTP service put it.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The query as typed; see the crate `verbale-query` for its language.
    pub query: String,
    /// How many of the query's words have to match.
    pub matching: Matching,
    /// Only statements with a paragraph in one of these languages; empty for any.
    pub languages: Vec<Language>,
    /// Only statements of one of these kinds; empty for any.
    pub kinds: Vec<Kind>,
    /// Only statements that may have been made on or after this date.
    pub from: Option<PartialDate>,
    /// Only statements that may have been made on or before this date.
    pub to: Option<PartialDate>,
    /// The order of the hits.
    pub sort: Sort,
    /// How hits are scored.
    pub ranking: Ranking,
    /// Which page of hits, counted from 1.
    pub page: u32,
    /// Hits on a page, 1 to [`Request::MAX_PER_PAGE`].
    pub per_page: u32,
}

impl Request {
    /// The most hits that one page may have.
    pub const MAX_PER_PAGE: u32 = 100;

    /// The first ten hits for `query` by relevance, all of its words required.
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            matching: Matching::All,
            languages: Vec::new(),
            kinds: Vec::new(),
            from: None,
            to: None,
            sort: Sort::Relevance,
            ranking: Ranking::default(),
            page: 1,
            per_page: 10,
        }
    }
}

/// How many of a query's bare words and quotations have to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Matching {
    /// Every one.
    #[default]
    All,
    /// More than half.
    Most,
    /// At least one.
    Any,
}

/// The order of hits. Ties stand in a fixed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best match first.
    #[default]
    Relevance,
    /// The latest first; statements without a date last.
    Date,
}
