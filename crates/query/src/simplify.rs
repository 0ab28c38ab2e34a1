//! Trees are put together here, so that each has one simplest form.
//!
//! [`Query::All`] among clauses stands for a clause that asks for nothing, such as `()`, and is left out of
//! what it is part of, as if it had not been typed.

use crate::{Factor, Query};

impl Query {
    /// Clauses side by side: [`Query::Words`] of two or more clauses none of which is itself `Words`, or the
    /// only clause, or `All`.
    pub fn words(clauses: impl IntoIterator<Item = Query>) -> Query {
        let split = |query| match query {
            Query::Words(inner) => Ok(inner),
            other => Err(other),
        };
        join(clauses, split, Query::Words)
    }

    /// All of these: [`Query::And`] of two or more clauses none of which is itself `And`, or the only clause,
    /// or `All`.
    pub fn all_of(clauses: impl IntoIterator<Item = Query>) -> Query {
        let split = |query| match query {
            Query::And(inner) => Ok(inner),
            other => Err(other),
        };
        join(clauses, split, Query::And)
    }

    /// Any of these: [`Query::Or`] of two or more clauses none of which is itself `Or`, or the only clause, or
    /// `All`.
    pub fn any_of(clauses: impl IntoIterator<Item = Query>) -> Query {
        let split = |query| match query {
            Query::Or(inner) => Ok(inner),
            other => Err(other),
        };
        join(clauses, split, Query::Or)
    }

    /// Not this: [`Query::Not`], or what was excluded before, or `All` if there is nothing to exclude. What is
    /// excluded has no score that could be multiplied.
    pub fn except(query: Query) -> Query {
        match query {
            Query::All => Query::All,
            Query::Not(inner) => *inner,
            Query::Boost { query, .. } => Query::except(*query),
            other => Query::Not(Box::new(other)),
        }
    }

    /// This with its score multiplied: [`Query::Boost`], with the product of two factors if it had one before, up to
    /// the limits of a factor; or the query itself if the factor is 1 or the query adds nothing to a score.
    pub fn boosted(query: Query, factor: Factor) -> Query {
        match query {
            Query::Boost { query, factor: own } => Query::boosted(*query, own.times(factor)),
            query if !query.scores() || factor == Factor::ONE => query,
            query => Query::Boost { query: Box::new(query), factor },
        }
    }

    /// All of this in one paragraph: [`Query::Paragraph`], or `All` if there is nothing to look for.
    pub fn in_paragraph(query: Query) -> Query {
        match query {
            Query::All => Query::All,
            Query::Paragraph(_) => query,
            other => Query::Paragraph(Box::new(other)),
        }
    }

    /// Whether statements score by it: exclusions and filters only say which statements match.
    pub(crate) fn scores(&self) -> bool {
        match self {
            Query::Words(clauses) | Query::And(clauses) | Query::Or(clauses) => {
                clauses.iter().any(Query::scores)
            }
            Query::All
            | Query::Not(_)
            | Query::Country(_)
            | Query::Mentions(_)
            | Query::Language(_)
            | Query::Kind(_)
            | Query::Date(_) => false,
            Query::Word { .. }
            | Query::Phrase { .. }
            | Query::Loose { .. }
            | Query::Exact { .. }
            | Query::Wildcard { .. }
            | Query::Fuzzy { .. }
            | Query::Near { .. }
            | Query::Paragraph(_)
            | Query::Boost { .. } => true,
        }
    }
}

fn join(
    clauses: impl IntoIterator<Item = Query>,
    split: fn(Query) -> Result<Vec<Query>, Query>,
    whole: fn(Vec<Query>) -> Query,
) -> Query {
    let mut flat = Vec::new();
    for clause in clauses {
        match split(clause) {
            Ok(inner) => flat.extend(inner),
            Err(Query::All) => {}
            Err(other) => flat.push(other),
        }
    }
    match flat.pop() {
        None => Query::All,
        Some(only) if flat.is_empty() => only,
        Some(last) => {
            flat.push(last);
            whole(flat)
        }
    }
}

#[cfg(test)]
mod tests {
    use verbale_statement::Kind;

    use super::*;

    fn word(text: &str) -> Query {
        Query::Word { field: None, text: text.to_owned() }
    }

    #[test]
    fn clauses_of_the_same_sort_are_one_list() {
        let nested = Query::any_of([Query::any_of([word("a"), word("b")]), word("c")]);
        assert_eq!(nested, Query::Or(vec![word("a"), word("b"), word("c")]));
        let kept = Query::all_of([Query::any_of([word("a"), word("b")]), word("c")]);
        assert_eq!(kept, Query::And(vec![Query::Or(vec![word("a"), word("b")]), word("c")]));
    }

    #[test]
    fn what_asks_for_nothing_is_left_out() {
        assert_eq!(Query::words([]), Query::All);
        assert_eq!(Query::any_of([Query::All, word("a")]), word("a"));
        assert_eq!(Query::all_of([Query::except(Query::words([]))]), Query::All);
    }

    #[test]
    fn what_does_not_score_has_no_weight() {
        let factor = Factor::hundredths(200).unwrap();
        assert_eq!(Query::except(Query::boosted(word("a"), factor)), Query::Not(Box::new(word("a"))));
        assert_eq!(Query::boosted(Query::Kind(Kind::Speech), factor), Query::Kind(Kind::Speech));
        assert_eq!(Query::boosted(word("a"), Factor::ONE), word("a"));
    }

    #[test]
    fn two_weights_are_one() {
        let factor = |hundredths| Factor::hundredths(hundredths).unwrap();
        let boosted =
            |first, second| Query::boosted(Query::boosted(word("a"), factor(first)), factor(second));
        assert_eq!(boosted(200, 300), Query::boosted(word("a"), factor(600)));
        assert_eq!(boosted(200, 50), word("a"));
        assert_eq!(boosted(9_000, 9_000), Query::boosted(word("a"), factor(10_000)));
        assert_eq!(boosted(1, 1), Query::boosted(word("a"), factor(1)));
    }

    #[test]
    fn two_exclusions_take_each_other_back() {
        assert_eq!(Query::except(Query::except(word("a"))), word("a"));
    }
}
