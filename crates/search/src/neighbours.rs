//! Statements that are like others which answer well, raised among the first hits.
//!
//! Score regularisation after Diaz, *Regularizing Ad Hoc Retrieval Scores* (CIKM 2005), which rests on the cluster
//! hypothesis (van Rijsbergen, *Information Retrieval*, 1979): statements that are like each other answer the same
//! questions, so what the nearest neighbours of a hit score says something about the hit. Here it is one step: to the
//! score of each of the first hits a part of its neighbours' average is added, each neighbour counting by the square of
//! its likeness. Likeness is the cosine of the words by which the statements answer, each word by the logarithm of its
//! count and its rarity.
//!
//! No score falls, so that the first hits stay before the others; what matches and how much of it is as before. As
//! with feedback, it counts less where the first hits don't score alike: what stands out has no need of neighbours.

use std::collections::HashMap;

use verbale_index::{Clause, Pattern, Ranking};
use verbale_statement::{Statement, StatementId};

use crate::highlight::Highlighter;
use crate::vocabulary::{Word, pattern, vocabulary};

/// The hit whose part of the first one's score says how alike the first hits score.
const LAST_OF_FIRST: usize = 10;

/// What a ranking asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Neighbours {
    /// See [`Ranking::neighbours`].
    weight: f32,
    /// The first hits that are compared.
    pub(crate) hits: usize,
    /// How many neighbours each hit has.
    each: usize,
}

/// The first hits, by the words that they share.
#[derive(Debug)]
pub(crate) struct Shared {
    /// The words that two of the hits have at least.
    pub(crate) patterns: Vec<Pattern>,
    /// For each of them, the hits that have it and how often.
    counts: Vec<Vec<(usize, f32)>>,
}

impl Neighbours {
    /// What a ranking asks for; none if it doesn't ask for neighbours.
    pub(crate) fn of(ranking: &Ranking) -> Option<Self> {
        // Whole numbers within the range that `Ranking` checks.
        let count = |knob: f32| knob.round().max(0.0) as usize;
        let neighbours = Self {
            weight: ranking.neighbours,
            hits: count(ranking.neighbours_hits),
            each: count(ranking.neighbours_each),
        };
        (neighbours.weight > 0.0 && neighbours.hits > 1 && neighbours.each > 0).then_some(neighbours)
    }

    /// `clause`, preferring those of the first hits that are like others of them. `rarity` is that of the patterns of
    /// `shared`, `hits` are the first ones with their scores, the highest first.
    pub(crate) fn expanded(
        self,
        clause: Clause,
        hits: &[(StatementId, f32)],
        shared: &Shared,
        rarity: &[f32],
    ) -> Clause {
        let (Some((_, first)), Some((_, last))) =
            (hits.first(), hits.get(LAST_OF_FIRST.min(hits.len()).saturating_sub(1)))
        else {
            return clause;
        };
        let alike = if *first > 0.0 { last / first } else { 0.0 };
        let likeness = shared.likeness(hits.len(), rarity);
        let bonus = |(own, (id, _)): (usize, &(StatementId, f32))| {
            let average = average(&nearest(&likeness[own], own, self.each), hits);
            (id.clone(), self.weight * alike * average)
        };
        let bonuses = hits.iter().enumerate().map(bonus).filter(|(_, bonus)| *bonus > 0.0).collect();
        let preferred = vec![Clause::Neighbours(bonuses)];
        Clause::Prefer { preferred, clause: Box::new(clause), pairs: Vec::new() }
    }
}

impl Shared {
    /// The words that the statements have in common, of those by which they answer `clause`.
    ///
    /// # Errors
    /// The first one of `statements`.
    pub(crate) fn of<E>(
        statements: impl Iterator<Item = Result<Statement, E>>,
        clause: &Clause,
    ) -> Result<Self, E> {
        let highlighter = Highlighter::new(clause);
        let mut words: HashMap<Word, Vec<(usize, f32)>> = HashMap::new();
        for (number, statement) in statements.enumerate() {
            for (word, count) in vocabulary(&statement?, &highlighter) {
                words.entry(word).or_default().push((number, count));
            }
        }
        let mut words: Vec<_> = words.into_iter().filter(|(_, hits)| hits.len() > 1).collect();
        // Sums of floating numbers depend on their order.
        words.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let (patterns, counts) = words.into_iter().map(|(word, hits)| (pattern(word), hits)).unzip();
        Ok(Self { patterns, counts })
    }

    /// How alike any two of `hits` statements are, 0 to 1.
    fn likeness(&self, hits: usize, rarity: &[f32]) -> Vec<Vec<f32>> {
        let weighed = |(counts, rarity): (&Vec<(usize, f32)>, &f32)| -> Vec<(usize, f32)> {
            counts.iter().map(|(hit, count)| (*hit, count.ln_1p() * rarity)).collect()
        };
        let mut products = vec![vec![0.0; hits]; hits];
        for weights in self.counts.iter().zip(rarity).map(weighed) {
            for (one, weight) in &weights {
                for (other, by) in &weights {
                    products[*one][*other] += weight * by;
                }
            }
        }
        let lengths: Vec<f32> = (0..hits).map(|hit| products[hit][hit].sqrt()).collect();
        for (row, length) in products.iter_mut().zip(&lengths) {
            for (product, by) in row.iter_mut().zip(&lengths) {
                let lengths = length * by;
                *product = if lengths > 0.0 { *product / lengths } else { 0.0 };
            }
        }
        products
    }
}

/// The `each` hits that are most like the one with the number `own`, with their likeness; of equals the better hits.
fn nearest(likeness: &[f32], own: usize, each: usize) -> Vec<(usize, f32)> {
    let others = likeness.iter().copied().enumerate();
    let mut others: Vec<_> = others.filter(|(hit, like)| *hit != own && *like > 0.0).collect();
    others.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    others.truncate(each);
    others
}

/// The average score of `neighbours`, each counting by the square of its likeness; 0 if there are none.
fn average(neighbours: &[(usize, f32)], hits: &[(StatementId, f32)]) -> f32 {
    let squares: f32 = neighbours.iter().map(|(_, like)| like * like).sum();
    let scores: f32 = neighbours.iter().map(|(hit, like)| like * like * hits[*hit].1).sum();
    if squares > 0.0 { scores / squares } else { 0.0 }
}

#[cfg(test)]
mod tests;
