//! A query in analysed words: what engine and highlighter both go by, so that they can't disagree.

mod pattern;
mod stop_words;
mod unspaced;

use verbale_query::{DateRange, Query};
use verbale_statement::{Field, Kind, Language};

use crate::Ranking;
pub use pattern::Pattern;
use pattern::{joined, pieces};
use stop_words::{is_stop_word, languages_of};

/// What an engine is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What has to match.
    pub clause: Clause,
    /// The order of the hits.
    pub order: Order,
    /// How many hits to pass over.
    pub offset: usize,
    /// How many hits to give; 0 only counts.
    pub limit: usize,
    /// How matches are scored.
    pub ranking: Ranking,
}

/// The order of hits; ties stand in an order that depends on nothing but the statements' ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The highest score first.
    #[default]
    Relevance,
    /// The latest first, those without a date last.
    Date,
}

/// How many of a query's words, as they stand side by side, are required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Require {
    /// Every one.
    #[default]
    All,
    /// More than half.
    Most,
    /// One.
    Any,
}

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
    /// The condition, whose score counts `factor` times.
    Boost {
        /// What has to match.
        clause: Box<Clause>,
        /// At least 0.
        factor: f32,
    },
    /// The condition; of the statements that meet it, those that meet more of the preferred ones stand higher.
    Prefer {
        /// What has to match.
        clause: Box<Clause>,
        /// What only adds to the score.
        preferred: Vec<Clause>,
        /// Neighbours in the query; that they are neighbours in the text, too, adds to the score.
        pairs: Vec<Pattern>,
    },
    /// Not this.
    Not(Box<Clause>),
    /// A paragraph in the language.
    Language(Language),
    /// Of the kind.
    Kind(Kind),
    /// Possibly made within the range.
    Date(DateRange),
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

impl Plan {
    /// The first `limit` statements that `query` asks for.
    pub fn new(query: &Query, require: Require, limit: usize) -> Self {
        Self {
            clause: Clause::new(query, require),
            order: Order::Relevance,
            offset: 0,
            limit,
            ranking: Ranking::default(),
        }
    }
}

impl Clause {
    /// Analyses `query`; `require` says how many of the words that stand side by side have to match.
    pub fn new(query: &Query, require: Require) -> Self {
        match query {
            Query::All => Clause::Everything,
            Query::Words(queries) => words(queries, require),
            Query::And(queries) => all(queries.iter().map(|query| Clause::new(query, require)).collect()),
            Query::Or(queries) => some(queries.iter().map(|query| Clause::new(query, require)).collect(), 1),
            Query::Not(query) => match Clause::new(query, require) {
                Clause::Nothing => Clause::Nothing,
                clause => Clause::Not(Box::new(clause)),
            },
            Query::Word { field, text } => {
                let pieces = clauses(*field, text);
                match require {
                    _ if pieces.is_empty() => Clause::Nothing,
                    Require::Any => {
                        let characters = unspaced::characters(&pieces);
                        prefer(some(unspaced::weighed(pieces), 1), characters, Vec::new())
                    }
                    Require::All | Require::Most => all(pieces),
                }
            }
            Query::Phrase { field, text } => text_clause(*field, Pattern::phrase(text)),
            // Until the index can answer them.
            Query::Loose { field, text, .. } | Query::Exact { field, text } => {
                text_clause(*field, Pattern::phrase(text))
            }
            Query::Wildcard { .. } | Query::Fuzzy { .. } | Query::Country(_) => Clause::Nothing,
            Query::Near { clauses, .. } => {
                all(clauses.iter().map(|query| Clause::new(query, require)).collect())
            }
            Query::Paragraph(query) | Query::Boost { query, .. } => Clause::new(query, require),
            Query::Language(language) => Clause::Language(*language),
            Query::Kind(kind) => Clause::Kind(*kind),
            Query::Date(range) => Clause::Date(*range),
        }
    }

    /// The words that a matching statement may be shown for: all that are not under a [`Clause::Not`].
    pub fn patterns(&self) -> Vec<(Scope, &Pattern)> {
        match self {
            Clause::Text { scope, pattern } => vec![(*scope, pattern)],
            Clause::All(clauses) | Clause::Some { clauses, .. } | Clause::Best(clauses) => {
                clauses.iter().flat_map(Clause::patterns).collect()
            }
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } => clause.patterns(),
            _ => Vec::new(),
        }
    }
}

/// Words side by side: what names a field, and what is excluded, holds in any case; of the rest `require`
/// decides how many.
fn words(queries: &[Query], require: Require) -> Clause {
    let (mut fixed, mut free, mut preferred) = (Vec::new(), Vec::new(), Vec::new());
    let asked = !queries.iter().all(is_fixed);
    for (index, query) in queries.iter().enumerate() {
        match query {
            Query::Word { field: None, text } => free.extend(free_word(queries, index, text)),
            query if is_fixed(query) => fixed.push(Clause::new(query, require)),
            Query::Phrase { field: None, text } if require == Require::Any => {
                free.push(Clause::new(query, require));
                preferred.extend(clauses(None, text));
            }
            query => free.push(Clause::new(query, require)),
        }
    }
    free.retain(|clause| *clause != Clause::Nothing);
    let mut pairs = Vec::new();
    if require == Require::Any {
        let languages = languages_of(&free);
        pairs = neighbours(queries, &languages);
        preferred.retain(|clause| !is_stop_word(clause, &languages));
        let telling: Vec<Clause> =
            free.iter().filter(|clause| !is_stop_word(clause, &languages)).cloned().collect();
        if !telling.is_empty() {
            free = telling;
        }
        preferred.extend(unspaced::characters(&free));
        free = unspaced::weighed(free);
    }
    if !free.is_empty() {
        let minimum = match require {
            Require::All => free.len(),
            Require::Most => free.len() / 2 + 1,
            Require::Any => 1,
        };
        fixed.push(prefer(some(free, minimum), preferred, pairs));
    } else if asked && fixed.is_empty() {
        return Clause::Nothing;
    }
    all(fixed)
}

/// The conditions of a bare word. One that may be written together with its neighbour is also found that way: the
/// words "non proliferation" find nonproliferation. What is written together stands for both words, and counts half
/// for each.
fn free_word(queries: &[Query], index: usize, text: &str) -> Vec<Clause> {
    let neighbours = [index.checked_sub(1).map(|before| (before, index)), Some((index, index + 1))];
    let compounds = neighbours.into_iter().flatten().filter_map(|pair| compound(queries, pair));
    let half = |pattern| Clause::Boost { clause: Box::new(text_clause(None, pattern)), factor: 0.5 };
    let compounds: Vec<_> = compounds.map(half).collect();
    let own = clauses(None, text);
    if compounds.is_empty() || own.is_empty() {
        return own;
    }
    vec![Clause::Best(std::iter::once(all(own)).chain(compounds).collect())]
}

fn compound(queries: &[Query], (first, second): (usize, usize)) -> Option<Pattern> {
    match (queries.get(first)?, queries.get(second)?) {
        (Query::Word { field: None, text: first }, Query::Word { field: None, text: second }) => {
            joined(first, second)
        }
        _ => None,
    }
}

fn clauses(field: Option<Field>, text: &str) -> Vec<Clause> {
    pieces(text).into_iter().map(|pattern| text_clause(field, pattern)).collect()
}

fn is_fixed(query: &Query) -> bool {
    match query {
        Query::Not(_) | Query::Language(_) | Query::Kind(_) | Query::Date(_) | Query::Country(_) => true,
        Query::Word { field, .. }
        | Query::Phrase { field, .. }
        | Query::Loose { field, .. }
        | Query::Exact { field, .. }
        | Query::Wildcard { field, .. }
        | Query::Fuzzy { field, .. } => field.is_some(),
        Query::Near { clauses, .. } => clauses.iter().all(is_fixed),
        Query::Boost { query, .. } => is_fixed(query),
        Query::Paragraph(_) => false,
        Query::And(queries) | Query::Or(queries) => queries.iter().all(is_fixed),
        Query::Words(_) | Query::All => false,
    }
}

fn all(mut clauses: Vec<Clause>) -> Clause {
    let asked = !clauses.is_empty();
    clauses.retain(|clause| *clause != Clause::Nothing);
    match clauses.len() {
        0 if asked => Clause::Nothing,
        0 => Clause::Everything,
        1 => clauses.swap_remove(0),
        _ => Clause::All(clauses),
    }
}

fn some(mut clauses: Vec<Clause>, minimum: usize) -> Clause {
    clauses.retain(|clause| *clause != Clause::Nothing);
    match clauses.len() {
        0 => Clause::Nothing,
        1 => clauses.swap_remove(0),
        count if minimum >= count => Clause::All(clauses),
        _ => Clause::Some { minimum: minimum.max(1), clauses },
    }
}

/// Where any word of a question will do, the words of a quotation in it say what the question is about even if the text
/// has them in another order.
fn prefer(clause: Clause, preferred: Vec<Clause>, pairs: Vec<Pattern>) -> Clause {
    if (preferred.is_empty() && pairs.is_empty()) || matches!(clause, Clause::Text { .. }) {
        return clause;
    }
    Clause::Prefer { clause: Box::new(clause), preferred, pairs }
}

/// Bare words that stand side by side and both say what the question is about.
fn neighbours(queries: &[Query], languages: &[Language]) -> Vec<Pattern> {
    let tells = |text: &str| clauses(None, text).iter().all(|clause| !is_stop_word(clause, languages));
    let pair = |pair: &[Query]| match pair {
        [Query::Word { field: None, text: first }, Query::Word { field: None, text: second }]
            if tells(first) && tells(second) =>
        {
            Some(Pattern::word(&format!("{first} {second}")))
        }
        _ => None,
    };
    queries.windows(2).filter_map(pair).collect()
}

fn text_clause(field: Option<Field>, pattern: Pattern) -> Clause {
    if pattern.exact.is_empty() {
        return Clause::Nothing;
    }
    let scope = match field {
        None | Some(Field::Kind | Field::Date | Field::Language) => Scope::Text,
        Some(Field::Title) => Scope::Title,
        Some(Field::Body) => Scope::Body,
        Some(Field::Speaker) => Scope::Speaker,
        Some(Field::Organisation) => Scope::Organisation,
        Some(Field::Event) => Scope::Event,
        Some(Field::Place) => Scope::Place,
    };
    Clause::Text { scope, pattern }
}

#[cfg(test)]
mod tests;
