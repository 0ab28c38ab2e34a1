//! What an engine is to the rest of the house.

use verbale_archive::Sequence;
use verbale_statement::{Language, StatementId};

use crate::{Clause, Continuation, EngineError, Facet, Pattern, Plan, Scope};

/// Answers plans. An implementation returns identifiers, scores and counts, never text.
pub trait Engine: Send + Sync {
    /// The statements that match `plan`, as of the last commit.
    ///
    /// # Errors
    /// If the plan goes on from a place in another order, or the index can't be read.
    fn search(&self, plan: &Plan) -> Result<Matches, EngineError>;

    /// What each word of `plan` adds to the score of the statement `id`, which is their sum; none if the statement does
    /// not match. Words that the statement lacks are left out.
    ///
    /// # Errors
    /// If the index can't be read.
    fn explain(&self, plan: &Plan, id: &StatementId) -> Result<Option<Vec<Contribution>>, EngineError>;

    /// The languages in which the index has text, and [`Language::UNDETERMINED`]: a plan need not be in others.
    ///
    /// # Errors
    /// If the index can't be read.
    fn languages(&self) -> Result<Vec<Language>, EngineError>;

    /// `clause` with the words filled in that its open patterns stand for, `limit` of each at most: those that differ
    /// least, then those in the most statements, then by the alphabet. What is closed stays as it is.
    ///
    /// # Errors
    /// If the index can't be read.
    fn expand(&self, clause: Clause, limit: usize) -> Result<Expanded, EngineError>;

    /// For each of `facets` its values among the statements that match `clause`, with how many of these have each: the
    /// most frequent first, then by the alphabet.
    ///
    /// # Errors
    /// If the index can't be read.
    fn facets(&self, clause: &Clause, facets: &[Facet]) -> Result<Vec<Vec<Bucket>>, EngineError>;

    /// How often what `clause` asks for occurs in titles and paragraphs of the statements that match it: as a whole, and
    /// for each value that `by` has among the statements that match `within`.
    ///
    /// # Errors
    /// If the index can't be read.
    fn frequencies(
        &self,
        clause: &Clause,
        within: &Clause,
        by: Option<Facet>,
    ) -> Result<Frequencies, EngineError>;

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
    /// Where in the order it stands: what comes next begins behind it.
    pub after: Continuation,
}

/// A condition with the words of the index filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Expanded {
    /// The condition.
    pub clause: Clause,
    /// What was filled in, a line for each open pattern, in order.
    pub expansions: Vec<Expansion>,
}

/// The words that an open pattern stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expansion {
    /// The pattern, with its letters folded: `sanction*`, `goverment~1`.
    pub pattern: String,
    /// Those that were filled in, in order of preference.
    pub words: Vec<String>,
    /// How many there are in the index; none if it was not looked for, as what a query can stand for was exhausted.
    pub found: Option<usize>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    /// The value, as statements have it.
    pub value: String,
    /// How many statements have it.
    pub statements: u64,
}

/// How often something occurs, in all and by value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frequencies {
    /// In all statements, also in those without a value.
    pub all: Frequency,
    /// In those with each value, in the order of the values; a statement with several counts for each.
    pub values: Vec<Frequency>,
}

/// How often something occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frequency {
    /// Among the statements with this value; among all if none.
    pub value: Option<String>,
    /// In how many statements.
    pub statements: u64,
    /// How often in them, overlapping occurrences counted once.
    pub occurrences: u64,
    /// How many words the statements have among which it was looked for, with and without it.
    pub words: u64,
}

impl Frequency {
    /// How often it occurs in a million words; none where there are no words.
    pub fn per_million(&self) -> Option<f64> {
        (self.words > 0).then(|| self.occurrences as f64 / self.words as f64 * 1e6)
    }
}

/// What a word adds to a statement's score: one of the query, or one that feedback added to it. Or what statements that
/// are like it add; then it has no form and no fields.
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

impl Contribution {
    /// Multiplies what it adds.
    pub(crate) fn times(&mut self, factor: f32) {
        self.weight *= factor;
        self.score *= factor;
    }
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
