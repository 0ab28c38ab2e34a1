//! What handlers share.

use std::sync::Arc;

use verbale_search::{Reading, SearchError, Searcher};
use verbale_statement::StatementId;

use crate::config::Config;
use crate::failure::Failure;
use crate::gate::Gate;

/// The searcher behind its gate.
#[derive(Clone)]
pub(crate) struct Service {
    searcher: Arc<Searcher>,
    gate: Gate,
}

impl Service {
    /// A service over `searcher` with the limits of `config`.
    pub(crate) fn new(searcher: Arc<Searcher>, config: &Config) -> Self {
        Self { searcher, gate: Gate::new(config) }
    }

    /// Puts `question` to the searcher when its turn comes.
    ///
    /// # Errors
    /// Those of [`Gate::run`], and [`Failure::Internal`] for the searcher's own.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Searcher) -> Result<T, SearchError> + Send + 'static,
    ) -> Result<T, Failure> {
        let searcher = Arc::clone(&self.searcher);
        self.gate.run(move || question(&searcher)).await?.map_err(Failure::internal)
    }
    /// The statement `id` with what `query` matches in it marked.
    ///
    /// # Errors
    /// Those of [`Service::ask`], and [`Failure::UnknownStatement`].
    pub(crate) async fn read(&self, id: StatementId, query: Option<String>) -> Result<Reading, Failure> {
        let name = id.clone();
        let reading = self.ask(move |searcher| searcher.read(&name, query.as_deref())).await?;
        reading.ok_or_else(|| Failure::UnknownStatement(id.to_string()))
    }
}
