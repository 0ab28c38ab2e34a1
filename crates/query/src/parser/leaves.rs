//! Words, quotations and values.

use std::ops::Range;

use verbale_statement::Field;

use super::{Parser, Within};
use crate::characters::{is_blank, is_east_asian, is_star};
use crate::lexer::{Token, TokenKind};
use crate::value::has_values;
use crate::word::{self, Signs};
use crate::{MAX_CHARACTERS, MAX_CLAUSES, MAX_GAP, MAX_NEAR, Query, value};

const COMMAS: [char; 2] = [',', '،'];

impl<'a> Parser<'a> {
    /// Reads a word or a quotation with what belongs to it, which in some fields is a list of values.
    pub(super) fn text(&mut self, within: Within, token: Token) -> Query {
        if token.kind == (TokenKind::Quotation { closed: false }) {
            let message = "This quotation has no closing mark, so it goes on to the end.";
            self.notes.add(token.span.clone(), message);
        }
        match (within.field.filter(|field| has_values(*field)), token.kind) {
            (Some(field), TokenKind::Quotation { .. }) => {
                let query = self.values(field, within, token.text);
                self.suffixes(query)
            }
            (Some(field), _) => {
                let signs = word::signs(&self.input[token.text.clone()]);
                let start = token.text.start;
                // Only a weight is no part of a value.
                let end = if signs.boosts.is_empty() { token.text.end } else { start + signs.core.end };
                let query = self.values(field, within, start..end);
                self.weighted(query, start, &signs)
            }
            (None, TokenKind::Quotation { .. }) => {
                let query = self.quotation(within.field, token.text);
                self.suffixes(query)
            }
            (None, _) => self.word(within.field, token),
        }
    }

    /// Quoted text keeps its punctuation, but white space of any kind and length is one space.
    fn quotation(&mut self, field: Option<Field>, text: Range<usize>) -> Query {
        let gap = self.next_if(|kind| kind == TokenKind::Gap).and_then(|token| self.gap(token));
        let (named_gap, span) = (gap.is_some(), text.clone());
        if is_blank(&self.input[text.clone()]) || !self.admit(text.clone()) {
            return Query::All;
        }
        if self.input[text.clone()].contains(is_star) {
            let message = "In quotation marks * stands for nothing; for a pattern beside other words, write one \
                           NEAR/0 them: joint NEAR/0 statement*.";
            self.notes.add(text.clone(), message);
        }
        let fitting = self.fit(text);
        let spaced =
            fitting.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        let text = spaced.collect::<Vec<_>>().join(" ");
        let words = text.split(' ').count() + text.chars().filter(|c| is_east_asian(*c)).count();
        let gap = gap.filter(|_| words <= MAX_NEAR);
        if named_gap && gap.is_none() {
            let message = format!("At most {MAX_NEAR} words can stand near each other; here ~ is left out.");
            self.notes.add(span, message);
        }
        match gap {
            _ if is_blank(&text) => Query::All,
            Some(gap) => Query::Loose { field, text, gap },
            None => Query::Phrase { field, text },
        }
    }

    /// The number behind `~`.
    fn gap(&mut self, token: Token) -> Option<u32> {
        let number = &self.input[token.text.clone()];
        if number.is_empty() {
            let message = "Behind a quotation, ~ has a number: how many other words may stand among its words. \
                           Here it is left out.";
            self.notes.add(token.span, message);
            return None;
        }
        // What can't be read is too large.
        Some(self.limited_gap(number.parse().unwrap_or(u32::MAX), token.span))
    }

    /// A gap within the limit.
    pub(super) fn limited_gap(&mut self, gap: u32, span: Range<usize>) -> u32 {
        if gap > MAX_GAP {
            let message = format!("At most {MAX_GAP} other words may stand among words near each other.");
            self.notes.add(span, message);
        }
        gap.min(MAX_GAP)
    }

    fn word(&mut self, field: Option<Field>, token: Token) -> Query {
        let raw = &self.input[token.text.clone()];
        if is_blank(raw) {
            return Query::All;
        }
        let signs = word::signs(raw);
        let core = token.text.start + signs.core.start..token.text.start + signs.core.end;
        if is_blank(&self.input[core.clone()]) {
            let message =
                "This stands directly before or behind a clause, without a space; here it is left out.";
            self.notes.add(token.span, message);
            return Query::All;
        }
        self.remark_on_word(raw, token.span.clone());
        if !self.admit(token.span.clone()) {
            return Query::All;
        }
        let whole = core.len();
        let fitting = self.fit(core);
        if is_blank(fitting) {
            return Query::All;
        }
        if fitting.len() < whole {
            return word::plain(field, fitting);
        }
        let leaf = word::read(field, raw, &signs);
        for remark in leaf.remarks {
            self.notes.add(token.span.clone(), remark);
        }
        self.weighted(leaf.query, token.text.start, &signs)
    }

    /// Gives a clause the weights of a word that begins at `start`.
    fn weighted(&mut self, query: Query, start: usize, signs: &Signs) -> Query {
        signs
            .boosts
            .iter()
            .fold(query, |query, boost| self.boosted(query, start + boost.start..start + boost.end))
    }

    /// Reads values set apart by commas: any of them.
    fn values(&mut self, field: Field, within: Within, text: Range<usize>) -> Query {
        if within.paragraph {
            return Query::All;
        }
        let whole = self.input[text.clone()].trim();
        // The name of a country may have a comma.
        let is_named = matches!(field, Field::Country | Field::Mentions);
        let name = (is_named && whole.contains(COMMAS)).then(|| value::read(field, whole).ok()).flatten();
        if let Some(name) = name {
            return if self.admit(text) { name.query } else { Query::All };
        }
        let mut any = Vec::new();
        let mut at = text.start;
        for piece in self.input[text].split_inclusive(COMMAS) {
            let item = piece.trim_end_matches(COMMAS);
            let span = at..at + item.len();
            at += piece.len();
            if is_blank(item) {
                continue;
            }
            if self.stopped || !self.admit(span.clone()) {
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
                    if is_named {
                        any.push(self.instead_of_value(span.clone()));
                        self.notes.add(span, format!("{reason}, so it is searched for as text; {possible}."));
                    } else {
                        self.notes.add(span, format!("{reason}, so this is left out; {possible}."));
                    }
                }
            }
        }
        Query::any_of(any)
    }

    /// What stands where a value should, as words.
    fn instead_of_value(&mut self, span: Range<usize>) -> Query {
        let words: Vec<_> = self.fit(span).split(|c: char| c.is_whitespace() || c.is_control()).collect();
        let words: Vec<_> = words.into_iter().filter(|word| !is_blank(word)).collect();
        match words[..] {
            [] => Query::All,
            [word] => word::plain(None, word),
            _ => Query::Phrase { field: None, text: words.join(" ") },
        }
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
        let input: &'a str = self.input;
        let whole = &input[text.clone()];
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
}
