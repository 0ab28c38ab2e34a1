//! Tokens become a tree. The grammar, loosest binding first; there is no error, only notes:
//!
//! ```text
//! sequence     = { alternatives }
//! alternatives = required { OR required }
//! required     = clause { AND clause }
//! clause       = { NOT | field } ( word | quotation | "(" sequence ")" )
//! ```

use std::iter::Peekable;
use std::ops::Range;

use verbale_statement::Field;

use crate::characters::is_blank;
use crate::lexer::{Lexer, Operator, Token, TokenKind};
use crate::limits::Budget;
use crate::note::{Notes, shortened};
use crate::{MAX_CHARACTERS, MAX_CLAUSES, MAX_NESTING, Note, Query, value};

/// A query as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// What is asked for.
    pub query: Query,
    /// What there is to say about the text, in its order.
    pub notes: Vec<Note>,
}

/// Understands any text as a query, in linear time. The language is described at the top of this crate.
pub fn parse(input: &str) -> Parsed {
    let mut parser = Parser {
        input,
        tokens: Lexer::new(input).peekable(),
        notes: Notes::default(),
        budget: Budget::default(),
        passed_over: 0,
        stopped: false,
    };
    let query = parser.sequence(None, 0);
    Parsed { query, notes: parser.notes.in_order() }
}

struct Parser<'a> {
    input: &'a str,
    tokens: Peekable<Lexer<'a>>,
    notes: Notes,
    budget: Budget,
    /// Open parentheses beyond the limit that still wait for their closing ones.
    passed_over: usize,
    /// Whether a limit was reached and nothing more is read.
    stopped: bool,
}

impl<'a> Parser<'a> {
    fn peek(&mut self) -> Option<TokenKind> {
        if self.stopped { None } else { self.tokens.peek().map(|token| token.kind) }
    }

    fn next_if(&mut self, wanted: impl FnOnce(TokenKind) -> bool) -> Option<Token> {
        if self.peek().is_some_and(wanted) { self.tokens.next() } else { None }
    }

    /// Reads to the end, or to the parenthesis that closes the group.
    fn sequence(&mut self, field: Option<Field>, depth: usize) -> Query {
        let mut clauses = Vec::new();
        while let Some(kind) = self.peek() {
            match kind {
                TokenKind::CloseGroup if self.passed_over > 0 => {
                    self.passed_over -= 1;
                    self.tokens.next();
                }
                TokenKind::CloseGroup if depth > 0 => break,
                TokenKind::CloseGroup => {
                    if let Some(token) = self.tokens.next() {
                        self.notes.add(token.span, "This parenthesis closes none, so it is left out.");
                    }
                }
                TokenKind::Operator(Operator::And | Operator::Or) => {
                    if let Some(token) = self.tokens.next() {
                        self.nothing_beside(&token);
                    }
                }
                _ => clauses.extend(self.alternatives(field, depth).filter(|clause| *clause != Query::All)),
            }
        }
        match field {
            // A statement has one kind, and mostly one language: several in a group are alternatives, as they
            // are with commas.
            Some(Field::Kind | Field::Language) => Query::any_of(clauses),
            _ => Query::words(clauses),
        }
    }

    fn alternatives(&mut self, field: Option<Field>, depth: usize) -> Option<Query> {
        let mut any = vec![self.required(field, depth)?];
        while let Some(or) = self.next_if(|kind| kind == TokenKind::Operator(Operator::Or)) {
            match self.required(field, depth) {
                Some(clause) => any.push(clause),
                None => self.nothing_beside(&or),
            }
        }
        Some(Query::any_of(any))
    }

    fn required(&mut self, field: Option<Field>, depth: usize) -> Option<Query> {
        let mut all = vec![self.clause(field, depth)?];
        while let Some(and) = self.next_if(|kind| kind == TokenKind::Operator(Operator::And)) {
            match self.clause(field, depth) {
                Some(clause) => all.push(clause),
                None => self.nothing_beside(&and),
            }
        }
        Some(Query::all_of(all))
    }

    /// Reads one clause; none if there is none before the next AND, OR, parenthesis or end.
    fn clause(&mut self, mut field: Option<Field>, depth: usize) -> Option<Query> {
        let starts =
            |kind| !matches!(kind, TokenKind::CloseGroup | TokenKind::Operator(Operator::And | Operator::Or));
        let mut excluded = false;
        // A NOT or a field, until it has what it stands before.
        let mut waiting: Option<Token> = None;
        let mut parts = Vec::new();
        loop {
            let Some(token) = self.next_if(starts) else {
                match waiting {
                    Some(token) => self.nothing_beside(&token),
                    None if parts.is_empty() => return None,
                    None => {}
                }
                break;
            };
            match token.kind {
                TokenKind::Operator(_) => {
                    excluded = !excluded;
                    waiting = Some(token);
                }
                TokenKind::Field(own) => {
                    if let Some(earlier) = &waiting {
                        self.field_without_value(earlier);
                    }
                    field = Some(own);
                    waiting = Some(token);
                }
                TokenKind::UnknownField => {
                    // The word and its value are a group, which an exclusion may need parentheses for.
                    if depth < MAX_NESTING {
                        parts.push(self.unknown_field(field, token));
                    }
                    waiting = None;
                }
                TokenKind::OpenGroup if depth == MAX_NESTING => {
                    self.passed_over += 1;
                    let message = format!(
                        "Parentheses are read {MAX_NESTING} deep; deeper ones are read as if they were not there."
                    );
                    self.notes.add(token.span, message);
                }
                TokenKind::OpenGroup => {
                    parts.push(self.group(field, depth, token.span));
                    break;
                }
                _ => {
                    if is_blank(&self.input[token.text.clone()])
                        && let Some(waiting) = &waiting
                    {
                        self.field_without_value(waiting);
                    }
                    parts.push(self.text(field, token));
                    break;
                }
            }
        }
        let clause = Query::words(parts);
        Some(if excluded { Query::except(clause) } else { clause })
    }

    fn group(&mut self, field: Option<Field>, depth: usize, opening: Range<usize>) -> Query {
        let inner = self.sequence(field, depth + 1);
        if self.next_if(|kind| kind == TokenKind::CloseGroup).is_none() && !self.stopped {
            self.notes.add(opening, "This parenthesis is never closed; it is read as closed at the end.");
        }
        inner
    }

    fn unknown_field(&mut self, field: Option<Field>, token: Token) -> Query {
        let name = shortened(&self.input[token.text.clone()]);
        if !field.is_some_and(has_values) {
            let fields = Field::ALL.map(|field| format!("{}:", field.name())).join(", ");
            let message =
                format!("There is no field {name:?}, so the word is searched for; fields are {fields}.");
            self.notes.add(token.span.clone(), message);
        }
        self.text(field, token)
    }

    /// Reads a word or a quotation, which in some fields is a list of values.
    fn text(&mut self, field: Option<Field>, token: Token) -> Query {
        let quoted = matches!(token.kind, TokenKind::Quotation { .. });
        if token.kind == (TokenKind::Quotation { closed: false }) {
            let message = "This quotation has no closing mark, so it goes on to the end.";
            self.notes.add(token.span.clone(), message);
        }
        let text = &self.input[token.text.clone()];
        if is_blank(text) {
            return Query::All;
        }
        if let Some(field) = field.filter(|field| has_values(*field)) {
            return self.values(field, token.text);
        }
        if let Some(field) = text.strip_suffix(':').filter(|_| !quoted).and_then(Field::named) {
            let name = field.name();
            let message = format!(
                "{name}: is searched for as a word; to search in the field {name}, leave no space behind the colon."
            );
            self.notes.add(token.span.clone(), message);
        }
        if !self.admit(token.span) {
            return Query::All;
        }
        let text = self.fit(token.text);
        // Quoted text keeps its punctuation, but white space of any kind and length is one space.
        let spaced =
            text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        let text = spaced.collect::<Vec<_>>().join(" ");
        match quoted {
            _ if is_blank(&text) => Query::All,
            true => Query::Phrase { field, text },
            false => Query::Word { field, text },
        }
    }

    /// Reads values set apart by commas: any of them.
    fn values(&mut self, field: Field, text: Range<usize>) -> Query {
        const COMMAS: [char; 2] = [',', '،'];
        let mut any = Vec::new();
        let mut at = text.start;
        for piece in self.input[text].split_inclusive(COMMAS) {
            let item = piece.trim_end_matches(COMMAS);
            let span = at..at + item.len();
            at += piece.len();
            if is_blank(item) {
                continue;
            }
            if !self.admit(span.clone()) {
                break;
            }
            match value::read(field, item.trim()) {
                Ok(value) => {
                    any.push(value.query);
                    if let Some(remark) = value.remark {
                        self.notes.add(span, remark);
                    }
                }
                Err(reason) => {
                    let possible = value::possible(field);
                    self.notes.add(span, format!("{reason}, so this is left out; {possible}."));
                }
            }
        }
        Query::any_of(any)
    }

    /// Counts one more clause; stops if it is one too many.
    fn admit(&mut self, span: Range<usize>) -> bool {
        let admitted = self.budget.admit();
        if !admitted {
            let message = format!("A query has at most {MAX_CLAUSES} clauses; from here on it is left out.");
            self.stop(span.start, message);
        }
        admitted
    }

    /// The part of a text for which there is room; stops if that is not the whole.
    fn fit(&mut self, text: Range<usize>) -> &'a str {
        let whole = &self.input[text.clone()];
        let fitting = self.budget.fit(whole);
        if fitting.len() < whole.len() {
            let message = format!(
                "A query has at most {MAX_CHARACTERS} characters of text; from here on it is left out."
            );
            self.stop(text.start + fitting.len(), message);
        }
        fitting
    }

    fn stop(&mut self, from: usize, message: String) {
        self.stopped = true;
        self.notes.add(from..self.input.len(), message);
    }

    /// Says that an operator or a field stands alone, unless what it belongs to was cut off.
    fn nothing_beside(&mut self, token: &Token) {
        if self.stopped {
            return;
        }
        match token.kind {
            TokenKind::Operator(operator) => {
                let sign = shortened(&self.input[token.span.clone()]);
                let place = if operator == Operator::Not { "before a clause" } else { "between two clauses" };
                let message = format!(
                    "{sign} has a meaning {place} and is left out here; to search for it as a word, quote it."
                );
                self.notes.add(token.span.clone(), message);
            }
            _ => self.field_without_value(token),
        }
    }

    fn field_without_value(&mut self, token: &Token) {
        if let TokenKind::Field(field) = token.kind {
            let message = format!("There is no value here, so this is left out; {}.", value::possible(field));
            self.notes.add(token.span.clone(), message);
        }
    }
}

/// Whether a field is asked for values and not for words.
fn has_values(field: Field) -> bool {
    matches!(field, Field::Kind | Field::Language | Field::Date)
}
