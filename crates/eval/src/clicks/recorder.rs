//! Writing the search log of a service.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use super::LogLine;
use crate::EvalError;
use crate::journal::{Durability, Journal};

/// How many searches back a click is still taken.
const REMEMBERED: usize = 10_000;

/// A search log that is being written. Share it between threads.
///
/// It takes clicks on hits of searches that it has seen, each once, so that whoever makes up addresses can't fill it.
pub struct SearchLog {
    state: Mutex<State>,
}

struct State {
    journal: Journal<LogLine>,
    /// Names of searches begin with it, so that they differ from those of an earlier process.
    started: i64,
    searches: u64,
    /// What recent searches showed that is not clicked on yet.
    shown: BTreeMap<u64, Vec<String>>,
}

impl SearchLog {
    /// Opens the log at `path` to add to it, or makes it.
    ///
    /// # Errors
    /// If the file can't be written, or another process writes to it.
    pub fn open(path: &Path) -> Result<Self, EvalError> {
        let journal = Journal::resume(path, Durability::Process)?;
        let started = Timestamp::now().as_millisecond();
        Ok(Self { state: Mutex::new(State { journal, started, searches: 0, shown: BTreeMap::new() }) })
    }

    /// Notes a search, and gives its name for the links of its hits.
    ///
    /// # Errors
    /// If the log can't be written.
    pub fn searched(&self, query: &str, first: u32, shown: Vec<String>) -> Result<String, EvalError> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.searches += 1;
        let (number, name) = (state.searches, format!("{:x}-{:x}", state.started, state.searches));
        let line = LogLine {
            time: now(),
            search: Some(name.clone()),
            query: Some(query.to_owned()),
            first,
            shown: shown.clone(),
            clicked: Vec::new(),
        };
        state.journal.add(&line)?;
        state.shown.insert(number, shown);
        if state.shown.len() > REMEMBERED {
            state.shown.pop_first();
        }
        Ok(name)
    }

    /// Notes a click on a hit of the search `name`; nothing if there was no such search or it had no such hit.
    ///
    /// # Errors
    /// If the log can't be written.
    pub fn clicked(&self, name: &str, document: &str) -> Result<(), EvalError> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let number = name
            .strip_prefix(&format!("{:x}-", state.started))
            .and_then(|number| u64::from_str_radix(number, 16).ok());
        let hits = number.and_then(|number| state.shown.get_mut(&number));
        let Some(hits) = hits.filter(|hits| hits.iter().any(|hit| hit == document)) else { return Ok(()) };
        hits.retain(|hit| hit != document);
        let clicked = vec![document.to_owned()];
        state.journal.add(&LogLine {
            time: now(),
            search: Some(name.to_owned()),
            first: 1,
            clicked,
            ..LogLine::default()
        })
    }
}

fn now() -> Option<String> {
    Timestamp::from_second(Timestamp::now().as_second()).ok().map(|now| now.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clicks::read;

    #[test]
    fn what_is_written_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.jsonl");
        let log = SearchLog::open(&path).unwrap();
        let first = log.searched("grey strait", 1, vec!["a".into(), "b".into()]).unwrap();
        let second = log.searched("cod", 11, vec!["b".into()]).unwrap();
        log.clicked(&first, "b").unwrap();
        log.clicked(&first, "b").unwrap();
        for (name, document) in [(first.as_str(), "c"), ("0-1", "a"), ("", "a"), ("<script>", "a")] {
            log.clicked(name, document).unwrap();
        }
        assert!(SearchLog::open(&path).is_err());
        drop(log);
        // After another start, the names of the searches are others.
        SearchLog::open(&path).unwrap().clicked(&second, "b").unwrap();
        let searches = read(&path).unwrap();
        assert_eq!(searches.len(), 2);
        assert_eq!((searches[0].clicked.len(), searches[1].first, searches[1].clicked.len()), (1, 11, 0));
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), 3, "{text}");
        let keys: std::collections::BTreeSet<_> = text
            .lines()
            .flat_map(|line| {
                serde_json::from_str::<BTreeMap<String, serde_json::Value>>(line).unwrap().into_keys()
            })
            .collect();
        assert_eq!(
            keys.into_iter().collect::<Vec<_>>(),
            ["clicked", "first", "query", "search", "shown", "time"]
        );
    }
}
