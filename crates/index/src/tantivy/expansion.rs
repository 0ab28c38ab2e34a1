//! The words of the index that an open pattern stands for.

use std::collections::HashMap;

use tantivy::schema::Field;

use super::compile::Compiler;
use super::fields::is_stem_term;
use crate::plan::Open;
use crate::{Clause, Expanded, Expansion, Pattern, Scope};

/// All open patterns of one query together stand for so many words at most: each is looked up in several fields of
/// every segment.
const MOST_WORDS: usize = 768;

/// So many patterns of a query may be such that all words with their first letters have to be looked at: those that are
/// fuzzy, and those whose first [`NARROW`] letters aren't known.
const MOST_WIDE: usize = 5;

/// So many letters at the beginning leave few words.
const NARROW: usize = 3;

/// How a word differs from what was asked for, and in how many statements it stands.
type Fit = (u8, u64);

impl Compiler<'_> {
    /// See [`crate::Engine::expand`].
    pub(super) fn expand(&self, mut clause: Clause, limit: usize) -> tantivy::Result<Expanded> {
        let mut expansions: Vec<Expansion> = Vec::new();
        let mut known: HashMap<(Scope, Open), Expansion> = HashMap::new();
        let (mut left, mut wide) = (MOST_WORDS, MOST_WIDE);
        clause.visit_patterns_mut(&mut |scope, pattern| {
            let Some(open) = pattern.open.clone() else { return Ok(()) };
            let expansion = match known.get(&(scope, open.clone())) {
                Some(before) => {
                    Expansion { words: before.words.iter().take(left).cloned().collect(), ..before.clone() }
                }
                None if left == 0 || is_wide(&open) && wide == 0 => {
                    Expansion { pattern: open.to_string(), words: Vec::new(), found: None }
                }
                None => {
                    wide -= usize::from(is_wide(&open));
                    let expansion = self.expansion(scope, &open, limit.min(left))?;
                    known.insert((scope, open), expansion.clone());
                    expansion
                }
            };
            left -= expansion.words.len();
            fill(pattern, &expansion);
            expansions.push(expansion);
            Ok::<(), tantivy::TantivyError>(())
        })?;
        Ok(Expanded { clause, expansions })
    }

    fn expansion(&self, scope: Scope, open: &Open, limit: usize) -> tantivy::Result<Expansion> {
        let exact = self.fields.exact;
        let fields = match (self.fields.metadata(scope), scope) {
            (Some(field), _) => vec![field],
            (None, Scope::Title) => vec![exact.title],
            (None, Scope::Body) => vec![exact.body],
            (None, _) => vec![exact.body, exact.title],
        };
        let mut fitting: HashMap<String, Fit> = HashMap::new();
        for field in fields {
            self.scan(field, open, &mut fitting)?;
        }
        let found = fitting.len();
        let mut words: Vec<(String, Fit)> = fitting.into_iter().collect();
        let preference = |(word, (distance, statements)): &(String, Fit)| {
            (*distance, std::cmp::Reverse(*statements), word.clone())
        };
        words.sort_by_cached_key(preference);
        words.truncate(limit);
        let words = words.into_iter().map(|(word, _)| word).collect();
        Ok(Expansion { pattern: open.to_string(), words, found: Some(found) })
    }

    /// Adds the words of a field that fit.
    fn scan(&self, field: Field, open: &Open, fitting: &mut HashMap<String, Fit>) -> tantivy::Result<()> {
        for segment in self.statistics.searcher().segment_readers() {
            let inverted = segment.inverted_index(field)?;
            for beginning in open.beginnings() {
                let mut terms = inverted.terms().range().ge(beginning).into_stream()?;
                while terms.advance() {
                    if !terms.key().starts_with(beginning.as_bytes()) {
                        break;
                    }
                    let Ok(word) = std::str::from_utf8(terms.key()) else { continue };
                    if let Some(distance) = open.distance(word)
                        && !is_stem_term(word)
                    {
                        let fit = fitting.entry(word.to_owned()).or_insert((distance, 0));
                        fit.1 += u64::from(terms.value().doc_freq);
                    }
                }
            }
        }
        Ok(())
    }
}

/// See [`MOST_WIDE`].
fn is_wide(open: &Open) -> bool {
    open.beginnings().iter().any(|beginning| beginning.chars().count() < NARROW)
}

fn fill(pattern: &mut Pattern, expansion: &Expansion) {
    let Some(open) = &pattern.open else { return };
    (pattern.exact, pattern.similar) = (Vec::new(), Vec::new());
    for word in &expansion.words {
        match open.distance(word) {
            Some(distance @ 1..) => pattern.similar.push((word.clone(), distance)),
            _ => pattern.exact.push(vec![word.clone()]),
        }
    }
}
