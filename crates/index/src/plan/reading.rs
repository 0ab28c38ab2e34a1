//! A query tree becomes conditions in analysed words.

use verbale_analysis::Analyzer;
use verbale_query::Query;
use verbale_statement::{Field, Language};

use super::open::unspaced_beginning;
use super::pattern::{joined, pieces};
use super::stop_words::{is_stop_word, languages_of};
use super::{Clause, Open, Pattern, Require, Scope, unspaced};
use crate::Facet;

impl Clause {
    /// Analyses `query` in `languages`, which are those of the index ([`crate::Engine::languages`]): text in others there
    /// is none. `require` says how many of the words that stand side by side have to match.
    pub fn new(query: &Query, require: Require, languages: &[Language]) -> Self {
        Reading { require, languages }.clause(query)
    }
}

/// How a query is read.
#[derive(Clone, Copy)]
struct Reading<'l> {
    require: Require,
    languages: &'l [Language],
}

impl Reading<'_> {
    fn clause(self, query: &Query) -> Clause {
        match query {
            Query::All => Clause::Everything,
            Query::Words(queries) => self.words(queries),
            Query::And(queries) => all(self.each(queries)),
            Query::Or(queries) => some(self.each(queries), 1),
            Query::Not(query) => match self.clause(query) {
                Clause::Nothing => Clause::Nothing,
                clause => Clause::Not(Box::new(clause)),
            },
            Query::Word { field, text } => {
                let pieces = self.pieces(*field, text);
                match self.require {
                    _ if pieces.is_empty() => Clause::Nothing,
                    Require::Any => {
                        let characters = unspaced::characters(&pieces, self.languages);
                        prefer(some(unspaced::weighed(pieces), 1), characters, Vec::new())
                    }
                    Require::All | Require::Most => all(pieces),
                }
            }
            Query::Phrase { field, .. }
            | Query::Exact { field, .. }
            | Query::Wildcard { field, .. }
            | Query::Fuzzy { field, .. } => text(*field, self.pattern(query)),
            Query::Loose { field, text, gap } => self.loose(*field, text, *gap),
            Query::Near { clauses, gap } => self.near(clauses, *gap),
            Query::Paragraph(query) => match self.clause(query).in_paragraphs() {
                clause @ (Clause::Nothing | Clause::Everything) => clause,
                clause => Clause::Paragraph(Box::new(clause)),
            },
            Query::Boost { query, factor } => match self.clause(query) {
                Clause::Nothing => Clause::Nothing,
                clause => Clause::Boost { clause: Box::new(clause), factor: factor.value() },
            },
            Query::Language(language) => is(Facet::Language, language.code()),
            Query::Kind(kind) => is(Facet::Kind, kind.name()),
            Query::Country(country) => is(Facet::Country, country.code()),
            Query::Mentions(mentioned) => is(Facet::Mentions, mentioned.id()),
            Query::Date(range) => Clause::Date(*range),
        }
    }

    fn each(self, queries: &[Query]) -> Vec<Clause> {
        queries.iter().map(|query| self.clause(query)).collect()
    }

    /// Words side by side: what names a field, and what is excluded, holds in any case; of the rest the mode decides how
    /// many.
    fn words(self, queries: &[Query]) -> Clause {
        let (mut fixed, mut free, mut preferred) = (Vec::new(), Vec::new(), Vec::new());
        let asked = !queries.iter().all(is_fixed);
        for (index, query) in queries.iter().enumerate() {
            match query {
                Query::Word { field: None, text } => free.extend(self.free_word(queries, index, text)),
                query if is_fixed(query) => fixed.push(self.clause(query)),
                Query::Phrase { field: None, text } if self.require == Require::Any => {
                    free.push(self.clause(query));
                    preferred.extend(self.pieces(None, text));
                }
                query => free.push(self.clause(query)),
            }
        }
        free.retain(|clause| *clause != Clause::Nothing);
        let mut pairs = Vec::new();
        if self.require == Require::Any {
            let languages = languages_of(&free);
            pairs = self.neighbours(queries, &languages);
            preferred.retain(|clause| !is_stop_word(clause, &languages));
            let telling: Vec<Clause> =
                free.iter().filter(|clause| !is_stop_word(clause, &languages)).cloned().collect();
            if !telling.is_empty() {
                free = telling;
            }
            preferred.extend(unspaced::characters(&free, self.languages));
            free = unspaced::weighed(free);
        }
        if !free.is_empty() {
            let minimum = match self.require {
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
    fn free_word(self, queries: &[Query], index: usize, text: &str) -> Vec<Clause> {
        let neighbours = [index.checked_sub(1).map(|before| (before, index)), Some((index, index + 1))];
        let compounds = neighbours.into_iter().flatten().filter_map(|pair| self.compound(queries, pair));
        let half = |pattern| Clause::Boost { clause: Box::new(self::text(None, pattern)), factor: 0.5 };
        let compounds: Vec<_> = compounds.map(half).collect();
        let own = self.pieces(None, text);
        if compounds.is_empty() || own.is_empty() {
            return own;
        }
        vec![Clause::Best(std::iter::once(all(own)).chain(compounds).collect())]
    }

    fn compound(self, queries: &[Query], (first, second): (usize, usize)) -> Option<Pattern> {
        match (queries.get(first)?, queries.get(second)?) {
            (Query::Word { field: None, text: first }, Query::Word { field: None, text: second }) => {
                joined(first, second, self.languages)
            }
            _ => None,
        }
    }

    fn pieces(self, field: Option<Field>, text: &str) -> Vec<Clause> {
        pieces(text, self.languages).into_iter().map(|pattern| self::text(field, pattern)).collect()
    }

    /// What one thing that stands in a text is looked for by.
    fn pattern(self, query: &Query) -> Pattern {
        match query {
            Query::Word { text, .. } => match pieces(text, self.languages).as_slice() {
                [only] => only.clone(),
                _ => Pattern::phrase(text, self.languages),
            },
            Query::Phrase { text, .. } | Query::Exact { text, .. } => Pattern::phrase(text, self.languages),
            Query::Wildcard { text, .. } => match unspaced_beginning(text) {
                Some(letters) => Pattern::phrase(letters, self.languages),
                None => Pattern::open(Open::wildcard(text, self.languages)),
            },
            Query::Fuzzy { text, distance, .. } => match Open::fuzzy(text, *distance, self.languages) {
                Some(open) => Pattern::open(open),
                None => Pattern::phrase(text, self.languages),
            },
            _ => Pattern::default(),
        }
    }

    fn loose(self, field: Option<Field>, text: &str, gap: u32) -> Clause {
        let tokens = Analyzer::of(Language::UNDETERMINED).tokens(text).into_iter();
        let words = tokens.filter(|token| token.span == 1);
        let patterns = words.map(|token| Pattern::phrase(&text[token.range], self.languages));
        near(field, patterns.filter(|pattern| !pattern.is_blank()).collect(), gap)
    }

    fn near(self, queries: &[Query], gap: u32) -> Clause {
        let patterns: Vec<_> = queries.iter().map(|query| self.pattern(query)).collect();
        near(queries.first().and_then(field_of), patterns, gap)
    }

    /// Bare words that stand side by side and both say what the question is about.
    fn neighbours(self, queries: &[Query], languages: &[Language]) -> Vec<Pattern> {
        let tells =
            |text: &str| self.pieces(None, text).iter().all(|clause| !is_stop_word(clause, languages));
        let pair = |pair: &[Query]| match pair {
            [Query::Word { field: None, text: first }, Query::Word { field: None, text: second }]
                if tells(first) && tells(second) =>
            {
                Some(Pattern::word(&format!("{first} {second}"), self.languages))
            }
            _ => None,
        };
        queries.windows(2).filter_map(pair).collect()
    }
}

/// Whether a clause among words side by side holds in every mode.
fn is_fixed(query: &Query) -> bool {
    match query {
        Query::Not(_)
        | Query::Language(_)
        | Query::Kind(_)
        | Query::Date(_)
        | Query::Country(_)
        | Query::Mentions(_) => true,
        Query::And(queries) | Query::Or(queries) | Query::Near { clauses: queries, .. } => {
            queries.iter().all(is_fixed)
        }
        Query::Boost { query, .. } => is_fixed(query),
        Query::Words(_) | Query::All | Query::Paragraph(_) => false,
        leaf => field_of(leaf).is_some(),
    }
}

/// The field that a word or the like is asked of.
fn field_of(query: &Query) -> Option<Field> {
    match query {
        Query::Word { field, .. }
        | Query::Phrase { field, .. }
        | Query::Loose { field, .. }
        | Query::Exact { field, .. }
        | Query::Wildcard { field, .. }
        | Query::Fuzzy { field, .. } => *field,
        _ => None,
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

fn near(field: Option<Field>, mut patterns: Vec<Pattern>, gap: u32) -> Clause {
    match patterns.len() {
        0 => Clause::Nothing,
        1 => text(field, patterns.swap_remove(0)),
        _ if patterns.iter().any(Pattern::is_blank) => Clause::Nothing,
        _ => Clause::Near { scope: scope(field), patterns, gap },
    }
}

fn text(field: Option<Field>, pattern: Pattern) -> Clause {
    if pattern.is_blank() {
        return Clause::Nothing;
    }
    Clause::Text { scope: scope(field), pattern }
}

fn scope(field: Option<Field>) -> Scope {
    match field {
        None | Some(Field::Kind | Field::Date | Field::Language | Field::Country | Field::Mentions) => {
            Scope::Text
        }
        Some(Field::Title) => Scope::Title,
        Some(Field::Body) => Scope::Body,
        Some(Field::Speaker) => Scope::Speaker,
        Some(Field::Organisation) => Scope::Organisation,
        Some(Field::Event) => Scope::Event,
        Some(Field::Place) => Scope::Place,
    }
}

fn is(facet: Facet, value: &str) -> Clause {
    Clause::Is { facet, value: value.to_owned() }
}
