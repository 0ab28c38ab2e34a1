//! Why a statement has the score that it has.

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocAddress, DocId, Searcher, SegmentReader, TantivyError, Term};
use verbale_statement::StatementId;

use super::compile::Compiler;
use super::word::{Best, Found, WordQuery};
use crate::{Clause, Contribution, Occurrence, Pattern, Scope};

impl Compiler<'_> {
    /// Where in the index the statement `id` is, if it matches `clause`.
    pub(super) fn find(&self, clause: &Clause, id: &StatementId) -> tantivy::Result<Option<DocAddress>> {
        let own: Box<dyn Query> = Box::new(self.statement(id));
        let query = BooleanQuery::intersection(vec![own, self.query(clause)?]);
        let found = self.statistics.searcher().search(&query, &TopDocs::with_limit(1).order_by_score())?;
        Ok(found.first().map(|(_, address)| *address))
    }

    /// What each word of `clause` adds to the score of the statement at `address`, which is their sum.
    pub(super) fn contributions(
        &self,
        clause: &Clause,
        address: DocAddress,
    ) -> tantivy::Result<Vec<Contribution>> {
        let sum = |clauses: &[Clause]| -> tantivy::Result<Vec<Contribution>> {
            let parts = clauses.iter().map(|clause| self.contributions(clause, address));
            Ok(parts.collect::<tantivy::Result<Vec<_>>>()?.concat())
        };
        // Of clauses that need not all be met, one that is not adds nothing, though words of it may be there.
        let sum_of_met = |clauses: &[Clause]| -> tantivy::Result<Vec<Contribution>> {
            let mut all = Vec::new();
            for clause in clauses {
                if self.is_met(clause, address)? {
                    all.extend(self.contributions(clause, address)?);
                }
            }
            Ok(all)
        };
        match clause {
            Clause::Text { scope, pattern } => {
                self.of_word(*scope, pattern, &self.text(*scope, pattern)?, address)
            }
            Clause::Near { scope, patterns, gap } => self.of_near(*scope, patterns, *gap, address),
            Clause::All(clauses) => sum(clauses),
            Clause::Some { clauses, .. } => sum_of_met(clauses),
            Clause::Best(clauses) => {
                let each = clauses.iter().map(|clause| sum_of_met(std::slice::from_ref(clause)));
                let each = each.collect::<tantivy::Result<Vec<_>>>()?;
                let score = |all: &Vec<Contribution>| all.iter().map(|own| own.score).sum::<f32>();
                let best = each.into_iter().max_by(|one, other| score(one).total_cmp(&score(other)));
                Ok(best.unwrap_or_default())
            }
            Clause::Prefer { clause, preferred, pairs } => {
                let mut all = [sum(std::slice::from_ref(clause.as_ref()))?, sum_of_met(preferred)?].concat();
                for pair in pairs {
                    all.extend(self.of_word(Scope::Text, pair, &self.pair(pair)?, address)?);
                }
                Ok(all)
            }
            Clause::Paragraph(clause) => self.contributions(&clause.without_exclusions(), address),
            Clause::Boost { clause, factor } => {
                let mut own = self.contributions(clause, address)?;
                own.iter_mut().for_each(|own| own.times(*factor));
                Ok(own)
            }
            Clause::Neighbours(_) => self.of_neighbours(clause, address),
            Clause::Everything | Clause::Nothing | Clause::Not(_) | Clause::Is { .. } | Clause::Date(_) => {
                Ok(Vec::new())
            }
        }
    }

    /// Whether the statement at `address` meets a condition.
    fn is_met(&self, clause: &Clause, address: DocAddress) -> tantivy::Result<bool> {
        Ok(self.scorer_at(clause, address)?.is_some())
    }

    /// The scorer of a condition, at the statement at `address`; none if that doesn't meet it.
    fn scorer_at(&self, clause: &Clause, address: DocAddress) -> tantivy::Result<Option<Box<dyn Scorer>>> {
        let searcher = self.statistics.searcher();
        let weight = self.query(clause)?.weight(EnableScoring::enabled_from_searcher(searcher))?;
        let mut scorer = weight.scorer(searcher.segment_reader(address.segment_ord), 1.0)?;
        let is_there = scorer.doc() <= address.doc_id && scorer.seek(address.doc_id) == address.doc_id;
        Ok(is_there.then_some(scorer))
    }

    fn of_neighbours(&self, clause: &Clause, address: DocAddress) -> tantivy::Result<Vec<Contribution>> {
        let contribution = |mut scorer: Box<dyn Scorer>| Contribution {
            words: "(statements like it)".to_owned(),
            scope: Scope::Text,
            form: String::new(),
            weight: 1.0,
            fields: Vec::new(),
            score: scorer.score(),
        };
        Ok(self.scorer_at(clause, address)?.map(contribution).into_iter().collect())
    }

    fn of_word(
        &self,
        scope: Scope,
        pattern: &Pattern,
        query: &WordQuery,
        address: DocAddress,
    ) -> tantivy::Result<Vec<Contribution>> {
        let searcher = self.statistics.searcher();
        let best = query.best(searcher.segment_reader(address.segment_ord), address.doc_id)?;
        Ok(best.map(|best| contribution(searcher, scope, pattern, best)).into_iter().collect())
    }

    fn of_near(
        &self,
        scope: Scope,
        patterns: &[Pattern],
        gap: u32,
        address: DocAddress,
    ) -> tantivy::Result<Vec<Contribution>> {
        let searcher = self.statistics.searcher();
        let query = self.near(scope, patterns, gap)?;
        let found = query.near_in(searcher.segment_reader(address.segment_ord), address.doc_id)?;
        let contribution = found.map(|(score, found)| {
            let words: Vec<_> = patterns.iter().map(words).collect();
            let words = words.join(&format!(" NEAR/{gap} "));
            let (weight, fields) = (query.near_weight(), occurrences(searcher, &found));
            Contribution { form: words.clone(), words, scope, weight, fields, score }
        });
        Ok(contribution.into_iter().collect())
    }
}

/// The score of a document under a weight that knows no more about it than `what` it is for. Tantivy asks every weight for
/// this; our own explanations are [`Compiler::contributions`].
pub(super) fn score_alone(
    weight: &dyn Weight,
    segment: &SegmentReader,
    document: DocId,
    what: &'static str,
) -> tantivy::Result<Explanation> {
    let mut scorer = weight.scorer(segment, 1.0)?;
    if scorer.doc() > document || scorer.seek(document) != document {
        return Err(TantivyError::InvalidArgument(format!("document {document} does not match")));
    }
    Ok(Explanation::new(what, scorer.score()))
}

/// The words of a pattern as they are shown.
fn words(pattern: &Pattern) -> String {
    match &pattern.open {
        Some(open) => open.to_string(),
        None => pattern.exact.first().map(|forms| forms.join(" ")).unwrap_or_default(),
    }
}

fn occurrences(searcher: &Searcher, found: &[Found]) -> Vec<Occurrence> {
    let occurrence = |found: &Found| Occurrence {
        field: searcher.schema().get_field_name(found.field).to_owned(),
        count: found.count,
        length: found.length,
    };
    found.iter().map(occurrence).collect()
}

pub(super) fn contribution(searcher: &Searcher, scope: Scope, pattern: &Pattern, best: Best) -> Contribution {
    let forms = |terms: &[Term]| {
        let forms: Vec<_> = terms.iter().filter_map(|term| Some(term.value().as_str()?.to_owned())).collect();
        forms.join(" ")
    };
    Contribution {
        words: words(pattern),
        scope,
        form: forms(&best.terms),
        weight: best.weight,
        fields: occurrences(searcher, &best.places),
        score: best.score,
    }
}
