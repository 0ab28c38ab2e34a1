//! What an engine is to the rest of the house.

use verbale_archive::Sequence;
use verbale_statement::StatementId;

use crate::{EngineError, Plan};

/// Answers plans. An implementation returns identifiers, scores and counts, never text.
pub trait Engine: Send + Sync {
    /// The statements that match `plan`, as of the last commit.
    ///
    /// # Errors
    /// If the index can't be read.
    fn search(&self, plan: &Plan) -> Result<Matches, EngineError>;

    /// How far into the archive's change log the index has come; none if it holds nothing yet.
    ///
    /// # Errors
    /// If the index can't be read.
    fn cursor(&self) -> Result<Option<Sequence>, EngineError>;

    /// How many statements the index holds.
    ///
    /// # Errors
    /// If the index can't be read.
    fn statements(&self) -> Result<u64, EngineError>;
}

/// What matches a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matches {
    /// How many statements match, exactly.
    pub total: u64,
    /// The part of them that the plan asks for, in its order.
    pub hits: Vec<Match>,
}

/// A statement that matches.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The statement.
    pub id: StatementId,
    /// How well it matches, comparable within one answer; none if the order is not by relevance.
    pub score: Option<f32>,
}
