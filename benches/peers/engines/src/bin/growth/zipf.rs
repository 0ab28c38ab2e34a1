//! Made-up statements whose words are as frequent as Zipf's law has it.

use std::collections::HashMap;

use fastrand::Rng;

/// How many words there can be, real and made up.
const RANKS: usize = 2_000_000;
/// Up to this rank frequency falls with the rank (Zipf), beyond it with its square, as Ferrer i Cancho and Solé found
/// (*Two Regimes in the Frequency of Words and the Origins of Complex Lexicons*, 2001). With Zipf's law all the way the
/// vocabulary would grow several times faster than that of real texts.
const CORE: f64 = 8_000.0;
const SYLLABLES: [&str; 20] = [
    "ba", "cor", "den", "fi", "gal", "hu", "jor", "ka", "lim", "mo", "nar", "pe", "qui", "ros", "sta", "ti",
    "ur", "ven", "wo", "zel",
];

/// A source of texts: the words of a real corpus by rank, made-up words for the ranks beyond, lengths as in the corpus.
pub(crate) struct Zipf {
    words: Vec<String>,
    cumulative: Vec<f64>,
    lengths: Vec<u32>,
}

impl Zipf {
    /// From the counts of a corpus's words and the number of words in each of its statements.
    pub(crate) fn new(counts: &HashMap<String, u32>, lengths: Vec<u32>) -> Self {
        let mut ranked: Vec<(&String, &u32)> = counts.iter().collect();
        ranked.sort_by(|(word, count), (other, others)| others.cmp(count).then(word.cmp(other)));
        let words = ranked.into_iter().map(|(word, _)| word.clone()).take(RANKS).collect();
        let mut sum = 0.0;
        let cumulative = (1..=RANKS).map(|rank| {
            let rank = rank as f64;
            sum += if rank <= CORE { rank.recip() } else { CORE / (rank * rank) };
            sum
        });
        Self { words, cumulative: cumulative.collect(), lengths }
    }

    /// A statement's text: sentences of words that have nothing to do with each other.
    pub(crate) fn text(&self, random: &mut Rng) -> String {
        let length = self.lengths.get(random.usize(..self.lengths.len().max(1))).copied().unwrap_or(100);
        let mut text = String::new();
        for place in 0..length {
            if place > 0 {
                text.push_str(if random.u8(..) < 12 { ". " } else { " " });
            }
            self.push_word(&mut text, random);
        }
        text.push('.');
        text
    }

    fn push_word(&self, text: &mut String, random: &mut Rng) {
        let total = self.cumulative.last().copied().unwrap_or_default();
        let drawn = random.f64() * total;
        let mut rank = self.cumulative.partition_point(|sum| *sum < drawn);
        match self.words.get(rank) {
            Some(word) => text.push_str(word),
            // A number in base 20 whose digits are syllables: a word of its own for each rank.
            None => loop {
                text.push_str(SYLLABLES[rank % SYLLABLES.len()]);
                rank /= SYLLABLES.len();
                if rank == 0 {
                    break;
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_words_are_drawn_often_and_the_same_seed_gives_the_same_text() {
        let counts = [("the".to_owned(), 9), ("strait".to_owned(), 2)].into_iter().collect();
        let zipf = Zipf::new(&counts, vec![20_000]);
        let text = zipf.text(&mut Rng::with_seed(7));
        assert_eq!(text, zipf.text(&mut Rng::with_seed(7)));
        let count = |word| text.split([' ', '.']).filter(|drawn| *drawn == word).count();
        assert!(count("the") > count("strait") && count("strait") > 100);
    }
}
