//! Handing analysed tokens to Tantivy.
//!
//! Tantivy takes tokens that were made elsewhere, but writes and reads each as JSON on the way to its indexing
//! threads, which takes longer than making them. So the tokens of a field are packed into one string that a
//! tokenizer of ours takes apart again: a character whose number says how many bytes the form has, and the form; where
//! positions are passed over, a tab and another such number come first, where one is gone back, a line break.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Stands before the number of positions that are passed over.
const GAP: char = '\t';

/// Goes back by one position.
const BACK: char = '\n';

/// The number of the first character that is no mark is 0.
const FIRST: u32 = 0x20;

/// The largest number that has a character: behind it are code points that are none.
const LARGEST: usize = (0xD7FF - FIRST) as usize;

/// The character of a number; of one that is too large, of the largest.
fn character(number: usize) -> char {
    u32::try_from(number.min(LARGEST)).ok().and_then(|number| char::from_u32(FIRST + number)).unwrap_or(GAP)
}

/// The number of a character.
fn number(character: char) -> usize {
    u32::from(character).saturating_sub(FIRST) as usize
}

/// The tokens of one field of one document.
#[derive(Debug, Default)]
pub(super) struct PackedTokens {
    text: String,
    next: usize,
}

impl PackedTokens {
    /// Adds a token; positions must not decrease.
    pub(super) fn push(&mut self, form: &str, position: usize) {
        debug_assert!(!form.is_empty());
        for _ in position..self.next {
            self.text.push(BACK);
        }
        while self.next < position {
            let gap = (position - self.next).min(LARGEST);
            self.text.extend([GAP, character(gap)]);
            self.next += gap;
        }
        self.text.push(character(form.len()));
        self.text.push_str(form);
        self.next = position + 1;
    }

    /// The position behind the last token.
    pub(super) fn end(&self) -> usize {
        self.next
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// Takes [`PackedTokens`] apart.
#[derive(Debug, Clone, Default)]
pub(super) struct PackedTokenizer {
    token: Token,
}

impl PackedTokenizer {
    /// The name under which an index knows it.
    pub(super) const NAME: &'static str = "verbale-packed";
}

impl Tokenizer for PackedTokenizer {
    type TokenStream<'a> = PackedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> PackedStream<'a> {
        self.token.reset();
        PackedStream { rest: text, next: 0, token: &mut self.token }
    }
}

/// Tokens in order.
pub(super) struct PackedStream<'a> {
    rest: &'a str,
    next: usize,
    token: &'a mut Token,
}

impl TokenStream for PackedStream<'_> {
    fn advance(&mut self) -> bool {
        loop {
            let mut characters = self.rest.chars();
            let Some(first) = characters.next() else { return false };
            match first {
                GAP => self.next += characters.next().map_or(0, number),
                BACK => self.next = self.next.saturating_sub(1),
                _ => {
                    let Some((form, rest)) = characters.as_str().split_at_checked(number(first)) else {
                        return false;
                    };
                    self.token.text.clear();
                    self.token.text.push_str(form);
                    self.token.position = self.next;
                    self.next += 1;
                    self.rest = rest;
                    return true;
                }
            }
            self.rest = characters.as_str();
        }
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let tokens = [
            ("мир", 0),
            ("и", 1),
            ("peace", 101),
            ("pace", 101),
            ("安", 102),
            ("far", 200_000),
            ("x", 199_999),
        ];
        let mut packed = PackedTokens::default();
        for (form, position) in tokens {
            packed.push(form, position);
        }
        assert_eq!(packed.end(), 200_000);
        let text = packed.into_text();
        let mut tokenizer = PackedTokenizer::default();
        let mut stream = tokenizer.token_stream(&text);
        let mut found = Vec::new();
        while stream.advance() {
            found.push((stream.token().text.clone(), stream.token().position));
        }
        assert_eq!(found, tokens.map(|(form, position)| (form.to_owned(), position)));
    }
}
