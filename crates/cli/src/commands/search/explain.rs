//! `verbale search QUERY --explain ID`: what a hit's score is made of.

use std::io::Write;

use anyhow::Result;
use serde::Serialize;
use verbale_search::{Contribution, Request, Rows, Searcher};
use verbale_statement::StatementId;

use super::table::{QUIET, printable};
use crate::args::answers::AnswerFormat;
use crate::exit::Done;
use crate::output::print_json;

pub(super) fn run(
    searcher: &Searcher,
    request: &Request,
    id: &StatementId,
    format: AnswerFormat,
) -> Result<Done> {
    let Some(parts) = searcher.explain(request, id)? else {
        anstream::eprintln!(
            "{id} is no hit for this query; `verbale search` prints the ids of those that are"
        );
        return Ok(Done::InPart);
    };
    let records: Vec<_> = parts.iter().map(Record::from).collect();
    let mut out = anstream::stdout().lock();
    match format {
        AnswerFormat::Table => table(&mut out, &parts)?,
        AnswerFormat::Json => print_json(&records, out)?,
        AnswerFormat::Jsonl => {
            let mut rows = Rows::jsonl(out);
            records.iter().try_for_each(|record| rows.write(record))?;
            rows.finish()?;
        }
        AnswerFormat::Csv => {
            let mut rows = Rows::csv(&["words", "form", "weight", "fields", "score"], out)?;
            parts.iter().try_for_each(|part| {
                rows.write(&(&part.words, &part.form, part.weight, fields(part), part.score))
            })?;
            rows.finish()?;
        }
    }
    Ok(Done::All)
}

fn table(out: &mut impl Write, parts: &[Contribution]) -> std::io::Result<()> {
    let total = parts.iter().fold(0.0, |sum, part| sum + part.score);
    writeln!(out, "{total:>8.3}  in all")?;
    for part in parts {
        let (words, form) = (printable(&part.words), printable(&part.form));
        let (weight, fields) = (part.weight, fields(part));
        writeln!(out, "{:>8.3}  {words}  {QUIET}{form}, weight {weight:.3}; {fields}{QUIET:#}", part.score)?;
    }
    out.flush()
}

/// Where the form stands: `body_en 3 of 1,200 words`.
fn fields(part: &Contribution) -> String {
    let field =
        |own: &verbale_search::Occurrence| format!("{} {} of {} words", own.field, own.count, own.length);
    part.fields.iter().map(field).collect::<Vec<_>>().join(", ")
}

#[derive(Serialize)]
struct Record<'a> {
    words: &'a str,
    form: &'a str,
    weight: f32,
    fields: Vec<FieldRecord<'a>>,
    score: f32,
}

#[derive(Serialize)]
struct FieldRecord<'a> {
    field: &'a str,
    count: u32,
    /// Words of the field.
    length: u32,
}

impl<'a> From<&'a Contribution> for Record<'a> {
    fn from(part: &'a Contribution) -> Self {
        let field = |own: &'a verbale_search::Occurrence| FieldRecord {
            field: &own.field,
            count: own.count,
            length: own.length,
        };
        Self {
            words: &part.words,
            form: &part.form,
            weight: part.weight,
            fields: part.fields.iter().map(field).collect(),
            score: part.score,
        }
    }
}
