//! What was tried, on disk: a tuning that is killed goes on from there.
//!
//! The first line says which tuning it is, each further one holds the values of one setting, topic by topic:
//!
//! ```text
//! {"tuning":{"measure":"nDCG@10","seed":1,…}}
//! {"setting":{"b":0.4,"title":1.5},"values":[[0.613,1,…],…]}
//! ```

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::folds::Values;
use super::identity::{Identity, difference};
use super::search::{Setting, key};
use crate::EvalError;
use crate::journal::{self, Durability};

/// Why a journal can't be gone on with.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// It can't be used, or a line is not one of ours.
    #[error("the journal can't be used: {0}; name another with --journal, or delete it to begin anew")]
    Unusable(#[from] EvalError),
    /// Another process writes to it.
    #[error("the journal {0} is in use by another tuning; wait for its end, or name another with --journal")]
    Busy(PathBuf),
    /// It is something else.
    #[error("{0} is no journal of a tuning; name another with --journal")]
    Foreign(PathBuf),
    /// It belongs to another tuning.
    #[error(
        "the journal {path} is of another tuning: its {what} is {theirs}, not {ours}; \
         name another with --journal, or delete it to begin anew"
    )]
    Another {
        /// The journal.
        path: PathBuf,
        /// What differs.
        what: String,
        /// What it is there.
        theirs: String,
        /// What it is here.
        ours: String,
    },
}

/// How a journal begins.
const HEAD: &[u8] = br#"{"tuning":"#;

/// A line.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    /// The first one: an [`Identity`], which may have been written by a version that knew other fields.
    Head { tuning: Value },
    /// Any other.
    Tried { setting: BTreeMap<String, f64>, values: Values },
}

/// A journal that is open for writing; nobody else writes to it meanwhile.
pub struct Journal {
    lines: journal::Journal<Line>,
    names: Vec<String>,
    known: HashMap<Vec<u64>, Values>,
}

impl Journal {
    /// Opens the journal of a tuning, or begins it. A last line that was cut off by the end of its process is removed.
    ///
    /// # Errors
    /// If the file can't be used, is in use, is no journal, or is that of another tuning.
    pub fn open(path: &Path, identity: &Identity) -> Result<Self, JournalError> {
        // Nobody's file shall be written to because its name was given by mistake.
        if !begins_as_journal(path).map_err(|source| EvalError::file(path, source))? {
            return Err(JournalError::Foreign(path.into()));
        }
        let opened = journal::Journal::open(path, Durability::Process);
        let (lines, records) = opened.map_err(|error| match error {
            EvalError::File { source, .. } if source.kind() == ErrorKind::WouldBlock => {
                JournalError::Busy(path.into())
            }
            error => error.into(),
        })?;
        let names = identity.space.iter().map(|knob| knob.name.clone()).collect();
        let mut journal = Self { lines, names, known: HashMap::new() };
        let ours = serde_json::to_value(identity).map_err(|error| EvalError::file(path, error.into()))?;
        if records.is_empty() {
            journal.lines.add(&Line::Head { tuning: ours })?;
            return Ok(journal);
        }
        for (number, line) in (1..).zip(records) {
            let problem = match line {
                Line::Head { tuning } if number == 1 => {
                    refuse_another(path, &tuning, &ours)?;
                    continue;
                }
                Line::Tried { setting, values } if number > 1 => {
                    let sizes = identity.collections.iter().map(|source| source.topics.len());
                    let setting: Option<Setting> =
                        journal.names.iter().map(|name| setting.get(name).copied()).collect();
                    match setting {
                        Some(setting) if values.iter().map(Vec::len).eq(sizes) => {
                            journal.known.insert(key(&setting), values);
                            continue;
                        }
                        Some(_) => "there is not one value for each topic",
                        None => "a knob has no value",
                    }
                }
                _ => "the line that says which tuning it is has to be the first and the only one",
            };
            return Err(EvalError::line(path, number, problem).into());
        }
        Ok(journal)
    }

    /// How many settings it knows.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The values of a setting, if it was tried.
    pub fn get(&self, setting: &[f64]) -> Option<&Values> {
        self.known.get(&key(setting))
    }

    /// Notes the values of a setting. Once this returns, a killed process knows them when it is started again.
    ///
    /// # Errors
    /// If they can't be written.
    pub fn put(&mut self, setting: &[f64], values: Values) -> Result<(), JournalError> {
        let named = self.names.iter().cloned().zip(setting.iter().copied()).collect();
        self.lines.add(&Line::Tried { setting: named, values: values.clone() })?;
        self.known.insert(key(setting), values);
        Ok(())
    }
}

/// Whether a file is a journal, is the beginning of one, or is not there.
fn begins_as_journal(path: &Path) -> std::io::Result<bool> {
    let mut beginning = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(HEAD.len() as u64).read_to_end(&mut beginning)?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    Ok(HEAD.starts_with(&beginning))
}

/// Refuses the journal of another tuning, and says by what it differs.
fn refuse_another(path: &Path, theirs: &Value, ours: &Value) -> Result<(), JournalError> {
    match difference("", theirs, ours) {
        None => Ok(()),
        Some((what, theirs, ours)) => Err(JournalError::Another { path: path.into(), what, theirs, ours }),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::identity::tests::identity;
    use super::*;

    fn refusal(path: &Path, identity: &Identity) -> String {
        Journal::open(path, identity).err().unwrap().to_string()
    }

    #[test]
    fn values_come_back_to_the_last_bit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let mut random = fastrand::Rng::with_seed(7);
        let entries: Vec<_> = (0..300)
            .map(|_| (vec![random.f64(), random.f64()], vec![vec![random.f64(), 1.0 / 3.0]]))
            .collect();
        let mut journal = Journal::open(&path, &identity()).unwrap();
        for (setting, values) in &entries {
            journal.put(setting, values.clone()).unwrap();
        }
        drop(journal);
        let journal = Journal::open(&path, &identity()).unwrap();
        assert_eq!(journal.len(), 300);
        assert!(entries.iter().all(|(setting, values)| journal.get(setting) == Some(values)));
        assert_eq!(journal.get(&[2.0, 2.0]), None);
    }

    #[test]
    fn wherever_the_process_ended_the_whole_lines_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let mut journal = Journal::open(&path, &identity()).unwrap();
        journal.put(&[0.4, 0.1], vec![vec![0.5, 1.0]]).unwrap();
        let first = fs::read(&path).unwrap();
        journal.put(&[0.5, 0.2], vec![vec![0.25, 0.0]]).unwrap();
        drop(journal);
        let both = fs::read(&path).unwrap();
        let cuts = (0..=both.len()).filter(|cut| cut % 7 == 0 || cut.abs_diff(first.len()) < 3);
        for cut in cuts {
            fs::write(&path, &both[..cut]).unwrap();
            let mut journal = Journal::open(&path, &identity()).unwrap();
            if journal.get(&[0.4, 0.1]).is_none() {
                journal.put(&[0.4, 0.1], vec![vec![0.5, 1.0]]).unwrap();
            }
            if journal.get(&[0.5, 0.2]).is_none() {
                journal.put(&[0.5, 0.2], vec![vec![0.25, 0.0]]).unwrap();
            }
            drop(journal);
            assert_eq!(fs::read(&path).unwrap(), both, "cut after {cut} bytes");
        }
    }

    #[test]
    fn the_journal_of_another_tuning_is_refused_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        drop(Journal::open(&path, &identity()).unwrap());
        let before = fs::read(&path).unwrap();
        let error = refusal(&path, &Identity { seed: 2, ..identity() });
        assert!(error.contains("of another tuning: its seed is 1, not 2;"), "{error}");
        assert_eq!(fs::read(&path).unwrap(), before);
    }

    #[test]
    fn what_is_no_journal_is_refused_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let head = serde_json::json!({ "tuning": identity() });
        let wrong = [
            ("a letter to somebody".to_owned(), "is no journal of a tuning"),
            ("{\"tuning\":\n".to_owned(), "journal:1: "),
            (format!("{head}\nnonsense\n"), "journal:2: "),
            (format!("{head}\n{head}\n"), "journal:2: the line that says which"),
            (
                format!("{head}\n{{\"setting\":{{\"b\":0.4,\"title\":1}},\"values\":[[1]]}}\n"),
                "journal:2: there is not one value",
            ),
            (
                format!("{head}\n{{\"setting\":{{\"b\":0.4}},\"values\":[[1,0]]}}\n"),
                "journal:2: a knob has no value",
            ),
        ];
        for (text, problem) in wrong {
            fs::write(&path, &text).unwrap();
            let error = refusal(&path, &identity());
            assert!(error.contains(problem), "{error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert!(Journal::open(folder.path(), &identity()).is_err());
    }

    #[test]
    fn two_tunings_do_not_write_to_one_journal() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let _first = Journal::open(&path, &identity()).unwrap();
        let error = refusal(&path, &identity());
        assert!(error.contains("in use by another tuning"), "{error}");
    }
}
