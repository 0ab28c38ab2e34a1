//! The signs in and around a word: `=word`, `word~1`, `word^2`, `wo*d`.

use std::ops::Range;

use verbale_statement::Field;

use crate::Query;
use crate::characters::{is_blank, is_caret, is_closing_punctuation, is_equals_sign, is_star, is_tilde};
use crate::lexer::{Lexer, TokenKind, decimal};
use crate::note::shortened;
use crate::{operators, pattern};

/// The most letters in which a similar word may differ.
pub(crate) const MAX_DISTANCE: u8 = 2;

/// A word as typed, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Signs<'a> {
    /// Bytes of the word without its signs, with those of a pattern. Where there is any sign, punctuation behind the
    /// word is no part of it.
    pub(crate) core: Range<usize>,
    /// Whether it stands behind `=`.
    pub(crate) exact: bool,
    /// What stands behind `~`: digits or nothing.
    pub(crate) fuzzy: Option<&'a str>,
    /// Bytes of the weights, each `^` and a number, from the last to the first.
    pub(crate) boosts: Vec<Range<usize>>,
}

/// Takes a word apart.
pub(crate) fn signs(raw: &str) -> Signs<'_> {
    let start = raw.len() - raw.trim_start_matches(is_equals_sign).len();
    let mut signs = Signs { core: start..raw.len(), exact: start > 0, fuzzy: None, boosts: Vec::new() };
    let trimmed = |end: usize| start + raw[start..end].trim_end_matches(is_closing_punctuation).len();
    let mut end = trimmed(raw.len());
    loop {
        let core = &raw[start..end];
        let Some((at, sign)) = core.char_indices().rev().find(|(_, c)| !(c.is_ascii_digit() || *c == '.'))
        else {
            break;
        };
        let number = start + at + sign.len_utf8()..end;
        let text = &raw[number.clone()];
        if is_caret(sign) && decimal(text) == Some(text.len()) {
            signs.boosts.push(start + at..end);
        } else if is_tilde(sign) && !text.contains('.') {
            signs.fuzzy.get_or_insert(text);
        } else {
            break;
        }
        end = trimmed(start + at);
    }
    if signs.exact || signs.fuzzy.is_some() || !signs.boosts.is_empty() || raw[start..end].contains(is_star) {
        signs.core.end = end;
    }
    signs
}

/// A clause that a word is read as, and what there is to say about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) query: Query,
    pub(crate) remarks: Vec<String>,
}

/// Reads a word that has been taken apart.
pub(crate) fn read(field: Option<Field>, raw: &str, signs: &Signs) -> Leaf {
    let mut remarks = Vec::new();
    let core = &raw[signs.core.clone()];
    let query = match pattern::read(core) {
        pattern::Read::NoPattern => unpatterned(field, core, signs, &mut remarks),
        pattern::Read::Pattern(text) => {
            if signs.fuzzy.is_some() {
                remarks.push("A word with * or ? in it can't have ~, too; ~ is left out.".to_owned());
            }
            Query::Wildcard { field, text }
        }
        pattern::Read::Broken { text, reason } => {
            let shown = shortened(&text);
            if is_blank(&text) {
                remarks.push(format!("{reason}, so this is left out."));
                return Leaf { query: Query::All, remarks };
            }
            remarks.push(format!("{reason}, so the word {shown:?} is searched for."));
            let query = unpatterned(field, &text, signs, &mut remarks);
            if reads_back(&query) { query } else { Query::Phrase { field, text } }
        }
    };
    Leaf { query, remarks }
}

/// A word as it is, or the same as a quotation if it would be read otherwise.
pub(crate) fn plain(field: Option<Field>, text: &str) -> Query {
    let word = Query::Word { field, text: text.to_owned() };
    if reads_back(&word) { word } else { Query::Phrase { field, text: text.to_owned() } }
}

fn unpatterned(field: Option<Field>, core: &str, signs: &Signs, remarks: &mut Vec<String>) -> Query {
    let text = core.to_owned();
    match signs.fuzzy {
        Some(_) if signs.exact => {
            remarks.push("= asks for one form only and ~ for similar ones; ~ is left out.".to_owned());
        }
        Some(number) => match number.parse() {
            Ok(0) => {
                remarks.push(format!("Similar words differ in 1 or {MAX_DISTANCE} letters; ~0 is left out."))
            }
            Ok(distance @ 1..=MAX_DISTANCE) => return Query::Fuzzy { field, text, distance: Some(distance) },
            Err(_) if number.is_empty() => return Query::Fuzzy { field, text, distance: None },
            Ok(_) | Err(_) => {
                let shown = shortened(number);
                remarks.push(format!(
                    "Similar words differ in {MAX_DISTANCE} letters at most; ~{shown} is read as ~{MAX_DISTANCE}."
                ));
                return Query::Fuzzy { field, text, distance: Some(MAX_DISTANCE) };
            }
        },
        None => {}
    }
    if signs.exact {
        return Query::Exact { field, text };
    }
    // A word that isn't an operator where it stands could be one where it is written back. In small letters most are
    // none, and in quotation marks nothing is.
    let small = text.to_lowercase();
    match operators::named(core) {
        None => Query::Word { field, text },
        Some(_) if operators::named(&small).is_none() => Query::Word { field, text: small },
        Some(_) => Query::Phrase { field, text },
    }
}

/// Whether a clause without its field, written as a query, is read as that clause.
fn reads_back(query: &Query) -> bool {
    let shown = match query {
        Query::Word { text, .. } => text.clone(),
        Query::Exact { text, .. } => format!("={text}"),
        Query::Fuzzy { text, distance, .. } => {
            format!("{text}~{}", distance.map(|distance| distance.to_string()).unwrap_or_default())
        }
        _ => return false,
    };
    let field = match query {
        Query::Word { field, .. } | Query::Exact { field, .. } | Query::Fuzzy { field, .. } => *field,
        _ => None,
    };
    let is_word = Lexer::new(&shown)
        .next()
        .is_some_and(|token| token.kind == TokenKind::Word && token.span == (0..shown.len()));
    let signs = signs(&shown);
    let leaf = Leaf { query: query.clone(), remarks: Vec::new() };
    is_word && signs.boosts.is_empty() && read(field, &shown, &signs) == leaf
}
