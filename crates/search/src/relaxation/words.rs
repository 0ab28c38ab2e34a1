//! The part of a query that may be relaxed: bare words that stand side by side, weighted or not, and alternatives of them.

use verbale_query::Query;

/// What has to hold in any case, and what may be relaxed; none if there is nothing of the kind.
pub(super) fn parted(query: &Query) -> Option<(Query, Vec<Query>)> {
    let clauses = match query {
        Query::Words(clauses) => clauses.as_slice(),
        other => std::slice::from_ref(other),
    };
    let (free, held): (Vec<Query>, Vec<Query>) = clauses.iter().cloned().partition(is_free);
    (!free.is_empty()).then(|| (Query::all_of(held), free))
}

fn is_free(query: &Query) -> bool {
    match query {
        Query::Word { field: None, .. } | Query::Fuzzy { field: None, .. } => true,
        Query::Boost { query, .. } => is_free(query),
        Query::Or(clauses) => clauses.iter().all(is_free),
        _ => false,
    }
}

/// The clause, with those of its words that `misspelt` says are.
pub(super) fn replace<E>(
    clause: Query,
    misspelt: &mut impl FnMut(&str) -> Result<bool, E>,
) -> Result<Query, E> {
    Ok(match clause {
        Query::Word { field: None, text } => match misspelt(&text)? {
            true => Query::Fuzzy { field: None, text, distance: None },
            false => Query::Word { field: None, text },
        },
        Query::Boost { query, factor } => {
            Query::Boost { query: Box::new(replace(*query, misspelt)?), factor }
        }
        Query::Or(clauses) => {
            let each = clauses.into_iter().map(|clause| replace(clause, misspelt));
            Query::any_of(each.collect::<Result<Vec<_>, E>>()?)
        }
        other => other,
    })
}

/// The words in the clauses, each as typed and as a query of its own.
pub(super) fn bare_words(clauses: &[Query]) -> Vec<(String, Query)> {
    let words = |clause: &Query| match clause {
        Query::Word { text, .. } | Query::Fuzzy { text, .. } => vec![(text.clone(), clause.clone())],
        Query::Boost { query, .. } => bare_words(std::slice::from_ref(query)),
        Query::Or(clauses) => bare_words(clauses),
        _ => Vec::new(),
    };
    clauses.iter().flat_map(words).collect()
}
