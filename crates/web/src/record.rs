//! Noting searches and clicks.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use verbale_eval::EvalError;
use verbale_eval::clicks::SearchLog;
use verbale_search::{Answer, Request, Sort};

/// The search log, if one is kept. A log that can't be written keeps nobody from searching.
#[derive(Clone)]
pub(crate) struct Record {
    log: Option<Arc<SearchLog>>,
    /// Whether it was said already that it can't be written.
    failed: Arc<AtomicBool>,
}

impl Record {
    pub(crate) fn new(log: Option<SearchLog>) -> Self {
        Self { log: log.map(Arc::new), failed: Arc::default() }
    }

    /// Whether anything is noted.
    pub(crate) fn is_kept(&self) -> bool {
        self.log.is_some()
    }

    /// Notes a search of whose hits `seen` lie before [`Request::after`], if they are ranked; gives its name for the links of the hits. Blocks.
    pub(crate) fn searched(&self, request: &Request, seen: u64, answer: &Answer) -> Option<String> {
        let log = self.log.as_ref()?;
        if request.sort != Sort::Relevance || request.query.trim().is_empty() {
            return None;
        }
        let first = (request.page - 1).saturating_mul(request.per_page).saturating_add(1);
        let first = u32::try_from(seen).unwrap_or(u32::MAX).saturating_add(first);
        let shown = answer.hits.iter().map(|hit| hit.id.to_string()).collect();
        self.told(log.searched(&query(request), first, shown))
    }

    /// Notes a click on the hit `id` of the search `name`. Blocks.
    pub(crate) fn clicked(&self, name: &str, id: &str) {
        if let Some(log) = &self.log {
            self.told(log.clicked(name, id));
        }
    }

    fn told<T>(&self, result: Result<T, EvalError>) -> Option<T> {
        result
            .inspect_err(|error| {
                if !self.failed.swap(true, Ordering::Relaxed) {
                    eprintln!("error: searches are no longer noted: {error}");
                }
            })
            .ok()
    }
}

/// The query with the filters beside it, all in the query language.
fn query(request: &Request) -> String {
    if !request.is_filtered() {
        return request.query.trim().to_owned();
    }
    // As understood, so that a quotation mark that is left open doesn't take in the filters.
    request.with_filters()
}
