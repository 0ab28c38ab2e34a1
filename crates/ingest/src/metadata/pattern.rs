//! Regular expressions that are part of the program.

use regex::Regex;

/// Compiles an expression that stands in this crate.
///
/// # Panics
/// If the expression is malformed: a mistake in the program, which every test that uses it shows.
#[expect(clippy::expect_used, reason = "no input reaches this: the expressions are our own")]
pub(crate) fn pattern(expression: &str) -> Regex {
    Regex::new(expression).expect("a well-formed expression")
}
