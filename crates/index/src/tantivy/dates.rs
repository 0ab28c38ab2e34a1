//! Statements by the days on which they may have been made.
//!
//! Two ranges of Tantivy's, one of first days and one of last days, would say the same. But a range must not be asked about
//! a document before the one where it is, and in what is excluded Tantivy 0.27 does ask, if several conditions have moved
//! on together.

use tantivy::columnar::Column;
use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SeekDangerResult, SegmentReader, TERMINATED, TantivyError};

use super::fields::{FIRST_DAY, LAST_DAY};

/// Statements whose possible days overlap a range of days, both ends included: one dated 2019 may have been made in March
/// 2019. It adds nothing to their scores.
#[derive(Debug, Clone, Copy)]
pub(super) struct DatesQuery {
    pub(super) from: i64,
    pub(super) to: i64,
}

impl Query for DatesQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(*self))
    }
}

impl Weight for DatesQuery {
    fn scorer(&self, segment: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let columns = segment.fast_fields();
        let (first, last) = (columns.i64(FIRST_DAY)?, columns.i64(LAST_DAY)?);
        let mut dates = Dates { asked: *self, first, last, document: 0, end: segment.max_doc() };
        dates.settle();
        Ok(Box::new(dates))
    }

    fn explain(&self, segment: &SegmentReader, document: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.scorer(segment, 1.0)?;
        if scorer.doc() > document || scorer.seek(document) != document {
            return Err(TantivyError::InvalidArgument(format!("document {document} does not match")));
        }
        Ok(Explanation::new("made within a range of days", 0.0))
    }
}

/// The documents of one segment.
struct Dates {
    asked: DatesQuery,
    first: Column<i64>,
    last: Column<i64>,
    document: DocId,
    end: DocId,
}

impl Dates {
    fn matches(&self, document: DocId) -> bool {
        self.first.first(document).is_some_and(|first| first <= self.asked.to)
            && self.last.first(document).is_some_and(|last| last >= self.asked.from)
    }

    /// Goes on from the present document to the next one that matches.
    fn settle(&mut self) -> DocId {
        while self.document < self.end && !self.matches(self.document) {
            self.document += 1;
        }
        if self.document >= self.end {
            self.document = TERMINATED;
        }
        self.document
    }
}

impl DocSet for Dates {
    fn advance(&mut self) -> DocId {
        self.document = self.document.saturating_add(1);
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.document = self.document.max(target);
        self.settle()
    }

    fn seek_danger(&mut self, target: DocId) -> SeekDangerResult {
        if target >= self.end {
            return SeekDangerResult::SeekLowerBound(TERMINATED);
        }
        if !self.matches(target) {
            return SeekDangerResult::SeekLowerBound(target + 1);
        }
        self.document = target;
        SeekDangerResult::Found
    }

    fn doc(&self) -> DocId {
        self.document
    }

    fn size_hint(&self) -> u32 {
        self.end / 10
    }

    fn cost(&self) -> u64 {
        // Every document is looked at, so that whatever else has to match goes ahead.
        u64::from(self.end)
    }
}

impl Scorer for Dates {
    fn score(&mut self) -> Score {
        0.0
    }
}
