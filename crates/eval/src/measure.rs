//! How good a ranking is.
//!
//! The formulas are those of trec_eval, and of gdeval and cwl_eval for ERR and RBP, as ir_measures calls them, so that
//! values can be compared with what others publish.

mod formula;
mod name;

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use crate::measure::formula::Judged;
use crate::{Qrels, Run};

/// A measure of a ranking: 0 at worst, 1 at best (ERR's best is below 1). It is printed and parsed as ir_measures
/// does: `nDCG@10`, `RBP(p=0.8)`.
///
/// A document is relevant if its grade is above 0; one that was not judged counts as not relevant, except in bpref.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measure {
    /// `nDCG`, `nDCG@10`: discounted cumulative gain (Järvelin and Kekäläinen, 2002) over the best possible one. The
    /// gain of a document is its grade, discounted by the logarithm to base 2 of its rank + 1.
    Ndcg(Option<NonZeroU32>),
    /// `AP`: average precision, the mean of the precision at each relevant document.
    Ap,
    /// `RR`, `RR@10`: one over the rank of the first relevant document, if it is among the first so many.
    Rr(Option<NonZeroU32>),
    /// `P@5`: how many of the first so many are relevant, a shorter ranking being as good as filled up.
    Precision(NonZeroU32),
    /// `R@100`: how many of the relevant documents are among the first so many.
    Recall(NonZeroU32),
    /// `Judged@10`: how many of the first so many, as far as there are any, were judged at all. Where that is low, the
    /// other measures say little.
    Judged(NonZeroU32),
    /// `ERR@20`: expected reciprocal rank (Chapelle and others, 2009): a reader goes down the ranking and stops at a
    /// document with a probability that grows with its grade, (2^grade - 1) / 2^highest. The highest grade is 4, as
    /// in gdeval, or what the qrels have above that.
    Err(NonZeroU32),
    /// `bpref`: how seldom documents judged not relevant stand above relevant ones (Buckley and Voorhees, 2004);
    /// documents that were not judged count for nothing.
    Bpref,
    /// `RBP(p=0.8)`: rank-biased precision (Moffat and Zobel, 2008): the share of relevant documents among those that
    /// a reader sees who goes on from each to the next with probability `p`, between 0 and 1.
    Rbp {
        /// The reader's persistence.
        p: f64,
    },
}

impl Measure {
    /// What is reported where nothing else is asked for.
    pub const USUAL: [Self; 6] = {
        const fn at(k: u32) -> NonZeroU32 {
            NonZeroU32::MIN.saturating_add(k - 1)
        }
        [
            Self::Ndcg(Some(at(10))),
            Self::Ap,
            Self::Rr(Some(at(10))),
            Self::Precision(at(5)),
            Self::Recall(at(100)),
            Self::Judged(at(10)),
        ]
    };

    /// The value for every judged topic; 0 for those that the run has no ranking for. What the run has for topics
    /// that were not judged counts for nothing.
    pub fn per_topic(&self, qrels: &Qrels, run: &Run) -> BTreeMap<String, f64> {
        let highest = qrels.highest();
        let value = |topic: &str| {
            let grades = qrels.grades(topic)?;
            Some(self.of(&Judged::new(run.ranking(topic), grades, highest)))
        };
        qrels.topics().map(|topic| (topic.to_owned(), value(topic).unwrap_or_default())).collect()
    }

    fn of(self, ranking: &Judged<'_>) -> f64 {
        let depth = |k: NonZeroU32| usize::try_from(k.get()).unwrap_or(usize::MAX);
        match self {
            Self::Ndcg(cutoff) => ranking.ndcg(cutoff.map_or(usize::MAX, depth)),
            Self::Ap => ranking.average_precision(),
            Self::Rr(cutoff) => ranking.reciprocal_rank(cutoff.map_or(usize::MAX, depth)),
            Self::Precision(k) => ranking.precision(depth(k)),
            Self::Recall(k) => ranking.recall(depth(k)),
            Self::Judged(k) => ranking.judged(depth(k)),
            Self::Err(k) => ranking.expected_reciprocal_rank(depth(k)),
            Self::Bpref => ranking.binary_preference(),
            Self::Rbp { p } => ranking.rank_biased_precision(p),
        }
    }
}

/// The mean over topics; 0 if there are none.
pub fn mean(values: &BTreeMap<String, f64>) -> f64 {
    if values.is_empty() { 0.0 } else { values.values().sum::<f64>() / values.len() as f64 }
}

#[cfg(test)]
mod tests;
