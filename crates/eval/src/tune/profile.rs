//! Profiles as settings, and settings as profiles.

use std::collections::BTreeMap;
use std::fmt::Write;

use verbale_search::{Ranking, RankingError};

use super::knob::Knob;
use super::search::Setting;
use super::space::Space;

/// Why a profile and a space don't go together.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// There is no such knob.
    #[error("there is no knob {name:?}; there are {}", Ranking::KNOBS.join(", "))]
    Unknown {
        /// The name that the space has for it.
        name: String,
    },
    /// A range leads out of what a knob may be.
    #[error("{knob}: {source}")]
    Range {
        /// The knob with its range, such as `b=0..2`.
        knob: String,
        /// What a profile says to it.
        source: RankingError,
    },
    /// A profile can't be written down or read.
    #[error(transparent)]
    Ranking(#[from] RankingError),
}

/// Every knob of a profile by its name, as short numbers: 0.05, not the 0.05000000074505806 that 32 bits make of it.
pub fn knobs(ranking: &Ranking) -> BTreeMap<String, f64> {
    // The text of a number of 32 bits is the shortest that names it.
    let text = serde_json::to_string(ranking).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// A profile in TOML that names every knob, so that it stays what it is when the defaults change. Each line of
/// `comment` stands above, as a comment.
pub fn profile(ranking: &Ranking, comment: &str) -> String {
    let mut text = String::new();
    for line in comment.lines() {
        // TOML has no control characters in comments.
        let line: String = line.chars().filter(|c| !c.is_control()).collect();
        let _ = writeln!(text, "{}", format!("# {line}").trim_end());
    }
    text.push('\n');
    for (name, value) in named(&knobs(ranking)) {
        let _ = writeln!(text, "{name} = {value:?}");
    }
    text
}

/// Knobs in the order in which profiles have them.
fn named(knobs: &BTreeMap<String, f64>) -> impl Iterator<Item = (&'static str, f64)> {
    Ranking::KNOBS.into_iter().filter_map(|name| Some((name, *knobs.get(name)?)))
}

impl Space {
    /// The setting of a profile: its values of the knobs of this space.
    ///
    /// # Errors
    /// If there is no such knob, or a range has values that the knob may not take.
    pub fn setting_of(&self, ranking: &Ranking) -> Result<Setting, ProfileError> {
        let knobs = knobs(ranking);
        let value = |knob: &Knob| {
            let unknown = || ProfileError::Unknown { name: knob.name.clone() };
            let value = *knobs.get(&knob.name).ok_or_else(unknown)?;
            for end in [knob.from, knob.to] {
                let mut turned = knobs.clone();
                turned.insert(knob.name.clone(), end);
                read(&turned).map_err(|source| ProfileError::Range { knob: knob.to_string(), source })?;
            }
            Ok(value)
        };
        self.knobs().iter().map(value).collect()
    }

    /// The profile of a setting: `base`, but for the knobs of this space.
    ///
    /// # Errors
    /// If it is no profile.
    pub fn ranking_of(&self, setting: &[f64], base: &Ranking) -> Result<Ranking, ProfileError> {
        let mut knobs = knobs(base);
        knobs.extend(self.name(setting));
        Ok(read(&knobs)?)
    }

    /// The values of a setting by the names of the knobs.
    pub fn name(&self, setting: &[f64]) -> BTreeMap<String, f64> {
        self.knobs().iter().zip(setting).map(|(knob, value)| (knob.name.clone(), *value)).collect()
    }
}

/// The profile with these knobs.
fn read(knobs: &BTreeMap<String, f64>) -> Result<Ranking, RankingError> {
    let lines: String = named(knobs).map(|(name, value)| format!("{name} = {value:?}\n")).collect();
    Ranking::from_toml(&lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn space(knobs: &[&str]) -> Space {
        Space::new(knobs.iter().map(|knob| knob.parse().unwrap()).collect()).unwrap()
    }

    #[test]
    fn every_knob_has_its_name_and_its_number() {
        let knobs = knobs(&Ranking { k1: 1.2, parts: 0.05, ..Ranking::default() });
        assert_eq!(knobs.len(), Ranking::KNOBS.len());
        assert!(Ranking::KNOBS.iter().all(|name| knobs.contains_key(*name)));
        assert_eq!((knobs["k1"], knobs["parts"]), (1.2, 0.05));
    }

    #[test]
    fn a_setting_turns_the_knobs_of_its_space_alone() {
        let space = space(&["title=0..5", "b=0.2..0.9"]);
        let base = Ranking { parts: 0.3, b: 0.75, title: 2.0, ..Ranking::default() };
        assert_eq!(space.setting_of(&base).unwrap(), [0.75, 2.0]);
        let expected = Ranking { b: 0.4, title: 1.5, ..base };
        assert_eq!(space.ranking_of(&[0.4, 1.5], &base).unwrap(), expected);
    }

    #[test]
    fn a_space_that_no_profile_fits_is_refused() {
        let error = |knob: &str| space(&[knob]).setting_of(&Ranking::default()).unwrap_err().to_string();
        assert!(error("k2=0..1").starts_with("there is no knob \"k2\"; there are k1, b, title"));
        assert_eq!(
            error("b=0.5..1.5"),
            "b=0.5..1.5: the ranking profile sets b = 1.5, which has to be from 0 to 1"
        );
        assert!(error("k1=-1..2").contains("from 0 to 1000"));
    }

    #[test]
    fn a_profile_that_is_written_is_read_again_whatever_the_comment() {
        let ranking = Ranking { k1: 1.2, b: 0.123, exact: 1e-7, title: 12.0, ..Ranking::default() };
        let text = profile(&ranking, "found by \u{7}\rluck\n\nk1 = 3");
        assert_eq!(Ranking::from_toml(&text).unwrap(), ranking);
        assert!(
            text.starts_with("# found by luck\n#\n# k1 = 3\n\nk1 = 1.2\nb = 0.123\ntitle = 12.0\n"),
            "{text}"
        );
    }
}
