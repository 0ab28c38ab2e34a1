//! How much oftener short sequences of letters stand in one language of a script than in the others.
//!
//! Naive Bayes over windows: one to five letters in a row of a word, the boundaries at its ends being letters, too
//! (Cavnar & Trenkle 1994 compare such windows by rank, Dunning 1994 and `langid.py` by likelihood). The tables are made
//! by `benches/language/train.py`, which keeps the windows that tell two languages apart best. Weights of all windows
//! of a text add up, so the answer is a sum of a few hundred numbers that can be looked up by hand.

use std::sync::LazyLock;

use verbale_statement::Language;
use whatlang::Script;

use super::symbols::{self, BOUNDARY, Symbols, UNKNOWN};
use super::weighed::{LANES, Weighed};

/// The longest window, in symbols.
const LONGEST: usize = 5;
/// The lowest weight, of what is never seen in a language, and the step from one weight to the next, in nats; the
/// same as in `train.py`.
const LOWEST: f32 = -3.93;
const STEP: f32 = 0.2;

/// Languages in which few statements are published beside the others of their script, and how many nats less likely
/// they are before a text is looked at. Croatian and Slovenian aren't among them: Serbian in Latin letters would take
/// their texts.
const RARE: [&str; 20] = [
    "bg", "ca", "cs", "da", "et", "fi", "hu", "id", "lt", "lv", "mk", "mn", "nl", "no", "pl", "ro", "sk",
    "sv", "tk", "vi",
];
const RARER: f32 = -7.0;

static LATIN: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../../../../index-data/language/latin.tsv")));
static CYRILLIC: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../../../../index-data/language/cyrillic.tsv")));
static ARABIC: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../../../../index-data/language/arabic.tsv")));

/// The windows of a script with their weights.
#[derive(Debug)]
pub(super) struct Table {
    /// The languages in the order of the weights, and how likely each is before a text is looked at, in nats.
    languages: Vec<(Language, f32)>,
    symbols: Symbols,
    /// A bit for each place that the hash of a window, or of a beginning of one, names: most sequences of letters are
    /// neither, and this is small enough to stay near the processor.
    beginnings: Vec<u64>,
    /// Windows and their rows, each as near behind the place that its hash names as was free.
    slots: Vec<(u64, u32)>,
    /// For each window the weights of the languages, in steps above the lowest.
    weights: Vec<[u8; LANES]>,
}

impl Table {
    /// The table of a script that several languages share, if there is one.
    pub(super) fn of(script: Script) -> Option<&'static Table> {
        match script {
            Script::Latin => Some(&LATIN),
            Script::Cyrillic => Some(&CYRILLIC),
            Script::Arabic => Some(&ARABIC),
            _ => None,
        }
    }

    /// The languages that are told apart, in the order of the weights, and how likely each is beforehand.
    pub(super) fn languages(&self) -> &[(Language, f32)] {
        &self.languages
    }

    /// Weighs the languages by the windows of `text`.
    pub(super) fn weigh(&'static self, text: &str) -> Weighed {
        let symbols = self.symbols.of(text);
        let mut steps = [0_u32; LANES];
        let mut found = 0_u32;
        for start in 0..symbols.len() {
            let mut window = 0;
            for (length, symbol) in symbols[start..].iter().take(LONGEST).enumerate() {
                if *symbol == UNKNOWN {
                    break;
                }
                window = window << 8 | u64::from(*symbol);
                let place = self.place(window);
                if !self.may_begin(place) {
                    break;
                }
                if let Some(weights) = self.row(window, place) {
                    found += 1;
                    for (sum, weight) in steps.iter_mut().zip(weights) {
                        *sum += u32::from(*weight);
                    }
                }
                if length > 0 && *symbol == BOUNDARY {
                    break;
                }
            }
        }
        let letters = symbols.iter().filter(|symbol| **symbol != BOUNDARY).count();
        let nats = steps.map(|steps| steps as f32 * STEP + found as f32 * LOWEST);
        Weighed::new(self, nats, letters)
    }

    /// Reads a table: remarks, the languages with a letter for each, then a window a line with the letters of the
    /// languages and a digit from `0` on behind each for its weight.
    fn read(text: &str) -> Self {
        // A line that can't be read would be left out; a test holds that all can.
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let columns: Vec<(u8, Language)> =
            lines.next().unwrap_or_default().split(' ').filter_map(column).collect();
        let rows: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once('\t')).collect();
        let symbols = Symbols::of_windows(rows.iter().map(|(window, _)| *window));
        let slots = (4 * rows.len()).next_power_of_two();
        let mut table = Self {
            languages: columns.iter().map(|(_, language)| (*language, beforehand(*language))).collect(),
            symbols,
            beginnings: vec![0; slots / 64],
            slots: vec![(0, 0); slots],
            weights: Vec::new(),
        };
        for (window, digits) in rows {
            let key = symbols::of_window(&table.symbols, window);
            let mut weights = [0; LANES];
            for pair in digits.as_bytes().chunks_exact(2) {
                if let Some(lane) = columns.iter().position(|(letter, _)| *letter == pair[0]) {
                    weights[lane] = pair[1] - b'0';
                }
            }
            table.insert(key, weights);
        }
        table
    }

    fn insert(&mut self, window: u64, weights: [u8; LANES]) {
        for shorter in 0..LONGEST {
            let place = self.place(window >> (8 * shorter));
            self.beginnings[place / 64] |= 1 << (place % 64);
        }
        let mut place = self.place(window);
        while self.slots[place].0 != 0 {
            place = (place + 1) % self.slots.len();
        }
        self.slots[place] = (window, self.weights.len() as u32);
        self.weights.push(weights);
    }

    /// Whether a window whose hash names this place may be one, or the beginning of one.
    fn may_begin(&self, place: usize) -> bool {
        self.beginnings[place / 64] & 1 << (place % 64) != 0
    }

    fn row(&self, window: u64, mut place: usize) -> Option<&[u8; LANES]> {
        loop {
            match self.slots[place] {
                (0, _) => return None,
                (known, row) if known == window => return self.weights.get(row as usize),
                _ => place = (place + 1) % self.slots.len(),
            }
        }
    }

    /// Fibonacci hashing: the upper bits of the product with 2^64 divided by the golden ratio.
    fn place(&self, window: u64) -> usize {
        let bits = self.slots.len().trailing_zeros();
        (window.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits)) as usize
    }
}

fn beforehand(language: Language) -> f32 {
    if RARE.contains(&language.code()) { RARER } else { 0.0 }
}

fn column(text: &str) -> Option<(u8, Language)> {
    let (letter, code) = text.split_once('=')?;
    Some((*letter.as_bytes().first()?, code.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_in_full() {
        for (script, languages, windows) in
            [(Script::Latin, 29, 7500), (Script::Cyrillic, 11, 6000), (Script::Arabic, 3, 1500)]
        {
            let table = Table::of(script).unwrap();
            assert_eq!((table.languages.len(), table.weights.len()), (languages, windows));
            assert!(table.languages.iter().all(|(language, _)| language.name() != language.code()));
            let empty =
                table.weights.iter().filter(|weights| weights.iter().all(|weight| *weight == 0)).count();
            assert_eq!(empty, 0);
        }
    }
}
