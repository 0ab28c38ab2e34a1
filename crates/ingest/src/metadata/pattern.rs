//! Regular expressions that are part of the program.

use regex::Regex;

/// What stands for a class of letters, and the letters. Of all of Unicode each use of such a class would take a
/// millisecond to compile, and some expressions use it thirty times. Where capitals and small letters take turns in the
/// code, both count as capitals.
const CLASSES: [(&str, &str); 6] = [
    (r"\p{Lu}", r"[A-ZÀ-ÖØ-ÞĀ-ſΆ-ΫЀ-ЯҐ-ӿ]"),
    (r"\p{Ll}", r"[a-zß-öø-ſά-ώа-џҐ-ӿ]"),
    (r"\p{L}", r"[A-Za-zªºÀ-ÖØ-öø-ɏΆ-ώЀ-ԯḀ-ỿ]"),
    (r"\p{M}", r"[\x{300}-\x{36f}]"),
    (r"\p{Han}", r"[㐀-䶿一-鿿々〇]"),
    (r"\p{Arabic}", r"[ء-ْٰ-ۓ]"),
];

/// Compiles an expression that stands in this crate. The Unicode classes in it mean the letters of [`CLASSES`] only.
///
/// # Panics
/// If the expression is malformed: a mistake in the program, which every test that uses it shows.
#[expect(clippy::expect_used, reason = "no input reaches this: the expressions are our own")]
pub(crate) fn pattern(expression: &str) -> Regex {
    let light = CLASSES
        .iter()
        .fold(expression.to_owned(), |expression, (class, letters)| expression.replace(class, letters));
    Regex::new(&light).expect("a well-formed expression")
}
