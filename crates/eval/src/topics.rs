//! What readers ask.

use std::path::Path;

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
    /// Reads a file: lines of id, tab and query.
    ///
    /// # Errors
    /// If the file can't be read, or is none of these.
    pub fn read(path: &Path) -> Result<Self, EvalError> {
        let text = read_text(path)?;
        let mut topics = Vec::new();
        for (line, content) in (1..).zip(text.lines()) {
            let Some((id, query)) = content.split_once('\t') else {
                return Err(EvalError::line(path, line, "there is no tab between id and query"));
            };
            topics.push(Topic { id: id.to_owned(), query: query.to_owned() });
        }
        Ok(Self(topics))
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
}

impl FromIterator<Topic> for Topics {
    fn from_iter<I: IntoIterator<Item = Topic>>(topics: I) -> Self {
        Self(topics.into_iter().collect())
    }
}
