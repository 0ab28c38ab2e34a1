//! What it takes to see where words stand: conditions on places read the positions of all their words in all candidates,
//! which for the commonest words of a language are most of the index.

use tantivy::Term;

use super::compile::Compiler;
use crate::{Clause, Pattern, Scope};

impl Clause {
    /// Whether it matters where words stand.
    fn asks_for_places(&self) -> bool {
        match self {
            Clause::Near { .. } | Clause::Paragraph(_) => true,
            Clause::All(clauses) | Clause::Best(clauses) | Clause::Some { clauses, .. } => {
                clauses.iter().any(Clause::asks_for_places)
            }
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } | Clause::Not(clause) => {
                clause.asks_for_places()
            }
            _ => false,
        }
    }
}

impl Compiler<'_> {
    /// How many bytes of positions will be read for conditions on places, at most.
    pub(super) fn bytes_of_places(&self, clause: &Clause) -> tantivy::Result<u64> {
        if !clause.asks_for_places() {
            return Ok(0);
        }
        self.reading(clause, self.statistics.searcher().num_docs())
    }

    /// The same, where no more than `documents` are looked at.
    fn reading(&self, clause: &Clause, documents: u64) -> tantivy::Result<u64> {
        let sum = |clauses: &[Clause], documents| {
            clauses.iter().map(|clause| self.reading(clause, documents)).sum::<tantivy::Result<u64>>()
        };
        match clause {
            Clause::Near { scope, patterns, .. } => {
                let documents = documents.min(self.documents(clause)?);
                patterns.iter().map(|pattern| self.bytes(*scope, pattern, documents)).sum()
            }
            Clause::Paragraph(inner) => {
                let documents = documents.min(self.documents(inner)?);
                let patterns = inner.in_order();
                patterns.into_iter().map(|(scope, pattern)| self.bytes(scope, pattern, documents)).sum()
            }
            Clause::All(clauses) => sum(clauses, documents.min(self.documents(clause)?)),
            Clause::Best(clauses) | Clause::Some { clauses, .. } => sum(clauses, documents),
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } | Clause::Not(clause) => {
                self.reading(clause, documents)
            }
            _ => Ok(0),
        }
    }

    /// How many statements can meet a condition at most.
    fn documents(&self, clause: &Clause) -> tantivy::Result<u64> {
        let all = self.statistics.searcher().num_docs();
        match clause {
            Clause::Nothing => Ok(0),
            Clause::Text { scope, pattern } => self.documents_with(*scope, pattern),
            Clause::Near { scope, patterns, .. } => {
                least(all, patterns.iter().map(|pattern| self.documents_with(*scope, pattern)))
            }
            Clause::All(clauses) => least(all, clauses.iter().map(|clause| self.documents(clause))),
            Clause::Best(clauses) | Clause::Some { clauses, .. } => {
                let sum: u64 =
                    clauses.iter().map(|clause| self.documents(clause)).sum::<tantivy::Result<_>>()?;
                Ok(sum.min(all))
            }
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } | Clause::Paragraph(clause) => {
                self.documents(clause)
            }
            Clause::Is { facet, value } => {
                let value = Term::from_field_text(self.fields.facet(*facet), value);
                self.statistics.frequency(&[value])
            }
            Clause::Neighbours(statements) => Ok(all.min(statements.len() as u64)),
            Clause::Everything | Clause::Not(_) | Clause::Date(_) => Ok(all),
        }
    }

    fn documents_with(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<u64> {
        let forms = self.sought(scope, pattern);
        let rarest = forms.terms().map(|terms| {
            let each = terms.iter().map(|term| self.statistics.frequency(std::slice::from_ref(term)));
            each.collect::<tantivy::Result<Vec<u64>>>().map(|each| each.into_iter().min().unwrap_or(0))
        });
        Ok(rarest.sum::<tantivy::Result<u64>>()?.min(self.statistics.searcher().num_docs()))
    }

    /// Bytes of the positions of a pattern in so many of the statements that have it. Titles are short, and not counted.
    fn bytes(&self, scope: Scope, pattern: &Pattern, documents: u64) -> tantivy::Result<u64> {
        let scope = if scope == Scope::Text { Scope::Body } else { scope };
        let mut bytes = 0;
        for term in self.sought(scope, pattern).terms().flatten() {
            let (mut of_term, mut with) = (0, 0);
            for words in self.statistics.lexicon().with(term.field()) {
                if let Some(info) = words.get_term_info(term)? {
                    of_term += info.positions_range.len() as u64;
                    with += u64::from(info.doc_freq);
                }
            }
            bytes += if with > documents { of_term * documents / with } else { of_term };
        }
        Ok(bytes)
    }
}

/// The least of `all` and the counts.
fn least(all: u64, mut counts: impl Iterator<Item = tantivy::Result<u64>>) -> tantivy::Result<u64> {
    counts.try_fold(all, |least, count| Ok(least.min(count?)))
}

#[cfg(test)]
mod tests {
    use verbale_query::parse;

    use crate::fixture::{house, planned, statement};
    use crate::{Ranking, Require, TantivyEngine};

    fn bytes(engine: &TantivyEngine, query: &str) -> u64 {
        let plan = planned(engine, &parse(query).query, Require::All, 10);
        engine.asked(Ranking::default(), |compiler| compiler.bytes_of_places(&plan.clause)).unwrap()
    }

    #[test]
    fn where_words_stand_costs_as_much_as_there_is_of_them() {
        let long = "the fish of the strait and the nets of the strait ".repeat(40);
        let mut statements: Vec<_> =
            (0..30).map(|number| statement(&format!("a-{number}"), "", &[("en", &long)])).collect();
        statements.push(statement("b", "", &[("en", &format!("{long} herring"))]));
        let house = house(&statements);
        let engine = house.index.engine().unwrap();
        let of = |query| bytes(&engine, query);
        assert_eq!(of("the strait"), 0, "words cost nothing by where they stand");
        let both = of("the NEAR/5 strait");
        assert!(both > 0);
        assert!(of("the NEAR/5 strait NEAR/5 of") > both);
        assert!(of("para(the strait) OR (the NEAR/5 strait)") > both);
        assert_eq!(of("(the NEAR/5 strait) OR fish"), both);
        assert!(of("herring (the NEAR/5 strait)") * 10 < both, "few statements are looked at");
        assert_eq!(of("fish -(the NEAR/5 strait)"), both);
        assert_eq!(of("absent NEAR/5 the"), 0);
    }
}
