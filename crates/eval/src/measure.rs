//! How good a ranking is.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::{EvalError, Qrels, Run};

/// A measure of a ranking, 0 at worst; it is printed and parsed as ir_measures does: `nDCG@10`, `RBP(p=0.8)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measure {
    /// `RR`, `RR@10`: one over the rank of the first relevant document, if it is among the first so many.
    Rr(Option<u32>),
}

impl Measure {
    /// The value for every judged topic; 0 for those that the run has no ranking for.
    pub fn per_topic(&self, qrels: &Qrels, run: &Run) -> BTreeMap<String, f64> {
        qrels.topics().map(|topic| (topic.to_owned(), self.of(qrels, run, topic))).collect()
    }

    fn of(&self, qrels: &Qrels, run: &Run, topic: &str) -> f64 {
        let Self::Rr(cutoff) = self;
        let depth = cutoff.map_or(usize::MAX, |k| k as usize);
        let relevant =
            |document: &String| qrels.grades(topic).is_some_and(|grades| grades.get(document) > Some(&0));
        let first = run.ranking(topic).iter().take(depth).position(|ranked| relevant(&ranked.document));
        first.map_or(0.0, |index| 1.0 / (index + 1) as f64)
    }
}

/// The mean over topics; 0 if there are none.
pub fn mean(values: &BTreeMap<String, f64>) -> f64 {
    if values.is_empty() { 0.0 } else { values.values().sum::<f64>() / values.len() as f64 }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Rr(cutoff) = self;
        write!(f, "RR")?;
        cutoff.map_or(Ok(()), |k| write!(f, "@{k}"))
    }
}

impl FromStr for Measure {
    type Err = EvalError;
    fn from_str(name: &str) -> Result<Self, EvalError> {
        match name.split_once('@') {
            Some(("RR", k)) if k.parse::<u32>().is_ok() => Ok(Self::Rr(k.parse().ok())),
            None if name == "RR" => Ok(Self::Rr(None)),
            _ => Err(EvalError::Measure { name: name.into(), problem: "there is none of this name".into() }),
        }
    }
}
