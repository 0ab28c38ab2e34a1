//! Frequencies relative to how much was said.

use verbale_search::Frequency;

/// How often something occurs in a million words; none where there are no words.
pub(crate) fn per_million(frequency: &Frequency) -> Option<f64> {
    (frequency.words > 0).then(|| frequency.occurrences as f64 / frequency.words as f64 * 1e6)
}
