//! The words of a language that came up lately, with their forms.
//!
//! Texts repeat their words: looking a word up takes a fraction of the time of normalising and stemming it.

use std::cell::RefCell;

use super::Forms;

/// Words that a cache holds. Of the 10,586 speeches of the General Debate Corpus `verbale index --rebuild` makes an index in
/// 9.8 s of one core with so many, in 10.4 s with half of them, and in 9.5 s with twice as many.
const SIZE: usize = 1 << 15;

/// A text of fewer bytes, such as a query, doesn't start a cache: each takes some megabytes, and a query is
/// analysed in all languages.
const SHORTEST_TEXT: usize = 200;

/// Longer words come up once and are not kept.
const LONGEST: usize = 64;

/// Each word has one place, where the latest of all words with this place is kept.
#[derive(Default)]
struct Places {
    words: Vec<Option<(Box<str>, Forms)>>,
    /// The forms of a word that is not kept.
    long: Option<Forms>,
}

/// The cache of one language on one thread, taken out for as long as a text is analysed. Whoever analyses another text
/// meanwhile gets an empty one.
pub(super) struct Cache {
    index: usize,
    starts: bool,
    places: Places,
}

thread_local! {
    static CACHES: RefCell<Vec<Places>> = const { RefCell::new(Vec::new()) };
}

impl Cache {
    /// The cache of the analyzer with this index, for a text of so many bytes.
    pub(super) fn lent(index: usize, bytes: usize) -> Self {
        let places = CACHES.with_borrow_mut(|caches| {
            if caches.len() <= index {
                caches.resize_with(index + 1, Places::default);
            }
            std::mem::take(&mut caches[index])
        });
        Self { index, starts: bytes >= SHORTEST_TEXT, places }
    }

    /// The forms of `word`, by `analyse` if they are not known yet.
    pub(super) fn forms(&mut self, word: &str, analyse: impl FnOnce(&str) -> Forms) -> &Forms {
        if word.len() > LONGEST || self.places.words.is_empty() && !self.starts {
            return self.places.long.insert(analyse(word));
        }
        if self.places.words.is_empty() {
            self.places.words.resize_with(SIZE, || None);
        }
        let place = &mut self.places.words[place(word)];
        if place.as_ref().is_some_and(|(known, _)| **known != *word) {
            *place = None;
        }
        &place.get_or_insert_with(|| (word.into(), analyse(word))).1
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        let places = std::mem::take(&mut self.places);
        CACHES.with_borrow_mut(|caches| caches[self.index] = places);
    }
}

/// A hash for short keys, after FNV-1a, but over eight bytes at a time.
fn place(word: &str) -> usize {
    let mix = |hash: u64, more: u64| (hash ^ more).wrapping_mul(0x100_0000_01b3).rotate_left(23);
    let (eights, rest) = word.as_bytes().as_chunks::<8>();
    let hash = eights.iter().fold(0xcbf2_9ce4_8422_2325, |hash, eight| mix(hash, u64::from_le_bytes(*eight)));
    let rest = rest.iter().fold(word.len() as u64, |rest, byte| rest << 8 | u64::from(*byte));
    let hash = mix(mix(hash, rest), 0);
    (hash ^ (hash >> 32)) as usize % SIZE
}
