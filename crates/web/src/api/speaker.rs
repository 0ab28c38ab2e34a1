//! A person, wherever one occurs in an answer.

use serde::Serialize;

/// A person who speaks in a statement.
#[derive(Debug, Serialize)]
pub(crate) struct Speaker {
    /// The name as the source writes it.
    name: String,
    /// The office held, if the source says so.
    role: Option<String>,
    /// The organisation or state spoken for, if the source says so.
    affiliation: Option<String>,
}

impl From<verbale_statement::Speaker> for Speaker {
    fn from(speaker: verbale_statement::Speaker) -> Self {
        let verbale_statement::Speaker { name, role, affiliation } = speaker;
        Self { name, role, affiliation }
    }
}
