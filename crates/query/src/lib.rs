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
//! | typed | asks for |
//! |---|---|
//! | `border mission` | these words in any of their forms; how many of them have to match is up to the request |
//! | `"border mission"`, also in `«»` `“”` `„“` `「」` | these words in this order and these forms |
//! | `-word`, `-"a phrase"`, `-field:value`, `-(…)`, `NOT …` | not this |
//! | `a OR b`, `a \| b` | one of these at least |
//! | `a AND b` | both of these, whatever the request says |
//! | `(…)` | a group |
//! | `title:a`, `title:"a b"`, `title:(a b)` | words in a field: title, body, speaker, organisation, event, place |
//! | `kind:speech`, `lang:en,ru` | a kind, a language; several with commas or in a group are alternatives |
//! | `date:2019`, `date:2019-05..2020`, `date:..2021`, `date:>=2020-03`, `date:<2020` | a range of dates; `>2020` begins in 2021 |
//!
//! Names and aliases of fields are those of [`verbale_statement::Field`]. A colon behind any other word is text:
//! `12:30` is one word, and `colour:red` is two, with a note. So is the colon of `title: a`, because a value
//! stands directly behind its field.
//!
//! # What binds more closely
//!
//! | from close to loose | so that | is |
//! |---|---|---|
//! | `-`, `NOT`, `field:` | `NOT a b` | `(NOT a) b` |
//! | `AND` | `a AND b OR c` | `(a AND b) OR c`, as in logic |
//! | `OR` | `a b OR c d` | `a (b OR c) d`, as in public search engines |
//! | side by side | | |
//!
//! Operators are words in capitals that stand alone, between two clauses or, `NOT`, before one; elsewhere they
//! are left out with a note. A hyphen or an apostrophe inside a word belongs to it. Signs that stand alone say
//! nothing. Parentheses, quotation marks, colons, hyphens and bars may be full-width.
//!
//! # Limits
//!
//! [`MAX_CHARACTERS`], [`MAX_CLAUSES`] and [`MAX_NESTING`]; what goes beyond them is left out, with a note.

mod characters;
mod display;
mod lexer;
mod limits;
mod note;
mod operators;
mod parser;
mod pattern;
mod simplify;
#[cfg(test)]
mod tests;
mod tree;
mod value;
mod word;

pub use limits::{MAX_CHARACTERS, MAX_CLAUSES, MAX_GAP, MAX_NESTING};
pub use note::Note;
pub use parser::{Parsed, parse};
pub use tree::{DateRange, Factor, Query};
