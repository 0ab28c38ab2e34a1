//! What Turkic languages have in common: a noun takes plural, possessor and case, each in as many shapes as vowel
//! harmony and assimilation ask for (L. Johanson, É. Csató, eds, The Turkic Languages, 1998).
//!
//! Endings are cut until none is left. A root whose end looks like an ending loses it, too, but in all its forms alike:
//! Қазақстан looks like an ablative, and so does what is left of Қазақстанның. Cut once, the two would part.

use crate::stemmer::cut;

/// What a language may add to a noun.
pub(super) struct Endings {
    pub(super) endings: &'static [&'static str],
    /// Final consonants that soften before a vowel, soft and hard.
    pub(super) softened: &'static [(char, char)],
}

/// Characters that a stem has at least.
const SHORTEST: usize = 3;

impl Endings {
    /// The word without its endings; a softened final consonant is hard again, so that both shapes meet.
    pub(super) fn stem(&self, word: &str) -> String {
        let mut stem = word;
        loop {
            let rest = cut(stem, &[self.endings], SHORTEST);
            if rest.len() == stem.len() {
                break;
            }
            stem = rest;
        }
        let mut stem = stem.to_owned();
        if let Some((_, hard)) = self.softened.iter().find(|(soft, _)| stem.ends_with(*soft)) {
            stem.pop();
            stem.push(*hard);
        }
        stem
    }
}
