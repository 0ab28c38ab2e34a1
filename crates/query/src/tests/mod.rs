//! What the query language promises.

mod language;
mod limits;
mod notes;
mod operators;
mod properties;
mod signs;
mod syntax;
mod tokens;

use crate::parse;

/// The query as it is understood.
fn understood(input: &str) -> String {
    parse(input).query.to_string()
}

/// What the notes say, each with the text that it is about.
fn notes(input: &str) -> Vec<(&str, String)> {
    parse(input).notes.into_iter().map(|note| (&input[note.span], note.message)).collect()
}

#[track_caller]
fn assert_understood(pairs: &[(&str, &str)]) {
    for (typed, expected) in pairs {
        assert_eq!(&understood(typed), expected, "typed: {typed}");
        assert_eq!(notes(typed), [], "typed: {typed}");
    }
}

/// Asserts how a query is understood and what is said about it.
#[track_caller]
fn assert_noted(typed: &str, query: &str, expected: &[(&str, &str)]) {
    assert_eq!(understood(typed), query, "typed: {typed}");
    let found = notes(typed);
    let found: Vec<_> = found.iter().map(|(span, message)| (*span, message.as_str())).collect();
    assert_eq!(found, expected, "typed: {typed}");
}
