//! Which topics a setting is chosen on, and which it is judged by.

/// Values of a measure: for each collection, one for each of its topics.
pub type Values = Vec<Vec<f64>>;

/// A part of the topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    All,
    /// All but those of a fold.
    Training(usize),
    /// Those of a fold.
    HeldOut(usize),
}

/// The topics dealt out to folds at random, those of each collection as evenly as can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folds {
    count: usize,
    /// For each collection, the fold of each of its topics.
    of: Vec<Vec<usize>>,
}

impl Folds {
    /// Deals out collections of so many topics each.
    ///
    /// None if there are fewer than two folds, no collections, or a collection with fewer topics than folds: a fold
    /// without topics of a collection would say nothing about it.
    pub fn new(sizes: &[usize], count: usize, seed: u64) -> Option<Self> {
        if count < 2 || sizes.is_empty() || sizes.iter().any(|size| *size < count) {
            return None;
        }
        let mut random = fastrand::Rng::with_seed(seed);
        // Where the last collection stopped dealing the next goes on, so that the folds are of one size together, too.
        let mut next = 0;
        let deal = |size: &usize| {
            let mut folds: Vec<usize> = (next..next + size).map(|card| card % count).collect();
            next += size;
            random.shuffle(&mut folds);
            folds
        };
        Some(Self { count, of: sizes.iter().map(deal).collect() })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The fold of a collection's topic.
    pub fn of(&self, collection: usize, topic: usize) -> usize {
        self.of[collection][topic]
    }

    /// How many topics are in a part.
    pub fn size(&self, part: Part) -> usize {
        self.of.iter().flatten().filter(|fold| part.has(**fold)).count()
    }

    /// What tuning makes as large as can be: the mean over the collections of the mean over their topics in the part.
    /// So a collection with many topics counts no more than one with few.
    pub fn mean(&self, values: &[Vec<f64>], part: Part) -> f64 {
        let means = values.iter().zip(&self.of).map(|(values, folds)| {
            let within =
                values.iter().zip(folds).filter(|(_, fold)| part.has(**fold)).map(|(value, _)| *value);
            mean(within)
        });
        mean(means)
    }
}

impl Part {
    fn has(self, fold: usize) -> bool {
        match self {
            Self::All => true,
            Self::Training(held_out) => fold != held_out,
            Self::HeldOut(held_out) => fold == held_out,
        }
    }
}

/// The mean of numbers; 0 if there are none.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = values.fold((0_u32, 0.0), |(count, sum), value| (count + 1, sum + value));
    if count == 0 { 0.0 } else { sum / f64::from(count) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_fold_without_topics_of_a_collection_is_refused() {
        assert!(Folds::new(&[4, 9], 5, 1).is_none());
        assert!(Folds::new(&[], 5, 1).is_none());
        assert!(Folds::new(&[4, 9], 1, 1).is_none());
        assert!(Folds::new(&[4, 9], 4, 1).is_some());
    }

    #[test]
    fn collections_count_alike_whatever_their_size() {
        let folds = Folds::new(&[2, 4], 2, 1).unwrap();
        let values = [vec![1.0, 1.0], vec![0.0, 0.0, 0.5, 0.5]];
        assert_eq!(folds.mean(&values, Part::All), (1.0 + 0.25) / 2.0);
    }

    proptest! {
        #[test]
        fn every_topic_is_held_out_once_and_folds_are_even(
            sizes in prop::collection::vec(5..40_usize, 1..4), count in 2..=5_usize, seed: u64,
        ) {
            let folds = Folds::new(&sizes, count, seed).unwrap();
            prop_assert_eq!(&folds, &Folds::new(&sizes, count, seed).unwrap());
            let all = folds.size(Part::All);
            prop_assert_eq!(all, sizes.iter().sum::<usize>());
            prop_assert_eq!(all, (0..count).map(|fold| folds.size(Part::HeldOut(fold))).sum::<usize>());
            for fold in 0..count {
                prop_assert!(folds.size(Part::HeldOut(fold)).abs_diff(all / count) <= 1);
                prop_assert_eq!(folds.size(Part::Training(fold)) + folds.size(Part::HeldOut(fold)), all);
                for (collection, size) in sizes.iter().enumerate() {
                    let within = (0..*size).filter(|topic| folds.of(collection, *topic) == fold).count();
                    prop_assert!(within.abs_diff(size / count) <= 1);
                }
            }
        }
    }
}
