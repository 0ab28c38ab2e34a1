//! Where the words of random questions are from.

use proptest::prelude::*;
use proptest::sample::Index;
use verbale_query::Query;
use verbale_statement::Field;

use crate::corpus::{Corpus, Entry, Text};

/// Statements, and the one of them from which most words are.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    pub corpus: &'static Corpus,
    pub home: Index,
}

/// A spot in the texts: a statement, one of its texts, one of the words in it.
#[derive(Debug, Clone)]
pub struct Spot {
    /// None for that of the source.
    statement: Option<Index>,
    text: Index,
    word: Index,
}

pub fn spot() -> impl Strategy<Value = Spot> {
    (prop::option::weighted(0.25, any::<Index>()), any::<Index>(), any::<Index>())
        .prop_map(|(statement, text, word)| Spot { statement, text, word })
}

impl Spot {
    pub fn entry(&self, source: Source) -> &'static Entry {
        self.statement.as_ref().unwrap_or(&source.home).get(&source.corpus.entries)
    }

    /// The text, and which of its tokens.
    pub fn text(&self, source: Source) -> Option<(&'static Text, usize)> {
        let entry = self.entry(source);
        let texts: Vec<&Text> = entry.texts().filter(|text| !text.tokens.is_empty()).collect();
        let text = texts.get(self.text.index(texts.len().max(1)))?;
        Some((text, self.word.index(text.tokens.len())))
    }

    /// A value of a field, and which of its tokens.
    pub fn value(&self, source: Source) -> Option<(Field, &'static Text, usize)> {
        let values: Vec<_> =
            self.entry(source).metadata.iter().filter(|(_, text)| !text.tokens.is_empty()).collect();
        let (field, text) = values.get(self.text.index(values.len().max(1)))?;
        Some((*field, text, self.word.index(text.tokens.len())))
    }
}

/// How a word is changed before it is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Change {
    None,
    Capitals,
    WithoutEnd,
    Longer,
    Swapped,
}

pub fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => Just(Change::None),
        1 => Just(Change::Capitals),
        2 => Just(Change::WithoutEnd),
        1 => Just(Change::Longer),
        1 => Just(Change::Swapped),
    ]
}

impl Change {
    pub fn of(self, word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        match self {
            Self::None => {}
            Self::Capitals => return word.to_uppercase(),
            Self::WithoutEnd if letters.len() > 3 => letters.truncate(letters.len() - 1),
            Self::Longer => letters.push('s'),
            Self::Swapped if letters.len() > 3 => letters.swap(1, 2),
            Self::WithoutEnd | Self::Swapped => {}
        }
        letters.into_iter().collect()
    }
}

/// The text of a token; of a script without spaces, with up to three characters behind it.
pub fn word_at(text: &Text, at: usize, change: Change) -> Option<Query> {
    let token = text.tokens.get(at)?;
    let bytes = &token.range;
    let is_pair = token.stem.as_ref().is_none_or(|stem| stem.range.end > bytes.end);
    let end =
        if is_pair { text.tokens[at..text.tokens.len().min(at + 3)].last()?.range.end } else { bytes.end };
    let word = change.of(&text.text[bytes.start..end]);
    is_word(&word).then_some(Query::Word { field: None, text: word })
}

/// A token and what is written as one with it: l'accord, U.N., non-proliferation.
pub fn written_at(text: &Text, at: usize) -> Option<Query> {
    let bytes = &text.tokens.get(at)?.range;
    let start = text.text[..bytes.start]
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + text.text[space..].chars().next().map_or(0, char::len_utf8));
    let end = text.text[bytes.end..].find(char::is_whitespace).map_or(text.text.len(), |at| bytes.end + at);
    let word = text.text[start..end].trim_matches(|c: char| !c.is_alphanumeric());
    (is_word(word) && word.chars().count() < 40).then(|| Query::Word { field: None, text: word.to_owned() })
}

/// The text of so many tokens.
pub fn run_at(text: &Text, at: usize, length: usize) -> Option<String> {
    let last = text.tokens.len().min(at + length) - 1;
    let run = text.text.get(text.tokens[at].range.start..text.tokens[last].range.end)?;
    run.chars().any(char::is_alphanumeric).then(|| run.to_owned())
}

/// Whether a word may stand in a tree as [`Query::Word`].
fn is_word(word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.');
    word.chars().any(char::is_alphanumeric) && word.chars().all(is_part)
}
