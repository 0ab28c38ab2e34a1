//! Trees are put together here, so that each has one simplest form.
//!
//! [`Query::All`] among clauses stands for a clause that asks for nothing, such as `()`, and is left out of
//! what it is part of, as if it had not been typed.

use crate::Query;

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

    /// Not this: [`Query::Not`], or what was excluded before, or `All` if there is nothing to exclude.
    pub fn except(query: Query) -> Query {
        match query {
            Query::All => Query::All,
            Query::Not(inner) => *inner,
            other => Query::Not(Box::new(other)),
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
    fn two_exclusions_take_each_other_back() {
        assert_eq!(Query::except(Query::except(word("a"))), word("a"));
    }
}
