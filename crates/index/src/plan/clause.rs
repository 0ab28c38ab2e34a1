//! What has to match, in analysed words.

use verbale_query::DateRange;
use verbale_statement::StatementId;

use super::Pattern;
use crate::Facet;

/// A condition on a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// Every statement.
    Everything,
    /// No statement: what was asked for has no word in it.
    Nothing,
    /// Words somewhere in the scope.
    Text {
        /// Where they are looked for.
        scope: Scope,
        /// The words.
        pattern: Pattern,
    },
    /// Words near each other, in any order, in one title, paragraph or value of a field.
    Near {
        /// Where they are looked for.
        scope: Scope,
        /// What stands near each other; two at least.
        patterns: Vec<Pattern>,
        /// How many other words may stand among them, at most [`verbale_query::MAX_GAP`].
        gap: u32,
    },
    /// The condition, met by one paragraph by itself. Scopes in it are [`Scope::Body`].
    Paragraph(Box<Clause>),
    /// All of these.
    All(Vec<Clause>),
    /// At least `minimum` of these, at least one.
    Some {
        /// How many have to match.
        minimum: usize,
        /// The conditions.
        clauses: Vec<Clause>,
    },
    /// At least one of these, of which the best one scores: ways of writing the same.
    Best(Vec<Clause>),
    /// The condition; of the statements that meet it, those that meet more of the preferred ones stand higher.
    Prefer {
        /// What has to match.
        clause: Box<Clause>,
        /// What only adds to the score.
        preferred: Vec<Clause>,
        /// Neighbours in the query; that they are neighbours in the text, too, adds to the score.
        pairs: Vec<Pattern>,
    },
    /// The condition, with what it adds to the score multiplied.
    Boost {
        /// What has to match.
        clause: Box<Clause>,
        /// At least 0.
        factor: f32,
    },
    /// Not this.
    Not(Box<Clause>),
    /// With this very value.
    Is {
        /// Of what.
        facet: Facet,
        /// The value, letter by letter.
        value: String,
    },
    /// Possibly made within the range.
    Date(DateRange),
    /// One of these statements, each with what those that are like it add to its score: at least 0.
    Neighbours(Vec<(StatementId, f32)>),
}

/// Where words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Title and paragraphs: what a bare word means.
    Text,
    /// The title only.
    Title,
    /// The paragraphs only.
    Body,
    /// Names, roles and affiliations of speakers.
    Speaker,
    /// Who issued the statement.
    Organisation,
    /// The occasion.
    Event,
    /// Where it was made.
    Place,
}

impl Clause {
    /// The words that a matching statement may be shown for: all that are not under a [`Clause::Not`].
    pub fn patterns(&self) -> Vec<(Scope, &Pattern)> {
        match self {
            Clause::Text { scope, pattern } => vec![(*scope, pattern)],
            Clause::Near { scope, patterns, .. } => patterns.iter().map(|own| (*scope, own)).collect(),
            Clause::All(clauses) | Clause::Best(clauses) | Clause::Some { clauses, .. } => {
                clauses.iter().flat_map(Clause::patterns).collect()
            }
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } | Clause::Paragraph(clause) => {
                clause.patterns()
            }
            _ => Vec::new(),
        }
    }

    /// Whether it matters in what places words stand, other than in a quotation.
    pub fn asks_for_places(&self) -> bool {
        match self {
            Clause::Near { .. } | Clause::Paragraph(_) => true,
            Clause::All(clauses) | Clause::Best(clauses) | Clause::Some { clauses, .. } => {
                clauses.iter().any(Clause::asks_for_places)
            }
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } | Clause::Not(clause) => {
                clause.asks_for_places()
            }
            _ => false,
        }
    }

    /// Whether the index has to fill in words for a pattern of it. What is only preferred is closed.
    pub(crate) fn is_open(&self) -> bool {
        self.in_order().iter().any(|(_, pattern)| pattern.open.is_some())
    }

    /// Shows `take` every pattern, wherever it stands, with its scope.
    pub(crate) fn visit_patterns_mut<E>(
        &mut self,
        take: &mut impl FnMut(Scope, &mut Pattern) -> Result<(), E>,
    ) -> Result<(), E> {
        match self {
            Clause::Text { scope, pattern } => take(*scope, pattern),
            Clause::Near { scope, patterns, .. } => {
                patterns.iter_mut().try_for_each(|pattern| take(*scope, pattern))
            }
            Clause::All(clauses) | Clause::Best(clauses) | Clause::Some { clauses, .. } => {
                clauses.iter_mut().try_for_each(|clause| clause.visit_patterns_mut(take))
            }
            Clause::Prefer { clause, preferred, .. } => {
                clause.visit_patterns_mut(take)?;
                preferred.iter_mut().try_for_each(|clause| clause.visit_patterns_mut(take))
            }
            Clause::Paragraph(clause) | Clause::Boost { clause, .. } | Clause::Not(clause) => {
                clause.visit_patterns_mut(take)
            }
            Clause::Everything
            | Clause::Nothing
            | Clause::Is { .. }
            | Clause::Date(_)
            | Clause::Neighbours(_) => Ok(()),
        }
    }

    /// Whether it says nothing about how well a statement answers.
    pub(crate) fn is_unscored(&self) -> bool {
        matches!(
            self,
            Clause::Everything | Clause::Nothing | Clause::Not(_) | Clause::Is { .. } | Clause::Date(_)
        )
    }

    /// The same without what is excluded: met by all statements in which a paragraph meets it, and by others.
    pub(crate) fn without_exclusions(&self) -> Self {
        let each = |clauses: &[Clause]| clauses.iter().map(Clause::without_exclusions).collect();
        let one = |clause: &Clause| Box::new(clause.without_exclusions());
        match self {
            Clause::Not(_) => Clause::Everything,
            Clause::All(clauses) => Clause::All(each(clauses)),
            Clause::Best(clauses) => Clause::Best(each(clauses)),
            Clause::Some { minimum, clauses } => Clause::Some { minimum: *minimum, clauses: each(clauses) },
            Clause::Prefer { clause, preferred, pairs } => {
                Clause::Prefer { clause: one(clause), preferred: preferred.clone(), pairs: pairs.clone() }
            }
            Clause::Boost { clause, factor } => Clause::Boost { clause: one(clause), factor: *factor },
            Clause::Paragraph(clause) => Clause::Paragraph(one(clause)),
            other => other.clone(),
        }
    }

    /// The same, asked of paragraphs only.
    pub(super) fn in_paragraphs(self) -> Self {
        let each = |clauses: Vec<Clause>| clauses.into_iter().map(Clause::in_paragraphs).collect();
        let one = |clause: Box<Clause>| Box::new(clause.in_paragraphs());
        match self {
            Clause::Text { pattern, .. } => Clause::Text { scope: Scope::Body, pattern },
            Clause::Near { patterns, gap, .. } => Clause::Near { scope: Scope::Body, patterns, gap },
            Clause::All(clauses) => Clause::All(each(clauses)),
            Clause::Best(clauses) => Clause::Best(each(clauses)),
            Clause::Some { minimum, clauses } => Clause::Some { minimum, clauses: each(clauses) },
            Clause::Prefer { clause, preferred, .. } => {
                Clause::Prefer { clause: one(clause), preferred: each(preferred), pairs: Vec::new() }
            }
            Clause::Boost { clause, factor } => Clause::Boost { clause: one(clause), factor },
            Clause::Not(clause) => Clause::Not(one(clause)),
            Clause::Paragraph(clause) => *clause,
            other => other,
        }
    }
}
