//! A plan becomes a Tantivy query.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur, Query,
    RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use verbale_query::DateRange;

use super::document::day_number;
use super::fields::{Fields, TextFields};
use super::statistics::Statistics;
use super::word::{Form, Place, WordQuery, counts};
use crate::{Clause, Pattern, Ranking, Scope};

/// Compiles plans against the statistics of one searcher.
pub(super) struct Compiler<'c> {
    pub(super) fields: &'c Fields,
    pub(super) statistics: Statistics<'c>,
    pub(super) ranking: Ranking,
}

impl Compiler<'_> {
    pub(super) fn query(&self, clause: &Clause) -> tantivy::Result<Box<dyn Query>> {
        Ok(match clause {
            Clause::Everything => Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0)),
            Clause::Nothing => Box::new(EmptyQuery),
            Clause::Text { scope, pattern } => Box::new(self.text(*scope, pattern)?),
            Clause::All(clauses) => self.all(clauses)?,
            Clause::Some { minimum, clauses } => {
                let queries = clauses.iter().map(|clause| Ok((Occur::Should, self.query(clause)?)));
                let queries = queries.collect::<tantivy::Result<_>>()?;
                Box::new(BooleanQuery::with_minimum_required_clauses(queries, *minimum))
            }
            Clause::Best(clauses) => {
                let queries =
                    clauses.iter().map(|clause| self.query(clause)).collect::<tantivy::Result<_>>()?;
                Box::new(DisjunctionMaxQuery::new(queries))
            }
            Clause::Boost { clause, factor } => Box::new(BoostQuery::new(self.query(clause)?, *factor)),
            Clause::Prefer { clause, preferred, pairs } => {
                let mut queries = vec![(Occur::Must, self.query(clause)?)];
                for clause in preferred {
                    queries.push((Occur::Should, self.query(clause)?));
                }
                if self.ranking.pairs > 0.0 {
                    for pair in pairs {
                        queries.push((Occur::Should, Box::new(self.pair(pair)?)));
                    }
                }
                Box::new(BooleanQuery::new(queries))
            }
            Clause::Not(_) => self.all(std::slice::from_ref(clause))?,
            Clause::Language(language) => keyword(self.fields.language, language.code()),
            Clause::Kind(kind) => keyword(self.fields.kind, kind.name()),
            Clause::Date(range) => self.date(range),
        })
    }

    fn all(&self, clauses: &[Clause]) -> tantivy::Result<Box<dyn Query>> {
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

    /// The forms of a word in the different languages are alternatives of which the best one scores.
    pub(super) fn text(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<WordQuery> {
        let ranking = self.ranking;
        let mut forms: Vec<Form> = Vec::new();
        if let Some(field) = self.fields.metadata(scope) {
            let stems = pattern.stems.iter().map(|(_, stems)| stems);
            let mut alternatives: Vec<_> = pattern.exact.iter().chain(stems).collect();
            alternatives.sort();
            alternatives.dedup();
            for words in alternatives {
                let place = self.place(field, words, 1.0, ranking.b)?;
                forms.push(Form { weight: self.rarity(&place.terms)?, places: vec![place] });
            }
            return Ok(WordQuery::new(forms, ranking.k1));
        }
        let of_word = self.rarity_of_word(pattern)?;
        for (language, stems) in &pattern.stems {
            if let Some(fields) = self.statistics.stems(*language) {
                forms.push(self.form(scope, fields, stems, of_word)?);
            }
        }
        let exact = match pattern.stems.is_empty() {
            true => 1.0,
            false if pattern.is_pair() => ranking.parts,
            false => ranking.exact,
        };
        for words in &pattern.exact {
            let form = self.form(scope, self.fields.exact, words, of_word)?;
            forms.push(Form { weight: form.weight * exact, ..form });
        }
        Ok(WordQuery::new(forms, ranking.k1))
    }

    /// How rare the words of a pattern are, in the form of them that is most frequent; 0 if no statement can have them.
    pub(super) fn rarity_of(&self, pattern: &Pattern) -> tantivy::Result<f32> {
        if let Some(rarity) = self.rarity_of_word(pattern)? {
            return Ok(rarity);
        }
        let mut least: Option<f32> = None;
        for words in &pattern.exact {
            let terms: Vec<Term> =
                words.iter().map(|word| Term::from_field_text(self.fields.exact.body, word)).collect();
            let rarity = self.rarity(&terms)?;
            least = Some(least.map_or(rarity, |least| least.min(rarity)));
        }
        Ok(least.unwrap_or_default())
    }

    /// Words that are neighbours in the query, in title or text.
    pub(super) fn pair(&self, pattern: &Pattern) -> tantivy::Result<WordQuery> {
        Ok(self.text(Scope::Text, pattern)?.times(self.ranking.pairs))
    }

    fn form(
        &self,
        scope: Scope,
        fields: TextFields,
        words: &[String],
        of_word: Option<f32>,
    ) -> tantivy::Result<Form> {
        let Ranking { b, title, title_b, .. } = self.ranking;
        let body = self.place(fields.body, words, 1.0, b)?;
        let weight = match of_word {
            Some(rarity) if words.len() == 1 => rarity,
            _ => self.rarity(&body.terms)?,
        };
        let places = match scope {
            Scope::Body => vec![body],
            Scope::Title => vec![self.place(fields.title, words, title, title_b)?],
            _ => vec![body, self.place(fields.title, words, title, title_b)?],
        };
        Ok(Form { weight, places })
    }

    /// A field in which any of `terms` is looked for.
    pub(super) fn any(&self, field: Field, terms: Vec<Term>) -> tantivy::Result<Place> {
        let Ranking { b, title, title_b, .. } = self.ranking;
        let (weight, b) = if self.fields.is_title(field) { (title, title_b) } else { (1.0, b) };
        Ok(Place { terms, any: true, counts: counts(weight, b, self.statistics.average_length(field)?) })
    }

    fn place(&self, field: Field, words: &[String], weight: f32, b: f32) -> tantivy::Result<Place> {
        let terms = words.iter().map(|word| Term::from_field_text(field, word)).collect();
        Ok(Place { terms, any: false, counts: counts(weight, b, self.statistics.average_length(field)?) })
    }

    /// Words one behind the other are as rare as all of them together.
    fn rarity(&self, terms: &[Term]) -> tantivy::Result<f32> {
        let mut sum = 0.0;
        for term in terms {
            let frequency = self.statistics.frequency(std::slice::from_ref(term))?;
            sum += self.statistics.rarity(frequency);
        }
        Ok(sum)
    }

    /// A word is as frequent as its stems, or as its exact forms if these are more frequent: in a text whose language
    /// can't write it, it has no stem.
    fn rarity_of_word(&self, pattern: &Pattern) -> tantivy::Result<Option<f32>> {
        let term = |field: Field, words: &[String]| match words {
            [only] => Some(Term::from_field_text(field, only)),
            _ => None,
        };
        let stems = pattern
            .stems
            .iter()
            .filter_map(|(language, stems)| term(self.statistics.stems(*language)?.body, stems));
        let stems: Vec<Term> = stems.collect();
        if stems.is_empty() {
            return Ok(None);
        }
        let exact = pattern.exact.iter().filter_map(|words| term(self.fields.exact.body, words));
        let exact: Vec<Term> = exact.collect();
        let frequency = self.statistics.frequency(&stems)?.max(self.statistics.frequency(&exact)?);
        Ok(Some(self.statistics.rarity(frequency)))
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

fn keyword(field: Field, value: &str) -> Box<dyn Query> {
    unscored(Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic)))
}

/// A condition that says nothing about how well a statement answers the query.
fn unscored(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}
