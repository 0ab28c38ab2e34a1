//! Systems beside a baseline: by how much their values differ, whether that is more than chance, and on which topics.
//!
//! A [`Comparison`] is the record, which serialises to JSON; its `Display` is for the terminal, and
//! [`Comparison::page`] is a page of HTML that needs nothing else.

mod change;
mod chart;
mod contrast;
mod page;
#[cfg(test)]
mod tests;
mod text;

use std::num::NonZeroU32;

use serde::Serialize;

pub use change::{Change, Move, Placed, Shift};
pub use contrast::{Contrast, TopicValues, Verdict};

use crate::significance::{Permutations, holm};
use crate::{Measure, Qrels, Run, mean};

/// How deep it is looked whether documents were judged at all.
const JUDGED_DEPTH: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);

/// What is compared, and how closely it is looked at.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The measures; the topics that changed most are those of the first.
    pub measures: Vec<Measure>,
    /// The randomisation test's permutations.
    pub permutations: Permutations,
    /// How sure the intervals are, such as 0.95. A difference counts as shown where its p-value, corrected, is not
    /// above what this leaves.
    pub confidence: f64,
    /// How many of the topics that changed most are shown for each system.
    pub topics: usize,
    /// To which depth their rankings are shown.
    pub depth: usize,
}

impl Default for Settings {
    fn default() -> Self {
        let is_quality = |measure: &Measure| !matches!(measure, Measure::Judged(_));
        Self {
            measures: Measure::USUAL.into_iter().filter(is_quality).collect(),
            permutations: Permutations::default(),
            confidence: 0.95,
            topics: 5,
            depth: 10,
        }
    }
}

/// A run and what it is called.
#[derive(Debug, Clone, Copy)]
pub struct Contender<'a> {
    /// The name by which people know the system.
    pub name: &'a str,
    /// What it answered.
    pub run: &'a Run,
}

/// What people read beside ids. Asked only for what is shown; what it doesn't know is left out.
pub trait Wording {
    /// What a topic asks.
    fn query(&self, topic: &str) -> Option<String>;
    /// The title of a document.
    fn title(&self, document: &str) -> Option<String>;
    /// What each word of a topic adds to the score that a system gives a document; none if that can't be said, or the
    /// document does not match.
    fn contributions(&self, system: &str, topic: &str, document: &str) -> Option<Vec<(String, f64)>>;
}

/// Systems beside a baseline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// What the others are compared with.
    pub baseline: System,
    /// The others.
    pub systems: Vec<System>,
    /// How many topics were judged.
    pub topics: usize,
    /// How sure the intervals are.
    pub confidence: f64,
    /// How many permutations the randomisation test looks at; fewer, and then all, where there are not so many.
    pub permutations: u32,
    /// Where its random numbers start.
    pub seed: u64,
    /// Every system by every measure: system by system, the measures in their order. The corrected p-values are
    /// corrected for all of them together.
    pub contrasts: Vec<Contrast>,
    /// For each system the topics that changed most by the first measure, the most first.
    pub changes: Vec<Change>,
}

/// A system, and how far its values can be trusted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct System {
    /// Its name.
    pub name: String,
    /// Judged topics that it has no ranking for; they count 0.
    pub missing: usize,
    /// Which part of the first ten documents was judged, as a mean over topics. A system that finds what no judge has
    /// seen is better than its values say.
    pub judged: f64,
}

impl Comparison {
    /// Compares each of `systems` with `baseline`; no two of them have the same name.
    pub fn new(
        qrels: &Qrels,
        baseline: Contender<'_>,
        systems: &[Contender<'_>],
        wording: &dyn Wording,
        settings: &Settings,
    ) -> Self {
        let mut contrasts: Vec<_> = systems
            .iter()
            .flat_map(|system| settings.measures.iter().map(move |measure| (system, measure)))
            .map(|(system, measure)| Contrast::new(qrels, baseline, *system, *measure, settings))
            .collect();
        correct(&mut contrasts, 1.0 - settings.confidence);
        let changes = systems
            .iter()
            .flat_map(|system| {
                let first = contrasts.iter().find(|contrast| contrast.system == system.name);
                first.map(|contrast| change::most(contrast, qrels, baseline, *system, wording, settings))
            })
            .flatten()
            .collect();
        Self {
            baseline: System::new(qrels, baseline),
            systems: systems.iter().map(|system| System::new(qrels, *system)).collect(),
            topics: qrels.topics().count(),
            confidence: settings.confidence,
            permutations: settings.permutations.count,
            seed: settings.permutations.seed,
            contrasts,
            changes,
        }
    }

    /// What is said of one system.
    fn contrasts_of<'a>(&'a self, system: &'a System) -> impl Iterator<Item = &'a Contrast> {
        self.contrasts.iter().filter(|contrast| contrast.system == system.name)
    }

    /// The topics that changed most with one system.
    fn changes_of<'a>(&'a self, system: &'a System) -> impl Iterator<Item = &'a Change> {
        self.changes.iter().filter(|change| change.system == system.name)
    }
}

impl System {
    fn new(qrels: &Qrels, contender: Contender<'_>) -> Self {
        Self {
            name: contender.name.to_owned(),
            missing: qrels.topics().filter(|topic| contender.run.ranking(topic).is_empty()).count(),
            judged: mean(&Measure::Judged(JUDGED_DEPTH).per_topic(qrels, contender.run)),
        }
    }
}

/// Corrects the p-values for the number of contrasts, and says what they show.
fn correct(contrasts: &mut [Contrast], alpha: f64) {
    let corrected = holm(&contrasts.iter().map(|contrast| contrast.randomisation.p).collect::<Vec<_>>());
    for (contrast, p) in contrasts.iter_mut().zip(corrected) {
        contrast.randomisation_holm = p;
        contrast.verdict = Verdict::new(contrast.difference, p, alpha);
    }
    let tested = contrasts.iter().filter_map(|contrast| contrast.t_test);
    let corrected = holm(&tested.map(|test| test.p).collect::<Vec<_>>());
    let tested = contrasts.iter_mut().filter(|contrast| contrast.t_test.is_some());
    for (contrast, p) in tested.zip(corrected) {
        contrast.t_test_holm = Some(p);
    }
}
