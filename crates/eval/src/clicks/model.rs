//! The position-based click model, fitted by expectation maximisation.

use std::collections::{BTreeMap, BTreeSet};

/// How often a document was shown for a query at a rank, and how often it was clicked there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The query and the document, by a number.
    pub pair: usize,
    /// The rank, counted from 0.
    pub rank: usize,
    /// How often it was shown.
    pub shown: u32,
    /// How often it was clicked, at most `shown`.
    pub clicked: u32,
}

/// The model that makes the clicks likeliest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fit {
    /// The probability that a rank is examined, 1 for the one that is examined most.
    pub examination: BTreeMap<usize, f64>,
    /// The probability that a document is clicked if it is examined, by pair.
    pub attractiveness: BTreeMap<usize, f64>,
    /// Ranks that no document links to the others: nothing tells what is the rank's there, and what the document's.
    pub unlinked: BTreeSet<usize>,
}

/// The most rounds of expectation and maximisation.
const ROUNDS: usize = 2_000;

/// A round that changes nothing by more than this is the last one.
const STILL: f64 = 1e-7;

/// Fits examination and attractiveness to `cells`, as in chapter 4 of Chuklin, Markov and de Rijke (2015), without
/// their smoothing, which would make what was never clicked attractive by half.
///
/// Of the ranks, those that are linked to each other are taken, directly or over others, by documents that stood at
/// both; of several such groups the one that was seen most.
pub fn fit(cells: &[Cell]) -> Fit {
    let linked = linked(cells);
    let unlinked = cells.iter().map(|cell| cell.rank).filter(|rank| !linked.contains(rank)).collect();
    let cells: Vec<_> = cells.iter().filter(|cell| linked.contains(&cell.rank)).collect();
    // Far from the edges, on which the estimates would stay.
    let mut examination: BTreeMap<usize, f64> =
        linked.iter().map(|rank| (*rank, 1.0 / (*rank as f64 + 2.0).sqrt())).collect();
    let mut attractiveness: BTreeMap<usize, f64> = cells.iter().map(|cell| (cell.pair, 0.5)).collect();
    for _ in 0..ROUNDS {
        let mut examined: BTreeMap<usize, Share> = BTreeMap::new();
        let mut attracted: BTreeMap<usize, Share> = BTreeMap::new();
        for Cell { pair, rank, shown, clicked } in cells.iter().copied() {
            let (seen, attractive) = (examination[rank], attractiveness[pair]);
            let (shown, clicked) = (f64::from(*shown), f64::from(*clicked));
            // A click is both. Without one, either is less likely than before, but not excluded.
            let none = (1.0 - seen * attractive).max(f64::MIN_POSITIVE);
            let passed = shown - clicked;
            examined
                .entry(*rank)
                .or_default()
                .add(clicked + passed * seen * (1.0 - attractive) / none, shown);
            attracted
                .entry(*pair)
                .or_default()
                .add(clicked + passed * attractive * (1.0 - seen) / none, shown);
        }
        let change = update(&mut examination, &examined).max(update(&mut attractiveness, &attracted));
        if change < STILL {
            break;
        }
    }
    // The clicks fix the products only.
    let most = examination.values().copied().fold(0.0, f64::max);
    if most > 0.0 {
        examination.values_mut().for_each(|probability| *probability /= most);
        attractiveness.values_mut().for_each(|probability| *probability *= most);
    }
    Fit { examination, attractiveness, unlinked }
}

/// The part of the times that something was shown.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    part: f64,
    whole: f64,
}

impl Share {
    fn add(&mut self, part: f64, whole: f64) {
        self.part += part;
        self.whole += whole;
    }
}

/// Puts the new estimates in the place of the old ones, and gives the largest change.
fn update(estimates: &mut BTreeMap<usize, f64>, shares: &BTreeMap<usize, Share>) -> f64 {
    let mut largest: f64 = 0.0;
    for (key, Share { part, whole }) in shares {
        if *whole > 0.0
            && let Some(estimate) = estimates.get_mut(key)
        {
            let new = part / whole;
            largest = largest.max((new - *estimate).abs());
            *estimate = new;
        }
    }
    largest
}

/// The ranks that are linked to each other, and were seen most.
fn linked(cells: &[Cell]) -> BTreeSet<usize> {
    let mut ranks_of: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut pairs_at: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut seen: BTreeMap<usize, u64> = BTreeMap::new();
    for cell in cells {
        ranks_of.entry(cell.pair).or_default().insert(cell.rank);
        pairs_at.entry(cell.rank).or_default().insert(cell.pair);
        *seen.entry(cell.rank).or_default() += u64::from(cell.shown);
    }
    let mut best = (0, BTreeSet::new());
    let mut left: BTreeSet<usize> = seen.keys().copied().collect();
    while let Some(start) = left.pop_first() {
        let (mut group, mut open) = (BTreeSet::from([start]), vec![start]);
        while let Some(rank) = open.pop() {
            for other in pairs_at[&rank].iter().flat_map(|pair| &ranks_of[pair]) {
                if left.remove(other) {
                    group.insert(*other);
                    open.push(*other);
                }
            }
        }
        let weight: u64 = group.iter().map(|rank| seen[rank]).sum();
        // The first of equals is the one that stands highest.
        if weight > best.0 {
            best = (weight, group);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMINATION: [f64; 8] = [1.0, 0.7, 0.5, 0.38, 0.3, 0.24, 0.2, 0.17];

    /// A simulated log: `orders` gives a query's documents in the order of a search.
    fn simulated(
        attractiveness: &[f64],
        searches: usize,
        mut order: impl FnMut(&mut fastrand::Rng, usize) -> Vec<usize>,
    ) -> Vec<Cell> {
        let mut random = fastrand::Rng::with_seed(2026);
        let mut counts: BTreeMap<(usize, usize), (u32, u32)> = BTreeMap::new();
        for search in 0..searches {
            for (rank, pair) in order(&mut random, search).into_iter().enumerate() {
                let clicked = random.f64() < EXAMINATION[rank] && random.f64() < attractiveness[pair];
                let (shown, clicks) = counts.entry((pair, rank)).or_default();
                *shown += 1;
                *clicks += u32::from(clicked);
            }
        }
        let cell = |((pair, rank), (shown, clicked))| Cell { pair, rank, shown, clicked };
        counts.into_iter().map(cell).collect()
    }

    #[test]
    fn the_parameters_of_a_simulated_log_are_found_again() {
        // Twelve queries of eight documents each. A new ranking once in a while swaps neighbours.
        let attractiveness: Vec<f64> = (0..96).map(|pair| f64::from(pair * 37 % 96) / 110.0).collect();
        let cells = simulated(&attractiveness, 60_000, |random, search| {
            let query = search % 12;
            let mut order: Vec<usize> = (query * 8..query * 8 + 8).collect();
            for _ in 0..6 {
                let place = random.usize(..7);
                order.swap(place, place + 1);
            }
            order
        });
        let fit = fit(&cells);
        for (rank, expected) in EXAMINATION.iter().enumerate() {
            assert!((fit.examination[&rank] - expected).abs() < 0.03, "{rank}: {:?}", fit.examination);
        }
        let error = |(pair, expected): (usize, &f64)| (fit.attractiveness[&pair] - expected).abs();
        let errors: Vec<f64> = attractiveness.iter().enumerate().map(error).collect();
        assert!(errors.iter().sum::<f64>() / 96.0 < 0.02, "{errors:?}");
        assert!(errors.iter().all(|error| *error < 0.08), "{errors:?}");
        assert!(fit.unlinked.is_empty());
    }

    #[test]
    fn a_low_place_is_not_held_against_a_document() {
        // The last document attracts most, and is clicked less than the first.
        let attractiveness = [0.4, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.9];
        let cells = simulated(&attractiveness, 30_000, |random, _| {
            let mut order: Vec<usize> = (0..8).collect();
            if random.f64() < 0.3 {
                let place = random.usize(..7);
                order.swap(place, place + 1);
            }
            order
        });
        let rate = |pair: usize| {
            let of_pair = || cells.iter().filter(move |cell| cell.pair == pair);
            let clicked: u32 = of_pair().map(|cell| cell.clicked).sum();
            f64::from(clicked) / f64::from(of_pair().map(|cell| cell.shown).sum::<u32>())
        };
        assert!(rate(7) < rate(0) / 2.0);
        let fit = fit(&cells);
        assert!(fit.attractiveness[&7] > 1.5 * fit.attractiveness[&0], "{fit:?}");
    }

    #[test]
    fn where_nothing_ever_moves_only_the_first_place_speaks() {
        let cells = simulated(&[0.4, 0.8, 0.8], 10_000, |_, _| vec![0, 1, 2]);
        let fit = fit(&cells);
        assert_eq!(fit.unlinked, BTreeSet::from([1, 2]));
        assert_eq!(fit.examination, BTreeMap::from([(0, 1.0)]));
        assert_eq!(fit.attractiveness.len(), 1);
        assert!((fit.attractiveness[&0] - 0.4).abs() < 0.02);
    }

    #[test]
    fn a_log_without_clicks_or_without_anything_is_no_trouble() {
        assert_eq!(fit(&[]), Fit::default());
        let never = fit(&[
            Cell { pair: 0, rank: 0, shown: 9, clicked: 0 },
            Cell { pair: 0, rank: 1, shown: 9, clicked: 0 },
        ]);
        assert!(never.attractiveness[&0] < 0.01, "{never:?}");
        let always = fit(&[Cell { pair: 0, rank: 3, shown: 9, clicked: 9 }]);
        assert!((always.attractiveness[&0] - 1.0).abs() < 1e-6, "{always:?}");
    }
}
