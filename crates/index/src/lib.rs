//! Finding statements: the seam between Verbale and a search engine, and the engine itself.
//!
//! A query tree becomes a [`Plan`], which says in analysed words what has to match. An [`Engine`] answers a plan
//! with identifiers and scores, never with text: whoever shows a hit reads it from the archive and finds the
//! matches in it with the same plan. An index is derived from the archive and follows its change log; it can be
//! thrown away at any time.
//!
//! - [`Plan`] and [`Clause`]: what is asked, with every word analysed in every language of the index;
//! - [`Ranking`]: how matches are scored;
//! - [`Facet`]: what statements are grouped and filtered by;
//! - [`Engine`]: what answers; [`TantivyEngine`] is the one there is;
//! - [`IndexFolder`]: the generations of an index on disk; building, swapping, following.
//!
//! Architecture invariant: only this crate touches an engine, and only `tantivy/` names Tantivy.

mod after;
mod engine;
mod error;
mod facet;
#[cfg(test)]
mod fixture;
mod folder;
mod follow;
mod plan;
mod profile;
mod ranking;
mod stamp;
mod tantivy;

pub(crate) use after::After;
pub use after::{Continuation, ContinuationError};
pub use engine::{
    Bucket, Contribution, Engine, Expanded, Expansion, Frequencies, Frequency, Match, Matches, Occurrence,
};
pub use error::EngineError;
pub use facet::{Facet, FacetError, Facets};
pub use folder::{Following, IndexFolder};
pub use plan::{Clause, Interval, Open, Order, Part, Pattern, Plan, Require, Run, Scope, occurrences};
pub use ranking::{Ranking, RankingError};
pub use tantivy::TantivyEngine;
