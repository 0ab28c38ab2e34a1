//! Student's t: the paired test, and the interval that goes with it.

use serde::Serialize;
use statrs::distribution::{ContinuousCDF, StudentsT};

use super::Differences;

/// What the paired t-test finds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TTest {
    /// The mean difference in units of its standard error.
    pub t: f64,
    /// The degrees of freedom: the number of topics less one.
    pub freedom: usize,
    /// The two-sided p-value: how likely chance alone gives a |t| as large or larger.
    pub p: f64,
}

/// From where to where.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The paired two-sided t-test (Student 1908). None where t is not defined: with fewer than two topics, or if all
/// differences are the same.
pub fn t_test(differences: &Differences) -> Option<TTest> {
    let (error, student) = (standard_error(differences)?, student(differences)?);
    let t = differences.mean() / error;
    (error > 0.0).then(|| TTest {
        t,
        freedom: differences.values().len() - 1,
        p: (2.0 * student.sf(t.abs())).min(1.0),
    })
}

/// The interval of the mean difference at a level of confidence such as 0.95, by Student's t: mean ± t·s/√n. If the
/// experiment were made anew many times with other topics of the same kind, so many of the intervals would hold the
/// true mean. None with fewer than two topics, or if the level is not between 0 and 1.
///
/// It leaves out 0 exactly where the [`t_test`] gives p < 1 − `confidence`.
pub fn confidence_interval(differences: &Differences, confidence: f64) -> Option<Interval> {
    if !(confidence > 0.0 && confidence < 1.0) {
        return None;
    }
    let (error, student) = (standard_error(differences)?, student(differences)?);
    let half = error * student.inverse_cdf(0.5 + confidence / 2.0);
    Some(Interval { low: differences.mean() - half, high: differences.mean() + half })
}

fn standard_error(differences: &Differences) -> Option<f64> {
    let count = differences.values().len() as f64;
    differences.deviation().map(|deviation| deviation / count.sqrt())
}

/// The distribution of t by chance.
fn student(differences: &Differences) -> Option<StudentsT> {
    StudentsT::new(0.0, 1.0, differences.values().len() as f64 - 1.0).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::differences::tests::{BASELINE, MAIZE, SYSTEM, assert_close};
    use super::*;

    #[test]
    fn the_test_and_the_interval_agree_with_scipy() {
        let differences = Differences::between(&BASELINE, &SYSTEM);
        let test = t_test(&differences).unwrap();
        assert_close(test.t, 2.9187115405800546, 1e-11);
        assert_close(test.p, 0.013969641954570478, 1e-10);
        assert_eq!(test.freedom, 11);
        let interval = confidence_interval(&differences, 0.95).unwrap();
        assert_close(interval.low, 0.016393680807657053, 1e-9);
        assert_close(interval.high, 0.11693965252567629, 1e-9);
        let interval = confidence_interval(&differences, 0.99).unwrap();
        assert_close(interval.low, -0.004273460448967911, 1e-9);
        assert_close(interval.high, 0.13760679378230123, 1e-9);
    }

    #[test]
    fn fishers_example_has_the_p_value_that_he_gives() {
        let test = t_test(&Differences::new(MAIZE.to_vec())).unwrap();
        assert_close(test.t, 2.1479874613311205, 1e-12);
        assert_close(test.p, 0.049702944021800866, 1e-10);
    }

    /// `2 * stats.t.sf(t, df)` and `stats.t.ppf(0.975, df)` of SciPy 1.17.1, from very few topics to very many.
    #[test]
    fn the_distribution_agrees_with_scipy() {
        for (freedom, t, p, quantile) in [
            (1.0, 0.1, 0.936548965138893, 12.706204736174694),
            (2.0, 8.0, 0.01526807216533814, 4.302652729749462),
            (11.0, 3.5, 0.004970290513891104, 2.200985160091639),
            (30.0, 1.0, 0.3253086154260302, 2.0422724563012378),
            (224.0, 8.0, 6.641580157456165e-14, 1.9706109611023637),
            (1189.0, 3.5, 0.00048247550750310313, 1.9619611644235988),
            (100_000.0, 2.0, 0.04550296345750651, 1.9599877075346095),
        ] {
            let student = StudentsT::new(0.0, 1.0, freedom).unwrap();
            assert_close(2.0 * student.sf(t), p, 1e-8);
            // What statrs gives is less exact for more topics than any collection has judged.
            let exactness = if freedom < 10_000.0 { 1e-9 } else { 1e-5 };
            assert_close(student.inverse_cdf(0.975), quantile, exactness);
        }
    }

    #[test]
    fn what_does_not_vary_can_not_be_tested() {
        for values in [vec![], vec![0.3], vec![0.1; 4], vec![0.0; 9]] {
            assert_eq!(t_test(&Differences::new(values)), None);
        }
        let same = confidence_interval(&Differences::new(vec![0.1; 4]), 0.95).unwrap();
        assert_close(same.low, 0.1, 1e-12);
        assert_close(same.high, 0.1, 1e-12);
        for level in [0.0, 1.0, -3.0, f64::NAN] {
            assert_eq!(confidence_interval(&Differences::new(MAIZE.to_vec()), level), None);
        }
    }

    proptest! {
        #[test]
        fn swapped_systems_give_the_same_p(pairs in prop::collection::vec((0.0..=1.0, 0.0..=1.0), 2..40)) {
            let (a, b): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            let (forth, back) = (Differences::between(&a, &b), Differences::between(&b, &a));
            if let (Some(forth), Some(back)) = (t_test(&forth), t_test(&back)) {
                prop_assert!((0.0..=1.0).contains(&forth.p) && (forth.p - back.p).abs() < 1e-9);
            }
        }

        #[test]
        fn the_interval_leaves_out_zero_where_the_test_is_significant(
            values in prop::collection::vec(-1.0..1.0, 2..30)
        ) {
            let differences = Differences::new(values);
            let (test, interval) = (t_test(&differences), confidence_interval(&differences, 0.95).unwrap());
            if let Some(test) = test && (test.p - 0.05).abs() > 1e-6 {
                prop_assert_eq!(test.p < 0.05, interval.low > 0.0 || interval.high < 0.0);
            }
        }
    }
}
