//! The search log: its format, and reading it.
//!
//! JSON Lines. A line is a search, with the clicks on its hits where they are known already:
//!
//! ```json
//! {"time":"2026-11-25T08:00:00Z","search":"19ab-1","query":"grey strait","first":1,"shown":["a","b"],"clicked":["b"]}
//! ```
//!
//! or clicks on the hits of an earlier search:
//!
//! ```json
//! {"time":"2026-11-25T08:00:09Z","search":"19ab-1","clicked":["a"]}
//! ```
//!
//! | key | what |
//! |---|---|
//! | `time` | when, as RFC 3339 has it; for people, nothing is counted by it |
//! | `search` | the name of the search; only needed where clicks come in lines of their own |
//! | `query` | the query as typed; filters beside it in the query language (`lang:ru`) |
//! | `first` | the rank of the first hit shown, 1 unless given: 11 on the second page of ten |
//! | `shown` | the ids of the hits, in the order of the page |
//! | `clicked` | the ids of the hits that were clicked on, in any order |
//!
//! Only lists by relevance belong into a log. There is no key for who searched.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::{EvalError, journal};

/// A line of a search log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LogLine {
    /// When, as RFC 3339 has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The name of the search.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// The query as typed; none in a line of clicks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The rank of the first hit shown.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub first: u32,
    /// The ids of the hits shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<String>,
    /// The ids of the hits clicked on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clicked: Vec<String>,
}

fn one() -> u32 {
    1
}

fn is_one(number: &u32) -> bool {
    *number == 1
}

/// A search, what it showed, and what was clicked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// The query as typed.
    pub query: String,
    /// The rank of the first hit shown, counted from 1.
    pub first: u32,
    /// The ids of the hits, in order.
    pub shown: Vec<String>,
    /// Those of them that were clicked on.
    pub clicked: BTreeSet<String>,
}

/// Reads a search log. Clicks of searches that it doesn't have, and on hits that were not shown, are left out; so is a
/// last line that was cut off while it was written.
///
/// # Errors
/// If the file can't be read, or a line is none of a log.
pub fn read(path: &Path) -> Result<Vec<Search>, EvalError> {
    let mut searches: Vec<Search> = Vec::new();
    let mut places = BTreeMap::new();
    for (index, line) in journal::read::<LogLine>(path)?.into_iter().enumerate() {
        let place = match (line.query, line.search) {
            (Some(query), search) => {
                places.extend(search.map(|search| (search, searches.len())));
                let shown = line.shown;
                searches.push(Search { query, first: line.first.max(1), shown, clicked: BTreeSet::new() });
                searches.len() - 1
            }
            (None, Some(search)) => match places.get(&search) {
                Some(place) => *place,
                None => continue,
            },
            (None, None) => {
                let problem = "a line of a search log has a query, or the search that was clicked in";
                return Err(EvalError::line(path, index + 1, problem));
            }
        };
        let Search { shown, clicked, .. } = &mut searches[place];
        clicked.extend(line.clicked.into_iter().filter(|document| shown.contains(document)));
    }
    Ok(searches)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(content: &str) -> Result<Vec<Search>, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.jsonl");
        std::fs::write(&path, content).unwrap();
        read(&path).map_err(|error| error.to_string().replace(&path.display().to_string(), "log"))
    }

    #[test]
    fn clicks_find_their_search() {
        let searches = log(concat!(
            r#"{"time":"2026-11-25T08:00:00Z","search":"1","query":"strait","shown":["a","b","c"],"clicked":["c","x"]}"#,
            "\n",
            r#"{"query":"cod","first":11,"shown":["b"]}"#,
            "\n",
            r#"{"search":"1","clicked":["a","c"]}"#,
            "\n",
            r#"{"search":"lost","clicked":["a"]}"#,
            "\n",
            r#"{"search":"1","cli"#,
        ));
        let search = |query: &str, first, shown: &[&str], clicked: &[&str]| Search {
            query: query.into(),
            first,
            shown: shown.iter().map(|id| (*id).into()).collect(),
            clicked: clicked.iter().map(|id| (*id).into()).collect(),
        };
        let expected =
            vec![search("strait", 1, &["a", "b", "c"], &["a", "c"]), search("cod", 11, &["b"], &[])];
        assert_eq!(searches, Ok(expected));
    }

    #[test]
    fn what_is_no_log_is_named() {
        assert_eq!(
            log("{\"query\":\"a\"}\n{\"clicked\":[\"a\"]}\n").unwrap_err(),
            "log:2: a line of a search log has a query, or the search that was clicked in"
        );
        assert!(log("GET / HTTP/1.1\n").unwrap_err().starts_with("log:1: "));
    }
}
