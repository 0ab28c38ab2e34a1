//! A request becomes an answer.
//!
//! [`Searcher::search`] parses the query, plans it, asks the engine, and reads the hits from the archive; the
//! same plan finds in their text what matches. Everything here is plain text with ranges: escaping and
//! serialising is for whoever shows it.
//!
//! Architecture invariant: what an answer marks is a match of the plan that the engine was given.

mod analyse;
mod answer;
mod error;
mod feedback;
mod highlight;
mod passages;
mod request;
mod searcher;

pub use analyse::{AnalysedWord, analyse};
pub use answer::{Answer, Hit, Holdings, Marked, Passage, Reading};
pub use error::SearchError;
pub use request::{Matching, Request, Sort};
pub use searcher::Searcher;
pub use verbale_index::{Contribution, Match, Occurrence, Ranking, RankingError};
