//! How far assessors agree, beyond what chance would make them.
//!
//! 1 is full agreement, 0 as much as chance gives, below 0 less than that. Where everybody gives everything the same
//! grade, chance can't be told from agreement, and there is no value.

use std::collections::BTreeMap;

/// What a disagreement of two assessors counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weights {
    /// Every disagreement the same (Cohen 1960).
    Unweighted,
    /// The distance between the grades (Cohen 1968).
    Linear,
    /// The square of the distance between the grades (Cohen 1968).
    Quadratic,
}

impl Weights {
    fn of(self, one: i32, other: i32) -> f64 {
        let distance = f64::from(one.abs_diff(other));
        match self {
            Self::Unweighted => f64::from(u8::from(one != other)),
            Self::Linear => distance,
            Self::Quadratic => distance * distance,
        }
    }
}

/// Cohen's kappa of two assessors over what both have judged, each pair the grades of one document.
///
/// J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960),
/// and "Weighted kappa", Psychological Bulletin 70 (1968): one less the disagreement there is over that which is
/// expected of two who give their grades as often as these do, but at random.
pub fn cohen(pairs: &[(i32, i32)], weights: Weights) -> Option<f64> {
    let count = pairs.len() as f64;
    let observed: f64 = pairs.iter().map(|(one, other)| weights.of(*one, *other)).sum::<f64>() / count;
    let (ones, others) = (shares(pairs.iter().map(|pair| pair.0)), shares(pairs.iter().map(|pair| pair.1)));
    let expected: f64 = ones
        .iter()
        .flat_map(|(one, often)| {
            others.iter().map(move |(other, rest)| weights.of(*one, *other) * often * rest)
        })
        .sum();
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

/// Fleiss' kappa of any number of assessors: for each document the grades that it was given, by whomever.
///
/// J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971). Documents
/// may have been judged by different numbers of assessors, as K. L. Gwet, "Handbook of inter-rater reliability" (4th
/// edition, 2014), extends it: agreement is that of the documents with two judgments and more, the frequency of a
/// grade that over all documents, each counting the same.
pub fn fleiss(documents: &[Vec<i32>]) -> Option<f64> {
    let judged: Vec<_> = documents.iter().filter(|grades| !grades.is_empty()).collect();
    let mut frequencies: BTreeMap<i32, f64> = BTreeMap::new();
    let (mut agreement, mut compared) = (0.0, 0.0);
    for grades in &judged {
        let shares = shares(grades.iter().copied());
        let often = grades.len() as f64;
        if grades.len() > 1 {
            // A share of s among n are s·n judgments, of which each agrees with s·n - 1 others.
            agreement +=
                shares.values().map(|share| share * (share * often - 1.0)).sum::<f64>() / (often - 1.0);
            compared += 1.0;
        }
        for (grade, share) in shares {
            *frequencies.entry(grade).or_default() += share / judged.len() as f64;
        }
    }
    let expected: f64 = frequencies.values().map(|frequency| frequency * frequency).sum();
    (compared > 0.0 && frequencies.len() > 1).then(|| (agreement / compared - expected) / (1.0 - expected))
}

/// How often each grade occurs, as a share of all.
fn shares(grades: impl ExactSizeIterator<Item = i32>) -> BTreeMap<i32, f64> {
    let all = grades.len() as f64;
    let mut counts: BTreeMap<i32, u32> = BTreeMap::new();
    grades.for_each(|grade| *counts.entry(grade).or_default() += 1);
    counts.into_iter().map(|(grade, count)| (grade, f64::from(count) / all)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pairs by how often each occurs.
    fn pairs(counts: &[(i32, i32, usize)]) -> Vec<(i32, i32)> {
        counts.iter().flat_map(|(one, other, count)| vec![(*one, *other); *count]).collect()
    }

    #[test]
    fn cohen_is_what_textbooks_count() {
        // Agreement 0.7, by chance 0.5.
        let grants = pairs(&[(1, 1, 20), (1, 0, 5), (0, 1, 10), (0, 0, 15)]);
        assert!((cohen(&grants, Weights::Unweighted).unwrap() - 0.4).abs() < 1e-12);
        // With two grades, every disagreement is of the same size.
        assert_eq!(cohen(&grants, Weights::Linear), cohen(&grants, Weights::Unweighted));
        assert_eq!(cohen(&grants, Weights::Quadratic), cohen(&grants, Weights::Unweighted));
    }

    #[test]
    fn near_misses_count_less_with_weights() {
        let graded = pairs(&[(0, 0, 11), (1, 1, 6), (2, 2, 19), (0, 1, 2), (2, 1, 3), (0, 2, 1), (3, 2, 8)]);
        let kappas =
            [Weights::Unweighted, Weights::Linear, Weights::Quadratic].map(|w| cohen(&graded, w).unwrap());
        // As scikit-learn's cohen_kappa_score has them.
        for (kappa, expected) in kappas.iter().zip([0.579_326_923_077, 0.707_259_953_162, 0.812_527_569_475])
        {
            assert!((kappa - expected).abs() < 1e-9, "{kappas:?}");
        }
    }

    #[test]
    fn fleiss_takes_documents_with_some_judgments_missing() {
        let documents = [&[0, 0, 1][..], &[1, 1, 1], &[2, 3, 2], &[3, 3], &[2], &[2], &[1, 0, 0]];
        let kappa = fleiss(&documents.map(<[i32]>::to_vec)).unwrap();
        // As irrCAC has it.
        assert!((kappa - 0.448_75).abs() < 1e-8, "{kappa}");
    }

    #[test]
    fn fleiss_is_what_textbooks_count() {
        // Ten cases, each given to one of five classes by fourteen raters.
        const COUNTS: [[usize; 5]; 10] = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        let graded = |counts: &[usize; 5]| {
            (0..).zip(counts).flat_map(|(grade, count)| vec![grade; *count]).collect::<Vec<i32>>()
        };
        let cases: Vec<_> = COUNTS.iter().map(graded).collect();
        assert!((fleiss(&cases).unwrap() - 0.209_930_704_422_195).abs() < 1e-12);
    }

    #[test]
    fn without_a_choice_there_is_no_agreement_to_speak_of() {
        assert_eq!(cohen(&[], Weights::Unweighted), None);
        assert_eq!(cohen(&[(2, 2), (2, 2)], Weights::Quadratic), None);
        assert_eq!(fleiss(&[]), None);
        assert_eq!(fleiss(&[vec![1], vec![0]]), None);
        assert_eq!(fleiss(&[vec![1, 1], vec![1, 1]]), None);
        assert_eq!(fleiss(&[vec![1, 1], vec![0, 0], vec![]]), Some(1.0));
    }

    proptest! {
        #[test]
        fn agreement_is_at_most_full_and_full_only_if_it_is(
            pairs in proptest::collection::vec((0..4_i32, 0..4_i32), 1..40),
        ) {
            let same = pairs.iter().all(|(one, other)| one == other);
            let rows: Vec<_> = pairs.iter().map(|(one, other)| vec![*one, *other]).collect();
            let cohens = [Weights::Unweighted, Weights::Linear, Weights::Quadratic].map(|w| cohen(&pairs, w));
            for kappa in cohens.into_iter().chain([fleiss(&rows)]).flatten() {
                prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&kappa));
                prop_assert_eq!(same, (kappa - 1.0).abs() < 1e-9);
            }
        }
    }
}
