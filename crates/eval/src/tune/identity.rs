//! Which tuning is which.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::knob::Knob;
use super::search::Method;
use crate::{Collection, Ranked, Run};

/// What makes a tuning the one that it is. What was tried for one says nothing about another.
///
/// The budget is no part of it: a search may go on for longer than was planned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Identity {
    /// What is measured, such as `nDCG@10`.
    pub measure: String,
    /// How the space is searched.
    pub method: Method,
    /// What chance goes by.
    pub seed: u64,
    /// How many folds the topics are dealt out to.
    pub folds: usize,
    /// The knobs and their ranges.
    pub space: Vec<Knob>,
    /// The profile to improve on: every knob, those that stand still, too.
    pub base: BTreeMap<String, f64>,
    /// The collections.
    pub collections: Vec<Source>,
}

/// A collection that settings are tried on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Changes with its documents, topics and judgments, and with the way they are indexed.
    pub fingerprint: String,
    /// Its judged topics, in the order of the values.
    pub topics: Vec<String>,
}

impl Identity {
    /// What is the same for the same tuning, and for no other: 16 hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        hex(Sha256::new().chain_update(serde_json::to_vec(self).unwrap_or_default()))
    }
}

impl Source {
    /// The collection, as the run of the base over it shows it: if documents, or the way they are indexed, or the
    /// engine change, then rankings or scores do, too.
    pub fn of(collection: &Collection, run: &Run) -> Self {
        let mut digest = Sha256::new();
        // A zero between any two parts, so that they can't be divided in another way.
        let mut add = |part: &str| digest.update([part.as_bytes(), &[0]].concat());
        for topic in collection.topics.iter() {
            add(&topic.id);
            add(&topic.query);
        }
        for topic in collection.qrels.topics() {
            add(topic);
            for (document, grade) in collection.qrels.grades(topic).into_iter().flatten() {
                add(document);
                add(&grade.to_string());
            }
            for Ranked { document, score } in run.ranking(topic) {
                add(document);
                add(&score.to_string());
            }
        }
        let topics = collection.qrels.topics().map(str::to_owned).collect();
        Self { name: collection.name.clone(), fingerprint: hex(digest), topics }
    }
}

fn hex(digest: Sha256) -> String {
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The first difference of two documents: where it is, and both sides of it.
pub(super) fn difference(at: &str, theirs: &Value, ours: &Value) -> Option<(String, String, String)> {
    let below = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    match (theirs, ours) {
        (Value::Object(theirs), Value::Object(ours)) => {
            let names: BTreeSet<_> = theirs.keys().chain(ours.keys()).collect();
            let side =
                |object: &Map<String, Value>, name: &str| object.get(name).cloned().unwrap_or_default();
            names
                .into_iter()
                .find_map(|name| difference(&below(name), &side(theirs, name), &side(ours, name)))
        }
        (Value::Array(theirs), Value::Array(ours)) if theirs.len() == ours.len() => {
            let mut pairs = theirs.iter().zip(ours).enumerate();
            pairs.find_map(|(number, (theirs, ours))| {
                let name = ours["name"].as_str().map_or_else(|| number.to_string(), str::to_owned);
                difference(&below(&name), theirs, ours)
            })
        }
        _ if theirs == ours => None,
        _ => Some((at.to_owned(), short(theirs), short(ours))),
    }
}

/// A value in few characters.
fn short(value: &Value) -> String {
    const MOST: usize = 60;
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if text.chars().count() <= MOST { text } else { text.chars().take(MOST).chain(['…']).collect() }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::tune) fn identity() -> Identity {
        Identity {
            measure: "nDCG@10".to_owned(),
            method: Method::Random,
            seed: 1,
            folds: 2,
            space: vec!["b=0.2..0.9".parse().unwrap(), "title=0.1..4:2:log".parse().unwrap()],
            base: BTreeMap::from([("b".to_owned(), 0.75), ("title".to_owned(), 2.0)]),
            collections: vec![Source {
                name: "strait".to_owned(),
                fingerprint: "ab12".to_owned(),
                topics: vec!["1".to_owned(), "2".to_owned()],
            }],
        }
    }

    #[test]
    fn a_collection_is_another_when_anything_of_it_changes() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        let source = |run: &str| {
            Source::of(&Collection::open(folder.path()).unwrap(), &run.parse().unwrap()).fingerprint
        };
        let run = "1 Q0 cod 1 7.5 x\n1 Q0 eel 2 6.5 x\n";
        file("documents.jsonl", "");
        file("topics.tsv", "1\therring\n");
        file("qrels.txt", "1 0 cod 1\n");
        let first = source(run);
        assert_eq!((first.len(), source(run)), (16, first.clone()));
        assert_ne!(source(&run.replace("eel", "ray")), first);
        assert_ne!(source(&run.replace("6.5", "6.25")), first);
        file("qrels.txt", "1 0 cod 2\n");
        let second = source(run);
        assert_ne!(second, first);
        file("topics.tsv", "1\tmackerel\n");
        assert_ne!(source(run), second);
    }

    #[test]
    fn what_differs_is_named() {
        let between = |theirs: &Identity, ours: &Identity| {
            let (theirs, ours) = (serde_json::to_value(theirs).unwrap(), serde_json::to_value(ours).unwrap());
            difference("", &theirs, &ours).map(|(what, theirs, ours)| format!("{what}: {theirs}, {ours}"))
        };
        let theirs = identity();
        assert_eq!(between(&theirs, &theirs), None);
        let expect = |change: fn(&mut Identity), expected: &str| {
            let mut ours = identity();
            change(&mut ours);
            assert_eq!(between(&theirs, &ours).unwrap(), expected);
        };
        expect(|ours| ours.seed = 2, "seed: 1, 2");
        expect(|ours| ours.measure = "AP".to_owned(), "measure: nDCG@10, AP");
        expect(|ours| ours.method = Method::Grid, "method: random, grid");
        expect(|ours| ours.folds = 3, "folds: 2, 3");
        expect(|ours| ours.space[0].to = 1.0, "space.b.to: 0.9, 1.0");
        expect(|ours| ours.base.extend([("title".to_owned(), 1.0)]), "base.title: 2.0, 1.0");
        expect(|ours| ours.base.extend([("k3".to_owned(), 1.0)]), "base.k3: null, 1.0");
        let other = |ours: &mut Identity| ours.collections[0].fingerprint = "cd34".to_owned();
        expect(other, "collections.strait.fingerprint: ab12, cd34");
        let topics = |ours: &mut Identity| ours.collections[0].topics = vec!["1".to_owned()];
        expect(topics, r#"collections.strait.topics: ["1","2"], ["1"]"#);
    }
}
