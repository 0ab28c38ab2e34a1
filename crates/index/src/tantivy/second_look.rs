//! A second look at the first hits, for what would cost too much to look for in all of them.
//!
//! Where any of several words will do, a word counts as well by words that begin like it, though less than by its own
//! forms: stemmers leave apart much that belongs together, such as Амазонка and Амазония. That only adds to the score of
//! what matches anyway, so that it can't change what is found or how much of it.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use tantivy::schema::Field;
use tantivy::{DocAddress, Searcher, Term};
use verbale_statement::Language;

use super::compile::Compiler;
use super::explain::contribution;
use super::lexicon::Lexicon;
use super::ranked::Ranked;
use super::word::{Form, WordQuery, WordScorer};
use crate::{After, Clause, Contribution, Order, Pattern, Scope};

/// How many characters words have in common that begin alike; shorter stems have no such words.
const BEGINNING: usize = 5;

/// Of the words that begin alike, so many of the most frequent are looked for.
const MOST: usize = 200;

/// What is looked for in the first hits.
#[derive(Default)]
pub(super) struct SecondLook {
    words: Vec<Loosened>,
}

/// A word by its own forms, and by those that begin like it in the same language.
struct Loosened {
    scope: Scope,
    pattern: Pattern,
    own: WordQuery,
    alike: WordQuery,
}

/// How many of the first hits are looked at again.
const DEPTH: usize = 200;

impl SecondLook {
    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many statements match, and the first `keep` of those behind `after`. The first of all are put in
    /// order anew; as no score falls, they stay before the others.
    pub(super) fn page(
        &self,
        compiler: &Compiler<'_>,
        clause: &Clause,
        after: Option<&After>,
        keep: usize,
    ) -> tantivy::Result<(u64, Vec<After>)> {
        let all = if after.is_none() { keep.max(DEPTH) } else { DEPTH };
        let (total, first) = compiler.first(clause, Order::Relevance, None, all)?;
        let (mut looked_at, mut others) = compiler.part(first, DEPTH)?;
        self.look_at(compiler, &mut looked_at)?;
        if after.is_some() && total > DEPTH as u64 {
            others = compiler.first(clause, Order::Relevance, after, keep.saturating_add(DEPTH))?.1;
            let known: HashSet<DocAddress> = looked_at.iter().map(|hit| hit.address).collect();
            others.retain(|hit| !known.contains(&hit.address));
        }
        looked_at.extend(others);
        Ok((total, compiler.in_order(looked_at, after, keep)?))
    }

    /// Adds what is found to the scores.
    fn look_at(&self, compiler: &Compiler<'_>, hits: &mut [Ranked]) -> tantivy::Result<()> {
        hits.sort_unstable_by_key(|hit| hit.address);
        for hits in hits.chunk_by_mut(|one, other| one.address.segment_ord == other.address.segment_ord) {
            let Some(first) = hits.first() else { continue };
            let segment = compiler.statistics.searcher().segment_reader(first.address.segment_ord);
            let recency = compiler.recency(segment)?;
            for word in &self.words {
                let mut own = WordScorer::of(&word.own, segment, 1.0)?;
                let mut alike = WordScorer::of(&word.alike, segment, 1.0)?;
                for hit in &mut *hits {
                    let document = hit.address.doc_id;
                    let factor = recency.as_ref().map_or(1.0, |recency| recency.factor(document));
                    hit.add((alike.score_of(document) - own.score_of(document)).max(0.0) * factor);
                }
            }
        }
        Ok(())
    }

    /// Whether the statement at `address` is among the first hits, which are looked at, for `clause`.
    pub(super) fn looks_at(
        &self,
        compiler: &Compiler<'_>,
        clause: &Clause,
        address: DocAddress,
    ) -> tantivy::Result<bool> {
        if self.is_empty() {
            return Ok(false);
        }
        let (_, first) = compiler.first(clause, Order::Relevance, None, DEPTH)?;
        let (first, _) = compiler.part(first, DEPTH)?;
        Ok(first.iter().any(|hit| hit.address == address))
    }

    /// What is added to the score of the statement at `address`, which is among the first hits.
    pub(super) fn contributions(
        &self,
        searcher: &Searcher,
        address: DocAddress,
    ) -> tantivy::Result<Vec<Contribution>> {
        let segment = searcher.segment_reader(address.segment_ord);
        let mut contributions = Vec::new();
        for word in &self.words {
            let own = word.own.best(segment, address.doc_id)?.map_or(0.0, |best| best.score);
            let Some(mut alike) = word.alike.best(segment, address.doc_id)? else { continue };
            alike.score -= own;
            if alike.score > 0.0 {
                contributions.push(contribution(searcher, word.scope, &word.pattern, alike));
            }
        }
        Ok(contributions)
    }
}

impl Compiler<'_> {
    /// What to look for in the first hits for `clause`.
    pub(super) fn second_look(&self, clause: &Clause) -> tantivy::Result<SecondLook> {
        let mut words = Vec::new();
        if self.ranking.alike > 0.0 {
            let mut asked = Vec::new();
            of_which_any_will_do(clause, false, &mut asked);
            for (scope, pattern) in asked {
                if let Some(alike) = self.alike(scope, pattern)? {
                    let own = self.text(scope, pattern)?;
                    words.push(Loosened { scope, pattern: pattern.clone(), own, alike });
                }
            }
        }
        Ok(SecondLook { words })
    }

    /// The words that begin like this one in the same language; none if it is too short to have such.
    fn alike(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<Option<WordQuery>> {
        let beginning = |(language, stems): &(Language, Vec<String>)| match stems.as_slice() {
            [stem] if stem.chars().count() >= BEGINNING => {
                Some((*language, stem.chars().take(BEGINNING).collect()))
            }
            _ => None,
        };
        let mut beginnings: Vec<(Language, String)> = pattern.stems.iter().filter_map(beginning).collect();
        beginnings.sort();
        beginnings.dedup();
        let mut forms = Vec::new();
        for (language, beginning) in beginnings {
            let Some(fields) = self.statistics.stems(language) else { continue };
            let (terms, frequency) = terms(self.statistics.lexicon(), fields.body, &beginning)?;
            let title: Vec<Term> = terms
                .iter()
                .map(|term| Term::from_field_bytes(fields.title, term.serialized_value_bytes()))
                .collect();
            let weight = self.ranking.alike * self.statistics.rarity(frequency);
            let places = match scope {
                Scope::Body => vec![self.place(terms, true)],
                Scope::Title => vec![self.place(title, true)],
                _ => vec![self.place(terms, true), self.place(title, true)],
            };
            forms.push(Form { weight, places });
        }
        Ok((!forms.is_empty())
            .then(|| WordQuery::new(forms, self.ranking.k1, self.statistics.lexicon().clone())))
    }
}

/// The words of `clause` of which any will do, but for those that are excluded.
fn of_which_any_will_do<'c>(clause: &'c Clause, any: bool, words: &mut Vec<(Scope, &'c Pattern)>) {
    match clause {
        Clause::Text { scope: scope @ (Scope::Text | Scope::Title | Scope::Body), pattern } if any => {
            words.push((*scope, pattern));
        }
        Clause::All(clauses) => clauses.iter().for_each(|clause| of_which_any_will_do(clause, any, words)),
        Clause::Some { minimum: 1, clauses } => {
            clauses.iter().for_each(|clause| of_which_any_will_do(clause, true, words));
        }
        // The first of them is the word as it was written.
        Clause::Best(clauses) => {
            clauses.iter().take(1).for_each(|clause| of_which_any_will_do(clause, any, words))
        }
        Clause::Prefer { clause, .. } => of_which_any_will_do(clause, any, words),
        _ => {}
    }
}

/// The most frequent terms of a field that begin so, and in how many statements at most one of them stands.
fn terms(lexicon: &Lexicon, field: Field, beginning: &str) -> tantivy::Result<(Vec<Term>, u64)> {
    let mut frequencies: HashMap<Vec<u8>, u32> = HashMap::new();
    for words in lexicon.with(field) {
        let mut stream = words.terms().range().ge(beginning.as_bytes()).into_stream()?;
        while stream.advance() && stream.key().starts_with(beginning.as_bytes()) {
            *frequencies.entry(stream.key().to_owned()).or_default() += stream.value().doc_freq;
        }
    }
    let mut terms: Vec<(Vec<u8>, u32)> = frequencies.into_iter().collect();
    terms.sort_by_key(|(term, frequency)| (Reverse(*frequency), term.clone()));
    terms.truncate(MOST);
    let frequency = terms.iter().map(|(_, frequency)| u64::from(*frequency)).sum();
    Ok((terms.into_iter().map(|(term, _)| Term::from_field_bytes(field, &term)).collect(), frequency))
}
