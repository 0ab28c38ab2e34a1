//! Statements for tests.

use verbale_statement::{Language, Paragraph, Statement};

/// A statement in English without a title.
pub(crate) fn statement(id: &str, paragraphs: &[&str]) -> Statement {
    let language = Language::ENGLISH;
    let paragraphs = paragraphs.iter().map(|text| Paragraph::new(*text, language));
    Statement::new(id.parse().unwrap(), language, paragraphs.collect())
}
