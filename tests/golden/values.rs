//! The golden values of a collection, and their file.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;
use verbale_eval::{Measure, Qrels, Run};

/// What is measured, in the order of the file's columns.
pub(crate) const MEASURES: [&str; 5] = ["nDCG@10", "AP", "RR@10", "P@5", "R@100"];

/// Digits after the point. What differs beyond them is no difference.
const DIGITS: usize = 4;

/// The values of each topic, rounded as in the file.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Values(BTreeMap<String, [f64; MEASURES.len()]>);

impl Values {
    pub(crate) fn of(qrels: &Qrels, run: &Run) -> Self {
        let measured = MEASURES.map(|measure| measure.parse::<Measure>().unwrap().per_topic(qrels, run));
        let row = |topic: &str| measured.each_ref().map(|values| rounded(values[topic]));
        Self(qrels.topics().map(|topic| (topic.to_owned(), row(topic))).collect())
    }

    pub(crate) fn new(rows: impl IntoIterator<Item = (String, [f64; MEASURES.len()])>) -> Self {
        Self(rows.into_iter().collect())
    }

    /// The values in `file`; none if it is not there yet.
    pub(crate) fn read(file: &Path) -> Self {
        let Ok(text) = fs::read_to_string(file) else { return Self::default() };
        let document: Value = serde_json::from_str(&text).unwrap();
        let names = document["columns"].as_array().unwrap();
        let column = |measure| names.iter().position(|name| name == measure).expect(measure);
        let columns = MEASURES.map(column);
        let topics = document["topics"].as_object().unwrap();
        let row = |values: &Value| columns.map(|column| values[column].as_f64().unwrap());
        Self(topics.iter().map(|(topic, values)| (topic.clone(), row(values))).collect())
    }

    /// Writes them with a line for each mean and each topic, so that a change is a readable diff.
    pub(crate) fn write(&self, file: &Path) {
        let name = |text: &str| Value::from(text).to_string();
        let means = MEASURES.iter().zip(self.means());
        let means: Vec<_> =
            means.map(|(measure, mean)| format!("    {}: {mean:.DIGITS$}", name(measure))).collect();
        let row = |values: &[f64]| {
            values.iter().map(|value| format!("{value:.DIGITS$}")).collect::<Vec<_>>().join(", ")
        };
        let topics = self.0.iter().map(|(topic, values)| format!("    {}: [{}]", name(topic), row(values)));
        let topics: Vec<_> = topics.collect();
        let mut text = String::new();
        writeln!(text, "{{\n  \"mean\": {{\n{}\n  }},", means.join(",\n")).unwrap();
        writeln!(text, "  \"columns\": [{}],", MEASURES.map(name).join(", ")).unwrap();
        writeln!(text, "  \"topics\": {{\n{}\n  }}\n}}", topics.join(",\n")).unwrap();
        fs::write(file, text).unwrap();
    }

    pub(crate) fn topics(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The values of a topic; none if it is not there.
    pub(crate) fn of_topic(&self, topic: &str) -> Option<&[f64; MEASURES.len()]> {
        self.0.get(topic)
    }

    pub(crate) fn means(&self) -> [f64; MEASURES.len()] {
        let mut sums = [0.0; MEASURES.len()];
        for row in self.0.values() {
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        sums.map(|sum| sum / self.0.len().max(1) as f64)
    }
}

fn rounded(value: f64) -> f64 {
    let scale = 10_f64.powi(DIGITS as i32);
    (value * scale).round() / scale
}

#[test]
fn what_is_written_is_read_back() {
    let values = Values::new([("q\"1".to_owned(), [0.1234, 1.0, 0.0, 0.2, 0.5]), ("2".to_owned(), [0.5; 5])]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("golden.json");
    assert_eq!(Values::read(&file), Values::default());
    values.write(&file);
    assert_eq!(Values::read(&file), values);
}
