//! What a query tree asks of a statement. The rules, in words:
//!
//! - What has no word in it (a lone sign) asks for nothing, and is left out of what it is part of.
//! - Of clauses *side by side*, those that name a field, filter or exclude hold in any case. Of the others all have to
//!   match, or more than half, or one, as the mode says; of a word that is several each counts.
//! - Where one is enough, stop words of the question's language are left out, if anything else is left. The question's
//!   languages are those in which it has the most stop words. A word with a weight of its own is none.
//! - A word that is a prefix together with its neighbour (non proliferation) is also found written as one with it.
//! - Words *near* each other stand in one title, paragraph or value.
//! - What stands in *one paragraph* is met by that paragraph alone; what is excluded in it, that paragraph lacks.

use verbale_analysis::{Analyzer, field_languages};
use verbale_query::{DateRange, Query};
use verbale_statement::{Country, Field, Kind, Language, Mentioned};

use crate::corpus::Corpus;
use crate::sought::Sought;
use crate::words;

/// How many clauses that stand side by side have to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    All,
    Most,
    Any,
}

/// What a statement, or a paragraph, has to be like.
#[derive(Debug, Clone)]
pub enum Meaning {
    Everything,
    /// In a field; in title or text if it is none.
    Word(Option<Field>, Sought),
    /// With so many other words among them.
    Near(Option<Field>, Vec<Sought>, u32),
    Paragraph(Box<Meaning>),
    /// So many of these, or more.
    AtLeast(usize, Vec<Meaning>),
    Not(Box<Meaning>),
    Language(Language),
    Kind(Kind),
    Country(Country),
    Mentions(Mentioned),
    Date(DateRange),
}

/// What `query` asks for in statements of `corpus`; none if it asks for nothing.
pub fn meaning(query: &Query, mode: Mode, corpus: &Corpus) -> Option<Meaning> {
    Reading { mode, corpus, languages: &corpus.languages }.of(query)
}

#[derive(Clone, Copy)]
struct Reading<'c> {
    mode: Mode,
    corpus: &'c Corpus,
    languages: &'c [Language],
}

impl Reading<'_> {
    fn of(self, query: &Query) -> Option<Meaning> {
        let each = |queries: &[Query]| queries.iter().filter_map(|query| self.of(query)).collect();
        Some(match query {
            Query::All => Meaning::Everything,
            Query::Words(queries) => return self.side_by_side(queries),
            Query::And(queries) => return all(each(queries)),
            Query::Or(queries) => return at_least(1, each(queries)),
            Query::Not(query) => Meaning::Not(Box::new(self.of(query)?)),
            Query::Word { field, text } => {
                let pieces = self.pieces(*field, text);
                return if self.mode == Mode::Any { at_least(1, pieces) } else { all(pieces) };
            }
            Query::Phrase { field, .. }
            | Query::Exact { field, .. }
            | Query::Wildcard { field, .. }
            | Query::Fuzzy { field, .. } => Meaning::Word(*field, self.sought(query)?),
            Query::Loose { field, text, gap } => {
                return near(*field, words::words_of(text, self.languages), *gap);
            }
            Query::Near { clauses, gap } => {
                let sought = clauses.iter().map(|clause| self.sought(clause)).collect::<Option<Vec<_>>>()?;
                return near(field(clauses.first()?), sought, *gap);
            }
            Query::Paragraph(query) => match self.of(query)? {
                Meaning::Everything => Meaning::Everything,
                meaning => Meaning::Paragraph(Box::new(meaning)),
            },
            Query::Boost { query, .. } => Meaning::AtLeast(1, vec![self.of(query)?]),
            Query::Language(language) => Meaning::Language(*language),
            Query::Kind(kind) => Meaning::Kind(*kind),
            Query::Country(country) => Meaning::Country(*country),
            Query::Mentions(mentioned) => Meaning::Mentions(mentioned.clone()),
            Query::Date(range) => Meaning::Date(*range),
        })
    }

    fn pieces(self, field: Option<Field>, text: &str) -> Vec<Meaning> {
        words::pieces(text, self.languages).into_iter().map(|sought| Meaning::Word(field, sought)).collect()
    }

    /// The one thing that a clause looks for; none if there is no word in it.
    fn sought(self, query: &Query) -> Option<Sought> {
        let sought = match query {
            Query::Word { text, .. } => {
                let mut pieces = words::pieces(text, self.languages);
                if pieces.len() == 1 { pieces.pop()? } else { words::quotation(text, self.languages) }
            }
            Query::Phrase { text, .. } | Query::Exact { text, .. } => words::quotation(text, self.languages),
            Query::Wildcard { text, .. } => words::wildcard(text, self.corpus),
            Query::Fuzzy { text, distance, .. } => words::fuzzy(text, *distance, self.corpus),
            _ => return None,
        };
        (!sought.0.is_empty()).then_some(sought)
    }

    fn side_by_side(self, queries: &[Query]) -> Option<Meaning> {
        let (fixed, free): (Vec<usize>, Vec<usize>) =
            (0..queries.len()).partition(|at| holds_always(&queries[*at]));
        let mut required: Vec<Meaning> = fixed.into_iter().filter_map(|at| self.of(&queries[at])).collect();
        let mut counted: Vec<Meaning> = free.into_iter().flat_map(|at| self.counted(queries, at)).collect();
        if self.mode == Mode::Any {
            counted = telling(counted);
        }
        let needed = match self.mode {
            Mode::All => counted.len(),
            Mode::Most => counted.len() / 2 + 1,
            Mode::Any => 1,
        };
        required.extend(at_least(needed, counted));
        all(required)
    }

    /// What the mode counts of one of several clauses side by side.
    fn counted(self, queries: &[Query], at: usize) -> Vec<Meaning> {
        let Query::Word { field: None, text } = &queries[at] else {
            return self.of(&queries[at]).into_iter().collect();
        };
        let pieces = self.pieces(None, text);
        let text_at = |at: usize| match queries.get(at) {
            Some(Query::Word { field: None, text }) => Some(text),
            _ => None,
        };
        let before =
            at.checked_sub(1).and_then(text_at).and_then(|it| words::as_one(it, text, self.languages));
        let behind = text_at(at + 1).and_then(|it| words::as_one(text, it, self.languages));
        let joined: Vec<_> = before.into_iter().chain(behind).map(|own| Meaning::Word(None, own)).collect();
        if joined.is_empty() || pieces.is_empty() {
            return pieces;
        }
        at_least(1, all(pieces).into_iter().chain(joined).collect()).into_iter().collect()
    }
}

/// Whether a clause among others has to match in any mode.
fn holds_always(query: &Query) -> bool {
    match query {
        Query::Not(_)
        | Query::Language(_)
        | Query::Kind(_)
        | Query::Date(_)
        | Query::Country(_)
        | Query::Mentions(_) => true,
        Query::And(queries) | Query::Or(queries) | Query::Near { clauses: queries, .. } => {
            queries.iter().all(holds_always)
        }
        Query::Boost { query, .. } => holds_always(query),
        leaf => field(leaf).is_some(),
    }
}

fn field(query: &Query) -> Option<Field> {
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

/// The clauses without those that are but stop words of the question's languages; all of them if nothing would be left.
fn telling(clauses: Vec<Meaning>) -> Vec<Meaning> {
    let is_stop_word = |clause: &Meaning, language: Language| {
        let is_listed = |form: &str| Analyzer::of(language).is_stop_word(form);
        matches!(clause, Meaning::Word(_, sought) if sought.may_be(is_listed))
    };
    let count = |language: &Language| clauses.iter().filter(|clause| is_stop_word(clause, *language)).count();
    let most = field_languages().map(|language| count(&language)).max().unwrap_or(0);
    if most == 0 {
        return clauses;
    }
    let languages: Vec<Language> = field_languages().filter(|language| count(language) == most).collect();
    let tells = |clause: &&Meaning| !languages.iter().all(|language| is_stop_word(clause, *language));
    let telling: Vec<Meaning> = clauses.iter().filter(tells).cloned().collect();
    if telling.is_empty() { clauses } else { telling }
}

fn near(field: Option<Field>, mut sought: Vec<Sought>, gap: u32) -> Option<Meaning> {
    match sought.len() {
        0 | 1 => sought.pop().map(|only| Meaning::Word(field, only)),
        _ => Some(Meaning::Near(field, sought, gap)),
    }
}

fn all(meanings: Vec<Meaning>) -> Option<Meaning> {
    at_least(meanings.len(), meanings)
}

fn at_least(needed: usize, mut meanings: Vec<Meaning>) -> Option<Meaning> {
    match meanings.len() {
        0 | 1 => meanings.pop(),
        _ => Some(Meaning::AtLeast(needed, meanings)),
    }
}
