//! What matches anyway, and what of it stands higher. Reading where words stand takes long, so it is done only for
//! statements that may still come among the first.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader};

use super::explain::score_alone;
use super::word::WordQuery;
use super::words_at::WordsAt;

/// The score that the last of the first hits has: what can't reach it need not be scored in full.
#[derive(Debug, Clone, Default)]
pub(super) struct Threshold(Arc<AtomicU32>);

impl Threshold {
    /// Raises it to `score`, if it is lower. Scores are not negative, and so in the order of their bits.
    pub(super) fn raise(&self, score: Score) {
        self.0.fetch_max(score.to_bits(), Ordering::Relaxed);
    }

    fn score(&self) -> Score {
        Score::from_bits(self.0.load(Ordering::Relaxed))
    }
}

/// Sums of 32 bits are rounded: what is below the threshold by less than this part of it may not be.
const ROUNDING: Score = 1.0001;

/// Statements that match, scored higher for words that they need not have.
#[derive(Debug, Clone)]
pub(super) struct PreferQuery {
    pub(super) required: Arc<dyn Query>,
    pub(super) pairs: Vec<WordQuery>,
    /// Below it a score may be too low.
    pub(super) threshold: Threshold,
}

impl Query for PreferQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(PreferWeight { required: self.required.weight(scoring)?, query: self.clone() }))
    }
}

struct PreferWeight {
    required: Box<dyn Weight>,
    query: PreferQuery,
}

impl Weight for PreferWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let PreferQuery { pairs, threshold, .. } = &self.query;
        let most = pairs.iter().map(|pair| pair.most() * boost).sum();
        let pairs = pairs.iter().map(|pair| Ok(Pair { words: pair.in_segment(segment)?, most: 0.0 }));
        Ok(Box::new(PreferScorer {
            required: self.required.scorer(segment, boost)?,
            most,
            pairs: pairs.collect::<tantivy::Result<_>>()?,
            boost,
            threshold: threshold.clone(),
        }))
    }

    fn explain(&self, segment: &SegmentReader, document: DocId) -> tantivy::Result<Explanation> {
        score_alone(self, segment, document, "what matches, and what of it is preferred")
    }
}

struct Pair {
    words: WordsAt,
    /// The most that it can add to the present document.
    most: Score,
}

struct PreferScorer {
    required: Box<dyn Scorer>,
    pairs: Vec<Pair>,
    /// The most that all of them can add.
    most: Score,
    boost: Score,
    threshold: Threshold,
}

impl DocSet for PreferScorer {
    fn advance(&mut self) -> DocId {
        self.required.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.required.seek(target)
    }

    fn doc(&self) -> DocId {
        self.required.doc()
    }

    fn size_hint(&self) -> u32 {
        self.required.size_hint()
    }

    fn cost(&self) -> u64 {
        self.required.cost()
    }
}

impl Scorer for PreferScorer {
    fn score(&mut self) -> Score {
        let score = self.required.score();
        let (threshold, document) = (self.threshold.score(), self.required.doc());
        let misses = |score: Score| score * ROUNDING < threshold;
        if misses(score + self.most) {
            return score;
        }
        let mut open = 0.0;
        for pair in &mut self.pairs {
            pair.most = pair.words.most(document) * self.boost;
            open += pair.most;
        }
        let mut whole = score;
        for pair in self.pairs.iter_mut().filter(|pair| pair.most > 0.0) {
            if misses(whole + open) {
                break;
            }
            whole += pair.words.score(document) * self.boost;
            open -= pair.most;
        }
        whole
    }
}
