//! What it takes to see where words stand: conditions on places read the positions of all their words in all candidates,
//! and quotations those of their rarest words, which for the commonest words of a language are most of the index.

use tantivy::Term;

use super::compile::Compiler;
use crate::{Clause, Pattern, Scope};

/// Bytes of positions that are read.
#[derive(Debug, Clone, Copy, Default)]
struct Reading {
    /// In all.
    all: u64,
    /// For the longest of the quotations.
    quotation: u64,
}

impl std::iter::Sum for Reading {
    fn sum<I: Iterator<Item = Self>>(readings: I) -> Self {
        readings.fold(Self::default(), |sum, own| Self {
            all: sum.all + own.all,
            quotation: sum.quotation.max(own.quotation),
        })
    }
}

impl Compiler<'_> {
    /// How many bytes of positions will be read for conditions on places and quotations, at most. One quotation is free:
    /// whatever it costs, it is what the statements are searched for.
    pub(super) fn bytes_of_places(&self, clause: &Clause) -> tantivy::Result<u64> {
        let reading = self.reading(clause, self.statistics.searcher().num_docs())?;
        Ok(reading.all - reading.quotation)
    }

    /// What is read for a condition, where no more than `documents` are looked at.
    fn reading(&self, clause: &Clause, documents: u64) -> tantivy::Result<Reading> {
        let sum = |clauses: &[Clause], documents| {
            clauses.iter().map(|clause| self.reading(clause, documents)).sum::<tantivy::Result<Reading>>()
        };
        let places = |patterns: Vec<(Scope, &Pattern)>, documents| {
            let each = patterns.into_iter().map(|(scope, pattern)| self.bytes(scope, pattern, documents));
            Ok(Reading { all: each.sum::<tantivy::Result<u64>>()?, quotation: 0 })
        };
        match clause {
            Clause::Text { scope, pattern } => self.of_quotations(*scope, pattern),
            Clause::Near { scope, patterns, .. } => {
                let documents = documents.min(self.documents(clause)?);
                places(patterns.iter().map(|pattern| (*scope, pattern)).collect(), documents)
            }
            Clause::Paragraph(inner) => places(inner.in_order(), documents.min(self.documents(inner)?)),
            Clause::All(clauses) => sum(clauses, documents.min(self.documents(clause)?)),
            Clause::Best(clauses) | Clause::Some { clauses, .. } => sum(clauses, documents),
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } | Clause::Not(clause) => {
                self.reading(clause, documents)
            }
            _ => Ok(Reading::default()),
        }
    }

    /// What is read for words one behind the other: the three with the fewest positions rule out nearly all places.
    fn of_quotations(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<Reading> {
        let mut reading = Reading::default();
        for terms in self.sought(scope, pattern).terms().filter(|terms| terms.len() > 1) {
            let each = terms.iter().map(|term| Ok(self.positions(term)?.0));
            let mut each = each.collect::<tantivy::Result<Vec<u64>>>()?;
            each.sort_unstable();
            let bytes = each.iter().take(3).sum();
            reading = [reading, Reading { all: bytes, quotation: bytes }].into_iter().sum();
        }
        Ok(reading)
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
            let (of_term, with) = self.positions(term)?;
            bytes += if with > documents { of_term * documents / with } else { of_term };
        }
        Ok(bytes)
    }

    /// The bytes of all positions of a term, and in how many statements it is. Titles are short, and not counted.
    fn positions(&self, term: &Term) -> tantivy::Result<(u64, u64)> {
        let (mut bytes, mut with) = (0, 0);
        for words in self.statistics.lexicon().with(term.field()) {
            if let Some(info) = words.get_term_info(term)? {
                bytes += info.positions_range.len() as u64;
                with += u64::from(info.doc_freq);
            }
        }
        Ok((bytes, with))
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
        assert_eq!(of("\"of the strait\""), 0, "one quotation is free");
        let second = of("\"of the strait\" OR \"the strait\"");
        assert!(second > 0 && of("\"of the strait\" OR \"the strait\" OR \"in the strait\"") > second);
    }
}
