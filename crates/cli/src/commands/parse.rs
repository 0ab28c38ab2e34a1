//! `verbale parse`: how a query is understood.

use std::io::Write;

use anyhow::Result;
use serde_json::{Value, json};
use verbale_query::{Note, Parsed, Query, parse};
use verbale_statement::Field;

use crate::args::Parse;
use crate::exit::Done;
use crate::output::print_one;

pub(crate) fn run(arguments: &Parse) -> Result<Done> {
    let typed = arguments.query.as_str();
    let parsed = parse(typed);
    let notes: Vec<Value> = parsed.notes.iter().map(|note| record(typed, note)).collect();
    let whole = json!({
        "query": typed,
        "understood": parsed.query.to_string(),
        "tree": parsed.query,
        "notes": notes,
    });
    print_one(arguments.output.format, &whole, |out| table(out, typed, &parsed))?;
    Ok(Done::All)
}

fn record(typed: &str, note: &Note) -> Value {
    let characters = |bytes: usize| typed.get(..bytes).map_or(0, |before| before.chars().count());
    json!({
        "start": characters(note.span.start),
        "end": characters(note.span.end),
        "start_byte": note.span.start,
        "end_byte": note.span.end,
        "message": note.message,
    })
}

fn table(out: &mut dyn Write, typed: &str, parsed: &Parsed) -> std::io::Result<()> {
    match &parsed.query {
        Query::All => writeln!(out, "understood as: every statement\n")?,
        query => writeln!(out, "understood as: {query}\n")?,
    }
    write_tree(out, &parsed.query, 0)?;
    for (index, note) in parsed.notes.iter().enumerate() {
        let gap = if index == 0 { "\n" } else { "" };
        let part = typed.get(note.span.clone()).unwrap_or_default();
        let place = typed.get(..note.span.start).map_or(0, |before| before.chars().count()) + 1;
        writeln!(out, "{gap}note: at character {place}, {part:?}: {}", note.message)?;
    }
    Ok(())
}

/// Writes a node with its type and values on a line, as `--format json` has them, and its clauses below.
fn write_tree(out: &mut dyn Write, query: &Query, depth: usize) -> std::io::Result<()> {
    let text = |kind: &str, field: &Option<Field>, text: &str| match field {
        Some(field) => format!("{kind} {text:?} in {}", field.name()),
        None => format!("{kind} {text:?}"),
    };
    let (line, clauses) = match query {
        Query::All => ("all".to_owned(), &[][..]),
        Query::Words(clauses) => ("words".to_owned(), &clauses[..]),
        Query::And(clauses) => ("and".to_owned(), &clauses[..]),
        Query::Or(clauses) => ("or".to_owned(), &clauses[..]),
        Query::Near { clauses, gap } => (format!("near, gap {gap}"), &clauses[..]),
        Query::Not(clause) => ("not".to_owned(), std::slice::from_ref(&**clause)),
        Query::Paragraph(clause) => ("paragraph".to_owned(), std::slice::from_ref(&**clause)),
        Query::Boost { query, factor } => {
            (format!("boost, factor {}", factor.value()), std::slice::from_ref(&**query))
        }
        Query::Word { field, text: word } => (text("word", field, word), &[][..]),
        Query::Phrase { field, text: phrase } => (text("phrase", field, phrase), &[][..]),
        Query::Loose { field, text: phrase, gap } => {
            (format!("{}, gap {gap}", text("loose", field, phrase)), &[][..])
        }
        Query::Exact { field, text: word } => (text("exact", field, word), &[][..]),
        Query::Wildcard { field, text: pattern } => (text("wildcard", field, pattern), &[][..]),
        Query::Fuzzy { field, text: word, distance } => {
            let distance = distance.map_or("by length".to_owned(), |distance| distance.to_string());
            (format!("{}, distance {distance}", text("fuzzy", field, word)), &[][..])
        }
        Query::Mentions(mentioned) => (format!("mentions {mentioned}"), &[][..]),
        Query::Country(country) => (format!("country {country}"), &[][..]),
        Query::Language(language) => (format!("language {language}"), &[][..]),
        Query::Kind(kind) => (format!("kind {kind}"), &[][..]),
        Query::Date(range) => (format!("date {range}"), &[][..]),
    };
    writeln!(out, "{:width$}{line}", "", width = 2 * depth)?;
    clauses.iter().try_for_each(|clause| write_tree(out, clause, depth + 1))
}
