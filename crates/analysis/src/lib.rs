//! Text becomes tokens: the one place that knows how each language is analysed.
//!
//! Index, query, highlighting and concordance all ask [`Analyzer::of`] the language of the text at hand, so
//! that what is indexed, what is searched and what is shown as a match can't drift apart.
//!
//! A token has two forms. The *exact* form is the word folded (case, and diacritics where readers leave them
//! out), for quotations; the *stem* joins the inflected forms of a word. Both have the same position, so a
//! query can mix them.
//!
//! ```
//! use verbale_analysis::Analyzer;
//! use verbale_statement::Language;
//!
//! let text = "Страны обеспечили безопасность.";
//! let tokens = Analyzer::of(Language::RUSSIAN).tokens(text);
//! let query = Analyzer::of(Language::RUSSIAN).tokens("безопасности");
//! assert_eq!(tokens[2].stem.as_ref().map(|s| &s.form), query[0].stem.as_ref().map(|s| &s.form));
//! assert_eq!(&text[tokens[2].range.clone()], "безопасность");
//! ```
//!
//! Architecture invariants: ranges slice the text that was given, in bytes and never inside a character;
//! positions never decrease; analysis of any text takes linear time and doesn't panic.

mod analyzer;
mod fingerprint;
mod languages;
mod normalise;
mod segment;
mod stemmer;

pub use analyzer::{Analyzer, Found, Stem, Steps, Token};
pub use fingerprint::fingerprint;
pub use languages::{field_language, field_languages};
pub use normalise::is_apostrophe;
