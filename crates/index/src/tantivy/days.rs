//! Statements by the days on which they may have been made.
//!
//! Tantivy has queries of ranges of its own, but those of 0.27 count below zero where several are excluded at once.

use tantivy::columnar::Column;
use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED};

use super::explain::score_alone;
use super::fields::{FIRST_DAY, LAST_DAY};

/// Statements whose possible days overlap a range: one dated 2019 may have been made in March 2019. Says nothing about
/// how well they answer.
#[derive(Debug, Clone)]
pub(super) struct DaysQuery {
    /// The first day of the range, if it begins.
    pub(super) from: Option<i64>,
    /// The last day of the range, if it ends.
    pub(super) to: Option<i64>,
}

impl Query for DaysQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for DaysQuery {
    fn scorer(&self, segment: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let days = |name| segment.fast_fields().i64(name);
        let mut scorer = DaysScorer {
            range: self.clone(),
            first: days(FIRST_DAY)?,
            last: days(LAST_DAY)?,
            document: 0,
            end: segment.max_doc(),
        };
        scorer.settle();
        Ok(Box::new(scorer))
    }

    fn explain(&self, segment: &SegmentReader, document: DocId) -> tantivy::Result<Explanation> {
        score_alone(self, segment, document, "the days")
    }
}

struct DaysScorer {
    range: DaysQuery,
    first: Column<i64>,
    last: Column<i64>,
    document: DocId,
    end: DocId,
}

impl DaysScorer {
    fn overlaps(&self) -> bool {
        let (Some(first), Some(last)) = (self.first.first(self.document), self.last.first(self.document))
        else {
            return false;
        };
        self.range.from.is_none_or(|from| last >= from) && self.range.to.is_none_or(|to| first <= to)
    }

    /// Goes on from the present document to the next that overlaps.
    fn settle(&mut self) -> DocId {
        while self.document < self.end && !self.overlaps() {
            self.document += 1;
        }
        if self.document >= self.end {
            self.document = TERMINATED;
        }
        self.document
    }
}

impl DocSet for DaysScorer {
    fn advance(&mut self) -> DocId {
        self.seek(self.document.saturating_add(1))
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.document < target {
            self.document = target;
            self.settle();
        }
        self.document
    }

    fn doc(&self) -> DocId {
        self.document
    }

    fn size_hint(&self) -> u32 {
        self.end
    }
}

impl Scorer for DaysScorer {
    fn score(&mut self) -> Score {
        0.0
    }
}
