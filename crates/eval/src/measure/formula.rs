//! The formulas.

use std::collections::BTreeMap;

use crate::Ranked;

/// The highest grade that gdeval expects.
const GDEVAL_HIGHEST: i32 = 4;

/// A ranking as far as measures see it.
pub(super) struct Judged<'a> {
    /// The grades of the ranked documents, the best first; none where a document was not judged.
    ranked: Vec<Option<i32>>,
    /// All grades of the topic.
    grades: &'a BTreeMap<String, i32>,
    /// The highest grade of any topic.
    highest: i32,
}

impl<'a> Judged<'a> {
    pub(super) fn new(ranking: &[Ranked], grades: &'a BTreeMap<String, i32>, highest: i32) -> Self {
        let ranked = ranking.iter().map(|ranked| grades.get(&ranked.document).copied()).collect();
        Self { ranked, grades, highest }
    }

    pub(super) fn ndcg(&self, depth: usize) -> f64 {
        let mut best: Vec<i32> = self.grades.values().copied().collect();
        best.sort_unstable_by(|one, other| other.cmp(one));
        share(gain(self.first(depth).map(Option::unwrap_or_default)), gain(best.into_iter().take(depth)))
    }

    pub(super) fn average_precision(&self) -> f64 {
        let precisions =
            (1..).zip(self.relevant_ranks(usize::MAX)).map(|(found, rank)| share_of(found, rank));
        share(precisions.sum(), self.relevant() as f64)
    }

    pub(super) fn reciprocal_rank(&self, depth: usize) -> f64 {
        self.relevant_ranks(depth).next().map_or(0.0, |rank| 1.0 / rank as f64)
    }

    pub(super) fn precision(&self, depth: usize) -> f64 {
        share_of(self.relevant_ranks(depth).count(), depth)
    }

    pub(super) fn recall(&self, depth: usize) -> f64 {
        share_of(self.relevant_ranks(depth).count(), self.relevant())
    }

    pub(super) fn judged(&self, depth: usize) -> f64 {
        share_of(self.first(depth).filter(Option::is_some).count(), self.first(depth).count())
    }

    pub(super) fn expected_reciprocal_rank(&self, depth: usize) -> f64 {
        let highest = f64::from(self.highest.max(GDEVAL_HIGHEST));
        let (mut expected, mut goes_on) = (0.0, 1.0);
        for (rank, grade) in (1..).zip(self.first(depth)) {
            let grade = f64::from(grade.unwrap_or_default().max(0));
            // The same as (2^grade - 1) / 2^highest where these powers are too great for a number.
            let stops = (grade - highest).exp2() - (-highest).exp2();
            expected += goes_on * stops / f64::from(rank);
            goes_on *= 1.0 - stops;
        }
        expected
    }

    pub(super) fn binary_preference(&self) -> f64 {
        let relevant = self.relevant();
        let comparable = self.grades.values().filter(|grade| **grade == 0).count().min(relevant);
        let (mut preferred, mut above) = (0.0, 0);
        for grade in self.ranked.iter().copied().flatten() {
            match grade {
                0 => above += 1,
                1.. => preferred += 1.0 - share_of(above.min(relevant), comparable),
                // A negative grade is as good as none.
                _ => {}
            }
        }
        share(preferred, relevant as f64)
    }

    pub(super) fn rank_biased_precision(&self, p: f64) -> f64 {
        // Adding up from the last rank needs no powers: each step is one more time to go on.
        let is_relevant = |grade: &Option<i32>| grade.is_some_and(|grade| grade > 0);
        let seen = |rest: f64, grade| rest * p + if is_relevant(grade) { 1.0 } else { 0.0 };
        (1.0 - p) * self.ranked.iter().rev().fold(0.0, seen)
    }

    fn first(&self, depth: usize) -> impl Iterator<Item = Option<i32>> {
        self.ranked.iter().take(depth).copied()
    }

    /// The ranks of the relevant documents, counted from 1.
    fn relevant_ranks(&self, depth: usize) -> impl Iterator<Item = usize> {
        (1..)
            .zip(self.first(depth))
            .filter(|(_, grade)| grade.is_some_and(|grade| grade > 0))
            .map(|(rank, _)| rank)
    }

    /// How many documents are relevant, ranked or not.
    fn relevant(&self) -> usize {
        self.grades.values().filter(|grade| **grade > 0).count()
    }
}

/// Discounted cumulative gain of documents with these grades.
fn gain(grades: impl Iterator<Item = i32>) -> f64 {
    (2_u32..).zip(grades).map(|(place, grade)| f64::from(grade.max(0)) / f64::from(place).log2()).sum()
}

/// `part` of `whole`; 0 of nothing.
fn share(part: f64, whole: f64) -> f64 {
    // The sum of no numbers is -0, which would be printed so.
    if whole == 0.0 { 0.0 } else { part / whole + 0.0 }
}

/// The same of counts.
fn share_of(part: usize, whole: usize) -> f64 {
    share(part as f64, whole as f64)
}
