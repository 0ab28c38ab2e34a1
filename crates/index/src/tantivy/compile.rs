//! A plan becomes a Tantivy query.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur, PhraseQuery,
    Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use verbale_query::DateRange;

use super::document::day_number;
use super::fields::{Fields, TextFields};
use super::statistics::Statistics;
use crate::{Clause, Pattern, Scope};

/// How much more a word in the title counts than one in the text.
const TITLE_WEIGHT: f32 = 2.0;

/// What the exact parts of a word count that has stems, too. Scores of phrases add up the rarity of their parts, so
/// two characters of Chinese would count twice what their pair does.
const PARTS_WEIGHT: f32 = 0.05;

pub(super) struct Compiler<'c, 's> {
    pub(super) fields: &'c Fields,
    pub(super) statistics: &'c mut Statistics<'s>,
}

impl Compiler<'_, '_> {
    pub(super) fn query(&mut self, clause: &Clause) -> tantivy::Result<Box<dyn Query>> {
        Ok(match clause {
            Clause::Everything => Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0)),
            Clause::Nothing => Box::new(EmptyQuery),
            Clause::Text { scope, pattern } => self.text(*scope, pattern)?,
            Clause::All(clauses) => self.all(clauses)?,
            Clause::Some { minimum, clauses } => {
                let queries = clauses.iter().map(|clause| Ok((Occur::Should, self.query(clause)?)));
                let queries = queries.collect::<tantivy::Result<_>>()?;
                Box::new(BooleanQuery::with_minimum_required_clauses(queries, *minimum))
            }
            Clause::Not(_) => self.all(std::slice::from_ref(clause))?,
            Clause::Language(language) => keyword(self.fields.language, language.code()),
            Clause::Kind(kind) => keyword(self.fields.kind, kind.name()),
            Clause::Date(range) => self.date(range),
        })
    }

    fn all(&mut self, clauses: &[Clause]) -> tantivy::Result<Box<dyn Query>> {
        let mut queries: Vec<(Occur, Box<dyn Query>)> = Vec::with_capacity(clauses.len() + 1);
        for clause in clauses {
            queries.push(match clause {
                Clause::Not(excluded) => (Occur::MustNot, self.query(excluded)?),
                required => (Occur::Must, self.query(required)?),
            });
        }
        if queries.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            queries.push((Occur::Must, self.query(&Clause::Everything)?));
        }
        Ok(Box::new(BooleanQuery::new(queries)))
    }

    /// The forms of a word in the different languages are alternatives of which the best one scores; title and
    /// text add up.
    fn text(&mut self, scope: Scope, pattern: &Pattern) -> tantivy::Result<Box<dyn Query>> {
        if let Some(field) = self.fields.metadata(scope) {
            let stems = pattern.stems.iter().map(|(_, stems)| stems);
            let mut phrases: Vec<_> =
                pattern.exact.iter().chain(stems).map(|forms| terms(field, forms)).collect();
            phrases.sort();
            phrases.dedup();
            return Ok(Box::new(DisjunctionMaxQuery::new(phrases.into_iter().map(phrase).collect())));
        }
        let mut alternatives: Vec<(TextFields, &Vec<String>)> = Vec::new();
        for (language, stems) in &pattern.stems {
            alternatives.extend(self.fields.stems(*language).map(|fields| (fields, stems)));
        }
        self.join_statistics(pattern, &alternatives)?;
        let mut queries: Vec<Box<dyn Query>> =
            alternatives.into_iter().map(|(fields, forms)| in_scope(scope, fields, forms)).collect();
        for forms in &pattern.exact {
            let query = in_scope(scope, self.fields.exact, forms);
            queries.push(match forms.len() {
                2.. if !pattern.stems.is_empty() => Box::new(BoostQuery::new(query, PARTS_WEIGHT)),
                _ => query,
            });
        }
        Ok(Box::new(DisjunctionMaxQuery::new(queries)))
    }

    fn join_statistics(
        &mut self,
        pattern: &Pattern,
        stems: &[(TextFields, &Vec<String>)],
    ) -> tantivy::Result<()> {
        let one = |forms: &[String]| (forms.len() == 1).then(|| forms[0].clone());
        let counted: Vec<Term> = stems
            .iter()
            .filter_map(|(fields, forms)| Some(Term::from_field_text(fields.body, &one(forms)?)))
            .collect();
        if counted.is_empty() {
            return Ok(());
        }
        let titles = stems
            .iter()
            .filter_map(|(fields, forms)| Some(Term::from_field_text(fields.title, &one(forms)?)));
        let exact = |field: Field| {
            let forms = pattern.exact.iter().filter_map(|forms| one(forms));
            forms.map(move |form| Term::from_field_text(field, &form))
        };
        let exact_titles = exact(self.fields.exact.title);
        let exact: Vec<Term> = exact(self.fields.exact.body).collect();
        let terms: Vec<Term> =
            counted.iter().cloned().chain(titles).chain(exact_titles).chain(exact.iter().cloned()).collect();
        self.statistics.join(&terms, &counted, &exact)
    }

    /// Statements whose possible days overlap the range: one dated 2019 may have been made in March 2019.
    fn date(&self, range: &DateRange) -> Box<dyn Query> {
        let bound = |field: Field, day| Bound::Included(Term::from_field_i64(field, day_number(day)));
        let mut queries: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        if let Some(from) = range.from {
            let query = RangeQuery::new(bound(self.fields.last_day, from.first_day()), Bound::Unbounded);
            queries.push((Occur::Must, unscored(Box::new(query))));
        }
        if let Some(to) = range.to {
            let query = RangeQuery::new(Bound::Unbounded, bound(self.fields.first_day, to.last_day()));
            queries.push((Occur::Must, unscored(Box::new(query))));
        }
        Box::new(BooleanQuery::new(queries))
    }
}

fn in_scope(scope: Scope, fields: TextFields, forms: &[String]) -> Box<dyn Query> {
    let body = || phrase(terms(fields.body, forms));
    let title = || phrase(terms(fields.title, forms));
    match scope {
        Scope::Body => body(),
        Scope::Title => title(),
        _ => Box::new(BooleanQuery::union(vec![body(), Box::new(BoostQuery::new(title(), TITLE_WEIGHT))])),
    }
}

fn terms(field: Field, forms: &[String]) -> Vec<Term> {
    forms.iter().map(|form| Term::from_field_text(field, form)).collect()
}

/// Terms that follow each other; one term alone is none of Tantivy's phrases.
fn phrase(mut terms: Vec<Term>) -> Box<dyn Query> {
    match terms.len() {
        0 => Box::new(EmptyQuery),
        1 => Box::new(TermQuery::new(terms.swap_remove(0), IndexRecordOption::WithFreqs)),
        _ => Box::new(PhraseQuery::new(terms)),
    }
}

fn keyword(field: Field, value: &str) -> Box<dyn Query> {
    unscored(Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic)))
}

/// A condition that says nothing about how well a statement answers the query.
fn unscored(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}
