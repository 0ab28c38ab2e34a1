//! Searching for a better ranking profile, and telling a gain from luck.
//!
//! A [`Space`] names knobs and ranges. [`Tuning`] searches it by a [`Method`] and *cross-validates* over topics: the
//! topics are dealt out to [`Folds`], in each fold the best setting on the other folds' topics is found and scored on
//! the fold's own, which had no part in finding it. Whoever tries enough settings finds one that fits the topics at
//! hand; the [`Verdict`] compares what is left on topics that were held out with the profile to improve on, and
//! refuses a gain that does not hold. A [`Journal`] keeps what was tried, so that a search which is killed goes on.
//!
//! None of this knows the engine: what it needs is a closure that gives the values of a setting, topic by topic.

mod folds;
mod identity;
mod journal;
mod knob;
mod profile;
mod search;
mod space;
mod validation;
mod verdict;

pub use folds::{Folds, Part, Values};
pub use identity::{Identity, Source};
pub use journal::{Journal, JournalError};
pub use knob::{Knob, KnobError, Scale};
pub use profile::{ProfileError, knobs, profile};
pub use search::{Best, Method, MethodError, Search, Setting};
pub use space::{Space, SpaceError};
pub use validation::{Fold, Tuned, Tuning};
pub use verdict::{ALPHA, Comparison, Refusal, Verdict};

/// Made-up objectives.
#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    /// Two knobs with 6 × 5 values.
    pub(super) fn space() -> Space {
        Space::new(vec!["b=0..1:0.2".parse().unwrap(), "title=0.5..2.5:0.5".parse().unwrap()]).unwrap()
    }

    /// Values between 0 and 1 that have to do with setting and topic, but not with one being better than another.
    pub(super) fn noise(seed: u64, sizes: &[usize]) -> impl FnMut(&[f64]) -> Result<Values, Infallible> {
        move |setting| {
            let salt = setting
                .iter()
                .fold(seed, |salt, value| fastrand::Rng::with_seed(salt ^ value.to_bits()).u64(..));
            let mut random = fastrand::Rng::with_seed(salt);
            Ok(sizes.iter().map(|size| (0..*size).map(|_| random.f64()).collect()).collect())
        }
    }

    /// Values that are highest at b = 0.4 and title = 1, with some noise that depends on the topic alone.
    pub(super) fn hill(seed: u64, sizes: &[usize]) -> impl FnMut(&[f64]) -> Result<Values, Infallible> {
        move |setting| {
            let mut random = fastrand::Rng::with_seed(seed);
            let lost = (setting[0] - 0.4).powi(2) + 0.1 * (setting[1] - 1.0).powi(2);
            let mut value = || 0.5 + 0.3 * random.f64() - (0.5 + random.f64()) * lost;
            Ok(sizes.iter().map(|size| (0..*size).map(|_| value()).collect()).collect())
        }
    }
}
