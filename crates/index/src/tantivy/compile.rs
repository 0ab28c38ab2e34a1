//! A plan becomes a Tantivy query.

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, Occur, Query,
    TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use verbale_query::DateRange;

use super::dates::DatesQuery;
use super::document::day_number;
use super::fields::{Fields, TextFields, stem_term};
use super::prefer::{PreferQuery, Threshold};
use super::statistics::Statistics;
use super::word::{Form, Place, WordQuery, counts};
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
            Clause::Date(range) => Box::new(dates(range)),
        })
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
            let places = self.stem_places(scope, *language, stems);
            forms.extend(self.form(places, of_word)?);
        }
        let exact = match pattern.stems.is_empty() || self.fields.metadata(scope).is_some() {
            true => 1.0,
            false if pattern.is_pair() => ranking.parts,
            false => ranking.exact,
        };
        for words in &pattern.exact {
            let form = self.form(self.exact_places(scope, words), of_word)?;
            forms.extend(form.map(|form| Form { weight: form.weight * exact, ..form }));
        }
        for (word, distance) in &pattern.similar {
            let form = self.form(self.exact_places(scope, std::slice::from_ref(word)), of_word)?;
            let counts = ranking.fuzzy.powi(i32::from(*distance));
            forms.extend(form.map(|form| Form { weight: form.weight * counts, ..form }));
        }
        Ok(WordQuery::new(forms, ranking.k1))
    }

    /// Words that are neighbours in the query, in title or text.
    pub(super) fn pair(&self, pattern: &Pattern) -> tantivy::Result<WordQuery> {
        Ok(self.text(Scope::Text, pattern)?.times(self.ranking.pairs))
    }

    /// Where stems of a language are looked for; nowhere if no statement has text in it.
    pub(super) fn stem_places(
        &self,
        scope: Scope,
        language: verbale_statement::Language,
        stems: &[String],
    ) -> Vec<Place> {
        if let Some(field) = self.fields.metadata(scope) {
            let terms = stems.iter().map(|stem| stem_term(language, stem));
            return vec![self.place(field, terms, 1.0, self.ranking.b)];
        }
        self.statistics.stems(language).map_or_else(Vec::new, |fields| self.places(scope, fields, stems))
    }

    /// Where exact forms are looked for.
    pub(super) fn exact_places(&self, scope: Scope, words: &[String]) -> Vec<Place> {
        match self.fields.metadata(scope) {
            Some(field) => vec![self.place(field, words.iter().cloned(), 1.0, self.ranking.b)],
            None => self.places(scope, self.fields.exact, words),
        }
    }

    fn places(&self, scope: Scope, fields: TextFields, words: &[String]) -> Vec<Place> {
        let Ranking { b, title, title_b, .. } = self.ranking;
        let body = || self.place(fields.body, words.iter().cloned(), 1.0, b);
        let title = || self.place(fields.title, words.iter().cloned(), title, title_b);
        match scope {
            Scope::Body => vec![body()],
            Scope::Title => vec![title()],
            _ => vec![body(), title()],
        }
    }

    fn place(&self, field: Field, words: impl Iterator<Item = String>, weight: f32, b: f32) -> Place {
        let terms = words.map(|word| Term::from_field_text(field, &word)).collect();
        Place { terms, any: false, counts: counts(weight, b, self.statistics.average_length(field)) }
    }

    /// A field in which any of `terms` is looked for.
    pub(super) fn any(&self, field: Field, terms: Vec<Term>) -> Place {
        let Ranking { b, title, title_b, .. } = self.ranking;
        let (weight, b) = if self.fields.is_title(field) { (title, title_b) } else { (1.0, b) };
        Place { terms, any: true, counts: counts(weight, b, self.statistics.average_length(field)) }
    }

    /// A form that is looked for in these places; none if there are none.
    fn form(&self, places: Vec<Place>, of_word: Option<f32>) -> tantivy::Result<Option<Form>> {
        let Some(first) = places.first() else { return Ok(None) };
        let weight = match of_word {
            Some(rarity) if first.terms.len() == 1 => rarity,
            _ => self.rarity(&first.terms)?,
        };
        Ok(Some(Form { weight, places }))
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
    /// can't write it, it has no stem. One that stands for several is as frequent as all of them; of a quotation and
    /// the like each form has a frequency of its own.
    fn rarity_of_word(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<Option<f32>> {
        let term = |places: Vec<Place>| match places.into_iter().next()?.terms.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        let stems = pattern.stems.iter();
        let stems: Vec<Term> =
            stems.filter_map(|(language, stems)| term(self.stem_places(scope, *language, stems))).collect();
        if stems.is_empty() && pattern.open.is_none() {
            return Ok(None);
        }
        let similar = pattern.similar.iter().map(|(word, _)| std::slice::from_ref(word));
        let exact = pattern.exact.iter().map(Vec::as_slice).chain(similar);
        let exact: Vec<Term> = exact.filter_map(|words| term(self.exact_places(scope, words))).collect();
        let frequency = self.statistics.frequency(&stems)?.max(self.statistics.frequency(&exact)?);
        Ok(Some(self.statistics.rarity(frequency)))
    }

    /// What a pattern that has to stand near others weighs: what its word does, or its rarest form.
    pub(super) fn weight(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<f32> {
        if let Some(rarity) = self.rarity_of_word(scope, pattern)? {
            return Ok(rarity);
        }
        let mut most = 0.0_f32;
        for words in &pattern.exact {
            if let Some(place) = self.exact_places(scope, words).first() {
                most = most.max(self.rarity(&place.terms)?);
            }
        }
        Ok(most)
    }

    /// How rare the words of a pattern are, in the form of them that is most frequent; 0 if no statement can have them.
    pub(super) fn rarity_of(&self, pattern: &Pattern) -> tantivy::Result<f32> {
        if let Some(rarity) = self.rarity_of_word(Scope::Text, pattern)? {
            return Ok(rarity);
        }
        let mut least: Option<f32> = None;
        for words in &pattern.exact {
            if let Some(place) = self.exact_places(Scope::Text, words).first() {
                let rarity = self.rarity(&place.terms)?;
                least = Some(least.map_or(rarity, |least| least.min(rarity)));
            }
        }
        Ok(least.unwrap_or_default())
    }
}

/// A condition that says nothing about how well a statement answers the query.
fn unscored(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

fn dates(range: &DateRange) -> DatesQuery {
    DatesQuery {
        from: range.from.map_or(i64::MIN, |from| day_number(from.first_day())),
        to: range.to.map_or(i64::MAX, |to| day_number(to.last_day())),
    }
}
