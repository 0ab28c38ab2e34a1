//! Whether a text is the entry of a statement in a list: its title, and perhaps its beginning.

use super::words::{Words, joined};

/// The longest entry of a list, in words.
pub(crate) const LONGEST: u32 = 120;

/// Fewer words without the title are a date or a "read more", and don't count.
const LINE: usize = 6;

/// So far into a statement its list entries reach, in words.
const BEGINNING: usize = 240;

/// Words in a row that an entry has in common with the statement.
const SHINGLE: usize = 3;

/// The share of an entry's shingles that the beginning of the statement has.
const SHARE: f64 = 0.8;

/// Whether `entry` is the title of the statement with the text `whole`, alone or with the beginning of its text; both have
/// the words of `title` as their title. The whole says at least half as much again.
pub(crate) fn is_excerpt(entry: &Words, whole: &Words, title: &[u64]) -> bool {
    if entry.hashes.len() + entry.hashes.len() / 2 > whole.hashes.len() {
        return false;
    }
    let rest = entry.hashes.strip_prefix(title).unwrap_or(&entry.hashes);
    let beginning = &whole.hashes[..whole.hashes.len().min(BEGINNING)];
    if rest.len() < SHINGLE {
        // Nothing but the title: this is what was asked for already.
        return rest.len() < entry.hashes.len() || beginning.starts_with(rest);
    }
    let held: Vec<u64> = beginning.windows(SHINGLE).map(joined).collect();
    let common = rest.windows(SHINGLE).filter(|words| held.contains(&joined(words))).count();
    let is_title_alone = rest.len() <= LINE && rest.len() < entry.hashes.len();
    is_title_alone || common as f64 >= SHARE * (rest.len() + 1 - SHINGLE) as f64
}
