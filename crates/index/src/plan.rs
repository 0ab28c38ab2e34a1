//! A query in analysed words: what engine and highlighter both go by, so that they can't disagree.

use verbale_analysis::{Analyzer, field_languages};
use verbale_query::{DateRange, Query};
use verbale_statement::{Field, Kind, Language};

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

/// Words that follow each other, and the forms in which they count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// By language, the stems: they match text of that language only. Empty for a quotation.
    pub stems: Vec<(Language, Vec<String>)>,
    /// Folded word forms that match in any language; alternatives, as languages part words differently.
    pub exact: Vec<Vec<String>>,
}

impl Plan {
    /// The first `limit` statements that `query` asks for.
    pub fn new(query: &Query, require: Require, limit: usize) -> Self {
        Self { clause: Clause::new(query, require), order: Order::Relevance, offset: 0, limit }
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
                let pieces = pieces(*field, text);
                match require {
                    _ if pieces.is_empty() => Clause::Nothing,
                    Require::Any => some(pieces, 1),
                    Require::All | Require::Most => all(pieces),
                }
            }
            Query::Phrase { field, text } => text_clause(*field, Pattern::phrase(text)),
            Query::Language(language) => Clause::Language(*language),
            Query::Kind(kind) => Clause::Kind(*kind),
            Query::Date(range) => Clause::Date(*range),
        }
    }

    /// The words that a matching statement may be shown for: all that are not under a [`Clause::Not`].
    pub fn patterns(&self) -> Vec<(Scope, &Pattern)> {
        match self {
            Clause::Text { scope, pattern } => vec![(*scope, pattern)],
            Clause::All(clauses) | Clause::Some { clauses, .. } => {
                clauses.iter().flat_map(Clause::patterns).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Words side by side: what names a field, and what is excluded, holds in any case; of the rest `require`
/// decides how many.
fn words(queries: &[Query], require: Require) -> Clause {
    let (mut fixed, mut free) = (Vec::new(), Vec::new());
    let asked = !queries.iter().all(is_fixed);
    for query in queries {
        match query {
            Query::Word { field: None, text } => free.extend(pieces(None, text)),
            query if is_fixed(query) => fixed.push(Clause::new(query, require)),
            query => free.push(Clause::new(query, require)),
        }
    }
    free.retain(|clause| *clause != Clause::Nothing);
    if !free.is_empty() {
        let minimum = match require {
            Require::All => free.len(),
            Require::Most => free.len() / 2 + 1,
            Require::Any => 1,
        };
        fixed.push(some(free, minimum));
    } else if asked && fixed.is_empty() {
        return Clause::Nothing;
    }
    all(fixed)
}

fn is_fixed(query: &Query) -> bool {
    match query {
        Query::Not(_) | Query::Language(_) | Query::Kind(_) | Query::Date(_) => true,
        Query::Word { field, .. } | Query::Phrase { field, .. } => field.is_some(),
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

/// A word as typed may be several to the analyzer: 安全合作 is three pairs of characters, each a condition of
/// its own, whereas the parts of `non-proliferation` have to follow each other.
fn pieces(field: Option<Field>, text: &str) -> Vec<Clause> {
    let tokens = Analyzer::of(Language::UNDETERMINED).tokens(text);
    let is_pair = |index: usize| {
        let token: &verbale_analysis::Token = &tokens[index];
        token.stem.as_ref().is_some_and(|stem| stem.range.end > token.range.end)
    };
    let mut clauses = Vec::new();
    let mut spaced: Option<std::ops::Range<usize>> = None;
    for (index, token) in tokens.iter().enumerate() {
        let pair = is_pair(index);
        let closes_run = token.stem.is_none() && index > 0 && is_pair(index - 1);
        let alone = token.stem.is_none() && !closes_run;
        if pair || closes_run || alone {
            clauses.extend(spaced.take().map(|range| text_clause(field, Pattern::word(&text[range]))));
        }
        match &token.stem {
            Some(stem) if pair => {
                clauses.push(text_clause(field, Pattern::pair(&stem.form, &text[stem.range.clone()])))
            }
            None if closes_run => {}
            None => clauses.push(text_clause(field, Pattern::phrase(&text[token.range.clone()]))),
            Some(_) => {
                let start = spaced.as_ref().map_or(token.range.start, |range| range.start);
                spaced = Some(start..token.range.end);
            }
        }
    }
    clauses.extend(spaced.map(|range| text_clause(field, Pattern::word(&text[range]))));
    clauses
}

impl Pattern {
    /// A word in all its forms; if it has several parts, one behind the other.
    fn word(text: &str) -> Self {
        let mut pattern = Self::phrase(text);
        for language in field_languages() {
            let tokens = Analyzer::of(language).tokens(text);
            let stems: Vec<_> = tokens.into_iter().filter_map(|token| Some(token.stem?.form)).collect();
            if !stems.is_empty() {
                pattern.stems.push((language, stems));
            }
        }
        pattern
    }

    /// Two neighbouring characters of a script without spaces: their bigram in every language.
    fn pair(form: &str, text: &str) -> Self {
        let mut pattern = Self::phrase(text);
        pattern.stems = field_languages().map(|language| (language, vec![form.to_owned()])).collect();
        pattern
    }

    /// Words in exactly these forms, one behind the other.
    fn phrase(text: &str) -> Self {
        let mut exact: Vec<Vec<String>> = Vec::new();
        for language in field_languages() {
            let forms: Vec<_> =
                Analyzer::of(language).tokens(text).into_iter().map(|token| token.exact).collect();
            if !forms.is_empty() && !exact.contains(&forms) {
                exact.push(forms);
            }
        }
        Self { stems: Vec::new(), exact }
    }
}

#[cfg(test)]
mod tests;
