//! `GET /api/v1/trends`: how often something occurs, by year, speaker or any other facet.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use verbale_search::{Facet, Frequency, Trends};

use super::Note;
use super::remarks::Expansion;
use super::table::{Format, Rows};
use crate::failure::Failure;
use crate::frequency::per_million;
use crate::parameters::{Choice, Parameters, choice};
use crate::request::QUESTION;
use crate::service::Service;

/// How often a query occurs.
#[derive(Debug, Serialize)]
struct TrendsResponse {
    /// The query as sent.
    query: String,
    /// The query as it was understood, in the query language.
    understood: String,
    /// Remarks on the query.
    notes: Vec<Note>,
    /// What its wildcards and the like stand for.
    expansions: Vec<Expansion>,
    /// What the rows are values of, as `by` takes it.
    by: &'static str,
    /// A row for each value among the statements that the filters let through, in the order of the values. A statement
    /// with several values counts for each.
    rows: Vec<Row>,
    /// All statements that the filters let through, with a value or without.
    total: Row,
}

/// How often it occurs in some statements.
#[derive(Debug, Serialize)]
struct Row {
    /// The value of the statements; null for all.
    value: Option<String>,
    /// How often it occurs in them.
    occurrences: u64,
    /// In how many of them.
    statements: u64,
    /// How many words they have among which it was looked for, with and without it.
    words: u64,
    /// How often it occurs in a million of these words; null where there are none.
    per_million: Option<f64>,
}

const COLUMNS: [&str; 5] = ["value", "occurrences", "statements", "words", "per_million"];

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
        return Ok(Json(TrendsResponse::new(query, trends)).into_response());
    };
    let mut table = Vec::new();
    let mut rows = Rows::new(format, &COLUMNS, &mut table)?;
    trends.rows.into_iter().try_for_each(|row| rows.write(&Row::from(row)))?;
    rows.finish()?;
    Ok(format.response("trends", Body::from(table)))
}

impl TrendsResponse {
    fn new(query: String, trends: Trends) -> Self {
        Self {
            notes: trends.notes.into_iter().map(|note| Note::on(&query, note)).collect(),
            query,
            understood: trends.understood,
            expansions: trends.expansions.into_iter().map(Expansion::from).collect(),
            by: trends.by.name(),
            rows: trends.rows.into_iter().map(Row::from).collect(),
            total: trends.total.into(),
        }
    }
}

impl From<Frequency> for Row {
    fn from(frequency: Frequency) -> Self {
        let per_million = per_million(&frequency);
        let Frequency { value, statements, occurrences, words } = frequency;
        Self { value, occurrences, statements, words, per_million }
    }
}
