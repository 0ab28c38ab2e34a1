//! A plan becomes a Tantivy query.

use std::sync::Arc;

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur, Query,
    TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Term};
use verbale_statement::StatementId;

use super::days::DaysQuery;
use super::document::day_number;
use super::fields::Fields;
use super::prefer::{PreferQuery, Threshold};
use super::statistics::Statistics;
use super::word::{Form, Place, WordQuery, counts, field};
use crate::{Clause, Pattern, Ranking, Scope};

/// Compiles plans against the statistics of one searcher.
pub(super) struct Compiler<'c> {
    pub(super) fields: &'c Fields,
    pub(super) statistics: &'c Statistics,
    pub(super) ranking: Ranking,
}

impl Compiler<'_> {
    /// A query whose scores may be too low where they are below `threshold`.
    pub(super) fn pruned(&self, clause: &Clause, threshold: &Threshold) -> tantivy::Result<Box<dyn Query>> {
        match clause {
            Clause::Prefer { clause, preferred, pairs } => {
                Ok(Box::new(self.prefer(clause, preferred, pairs, threshold)?))
            }
            Clause::All(clauses) => {
                let scored = |clause: &&Clause| !clause.is_unscored();
                let alone = clauses.iter().filter(scored).count() == 1;
                let threshold = if alone { threshold.clone() } else { Threshold::default() };
                self.all(clauses, |clause| self.pruned(clause, &threshold))
            }
            other => self.query(other),
        }
    }

    pub(super) fn query(&self, clause: &Clause) -> tantivy::Result<Box<dyn Query>> {
        Ok(match clause {
            Clause::Everything => Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0)),
            Clause::Nothing => Box::new(EmptyQuery),
            Clause::Text { scope, pattern } => Box::new(self.text(*scope, pattern)?),
            Clause::Near { scope, patterns, gap } => Box::new(self.near(*scope, patterns, *gap)?),
            Clause::Paragraph(clause) => Box::new(self.paragraph(clause)?),
            Clause::All(clauses) => self.all(clauses, |clause| self.query(clause))?,
            Clause::Some { minimum, clauses } => {
                let queries = clauses.iter().map(|clause| Ok((Occur::Should, self.query(clause)?)));
                let queries = queries.collect::<tantivy::Result<_>>()?;
                Box::new(BooleanQuery::with_minimum_required_clauses(queries, *minimum))
            }
            Clause::Best(clauses) => {
                let queries = clauses.iter().map(|clause| self.query(clause));
                Box::new(DisjunctionMaxQuery::new(queries.collect::<tantivy::Result<_>>()?))
            }
            Clause::Prefer { clause, preferred, pairs } => {
                Box::new(self.prefer(clause, preferred, pairs, &Threshold::default())?)
            }
            Clause::Boost { clause, factor } => Box::new(BoostQuery::new(self.query(clause)?, *factor)),
            Clause::Not(_) => self.all(std::slice::from_ref(clause), |clause| self.query(clause))?,
            Clause::Is { facet, value } => {
                let value = Term::from_field_text(self.fields.facet(*facet), value);
                unscored(Box::new(TermQuery::new(value, IndexRecordOption::Basic)))
            }
            Clause::Date(range) => Box::new(DaysQuery {
                from: range.from.map(|from| day_number(from.first_day())),
                to: range.to.map(|to| day_number(to.last_day())),
            }),
            Clause::Neighbours(statements) => {
                let scored = |(id, score): &(StatementId, f32)| {
                    let own: Box<dyn Query> = Box::new(self.statement(id));
                    (Occur::Should, Box::new(ConstScoreQuery::new(own, *score)) as Box<dyn Query>)
                };
                Box::new(BooleanQuery::new(statements.iter().map(scored).collect()))
            }
        })
    }

    /// The statement `id`.
    pub(super) fn statement(&self, id: &StatementId) -> TermQuery {
        TermQuery::new(Term::from_field_text(self.fields.id, id.as_str()), IndexRecordOption::Basic)
    }

    fn all(
        &self,
        clauses: &[Clause],
        query: impl Fn(&Clause) -> tantivy::Result<Box<dyn Query>>,
    ) -> tantivy::Result<Box<dyn Query>> {
        let mut queries: Vec<(Occur, Box<dyn Query>)> = Vec::with_capacity(clauses.len() + 1);
        for clause in clauses {
            queries.push(match clause {
                Clause::Not(excluded) => (Occur::MustNot, self.query(excluded)?),
                required => (Occur::Must, query(required)?),
            });
        }
        if queries.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            queries.push((Occur::Must, self.query(&Clause::Everything)?));
        }
        Ok(Box::new(BooleanQuery::new(queries)))
    }

    fn prefer(
        &self,
        clause: &Clause,
        preferred: &[Clause],
        pairs: &[Pattern],
        threshold: &Threshold,
    ) -> tantivy::Result<PreferQuery> {
        let mut required = self.query(clause)?;
        if !preferred.is_empty() {
            let mut queries = vec![(Occur::Must, required)];
            for clause in preferred {
                queries.push((Occur::Should, self.query(clause)?));
            }
            required = Box::new(BooleanQuery::new(queries));
        }
        let pairs = if self.ranking.pairs > 0.0 { pairs } else { &[] };
        let pairs = pairs.iter().map(|pair| self.pair(pair)).collect::<tantivy::Result<_>>()?;
        Ok(PreferQuery { required: required.into(), pairs, threshold: threshold.clone() })
    }

    /// The forms of a word in the different languages are alternatives of which the best one scores.
    pub(super) fn text(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<WordQuery> {
        let ranking = self.ranking;
        let of_word = self.rarity_of_word(scope, pattern)?;
        let mut forms: Vec<Form> = Vec::new();
        for (language, stems) in &pattern.stems {
            let fields = self.stem_terms(scope, *language, stems);
            forms.extend(self.form(fields, of_word)?);
        }
        let exact = match pattern.stems.is_empty() || self.fields.metadata(scope).is_some() {
            true => 1.0,
            false if pattern.is_pair() => ranking.parts,
            false => ranking.exact,
        };
        for words in &pattern.exact {
            let form = self.form(self.exact_terms(scope, words), of_word)?;
            forms.extend(form.map(|form| Form { weight: form.weight * exact, ..form }));
        }
        for (word, distance) in &pattern.similar {
            let form = self.form(self.exact_terms(scope, std::slice::from_ref(word)), of_word)?;
            let counts = ranking.fuzzy.powi(i32::from(*distance));
            forms.extend(form.map(|form| Form { weight: form.weight * counts, ..form }));
        }
        Ok(WordQuery::new(forms, ranking.k1, self.statistics.lexicon().clone()))
    }

    /// Words that are neighbours in the query, in title or text.
    pub(super) fn pair(&self, pattern: &Pattern) -> tantivy::Result<WordQuery> {
        Ok(self.text(Scope::Text, pattern)?.times(self.ranking.pairs))
    }

    /// A form that is looked for by these terms, field by field; none if there are none.
    fn form(&self, fields: Vec<Vec<Term>>, of_word: Option<f32>) -> tantivy::Result<Option<Form>> {
        let Some(first) = fields.first() else { return Ok(None) };
        let weight = match of_word {
            Some(rarity) if first.len() == 1 => rarity,
            _ => self.rarity(first)?,
        };
        let places = fields.into_iter().map(|terms| self.place(terms, false)).collect();
        Ok(Some(Form { weight, places }))
    }

    /// The field in which `terms` are looked for: `any` of them, or all one behind the other.
    pub(super) fn place(&self, terms: Vec<Term>, any: bool) -> Place {
        let counts = self.counts(field(&terms));
        Place { terms, any, counts }
    }

    /// What an occurrence in a field counts, by its length.
    pub(super) fn counts(&self, field: Field) -> Arc<[Score; 256]> {
        let Ranking { b, title, title_b, .. } = self.ranking;
        let (weight, b) = if self.fields.is_title(field) { (title, title_b) } else { (1.0, b) };
        counts(weight, b, self.statistics.average_length(field))
    }
}

/// A condition that says nothing about how well a statement answers the query.
fn unscored(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}
