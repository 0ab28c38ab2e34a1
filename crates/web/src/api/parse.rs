//! `GET /api/v1/parse`: how a query is understood, without a search.

use axum::Json;
use serde::Serialize;
use verbale_query::{Parsed, Query};

use super::Note;
use crate::failure::Failure;
use crate::parameters::Parameters;

/// A query as it is understood.
#[derive(Debug, Serialize)]
pub(crate) struct ParseResponse {
    /// The query as sent.
    query: String,
    /// The query as it was understood, in the query language: it is understood as the same.
    understood: String,
    /// What it asks for: an object with a `type`. `word`, `phrase`, `exact` and `wildcard` have `field` (null for
    /// title and text) and `text`; `loose` has `gap`, too, and `fuzzy` `distance`. `words`, `and`, `or` and `near`
    /// (with `gap`) have `clauses`; `not`, `paragraph` and `boost` (with `factor`) have a `clause`. `country`, `mentions` (with `id`) and
    /// `language` have a `code`, `kind` has a `kind`, `date` has `from` and `to`, `all` has nothing.
    tree: Query,
    /// Remarks on the query, in its order.
    notes: Vec<Note>,
}

/// Answers with how `q` is understood.
pub(crate) async fn parse(parameters: Parameters) -> Result<Json<ParseResponse>, Failure> {
    parameters.only(&[&["q"]])?;
    let query = parameters.scalar("q")?.unwrap_or_default().to_owned();
    let Parsed { query: tree, notes } = verbale_query::parse(&query);
    let notes = notes.into_iter().map(|note| Note::on(&query, note)).collect();
    Ok(Json(ParseResponse { understood: tree.to_string(), tree, notes, query }))
}
