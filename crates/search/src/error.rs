//! What can go wrong with a search.

use verbale_archive::ArchiveError;
use verbale_index::{ContinuationError, EngineError};
use verbale_statement::StatementId;

use crate::HistoryError;

/// Why a search could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// A page that there can't be.
    #[error("page {page} with {per_page} hits can't be given; pages count from 1 and have 1 to {max} hits", max = crate::Request::MAX_PER_PAGE)]
    Page {
        /// The page asked for.
        page: u32,
        /// The hits on a page asked for.
        per_page: u32,
    },
    /// Too many lines of a concordance to sort by their contexts.
    #[error(
        "{found} lines are too many to sort by context, which is done up to {most} of them; narrow the query or the lines, or take them in the order of the hits or of their dates"
    )]
    TooManyLines {
        /// How many there are.
        found: u64,
        /// How many of this width can be sorted.
        most: u64,
    },
    /// The index names a statement that the archive does not have.
    #[error("the index names the statement {0}, which the archive does not have; run `verbale check`")]
    Disagreement(StatementId),
    /// A query that would take too long.
    #[error("{0}")]
    Costly(EngineError),
    /// An answer can't be gone on with from where the request says.
    #[error(transparent)]
    Continuation(ContinuationError),
    /// A statement or a version of it is not there.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The index could not be searched.
    #[error(transparent)]
    Engine(EngineError),
    /// The archive could not be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

impl SearchError {
    /// Whether nothing failed, and another request would be answered.
    pub fn is_of_request(&self) -> bool {
        matches!(
            self,
            Self::Page { .. } | Self::TooManyLines { .. } | Self::Costly(_) | Self::Continuation(_)
        )
    }
}

impl From<EngineError> for SearchError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Costly { .. } => Self::Costly(error),
            EngineError::Continuation(error) => Self::Continuation(error),
            other => Self::Engine(other),
        }
    }
}
