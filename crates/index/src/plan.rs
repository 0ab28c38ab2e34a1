//! A query in analysed words: what engine and highlighter both go by, so that they can't disagree.

mod clause;
mod interval;
mod open;
mod pattern;
mod reading;
mod shown;
mod stop_words;
mod unspaced;

use verbale_query::Query;
use verbale_statement::Language;

use crate::{Continuation, Ranking};
pub use clause::{Clause, Scope};
pub(crate) use interval::near;
pub use interval::{Interval, occurrences};
pub use open::Open;
pub use pattern::Pattern;
pub use shown::{Part, Run};

/// What an engine is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What has to match.
    pub clause: Clause,
    /// The order of the hits.
    pub order: Order,
    /// Where the page before this one ended, in the same order; hits up to there are passed over.
    pub after: Option<Continuation>,
    /// How many more hits to pass over.
    pub offset: usize,
    /// How many hits to give; 0 only counts.
    pub limit: usize,
    /// How matches are scored.
    pub ranking: Ranking,
}

/// The order of hits; ties stand in an order that depends on nothing but the statements' ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The highest score first.
    #[default]
    Relevance,
    /// The latest first, those without a date last.
    Newest,
    /// The earliest first, those without a date last.
    Oldest,
    /// By the name of a speaker, of several the first in the alphabet; those without one last.
    Speaker,
    /// The most words first.
    Longest,
    /// The fewest words first.
    Shortest,
}

impl Order {
    /// Every order, the usual one first.
    pub const ALL: [Order; 6] =
        [Order::Relevance, Order::Newest, Order::Oldest, Order::Speaker, Order::Longest, Order::Shortest];

    /// The name in requests and answers.
    pub const fn name(self) -> &'static str {
        match self {
            Order::Relevance => "relevance",
            Order::Newest => "newest",
            Order::Oldest => "oldest",
            Order::Speaker => "speaker",
            Order::Longest => "longest",
            Order::Shortest => "shortest",
        }
    }
}

/// How many of a query's words, as they stand side by side, are required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Require {
    /// Every one.
    #[default]
    All,
    /// More than half.
    Most,
    /// One.
    Any,
}

impl Plan {
    /// What meets `clause`, by relevance: how many there are, and no hits.
    pub fn of(clause: Clause) -> Self {
        let (order, ranking) = (Order::default(), Ranking::default());
        Self { clause, order, after: None, offset: 0, limit: 0, ranking }
    }

    /// The first `limit` statements that `query` asks for, by relevance. Words are analysed in `languages`, which are
    /// those of the index: [`crate::Engine::languages`].
    pub fn new(query: &Query, require: Require, languages: &[Language], limit: usize) -> Self {
        Self { limit, ..Self::of(Clause::new(query, require, languages)) }
    }
}

#[cfg(test)]
mod tests;
