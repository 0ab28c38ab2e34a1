//! Every knob of ranking.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// How matches are scored: BM25F (Robertson, Zaragoza and Taylor, *Simple BM25 Extension to Multiple Weighted
/// Fields*, 2004), where the counts of a word in title and text are weighed, made independent of the fields' lengths
/// and added up before they are saturated.
///
/// A profile in TOML names the knobs that differ from the default:
///
/// ```
/// let profile = verbale_index::Ranking::from_toml("b = 0.4\ntitle = 1.5")?;
/// assert_eq!(profile.title, 1.5);
/// # Ok::<(), verbale_index::RankingError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ranking {
    /// How slowly more occurrences of a word stop to count: 0 counts a word once, 0.9 to 1.2 is usual. At least 0.
    pub k1: f32,
    /// How much long texts are held against their word counts, 0 (not at all) to 1 (in proportion).
    pub b: f32,
    /// What a word in the title counts, one in the text being 1. At least 0.
    pub title: f32,
    /// The `b` of titles.
    pub title_b: f32,
    /// What a bare word's exact form counts beside its stems. At least 0.
    pub exact: f32,
    /// What two characters of Chinese that stand side by side count beside their pair, which is the stem. At least 0.
    pub parts: f32,
    /// Where any word of a question will do: what two words that are neighbours in it count as neighbours in the text,
    /// beside what each of them counts. After the ordered pairs of Metzler and Croft, *A Markov Random Field Model for
    /// Term Dependencies*, 2005. At least 0.
    pub pairs: f32,
    /// What a word counts that is like the one asked for: so much for each letter in which it differs. 0 to 1.
    pub fuzzy: f32,
    /// Where any word of a question will do: what words that begin like one of them count beside it; see
    /// [`Ranking::exact`]. At least 0.
    pub alike: f32,
    /// Pseudo-relevance feedback, where any word of a question will do: the share of the score that words of the first
    /// hits have beside those of the query, where the first hits score alike. 0 (none) to 0.95.
    pub feedback: f32,
    /// How many of the first hits are looked at for such words, rounded; 0 to 100.
    pub feedback_hits: f32,
    /// How many words of theirs are added to the query, rounded; 0 to 100.
    pub feedback_words: f32,
    /// How fast the share shrinks where the first hits don't score alike: it is multiplied by the last one's part of the
    /// first one's score, to this power. 0 (not at all) to 10.
    pub feedback_fall: f32,
    /// Where any word of a question will do: what the first hits that are most like one of them add to its score, as a part
    /// of their average score, where the first hits score alike. 0 (nothing) to 10.
    pub neighbours: f32,
    /// How many of the first hits are compared, rounded; 0 to 200.
    pub neighbours_hits: f32,
    /// How many of them count for each, rounded; 0 to 200.
    pub neighbours_each: f32,
    /// How much more a statement of the latest day in the index counts than one without a date: scores are multiplied by
    /// 1 and this much, which halves with every [`Ranking::recency_years`] of age. 0 (age does not count) to 10.
    pub recency: f32,
    /// After so many years half of [`Ranking::recency`] is left. 0.1 to 1000.
    pub recency_years: f32,
}

impl Default for Ranking {
    fn default() -> Self {
        Self {
            k1: 0.9,
            b: 0.5,
            title: 3.0,
            title_b: 0.75,
            exact: 1.2,
            parts: 0.05,
            pairs: 0.2,
            fuzzy: 0.5,
            alike: 0.5,
            feedback: 0.8,
            feedback_hits: 10.0,
            feedback_words: 10.0,
            feedback_fall: 3.0,
            neighbours: 0.0,
            neighbours_hits: 200.0,
            neighbours_each: 12.0,
            recency: 0.0,
            recency_years: 5.0,
        }
    }
}

/// Why there is no ranking profile.
#[derive(Debug, thiserror::Error)]
pub enum RankingError {
    /// The file can't be read.
    #[error("the ranking profile {path} can't be read")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// It is no TOML, or names a knob that there is not.
    #[error("the ranking profile is wrong: {0}")]
    Toml(toml::de::Error),
    /// A knob is out of its range.
    #[error("the ranking profile sets {knob} = {value}, which has to be {range}")]
    Range {
        /// The knob.
        knob: &'static str,
        /// What it is set to.
        value: f32,
        /// What it may be.
        range: &'static str,
    },
}

impl Ranking {
    /// The names of all knobs, as in a profile.
    pub const KNOBS: [&str; 18] = [
        "k1",
        "b",
        "title",
        "title_b",
        "exact",
        "parts",
        "pairs",
        "fuzzy",
        "alike",
        "feedback",
        "feedback_hits",
        "feedback_words",
        "feedback_fall",
        "neighbours",
        "neighbours_hits",
        "neighbours_each",
        "recency",
        "recency_years",
    ];

    /// Reads a profile; knobs that it doesn't name are as in the default.
    ///
    /// # Errors
    /// If it is no TOML, names an unknown knob, or sets one out of its range.
    pub fn from_toml(text: &str) -> Result<Self, RankingError> {
        let ranking: Self = toml::from_str(text).map_err(RankingError::Toml)?;
        ranking.checked()
    }

    /// Reads the profile in a file.
    ///
    /// # Errors
    /// If the file can't be read, or as for [`Ranking::from_toml`].
    pub fn open(path: &Path) -> Result<Self, RankingError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| RankingError::File { path: path.into(), source })?;
        Self::from_toml(&text)
    }

    /// The profile itself, if every knob is in its range.
    ///
    /// # Errors
    /// If one is not.
    pub fn checked(self) -> Result<Self, RankingError> {
        let Self { k1, b, title, title_b, exact, parts, pairs, fuzzy, alike, .. } = self;
        let Self { feedback, feedback_hits, feedback_words, feedback_fall, .. } = self;
        let Self { neighbours, neighbours_hits, neighbours_each, .. } = self;
        let Self { recency, recency_years, .. } = self;
        let within = |most: f32, range: &'static str, knobs: &[(&'static str, f32)]| {
            let wrong = knobs.iter().find(|(_, value)| !(0.0..=most).contains(value));
            wrong.map_or(Ok(()), |(knob, value)| Err(RankingError::Range { knob, value: *value, range }))
        };
        within(1.0, "from 0 to 1", &[("b", b), ("title_b", title_b), ("fuzzy", fuzzy)])?;
        within(0.95, "from 0 to 0.95", &[("feedback", feedback)])?;
        let falls = [("feedback_fall", feedback_fall), ("neighbours", neighbours), ("recency", recency)];
        within(10.0, "from 0 to 10", &falls)?;
        if !(0.1..=1000.0).contains(&recency_years) {
            let (knob, range) = ("recency_years", "from 0.1 to 1000");
            return Err(RankingError::Range { knob, value: recency_years, range });
        }
        let counts = [("feedback_hits", feedback_hits), ("feedback_words", feedback_words)];
        within(100.0, "from 0 to 100", &counts)?;
        let counts = [("neighbours_hits", neighbours_hits), ("neighbours_each", neighbours_each)];
        within(200.0, "from 0 to 200", &counts)?;
        let weights = [
            ("k1", k1),
            ("title", title),
            ("exact", exact),
            ("parts", parts),
            ("pairs", pairs),
            ("alike", alike),
        ];
        within(1000.0, "from 0 to 1000", &weights)?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_say_what_is_wrong_with_them() {
        let error = |text| Ranking::from_toml(text).map(|_| ()).unwrap_err().to_string();
        assert!(error("k2 = 1").contains("unknown field `k2`"));
        assert_eq!(error("b = 1.5"), "the ranking profile sets b = 1.5, which has to be from 0 to 1");
        assert!(error("k1 = nan").contains("k1"));
    }

    #[test]
    fn the_default_profile_is_the_default() {
        let text = include_str!("../../../index-data/ranking/default.toml");
        assert_eq!(Ranking::from_toml(text).unwrap(), Ranking::default());
        assert!(
            Ranking::KNOBS.iter().all(|knob| text.contains(&format!("\n{knob} = "))),
            "every knob stands in it"
        );
    }
}
