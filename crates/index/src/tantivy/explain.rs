//! Why a statement has the score that it has.

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, Term};
use verbale_statement::StatementId;

use super::compile::Compiler;
use super::word::{Best, WordQuery};
use crate::{Clause, Contribution, Occurrence, Pattern, Scope};

impl Compiler<'_> {
    /// Where in the index the statement `id` is, if it matches `clause`.
    pub(super) fn find(
        &self,
        searcher: &Searcher,
        clause: &Clause,
        id: &StatementId,
    ) -> tantivy::Result<Option<DocAddress>> {
        let own =
            TermQuery::new(Term::from_field_text(self.fields.id, id.as_str()), IndexRecordOption::Basic);
        let query = BooleanQuery::intersection(vec![Box::new(own) as Box<dyn Query>, self.query(clause)?]);
        let found = searcher.search(&query, &TopDocs::with_limit(1).order_by_score())?;
        Ok(found.first().map(|(_, address)| *address))
    }

    /// What each word of `clause` adds to the score of the statement at `address`, which is their sum.
    pub(super) fn contributions(
        &self,
        searcher: &Searcher,
        clause: &Clause,
        address: DocAddress,
    ) -> tantivy::Result<Vec<Contribution>> {
        let sum = |clauses: &[Clause]| -> tantivy::Result<Vec<Contribution>> {
            let parts = clauses.iter().map(|clause| self.contributions(searcher, clause, address));
            Ok(parts.collect::<tantivy::Result<Vec<_>>>()?.concat())
        };
        match clause {
            Clause::Text { scope, pattern } => {
                self.of_word(searcher, *scope, pattern, &self.text(*scope, pattern)?, address)
            }
            Clause::All(clauses) | Clause::Some { clauses, .. } => sum(clauses),
            Clause::Best(clauses) => {
                let score = |clause| {
                    Some((self.query(clause).ok()?.explain(searcher, address).ok()?.value(), clause))
                };
                let best = clauses.iter().filter_map(score).max_by(|one, other| one.0.total_cmp(&other.0));
                best.map_or_else(
                    || Ok(Vec::new()),
                    |(_, clause)| self.contributions(searcher, clause, address),
                )
            }
            Clause::Boost { clause, factor } => {
                let mut all = self.contributions(searcher, clause, address)?;
                for contribution in &mut all {
                    contribution.weight *= factor;
                    contribution.score *= factor;
                }
                Ok(all)
            }
            Clause::Prefer { clause, preferred, pairs } => {
                let mut all = [sum(std::slice::from_ref(clause.as_ref()))?, sum(preferred)?].concat();
                for pair in pairs {
                    all.extend(self.of_word(searcher, Scope::Text, pair, &self.pair(pair)?, address)?);
                }
                Ok(all)
            }
            _ => Ok(Vec::new()),
        }
    }

    fn of_word(
        &self,
        searcher: &Searcher,
        scope: Scope,
        pattern: &Pattern,
        query: &WordQuery,
        address: DocAddress,
    ) -> tantivy::Result<Vec<Contribution>> {
        let best = query.best(searcher.segment_reader(address.segment_ord), address.doc_id)?;
        Ok(best.map(|best| contribution(searcher, scope, pattern, best)).into_iter().collect())
    }
}

pub(super) fn contribution(searcher: &Searcher, scope: Scope, pattern: &Pattern, best: Best) -> Contribution {
    let forms = |terms: &[Term]| {
        let forms: Vec<_> = terms.iter().filter_map(|term| Some(term.value().as_str()?.to_owned())).collect();
        forms.join(" ")
    };
    let fields = best.places.iter().map(|place| Occurrence {
        field: searcher.schema().get_field_name(place.field).to_owned(),
        count: place.count,
        length: place.length,
    });
    let words = pattern.exact.first().or_else(|| pattern.stems.first().map(|(_, stems)| stems));
    Contribution {
        words: words.map(|forms| forms.join(" ")).unwrap_or_default(),
        scope,
        form: forms(&best.terms),
        weight: best.weight,
        fields: fields.collect(),
        score: best.score,
    }
}
