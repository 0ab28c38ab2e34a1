//! Whether a gain holds.

use std::fmt;

use serde::Serialize;

use super::validation::Tuned;
use crate::significance::{
    Differences, Interval, Permutations, Tally, confidence_interval, randomisation_test, t_test,
};

/// How often chance alone may do as much for a gain to count.
pub const ALPHA: f64 = 0.05;

/// What tuning is worth: the values of the topics under the settings that were found without them, compared with those
/// of the base.
///
/// The training topics of any two folds overlap, so the values held out are not quite independent of each other, and p
/// is a little too small or too large (Bengio and Grandvalet, *No Unbiased Estimator of the Variance of K-Fold
/// Cross-Validation*, 2004). It keeps noise out; it is no promise about other collections.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// All collections together, each counting the same.
    pub together: Comparison,
    /// Each collection alone.
    pub collections: Vec<Comparison>,
    /// Why the gain does not count; none if it does.
    pub refusal: Option<Refusal>,
}

/// Topics held out, with the settings found without them and with the base.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The mean with the base.
    pub base: f64,
    /// The mean with the settings found.
    pub tuned: f64,
    /// What the latter is more.
    pub difference: f64,
    /// The 95 % confidence interval of the difference; none where it can't be told.
    pub interval: Option<Interval>,
    /// The p-value of the randomisation test.
    pub p: f64,
    /// The p-value of the t-test; none where it can't be told.
    pub t_test_p: Option<f64>,
    /// The difference in standard deviations.
    pub effect_size: Option<f64>,
    /// On how many topics the settings found are better and worse.
    pub topics: Tally,
}

/// Why a gain does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Even on the topics that it was chosen on, nothing is better than the base.
    NothingFound,
    /// Nothing is left on the topics held out.
    NoGain,
    /// Chance would often do as much.
    Chance,
    /// It costs one of the collections, counted from 0, more than chance would.
    Loss(usize),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingFound => f.write_str(
                "no setting that was tried is better than the base, even on the topics it is chosen on",
            ),
            Self::NoGain => f.write_str("nothing is left of the gain"),
            Self::Chance => write!(f, "chance alone would do as much too often (p ≥ {ALPHA})"),
            Self::Loss(_) => write!(f, "a collection loses more than by chance (p < {ALPHA})"),
        }
    }
}

impl Verdict {
    /// Judges what was found, by randomisation tests of so many permutations.
    pub fn on(tuned: &Tuned, permutations: Permutations) -> Self {
        let pairs: Vec<_> = tuned.base.iter().zip(&tuned.held_out).collect();
        let collections: Vec<_> = pairs
            .iter()
            .map(|(base, found)| {
                Comparison::of(mean(base), mean(found), Differences::between(base, found), permutations)
            })
            .collect();

        // Weighted so that the mean over all topics is the mean over the collections; a sign thrown anew stays one.
        let topics: usize = pairs.iter().map(|(base, _)| base.len()).sum();
        let weighted = pairs.iter().flat_map(|(base, found)| {
            let weight = topics as f64 / (pairs.len() * base.len()) as f64;
            found.iter().zip(*base).map(move |(found, base)| weight * (found - base))
        });
        let (base, found) = (over(&collections, |one| one.base), over(&collections, |one| one.tuned));
        let together = Comparison::of(base, found, Differences::new(weighted.collect()), permutations);

        let loss = collections.iter().position(|one| one.difference < 0.0 && one.p < ALPHA);
        let refusal = if tuned.best.score <= tuned.base_score {
            Some(Refusal::NothingFound)
        } else if together.difference <= 0.0 {
            Some(Refusal::NoGain)
        } else if together.p >= ALPHA {
            Some(Refusal::Chance)
        } else {
            loss.map(Refusal::Loss)
        };
        Self { together, collections, refusal }
    }
}

impl Comparison {
    fn of(base: f64, tuned: f64, differences: Differences, permutations: Permutations) -> Self {
        Self {
            base,
            tuned,
            difference: differences.mean(),
            interval: confidence_interval(&differences, 0.95),
            p: randomisation_test(&differences, permutations).p,
            t_test_p: t_test(&differences).map(|test| test.p),
            effect_size: differences.effect_size(),
            topics: differences.tally(),
        }
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn over(collections: &[Comparison], value: impl Fn(&Comparison) -> f64) -> f64 {
    mean(&collections.iter().map(value).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::super::tests::{hill, noise, space};
    use super::super::{Best, Folds, Method, Tuning, Values};
    use super::*;

    const FEW: Permutations = Permutations { count: 2_000, seed: 1 };

    /// Tunes with 30 settings in 5 folds.
    fn tune(
        method: Method,
        seed: u64,
        sizes: &[usize],
        mut values: impl FnMut(&[f64]) -> Result<Values, Infallible>,
    ) -> Verdict {
        let (space, folds) = (space(), Folds::new(sizes, 5, seed).unwrap());
        let tuning = Tuning { space: &space, base: &[0.75, 2.0], method, budget: 30, seed, folds: &folds };
        Verdict::on(&tuning.run(&mut values).unwrap(), FEW)
    }

    #[test]
    fn a_gain_on_all_topics_holds() {
        for (seed, method) in [(1, Method::Random), (2, Method::Coordinate), (3, Method::Grid)] {
            let verdict = tune(method, seed, &[30, 20], hill(seed, &[30, 20]));
            assert_eq!(verdict.refusal, None, "{verdict:?}");
            assert!(verdict.together.interval.unwrap().low > 0.0);
        }
    }

    #[test]
    fn noise_is_refused_in_nearly_all_seeds() {
        let mut found = 0;
        let refused = |seed: &u64| {
            let method = [Method::Grid, Method::Random, Method::Coordinate][(*seed % 3) as usize];
            let sizes: &[usize] = if seed.is_multiple_of(2) { &[40] } else { &[25, 15] };
            let verdict = tune(method, *seed, sizes, noise(*seed, sizes));
            found += usize::from(verdict.refusal != Some(Refusal::NothingFound));
            verdict.refusal.is_some()
        };
        assert!((0..60).filter(refused).count() >= 57);
        assert!(found >= 55, "in noise a better setting is found nearly always; it just doesn't hold");
    }

    fn verdict(base: Values, held_out: Values) -> Verdict {
        let best = Best { setting: vec![0.4, 1.0], score: 1.0 };
        Verdict::on(&Tuned { best, base_score: 0.5, folds: Vec::new(), base, held_out, tried: 2 }, FEW)
    }

    #[test]
    fn what_costs_a_collection_is_refused() {
        let (low, high) = (vec![0.2; 20], vec![0.9; 20]);
        let gain = verdict(vec![low.clone(), high.clone()], vec![high.clone(), high.clone()]);
        assert_eq!(gain.refusal, None);
        let loss = verdict(vec![low, high.clone()], vec![high, vec![0.7; 20]]);
        assert!(loss.together.difference > 0.0 && loss.together.p < ALPHA);
        assert_eq!(loss.refusal, Some(Refusal::Loss(1)));
    }

    #[test]
    fn collections_count_alike_whatever_their_size() {
        let verdict = verdict(vec![vec![0.5; 10], vec![0.5; 40]], vec![vec![0.9; 10], vec![0.4; 40]]);
        assert!((verdict.together.difference - 0.15).abs() < 1e-12);
        assert!((verdict.together.tuned - verdict.together.base - 0.15).abs() < 1e-12);
    }

    #[test]
    fn a_refusal_says_why() {
        let same = vec![vec![0.5; 10]];
        let none = verdict(same.clone(), same.clone());
        assert_eq!(none.refusal, Some(Refusal::NoGain));
        let mut few = same.clone();
        few[0][0] = 0.9;
        assert_eq!(verdict(same, few).refusal, Some(Refusal::Chance));
    }
}
