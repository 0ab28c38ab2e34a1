//! By what values the statements that match can be parted further.

use verbale_index::{Bucket, Clause, Facet};

use crate::asked::Asked;
use crate::{Request, SearchError, Searcher};

/// The values of one facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// The most frequent values first, as many as the request wants; then those that are filtered by and not among them.
    pub values: Vec<FacetValue>,
    /// How many values there are in all.
    pub different: usize,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, as a filter takes it.
    pub value: String,
    /// How many statements a filter by this value alone would find, all other facets' filters as they are.
    pub statements: u64,
    /// Whether it is filtered by.
    pub selected: bool,
}

impl Searcher {
    /// The facets that `request` wants of what was `asked`: one pass over the hits for all that are not filtered by, and
    /// one for each that is.
    pub(crate) fn facets(&self, request: &Request, asked: &Asked) -> Result<Vec<FacetCounts>, SearchError> {
        let is_free = |facet: &&Facet| request.filters.of(**facet).is_empty();
        let free: Vec<Facet> = request.facets.iter().filter(is_free).copied().collect();
        let mut counted: Vec<(Facet, Vec<Bucket>)> = Vec::new();
        if !free.is_empty() {
            let counts = self.engine.facets(&asked.clause(request), &free)?;
            counted.extend(free.into_iter().zip(counts));
        }
        let mut answer = Vec::new();
        for facet in &request.facets {
            let buckets = match counted.iter().position(|(own, _)| own == facet) {
                Some(index) => counted.swap_remove(index).1,
                None => {
                    let clause: Clause = asked.clause_without(request, *facet);
                    self.engine.facets(&clause, &[*facet])?.concat()
                }
            };
            answer.push(counts(*facet, buckets, request));
        }
        Ok(answer)
    }
}

fn counts(facet: Facet, buckets: Vec<Bucket>, request: &Request) -> FacetCounts {
    let selected = request.filters.of(facet);
    let value = |Bucket { value, statements }: Bucket| FacetValue {
        selected: selected.contains(&value),
        value,
        statements,
    };
    let different = buckets.len();
    let mut values: Vec<FacetValue> = buckets.into_iter().map(value).collect();
    let rest = values.split_off(values.len().min(request.facet_values));
    values.extend(rest.into_iter().filter(|value| value.selected));
    for missing in selected {
        if !values.iter().any(|own| own.value == *missing) {
            values.push(FacetValue { value: missing.clone(), statements: 0, selected: true });
        }
    }
    FacetCounts { facet, values, different }
}
