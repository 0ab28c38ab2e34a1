//! What a system answered.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::str::FromStr;

use crate::EvalError;
use crate::error::read_text;

/// A document in a ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The document's id.
    pub document: String,
    /// How well it matches, comparable within one ranking.
    pub score: f64,
}

/// The rankings that a system gives for topics, each in the order in which trec_eval sees it: by score, the highest
/// first; documents of one score by their ids, the last first. Ranks that a file states count for nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    /// The name of the system.
    pub tag: String,
    topics: BTreeMap<String, Vec<Ranked>>,
}

impl Run {
    /// A run without rankings.
    pub fn new(tag: impl Into<String>) -> Self {
        Self { tag: tag.into(), topics: BTreeMap::new() }
    }

    /// Reads a TREC run: topic, `Q0`, document, rank, score and tag in a line, white space between them.
    ///
    /// # Errors
    /// If the file can't be read, a line has another form, or a topic has the same document twice.
    pub fn read(path: &Path) -> Result<Self, EvalError> {
        Self::parse(&read_text(path)?, path)
    }

    /// Writes it as [`Run::read`] reads it; ranks count from 1.
    ///
    /// # Errors
    /// If the file can't be written.
    pub fn write(&self, path: &Path) -> Result<(), EvalError> {
        let write = || {
            let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
            for (topic, ranking) in &self.topics {
                for (rank, Ranked { document, score }) in (1..).zip(ranking) {
                    writeln!(out, "{topic} Q0 {document} {rank} {score} {}", self.tag)?;
                }
            }
            out.flush()
        };
        write().map_err(|source| EvalError::file(path, source))
    }

    /// The topics that have a ranking.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.topics.keys().map(String::as_str)
    }

    /// The ranking for `topic`, the best first; empty if there is none.
    pub fn ranking(&self, topic: &str) -> &[Ranked] {
        self.topics.get(topic).map_or(&[], Vec::as_slice)
    }

    /// Sets the ranking for `topic`, given in any order. A document without a score, that is NaN, is left out.
    pub fn rank(&mut self, topic: impl Into<String>, mut ranking: Vec<Ranked>) {
        ranking.retain(|ranked| !ranked.score.is_nan());
        ranking.sort_by(as_trec_eval);
        self.topics.insert(topic.into(), ranking);
    }

    fn parse(text: &str, path: &Path) -> Result<Self, EvalError> {
        let mut run = Self::default();
        let mut seen = BTreeSet::new();
        for (line, content) in (1..).zip(text.lines()) {
            let wrong = |problem: String| EvalError::line(path, line, problem);
            let fields: Vec<&str> = content.split_whitespace().collect();
            let [topic, _, document, _, score, tag] = fields[..] else {
                if fields.is_empty() {
                    continue;
                }
                return Err(wrong(format!(
                    "{} fields where a run has six: topic, Q0, document, rank, score, tag",
                    fields.len()
                )));
            };
            let Some(score) = score.parse::<f64>().ok().filter(|score| !score.is_nan()) else {
                return Err(wrong(format!("{score:?} is no score; scores are numbers")));
            };
            if !seen.insert((topic, document)) {
                return Err(wrong(format!("topic {topic} has {document} a second time")));
            }
            if run.tag.is_empty() {
                tag.clone_into(&mut run.tag);
            }
            let ranking = run.topics.entry(topic.to_owned()).or_default();
            ranking.push(Ranked { document: document.to_owned(), score });
        }
        run.topics.values_mut().for_each(|ranking| ranking.sort_by(as_trec_eval));
        Ok(run)
    }
}

impl FromStr for Run {
    type Err = EvalError;
    fn from_str(text: &str) -> Result<Self, EvalError> {
        Self::parse(text, Path::new("run"))
    }
}

/// The order of trec_eval, which keeps scores in 32 bits: what differs only beyond that is a tie.
fn as_trec_eval(one: &Ranked, other: &Ranked) -> Ordering {
    let score = |ranked: &Ranked| ranked.score as f32;
    // No score of a run is NaN, and 0 and -0 are a tie.
    let by_score = score(other).partial_cmp(&score(one)).unwrap_or(Ordering::Equal);
    by_score.then_with(|| other.document.cmp(&one.document))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(run: &str) -> Vec<String> {
        let run: Run = run.parse().unwrap();
        run.ranking("1").iter().map(|ranked| ranked.document.clone()).collect()
    }

    #[test]
    fn ranks_count_for_nothing_and_ties_go_to_the_later_id() {
        assert_eq!(order("1 Q0 cod 1 2 x\n1 Q0 eel 2 3 x\n1 Q0 ray 3 2 x"), ["eel", "ray", "cod"]);
        // As bytes: what comes later in Unicode comes first.
        assert_eq!(order("1 Q0 z 1 0 x\n1 Q0 é 2 -0 x\n1 Q0 Z 3 0 x"), ["é", "z", "Z"]);
    }

    #[test]
    fn scores_that_32_bits_cant_tell_apart_are_a_tie() {
        assert_eq!(order("1 Q0 a 1 1.00000001 x\n1 Q0 b 2 1 x"), ["b", "a"]);
        assert_eq!(order("1 Q0 a 1 1.000001 x\n1 Q0 b 2 1 x"), ["a", "b"]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = "2 Q0 ray 1 1e3 mine\r\n\n1\tQ0\tcod\t9\t0.1\tmine\n1 0 eel 7 0.30000000000000004 mine";
        let run: Run = text.parse().unwrap();
        assert_eq!(run.tag, "mine");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("run.txt");
        run.write(&path).unwrap();
        assert_eq!(Run::read(&path).unwrap(), run);
        assert!(run.ranking("3").is_empty());
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        let error = |text: &str| text.parse::<Run>().unwrap_err().to_string();
        assert!(error("1 0 cod 1").starts_with("run:1: 4 fields where a run has six"));
        assert_eq!(error("\n1 Q0 cod 1 nan x"), "run:2: \"nan\" is no score; scores are numbers");
        assert_eq!(error("1 Q0 cod 1 2 x\n1 Q0 cod 2 1 x"), "run:2: topic 1 has cod a second time");
    }
}
