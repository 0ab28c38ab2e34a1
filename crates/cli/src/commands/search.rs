//! `verbale search`: ranked hits on the terminal.

mod batch;
mod explain;
mod record;
mod table;

use std::path::Path;

use anyhow::Result;
use verbale_search::{Facets, HitRow, Request, Rows};

use super::asking::{ordered, request, searcher, tell};
use crate::args::Search;
use crate::args::answers::AnswerFormat;
use crate::exit::Done;
use crate::output::print_json;
use record::AnswerRecord;
pub(super) use record::{ExpansionRecord, HitRecord};
pub(super) use table::{MATCH, QUIET, beside, printable};

pub(crate) fn run(data: &Path, arguments: &Search) -> Result<Done> {
    let searcher = searcher(data)?;
    let conditions = &arguments.conditions;
    let request =
        ordered(request(arguments.query.as_deref().unwrap_or_default(), conditions), &arguments.order);
    if let Some(file) = &arguments.batch {
        return batch::run(&searcher, &request, file, arguments.format);
    }
    if let Some(id) = &arguments.explain {
        return explain::run(&searcher, &request, id, arguments.format);
    }
    let request = Request {
        per_page: arguments.limit,
        after: arguments.after.clone(),
        facets: Facets::of_all(arguments.facets.clone()),
        ..request
    };
    let answer = searcher.search(&request)?;
    tell(&answer.notes);
    let record = AnswerRecord::from(&answer);
    let out = anstream::stdout().lock();
    match arguments.format {
        AnswerFormat::Table => table::print(out, &answer)?,
        AnswerFormat::Json => print_json(&record, out)?,
        AnswerFormat::Jsonl => {
            let mut rows = Rows::jsonl(out);
            record.hits.iter().try_for_each(|hit| rows.write(hit))?;
            rows.finish()?;
        }
        AnswerFormat::Csv => {
            let mut rows = Rows::csv(&HitRow::COLUMNS, out)?;
            answer.hits.iter().try_for_each(|hit| rows.write(&HitRow::from(hit)))?;
            rows.finish()?;
        }
    }
    Ok(Done::All)
}
