//! `verbale export`: every hit.

use std::path::Path;

use anyhow::Result;
use serde::Serialize;
use verbale_search::Hit;

use super::asking::{ordered, request, searcher};
use super::search::HitRecord;
use crate::args::Export;
use crate::args::answers::RowFormat;
use crate::exit::Done;
use crate::output::Rows;

pub(crate) fn run(data: &Path, arguments: &Export) -> Result<Done> {
    let searcher = searcher(data)?;
    let request = ordered(request(&arguments.query, &arguments.conditions), &arguments.order);
    let out = anstream::stdout().lock();
    let mut rows = match arguments.format {
        RowFormat::Jsonl => Rows::jsonl(out),
        RowFormat::Csv => Rows::csv(&COLUMNS, out)?,
    };
    let csv = arguments.format == RowFormat::Csv;
    searcher.visit_hits(&request, arguments.passages, |hit| match csv {
        true => rows.write(&HitRow::from(&hit)),
        false => rows.write(&HitRecord::from(&hit)),
    })?;
    rows.finish()?;
    Ok(Done::All)
}

/// The columns of a table of hits.
pub(super) const COLUMNS: [&str; 13] = [
    "id",
    "score",
    "date",
    "kind",
    "language",
    "title",
    "speakers",
    "organisation",
    "countries",
    "event",
    "place",
    "url",
    "passages",
];

/// A row of a table of hits.
#[derive(Serialize)]
pub(super) struct HitRow<'a> {
    id: &'a str,
    score: Option<f32>,
    date: Option<String>,
    kind: Option<&'static str>,
    language: &'a str,
    title: &'a str,
    /// Names with semicolons between them.
    speakers: String,
    organisation: Option<&'a str>,
    /// Codes with semicolons between them.
    countries: String,
    event: Option<&'a str>,
    place: Option<&'a str>,
    url: Option<&'a str>,
    /// Passages with an ellipsis between them.
    passages: String,
}

impl<'a> From<&'a Hit> for HitRow<'a> {
    fn from(hit: &'a Hit) -> Self {
        let speakers: Vec<_> = hit.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        let countries: Vec<_> = hit.countries.iter().map(|country| country.code()).collect();
        let passages: Vec<_> = hit.passages.iter().map(|passage| passage.text.text.as_str()).collect();
        Self {
            id: hit.id.as_str(),
            score: hit.score,
            date: hit.date.map(|date| date.to_string()),
            kind: hit.kind.map(|kind| kind.name()),
            language: hit.language.code(),
            title: &hit.title.text,
            speakers: speakers.join("; "),
            organisation: hit.organisation.as_deref(),
            countries: countries.join("; "),
            event: hit.event.as_deref(),
            place: hit.place.as_deref(),
            url: hit.url.as_deref(),
            passages: passages.join(" … "),
        }
    }
}
