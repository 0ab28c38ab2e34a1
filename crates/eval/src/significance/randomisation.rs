//! Fisher's randomisation test.

use serde::Serialize;

use super::Differences;

/// Sums that differ by no more than this part of all that is summed up are the same: the order of addition rounds.
const ROUNDING: f64 = 1e-12;

/// How many permutations are looked at, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permutations {
    /// How many are drawn, at least 1. Where there are no more than this, each is looked at instead.
    pub count: u32,
    /// Where the random numbers start: the same seed gives the same p.
    pub seed: u64,
}

impl Default for Permutations {
    /// 100,000, as Smucker, Allan and Carterette do it: a p of 0.05 is then known to about ± 0.0014.
    fn default() -> Self {
        Self { count: 100_000, seed: 1 }
    }
}

/// What the randomisation test finds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Randomisation {
    /// The two-sided p-value: which part of the permutations has a mean difference as far from 0 or farther.
    pub p: f64,
    /// How many permutations were looked at.
    pub permutations: u64,
    /// Whether these are all that there are, so that p is no estimate.
    pub exact: bool,
}

/// The paired two-sided randomisation test (Fisher, *The Design of Experiments*, 1935, § 21; for retrieval: Smucker,
/// Allan and Carterette, CIKM 2007).
///
/// If the two systems were the same, the label of either could have stood at either value of any topic: the sign of
/// each difference is a coin's. So the signs are thrown anew, many times, and the p-value is the part of the throws
/// whose mean is as extreme as the one that was measured. Where the permutations are drawn, that one counts among
/// them, (1 + extreme) / (1 + drawn), so that p is never 0 (Phipson and Smyth 2010).
pub fn randomisation_test(differences: &Differences, permutations: Permutations) -> Randomisation {
    // A sign changes nothing about 0.
    let values: Vec<f64> = differences.values().iter().copied().filter(|value| *value != 0.0).collect();
    let observed = values.iter().sum::<f64>().abs();
    let bound = observed - ROUNDING * values.iter().map(|value| value.abs()).sum::<f64>();
    let all = u32::try_from(values.len()).ok().and_then(|exponent| 2_u64.checked_pow(exponent));
    match all.filter(|all| *all <= u64::from(permutations.count)) {
        Some(all) => {
            let extreme = extreme_of_all(&values, 0.0, bound);
            Randomisation { p: extreme as f64 / all as f64, permutations: all, exact: true }
        }
        None => {
            let drawn = u64::from(permutations.count.max(1));
            let extreme = extreme_of_drawn(&values, bound, drawn, permutations.seed);
            Randomisation { p: (1 + extreme) as f64 / (1 + drawn) as f64, permutations: drawn, exact: false }
        }
    }
}

/// How many of all assignments of signs to `rest` give a sum that, added to `sum`, reaches the bound.
fn extreme_of_all(rest: &[f64], sum: f64, bound: f64) -> u64 {
    match rest.split_first() {
        None => u64::from(sum.abs() >= bound),
        Some((value, rest)) => {
            extreme_of_all(rest, sum + value, bound) + extreme_of_all(rest, sum - value, bound)
        }
    }
}

/// How many of so many random assignments of signs give a sum that reaches the bound.
fn extreme_of_drawn(values: &[f64], bound: f64, drawn: u64, seed: u64) -> u64 {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut extreme = 0;
    for _ in 0..drawn {
        let mut sum = 0.0;
        for values in values.chunks(64) {
            let mut coins = random.u64(..);
            for value in values {
                // The coin is the sign bit: no branch that could be guessed wrong half of the time.
                sum += f64::from_bits(value.to_bits() ^ (coins << 63));
                coins >>= 1;
            }
        }
        extreme += u64::from(f64::abs(sum) >= bound);
    }
    extreme
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::differences::tests::{BASELINE, MAIZE, SYSTEM, assert_close};
    use super::*;

    fn p(values: &[f64], count: u32) -> Randomisation {
        randomisation_test(&Differences::new(values.to_vec()), Permutations { count, seed: 7 })
    }

    #[test]
    fn fishers_example_has_the_p_value_that_he_gives() {
        assert_eq!(
            p(&MAIZE, 32_768),
            Randomisation { p: 1726.0 / 32_768.0, permutations: 32_768, exact: true }
        );
        let drawn = p(&MAIZE, 32_767);
        assert!(!drawn.exact && drawn.permutations == 32_767);
        assert!((drawn.p - 1726.0 / 32_768.0).abs() < 0.005, "{}", drawn.p);
    }

    #[test]
    fn few_topics_are_enumerated_as_scipy_does() {
        let differences = Differences::between(&BASELINE, &SYSTEM);
        let test = randomisation_test(&differences, Permutations::default());
        assert_close(test.p, 0.0185546875, 1e-12);
        // One of the twelve topics is a tie, which is the same under either sign.
        assert_eq!((test.permutations, test.exact), (2048, true));
        assert_eq!(p(&[6.0, 1.0, 2.0, 4.0, -2.0], 1000).p, 0.25);
    }

    #[test]
    fn systems_that_do_the_same_are_not_different() {
        for values in [vec![], vec![0.0; 5]] {
            assert_eq!(p(&values, 10), Randomisation { p: 1.0, permutations: 1, exact: true });
        }
    }

    #[test]
    fn p_is_small_but_not_zero_where_every_topic_agrees() {
        assert_eq!(p(&[0.1; 40], 999).p, 0.001);
    }

    proptest! {
        #[test]
        fn p_is_a_probability_and_does_not_depend_on_the_direction(
            values in prop::collection::vec(-1.0..1.0, 0..30), seed: u64
        ) {
            let permutations = Permutations { count: 300, seed };
            let test = |values: Vec<f64>| randomisation_test(&Differences::new(values), permutations);
            let forth = test(values.clone());
            prop_assert!(forth.p > 0.0 && forth.p <= 1.0);
            prop_assert_eq!(test(values.clone()), forth);
            prop_assert_eq!(test(values.iter().map(|value| -value).collect()), forth);
        }

        #[test]
        fn what_is_drawn_is_close_to_what_is_enumerated(values in prop::collection::vec(-1.0..1.0, 11..14)) {
            let (exact, drawn) = (p(&values, 1 << 13), p(&values, 2000));
            prop_assert!(exact.exact && !drawn.exact);
            // Five standard errors of a proportion of 2,000 are at most 0.056.
            prop_assert!((exact.p - drawn.p).abs() < 0.06, "{} and {}", exact.p, drawn.p);
        }
    }
}
