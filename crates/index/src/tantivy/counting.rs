//! Counting hits by the values of facets.

use std::collections::HashMap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use super::fields::facet_name;
use crate::{Bucket, Facet};

/// Counts for each facet how many hits have each of its values.
pub(super) struct FacetCollector<'f> {
    pub(super) facets: &'f [Facet],
}

/// How many hits have each value, by facet.
type Counts = Vec<HashMap<String, u64>>;

/// Counts in one segment, by the numbers of the values.
pub(super) struct SegmentFacets {
    columns: Vec<Option<(StrColumn, Vec<u64>)>>,
}

impl Collector for FacetCollector<'_> {
    type Fruit = Counts;
    type Child = SegmentFacets;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentFacets> {
        let column = |facet: &Facet| -> tantivy::Result<_> {
            let column = segment.fast_fields().str(&facet_name(*facet))?;
            Ok(column.map(|column| (column.clone(), vec![0; column.num_terms()])))
        };
        Ok(SegmentFacets { columns: self.facets.iter().map(column).collect::<tantivy::Result<_>>()? })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, fruits: Vec<tantivy::Result<Counts>>) -> tantivy::Result<Counts> {
        let mut merged: Counts = vec![HashMap::new(); self.facets.len()];
        for fruit in fruits {
            for (all, own) in merged.iter_mut().zip(fruit?) {
                own.into_iter().for_each(|(value, count)| *all.entry(value).or_default() += count);
            }
        }
        Ok(merged)
    }
}

impl SegmentCollector for SegmentFacets {
    type Fruit = tantivy::Result<Counts>;

    fn collect(&mut self, document: DocId, _: Score) {
        for (column, counts) in self.columns.iter_mut().flatten() {
            for ordinal in column.term_ords(document) {
                counts[ordinal as usize] += 1;
            }
        }
    }

    fn harvest(self) -> Self::Fruit {
        self.columns.into_iter().map(|column| column.map_or_else(|| Ok(HashMap::new()), named)).collect()
    }
}

fn named((column, counts): (StrColumn, Vec<u64>)) -> tantivy::Result<HashMap<String, u64>> {
    let mut named = HashMap::new();
    for (ordinal, count) in (0..).zip(counts).filter(|(_, count)| *count > 0) {
        let mut value = String::new();
        column.ord_to_str(ordinal, &mut value)?;
        named.insert(value, count);
    }
    Ok(named)
}

/// The values with their counts, the most frequent first.
pub(super) fn buckets(counts: HashMap<String, u64>) -> Vec<Bucket> {
    let mut buckets: Vec<_> =
        counts.into_iter().map(|(value, statements)| Bucket { value, statements }).collect();
    buckets.sort_by(|own, other| {
        other.statements.cmp(&own.statements).then_with(|| own.value.cmp(&other.value))
    });
    buckets
}

/// Collects the hits of each segment, in the segments' order.
pub(super) struct DocumentCollector;

/// The hits of one segment.
pub(super) struct SegmentDocuments {
    segment: SegmentOrdinal,
    documents: Vec<DocId>,
}

impl Collector for DocumentCollector {
    type Fruit = Vec<(SegmentOrdinal, Vec<DocId>)>;
    type Child = SegmentDocuments;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<SegmentDocuments> {
        Ok(SegmentDocuments { segment, documents: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, mut fruits: Self::Fruit) -> tantivy::Result<Self::Fruit> {
        fruits.sort_unstable_by_key(|(segment, _)| *segment);
        Ok(fruits)
    }
}

impl SegmentCollector for SegmentDocuments {
    type Fruit = (SegmentOrdinal, Vec<DocId>);

    fn collect(&mut self, document: DocId, _: Score) {
        self.documents.push(document);
    }

    fn harvest(self) -> Self::Fruit {
        (self.segment, self.documents)
    }
}
