//! The words that join or exclude clauses, in every language in which there are any.
//!
//! Operators are in capitals, and so is a headline: "NO A LA GUERRA" excludes nothing. The English AND, OR and NOT
//! and whatever has a number behind it, such as РЯДОМ/5, are operators wherever they stand. The others are operators
//! only if
//!
//! 1. the query isn't all in capitals: there is a small letter outside the names of fields, or no other letter that
//!    could be small or capital; and
//! 2. clauses stand on both sides, so that "Plan Y" is no operator without a second clause. What excludes may
//!    also stand behind another operator: "мир И НЕ война".
//!
//! Elsewhere they are words.

use verbale_statement::Field;

use crate::characters::{ends_word, is_colon};

/// What joins or excludes clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    And,
    Or,
    Not,
    /// With the gap as typed.
    Near(u32),
}

/// The gap of a NEAR without a number: about a sentence.
pub(crate) const USUAL_GAP: u32 = 10;

/// The words, the English ones first.
pub(crate) const OPERATOR_WORDS: &[(&str, Operator)] = &[
    ("AND", Operator::And),
    ("OR", Operator::Or),
    ("NOT", Operator::Not),
    ("NEAR", Operator::Near(USUAL_GAP)),
    ("И", Operator::And),
    ("ИЛИ", Operator::Or),
    ("НЕ", Operator::Not),
    ("КРОМЕ", Operator::Not),
    ("РЯДОМ", Operator::Near(USUAL_GAP)),
    ("ET", Operator::And),
    ("OU", Operator::Or),
    ("SAUF", Operator::Not),
    ("PROCHE", Operator::Near(USUAL_GAP)),
    ("Y", Operator::And),
    ("O", Operator::Or),
    ("NO", Operator::Not),
    ("SALVO", Operator::Not),
    ("CERCA", Operator::Near(USUAL_GAP)),
];

/// Those that are operators wherever they stand.
const UNCONDITIONAL: [&str; 4] = ["AND", "OR", "NOT", "&&"];

/// Names of the scope of a paragraph, in lower case: `para(a b)`.
const PARAGRAPH_NAMES: [&str; 6] = ["para", "paragraph", "абзац", "paragraphe", "párrafo", "parrafo"];

/// The operator that a word may be: in capitals, or in any case with a number behind it.
pub(crate) fn named(word: &str) -> Option<Operator> {
    let of = |name: &str| OPERATOR_WORDS.iter().find(|(own, _)| *own == name).map(|(_, operator)| *operator);
    match word.split_once('/') {
        None if word == "&&" => Some(Operator::And),
        None => of(word),
        Some((name, gap)) if !gap.is_empty() && gap.bytes().all(|byte| byte.is_ascii_digit()) => {
            match of(&name.to_uppercase()) {
                // What has too many digits for a number is far beyond the limit, too.
                Some(Operator::Near(_)) => Some(Operator::Near(gap.parse().unwrap_or(u32::MAX))),
                _ => None,
            }
        }
        Some(_) => None,
    }
}

/// Whether a word that [`named`] knows is an operator in any place of any query.
pub(crate) fn is_unconditional(word: &str) -> bool {
    word.contains('/') || UNCONDITIONAL.contains(&word)
}

/// Whether a name, directly before a parenthesis, opens the scope of a paragraph.
pub(crate) fn names_paragraph(name: &str) -> bool {
    PARAGRAPH_NAMES.contains(&name.to_lowercase().as_str())
}

/// Whether all letters of the query that could be small are capitals, and there are some; those of operators and of
/// the names of fields and scopes don't count.
pub(crate) fn is_all_capitals(input: &str) -> bool {
    let mut capitals = false;
    let ends = |c: char| ends_word(c) || is_colon(c);
    for piece in input.split_inclusive(ends) {
        let word = piece.trim_end_matches(ends);
        let is_name = piece[word.len()..].starts_with(is_colon) && Field::named(word).is_some()
            || word.len() < piece.len() && names_paragraph(word);
        if is_name || named(word).is_some() {
            continue;
        }
        if word.chars().any(char::is_lowercase) {
            return false;
        }
        capitals |= word.chars().any(char::is_uppercase);
    }
    capitals
}
