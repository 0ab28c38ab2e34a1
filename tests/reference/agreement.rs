//! Asking both, and comparing what they say.

use std::cell::Cell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use verbale_index::{Clause, Engine, Expanded, Facet, Plan, Require};
use verbale_query::{Query, parse};

use crate::corpus::Entry;
use crate::counts::{buckets, frequencies};
use crate::marks::marks;
use crate::meaning::{Meaning, Mode, meaning};
use crate::pages::in_order;
use crate::queries::Question;
use crate::world::World;

/// Of the words that fit an open pattern, the engine is asked to take this many.
const EXPANSIONS: usize = 1_000;

/// A searcher takes so many.
const EXPANSIONS_OF_SEARCHER: usize = 50;

/// What the questions came to: none says anything that finds nothing, or can't be compared.
#[derive(Debug, Default)]
pub struct Tally {
    pub asked: Cell<u32>,
    /// Some statements are found, but not all.
    pub telling: Cell<u32>,
    /// Compared in what answers mark, too.
    pub marked: Cell<u32>,
}

/// Fails if engine and reference differ about a question.
pub fn agree(world: &World, question: &Question, tally: &Tally) -> Result<(), TestCaseError> {
    let Question { query, mode, .. } = question;
    let corpus = &world.corpus;
    let meaning = meaning(query, *mode, corpus);
    let met: Vec<&Entry> = match &meaning {
        Some(meaning) => corpus.entries.iter().filter(|entry| meaning.is_met(entry)).collect(),
        None => Vec::new(),
    };
    let Expanded { clause, expansions } = expanded(world, query, *mode);
    if expansions.iter().any(|expansion| expansion.found.is_none_or(|found| found > expansion.words.len())) {
        // The reference has no limit, so there is nothing to compare.
        return Ok(());
    }
    let count = |count: &Cell<u32>| count.set(count.get() + 1);
    count(&tally.asked);
    if !met.is_empty() && met.len() < corpus.entries.len() {
        count(&tally.telling);
    }
    statements(world, question, &clause, &met)?;
    for (facet, found) in Facet::ALL.into_iter().zip(world.engine.facets(&clause, &Facet::ALL).unwrap()) {
        prop_assert_eq!(found, buckets(&met, facet), "values of {}", facet);
    }
    occurrences(world, question, &clause, meaning.as_ref(), &met)?;
    let is_typed = parse(&query.to_string()).query == *query;
    let Some(meaning) = meaning.filter(|_| is_typed) else { return Ok(()) };
    if expansions.iter().all(|expansion| expansion.words.len() <= EXPANSIONS_OF_SEARCHER) {
        count(&tally.marked);
        marks(world, question, &meaning, &met)?;
    }
    Ok(())
}

fn expanded(world: &World, query: &Query, mode: Mode) -> Expanded {
    let require = match mode {
        Mode::All => Require::All,
        Mode::Most => Require::Most,
        Mode::Any => Require::Any,
    };
    let clause = Clause::new(query, require, &world.engine.languages().unwrap());
    world.engine.expand(clause, EXPANSIONS).unwrap()
}

/// The same statements, each once, and as many as are said to be.
fn statements(
    world: &World,
    question: &Question,
    clause: &Clause,
    met: &[&Entry],
) -> Result<(), TestCaseError> {
    let plan = Plan {
        clause: clause.clone(),
        order: question.order,
        limit: world.corpus.entries.len() + 1,
        ..Plan::new(&question.query, Require::All, &[], 0)
    };
    let matches = world.engine.search(&plan).unwrap();
    let found: BTreeSet<&str> = matches.hits.iter().map(|hit| hit.id.as_str()).collect();
    let wanted: BTreeSet<&str> = met.iter().map(|entry| entry.statement.id.as_str()).collect();
    let missed: Vec<_> = wanted.difference(&found).collect();
    let made_up: Vec<_> = found.difference(&wanted).collect();
    prop_assert!(missed.is_empty() && made_up.is_empty(), "missed {missed:?}, made up {made_up:?}");
    prop_assert_eq!((matches.total as usize, matches.hits.len()), (met.len(), met.len()));
    let some = question.pick.get(&world.corpus.entries);
    let explained = world.engine.explain(&plan, &some.statement.id).unwrap();
    let is_hit = wanted.contains(some.statement.id.as_str());
    prop_assert_eq!(explained.is_some(), is_hit, "explanation of {}", some.statement.id);
    in_order(world, &plan, met, question.per_page)
}

/// As many occurrences, as a whole and by the values of a facet.
fn occurrences(
    world: &World,
    question: &Question,
    clause: &Clause,
    own: Option<&Meaning>,
    met: &[&Entry],
) -> Result<(), TestCaseError> {
    let counted: Vec<(&Entry, u64)> =
        met.iter().map(|entry| (*entry, own.map_or(0, |own| own.occurrences(entry)))).collect();
    let within = expanded(world, &question.within, Mode::All).clause;
    let meaning_within = meaning(&question.within, Mode::All, &world.corpus).unwrap();
    let entries = world.corpus.entries.iter();
    let within_it: Vec<&Entry> = entries.filter(|entry| meaning_within.is_met(entry)).collect();
    for by in [None, Some(question.by)] {
        let found = world.engine.frequencies(clause, &within, by).unwrap();
        let wanted = frequencies(&counted, &within_it, by);
        prop_assert_eq!(found, wanted, "frequencies by {:?} within {}", by, question.within);
    }
    Ok(())
}
