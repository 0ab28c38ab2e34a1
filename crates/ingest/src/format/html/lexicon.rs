//! Words and phrases by sort, found in a text in one pass.

/// A word or phrase, and where it counts.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// In small letters.
    phrase: &'static str,
    /// The sort, as a bit.
    sort: u16,
    /// Only at the beginning of the text.
    at_start: bool,
    /// Also where another letter stands before it.
    goes_before: bool,
    /// Also where another letter stands behind it.
    goes_on: bool,
}

/// Words and phrases of several sorts.
///
/// Each sort is a list with `|` between phrases. `^` before a phrase means that it counts at the beginning of a text
/// only, `*` before or behind it that the word may have more letters there.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// Sorted by their first two bytes.
    entries: Vec<Entry>,
    /// Where the entries of each first byte begin, and where the last ends.
    begins: [u16; 257],
    /// How the phrases begin that count at the beginning of a word, and how those that count inside of one.
    at_word: Beginnings,
    inside: Beginnings,
}

/// For each first byte of a phrase the second bytes, a bit each.
#[derive(Debug)]
struct Beginnings([[u64; 4]; 256]);

impl Beginnings {
    fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut seconds = [[0; 4]; 256];
        for (first, second) in entries.map(Entry::key) {
            seconds[usize::from(first)][usize::from(second >> 6)] |= 1 << (second & 63);
        }
        Self(seconds)
    }

    /// Whether a phrase begins with these bytes: hardly any does, of all places in a text.
    fn have(&self, first: u8, second: u8) -> bool {
        self.0[usize::from(first)][usize::from(second >> 6)] & 1 << (second & 63) != 0
    }
}

impl Lexicon {
    /// At most sixteen sorts; phrases have two bytes at least.
    pub(super) fn new(sorts: &[&'static str]) -> Self {
        let mut entries = Vec::new();
        for (bit, sort) in sorts.iter().enumerate() {
            for phrase in sort.split('|') {
                let (at_start, phrase) =
                    phrase.strip_prefix('^').map_or((false, phrase), |rest| (true, rest));
                let (goes_before, phrase) =
                    phrase.strip_prefix('*').map_or((false, phrase), |rest| (true, rest));
                let (goes_on, phrase) = phrase.strip_suffix('*').map_or((false, phrase), |rest| (true, rest));
                entries.push(Entry { phrase, sort: 1 << bit, at_start, goes_before, goes_on });
            }
        }
        entries.sort_by_key(|entry| entry.key());
        let mut begins = [0; 257];
        for (byte, begin) in (0..=256_usize).zip(&mut begins) {
            let before = entries.partition_point(|entry| usize::from(entry.key().0) < byte);
            *begin = u16::try_from(before).unwrap_or(u16::MAX);
        }
        let at_word = Beginnings::of(entries.iter());
        let counts_inside = |entry: &&Entry| entry.goes_before || entry.phrase.starts_with(is_unspaced);
        let inside = Beginnings::of(entries.iter().filter(counts_inside));
        Self { entries, begins, at_word, inside }
    }

    /// The sorts of which `text`, in small letters, has a word, as bits in the order of the lists.
    pub(super) fn sorts(&self, text: &str) -> u16 {
        let mut found = 0;
        let mut inside = false;
        for (at, pair) in text.as_bytes().windows(2).enumerate() {
            let &[first, second] = pair else { break };
            let beginnings = if inside { &self.inside } else { &self.at_word };
            if beginnings.have(first, second) && text.is_char_boundary(at) {
                found |= self.sorts_at(text, at, second, found);
            }
            inside = first.is_ascii_alphanumeric();
        }
        found
    }

    /// The sorts of the phrases that stand at a place in `text`, where `second` follows, but for those already found.
    fn sorts_at(&self, text: &str, at: usize, second: u8, found: u16) -> u16 {
        let (before, rest) = text.split_at(at);
        let first = usize::from(rest.as_bytes()[0]);
        let alike = &self.entries[usize::from(self.begins[first])..usize::from(self.begins[first + 1])];
        let alike = &alike[alike.partition_point(|entry| entry.key().1 < second)..];
        let mut here = 0;
        for entry in alike.iter().take_while(|entry| entry.key().1 == second) {
            if found & entry.sort == 0
                && let Some(behind) = rest.strip_prefix(entry.phrase)
            {
                let inside = before.ends_with(char::is_alphanumeric) && !rest.starts_with(is_unspaced);
                let begins = !inside || entry.goes_before;
                let ends = entry.goes_on || !goes_on(behind);
                if begins && ends && (at == 0 || !entry.at_start) {
                    here |= entry.sort;
                }
            }
        }
        here
    }
}

impl Entry {
    fn key(&self) -> (u8, u8) {
        let mut bytes = self.phrase.bytes();
        (bytes.next().unwrap_or_default(), bytes.next().unwrap_or_default())
    }
}

/// Whether the word before `rest` has more letters in it.
fn goes_on(rest: &str) -> bool {
    rest.chars().next().is_some_and(|c| c.is_alphabetic() && !is_unspaced(c))
}

/// Whether a character is of a script that puts no spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{edf}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_counts_where_its_signs_allow() {
        let lexicon = Lexicon::new(&["^see also|read on", "subscri*", "*side*|版权"]);
        for (text, found) in [
            ("see also: boats", 1),
            ("you see also", 0),
            ("to read on", 1),
            ("to read one", 0),
            ("subscribe and see", 2),
            ("unsubscribe", 0),
            ("the insider", 4),
            ("本站版权所有", 4),
            ("", 0),
        ] {
            assert_eq!(lexicon.sorts(text), found, "{text}");
        }
    }
}
