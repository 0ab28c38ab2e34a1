//! Signs in and around words and quotations.

use super::{assert_understood, notes, understood};

#[track_caller]
fn assert_noted(typed: &str, query: &str, expected: &[(&str, &str)]) {
    assert_eq!(understood(typed), query, "typed: {typed}");
    let found = notes(typed);
    let found: Vec<_> = found.iter().map(|(span, message)| (*span, message.as_str())).collect();
    assert_eq!(found, expected, "typed: {typed}");
}

#[test]
fn patterns_begin_with_letters() {
    assert_understood(&[
        ("sanction* de*colonization", "sanction* de*colonization"),
    ]);
}
