//! What readers ask.

mod markup;
mod records;

use std::collections::BTreeSet;
use std::path::Path;
use std::str::FromStr;

use crate::EvalError;
use crate::error::read_text;

/// A query of a test collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its name in qrels and runs, without white space.
    pub id: String,
    /// What is asked.
    pub query: String,
}

/// The topics of a test collection, in the order of their file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Topics(Vec<Topic>);

impl Topics {
    /// Reads a file, whose form is seen from its first character:
    ///
    /// - `<`: `<top>` or `<topic>` elements, in XML or with end tags left out as in TREC's older files. The query is
    ///   the `<title>` or `<query>`, and the description only where neither is there.
    /// - `{`: JSON Lines, an object with `id` and `query` on a line; the names that other collections have for
    ///   them (`_id`, `qid`, `query_id`, `topic`, `number`; `title`, `text`, `question`) will do, too.
    /// - anything else: lines of id, tab and query.
    ///
    /// # Errors
    /// If the file can't be read or has none of these forms, or a topic has no id, no query, or another's id.
    pub fn read(path: &Path) -> Result<Self, EvalError> {
        Self::parse(&read_text(path)?, path)
    }

    /// Writes lines of id, tab and query, as [`Topics::read`] reads them.
    ///
    /// # Errors
    /// If the file can't be written.
    pub fn write(&self, path: &Path) -> Result<(), EvalError> {
        let line = |topic: &Topic| {
            format!("{}\t{}\n", topic.id, topic.query.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let lines: String = self.iter().map(line).collect();
        std::fs::write(path, lines).map_err(|source| EvalError::file(path, source))
    }

    /// The topics.
    pub fn iter(&self) -> impl Iterator<Item = &Topic> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn parse(text: &str, path: &Path) -> Result<Self, EvalError> {
        let found = match text.trim_start().chars().next() {
            Some('<') => markup::topics(text, path)?,
            Some('{') => records::json_lines(text, path)?,
            _ => records::tab_separated(text, path)?,
        };
        let mut ids = BTreeSet::new();
        let mut topics = Vec::with_capacity(found.len());
        for Found { line, id, query } in found {
            let wrong = |problem: String| Err(EvalError::line(path, line, problem));
            let (id, query) = (id.trim(), query.split_whitespace().collect::<Vec<_>>().join(" "));
            if id.is_empty() || query.is_empty() {
                return wrong(format!("a topic without {}", if id.is_empty() { "an id" } else { "a query" }));
            }
            if id.contains(char::is_whitespace) {
                return wrong(format!(
                    "the id {id:?} has white space, which qrels and runs have no room for"
                ));
            }
            if !ids.insert(id.to_owned()) {
                return wrong(format!("there is a topic {id} above"));
            }
            topics.push(Topic { id: id.to_owned(), query });
        }
        if topics.is_empty() {
            return Err(EvalError::line(path, 1, "there are no topics in it"));
        }
        Ok(Self(topics))
    }
}

/// A topic as a file has it.
struct Found {
    line: usize,
    id: String,
    query: String,
}

impl FromIterator<Topic> for Topics {
    fn from_iter<I: IntoIterator<Item = Topic>>(topics: I) -> Self {
        Self(topics.into_iter().collect())
    }
}

impl FromStr for Topics {
    type Err = EvalError;
    fn from_str(text: &str) -> Result<Self, EvalError> {
        Self::parse(text, Path::new("topics"))
    }
}

#[cfg(test)]
mod tests;
