//! How often something occurs, by the values of a facet.

use std::collections::BTreeMap;

use super::compile::Compiler;
use super::counting::{DocumentCollector, Groups};
use crate::{Clause, Facet, Frequency};

/// Statements, occurrences and words of a group.
type Sums = [u64; 3];

const STATEMENTS: usize = 0;
const OCCURRENCES: usize = 1;
const WORDS: usize = 2;

impl Compiler<'_> {
    /// See [`crate::Engine::frequencies`].
    pub(super) fn frequencies(
        &self,
        clause: &Clause,
        within: &Clause,
        by: Option<Facet>,
    ) -> tantivy::Result<Vec<Frequency>> {
        let mut all: BTreeMap<Option<String>, Sums> = BTreeMap::new();
        self.each_segment(within, by, &mut all, |_, groups, documents, sums| {
            for document in documents {
                for group in groups.of_document(document) {
                    sums[group][WORDS] += groups.words(document);
                }
            }
            Ok(())
        })?;
        let sought = self.sought_all(clause);
        self.each_segment(clause, by, &mut all, |segment, groups, documents, sums| {
            let mut located = sought.in_segment(segment)?;
            for document in documents {
                let occurrences = located.count(clause, document);
                for group in groups.of_document(document) {
                    sums[group][STATEMENTS] += 1;
                    sums[group][OCCURRENCES] += occurrences;
                }
            }
            Ok(())
        })?;
        let frequency = |(value, [statements, occurrences, words]): (Option<String>, Sums)| Frequency {
            value,
            statements,
            occurrences,
            words,
        };
        Ok(all.into_iter().map(frequency).collect())
    }

    /// Lets `count` add to the sums of the groups, segment by segment, what the statements that match contribute.
    fn each_segment(
        &self,
        clause: &Clause,
        by: Option<Facet>,
        all: &mut BTreeMap<Option<String>, Sums>,
        count: impl Fn(&tantivy::SegmentReader, &Groups, Vec<u32>, &mut [Sums]) -> tantivy::Result<()>,
    ) -> tantivy::Result<()> {
        let searcher = self.statistics.searcher();
        let query = self.query(clause)?;
        for (segment, documents) in searcher.search(query.as_ref(), &DocumentCollector)? {
            let segment = searcher.segment_reader(segment);
            let Some(groups) = Groups::of(segment, by)? else { continue };
            let mut sums: Vec<Sums> = vec![[0; 3]; groups.count()];
            count(segment, &groups, documents, &mut sums)?;
            for (group, own) in sums.iter().enumerate().filter(|(_, own)| **own != [0; 3]) {
                let sum = all.entry(groups.value(group)?).or_default();
                (0..3).for_each(|index| sum[index] += own[index]);
            }
        }
        if by.is_none() {
            all.entry(None).or_default();
        }
        Ok(())
    }
}
