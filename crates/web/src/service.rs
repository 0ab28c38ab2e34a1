//! What handlers share.

use std::sync::Arc;

use verbale_eval::EvalError;
use verbale_eval::judgments::Desk;
use verbale_search::{Reading, SearchError, Searcher};
use verbale_statement::StatementId;

use crate::config::Config;
use crate::failure::Failure;
use crate::gate::Gate;
use crate::record::Record;
use crate::served::Served;

/// What is served, behind its gate.
#[derive(Clone)]
pub(crate) struct Service {
    searcher: Arc<Searcher>,
    judging: Option<Arc<Desk>>,
    record: Record,
    gate: Gate,
}

impl Service {
    /// A service of `served` with the limits of `config`.
    pub(crate) fn new(served: Served, config: &Config) -> Self {
        let Served { searcher, judging, log } = served;
        Self { searcher, judging: judging.map(Arc::new), record: Record::new(log), gate: Gate::new(config) }
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

    /// Does something at the desk where the pool is judged, when its turn comes.
    ///
    /// # Errors
    /// Those of [`Gate::run`], [`Failure::NotFound`] if nothing is judged here, and [`Failure::Internal`] for the
    /// desk's own.
    pub(crate) async fn at_desk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Desk) -> Result<T, EvalError> + Send + 'static,
    ) -> Result<T, Failure> {
        let desk = Arc::clone(self.judging.as_ref().ok_or(Failure::NotFound)?);
        self.gate.run(move || work(&desk)).await?.map_err(Failure::internal)
    }

    /// Where searches and clicks are noted, if they are.
    pub(crate) fn record(&self) -> &Record {
        &self.record
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
