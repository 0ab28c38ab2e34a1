//! Joining the inflected forms of a word: which stemmer serves a language, and how ours cut.

use std::borrow::Cow;

/// The stemmer of a language. What each agrees with is in the README of this crate.
#[derive(Clone, Copy)]
pub(crate) enum Stemmer {
    /// The word is its own stem.
    None,
    /// Snowball as rust-stemmers has it, where it agrees with Snowball's vocabulary.
    Original(rust_stemmers::Algorithm),
    /// Snowball as it is today, from frostem, for all other languages of Snowball.
    Successor(frostem::Algorithm),
    /// Ours, for languages that Snowball lacks: what is left of a word in lower case.
    Own(fn(&str) -> String),
}

impl Stemmer {
    pub(crate) fn stem<'w>(self, word: &'w str) -> Cow<'w, str> {
        match self {
            Self::None => Cow::Borrowed(word),
            Self::Original(algorithm) => rust_stemmers::Stemmer::create(algorithm).stem(word),
            Self::Successor(algorithm) => frostem::Stemmer::new(algorithm).stem(word),
            Self::Own(stem) => Cow::Owned(stem(word)),
        }
    }
}

/// Cuts endings off the end of `word`, one of each layer at most, the longest that leaves `shortest` characters.
/// A light stemmer is a list of layers, from the end of the word inwards.
pub(crate) fn cut<'w>(mut word: &'w str, layers: &[&[&str]], shortest: usize) -> &'w str {
    for endings in layers {
        let rest = endings
            .iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .filter(|rest| rest.chars().count() >= shortest)
            .min_by_key(|rest| rest.len());
        word = rest.unwrap_or(word);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_of_each_layer_goes_if_enough_is_left() {
        let layers: &[&[&str]] = &[&["i", "di"], &["lar"]];
        assert_eq!(cut("kitoblardi", layers, 3), "kitob");
        assert_eq!(cut("olardi", layers, 3), "olar");
        assert_eq!(cut("", layers, 3), "");
    }
}
