//! Compounds with hyphens are words of their own beside their parts, so that non-proliferation is found by
//! nonproliferation, and G-20 by G20. Numbers alone (2020-2021) are none.

use std::ops::Range;

use crate::segment::{LONGEST_WORD, Script, Segment};

/// Longer chains (and-so-on-and-so-forth) are no words.
const MOST_PARTS: usize = 4;

/// The compound whose first part is the segment at `index`: written as one word, its bytes, its number of parts.
pub(super) fn beginning_at(
    text: &str,
    segments: &[Segment],
    index: usize,
) -> Option<(String, Range<usize>, u32)> {
    let goes_on = |segment: &Segment| segment.script == Script::Spaced { hyphen: true };
    let continues = index > 0 && goes_on(&segments[index - 1]);
    if continues || !goes_on(&segments[index]) {
        return None;
    }
    let parts =
        segments[index..].iter().take(MOST_PARTS + 1).take_while(|segment| goes_on(segment)).count() + 1;
    let last = segments.get(index + parts - 1)?;
    let range = segments[index].range.start..last.range.end;
    let written = text.get(range.clone())?;
    let is_word =
        parts <= MOST_PARTS && written.len() <= LONGEST_WORD && written.contains(char::is_alphabetic);
    is_word.then(|| (joined(written), range, parts as u32))
}

/// A compound without its hyphens.
pub(super) fn joined(written: &str) -> String {
    written.replace(['-', '\u{2010}', '\u{2011}'], "")
}
