//! Hits in their order. What a statement is called decides among those that rank alike, and to look that up takes longer
//! than to score it: it is done for what is shown, and where it decides.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use tantivy::columnar::StrColumn;
use tantivy::{DocAddress, Score, SegmentOrdinal};
use verbale_statement::StatementId;

use super::compile::Compiler;
use super::fields::ID;
use crate::After;

/// A hit by what it ranks by.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ranked {
    /// Higher ranks come first.
    pub(super) rank: u64,
    /// Of equal ranks, these come in the order of the alphabet.
    pub(super) name: String,
    /// In the index.
    pub(super) address: DocAddress,
}

impl Ranked {
    /// Raises the score, by which it ranks.
    pub(super) fn add(&mut self, score: Score) {
        self.rank = (score_of(self.rank) + score).to_bits().into();
    }
}

/// The score of a hit that ranks by it.
pub(super) fn score_of(rank: u64) -> Score {
    u32::try_from(rank).map_or(0.0, Score::from_bits)
}

/// Leaves the first `keep`, in no order, and those that rank as the last of them.
pub(super) fn cut(hits: &mut Vec<Ranked>, keep: usize) {
    if keep == 0 {
        hits.clear();
    } else if keep < hits.len() {
        let last = hits.select_nth_unstable_by_key(keep - 1, |hit| Reverse(hit.rank)).1.rank;
        hits.retain(|hit| hit.rank >= last);
    }
}

impl Compiler<'_> {
    /// Parts the first `keep` from the others, of which none need be kept that rank behind them.
    pub(super) fn part(
        &self,
        mut hits: Vec<Ranked>,
        keep: usize,
    ) -> tantivy::Result<(Vec<Ranked>, Vec<Ranked>)> {
        hits.sort_unstable_by_key(|hit| Reverse(hit.rank));
        let rank = |index: usize| hits.get(index).map(|hit| hit.rank);
        if let Some(rank) = keep.checked_sub(1).and_then(rank).filter(|last| rank(keep) == Some(*last)) {
            let start = hits.partition_point(|hit| hit.rank > rank);
            let end = hits.partition_point(|hit| hit.rank >= rank);
            let tied: Vec<Ranked> = hits.drain(start..end).collect();
            let mut tied: Vec<(After, Ranked)> = self
                .places(&tied)?
                .into_iter()
                .zip(tied)
                .filter_map(|(place, hit)| Some((place?, hit)))
                .collect();
            tied.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
            hits.splice(start..start, tied.into_iter().map(|(_, hit)| hit));
        }
        let others = hits.split_off(hits.len().min(keep));
        Ok((hits, others))
    }

    /// The first `keep` of those behind `after`, in order.
    pub(super) fn in_order(
        &self,
        mut hits: Vec<Ranked>,
        after: Option<&After>,
        keep: usize,
    ) -> tantivy::Result<Vec<After>> {
        match after {
            Some(after) => hits.retain(|hit| hit.rank <= after.rank),
            None => cut(&mut hits, keep),
        }
        let mut places: Vec<After> = self.places(&hits)?.into_iter().flatten().collect();
        places.retain(|place| after.is_none_or(|after| place > after));
        places.sort_unstable();
        places.truncate(keep);
        Ok(places)
    }

    /// Where each stands in the order of all; none for what has no id.
    fn places(&self, hits: &[Ranked]) -> tantivy::Result<Vec<Option<After>>> {
        let mut columns: HashMap<SegmentOrdinal, Option<StrColumn>> = HashMap::new();
        let mut places = Vec::with_capacity(hits.len());
        for Ranked { rank, name, address } in hits {
            let column = match columns.entry(address.segment_ord) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => {
                    let segment = self.statistics.searcher().segment_reader(address.segment_ord);
                    unknown.insert(segment.fast_fields().str(ID)?)
                }
            };
            let mut id = String::new();
            if let Some(column) = column
                && let Some(ordinal) = column.ords().first(address.doc_id)
            {
                column.ord_to_str(ordinal, &mut id)?;
            }
            places.push(StatementId::new(id).ok().map(|id| After { rank: *rank, name: name.clone(), id }));
        }
        Ok(places)
    }
}
