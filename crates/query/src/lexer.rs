//! Text becomes tokens, one at a time and in linear time.

use std::ops::Range;

use verbale_statement::Field;

use crate::characters::{
    begins_clause, closes_group, closing_marks, ends_clause, ends_word, is_bar, is_colon, is_minus,
    is_separator, opens_group,
};

/// Words that are operators when they stand alone: the one table, to which other languages can be added.
const OPERATOR_WORDS: &[(&str, Operator)] =
    &[("AND", Operator::And), ("OR", Operator::Or), ("NOT", Operator::Not)];

/// What joins or excludes clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    And,
    Or,
    Not,
}

/// A piece of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    /// Bytes of the whole token.
    pub(crate) span: Range<usize>,
    /// Bytes of its text: without the colon of a field, without quotation marks.
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
    Word,
    Quotation {
        closed: bool,
    },
}

pub(crate) struct Lexer<'a> {
    input: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(crate) fn new(input: &'a str) -> Self {
        Self { input, at: 0 }
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
        let token = self.token(TokenKind::Operator(Operator::Not), length);
        (signs % 2 == 1 && !before.is_some_and(ends_clause)).then_some(token)
    }

    /// Reads a word, or the name of a field with its colon.
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
        }
        let operator = OPERATOR_WORDS.iter().find(|(word, _)| *word == &rest[..end]);
        let kind = operator.map_or(TokenKind::Word, |(_, operator)| TokenKind::Operator(*operator));
        self.token(kind, end)
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(input: &str) -> Vec<String> {
        Lexer::new(input)
            .map(|token| {
                let text = &input[token.text];
                match token.kind {
                    TokenKind::OpenGroup | TokenKind::CloseGroup => text.to_owned(),
                    TokenKind::Operator(operator) => format!("{operator:?}"),
                    TokenKind::Field(field) => format!("{field:?}:"),
                    TokenKind::UnknownField => format!("{text}?:"),
                    TokenKind::Word => text.to_owned(),
                    TokenKind::Quotation { closed } => format!("[{text}{}", if closed { "]" } else { "" }),
                }
            })
            .collect()
    }

    #[test]
    fn hyphens_and_apostrophes_belong_to_words() {
        assert_eq!(
            tokens("non-proliferation l'accord Council’s"),
            ["non-proliferation", "l'accord", "Council’s"]
        );
        assert_eq!(tokens("Halvern - Dresk"), ["Halvern", "-", "Dresk"]);
        assert_eq!(tokens("\"Halvern\"-based (a)-(b)"), ["[Halvern]", "based", "(", "a", ")", "(", "b", ")"]);
    }

    #[test]
    fn a_minus_before_a_clause_excludes_it() {
        assert_eq!(
            tokens("-a (-b) c|-d title:-e"),
            ["Not", "a", "(", "Not", "b", ")", "c", "Or", "Not", "d", "Title:", "Not", "e"]
        );
        assert_eq!(tokens("--a ---b −c －d"), ["a", "Not", "b", "Not", "c", "Not", "d"]);
    }

    #[test]
    fn colons_that_follow_no_field_are_text() {
        for text in
            ["12:30", "Note:", "https://mfa-karvonia.example/a:b", "EU:n", "std::fs", ":x", "C:x", "a1:b"]
        {
            assert_eq!(tokens(text), [text]);
        }
        assert_eq!(
            tokens("title:a Speaker:\"b\" org:(c)"),
            ["Title:", "a", "Speaker:", "[b]", "Organisation:", "(", "c", ")"]
        );
        assert_eq!(tokens("title: a"), ["title:", "a"]);
        assert_eq!(tokens("colour:red colour:\"dark red\""), ["colour?:", "red", "colour?:", "[dark red]"]);
    }

    #[test]
    fn every_pair_of_quotation_marks_quotes() {
        for (opening, closing) in crate::characters::QUOTATION_MARKS {
            for closing in *closing {
                assert_eq!(tokens(&format!("{opening}a b{closing} c")), ["[a b]", "c"]);
            }
        }
        assert_eq!(tokens("„Graue Straße“ »b« «c d"), ["[Graue Straße]", "[b]", "[c d"]);
    }

    #[test]
    fn a_chinese_keyboard_gives_the_same_signs() {
        assert_eq!(tokens("title：（灰海峡｜云洲）"), ["Title:", "（", "灰海峡", "Or", "云洲", "）"]);
        assert_eq!(tokens("发言人：安全，合作。"), ["发言人", "安全", "合作"]);
    }
}
