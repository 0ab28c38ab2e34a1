//! What the hits can be narrowed down by.

use std::cmp::Reverse;

use verbale_search::{Facet, FacetCounts, FacetValue, Request};

use super::phrase;
use super::ways::first_page;
use crate::links;

/// How many values of each facet are asked for: all years, and the most frequent of everything else.
pub(crate) const ASKED: usize = 100;

/// How many values are seen at once, and how many when more are wanted.
const SEEN: usize = 6;
const MORE: usize = 30;

/// The values of one facet.
#[derive(Debug)]
pub(crate) struct Group {
    /// Its name.
    pub(crate) label: &'static str,
    /// The parameter that filters by it.
    pub(crate) name: &'static str,
    /// The values that are seen at once.
    pub(crate) values: Vec<Value>,
    /// Those that are seen when more are wanted.
    pub(crate) more: Vec<Value>,
    /// How many there are beside all of these.
    pub(crate) rest: usize,
}

/// A value.
#[derive(Debug)]
pub(crate) struct Value {
    /// How it is read.
    pub(crate) label: String,
    /// How many statements there are with it.
    pub(crate) count: String,
    /// The search with it, or without it if it is chosen.
    pub(crate) link: String,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// The facets that part the hits for `request`; those without values are left out.
pub(crate) fn groups(request: &Request, counts: Vec<FacetCounts>) -> Vec<Group> {
    counts
        .into_iter()
        .filter(|counts| !counts.values.is_empty())
        .map(|counts| group(request, counts))
        .collect()
}

fn group(request: &Request, counts: FacetCounts) -> Group {
    let FacetCounts { facet, mut values, different } = counts;
    match facet {
        // Years are looked for in their order.
        Facet::Year => values.sort_by(|a, b| (b.selected, &b.value).cmp(&(a.selected, &a.value))),
        _ => values.sort_by_key(|value| Reverse(value.selected)),
    }
    // Whatever is chosen is seen, so that it can be taken away.
    let chosen = values.iter().filter(|value| value.selected).count();
    let mut values: Vec<_> = values.into_iter().map(|own| value(request, facet, own)).collect();
    let mut more = values.split_off(values.len().min(chosen.max(SEEN)));
    more.truncate(if facet == Facet::Year { ASKED } else { MORE });
    Group {
        label: phrase::facet(facet),
        name: facet.filter_name(),
        rest: different.saturating_sub(values.len() + more.len()),
        values,
        more,
    }
}

fn value(request: &Request, facet: Facet, own: FacetValue) -> Value {
    let filters = match own.selected {
        true => request.filters.without(facet, &own.value),
        false => request.filters.with(facet, own.value.as_str()),
    };
    Value {
        label: phrase::value(facet, &own.value),
        count: phrase::count(&own.statements),
        link: links::search(&Request { filters, ..first_page(request) }),
        chosen: own.selected,
    }
}
