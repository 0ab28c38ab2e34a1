//! How new values differ from the golden ones.

use std::fmt;

use verbale_eval::significance::{Differences, Permutations, randomisation_test};

use crate::values::{MEASURES, Values};

/// How often chance may pass for a fall.
const SIGNIFICANCE: f64 = 0.05;

/// How many topics a report names.
const NAMED: usize = 10;

/// A difference.
#[derive(Debug)]
pub(crate) struct Change {
    means: Vec<Mean>,
    /// The topics whose values changed, those first whose first measure changed most; before and after.
    topics: Vec<(String, Option<f64>, Option<f64>)>,
}

/// What became of a mean.
#[derive(Debug)]
struct Mean {
    measure: &'static str,
    before: f64,
    after: f64,
    /// How often chance would do as much, over the topics that both have.
    p: f64,
}

impl Mean {
    fn falls(&self) -> bool {
        self.after < self.before && self.p < SIGNIFICANCE
    }
}

impl Change {
    /// The change; none if the values are the same.
    pub(crate) fn between(golden: &Values, found: &Values) -> Option<Self> {
        let mut names: Vec<_> = golden.topics().chain(found.topics()).collect();
        names.sort_unstable();
        names.dedup();
        let first = |values: &Values, topic: &str| values.of_topic(topic).map(|row| row[0]);
        let mut topics: Vec<_> = names
            .iter()
            .filter(|topic| golden.of_topic(topic) != found.of_topic(topic))
            .map(|topic| ((*topic).to_owned(), first(golden, topic), first(found, topic)))
            .collect();
        if topics.is_empty() {
            return None;
        }
        let size = |(_, before, after): &(_, Option<f64>, Option<f64>)| {
            (after.unwrap_or_default() - before.unwrap_or_default()).abs()
        };
        topics.sort_by(|one, other| size(other).total_cmp(&size(one)));
        let rows =
            || names.iter().filter_map(|topic| Some((golden.of_topic(topic)?, found.of_topic(topic)?)));
        let means = (0..).zip(MEASURES).map(|(column, measure)| {
            let differences = rows().map(|(before, after)| after[column] - before[column]).collect();
            let p = randomisation_test(&Differences::new(differences), Permutations::default()).p;
            Mean { measure, before: golden.means()[column], after: found.means()[column], p }
        });
        Some(Self { means: means.collect(), topics })
    }

    /// Whether a mean falls by more than chance would explain.
    pub(crate) fn has_falls(&self) -> bool {
        self.means.iter().any(Mean::falls)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} topics changed", self.topics.len())?;
        for mean in &self.means {
            let Mean { measure, before, after, p } = mean;
            let fall = if mean.falls() { "  falls beyond noise" } else { "" };
            let change = after - before;
            writeln!(f, "  {measure:<10} {before:.4} → {after:.4}  {change:+.4}  p {p:.3}{fall}")?;
        }
        writeln!(f, "  {} of topics:", MEASURES[0])?;
        let value =
            |value: &Option<f64>| value.map_or_else(|| "  none".to_owned(), |value| format!("{value:.4}"));
        for (topic, before, after) in self.topics.iter().take(NAMED) {
            writeln!(f, "    {} → {}  {topic}", value(before), value(after))?;
        }
        let rest = self.topics.len().saturating_sub(NAMED);
        if rest > 0 {
            writeln!(f, "    and {rest} more")?;
        }
        Ok(())
    }
}

/// Forty topics worth 0.5 each, but for the first few.
#[cfg(test)]
fn values(first: &[f64]) -> Values {
    let value = |index: usize| first.get(index).copied().unwrap_or(0.5);
    Values::new((0..40).map(|index| (format!("t{index:02}"), [value(index), 0.5, 0.5, 0.5, 0.5])))
}

#[test]
fn the_same_values_are_no_change() {
    assert!(Change::between(&values(&[]), &values(&[])).is_none());
}

#[test]
fn a_fall_of_few_topics_is_noise_and_one_of_many_is_not() {
    let change = Change::between(&values(&[]), &values(&[0.1, 0.2])).unwrap();
    assert!(!change.has_falls(), "{change}");
    assert!(
        change.to_string().starts_with("2 topics changed\n  nDCG@10    0.5000 → 0.4825  -0.0175  p 0.500\n")
    );
    let change = Change::between(&values(&[]), &values(&[0.4; 12])).unwrap();
    assert!(change.has_falls() && change.to_string().contains("falls beyond noise"), "{change}");
    assert!(!Change::between(&values(&[]), &values(&[0.6; 12])).unwrap().has_falls());
}

#[test]
fn new_topics_and_lost_ones_show() {
    let change = Change::between(&Values::default(), &values(&[])).unwrap();
    assert!(change.to_string().contains("  none → 0.5000  t00") && !change.has_falls(), "{change}");
    assert!(
        Change::between(&values(&[]), &Values::default())
            .unwrap()
            .to_string()
            .contains("0.5000 →   none  t00")
    );
}
