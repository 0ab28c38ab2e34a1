//! Newer statements before older ones that answer as well.

use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentReader};

use super::compile::Compiler;
use super::fields::FIRST_DAY;
use crate::Ranking;

/// Days of a year on average, by the Gregorian calendar.
const YEAR: f32 = 365.2425;

/// What the scores of one segment are multiplied by.
pub(super) struct Recency {
    days: Column<i64>,
    latest: i64,
    weight: Score,
    half_life: f32,
}

impl Compiler<'_> {
    /// None if age does not count.
    pub(super) fn recency(&self, segment: &SegmentReader) -> tantivy::Result<Option<Recency>> {
        let Ranking { recency: weight, recency_years: half_life, .. } = self.ranking;
        if weight <= 0.0 {
            return Ok(None);
        }
        let Some(latest) = self.statistics.latest_day()? else { return Ok(None) };
        Ok(Some(Recency { days: segment.fast_fields().i64(FIRST_DAY)?, latest, weight, half_life }))
    }
}

impl Recency {
    /// 1 for a statement without a date, more for one with a date, the most for the latest.
    pub(super) fn factor(&self, document: DocId) -> Score {
        let Some(day) = self.days.first(document) else { return 1.0 };
        let years = self.latest.saturating_sub(day).max(0) as f32 / YEAR;
        1.0 + self.weight * 0.5_f32.powf(years / self.half_life)
    }

    /// The most that any factor is.
    pub(super) fn most(&self) -> Score {
        1.0 + self.weight
    }
}
