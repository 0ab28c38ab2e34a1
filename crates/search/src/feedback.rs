//! Words of the first hits that help to find more like them, where any word of a question will do.
//!
//! Pseudo-relevance feedback after RM3 (Abdul-Jaleel et al., *UMass at TREC 2004: Novelty and HARD*; the relevance model
//! is Lavrenko and Croft's, *Relevance-Based Language Models*, 2001): the first hits are taken for relevant, and the
//! words that they use most, each hit counting by its score, are added to the query. Two things differ. A word counts by
//! its rarity, too, since without it the words are those of every text; and the less alike the scores of the first hits
//! are, the less the words count: a question with one answer has one hit that stands out, and what the hits behind it
//! say only leads away from it.
//!
//! Such words only add to a score. What matches, how many match and what is marked is as without them.

use std::collections::HashMap;

use verbale_index::{Clause, Pattern, Ranking, Scope};
use verbale_statement::Statement;

use crate::highlight::Highlighter;
use crate::vocabulary::{self, pattern, vocabulary};

/// Of the words of the first hits, for so many of those that are used most it is looked up how rare they are.
const CANDIDATES: usize = 256;

/// What a ranking asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Feedback {
    /// See [`Ranking::feedback`].
    weight: f32,
    /// The first hits that are taken for relevant.
    pub(crate) hits: usize,
    /// How many words are added.
    words: usize,
    /// See [`Ranking::feedback_fall`].
    fall: f32,
}

/// A word of the first hits.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    pub(crate) pattern: Pattern,
    /// Its share of the words of the first hits, each counting by its score.
    share: f32,
}

impl Feedback {
    /// What a ranking asks for; none if it asks for no feedback.
    pub(crate) fn of(ranking: &Ranking) -> Option<Self> {
        // Whole numbers within the range that `Ranking` checks.
        let count = |knob: f32| knob.round().max(0.0) as usize;
        let feedback = Self {
            weight: ranking.feedback,
            hits: count(ranking.feedback_hits),
            words: count(ranking.feedback_words),
            fall: ranking.feedback_fall,
        };
        (feedback.weight > 0.0 && feedback.hits > 0 && feedback.words > 0).then_some(feedback)
    }

    /// The words that the first hits use most, each hit with its score; those that say nothing are left out.
    pub(crate) fn candidates(hits: &[(Statement, f32)], clause: &Clause) -> Vec<Word> {
        let highlighter = Highlighter::new(clause);
        let all: f32 = hits.iter().map(|(_, score)| score).sum();
        let mut shares: HashMap<vocabulary::Word, f32> = HashMap::new();
        for (statement, score) in hits {
            let counts = vocabulary(statement, &highlighter);
            let length: f32 = counts.values().sum();
            for (word, count) in counts {
                *shares.entry(word).or_default() += score / all * count / length;
            }
        }
        let word = |(word, share)| Word { pattern: pattern(word), share };
        let mut words: Vec<Word> = shares.into_iter().map(word).collect();
        sort(&mut words);
        words.truncate(CANDIDATES);
        words
    }

    /// `clause`, preferring statements with the words that tell most; `rarity` is that of each candidate, `scores` are
    /// those of the first hits, the highest first.
    pub(crate) fn expanded(
        self,
        clause: Clause,
        mut words: Vec<Word>,
        rarity: &[f32],
        scores: &[f32],
    ) -> Clause {
        for (word, rarity) in words.iter_mut().zip(rarity) {
            word.share *= rarity;
        }
        sort(&mut words);
        words.truncate(self.words);
        let all: f32 = words.iter().map(|word| word.share).sum();
        let (Some(first), Some(last)) = (scores.first(), scores.last()) else { return clause };
        let alike = if *first > 0.0 { last / first } else { 0.0 };
        let weight = self.weight * alike.powf(self.fall);
        // Where nothing scores, shares of scores are no numbers.
        if !(all > 0.0 && weight > 0.0) {
            return clause;
        }
        // In RM3 the words of the query share 1 - weight among them, those that are added share the rest.
        let asked = clause.patterns().len().max(1) as f32;
        let scale = asked * weight / (1.0 - weight).max(f32::EPSILON) / all;
        let preferred = words.into_iter().map(|word| Clause::Boost {
            factor: word.share * scale,
            clause: Box::new(Clause::Text { scope: Scope::Text, pattern: word.pattern }),
        });
        Clause::Prefer { preferred: preferred.collect(), clause: Box::new(clause), pairs: Vec::new() }
    }
}

/// The greatest share first; of equals the first in the alphabet, so that a search finds the same each time.
fn sort(words: &mut [Word]) {
    words.sort_by(|one, other| {
        let key = |word: &Word| (word.pattern.stems.clone(), word.pattern.exact.clone());
        other.share.total_cmp(&one.share).then_with(|| key(one).cmp(&key(other)))
    });
}

#[cfg(test)]
mod tests;
