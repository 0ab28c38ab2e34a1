//! How often something was said, by year, speaker or any other facet.

use verbale_index::{Clause, Expansion, Facet, Frequency};
use verbale_query::{Note, Query, parse};

use crate::asked::all;
use crate::expansions::notes;
use crate::{Request, SearchError, Searcher};

/// How often a query occurs among the statements that its filters let through.
#[derive(Debug, Clone, PartialEq)]
pub struct Trends {
    /// The query as it was understood, in the query language.
    pub understood: String,
    /// Remarks on the query as typed.
    pub notes: Vec<Note>,
    /// What its wildcards and the like stand for.
    pub expansions: Vec<Expansion>,
    /// What the rows are values of.
    pub by: Facet,
    /// For each value among the statements that were looked through, in the order of the values, how often. A statement
    /// with several values counts for each.
    pub rows: Vec<Frequency>,
    /// How often in all; also in statements that have no value.
    pub total: Frequency,
}

impl Searcher {
    /// How often what the query of `request` asks for occurs, for each value of `by`, beside how many words there are
    /// under its filters. Languages, kinds, countries and dates in the query are filters, too, if they stand side by side
    /// with the rest of it. Order and page of the request are of no account.
    ///
    /// # Errors
    /// If the index can't be read.
    pub fn trends(&self, request: &Request, by: Facet) -> Result<Trends, SearchError> {
        let parsed = parse(&request.query);
        let filters = self.analysed(filters_in(&parsed.query), request.matching)?.words;
        let asked = self.analysed(parsed.query, request.matching)?;
        let clause = asked.clause(request);
        let within = all([filters].into_iter().chain(request.filter_clauses(None)));
        let frequencies = self.engine.frequencies(&clause, &within, Some(by))?;
        Ok(Trends {
            understood: asked.query.to_string(),
            notes: notes(&request.query, parsed.notes, &asked.expansions),
            by,
            rows: frequencies.values,
            total: frequencies.all,
            expansions: asked.expansions,
        })
    }

    /// In how many statements what `clause` asks for occurs, and how often.
    pub(crate) fn occurrences(&self, clause: &Clause) -> Result<(u64, u64), SearchError> {
        let all = self.engine.frequencies(clause, &Clause::Nothing, None)?.all;
        Ok((all.statements, all.occurrences))
    }
}

/// The part of a query that only says among which statements to look.
fn filters_in(query: &Query) -> Query {
    match query {
        Query::Words(clauses) | Query::And(clauses) => {
            Query::all_of(clauses.iter().filter(|clause| is_filter(clause)).cloned())
        }
        query if is_filter(query) => query.clone(),
        _ => Query::All,
    }
}

fn is_filter(query: &Query) -> bool {
    match query {
        Query::Language(_) | Query::Kind(_) | Query::Country(_) | Query::Mentions(_) | Query::Date(_) => true,
        Query::And(clauses) | Query::Or(clauses) => clauses.iter().all(is_filter),
        Query::Not(query) => is_filter(query),
        _ => false,
    }
}
