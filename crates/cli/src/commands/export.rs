//! `verbale export`: every hit.

use std::path::Path;

use anyhow::Result;
use verbale_search::{HitRow, Rows};

use super::asking::{ordered, request, searcher};
use super::search::HitRecord;
use crate::args::Export;
use crate::args::answers::RowFormat;
use crate::exit::Done;

pub(crate) fn run(data: &Path, arguments: &Export) -> Result<Done> {
    let searcher = searcher(data)?;
    let request = ordered(request(&arguments.query, &arguments.conditions), &arguments.order);
    let out = anstream::stdout().lock();
    let mut rows = match arguments.format {
        RowFormat::Jsonl => Rows::jsonl(out),
        RowFormat::Csv => Rows::csv(&HitRow::COLUMNS, out)?,
    };
    searcher.visit_hits(&request, arguments.passages, |hit| {
        let written = match arguments.format {
            RowFormat::Csv => rows.write(&HitRow::from(&hit)),
            RowFormat::Jsonl => rows.write(&HitRecord::from(&hit)),
        };
        written.map_err(anyhow::Error::from)
    })?;
    rows.finish()?;
    Ok(Done::All)
}
