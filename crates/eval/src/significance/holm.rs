//! Many comparisons at once.

/// The p-values, corrected for their number by the step-down method of Holm (*A Simple Sequentially Rejective Multiple
/// Test Procedure*, 1979), in the order in which they are given.
///
/// The chance that any of those at or below α is a false alarm is then at most α, however the comparisons depend on
/// each other. The i-th smallest of n is multiplied by n − i + 1, and none falls below one that was smaller.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut adjusted = vec![1.0; p.len()];
    let mut floor: f64 = 0.0;
    for (rank, index) in order.into_iter().enumerate() {
        floor = floor.max(p[index] * (p.len() - rank) as f64).min(1.0);
        adjusted[index] = floor;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::differences::tests::assert_close;
    use super::*;

    /// Expected values of `p.adjust(p, "holm")` in R, and of `multipletests(p, method="holm")` in statsmodels 0.14.
    #[test]
    fn p_values_are_adjusted_as_r_does() {
        for (p, expected) in [
            (vec![0.01, 0.04, 0.03, 0.005], vec![0.03, 0.06, 0.06, 0.02]),
            (vec![0.02, 0.021, 0.9, 0.0004, 0.3, 0.3], vec![0.1, 0.1, 0.9, 0.0024, 0.9, 0.9]),
            (vec![0.7, 0.6], vec![1.0, 1.0]),
            (vec![0.03], vec![0.03]),
            (vec![], vec![]),
        ] {
            let adjusted = holm(&p);
            assert_eq!(adjusted.len(), expected.len());
            for (adjusted, expected) in adjusted.into_iter().zip(expected) {
                assert_close(adjusted, expected, 1e-12);
            }
        }
    }

    proptest! {
        #[test]
        fn adjusting_keeps_the_order_and_makes_nothing_smaller(p in prop::collection::vec(0.0..=1.0, 0..20)) {
            let adjusted = holm(&p);
            for (a, adjusted_a) in p.iter().zip(&adjusted) {
                prop_assert!(adjusted_a >= a && *adjusted_a <= 1.0);
                // Bonferroni's correction is never milder.
                prop_assert!(*adjusted_a <= (a * p.len() as f64).min(1.0) + 1e-12 || p.iter().any(|b| b < a));
                for (b, adjusted_b) in p.iter().zip(&adjusted) {
                    prop_assert!(a > b || adjusted_a <= adjusted_b);
                }
            }
        }
    }
}
