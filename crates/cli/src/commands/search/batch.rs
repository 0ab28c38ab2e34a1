//! `verbale search --batch FILE`: what many queries find, those that find nothing first.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use verbale_search::{Answer, Request, Rows, Searcher};

use super::table::printable;
use crate::args::answers::AnswerFormat;
use crate::exit::Done;
use crate::output::{print_json, thousands};

pub(super) fn run(searcher: &Searcher, request: &Request, file: &Path, format: AnswerFormat) -> Result<Done> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("the queries in {} can't be read", file.display()))?;
    let queries = queries(&text)
        .with_context(|| format!("{} is no table of queries; quote fields with commas", file.display()))?;
    let mut records = Vec::with_capacity(queries.len());
    for query in queries {
        let answer = searcher.search(&Request { query: query.clone(), per_page: 1, ..request.clone() })?;
        records.push(Record::new(query, &answer));
    }
    records.sort_by_key(|record| record.hits);
    let mut out = anstream::stdout().lock();
    match format {
        AnswerFormat::Table => table(&mut out, &records)?,
        AnswerFormat::Json => print_json(&records, out)?,
        AnswerFormat::Jsonl => print(Rows::jsonl(out), &records)?,
        AnswerFormat::Csv => print(Rows::csv(&COLUMNS, out)?, &records)?,
    }
    Ok(Done::All)
}

/// What may stand between the columns of a table.
const SEPARATORS: [u8; 3] = *b",;\t";

/// The queries of a file: its column `query` if the first line names one, else its lines.
fn queries(text: &str) -> Result<Vec<String>> {
    let text = text.trim_start_matches('\u{FEFF}');
    let is_query = |query: &String| !query.trim().is_empty();
    let Some((mut table, column)) = SEPARATORS.into_iter().find_map(|separator| table_of(text, separator))
    else {
        return Ok(text.lines().map(str::to_owned).filter(is_query).collect());
    };
    let mut queries = Vec::new();
    for row in table.records() {
        queries.extend(row?.get(column).map(str::to_owned).filter(is_query));
    }
    Ok(queries)
}

/// The text as a table with a column of queries, and which one that is.
fn table_of(text: &str, separator: u8) -> Option<(csv::Reader<&[u8]>, usize)> {
    let mut table =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let column = table.headers().ok()?.iter().position(|name| name.trim().eq_ignore_ascii_case("query"))?;
    Some((table, column))
}

const COLUMNS: [&str; 6] = ["query", "hits", "best", "notes", "relaxed", "relaxed_hits"];

/// What a query finds.
#[derive(Serialize)]
struct Record {
    query: String,
    /// Of the query at its word.
    hits: u64,
    /// The id of the best hit, also of the relaxed query.
    best: Option<String>,
    /// Remarks on the query.
    notes: String,
    /// How the query was relaxed, if it has no hits.
    relaxed: Option<&'static str>,
    relaxed_hits: Option<u64>,
}

impl Record {
    fn new(query: String, answer: &Answer) -> Self {
        let notes: Vec<_> = answer.notes.iter().map(|note| note.message.as_str()).collect();
        Self {
            query,
            hits: if answer.relaxed.is_some() { 0 } else { answer.total },
            best: answer.hits.first().map(|hit| hit.id.to_string()),
            notes: notes.join(" "),
            relaxed: answer.relaxed.as_ref().map(|own| own.step.name()),
            relaxed_hits: answer.relaxed.as_ref().map(|_| answer.total),
        }
    }
}

fn print(mut rows: Rows<impl Write>, records: &[Record]) -> Result<()> {
    records.iter().try_for_each(|record| rows.write(record))?;
    Ok(rows.finish()?)
}

fn table(out: &mut impl Write, records: &[Record]) -> std::io::Result<()> {
    let without = records.iter().filter(|record| record.hits == 0).count() as u64;
    let all = records.len() as u64;
    writeln!(out, "{} of {} queries without hits\n", thousands(without), thousands(all))?;
    for record in records {
        write!(out, "{:>9}  {}", thousands(record.hits), printable(&record.query))?;
        if let (Some(step), Some(hits)) = (record.relaxed, record.relaxed_hits) {
            write!(out, "  ({step}: {})", thousands(hits))?;
        }
        writeln!(out)?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_stand_on_lines_or_in_a_column() {
        assert_eq!(queries("grey strait\n\n\"a, b\" c\n").unwrap(), ["grey strait", "\"a, b\" c"]);
        let table = "\u{FEFF}number,Query\n1,\"\"\"grey strait\"\", or so\"\n2,\n3,herring\n";
        assert_eq!(queries(table).unwrap(), ["\"grey strait\", or so", "herring"]);
        assert_eq!(queries("id;query\n1;grey, strait\n").unwrap(), ["grey, strait"]);
        assert_eq!(queries("query\tid\nherring\t1\n").unwrap(), ["herring"]);
        assert_eq!(queries("").unwrap(), [""; 0]);
    }
}
