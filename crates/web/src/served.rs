//! What a service serves.

use std::sync::Arc;

use verbale_eval::clicks::SearchLog;
use verbale_eval::judgments::Desk;
use verbale_search::Searcher;

/// What a service serves beside its pages.
pub struct Served {
    /// Answers searches.
    pub searcher: Arc<Searcher>,
    /// The pool that is judged at `/judge`, for requests from this machine only; none if there is no such page.
    pub judging: Option<Desk>,
    /// Where searches on the search page and clicks on their hits are noted, without anything about who made them.
    pub log: Option<SearchLog>,
}

impl Served {
    /// Searches alone, nothing judged and nothing noted.
    pub fn searches(searcher: Arc<Searcher>) -> Self {
        Self { searcher, judging: None, log: None }
    }
}
