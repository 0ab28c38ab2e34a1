//! `GET /api/v1/trends`: how often something occurs, by year, speaker or any other facet.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use verbale_search::{Facet, FrequencyRow, Trends};

use super::Note;
use super::remarks::Expansion;
use super::table::{Format, rows};
use crate::failure::Failure;
use crate::parameters::{Choice, Parameters, choice};
use crate::request::QUESTION;
use crate::service::Service;

/// How often a query occurs.
#[derive(Debug, Serialize)]
struct TrendsResponse<'a> {
    /// The query as sent.
    query: String,
    /// The query as it was understood, in the query language.
    understood: &'a str,
    /// Remarks on the query.
    notes: Vec<Note>,
    /// What its wildcards and the like stand for.
    expansions: Vec<Expansion>,
    /// What the rows are values of, as `by` takes it.
    by: &'static str,
    /// A row for each value among the statements that the filters let through, in the order of the values. A statement
    /// with several values counts for each.
    rows: Vec<FrequencyRow<'a>>,
    /// All statements that the filters let through, with a value or without.
    total: FrequencyRow<'a>,
}

/// The values of `format`, the default first.
const FORMATS: [Choice<Option<Format>>; 2] =
    [choice("json", None, "JSON"), choice("csv", Some(Format::Csv), "CSV")];

/// Answers with the frequencies of a query.
pub(crate) async fn trends(
    State(service): State<Service>,
    parameters: Parameters,
) -> Result<Response, Failure> {
    parameters.only(&[QUESTION, &["by", "format"]])?;
    let query = parameters.required("q")?.to_owned();
    let request = parameters.question()?;
    let by = parameters.facet("by")?.unwrap_or(Facet::Year);
    let format = parameters.choice("format", &FORMATS)?.flatten();
    let trends = service.ask(move |searcher| searcher.trends(&request, by)).await?;
    let Some(format) = format else {
        return Ok(Json(TrendsResponse::new(query, &trends)).into_response());
    };
    let mut table = Vec::new();
    let mut rows = rows(format, &FrequencyRow::COLUMNS, &mut table)?;
    let written = trends.rows.iter().try_for_each(|row| rows.write(&FrequencyRow::from(row)));
    written.and_then(|()| rows.finish()).map_err(Failure::internal)?;
    Ok(format.response("trends", Body::from(table)))
}

impl<'a> TrendsResponse<'a> {
    fn new(query: String, trends: &'a Trends) -> Self {
        Self {
            notes: trends.notes.iter().map(|note| Note::on(&query, note.clone())).collect(),
            query,
            understood: &trends.understood,
            expansions: trends.expansions.iter().cloned().map(Expansion::from).collect(),
            by: trends.by.name(),
            rows: trends.rows.iter().map(FrequencyRow::from).collect(),
            total: FrequencyRow::from(&trends.total),
        }
    }
}
