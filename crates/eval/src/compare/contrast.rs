//! One system beside the baseline by one measure.

use serde::Serialize;

use super::{Contender, Settings};
use crate::significance::{
    Differences, Interval, Randomisation, TTest, Tally, confidence_interval, randomisation_test, t_test,
};
use crate::{Measure, Qrels, mean};

/// A system beside the baseline by one measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contrast {
    /// The system.
    pub system: String,
    /// The measure.
    pub measure: String,
    /// The baseline's mean over the judged topics.
    pub baseline_mean: f64,
    /// The system's.
    pub system_mean: f64,
    /// The latter less the former.
    pub difference: f64,
    /// What the difference shows.
    pub verdict: Verdict,
    /// The confidence interval of the difference, by Student's t; none with fewer than two topics.
    pub interval: Option<Interval>,
    /// Cohen's *d*_z; none where the differences do not vary.
    pub effect_size: Option<f64>,
    /// Topics on which the system is better, the same, and worse.
    #[serde(flatten)]
    pub tally: Tally,
    /// The randomisation test.
    pub randomisation: Randomisation,
    /// Its p-value, corrected.
    pub randomisation_holm: f64,
    /// The t-test; none where the differences do not vary.
    pub t_test: Option<TTest>,
    /// Its p-value, corrected.
    pub t_test_holm: Option<f64>,
    /// Every judged topic.
    pub topics: Vec<TopicValues>,
}

/// What a measure gives for a topic.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TopicValues {
    /// The topic.
    pub topic: String,
    /// The baseline's value.
    pub baseline: f64,
    /// The system's.
    pub system: f64,
}

impl TopicValues {
    /// The system's value less the baseline's.
    pub fn difference(&self) -> f64 {
        self.system - self.baseline
    }
}

/// What a difference shows: the p-value of the randomisation test, corrected, decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The system is better than the baseline.
    Better,
    /// It is worse.
    Worse,
    /// The topics don't show a difference, which doesn't mean that there is none.
    Undecided,
}

impl Verdict {
    pub(super) fn new(difference: f64, p: f64, alpha: f64) -> Self {
        match p <= alpha {
            true if difference > 0.0 => Self::Better,
            true if difference < 0.0 => Self::Worse,
            _ => Self::Undecided,
        }
    }
}

impl Contrast {
    /// The contrast, not yet corrected for there being several.
    pub(super) fn new(
        qrels: &Qrels,
        baseline: Contender<'_>,
        system: Contender<'_>,
        measure: Measure,
        settings: &Settings,
    ) -> Self {
        let (of_baseline, of_system) =
            (measure.per_topic(qrels, baseline.run), measure.per_topic(qrels, system.run));
        // Both have a value for every judged topic, in the order of the topics' names.
        let topics: Vec<_> = of_baseline
            .iter()
            .zip(of_system.values())
            .map(|((topic, baseline), system)| TopicValues {
                topic: topic.clone(),
                baseline: *baseline,
                system: *system,
            })
            .collect();
        let differences = Differences::new(topics.iter().map(TopicValues::difference).collect());
        let randomisation = randomisation_test(&differences, settings.permutations);
        let t_test = t_test(&differences);
        Self {
            system: system.name.to_owned(),
            measure: measure.to_string(),
            baseline_mean: mean(&of_baseline),
            system_mean: mean(&of_system),
            difference: differences.mean(),
            verdict: Verdict::Undecided,
            interval: confidence_interval(&differences, settings.confidence),
            effect_size: differences.effect_size(),
            tally: differences.tally(),
            randomisation,
            randomisation_holm: randomisation.p,
            t_test,
            t_test_holm: t_test.map(|test| test.p),
            topics,
        }
    }
}
