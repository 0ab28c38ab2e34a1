//! What Turkic languages have in common: a noun takes plural, possessor and case, in this order, each in as many shapes
//! as vowel harmony and assimilation ask for.
//!
//! An ending goes only where it may stand: кеңес + ті is an accusative, мемлеке + ті is none, since the word before an
//! accusative in т ends without voice. What remains is often still open to two readings: кеңесі is кеңес + і or
//! кеңе + сі, Қазақстан is a noun or an ablative. Both readings count, the second one with another last step.

use std::cmp::Reverse;

/// What a language may add to a noun.
pub(super) struct Endings {
    /// Small letters.
    pub(super) vowels: &'static str,
    /// Consonants without voice, and those that lose it at the end of a word.
    pub(super) voiceless: &'static str,
    /// Case, possessor, plural: from the end of the word inwards, one of each at most.
    pub(super) layers: &'static [&'static [(After, &'static [&'static str])]],
    /// Final consonants that soften before a vowel, soft and hard.
    pub(super) softened: &'static [(&'static str, &'static str)],
    /// Ends of words that only look like endings.
    pub(super) whole: &'static [&'static str],
}

/// What an ending follows.
#[derive(Clone, Copy)]
pub(super) enum After {
    Any,
    Vowel,
    Consonant,
    /// A consonant without voice.
    Voiceless,
    /// Any other consonant.
    Voiced,
}

/// Semivowels, which endings follow as they follow vowels and consonants.
const GLIDES: &str = "уийyv";

/// How many endings may follow a noun.
const MOST: usize = 3;

impl Endings {
    /// The word without its endings; a softened final consonant is hard again, so that both shapes meet.
    pub(super) fn stem(&self, word: &str) -> String {
        self.hard(self.cut(word).last().copied().unwrap_or(word))
    }

    /// The stem by another last step: with a shorter ending, or with none.
    pub(super) fn second(&self, word: &str, _: &str) -> Option<String> {
        let steps = self.cut(word);
        let last = steps.last()?;
        let before = steps.iter().rev().nth(1).copied().unwrap_or(word);
        let stripped = steps.len() > 1;
        let shorter = (0..self.layers.len())
            .flat_map(|layer| self.fitting(before, layer, stripped))
            .filter(|rest| rest.len() > last.len())
            .min_by_key(|rest| rest.len());
        Some(self.hard(shorter.unwrap_or(before)))
    }

    /// What is left after each step.
    fn cut<'w>(&self, word: &'w str) -> Vec<&'w str> {
        let mut steps = Vec::with_capacity(MOST);
        let mut left = word;
        for layer in 0..self.layers.len() {
            if self.is_whole(left) {
                break;
            }
            let mut all =
                (layer..self.layers.len()).flat_map(|layer| self.fitting(left, layer, !steps.is_empty()));
            if let Some(whole) = all.find(|rest| self.is_whole(rest)) {
                steps.push(whole);
                break;
            }
            let rests = self.fitting(left, layer, !steps.is_empty());
            if let Some(rest) = rests.max_by_key(|rest| Reverse(rest.len())) {
                left = rest;
                steps.push(rest);
            }
        }
        steps
    }

    fn is_whole(&self, word: &str) -> bool {
        self.whole.iter().any(|end| word.ends_with(end))
    }

    /// What is left of `word` by each ending of the layer that may stand there. A root of two letters (ел) takes
    /// strong endings, or one before another.
    fn fitting<'w>(&self, word: &'w str, layer: usize, stripped: bool) -> impl Iterator<Item = &'w str> {
        let layer = self.layers.get(layer).copied().unwrap_or_default();
        let endings =
            layer.iter().flat_map(|(after, endings)| endings.iter().map(move |ending| (*after, *ending)));
        endings.filter_map(move |(after, ending)| {
            let rest = word.strip_suffix(ending)?;
            let weak = match ending.chars().count() {
                1 => true,
                2 => ending.starts_with(|c| self.vowels.contains(c)),
                _ => false,
            };
            let long_enough = match rest.chars().count() {
                0 | 1 => false,
                2 => (stripped || !weak) && !rest.ends_with(|c| self.vowels.contains(c)),
                _ => true,
            } && rest.contains(|c| self.vowels.contains(c));
            (long_enough && self.may_follow(after, rest)).then_some(rest)
        })
    }

    fn may_follow(&self, after: After, rest: &str) -> bool {
        let vowel = rest.ends_with(|c| self.vowels.contains(c));
        let voiceless = rest.ends_with(|c| self.voiceless.contains(c));
        let consonant = !vowel || rest.ends_with(|c| GLIDES.contains(c));
        match after {
            After::Any => true,
            After::Vowel => vowel,
            After::Consonant => consonant,
            After::Voiceless => voiceless,
            After::Voiced => consonant && !voiceless,
        }
    }

    fn hard(&self, stem: &str) -> String {
        let long_enough = stem.chars().count() > 3;
        match self.softened.iter().find(|(soft, _)| long_enough && stem.ends_with(soft)) {
            Some((soft, hard)) => format!("{}{hard}", &stem[..stem.len() - soft.len()]),
            None => stem.to_owned(),
        }
    }
}
