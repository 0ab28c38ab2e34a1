//! What two systems differ by, topic by topic.

use serde::Serialize;

/// A smaller difference is taken for none: it comes of adding the same numbers in another order.
const ROUNDING: f64 = 1e-9;

/// The differences of a measure between a system and a baseline, one a topic.
#[derive(Debug, Clone, PartialEq)]
pub struct Differences {
    values: Vec<f64>,
    mean: f64,
    deviation: Option<f64>,
}

/// On how many topics a system is better than a baseline, the same, and worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Topics on which it is better.
    pub wins: usize,
    /// Topics on which there is no difference.
    pub ties: usize,
    /// Topics on which it is worse.
    pub losses: usize,
}

impl Differences {
    /// Of these differences, which are finite; those below 10⁻⁹ are taken for 0.
    pub fn new(mut values: Vec<f64>) -> Self {
        for value in &mut values {
            if value.abs() < ROUNDING {
                *value = 0.0;
            }
        }
        let count = values.len() as f64;
        let mean = if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / count };
        let deviation = (values.len() > 1).then(|| {
            let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
            let deviation = (squares / (count - 1.0)).sqrt();
            if deviation < ROUNDING * mean.abs() { 0.0 } else { deviation }
        });
        Self { values, mean, deviation }
    }

    /// `system` less `baseline`, where the same place in both is the same topic. What one has more than the other is
    /// left out.
    pub fn between(baseline: &[f64], system: &[f64]) -> Self {
        Self::new(system.iter().zip(baseline).map(|(system, baseline)| system - baseline).collect())
    }

    /// One a topic.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Their mean; 0 without topics.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// Their standard deviation, as that of a sample (n − 1); none with fewer than two topics.
    pub fn deviation(&self) -> Option<f64> {
        self.deviation
    }

    /// Cohen's *d*_z: the mean in units of the differences' standard deviation (Cohen, *Statistical Power Analysis for
    /// the Behavioral Sciences*, 1988, p. 48; Lakens 2013, formula 6). He calls 0.2 small, 0.5 medium and 0.8 large.
    /// It doesn't grow with the number of topics, as t does. None where the differences do not vary.
    pub fn effect_size(&self) -> Option<f64> {
        self.deviation.filter(|deviation| *deviation > 0.0).map(|deviation| self.mean / deviation)
    }

    /// How many topics are won and lost.
    pub fn tally(&self) -> Tally {
        let wins = self.values.iter().filter(|value| **value > 0.0).count();
        let losses = self.values.iter().filter(|value| **value < 0.0).count();
        Tally { wins, ties: self.values.len() - wins - losses, losses }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Twelve topics. What is expected of them in the tests here was computed with SciPy 1.17.1
    /// (`ttest_rel`, `permutation_test` with `permutation_type="samples"`, NumPy's `std(ddof=1)`).
    pub(in crate::significance) const BASELINE: [f64; 12] =
        [0.42, 0.10, 0.77, 0.31, 0.58, 0.00, 0.66, 0.25, 0.91, 0.49, 0.37, 0.12];
    pub(in crate::significance) const SYSTEM: [f64; 12] =
        [0.51, 0.10, 0.74, 0.45, 0.69, 0.08, 0.61, 0.40, 0.93, 0.62, 0.35, 0.30];

    /// The differences between crossed and self-fertilised maize in eighths of an inch: Darwin's data, on which Fisher
    /// introduced the randomisation test (*The Design of Experiments*, 1935, § 21).
    pub(in crate::significance) const MAIZE: [f64; 15] =
        [49., -67., 8., 16., 6., 23., 28., 41., 14., 29., 56., 24., 75., 60., -48.];

    #[track_caller]
    pub(in crate::significance) fn assert_close(value: f64, expected: f64, relative: f64) {
        assert!((value - expected).abs() <= relative * expected.abs(), "{value} is not {expected}");
    }

    #[test]
    fn differences_are_summed_up_as_numpy_does() {
        let differences = Differences::between(&BASELINE, &SYSTEM);
        assert_close(differences.mean(), 0.06666666666666667, 1e-12);
        assert_close(differences.deviation().unwrap(), 0.07912399168776853, 1e-12);
        assert_close(differences.effect_size().unwrap(), 0.8425594468203809, 1e-12);
        assert_eq!(differences.tally(), Tally { wins: 8, ties: 1, losses: 3 });
    }

    #[test]
    fn rounding_is_no_difference() {
        let differences = Differences::between(&[0.1 + 0.2, 0.5], &[0.3, 0.5]);
        assert_eq!(differences.tally(), Tally { wins: 0, ties: 2, losses: 0 });
        let same = Differences::between(&[0.1, 0.2, 0.7], &[0.2, 0.3, 0.8]);
        assert_eq!((same.deviation(), same.effect_size()), (Some(0.0), None));
    }

    #[test]
    fn there_is_little_to_say_about_few_topics() {
        let none = Differences::new(Vec::new());
        assert_eq!((none.mean(), none.deviation(), none.effect_size()), (0.0, None, None));
        let one = Differences::new(vec![0.25]);
        assert_eq!((one.mean(), one.deviation(), one.effect_size()), (0.25, None, None));
    }
}
