//! Handing analysed tokens to Tantivy.
//!
//! Tantivy takes tokens that were made elsewhere, but writes and reads each as JSON on the way to its indexing
//! threads, which takes longer than making them. So the tokens of a field are packed into one string that a
//! tokenizer of ours takes apart again: a form a line; a line that begins with a tab says how many positions
//! are passed over.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The tokens of one field of one document.
#[derive(Debug, Default)]
pub(super) struct PackedTokens {
    text: String,
    next: usize,
}

impl PackedTokens {
    /// Adds a token; positions must not decrease.
    pub(super) fn push(&mut self, form: &str, position: usize) {
        // Words of Unicode contain neither line breaks nor tabs.
        debug_assert!(!form.contains(['\n', '\t']) && !form.is_empty());
        if position != self.next {
            let gap = position as i64 - self.next as i64;
            self.text.push_str(&format!("\t{gap}\n"));
        }
        self.text.push_str(form);
        self.text.push('\n');
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
        PackedStream { lines: text.split_terminator('\n'), next: 0, token: &mut self.token }
    }
}

/// Tokens in order.
pub(super) struct PackedStream<'a> {
    lines: std::str::SplitTerminator<'a, char>,
    next: i64,
    token: &'a mut Token,
}

impl TokenStream for PackedStream<'_> {
    fn advance(&mut self) -> bool {
        for line in self.lines.by_ref() {
            if let Some(gap) = line.strip_prefix('\t') {
                self.next += gap.parse().unwrap_or(0);
                continue;
            }
            self.token.text.clear();
            self.token.text.push_str(line);
            self.token.position = usize::try_from(self.next).unwrap_or(0);
            self.next += 1;
            return true;
        }
        false
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
        let tokens = [("мир", 0), ("и", 1), ("peace", 101), ("pace", 101), ("安", 102)];
        let mut packed = PackedTokens::default();
        for (form, position) in tokens {
            packed.push(form, position);
        }
        assert_eq!(packed.end(), 103);
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
