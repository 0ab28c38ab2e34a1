//! The name of a statement.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The name by which a statement is cited, linked and stored: 1 to 200 bytes, without white space, control
/// characters or any of `/ ? # % \ " < >`, so that it can stand in a URL path and on a command line as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StatementId(String);

/// Why a text is no [`StatementId`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing there.
    #[error("an id can't be empty")]
    Empty,
    /// More bytes than an id may have.
    #[error("an id has at most {max} bytes, this one has {0}", max = StatementId::MAX_BYTES)]
    TooLong(usize),
    /// A character that would have to be escaped in a URL or a shell.
    #[error("an id can't contain {0:?}")]
    Character(char),
}

impl StatementId {
    /// The longest id, in bytes.
    pub const MAX_BYTES: usize = 200;

    /// Checks `text` and takes it as an id.
    ///
    /// # Errors
    /// [`IdError`] says which rule `text` breaks.
    pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
        let text = text.into();
        if text.is_empty() {
            return Err(IdError::Empty);
        }
        if text.len() > Self::MAX_BYTES {
            return Err(IdError::TooLong(text.len()));
        }
        let unfit = |c: &char| {
            c.is_whitespace() || c.is_control() || matches!(c, '/' | '?' | '#' | '%' | '\\' | '"' | '<' | '>')
        };
        match text.chars().find(unfit) {
            Some(c) => Err(IdError::Character(c)),
            None => Ok(Self(text)),
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StatementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for StatementId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl TryFrom<String> for StatementId {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl From<StatementId> for String {
    fn from(id: StatementId) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_what_a_url_path_takes_unescaped() {
        assert!(StatementId::new("речь-2021_11.17:a,b").is_ok());
        assert_eq!(StatementId::new(""), Err(IdError::Empty));
        assert_eq!(StatementId::new("a b"), Err(IdError::Character(' ')));
        assert_eq!(StatementId::new("a/b"), Err(IdError::Character('/')));
        assert_eq!(StatementId::new("x".repeat(201)), Err(IdError::TooLong(201)));
    }
}
