//! A request becomes an answer.
//!
//! [`Searcher::search`] parses the query, plans it, asks the engine, and reads the hits from the archive; the
//! same plan finds in their text what matches. Everything here is plain text with ranges: escaping is
//! for whoever shows it, and so is the shape of an answer. Rows that are taken away in files ([`Rows`]) are the same for all.
//!
//! - [`Searcher::search`]: a page of hits, with facets, and what was searched instead where there are none;
//! - [`Searcher::visit_hits`]: every hit; [`Searcher::visit_lines`]: every occurrence in its context;
//! - [`Searcher::trends`]: how often something occurs by year, speaker and so on;
//! - [`Searcher::read`]: a whole statement, marked; [`Searcher::explain`]: why a hit stands where it does;
//! - [`versions`] and [`comparison`]: how a statement was changed by those who published it.
//!
//! Architecture invariant: what an answer marks is a match of the plan that the engine was given.

mod analyse;
mod answer;
mod asked;
mod concordance;
mod difference;
mod error;
mod expansions;
mod export;
mod facets;
mod feedback;
mod filters;
#[cfg(test)]
mod fixture;
mod highlight;
mod history;
mod neighbours;
mod passages;
mod related;
mod relaxation;
mod request;
mod rows;
mod searcher;
mod sentences;
#[cfg(test)]
mod tests;
mod trends;
mod vocabulary;

pub use analyse::{AnalysedWord, analyse};
pub use answer::{Answer, Hit, Holdings, Marked, Passage, Reading};
pub use concordance::{Extent, Layout, Line, LineSort, MOST_SORTED_LINES};
pub use difference::{Difference, FactChange, ParagraphChange, Piece, PieceState};
pub use error::SearchError;
pub use facets::{FacetCounts, FacetValue};
pub use filters::{FilterError, Filters};
pub use history::{Comparison, HistoryError, Version, comparison, version, versions};
pub use passages::columns;
pub use related::{Elsewhere, Related, Translated};
pub use relaxation::{Relaxation, Replaced, Step};
pub use request::{Matching, Request, Sort, SortError};
pub use rows::{FrequencyRow, HitRow, Rows};
pub use searcher::Searcher;
pub use trends::Trends;
pub use verbale_index::{
    Continuation, ContinuationError, Contribution, Expansion, Facet, FacetError, Facets, Frequency, Match,
    Occurrence, Ranking, RankingError,
};
