//! Words typed by a reader become a query tree. Nothing that can be typed is an error: [`parse`] always gives a
//! [`Query`], and [`Note`]s on what it did not take as it was typed.
//!
//! ```
//! let parsed = verbale_query::parse("strait OR канал -title:fisheries date:2021..2019");
//! assert_eq!(parsed.query.to_string(), "(strait OR канал) -title:fisheries date:2019..2021");
//! assert_eq!(parsed.notes[0].message, "2021..2019 ends before it begins; it was read as 2019..2021.");
//! ```
//!
//! # The language
//!
//! [`SYNTAX`] is the language, with an example for everything that can be typed. Names and aliases of fields are those
//! of [`verbale_statement::Field`]. A colon behind any other word is text: `12:30` is one word, and `colour:red` is
//! two, with a note. So is the colon of `title: a`, because a value stands directly behind its field.
//!
//! # What binds more closely
//!
//! | from close to loose | so that | is |
//! |---|---|---|
//! | `^2`, `~5` behind a clause | `-a^2` | `-(a^2)` |
//! | `-`, `NOT`, `field:` | `NOT a b` | `(NOT a) b` |
//! | `NEAR` | `a NEAR b AND c` | `(a NEAR b) AND c` |
//! | `AND` | `a AND b OR c` | `(a AND b) OR c`, as in logic |
//! | `OR` | `a b OR c d` | `a (b OR c) d`, as in public search engines |
//! | side by side | | |
//!
//! Operators are words in capitals that stand alone, between two clauses or, `NOT`, before one; elsewhere they
//! are left out with a note. Those of Russian, French and Spanish, and a `NEAR` without a number, are words where they
//! can't be operators and in a query that is all in capitals (`operators.rs` has the rule). A hyphen or an apostrophe
//! inside a word belongs to it. Signs that stand alone say nothing. Parentheses, quotation marks, colons, hyphens,
//! bars and the signs of a word may be full-width.
//!
//! # Limits
//!
//! [`MAX_CHARACTERS`], [`MAX_CLAUSES`], [`MAX_NESTING`], [`MAX_GAP`] and [`MAX_NEAR`]; what goes beyond them is left out, with a note.

mod characters;
mod display;
mod lexer;
mod limits;
mod note;
mod operators;
mod parser;
mod pattern;
mod shape;
mod simplify;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;
mod value;
mod word;

pub use limits::{MAX_CHARACTERS, MAX_CLAUSES, MAX_GAP, MAX_NEAR, MAX_NESTING};
pub use note::Note;
pub use parser::{Parsed, parse};
pub use syntax::{Chapter, Row, SYNTAX};
pub use tree::{DateRange, Factor, Query};
