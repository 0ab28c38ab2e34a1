//! Queries for a growing archive, drawn from its own texts, so that at every size they ask for the same sort of thing.

use std::collections::HashMap;

use fastrand::Rng;
use serde::{Deserialize, Serialize};

/// Queries of each kind.
const QUERIES: usize = 50;
/// Statements that are kept to draw from.
const KEPT: usize = 4_000;
/// A word in at most so many places is rare.
const RARE: u32 = 20;
/// A word in more than one place of so many says nothing alone.
const FREQUENT: u32 = 500;

/// Queries of one kind.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// What they have in common.
    pub(crate) kind: String,
    /// Whether any of the words will do.
    pub(crate) any: bool,
    /// As a reader types them.
    pub(crate) queries: Vec<String>,
}

/// A kind, whether any of the words will do, how many words, whether they stand side by side, and which are fit.
type Shape<'a> = (&'a str, bool, usize, bool, &'a dyn Fn(&str) -> bool);

/// An even choice of statements out of all that come by, without knowing how many: algorithm R (Vitter, *Random
/// Sampling with a Reservoir*, 1985).
pub(crate) struct Sample {
    kept: Vec<String>,
    seen: usize,
}

impl Sample {
    pub(crate) fn new() -> Self {
        Self { kept: Vec::new(), seen: 0 }
    }

    pub(crate) fn see(&mut self, text: &str, random: &mut Rng) {
        self.seen += 1;
        if self.kept.len() < KEPT {
            self.kept.push(text.to_owned());
        } else if let Some(place) = self.kept.get_mut(random.usize(..self.seen)) {
            text.clone_into(place);
        }
    }

    /// Queries of every kind. `counts` says how often each word is there.
    pub(crate) fn queries(&self, counts: &HashMap<String, u32>, random: &mut Rng) -> Vec<Asked> {
        let all: u32 = counts.values().sum();
        let says_something = |word: &str| {
            let count = counts.get(word).copied().unwrap_or_default();
            word.len() > 3 && word.is_ascii() && count < (all / FREQUENT).max(10)
        };
        let mut draw = |many: usize, side_by_side: bool, fits: &dyn Fn(&str) -> bool| -> String {
            for _ in 0..10_000 {
                let text = &self.kept[random.usize(..self.kept.len())];
                let words: Vec<String> = words(text).collect();
                let mut drawn: Vec<&str> = Vec::new();
                let from = random.usize(..words.len().max(1));
                for place in 0..many {
                    let place = if side_by_side { from + place } else { random.usize(..words.len().max(1)) };
                    drawn.extend(words.get(place).map(String::as_str).filter(|word| fits(word)));
                }
                if drawn.len() == many {
                    return drawn.join(" ");
                }
            }
            String::new()
        };
        let rare = |word: &str| says_something(word) && counts.get(word).is_some_and(|count| *count <= RARE);
        let form = |word: &str| word.is_ascii();
        let kinds: [Shape<'_>; 8] = [
            ("a rare word", false, 1, false, &rare),
            ("a word", false, 1, false, &says_something),
            ("two words, both", false, 2, false, &says_something),
            ("two words, any", true, 2, false, &says_something),
            ("five words, any", true, 5, false, &says_something),
            ("a question of twelve words, any", true, 12, true, &form),
            ("a phrase of two", false, 2, true, &says_something),
            ("a phrase of three", false, 3, true, &form),
        ];
        kinds
            .map(|(kind, any, many, side_by_side, fits)| {
                let quoted = kind.starts_with("a phrase");
                let one = |_| {
                    let words = draw(many, side_by_side, fits);
                    if quoted { format!("\"{words}\"") } else { words }
                };
                let queries = (0..QUERIES).map(one).filter(|query| query.len() > 2).collect();
                Asked { kind: kind.to_owned(), any, queries }
            })
            .into()
    }
}

/// The words of a text in lower case; what has other signs in it than letters is left out.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    let bare = text.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    bare.filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic)).map(str::to_lowercase)
}
