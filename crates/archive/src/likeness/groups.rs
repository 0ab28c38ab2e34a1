//! Which statements may be alike, by their sketches alone: locality-sensitive hashing (Indyk, Motwani 1998).
//!
//! A band is three parts of a sketch. Statements that agree in all of one are looked at closer: with half of the shingles
//! in common, 99 of 100 pairs agree in one of the 32; with a tenth in common, 3 of 100.

use std::collections::HashMap;

use super::sketch::{PARTS, Sketch};
use super::words::finish;

/// How often three parts are compared.
const BANDS: usize = 32;

/// Of so many statements that agree in a band only the first are compared with: what thousands have in common is a form
/// that was filled in.
const MOST: usize = 256;

/// Statements that may be alike, as places in the list of all.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    /// Places, ascending, of those that agree in something.
    groups: Vec<Vec<u32>>,
    /// Which groups a place is in.
    of: HashMap<u32, Vec<u32>>,
}

impl Groups {
    /// Those among `sketches` that agree in a band, or in all of their words.
    pub(crate) fn alike(sketches: &[Sketch]) -> Self {
        let mut groups = Self::default();
        groups.add(sketches.iter().map(|sketch| Some(sketch.text)));
        for band in 0..BANDS {
            let parts = [band, band + PARTS / 3, band + 2 * PARTS / 3].map(|part| part % PARTS);
            groups.add(sketches.iter().map(|sketch| {
                let key = parts.iter().fold(0, |key, part| (key << 16) | u64::from(sketch.least[*part]));
                (!sketch.is_short()).then(|| finish(key))
            }));
        }
        groups
    }

    /// Those among `sketches` that have the same title.
    pub(crate) fn titled(sketches: &[Sketch]) -> Self {
        let mut groups = Self::default();
        groups.add(sketches.iter().map(|sketch| (sketch.title != 0).then_some(sketch.title)));
        groups
    }

    /// Adds a group for each key that several places have.
    fn add(&mut self, keys: impl Iterator<Item = Option<u64>>) {
        let mut keyed: Vec<(u64, u32)> =
            keys.zip(0..).filter_map(|(key, place)| Some((key?, place))).collect();
        keyed.sort_unstable();
        for run in keyed.chunk_by(|one, other| one.0 == other.0).filter(|run| run.len() > 1) {
            let number = u32::try_from(self.groups.len()).unwrap_or(u32::MAX);
            run.iter().for_each(|(_, place)| self.of.entry(*place).or_default().push(number));
            self.groups.push(run.iter().map(|(_, place)| *place).collect());
        }
    }

    /// The places that share a group with `place`, ascending and without it.
    pub(crate) fn beside(&self, place: u32) -> Vec<u32> {
        let numbers = self.of.get(&place).map_or(&[][..], Vec::as_slice);
        let mut beside: Vec<u32> =
            numbers.iter().flat_map(|number| self.groups[*number as usize].iter().copied()).collect();
        beside.sort_unstable();
        beside.dedup();
        beside.retain(|other| *other != place);
        beside
    }

    /// Those of [`Groups::beside`] that come first, of each group so many as are compared.
    pub(crate) fn first_beside(&self, place: u32) -> Vec<u32> {
        let numbers = self.of.get(&place).map_or(&[][..], Vec::as_slice);
        let first = |number: &u32| self.groups[*number as usize].iter().take(MOST).copied();
        let mut beside: Vec<u32> = numbers.iter().flat_map(first).collect();
        beside.sort_unstable();
        beside.dedup();
        beside.retain(|other| *other < place);
        beside
    }
}
