//! How far assessors agree.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Pair;
use crate::kappa::{Weights, cohen, fleiss};

/// How far the assessors of a pool agree; each number over the documents that it takes, topics together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Agreement {
    /// The assessors, each with how many documents he or she has judged.
    pub assessors: Vec<(String, usize)>,
    /// How many documents have been judged by two or more.
    pub shared: usize,
    /// Every two assessors who share a document.
    pub pairs: Vec<PairAgreement>,
    /// Fleiss' kappa of all, see [`crate::kappa::fleiss`]; none where chance can't be told from agreement.
    pub fleiss: Option<f64>,
    /// The documents that were not given the same grade by all who judged them, the widest apart first.
    pub disagreements: Vec<Disagreement>,
}

/// How far two assessors agree; none where chance can't be told from agreement. See [`crate::kappa::cohen`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairAgreement {
    /// The one.
    pub one: String,
    /// The other.
    pub other: String,
    /// How many documents both have judged.
    pub documents: usize,
    /// How many of them they gave the same grade.
    pub same: usize,
    /// Cohen's kappa, every disagreement counting the same.
    pub kappa: Option<f64>,
    /// Cohen's kappa, weighted by the distance of the grades.
    pub linear: Option<f64>,
    /// Cohen's kappa, weighted by the square of the distance.
    pub quadratic: Option<f64>,
}

/// A document about which assessors differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Disagreement {
    /// The topic's id.
    pub topic: String,
    /// The document's id.
    pub document: String,
    /// Who gave which grade, and the note beside it.
    pub grades: Vec<(String, u8, String)>,
}

impl Disagreement {
    /// How far the grades lie apart.
    pub fn distance(&self) -> u8 {
        let grades = || self.grades.iter().map(|(_, grade, _)| *grade);
        grades().max().unwrap_or(0) - grades().min().unwrap_or(0)
    }
}

impl Agreement {
    pub(super) fn of(judged: &BTreeMap<Pair, BTreeMap<String, (u8, String)>>) -> Self {
        let mut assessors: BTreeMap<&str, usize> = BTreeMap::new();
        let mut shared: BTreeMap<(&str, &str), Vec<(i32, i32)>> = BTreeMap::new();
        for given in judged.values() {
            for (assessor, (grade, _)) in given {
                *assessors.entry(assessor).or_default() += 1;
                let others = given
                    .range::<String, _>((std::ops::Bound::Excluded(assessor), std::ops::Bound::Unbounded));
                for (other, (others_grade, _)) in others {
                    shared
                        .entry((assessor, other))
                        .or_default()
                        .push(((*grade).into(), (*others_grade).into()));
                }
            }
        }
        let all: Vec<Vec<i32>> =
            judged.values().map(|given| given.values().map(|(grade, _)| (*grade).into()).collect()).collect();
        let disagreement = |((topic, document), given): (&Pair, &BTreeMap<String, (u8, String)>)| {
            let grades = given.iter().map(|(who, (grade, note))| (who.clone(), *grade, note.clone()));
            Disagreement { topic: topic.clone(), document: document.clone(), grades: grades.collect() }
        };
        let mut disagreements: Vec<_> =
            judged.iter().map(disagreement).filter(|found| found.distance() > 0).collect();
        disagreements.sort_by_key(|found| std::cmp::Reverse(found.distance()));
        Self {
            assessors: assessors.into_iter().map(|(who, count)| (who.to_owned(), count)).collect(),
            shared: all.iter().filter(|grades| grades.len() > 1).count(),
            pairs: shared.into_iter().map(|((one, other), grades)| pair(one, other, &grades)).collect(),
            fleiss: fleiss(&all),
            disagreements,
        }
    }
}

fn pair(one: &str, other: &str, grades: &[(i32, i32)]) -> PairAgreement {
    PairAgreement {
        one: one.to_owned(),
        other: other.to_owned(),
        documents: grades.len(),
        same: grades.iter().filter(|(one, other)| one == other).count(),
        kappa: cohen(grades, Weights::Unweighted),
        linear: cohen(grades, Weights::Linear),
        quadratic: cohen(grades, Weights::Quadratic),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;

    #[test]
    fn every_two_are_compared_over_what_both_judged() {
        let agreement = said(&[
            ("Ada", "a", Some(3)),
            ("Ada", "b", Some(0)),
            ("Ada", "c", Some(1)),
            ("Bo", "a", Some(3)),
            ("Bo", "b", Some(0)),
            ("Bo", "c", Some(0)),
            ("Cy", "b", Some(3)),
            ("Di", "e", Some(3)),
        ])
        .agreement();
        assert_eq!(
            agreement.assessors,
            [("Ada", 3), ("Bo", 3), ("Cy", 1), ("Di", 1)].map(|(who, n)| (who.into(), n))
        );
        assert_eq!(agreement.shared, 3);
        let pairs: Vec<_> =
            agreement.pairs.iter().map(|p| (p.one.as_str(), p.other.as_str(), p.documents, p.same)).collect();
        assert_eq!(pairs, [("Ada", "Bo", 3, 2), ("Ada", "Cy", 1, 0), ("Bo", "Cy", 1, 0)]);
        assert!(agreement.pairs[0].quadratic > agreement.pairs[0].kappa);
        assert!(agreement.fleiss.is_some());
        let apart: Vec<_> =
            agreement.disagreements.iter().map(|found| (found.document.as_str(), found.distance())).collect();
        assert_eq!(apart, [("b", 3), ("c", 1)]);
    }

    #[test]
    fn one_alone_does_not_disagree() {
        let agreement = said(&[("Ada", "a", Some(3)), ("Ada", "b", Some(0))]).agreement();
        assert!(
            agreement.pairs.is_empty() && agreement.fleiss.is_none() && agreement.disagreements.is_empty()
        );
    }
}
