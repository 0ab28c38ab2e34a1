//! What is said about pieces that are left out, or read as something else.

use std::ops::Range;

use verbale_statement::Field;

use super::{Parser, Within};
use crate::Query;
use crate::characters::{is_caret, is_tilde};
use crate::lexer::{Token, TokenKind};
use crate::note::shortened;
use crate::operators::{self, Operator};
use crate::value::{self, has_values};
use crate::word;

impl Parser<'_> {
    /// Says that an operator or a field stands alone, unless what it belongs to was cut off.
    pub(super) fn nothing_beside(&mut self, token: &Token) {
        if self.stopped {
            return;
        }
        // With their numbers, these would be as many different messages as there are numbers.
        let message = match token.kind {
            TokenKind::Operator(Operator::Near(_)) => {
                "NEAR has a meaning between two clauses and is left out here; to search for it as a word, quote it."
                    .to_owned()
            }
            TokenKind::Operator(operator) => {
                let sign = shortened(&self.input[token.span.clone()]);
                let place = if operator == Operator::Not { "before a clause" } else { "between two clauses" };
                format!(
                    "{sign} has a meaning {place} and is left out here; to search for it as a word, quote it."
                )
            }
            TokenKind::Gap => {
                "~ has a meaning directly behind a word or a quotation and is left out here.".to_owned()
            }
            TokenKind::Boost => "^ has a meaning directly behind a clause and is left out here.".to_owned(),
            _ => return self.field_without_value(token),
        };
        self.notes.add(token.span.clone(), message);
    }

    pub(super) fn field_without_value(&mut self, token: &Token) {
        if let TokenKind::Field(field) = token.kind {
            let message = format!("There is no value here, so this is left out; {}.", value::possible(field));
            self.notes.add(token.span.clone(), message);
        }
    }

    pub(super) fn no_fields_in_paragraphs(&mut self, span: Range<usize>) {
        let message = "A paragraph has words only, so fields are left out in para(…); write them beside it.";
        self.notes.add(span, message);
    }

    pub(super) fn unknown_field(&mut self, within: Within, token: Token) -> Query {
        let name = shortened(&self.input[token.text.clone()]);
        if !within.field.is_some_and(has_values) {
            let fields = Field::ALL.map(|field| format!("{}:", field.name())).join(", ");
            let message =
                format!("There is no field {name:?}, so the word is searched for; fields are {fields}.");
            self.notes.add(token.span.clone(), message);
        }
        self.text(within, token)
    }

    /// Says what a word looks like that is none of it.
    pub(super) fn remark_on_word(&mut self, raw: &str, span: Range<usize>) {
        if let Some(field) = raw.strip_suffix(':').and_then(Field::named) {
            let name = field.name();
            let message = format!(
                "{name}: is searched for as a word; to search in the field {name}, leave no space behind the colon."
            );
            self.notes.add(span, message);
            return;
        }
        if let Some(sign) = sign_without_number(raw) {
            let message = format!(
                "{sign} has a number behind it and nothing after that, as in {}; here it is part of the word.",
                if is_caret(sign) { "border^2" } else { "border~1" }
            );
            self.notes.add(span, message);
            return;
        }
        // Side by side is mostly the same as AND, and who begins with NO means no operator.
        let name = raw.split_once('/').map_or(raw, |(name, _)| name);
        let operator = match operators::named(name) {
            Some(Operator::Or) if name == raw => "OR",
            Some(Operator::Near(_)) => "NEAR/10",
            _ => return,
        };
        if raw.chars().nth(1).is_some() {
            let message =
                format!("{raw} is searched for as a word here; for the operator, write {operator}.");
            self.notes.add(span, message);
        }
    }
}

/// The sign of a weight or of similar words inside a word, behind its letters, if it is read as neither.
fn sign_without_number(raw: &str) -> Option<char> {
    let signs = word::signs(raw);
    let core = &raw[signs.core];
    let (at, sign) = core.char_indices().rfind(|(_, c)| is_caret(*c) || is_tilde(*c))?;
    core[..at].ends_with(char::is_alphanumeric).then_some(sign)
}
