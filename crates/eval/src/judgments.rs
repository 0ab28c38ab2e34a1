//! What assessors said about the documents of a pool.

mod agreement;
mod desk;

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

pub use agreement::{Agreement, Disagreement, PairAgreement};
pub use desk::{Desk, judgments_beside};

use crate::{EvalError, Qrels, journal};

/// A grade of relevance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grade {
    /// Its number, as it stands in qrels.
    pub value: u8,
    /// Its name.
    pub name: &'static str,
    /// When a document has it.
    pub meaning: &'static str,
}

/// The grades, the best first.
pub const GRADES: [Grade; 4] = [
    Grade {
        value: 3,
        name: "Answers",
        meaning: "It is what was looked for: the statement itself, or a full and direct answer.",
    },
    Grade {
        value: 2,
        name: "Relevant",
        meaning: "A substantial part of it is about what was asked, but it answers only in part.",
    },
    Grade {
        value: 1,
        name: "Touches on it",
        meaning: "It mentions what was asked, in passing or without saying anything about it.",
    },
    Grade {
        value: 0,
        name: "Not relevant",
        meaning: "It says nothing about what was asked, whatever words it has.",
    },
];

/// What an assessor said about a document, once: a line of a file of judgments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgment {
    /// When it was said, as RFC 3339 has it.
    pub time: String,
    /// Who said it.
    pub assessor: String,
    /// The topic's id.
    pub topic: String,
    /// The document's id.
    pub document: String,
    /// The grade, one of [`GRADES`]; none takes back what was said before.
    #[serde(deserialize_with = "grade")]
    pub grade: Option<u8>,
    /// What the assessor noted beside it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

fn grade<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<u8>, D::Error> {
    let grade = Option::<u8>::deserialize(from)?;
    match grade {
        Some(value) if GRADES.iter().all(|grade| grade.value != value) => {
            Err(serde::de::Error::custom(format_args!("{value} is no grade; there are 0, 1, 2, 3 and null")))
        }
        _ => Ok(grade),
    }
}

/// The document of a topic.
type Pair = (String, String);

/// How the grades of several assessors become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Combination {
    /// The one in the middle; of two in the middle the lower.
    #[default]
    Median,
    /// The one that most gave; where several are as frequent, the median.
    Majority,
}

/// What each assessor said last about each document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgments {
    last: BTreeMap<Pair, BTreeMap<String, (u8, String)>>,
}

impl Judgments {
    /// Reads a file of JSON Lines, each a [`Judgment`]. The last of an assessor about a document counts; a last line
    /// without its end was cut off while it was written, and is left out.
    ///
    /// # Errors
    /// If the file can't be read, or a line is no judgment.
    pub fn read(path: &Path) -> Result<Self, EvalError> {
        Ok(journal::read::<Judgment>(path)?.into_iter().collect())
    }

    /// Takes in one more.
    pub fn add(&mut self, judgment: Judgment) {
        let Judgment { assessor, topic, document, grade, note, .. } = judgment;
        let of_pair = self.last.entry((topic, document)).or_default();
        match grade {
            Some(grade) => of_pair.insert(assessor, (grade, note)),
            None => of_pair.remove(&assessor),
        };
    }

    /// The grade and the note that `assessor` gave a document last, if that was not taken back.
    pub fn get(&self, assessor: &str, topic: &str, document: &str) -> Option<(u8, &str)> {
        let of_pair = self.last.get(&(topic.to_owned(), document.to_owned()))?;
        of_pair.get(assessor).map(|(grade, note)| (*grade, note.as_str()))
    }

    /// The grades as qrels.
    pub fn qrels(&self, how: Combination) -> Qrels {
        let mut qrels = Qrels::default();
        for ((topic, document), given) in &self.last {
            let grades: Vec<u8> = given.values().map(|(grade, _)| *grade).collect();
            if let Some(grade) = combined(grades, how) {
                qrels.judge(topic, document, grade.into());
            }
        }
        qrels
    }

    /// How far the assessors agree.
    pub fn agreement(&self) -> Agreement {
        Agreement::of(&self.last)
    }
}

impl FromIterator<Judgment> for Judgments {
    fn from_iter<I: IntoIterator<Item = Judgment>>(said: I) -> Self {
        let mut judgments = Self::default();
        said.into_iter().for_each(|judgment| judgments.add(judgment));
        judgments
    }
}

fn combined(mut grades: Vec<u8>, how: Combination) -> Option<u8> {
    grades.sort_unstable();
    let median = *grades.get(grades.len().checked_sub(1)? / 2)?;
    if how == Combination::Median {
        return Some(median);
    }
    let often = |grade: &u8| grades.iter().filter(|other| *other == grade).count();
    let most = grades.iter().map(often).max()?;
    let mut modes: Vec<u8> = grades.iter().copied().filter(|grade| often(grade) == most).collect();
    modes.dedup();
    Some(if let [mode] = modes[..] { mode } else { median })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who said what about `treaty` for topic 1, in time.
    pub(super) fn said(judgments: &[(&str, &str, Option<u8>)]) -> Judgments {
        let judgment = |(assessor, document, grade): &(&str, &str, Option<u8>)| Judgment {
            time: "2026-11-25T08:00:00Z".into(),
            assessor: (*assessor).into(),
            topic: "1".into(),
            document: (*document).into(),
            grade: *grade,
            note: String::new(),
        };
        judgments.iter().map(judgment).collect()
    }

    #[test]
    fn the_last_word_of_an_assessor_counts() {
        let judgments = said(&[
            ("Ada", "treaty", Some(1)),
            ("Bo", "treaty", Some(3)),
            ("Ada", "treaty", Some(2)),
            ("Bo", "treaty", None),
            ("Bo", "cod", Some(0)),
            ("Bo", "map", Some(0)),
            ("Bo", "map", None),
        ]);
        assert_eq!(judgments.get("Ada", "1", "treaty"), Some((2, "")));
        assert_eq!(judgments.get("Bo", "1", "treaty"), None);
        let qrels = judgments.qrels(Combination::Median);
        let grades: Vec<_> = qrels.grades("1").unwrap().iter().map(|(d, g)| (d.as_str(), *g)).collect();
        assert_eq!(grades, [("cod", 0), ("treaty", 2)]);
    }

    #[test]
    fn several_grades_become_one() {
        for (grades, median, majority) in [
            (&[3][..], 3, 3),
            (&[0, 3], 0, 0),
            (&[3, 0, 3], 3, 3),
            (&[0, 1, 3], 1, 1),
            (&[0, 0, 2, 3], 0, 0),
            (&[0, 1, 3, 3], 1, 3),
            (&[0, 0, 2, 3, 3], 2, 2),
        ] {
            assert_eq!(combined(grades.to_vec(), Combination::Median), Some(median), "{grades:?}");
            assert_eq!(combined(grades.to_vec(), Combination::Majority), Some(majority), "{grades:?}");
        }
        assert_eq!(combined(Vec::new(), Combination::Majority), None);
    }

    #[test]
    fn a_file_of_judgments_says_where_it_is_wrong() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pool.judgments.jsonl");
        let line = |grade: &str| {
            format!(r#"{{"time":"t","assessor":"Ada","topic":"1","document":"d","grade":{grade}}}"#) + "\n"
        };
        std::fs::write(&path, line("3") + &line("4")).unwrap();
        let error = Judgments::read(&path).unwrap_err().to_string();
        assert!(error.contains(":2: 4 is no grade; there are 0, 1, 2, 3 and null"), "{error}");
        std::fs::write(&path, line("3") + line("0").trim_end_matches("}\n")).unwrap();
        assert_eq!(Judgments::read(&path).unwrap().get("Ada", "1", "d"), Some((3, "")));
    }
}
