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
    /// Sorted by first byte.
    entries: Vec<Entry>,
    /// Where the entries of each first byte begin, and where the last ends.
    begins: [u16; 257],
}

impl Lexicon {
    /// At most sixteen sorts.
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
        entries.sort_by_key(|entry| entry.phrase.bytes().next());
        let mut begins = [0; 257];
        for (byte, begin) in (0..=256_usize).zip(&mut begins) {
            let before =
                entries.iter().filter(|it| it.phrase.bytes().next().map_or(0, usize::from) < byte).count();
            *begin = u16::try_from(before).unwrap_or(u16::MAX);
        }
        Self { entries, begins }
    }

    /// The sorts of which `text`, in small letters, has a word, as bits in the order of the lists.
    pub(super) fn sorts(&self, text: &str) -> u16 {
        let mut found = 0;
        let mut before = ' ';
        for (at, c) in text.char_indices() {
            let inside = before.is_alphanumeric() && !is_unspaced(c);
            let first = usize::from(text.as_bytes()[at]);
            let (begin, end) = (usize::from(self.begins[first]), usize::from(self.begins[first + 1]));
            for entry in &self.entries[begin..end] {
                let here =
                    !(inside && !entry.goes_before || entry.at_start && at > 0) && found & entry.sort == 0;
                if here && text.as_bytes()[at..].starts_with(entry.phrase.as_bytes()) {
                    let behind = text[at + entry.phrase.len()..].chars().next();
                    if entry.goes_on || !behind.is_some_and(|c| c.is_alphabetic() && !is_unspaced(c)) {
                        found |= entry.sort;
                    }
                }
            }
            before = c;
        }
        found
    }
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
