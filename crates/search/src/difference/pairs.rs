//! Which paragraphs that stand against others are the same ones, changed.

use std::hash::{DefaultHasher, Hash, Hasher};

use unicode_segmentation::UnicodeSegmentation;

/// Paragraphs with a smaller share of words in common are different ones.
const LEAST_SHARE: f64 = 0.4;

/// Where more pairs would have to be compared, paragraphs are taken as removed and added.
const MOST_PAIRS: usize = 1 << 16;

/// What becomes of the next paragraph, by its place in its own list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The old one is gone.
    Removed(usize),
    /// The new one has come.
    Added(usize),
    /// The old one became the new one.
    Changed(usize, usize),
}

/// Aligns `old` with `new`, in order, so that the shares of words in common have the greatest sum.
pub(super) fn pairs(old: &[String], new: &[String]) -> Vec<Step> {
    let (height, width) = (old.len(), new.len());
    let alone = || (0..height).map(Step::Removed).chain((0..width).map(Step::Added)).collect();
    if height == 0 || width == 0 || height.saturating_mul(width) > MOST_PAIRS {
        return alone();
    }
    let bags = |texts: &[String]| texts.iter().map(|text| bag(text)).collect::<Vec<_>>();
    let (old, new) = (bags(old), bags(new));
    let shares: Vec<Vec<f64>> =
        old.iter().map(|old| new.iter().map(|new| share(old, new)).collect()).collect();
    // best[i][j]: the greatest sum for old[i..] and new[j..].
    let mut best = vec![vec![0.0_f64; width + 1]; height + 1];
    for i in (0..height).rev() {
        for j in (0..width).rev() {
            let paired = if shares[i][j] >= LEAST_SHARE { shares[i][j] + best[i + 1][j + 1] } else { 0.0 };
            best[i][j] = paired.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j, mut steps) = (0, 0, Vec::new());
    while i < height && j < width {
        if shares[i][j] >= LEAST_SHARE && best[i][j] <= shares[i][j] + best[i + 1][j + 1] {
            steps.push(Step::Changed(i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[i + 1][j] >= best[i][j + 1] {
            steps.push(Step::Removed(i));
            i += 1;
        } else {
            steps.push(Step::Added(j));
            j += 1;
        }
    }
    steps.extend((i..height).map(Step::Removed).chain((j..width).map(Step::Added)));
    steps
}

/// The words of a text as sorted hashes.
fn bag(text: &str) -> Vec<u64> {
    let hash = |word: &str| {
        let mut hasher = DefaultHasher::new();
        word.to_lowercase().hash(&mut hasher);
        hasher.finish()
    };
    let mut bag: Vec<u64> = text.unicode_words().map(hash).collect();
    bag.sort_unstable();
    bag
}

/// The share of words in common (Dice 1945), 0 to 1; 0 if neither has words.
fn share(old: &[u64], new: &[u64]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0_usize);
    while i < old.len() && j < new.len() {
        match old[i].cmp(&new[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    if common == 0 { 0.0 } else { 2.0 * common as f64 / (old.len() + new.len()) as f64 }
}
