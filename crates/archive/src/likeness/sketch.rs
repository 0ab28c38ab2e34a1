//! A few bytes of a statement from which it can be guessed how much of its text another one shares.
//!
//! The resemblance of two texts is the share of their shingles that both have (Broder 1997). A sketch keeps, for each of
//! 64 parts of the space of hashes, the least hash of a shingle in it (one permutation hashing: Li, Owen, Zhang 2012);
//! a part without a shingle borrows from another one (Shrivastava 2017). The share of parts in which two sketches agree
//! estimates the resemblance. The language is part of every hash: texts in two languages share nothing.

use verbale_statement::Statement;

use super::words::{Measure, finish, hashes, joined, visit};

/// Parts of the space of hashes, a power of two.
pub(crate) const PARTS: usize = 64;

/// Titles with fewer words name no statement.
const TITLE_WORDS: usize = 3;

/// Bytes of a sketch as it is kept.
const BYTES: usize = 4 + 8 + 8 + 2 * PARTS;

/// The sketch of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sketch {
    /// Words of the text.
    pub(crate) words: u32,
    /// A hash of all words of the text.
    pub(crate) text: u64,
    /// A hash of the title; 0 if it is too short to name a statement.
    pub(crate) title: u64,
    /// The least hashes by the parts of their space; all 0 if the text is short.
    pub(crate) least: [u16; PARTS],
}

impl Sketch {
    /// The sketch of `statement`.
    pub(crate) fn of(statement: &Statement) -> Self {
        let language = joined(&hashes(statement.language.code()));
        let measure = Measure::of(statement.language);
        let mut words = Vec::with_capacity(statement.text_bytes() / 5);
        for paragraph in &statement.paragraphs {
            visit(&paragraph.text, |hash, _| words.push(hash));
        }
        let title = hashes(&statement.title);
        Self {
            words: u32::try_from(words.len()).unwrap_or(u32::MAX),
            text: joined(&words) ^ language,
            title: if title.len() < TITLE_WORDS { 0 } else { joined(&title) ^ language },
            least: if words.len() < measure.short {
                [0; PARTS]
            } else {
                least(&words, measure.shingle, language)
            },
        }
    }

    /// Whether its text is too short to be compared in part.
    pub(crate) fn is_short(&self) -> bool {
        self.least == [0; PARTS]
    }

    /// The share of shingles that both texts have, estimated: 0 to 1, with a standard error of 0.06 at most.
    pub(crate) fn resemblance(&self, other: &Self) -> f64 {
        let agree = self.least.iter().zip(&other.least).filter(|(own, other)| own == other).count();
        agree as f64 / PARTS as f64
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(BYTES);
        bytes.extend(self.words.to_le_bytes());
        bytes.extend(self.text.to_le_bytes());
        bytes.extend(self.title.to_le_bytes());
        bytes.extend(self.least.iter().flat_map(|least| least.to_le_bytes()));
        bytes
    }

    /// The sketch that `bytes` keep; none if they aren't one.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (words, rest) = bytes.split_first_chunk()?;
        let (text, rest) = rest.split_first_chunk()?;
        let (title, rest) = rest.split_first_chunk()?;
        let mut least = [0; PARTS];
        if rest.len() != 2 * PARTS {
            return None;
        }
        for (least, pair) in least.iter_mut().zip(rest.chunks_exact(2)) {
            *least = u16::from_le_bytes([pair[0], pair[1]]);
        }
        Some(Self {
            words: u32::from_le_bytes(*words),
            text: u64::from_le_bytes(*text),
            title: u64::from_le_bytes(*title),
            least,
        })
    }
}

fn least(words: &[u64], shingle: usize, language: u64) -> [u16; PARTS] {
    let mut least: [u64; PARTS] = [u64::MAX; PARTS];
    for words in words.windows(shingle) {
        let hash = joined(words) ^ language;
        let part = (hash >> (64 - PARTS.ilog2())) as usize;
        least[part] = least[part].min(hash);
    }
    let mut kept = [0; PARTS];
    for (part, kept) in kept.iter_mut().enumerate() {
        let mut from = part;
        let mut tries = part as u64;
        while least[from] == u64::MAX {
            tries = finish(tries.wrapping_add(0x9e37_79b9_7f4a_7c15));
            from = (tries % PARTS as u64) as usize;
        }
        // The lowest bits: the highest of a minimum are mostly 0.
        *kept = least[from] as u16;
    }
    // All 0 is how a short text is known.
    kept[0] = kept[0].max(1);
    kept
}
