//! How the space is searched.

use std::collections::HashSet;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::knob::Knob;
use super::space::Space;

/// A value for each knob of a space, in the space's order.
pub type Setting = Vec<f64>;

/// A way to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// Every setting of the grid.
    Grid,
    /// Settings drawn at random: where few of the knobs matter it tries more values of those than a grid does (Bergstra
    /// and Bengio, *Random Search for Hyper-Parameter Optimization*, 2012).
    Random,
    /// Coordinate ascent (Metzler and Croft, *Linear Feature-Based Models for Information Retrieval*, 2007): one knob
    /// after the other is set to its best value while the rest stand still, until none gains any more; then again from
    /// a place at random.
    Coordinate,
}

/// What is no way to search.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no method of search; there are grid, random and coordinate")]
pub struct MethodError(String);

impl FromStr for Method {
    type Err = MethodError;

    fn from_str(text: &str) -> Result<Self, MethodError> {
        match text {
            "grid" => Ok(Self::Grid),
            "random" => Ok(Self::Random),
            "coordinate" => Ok(Self::Coordinate),
            _ => Err(MethodError(text.to_owned())),
        }
    }
}

/// The best that a search has found.
#[derive(Debug, Clone, PartialEq)]
pub struct Best {
    /// The setting.
    pub setting: Setting,
    /// Its score.
    pub score: f64,
}

/// A search for the setting of the highest score.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// The space.
    pub space: &'a Space,
    /// The setting to improve on. It is tried first, and among equals the first tried is the best.
    pub base: &'a [f64],
    /// How.
    pub method: Method,
    /// How many settings are tried at most, beside the base. The same setting again doesn't count. Grid search tries
    /// them all.
    pub budget: usize,
    /// What chance goes by.
    pub seed: u64,
}

/// A search on its way.
struct Walk<'a, S> {
    search: Search<'a>,
    score: S,
    random: fastrand::Rng,
    tried: HashSet<Vec<u64>>,
    best: Best,
}

/// Why a walk ends.
enum Stop<E> {
    /// The budget is spent.
    Spent,
    /// A setting could not be scored.
    Failed(E),
}

impl Search<'_> {
    /// Searches. `score` is asked again for settings that it has scored before.
    ///
    /// # Errors
    /// If `score` fails.
    pub fn run<E>(&self, mut score: impl FnMut(&[f64]) -> Result<f64, E>) -> Result<Best, E> {
        let best = Best { setting: self.base.to_vec(), score: score(self.base)? };
        let (random, tried) = (fastrand::Rng::with_seed(self.seed), HashSet::from([key(self.base)]));
        let mut walk = Walk { search: *self, score, random, tried, best };
        let end = match self.method {
            Method::Grid => walk.grid(),
            Method::Random => walk.at_random(),
            Method::Coordinate => walk.ascend(),
        };
        match end {
            Ok(()) | Err(Stop::Spent) => Ok(walk.best),
            Err(Stop::Failed(error)) => Err(error),
        }
    }
}

/// What is the same for the same setting, and for no other.
pub(super) fn key(setting: &[f64]) -> Vec<u64> {
    setting.iter().map(|value| value.to_bits()).collect()
}

impl<E, S: FnMut(&[f64]) -> Result<f64, E>> Walk<'_, S> {
    /// Scores a setting, and notes whether it is the best.
    fn try_out(&mut self, setting: &[f64]) -> Result<f64, Stop<E>> {
        let is_new = !self.tried.contains(&key(setting));
        if is_new && self.search.method != Method::Grid && self.tried.len() > self.search.budget {
            return Err(Stop::Spent);
        }
        self.tried.insert(key(setting));
        let score = (self.score)(setting).map_err(Stop::Failed)?;
        if score > self.best.score {
            self.best = Best { setting: setting.to_vec(), score };
        }
        Ok(score)
    }

    fn grid(&mut self) -> Result<(), Stop<E>> {
        let axes: Vec<_> = self.search.space.knobs().iter().map(Knob::values).collect();
        for mut number in 0..self.search.space.size() {
            let mut setting = Vec::with_capacity(axes.len());
            for axis in &axes {
                setting.push(axis[number % axis.len()]);
                number /= axis.len();
            }
            self.try_out(&setting)?;
        }
        Ok(())
    }

    fn at_random(&mut self) -> Result<(), Stop<E>> {
        let knobs = self.search.space.knobs();
        while let Some(setting) = self.untried(|random| knobs.iter().map(|knob| knob.draw(random)).collect())
        {
            self.try_out(&setting)?;
        }
        Ok(())
    }

    fn ascend(&mut self) -> Result<(), Stop<E>> {
        let axes: Vec<_> = self.search.space.knobs().iter().map(Knob::values).collect();
        let mut here = self.best.clone();
        loop {
            self.climb(&axes, &mut here)?;
            let place =
                self.untried(|random| axes.iter().map(|axis| axis[random.usize(..axis.len())]).collect());
            let Some(setting) = place else { return Ok(()) };
            here = Best { score: self.try_out(&setting)?, setting };
        }
    }

    /// A setting at random that was not tried; none if chance finds no more.
    fn untried(&mut self, draw: impl Fn(&mut fastrand::Rng) -> Setting) -> Option<Setting> {
        // A space that is all but exhausted may have one setting left in a thousand.
        const ATTEMPTS: usize = 10_000;
        (0..ATTEMPTS).map(|_| draw(&mut self.random)).find(|setting| !self.tried.contains(&key(setting)))
    }

    /// Goes up from `here` until no knob alone leads higher.
    fn climb(&mut self, axes: &[Vec<f64>], here: &mut Best) -> Result<(), Stop<E>> {
        let mut order: Vec<usize> = (0..axes.len()).collect();
        loop {
            self.random.shuffle(&mut order);
            let before = here.score;
            for knob in &order {
                let mut setting = here.setting.clone();
                for value in &axes[*knob] {
                    setting[*knob] = *value;
                    let score = self.try_out(&setting)?;
                    if score > here.score {
                        *here = Best { setting: setting.clone(), score };
                    }
                }
            }
            if here.score <= before {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use proptest::prelude::*;

    use super::*;

    const METHODS: [Method; 3] = [Method::Grid, Method::Random, Method::Coordinate];

    fn space(knobs: &[&str]) -> Space {
        Space::new(knobs.iter().map(|knob| knob.parse().unwrap()).collect()).unwrap()
    }

    fn run(search: Search<'_>, mut score: impl FnMut(&[f64]) -> f64) -> (Best, Vec<Setting>) {
        let mut asked = Vec::new();
        let best = search.run(|setting| {
            asked.push(setting.to_vec());
            Ok::<_, Infallible>(score(setting))
        });
        (best.unwrap(), asked)
    }

    fn distinct(asked: &[Setting]) -> usize {
        asked.iter().map(|setting| key(setting)).collect::<HashSet<_>>().len()
    }

    #[test]
    fn methods_are_read_by_name() {
        assert_eq!("coordinate".parse(), Ok(Method::Coordinate));
        assert!("genetic".parse::<Method>().unwrap_err().to_string().contains("grid, random and coordinate"));
    }

    #[test]
    fn grid_search_tries_every_setting_once() {
        let space = space(&["b=0..1:0.25", "k1=1..4:2:log"]);
        let search = Search { space: &space, base: &[0.75, 1.2], method: Method::Grid, budget: 0, seed: 1 };
        let (_, asked) = run(search, |_| 0.0);
        assert_eq!((asked.len(), distinct(&asked)), (16, 16));
    }

    #[test]
    fn random_search_ends_when_nothing_is_left() {
        let space = space(&["b=0..1:0.5"]);
        let search = Search { space: &space, base: &[0.5], method: Method::Random, budget: 50, seed: 1 };
        assert_eq!(distinct(&run(search, |_| 0.0).1), 3);
    }

    #[test]
    fn a_failure_ends_the_search() {
        let space = space(&["b=0..1"]);
        for method in METHODS {
            let search = Search { space: &space, base: &[0.75], method, budget: 5, seed: 1 };
            let answer = search.run(|setting| if setting == [0.75] { Ok(0.0) } else { Err("no index") });
            assert_eq!(answer, Err("no index"));
        }
    }

    #[test]
    fn coordinate_ascent_begins_anew_when_it_is_on_a_lower_top() {
        // Beside the base is a hill from which no single knob leads to the mountain in the corner.
        let height = |setting: &[f64]| match setting {
            [b, k] if *b >= 0.8 && *k >= 0.8 => 10.0 + b + k,
            [b, k] => -(b - 0.2).powi(2) - (k - 0.2).powi(2),
            _ => 0.0,
        };
        let space = space(&["b=0..1:0.1", "k1=0..1:0.1"]);
        for seed in 0..20 {
            let search =
                Search { space: &space, base: &[0.2, 0.2], method: Method::Coordinate, budget: 110, seed };
            assert_eq!(run(search, height).0.setting, [1.0, 1.0], "seed {seed}");
        }
    }

    proptest! {
        #[test]
        fn the_top_of_a_concave_function_is_found(top in prop::array::uniform3(0..=5_u8), seed: u64) {
            let space = space(&["b=0..1:0.2", "exact=0..1:0.2", "title=0..1:0.2"]);
            let top = top.map(|steps| f64::from(steps) / 5.0);
            let height = |setting: &[f64]| -setting.iter().zip(top).map(|(x, t)| (x - t).powi(2)).sum::<f64>();
            for (method, budget, within) in [(Method::Grid, 0, 1e-9), (Method::Coordinate, 40, 1e-9), (Method::Random, 150, 0.75)] {
                let search = Search { space: &space, base: &[0.5, 0.5, 0.5], method, budget, seed };
                let (best, _) = run(search, height);
                prop_assert!(best.score >= -within * within, "{:?} ended at {:?}", method, best);
            }
        }

        #[test]
        fn a_search_keeps_to_budget_and_space_and_is_repeatable(
            budget in 1..60_usize, seed: u64, salt: u32, coordinate: bool,
        ) {
            let method = if coordinate { Method::Coordinate } else { Method::Random };
            let space = space(&["b=0.2..0.9", "k1=0.5..4:2:log"]);
            let noise = |setting: &[f64]| setting.iter().fold(f64::from(salt), |sum, x| (sum + x * 7919.0).sin());
            let search = Search { space: &space, base: &[0.75, 1.2], method, budget, seed };
            let (best, asked) = run(search, noise);
            prop_assert!(distinct(&asked) <= budget + 1);
            prop_assert_eq!(&asked[0], &[0.75, 1.2]);
            prop_assert!(asked.iter().all(|setting| best.score >= noise(setting)));
            prop_assert!(asked.iter().all(|setting| (0.2..=0.9).contains(&setting[0]) && (0.5..=4.0).contains(&setting[1])));
            prop_assert_eq!((best, asked), run(search, noise));
        }
    }
}
