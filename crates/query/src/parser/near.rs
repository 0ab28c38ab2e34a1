//! Words near each other.

use std::ops::Range;

use verbale_statement::Field;

use super::{Parser, Within};
use crate::lexer::TokenKind;
use crate::operators::Operator;
use crate::{MAX_CLAUSES, MAX_NEAR, Query};

impl Parser<'_> {
    /// Reads `near = clause { NEAR clause }`; a chain has one gap.
    pub(super) fn near(&mut self, within: Within) -> Option<Query> {
        let mut chain = vec![self.clause(within)?];
        let mut gaps = Vec::new();
        let mut first: Option<Range<usize>> = None;
        while let Some(kind @ TokenKind::Operator(Operator::Near(gap))) = self.peek() {
            let Some(token) = self.next_if(|next| next == kind) else { break };
            let span = token.span.clone();
            match self.clause(within) {
                Some(clause) => {
                    chain.push(clause);
                    gaps.push(self.limited_gap(gap, span.clone()));
                    first.get_or_insert(span);
                }
                None => self.nothing_beside(&token),
            }
        }
        chain.retain(|clause| *clause != Query::All);
        let (Some(span), Some(gap)) = (first, gaps.iter().copied().min()) else {
            return Some(Query::all_of(chain));
        };
        if gaps.iter().any(|other| *other != gap) {
            let message =
                format!("Words of one chain have one distance; the smallest, {gap}, is taken for all.");
            self.notes.add(span.clone(), message);
        }
        Some(if chain.len() < 2 { Query::all_of(chain) } else { self.nearby(chain, gap, span) })
    }

    /// The clauses near each other; where that can't be asked, all of them.
    fn nearby(&mut self, chain: Vec<Query>, gap: u32, span: Range<usize>) -> Query {
        if chain.len() > MAX_NEAR {
            let message = format!("At most {MAX_NEAR} can stand near each other; here NEAR is read as AND.");
            self.notes.add(span, message);
            return Query::all_of(chain);
        }
        let mut weighted = false;
        let operands: Option<Vec<_>> =
            chain.iter().map(|clause| alternatives(clause, &mut weighted)).collect();
        let Some(mut operands) = operands else {
            let message = "NEAR stands between words and quotations, or groups of them with OR; here it is read as AND.";
            self.notes.add(span, message);
            return Query::all_of(chain);
        };
        if weighted {
            let message =
                "Words near each other have one weight together, as in (a NEAR b)^2; others are left out.";
            self.notes.add(span.clone(), message);
        }
        let mut fields: Vec<_> = operands.iter().flatten().filter_map(field).collect();
        fields.dedup();
        match fields[..] {
            [] => {}
            [only] => {
                let unnamed = operands.iter_mut().flatten().filter_map(field_mut).filter(|own| own.is_none());
                if unnamed.map(|own| *own = Some(only)).count() > 0 {
                    let message = format!(
                        "Words near each other are in one field, so {}: is asked for all.",
                        only.name()
                    );
                    self.notes.add(span.clone(), message);
                }
            }
            _ => {
                let message =
                    "Words of different fields are never near each other; here NEAR is read as AND.";
                self.notes.add(span, message);
                return Query::all_of(chain);
            }
        }
        match self.distributed(&operands) {
            Some(chains) => Query::any_of(chains.into_iter().map(|clauses| Query::Near { clauses, gap })),
            None => {
                let message = format!(
                    "These alternatives make too many chains for {MAX_CLAUSES} clauses; here NEAR is read as AND."
                );
                self.notes.add(span, message);
                Query::all_of(chain)
            }
        }
    }

    /// Every choice of one alternative for each operand, if there is room for all of them.
    fn distributed(&mut self, operands: &[Vec<Query>]) -> Option<Vec<Vec<Query>>> {
        let mut chains = vec![Vec::new()];
        for alternatives in operands {
            if chains.len() * alternatives.len() * operands.len() > MAX_CLAUSES {
                return None;
            }
            chains = chains
                .iter()
                .flat_map(|chain: &Vec<Query>| {
                    alternatives.iter().map(|clause| chain.iter().chain([clause]).cloned().collect())
                })
                .collect();
        }
        let size = |clauses: &[Query]| clauses.iter().map(characters).sum::<usize>();
        let once: (usize, usize) = (
            operands.iter().map(Vec::len).sum(),
            operands.iter().map(|alternatives| size(alternatives)).sum(),
        );
        let all: (usize, usize) =
            (chains.iter().map(Vec::len).sum(), chains.iter().map(|clauses| size(clauses)).sum());
        self.budget.admit_copies(all.0 - once.0, all.1 - once.1).then_some(chains)
    }
}

/// What a clause offers to stand near something, without weights; none if it is neither a word or quotation nor
/// alternatives of such.
fn alternatives(clause: &Query, weighted: &mut bool) -> Option<Vec<Query>> {
    match clause {
        Query::Boost { query, .. } => {
            *weighted = true;
            alternatives(query, weighted)
        }
        Query::Or(clauses) => {
            let clauses: Option<Vec<_>> =
                clauses.iter().map(|clause| alternatives(clause, weighted)).collect();
            Some(clauses?.concat())
        }
        Query::Word { .. }
        | Query::Phrase { .. }
        | Query::Exact { .. }
        | Query::Wildcard { .. }
        | Query::Fuzzy { .. } => Some(vec![clause.clone()]),
        _ => None,
    }
}

fn field(leaf: &Query) -> Option<Field> {
    match leaf {
        Query::Word { field, .. }
        | Query::Phrase { field, .. }
        | Query::Exact { field, .. }
        | Query::Wildcard { field, .. }
        | Query::Fuzzy { field, .. } => *field,
        _ => None,
    }
}

fn field_mut(leaf: &mut Query) -> Option<&mut Option<Field>> {
    match leaf {
        Query::Word { field, .. }
        | Query::Phrase { field, .. }
        | Query::Exact { field, .. }
        | Query::Wildcard { field, .. }
        | Query::Fuzzy { field, .. } => Some(field),
        _ => None,
    }
}

/// How many characters of the limit a leaf takes, with the space before it.
fn characters(leaf: &Query) -> usize {
    match leaf {
        Query::Word { text, .. }
        | Query::Phrase { text, .. }
        | Query::Exact { text, .. }
        | Query::Wildcard { text, .. }
        | Query::Fuzzy { text, .. } => text.chars().count() + 1,
        _ => 0,
    }
}
