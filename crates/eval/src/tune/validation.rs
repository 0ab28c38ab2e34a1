//! Cross-validation: what tuning is worth on topics that it has not seen.

use std::collections::HashMap;

use super::folds::{Folds, Part, Values};
use super::search::{Best, Method, Search, Setting, key};
use super::space::Space;

/// A tuning: once on the training topics of each fold, and once on all topics.
#[derive(Debug, Clone, Copy)]
pub struct Tuning<'a> {
    /// The space.
    pub space: &'a Space,
    /// The setting to improve on.
    pub base: &'a [f64],
    /// How the space is searched.
    pub method: Method,
    /// How many settings each search tries at most, beside the base. What one has tried, the others know already: for
    /// grid and random search these are the same settings, for coordinate ascent many of them.
    pub budget: usize,
    /// What chance goes by.
    pub seed: u64,
    /// The topics.
    pub folds: &'a Folds,
}

/// What tuning has found.
#[derive(Debug, Clone, PartialEq)]
pub struct Tuned {
    /// The best setting on all topics, and its score there; a score that promises too much, since it was chosen by it.
    pub best: Best,
    /// The score of the base on all topics.
    pub base_score: f64,
    /// What was found in each fold.
    pub folds: Vec<Fold>,
    /// The values of the base.
    pub base: Values,
    /// The value of each topic under the setting that was found without it.
    pub held_out: Values,
    /// How many settings were tried, the base among them.
    pub tried: usize,
}

/// What was found in a fold.
#[derive(Debug, Clone, PartialEq)]
pub struct Fold {
    /// How many topics are held out.
    pub topics: usize,
    /// The best setting on the training topics.
    pub setting: Setting,
    /// Its score on the training topics, and the base's.
    pub training: (f64, f64),
    /// Its score on the topics held out, and the base's.
    pub held_out: (f64, f64),
}

impl Tuning<'_> {
    /// Tunes. `evaluate` gives the values of a setting, for each collection one for each topic; it is asked once for
    /// each setting.
    ///
    /// # Errors
    /// If `evaluate` fails.
    pub fn run<E>(&self, evaluate: impl FnMut(&[f64]) -> Result<Values, E>) -> Result<Tuned, E> {
        let mut known = Known { values: HashMap::new(), evaluate };
        let base = known.of(self.base)?.clone();
        let mut held_out = base.clone();
        let mut folds = Vec::with_capacity(self.folds.count());
        for fold in 0..self.folds.count() {
            let (training, rest) = (Part::Training(fold), Part::HeldOut(fold));
            let best = self.search(training, &mut known)?;
            let values = known.of(&best.setting)?;
            for (collection, values) in values.iter().enumerate() {
                for (topic, value) in values.iter().enumerate() {
                    if self.folds.of(collection, topic) == fold {
                        held_out[collection][topic] = *value;
                    }
                }
            }
            folds.push(Fold {
                topics: self.folds.size(rest),
                training: (best.score, self.folds.mean(&base, training)),
                held_out: (self.folds.mean(values, rest), self.folds.mean(&base, rest)),
                setting: best.setting,
            });
        }
        let best = self.search(Part::All, &mut known)?;
        let base_score = self.folds.mean(&base, Part::All);
        Ok(Tuned { best, base_score, folds, base, held_out, tried: known.values.len() })
    }

    fn search<E>(
        &self,
        part: Part,
        known: &mut Known<impl FnMut(&[f64]) -> Result<Values, E>>,
    ) -> Result<Best, E> {
        let Self { space, base, method, budget, seed, folds } = *self;
        let search = Search { space, base, method, budget, seed };
        search.run(|setting| known.of(setting).map(|values| folds.mean(values, part)))
    }
}

/// Values of settings, each asked for once.
struct Known<F> {
    values: HashMap<Vec<u64>, Values>,
    evaluate: F,
}

impl<E, F: FnMut(&[f64]) -> Result<Values, E>> Known<F> {
    fn of(&mut self, setting: &[f64]) -> Result<&Values, E> {
        let key = key(setting);
        if !self.values.contains_key(&key) {
            let values = (self.evaluate)(setting)?;
            self.values.insert(key.clone(), values);
        }
        Ok(&self.values[&key])
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::super::tests::{hill, noise, space};
    use super::*;

    const METHODS: [Method; 3] = [Method::Grid, Method::Random, Method::Coordinate];

    #[test]
    fn a_topic_is_judged_by_a_setting_that_was_found_without_it() {
        let (space, folds) = (space(), Folds::new(&[20, 9], 4, 3).unwrap());
        for method in METHODS {
            let tuning =
                Tuning { space: &space, base: &[0.75, 2.0], method, budget: 30, seed: 5, folds: &folds };
            let tuned = tuning.run(noise(11, &[20, 9])).unwrap();
            for (fold, found) in tuned.folds.iter().enumerate() {
                // Other values for the topics held out lead to the same setting.
                let tuned = tuning.run(|setting| {
                    let Ok(mut values) = noise(11, &[20, 9])(setting);
                    for (collection, values) in values.iter_mut().enumerate() {
                        for (topic, value) in values.iter_mut().enumerate() {
                            if folds.of(collection, topic) == fold {
                                *value = 1.0 - *value;
                            }
                        }
                    }
                    Ok::<_, Infallible>(values)
                });
                assert_eq!(tuned.unwrap().folds[fold].setting, found.setting);
            }
        }
    }

    #[test]
    fn a_setting_is_evaluated_once() {
        let (space, folds) = (space(), Folds::new(&[20], 5, 3).unwrap());
        for method in METHODS {
            let mut asked = std::collections::HashSet::new();
            let tuning =
                Tuning { space: &space, base: &[0.75, 2.0], method, budget: 30, seed: 5, folds: &folds };
            let tuned = tuning.run(|setting| {
                assert!(asked.insert(key(setting)), "{setting:?} is asked for again");
                noise(1, &[20])(setting)
            });
            assert_eq!(tuned.unwrap().tried, asked.len());
        }
    }

    #[test]
    fn what_helps_all_topics_is_found_in_every_fold() {
        let (space, folds) = (space(), Folds::new(&[20, 10], 5, 3).unwrap());
        let tuning = Tuning {
            space: &space,
            base: &[0.75, 2.0],
            method: Method::Grid,
            budget: 0,
            seed: 5,
            folds: &folds,
        };
        let tuned = tuning.run(hill(2, &[20, 10])).unwrap();
        assert_eq!(tuned.best.setting, [0.4, 1.0]);
        for fold in &tuned.folds {
            assert_eq!(fold.setting, [0.4, 1.0]);
            assert!(fold.training.0 > fold.training.1 && fold.held_out.0 > fold.held_out.1);
        }
        let gain = folds.mean(&tuned.held_out, Part::All) - tuned.base_score;
        assert!((gain - (tuned.best.score - tuned.base_score)).abs() < 1e-12);
    }
}
