//! Random clauses, of which questions are made.

use proptest::prelude::*;
use proptest::sample::select;
use verbale_query::{DateRange, Query};
use verbale_statement::{Field, Kind};

use crate::spots::{Change, Source, change, run_at, spot, word_at, written_at};

/// A clause of words in title and text.
pub fn clause(source: Source) -> BoxedStrategy<Query> {
    let single = (spot(), change()).prop_filter_map("a word", move |(spot, change)| {
        let (text, at) = spot.text(source)?;
        word_at(text, at, change)
    });
    let written = spot().prop_filter_map("a word", move |spot| {
        let (text, at) = spot.text(source)?;
        written_at(text, at)
    });
    let question = (spot(), 2_usize..5).prop_filter_map("words", move |(spot, length)| {
        let (text, at) = spot.text(source)?;
        Some(Query::words((at..at + length).filter_map(|at| word_at(text, at, Change::None))))
    });
    let phrase = (spot(), 1_usize..5).prop_filter_map("words", move |(spot, length)| {
        let (text, at) = spot.text(source)?;
        Some(Query::Phrase { field: None, text: run_at(text, at, length)? })
    });
    let loose = (spot(), prop::collection::vec(0_usize..6, 2..4), 0_u32..8).prop_filter_map(
        "words",
        move |(spot, steps, gap)| {
            let (text, at) = spot.text(source)?;
            let words: Vec<_> = steps.iter().filter_map(|step| run_at(text, at, 1 + step)).collect();
            let words = words.iter().filter_map(|run| run.split_whitespace().last());
            let text = words.rev().collect::<Vec<_>>().join(" ");
            text.chars().any(char::is_alphanumeric).then_some(Query::Loose { field: None, text, gap })
        },
    );
    let nearby = (spot(), prop::collection::vec((0_usize..9, 0_u8..5), 2..4), 0_u32..12).prop_filter_map(
        "words",
        move |(spot, steps, gap)| {
            let (text, at) = spot.text(source)?;
            let clauses = steps.iter().map(|(step, sort)| {
                let at = (at + step).min(text.tokens.len() - 1);
                sort_of(*sort, word_at(text, at, Change::None)?)
            });
            Some(Query::Near { clauses: clauses.collect::<Option<_>>()?, gap })
        },
    );
    let other = (spot(), change(), 0_u8..5).prop_filter_map("a word", move |(spot, change, sort)| {
        let (text, at) = spot.text(source)?;
        sort_of(sort, word_at(text, at, change)?)
    });
    prop_oneof![6 => single, 2 => written, 2 => question, 3 => phrase, 2 => loose, 2 => nearby, 3 => other]
        .boxed()
}

/// A word, or something like it: a quotation, an exact form, a pattern, similar words.
fn sort_of(sort: u8, word: Query) -> Option<Query> {
    let Query::Word { field, text } = word else { return None };
    let letters: Vec<char> = text.chars().collect();
    Some(match sort {
        0 => Query::Word { field, text },
        1 => Query::Phrase { field, text },
        2 => Query::Exact { field, text },
        3 if letters.len() > 3 && letters[..3].iter().all(|c| c.is_alphanumeric()) => {
            let mut kept = letters[..letters.len() * 2 / 3 + 1].to_vec();
            kept.push('*');
            if kept.len() > 4 {
                kept[3] = '?';
            }
            Query::Wildcard { field, text: kept.into_iter().collect() }
        }
        _ => {
            let distance = [None, Some(1), Some(2)][letters.len() % 3];
            Query::Fuzzy { field, text: Change::Swapped.of(&text), distance }
        }
    })
}

/// A clause that names a field: of words that stand there, or of words that stand in the text.
pub fn in_field(source: Source) -> BoxedStrategy<Query> {
    let own = (spot(), change(), 0_u8..5).prop_filter_map("a value", move |(spot, change, sort)| {
        let (field, text, at) = spot.value(source)?;
        Some(with_field(sort_of(sort, word_at(text, at, change)?)?, field))
    });
    let quoted = (spot(), 1_usize..4).prop_filter_map("a value", move |(spot, length)| {
        let (field, text, at) = spot.value(source)?;
        Some(Query::Phrase { field: Some(field), text: run_at(text, at, length)? })
    });
    let fields = vec![Field::Title, Field::Body, Field::Speaker, Field::Event];
    let other = (clause(source), select(fields)).prop_map(|(clause, field)| with_field(clause, field));
    prop_oneof![2 => own, 1 => quoted, 2 => other].boxed()
}

fn with_field(query: Query, own: Field) -> Query {
    let mut query = query;
    match &mut query {
        Query::Word { field, .. }
        | Query::Phrase { field, .. }
        | Query::Loose { field, .. }
        | Query::Exact { field, .. }
        | Query::Wildcard { field, .. }
        | Query::Fuzzy { field, .. } => *field = Some(own),
        Query::Words(clauses) | Query::Near { clauses, .. } => {
            *clauses = std::mem::take(clauses).into_iter().map(|clause| with_field(clause, own)).collect();
        }
        _ => {}
    }
    query
}

/// A language, a kind, a country, a mention or a range of dates, mostly of a statement.
pub fn filter(source: Source) -> BoxedStrategy<Query> {
    let language = spot().prop_map(move |spot| Query::Language(spot.entry(source).statement.language));
    let kind = select(Kind::ALL.to_vec()).prop_map(Query::Kind);
    let country = spot().prop_map(move |spot| {
        let countries = &spot.entry(source).statement.countries;
        Query::Country(countries.first().copied().unwrap_or_else(|| "KZ".parse().unwrap()))
    });
    let mentions = spot().prop_map(move |spot| {
        let mentioned = spot.entry(source).statement.mentions.all().next();
        Query::Mentions(mentioned.unwrap_or_else(|| "CSTO".parse().unwrap()))
    });
    let date = (spot(), spot(), 0..3).prop_filter_map("dates", move |(from, to, open)| {
        let (from, to) = (from.entry(source).statement.date?, to.entry(source).statement.date?);
        let (from, to) = (from.min(to), from.max(to));
        Some(Query::Date(DateRange { from: (open != 1).then_some(from), to: (open != 2).then_some(to) }))
    });
    prop_oneof![language, kind, country, mentions, date].boxed()
}
