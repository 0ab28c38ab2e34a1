//! Text becomes tokens, one at a time and in linear time.

use std::ops::Range;

use verbale_statement::Field;

use crate::characters::{
    begins_clause, closes_group, closing_marks, ends_clause, ends_word, is_bar, is_caret, is_colon, is_minus,
    is_separator, is_tilde, opens_group,
};
use crate::operators::{self, Operator};

/// A piece of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    /// Bytes of the whole token.
    pub(crate) span: Range<usize>,
    /// Bytes of its text: without the colon of a field, without quotation marks, without the sign of a number.
    pub(crate) text: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    OpenGroup,
    CloseGroup,
    /// An operator, as a word or as a sign.
    Operator(Operator),
    /// `title:`, directly before its value.
    Field(Field),
    /// `colour:`, which looks like a field but is none, directly before its value.
    UnknownField,
    /// `para`, directly before its parenthesis.
    Paragraph,
    /// A word with the signs in and around it, which [`crate::word`] reads.
    Word,
    Quotation {
        closed: bool,
    },
    /// `^2` directly behind a quotation or a group.
    Boost,
    /// `~5` directly behind a quotation or a group; its text may be empty.
    Gap,
}

pub(crate) struct Lexer<'a> {
    input: &'a str,
    at: usize,
    /// The kind of the last token.
    before: Option<TokenKind>,
    /// Whether the query is all in capitals, once somebody asked.
    all_capitals: Option<bool>,
}

impl<'a> Lexer<'a> {
    pub(crate) fn new(input: &'a str) -> Self {
        Self { input, at: 0, before: None, all_capitals: None }
    }

    fn rest(&self) -> &'a str {
        &self.input[self.at..]
    }

    /// The bytes at the front of what is left whose characters are all `wanted`.
    fn run(&self, wanted: fn(char) -> bool) -> usize {
        self.rest().find(|c| !wanted(c)).unwrap_or(self.rest().len())
    }

    fn token(&mut self, kind: TokenKind, length: usize) -> Token {
        let span = self.at..self.at + length;
        self.at = span.end;
        self.before = Some(kind);
        Token { kind, text: span.clone(), span }
    }

    /// Reads to the mark that closes the quotation, or to the end.
    fn quotation(&mut self, opening: char, closing: &[char]) -> Token {
        let rest = self.rest();
        let inside = &rest[opening.len_utf8()..];
        let (length, mark) = match inside.char_indices().find(|(_, c)| closing.contains(c)) {
            Some((length, mark)) => (length, mark.len_utf8()),
            None => (inside.len(), 0),
        };
        let start = self.at + opening.len_utf8();
        let whole = opening.len_utf8() + length + mark;
        let token = self.token(TokenKind::Quotation { closed: mark > 0 }, whole);
        Token { text: start..start + length, ..token }
    }

    /// Reads hyphens at the beginning of a clause. None if they say nothing: two of them take each other back,
    /// and a hyphen between a closing mark and a word (`"Halvern"-based`) is a hyphen.
    fn minus(&mut self) -> Option<Token> {
        let length = self.run(is_minus);
        let signs = self.rest()[..length].chars().count();
        let before = self.input[..self.at].chars().next_back();
        let after = self.rest()[length..].chars().next();
        if !after.is_some_and(begins_clause) {
            return Some(self.token(TokenKind::Word, length));
        }
        if signs.is_multiple_of(2) || before.is_some_and(ends_clause) {
            self.at += length;
            return None;
        }
        Some(self.token(TokenKind::Operator(Operator::Not), length))
    }

    /// Reads `^2` or `~5` directly behind what closes a clause.
    fn suffix(&mut self) -> Option<Token> {
        match self.before? {
            TokenKind::CloseGroup
            | TokenKind::Quotation { closed: true }
            | TokenKind::Boost
            | TokenKind::Gap => {}
            _ => return None,
        }
        let sign = self.rest().chars().next()?;
        let number = &self.rest()[sign.len_utf8()..];
        let (kind, length) = if is_tilde(sign) {
            (TokenKind::Gap, digits(number))
        } else if is_caret(sign) {
            (TokenKind::Boost, decimal(number)?)
        } else {
            return None;
        };
        let start = self.at + sign.len_utf8();
        let token = self.token(kind, sign.len_utf8() + length);
        Some(Token { text: start..start + length, ..token })
    }

    /// Reads a word, or the name of a field or a scope with what belongs to it.
    fn word(&mut self) -> Token {
        let rest = self.rest();
        let mut end = rest.find(|c| is_colon(c) || ends_word(c)).unwrap_or(rest.len());
        if let Some(colon) = rest[end..].chars().next().filter(|c| is_colon(*c)) {
            let length = end + colon.len_utf8();
            let after = rest[length..].chars().next();
            if let Some(kind) = field(&rest[..end], colon, after) {
                let text = self.at..self.at + end;
                return Token { text, ..self.token(kind, length) };
            }
            end = rest[end..].find(ends_word).map_or(rest.len(), |more| end + more);
        } else if rest[end..].starts_with(opens_group) && operators::names_paragraph(&rest[..end]) {
            return self.token(TokenKind::Paragraph, end);
        }
        let word = &rest[..end];
        let operator = operators::named(word).filter(|operator| self.is_operator(word, *operator));
        self.token(operator.map_or(TokenKind::Word, TokenKind::Operator), end)
    }

    /// Whether a word that may be an operator is one here: the rule that [`operators`] gives.
    fn is_operator(&mut self, word: &str, operator: Operator) -> bool {
        if operators::is_unconditional(word) {
            return true;
        }
        let behind_clause = match self.before {
            Some(TokenKind::Operator(Operator::And | Operator::Or)) => operator == Operator::Not,
            Some(
                TokenKind::Word
                | TokenKind::Quotation { .. }
                | TokenKind::CloseGroup
                | TokenKind::Boost
                | TokenKind::Gap,
            ) => true,
            _ => false,
        };
        let next = self.rest()[word.len()..].chars().find(|c| !is_separator(*c));
        let input = self.input;
        behind_clause
            && next.is_some_and(begins_clause)
            && !*self.all_capitals.get_or_insert_with(|| operators::is_all_capitals(input))
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(token) = self.suffix() {
            return Some(token);
        }
        loop {
            self.at += self.run(is_separator);
            let first = self.rest().chars().next()?;
            let width = first.len_utf8();
            return Some(if opens_group(first) {
                self.token(TokenKind::OpenGroup, width)
            } else if closes_group(first) {
                self.token(TokenKind::CloseGroup, width)
            } else if is_bar(first) {
                let length = self.run(is_bar);
                self.token(TokenKind::Operator(Operator::Or), length)
            } else if let Some(closing) = closing_marks(first) {
                self.quotation(first, closing)
            } else if is_minus(first) {
                match self.minus() {
                    Some(token) => token,
                    None => continue,
                }
            } else {
                self.word()
            });
        }
    }
}

/// What a colon makes of the word before it, given the character behind it; none if it is text.
fn field(name: &str, colon: char, after: Option<char>) -> Option<TokenKind> {
    let after = after?;
    match Field::named(name) {
        Some(field) => begins_clause(after).then_some(TokenKind::Field(field)),
        None if operators::names_paragraph(name) && opens_group(after) => Some(TokenKind::Paragraph),
        // Chinese text has full-width colons between words of all sorts.
        None if colon == ':' && looks_like_a_field(name) => {
            let value = after.is_alphanumeric() || opens_group(after) || closing_marks(after).is_some();
            value.then_some(TokenKind::UnknownField)
        }
        None => None,
    }
}

/// Letters, two or more. Capitals only are an abbreviation with an ending, as in Finnish "EU:n".
fn looks_like_a_field(name: &str) -> bool {
    name.chars().nth(1).is_some()
        && name.chars().all(|c| c.is_alphabetic() || c == '_')
        && !name.chars().all(char::is_uppercase)
}

/// The bytes of the digits that `text` begins with.
fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

/// The bytes of the number that `text` begins with: `2`, `0.5` or `.5`.
pub(crate) fn decimal(text: &str) -> Option<usize> {
    let whole = digits(text);
    let fraction = text[whole..].strip_prefix('.').map_or(0, digits);
    match (whole, fraction) {
        (0, 0) => None,
        (_, 0) => Some(whole),
        _ => Some(whole + 1 + fraction),
    }
}
