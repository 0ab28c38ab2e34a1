//! How often something occurs, by the values of a facet.

use std::collections::BTreeMap;

use tantivy::{DocId, SegmentReader};

use super::compile::Compiler;
use super::counting::DocumentCollector;
use super::fields::{WORDS, facet_name};
use crate::{Clause, Facet, Frequencies, Frequency};

/// Statements, occurrences and words.
type Sums = [u64; 3];

/// Sums of all statements, and of those with each value.
#[derive(Default)]
struct Totals {
    all: Sums,
    values: BTreeMap<String, Sums>,
}

impl Compiler<'_> {
    /// See [`crate::Engine::frequencies`].
    pub(super) fn frequencies(
        &self,
        clause: &Clause,
        within: &Clause,
        by: Option<Facet>,
    ) -> tantivy::Result<Frequencies> {
        let mut totals = Totals::default();
        self.add(within, by, &mut totals, |segment| {
            let words = segment.fast_fields().u64(WORDS)?;
            Ok(move |document| [0, 0, words.first(document).unwrap_or(0)])
        })?;
        let sought = self.sought_all(clause);
        self.add(clause, by, &mut totals, |segment| {
            let mut located = sought.in_segment(segment)?;
            Ok(move |document| [1, located.count(clause, document), 0])
        })?;
        let frequency = |value, [statements, occurrences, words]: Sums| Frequency {
            value,
            statements,
            occurrences,
            words,
        };
        let values = totals.values.into_iter().map(|(value, sums)| frequency(Some(value), sums));
        Ok(Frequencies { values: values.collect(), all: frequency(None, totals.all) })
    }

    /// Adds to the totals what each statement that matches counts, which `count` says for the statements of a segment.
    fn add<C: FnMut(DocId) -> Sums>(
        &self,
        clause: &Clause,
        by: Option<Facet>,
        totals: &mut Totals,
        count: impl Fn(&SegmentReader) -> tantivy::Result<C>,
    ) -> tantivy::Result<()> {
        let searcher = self.statistics.searcher();
        let query = self.query(clause)?;
        for (segment, documents) in searcher.search(query.as_ref(), &DocumentCollector)? {
            let segment = searcher.segment_reader(segment);
            let column = match by {
                Some(facet) => segment.fast_fields().str(&facet_name(facet))?,
                None => None,
            };
            let mut of_values = vec![Sums::default(); column.as_ref().map_or(0, |column| column.num_terms())];
            let mut count = count(segment)?;
            for document in documents {
                let counted = count(document);
                add(&mut totals.all, counted);
                for ordinal in column.iter().flat_map(|column| column.term_ords(document)) {
                    add(&mut of_values[ordinal as usize], counted);
                }
            }
            let Some(column) = column else { continue };
            for (ordinal, own) in (0..).zip(of_values).filter(|(_, own)| *own != Sums::default()) {
                let mut value = String::new();
                column.ord_to_str(ordinal, &mut value)?;
                add(totals.values.entry(value).or_default(), own);
            }
        }
        Ok(())
    }
}

fn add(sums: &mut Sums, more: Sums) {
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}
