//! The second look: what the blocks around a block were judged to be tells what it is.

use std::collections::HashMap;

use super::containers::Page;

/// How many containers around a block are looked at.
const RINGS: usize = 4;

/// How many blocks before and behind are looked at one by one.
const REACH: usize = 3;

/// How many blocks before and behind are looked at together.
const WINDOW: usize = 4;

/// How far off, in blocks, a sure paragraph is told at most.
const FAR: usize = 40;

/// From this on a block is sure to be of the text.
const SURE: f32 = 0.7;

/// From how many letters on a sure block is a paragraph.
const PARAGRAPH: f32 = 80.0;

/// How much of what was judged so far the next block changes.
const FRESH: f32 = 0.3;

/// The names of what [`smoothing`] adds, in its order.
pub(super) const NAMES: [&str; 22] = [
    "first",
    "first_before3",
    "first_before2",
    "first_before1",
    "first_after1",
    "first_after2",
    "first_after3",
    "first_window",
    "first_so_far",
    "first_to_come",
    "first_ring0",
    "first_ring1",
    "first_ring2",
    "first_ring3",
    "first_alike",
    "first_mass_before",
    "first_mass_after",
    "first_mass",
    "first_most",
    "first_count",
    "first_sure_before",
    "first_sure_after",
];

/// For each block how it and what is around it was judged, given its judgment, from 0 to 1, and its letters.
pub(super) fn smoothing(page: &Page, judged: &[f32], letters: &[f32]) -> Vec<[f32; NAMES.len()]> {
    let mut rows = vec![[0.0; NAMES.len()]; judged.len()];
    let mut column = 0;
    let mut put = |values: &mut dyn Iterator<Item = f32>| {
        rows.iter_mut().zip(values).for_each(|(row, value)| row[column] = value);
        column += 1;
    };
    let all = 0..judged.len();
    let at = |index: usize| judged.get(index).copied().unwrap_or_default();
    put(&mut judged.iter().copied());
    for back in (1..=REACH).rev() {
        put(&mut all.clone().map(|own| own.checked_sub(back).map_or(0.0, at)));
    }
    for ahead in 1..=REACH {
        put(&mut all.clone().map(|own| at(own + ahead)));
    }
    #[expect(clippy::cast_precision_loss, reason = "a window is short")]
    let width = (2 * WINDOW + 1) as f32;
    put(&mut all.clone().map(|own| (own.saturating_sub(WINDOW)..=own + WINDOW).map(at).sum::<f32>() / width));
    put(&mut faded(judged.iter()).into_iter());
    put(&mut faded(judged.iter().rev()).into_iter().rev());
    let mut ring: Vec<usize> = page.settings.iter().map(|setting| setting.container).collect();
    for _ in 0..RINGS {
        put(&mut others(&ring, judged, letters).into_iter());
        ring.iter_mut().for_each(|container| *container = page.containers[*container].parent);
    }
    let shapes: Vec<u32> = page.settings.iter().map(|it| page.containers[it.container].shape).collect();
    put(&mut others(&shapes, judged, &vec![1.0; judged.len()]).into_iter());
    let masses: Vec<f32> =
        judged.iter().zip(letters).map(|(judged, letters)| judged * (letters + 1.0)).collect();
    let mass = masses.iter().sum::<f32>() + 1e-6;
    let before: Vec<f32> = masses
        .iter()
        .scan(0.0, |sum, own| {
            let before = *sum;
            *sum += own;
            Some(before)
        })
        .collect();
    put(&mut before.iter().map(|before| before / mass));
    put(&mut before.iter().zip(&masses).map(|(before, own)| (mass - before - own) / mass));
    put(&mut judged.iter().map(|_| (1.0 + mass).ln()));
    let most = judged.iter().copied().fold(0.0, f32::max);
    put(&mut judged.iter().map(|_| most));
    #[expect(clippy::cast_precision_loss, reason = "blocks are fewer than f32 can count")]
    let count = judged.iter().filter(|judged| **judged > 0.5).count() as f32;
    put(&mut judged.iter().map(|_| count));
    let sure: Vec<bool> =
        judged.iter().zip(letters).map(|(it, letters)| *it > SURE && *letters > PARAGRAPH).collect();
    put(&mut since(sure.iter()).into_iter());
    put(&mut since(sure.iter().rev()).into_iter().rev());
    rows
}

/// Of what came before each, the latest counting most.
fn faded<'a>(judged: impl Iterator<Item = &'a f32>) -> Vec<f32> {
    judged
        .scan(0.0, |sum, own| {
            let before = *sum;
            *sum += FRESH * (own - *sum);
            Some(before)
        })
        .collect()
}

/// How many blocks have come since the last that is sure.
#[expect(clippy::cast_precision_loss, reason = "a distance is small")]
fn since<'a>(sure: impl Iterator<Item = &'a bool>) -> Vec<f32> {
    sure.scan(FAR, |since, sure| {
        let before = *since;
        *since = if *sure { 0 } else { (before + 1).min(FAR) };
        Some(before as f32)
    })
    .collect()
}

/// What the others of a block's group were judged to be on average, by weight; -1 where there are no others.
fn others<K: std::hash::Hash + Eq + Copy>(groups: &[K], judged: &[f32], weights: &[f32]) -> Vec<f32> {
    let mut sums: HashMap<K, (f32, f32, usize)> = HashMap::new();
    for ((group, judged), weight) in groups.iter().zip(judged).zip(weights) {
        let sum = sums.entry(*group).or_default();
        *sum = (sum.0 + judged * (weight + 1.0), sum.1 + weight + 1.0, sum.2 + 1);
    }
    let other = |(own, (judged, weight)): (&K, (&f32, &f32))| {
        let (sum, whole, count) = sums.get(own).copied().unwrap_or_default();
        if count < 2 { -1.0 } else { (sum - judged * (weight + 1.0)) / (whole - weight - 1.0).max(1e-3) }
    };
    groups.iter().zip(judged.iter().zip(weights)).map(other).collect()
}
