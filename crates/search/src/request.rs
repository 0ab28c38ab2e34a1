//! What a reader asks.

use std::fmt;
use std::str::FromStr;

use verbale_index::{Clause, Continuation, Facet, Order, Ranking, Require};
use verbale_query::{DateRange, Query, parse};
use verbale_statement::PartialDate;

use crate::Filters;

/// A search, as the command line and the HTTP service put it.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The query as typed; see the crate `verbale-query` for its language.
    pub query: String,
    /// How many of the query's words have to match.
    pub matching: Matching,
    /// What statements have to have beside what the query asks for.
    pub filters: Filters,
    /// Only statements that may have been made on or after this date.
    pub from: Option<PartialDate>,
    /// Only statements that may have been made on or before this date.
    pub to: Option<PartialDate>,
    /// The order of the hits.
    pub sort: Sort,
    /// How hits are scored.
    pub ranking: Ranking,
    /// Where the part of the answer before this one ended, as [`crate::Answer::next`] gives it; pages count from there.
    pub after: Option<Continuation>,
    /// Which page of hits, counted from 1.
    pub page: u32,
    /// Hits on a page, 1 to [`Request::MAX_PER_PAGE`].
    pub per_page: u32,
    /// What the statements that match are counted by; each costs a little, each that is filtered by some more.
    pub facets: Vec<Facet>,
    /// How many values of each facet are given.
    pub facet_values: usize,
}

impl Request {
    /// The most hits that one page may have.
    pub const MAX_PER_PAGE: u32 = 100;

    /// The first ten hits for `query` by relevance, all of its words required as long as anything is found so.
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            matching: Matching::default(),
            filters: Filters::default(),
            from: None,
            to: None,
            sort: Sort::default(),
            ranking: Ranking::default(),
            after: None,
            page: 1,
            per_page: 10,
            facets: Vec::new(),
            facet_values: 10,
        }
    }

    /// The query as it is understood and, beside it, what this request filters by, all in the query language. There, names
    /// are looked for as words, so it may ask for a little more than the request does.
    pub fn with_filters(&self) -> String {
        let mut clauses = vec![parse(&self.query).query];
        clauses.extend(self.filters.queries());
        clauses.extend(self.dates().map(Query::Date));
        Query::words(clauses).to_string()
    }

    /// Whether anything is asked for beside the query.
    pub fn is_filtered(&self) -> bool {
        !self.filters.is_empty() || self.dates().is_some()
    }

    /// What has to hold beside the query, without the filters by `but`.
    pub(crate) fn filter_clauses(&self, but: Option<Facet>) -> Vec<Clause> {
        self.filters.clauses(but).chain(self.dates().map(Clause::Date)).collect()
    }

    fn dates(&self) -> Option<DateRange> {
        (self.from.is_some() || self.to.is_some()).then_some(DateRange { from: self.from, to: self.to })
    }
}

/// How many of a query's bare words and quotations have to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Matching {
    /// Every one, as long as any statement has them all; else see [`crate::Relaxation`]. Concordances, trends and exports
    /// take it as [`Matching::All`]: their figures are of what was asked for.
    #[default]
    Forgiving,
    /// Every one.
    All,
    /// More than half.
    Most,
    /// At least one.
    Any,
}

impl Matching {
    /// The name in requests and answers.
    pub const fn name(self) -> &'static str {
        match self {
            Matching::Forgiving => "forgiving",
            Matching::All => "all",
            Matching::Most => "most",
            Matching::Any => "any",
        }
    }

    pub(crate) fn require(self) -> Require {
        match self {
            Matching::Forgiving | Matching::All => Require::All,
            Matching::Most => Require::Most,
            Matching::Any => Require::Any,
        }
    }
}

/// The order of hits. Ties stand in a fixed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best match first.
    #[default]
    Relevance,
    /// The latest first; statements without a date last.
    Newest,
    /// The earliest first; statements without a date last.
    Oldest,
    /// By the name of a speaker, of several the first in the alphabet; statements without one last.
    Speaker,
    /// The most words first.
    Longest,
    /// The fewest words first.
    Shortest,
}

/// There is no order of the name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no order {0:?}; hits can be sorted by {names}", names = Sort::ALL.map(Sort::name).join(", "))]
pub struct SortError(String);

impl Sort {
    /// Every order, the usual one first.
    pub const ALL: [Sort; 6] =
        [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Speaker, Sort::Longest, Sort::Shortest];

    /// The name in requests and answers.
    pub const fn name(self) -> &'static str {
        self.order().name()
    }

    pub(crate) const fn order(self) -> Order {
        match self {
            Sort::Relevance => Order::Relevance,
            Sort::Newest => Order::Newest,
            Sort::Oldest => Order::Oldest,
            Sort::Speaker => Order::Speaker,
            Sort::Longest => Order::Longest,
            Sort::Shortest => Order::Shortest,
        }
    }
}

impl FromStr for Sort {
    type Err = SortError;

    fn from_str(name: &str) -> Result<Self, SortError> {
        let sort = Sort::ALL.into_iter().find(|sort| sort.name() == name);
        sort.ok_or_else(|| SortError(name.chars().take(40).collect()))
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
