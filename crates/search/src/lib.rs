//! A request becomes an answer.

mod answer;
mod request;

pub use answer::{Answer, Hit, Holdings, Marked, Passage, Reading};
pub use request::{Matching, Request, Sort};

use verbale_statement::StatementId;

/// Answers searches over one archive and its index. `Send + Sync`; calls block.
pub struct Searcher {}

/// Why a search could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {}

impl Searcher {
    /// Answers `request`.
    pub fn search(&self, _request: &Request) -> Result<Answer, SearchError> {
        unimplemented!("being written")
    }

    /// The statement `id` in its newest version, with the matches of `query` marked; none if there is no such statement.
    pub fn read(&self, _id: &StatementId, _query: Option<&str>) -> Result<Option<Reading>, SearchError> {
        unimplemented!("being written")
    }

    /// What there is to search.
    pub fn holdings(&self) -> Result<Holdings, SearchError> {
        unimplemented!("being written")
    }
}
