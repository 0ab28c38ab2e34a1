//! Random questions, in words that the statements have, or nearly have.

use std::fmt;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use verbale_index::{Facet, Order};
use verbale_query::{Factor, Query};

use crate::clauses::{clause, filter, in_field};
use crate::corpus::Corpus;
use crate::meaning::Mode;
use crate::pages::ORDERS;
use crate::spots::Source;

/// What is asked.
#[derive(Clone)]
pub struct Question {
    pub query: Query,
    pub mode: Mode,
    pub order: Order,
    /// How many hits a page has.
    pub per_page: usize,
    /// The statements whose words are counted.
    pub within: Query,
    /// The facet by which is counted.
    pub by: Facet,
    /// Any statement.
    pub pick: Index,
}

impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { query, mode, order, per_page, within, by, .. } = self;
        write!(f, "{query} [{mode:?}, {order:?}, {per_page} a page, within {within:?}, by {by}] = {query:?}")
    }
}

/// Questions about `corpus`.
pub fn questions(corpus: &'static Corpus) -> impl Strategy<Value = Question> {
    let mode = select(vec![Mode::All, Mode::Most, Mode::Any]);
    let within = prop_oneof![2 => Just(Query::All), 1 => any::<Index>().prop_flat_map(move |home| filter(Source { corpus, home }))];
    let facet = select(Facet::ALL.to_vec());
    // Words of one statement, mostly: words of any two are in none together.
    let query = any::<Index>().no_shrink().prop_flat_map(move |home| tree(Source { corpus, home }));
    let parts = (query, mode, select(ORDERS.to_vec()), 1_usize..12, within, facet, any::<Index>());
    parts.prop_map(|(query, mode, order, per_page, within, by, pick)| Question {
        query,
        mode,
        order,
        per_page,
        within,
        by,
        pick,
    })
}

/// Trees in their simplest form.
fn tree(source: Source) -> impl Strategy<Value = Query> {
    let leaf = prop_oneof![
        8 => clause(source),
        2 => in_field(source),
        1 => filter(source),
        1 => text_only(source).prop_map(paragraph),
    ];
    leaf.prop_recursive(3, 10, 4, lists)
}

/// Trees of words in title and text.
fn text_only(source: Source) -> impl Strategy<Value = Query> {
    clause(source).prop_recursive(2, 6, 3, lists)
}

fn lists(inner: BoxedStrategy<Query>) -> impl Strategy<Value = Query> {
    let several = prop::collection::vec(inner.clone(), 1..5);
    prop_oneof![
        4 => several.clone().prop_map(Query::words),
        2 => several.clone().prop_map(Query::all_of),
        2 => several.prop_map(Query::any_of),
        1 => inner.clone().prop_map(except),
        1 => (inner, 1_u16..500).prop_map(|(query, hundredths)| boost(query, hundredths)),
    ]
}

/// The query excluded. Without `--release` Tantivy 0.27 counts below zero, and stops, where dates are excluded together
/// with something else (`RangeDocSet::is_last_seek_distance_large`); its answers are right all the same.
fn except(query: Query) -> Query {
    if cfg!(debug_assertions) && has_date(&query) { query } else { Query::except(query) }
}

fn has_date(query: &Query) -> bool {
    match query {
        Query::Words(queries) | Query::And(queries) | Query::Or(queries) => queries.iter().any(has_date),
        Query::Not(query) | Query::Boost { query, .. } => has_date(query),
        Query::Date(_) => true,
        _ => false,
    }
}

fn boost(query: Query, hundredths: u16) -> Query {
    match (query, Factor::hundredths(hundredths)) {
        (Query::All, _) => Query::All,
        (query @ (Query::Not(_) | Query::Boost { .. }), _) | (query, None) => query,
        (query, Some(factor)) => Query::Boost { query: Box::new(query), factor },
    }
}

fn paragraph(query: Query) -> Query {
    if query == Query::All { Query::All } else { Query::Paragraph(Box::new(query)) }
}
