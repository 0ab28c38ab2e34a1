//! Tokens become a tree. The grammar, loosest binding first; there is no error, only notes:
//!
//! ```text
//! sequence     = { alternatives }
//! alternatives = required { OR required }
//! required     = near { AND near }
//! near         = clause { NEAR clause }
//! clause       = { NOT | field | para } ( word | quotation [ ~5 ] | "(" sequence ")" ) { ^2 }
//! ```

mod leaves;
mod near;
mod remarks;

use std::iter::Peekable;
use std::ops::Range;

use verbale_statement::Field;

use crate::characters::{is_blank, is_caret};
use crate::lexer::{Lexer, Token, TokenKind};
use crate::limits::Budget;
use crate::note::Notes;
use crate::operators::Operator;
use crate::value::{self, has_values};
use crate::{MAX_NESTING, Note, Query};

/// A query as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// What is asked for.
    pub query: Query,
    /// What there is to say about the text, in its order.
    pub notes: Vec<Note>,
}

/// Understands any text as a query, in linear time. The language is described by [`crate::SYNTAX`].
pub fn parse(input: &str) -> Parsed {
    let mut parser = Parser {
        input,
        tokens: Lexer::new(input).peekable(),
        notes: Notes::default(),
        budget: Budget::default(),
        passed_over: 0,
        stopped: false,
    };
    let query = parser.sequence(Within::default());
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

/// What a clause stands within.
#[derive(Debug, Clone, Copy, Default)]
struct Within {
    /// The field that is asked.
    field: Option<Field>,
    /// Whether it is to be found in one paragraph with what stands beside it.
    paragraph: bool,
    /// How many parentheses are open.
    depth: usize,
}

impl Parser<'_> {
    fn peek(&mut self) -> Option<TokenKind> {
        if self.stopped { None } else { self.tokens.peek().map(|token| token.kind) }
    }

    fn next_if(&mut self, wanted: impl FnOnce(TokenKind) -> bool) -> Option<Token> {
        if self.peek().is_some_and(wanted) { self.tokens.next() } else { None }
    }

    /// Reads to the end, or to the parenthesis that closes the group.
    fn sequence(&mut self, within: Within) -> Query {
        let mut clauses = Vec::new();
        while let Some(kind) = self.peek() {
            match kind {
                TokenKind::CloseGroup if self.passed_over > 0 => {
                    self.passed_over -= 1;
                    self.tokens.next();
                }
                TokenKind::CloseGroup if within.depth > 0 => break,
                TokenKind::CloseGroup => {
                    if let Some(token) = self.tokens.next() {
                        self.notes.add(token.span, "This parenthesis closes none, so it is left out.");
                    }
                }
                kind if joins(kind) || is_suffix(kind) => {
                    if let Some(token) = self.tokens.next() {
                        self.nothing_beside(&token);
                    }
                }
                _ => clauses.extend(self.alternatives(within).filter(|clause| *clause != Query::All)),
            }
        }
        match within.field {
            // A statement has one kind, one country and mostly one language: several in a group are alternatives,
            // as they are with commas.
            Some(Field::Kind | Field::Country | Field::Language) => Query::any_of(clauses),
            _ => Query::words(clauses),
        }
    }

    fn alternatives(&mut self, within: Within) -> Option<Query> {
        let mut any = vec![self.required(within)?];
        while let Some(or) = self.next_if(|kind| kind == TokenKind::Operator(Operator::Or)) {
            match self.required(within) {
                Some(clause) => any.push(clause),
                None => self.nothing_beside(&or),
            }
        }
        Some(Query::any_of(any))
    }

    fn required(&mut self, within: Within) -> Option<Query> {
        let mut all = vec![self.near(within)?];
        while let Some(and) = self.next_if(|kind| kind == TokenKind::Operator(Operator::And)) {
            match self.near(within) {
                Some(clause) => all.push(clause),
                None => self.nothing_beside(&and),
            }
        }
        Some(Query::all_of(all))
    }

    /// Reads one clause; none if there is none before the next joining operator, parenthesis or end.
    fn clause(&mut self, outer: Within) -> Option<Query> {
        let starts = |kind| kind != TokenKind::CloseGroup && !joins(kind) && !is_suffix(kind);
        let mut within = outer;
        // The last NOT, if it excludes.
        let mut excluded: Option<Token> = None;
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
                    excluded = if excluded.is_some() { None } else { Some(token.clone()) };
                    waiting = Some(token);
                }
                TokenKind::Field(field) => {
                    if let Some(earlier) = &waiting {
                        self.field_without_value(earlier);
                    }
                    within.field = self.field_within(field, within, &token);
                    waiting = Some(token);
                }
                TokenKind::Paragraph => {
                    if within.field.is_some() {
                        self.no_fields_in_paragraphs(token.span.clone());
                    }
                    within = Within { field: None, paragraph: true, ..within };
                    waiting = None;
                }
                TokenKind::UnknownField => {
                    // The word and its value are a group, which may need parentheses where it is written back.
                    if within.depth < MAX_NESTING {
                        parts.push(self.unknown_field(within, token));
                        within.depth = outer.depth + 1;
                    }
                    waiting = None;
                }
                TokenKind::OpenGroup if within.depth >= MAX_NESTING => {
                    self.passed_over += 1;
                    within.paragraph = outer.paragraph;
                    let message = format!(
                        "Parentheses are read {MAX_NESTING} deep; deeper ones are read as if they were not there."
                    );
                    self.notes.add(token.span, message);
                }
                TokenKind::OpenGroup => {
                    let group = self.group(within, token.span);
                    let is_scope = within.paragraph && !outer.paragraph;
                    let group = if is_scope { Query::in_paragraph(group) } else { group };
                    parts.push(self.suffixes(group));
                    break;
                }
                _ => {
                    if is_blank(&self.input[token.text.clone()])
                        && let Some(waiting) = &waiting
                    {
                        self.field_without_value(waiting);
                    }
                    parts.push(self.text(within, token));
                    break;
                }
            }
        }
        let clause = Query::words(parts);
        Some(match excluded {
            Some(not) => self.excluded(clause, not),
            None => clause,
        })
    }

    fn excluded(&mut self, clause: Query, not: Token) -> Query {
        if matches!(clause, Query::Boost { .. }) {
            self.notes.add(not.span, "What is excluded adds nothing to a score, so its weight is left out.");
        }
        Query::except(clause)
    }

    fn group(&mut self, within: Within, opening: Range<usize>) -> Query {
        let inner = self.sequence(Within { depth: within.depth + 1, ..within });
        if self.next_if(|kind| kind == TokenKind::CloseGroup).is_none() && !self.stopped {
            self.notes.add(opening, "This parenthesis is never closed; it is read as closed at the end.");
        }
        inner
    }

    /// Reads what stands directly behind a group or a quotation.
    fn suffixes(&mut self, mut query: Query) -> Query {
        while let Some(token) = self.next_if(is_suffix) {
            if token.kind == TokenKind::Gap {
                self.nothing_beside(&token);
            } else {
                query = self.boosted(query, token.span);
            }
        }
        query
    }

    /// Gives a clause the weight that is written at `span`, with its sign.
    fn boosted(&mut self, query: Query, span: Range<usize>) -> Query {
        if query == Query::All {
            return query;
        }
        if !query.scores() {
            let message = "Filters and exclusions add nothing to a score, so this weight is left out.";
            self.notes.add(span, message);
            return query;
        }
        let (factor, remark) = value::factor(self.input[span.clone()].trim_start_matches(is_caret));
        if let Some(remark) = remark {
            self.notes.add(span, remark);
        }
        Query::boosted(query, factor)
    }

    /// The field that a name asks within a scope; in a paragraph there are none but its text.
    fn field_within(&mut self, field: Field, within: Within, token: &Token) -> Option<Field> {
        if !within.paragraph {
            return Some(field);
        }
        if field != Field::Body {
            self.no_fields_in_paragraphs(token.span.clone());
        }
        has_values(field).then_some(field)
    }
}

/// Whether a token stands between two clauses.
fn joins(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Operator(Operator::And | Operator::Or | Operator::Near(_)))
}

/// Whether a token stands directly behind a clause.
fn is_suffix(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Boost | TokenKind::Gap)
}
