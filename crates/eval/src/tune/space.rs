//! The space that is searched: some knobs of a profile, each in its range.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::knob::{Knob, KnobError, Scale};

/// Knobs with their ranges, ordered by name. A *setting* is one value for each of them, in this order.
///
/// A file names them as tables:
///
/// ```
/// let space = verbale_eval::tune::Space::from_toml(
///     "[b]
///      from = 0.2
///      to = 0.9
///      step = 0.1
///      [k1]
///      from = 0.4
///      to = 3.2
///      step = 2
///      scale = \"log\"",
/// )?;
/// assert_eq!(space.size(), 8 * 4);
/// # Ok::<(), verbale_eval::tune::SpaceError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Space(Vec<Knob>);

/// Why there is no space to search.
#[derive(Debug, thiserror::Error)]
pub enum SpaceError {
    /// The file can't be read.
    #[error("the search space {path} can't be read: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// It is no TOML, or has keys that there are not.
    #[error("the search space is wrong: {0}")]
    Toml(#[from] toml::de::Error),
    /// A range is none.
    #[error(transparent)]
    Knob(#[from] KnobError),
    /// A knob is named more than once.
    #[error("the search space has two ranges for {0}")]
    Twice(String),
    /// No knob is named.
    #[error("the search space names no knob")]
    Empty,
}

/// A knob as a file describes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Range {
    from: f64,
    to: f64,
    step: Option<f64>,
    #[serde(default)]
    scale: Scale,
}

impl Space {
    /// The space of these knobs.
    ///
    /// # Errors
    /// If there are none, one is named twice, or the range of one is none.
    pub fn new(knobs: Vec<Knob>) -> Result<Self, SpaceError> {
        let mut knobs = knobs.into_iter().map(Knob::checked).collect::<Result<Vec<_>, _>>()?;
        knobs.sort_by(|one, other| one.name.cmp(&other.name));
        if let Some(pair) = knobs.windows(2).find(|pair| pair[0].name == pair[1].name) {
            return Err(SpaceError::Twice(pair[0].name.clone()));
        }
        if knobs.is_empty() {
            return Err(SpaceError::Empty);
        }
        Ok(Self(knobs))
    }

    /// Reads a space.
    ///
    /// # Errors
    /// If it is no TOML, or as for [`Space::new`].
    pub fn from_toml(text: &str) -> Result<Self, SpaceError> {
        let ranges: BTreeMap<String, Range> = toml::from_str(text)?;
        let knob = |(name, range): (String, Range)| {
            let Range { from, to, step, scale } = range;
            Knob { name, from, to, step, scale }
        };
        Self::new(ranges.into_iter().map(knob).collect())
    }

    /// Reads the space in a file.
    ///
    /// # Errors
    /// If the file can't be read, or as for [`Space::from_toml`].
    pub fn open(path: &Path) -> Result<Self, SpaceError> {
        let text =
            std::fs::read_to_string(path).map_err(|source| SpaceError::File { path: path.into(), source })?;
        Self::from_toml(&text)
    }

    /// The knobs, ordered by name.
    pub fn knobs(&self) -> &[Knob] {
        &self.0
    }

    /// How many settings the grid has.
    pub fn size(&self) -> usize {
        self.0.iter().fold(1, |size: usize, knob| size.saturating_mul(knob.values().len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_says_what_is_wrong_with_it() {
        let error = |text: &str| Space::from_toml(text).unwrap_err().to_string();
        assert_eq!(error(""), "the search space names no knob");
        assert!(error("[b]\nfrom = 0").contains("missing field `to`"));
        assert!(error("[b]\nfrom = 0\nto = 1\nsteps = 3").contains("unknown field `steps`"));
        assert!(error("[b]\nfrom = 0\nto = 1\nscale = \"cubic\"").contains("cubic"));
        assert!(error("[b]\nfrom = 1\nto = 0").contains("below its end"));
        let twice = vec!["b=0..1".parse().unwrap(), "b=0..2".parse().unwrap()];
        assert_eq!(Space::new(twice).unwrap_err().to_string(), "the search space has two ranges for b");
        assert!(Space::open(Path::new("no/such.toml")).unwrap_err().to_string().contains("no/such.toml"));
    }

    #[test]
    fn the_order_in_which_knobs_are_named_is_no_matter() {
        let one = Space::new(vec!["k1=0..2".parse().unwrap(), "b=0..1".parse().unwrap()]).unwrap();
        let other = Space::new(vec!["b=0..1".parse().unwrap(), "k1=0..2".parse().unwrap()]).unwrap();
        assert_eq!(one, other);
    }
}
