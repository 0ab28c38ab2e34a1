//! What an engine is to the rest of the house.

use verbale_archive::Sequence;
use verbale_statement::StatementId;

use crate::{EngineError, Pattern, Plan, Scope};

/// Answers plans. An implementation returns identifiers, scores and counts, never text.
pub trait Engine: Send + Sync {
    /// The statements that match `plan`, as of the last commit.
    ///
    /// # Errors
    /// If the index can't be read.
    fn search(&self, plan: &Plan) -> Result<Matches, EngineError>;

    /// What each word of `plan` adds to the score of the statement `id`, which is their sum; none if the statement does
    /// not match. Words that the statement lacks are left out.
    ///
    /// # Errors
    /// If the index can't be read.
    fn explain(&self, plan: &Plan, id: &StatementId) -> Result<Option<Vec<Contribution>>, EngineError>;

    /// How much each of `patterns` tells about a statement: the rarer its words are in titles and texts, the more. At
    /// least 0, and comparable within one call.
    ///
    /// # Errors
    /// If the index can't be read.
    fn rarity(&self, patterns: &[Pattern]) -> Result<Vec<f32>, EngineError>;

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

/// What a word adds to a statement's score: one of the query, or one that feedback added to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// The word, or words.
    pub words: String,
    /// Where it is looked for.
    pub scope: Scope,
    /// The form of it that scores best in the statement: stems of a language, or exact forms.
    pub form: String,
    /// How rare the form is, times what it counts among the forms of the word.
    pub weight: f32,
    /// The fields in which it stands.
    pub fields: Vec<Occurrence>,
    /// What it adds.
    pub score: f32,
}

/// Where a form stands in a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The field of the index, such as `body_ru` (stems of Russian) or `title_exact`.
    pub field: String,
    /// How often.
    pub count: u32,
    /// Words of the field; of more than 40 about so many.
    pub length: u32,
}
