//! What handlers share.

use std::sync::Arc;

use axum::body::Body;
use verbale_eval::EvalError;
use verbale_eval::judgments::Desk;
use verbale_search::{Comparison, Reading, SearchError, Searcher};
use verbale_statement::StatementId;

use crate::config::Config;
use crate::failure::Failure;
use crate::gate::Gate;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::served::Served;
use crate::stream::{Sink, Streams};

/// What is served, behind its gate.
#[derive(Clone)]
pub(crate) struct Service {
    searcher: Arc<Searcher>,
    judging: Option<Arc<Desk>>,
    record: Record,
    gate: Gate,
    streams: Streams,
}

impl Service {
    /// A service of `served` with the limits of `config`.
    pub(crate) fn new(served: Served, config: &Config) -> Self {
        let Served { searcher, judging, log } = served;
        Self {
            searcher,
            judging: judging.map(Arc::new),
            record: Record::new(log),
            gate: Gate::new(config),
            streams: Streams::new(config),
        }
    }

    /// Puts `question` to the searcher when its turn comes.
    ///
    /// # Errors
    /// Those of [`Gate::run`], and what the searcher's own are to a reader.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Searcher) -> Result<T, SearchError> + Send + 'static,
    ) -> Result<T, Failure> {
        let searcher = Arc::clone(&self.searcher);
        Ok(self.gate.run(move || question(&searcher)).await??)
    }

    /// The body that `work` writes while it is sent; `name` says in the log what it is.
    ///
    /// # Errors
    /// Those of [`Streams::body`].
    pub(crate) async fn stream(
        &self,
        name: &'static str,
        work: impl FnOnce(&Searcher, &mut Sink) -> Result<(), Failure> + Send + 'static,
    ) -> Result<Body, Failure> {
        let searcher = Arc::clone(&self.searcher);
        self.streams.body(name, move |sink| work(&searcher, sink)).await
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

    /// The statement `id`, in its newest version if none is named, with what `query` matches in it marked.
    ///
    /// # Errors
    /// Those of [`Service::ask`], and [`Failure::UnknownStatement`].
    pub(crate) async fn read(
        &self,
        id: StatementId,
        version: Option<u32>,
        query: Option<String>,
    ) -> Result<Reading, Failure> {
        let name = id.clone();
        let reading = self.ask(move |searcher| searcher.read(&name, version, query.as_deref())).await?;
        reading.ok_or_else(|| Failure::UnknownStatement(id.to_string()))
    }

    /// What differs between the versions of the statement `id` that the parameters `from` and `to` name.
    ///
    /// # Errors
    /// Those of [`Service::ask`], [`Failure::InvalidParameter`], and what the versions that are not there are to a reader.
    pub(crate) async fn compare(
        &self,
        id: StatementId,
        parameters: &Parameters,
    ) -> Result<Comparison, Failure> {
        let (from, to) = (parameters.number("from", u32::MAX)?, parameters.number("to", u32::MAX)?);
        self.ask(move |searcher| searcher.comparison(&id, from, to)).await
    }
}
