//! `GET /api/v1/export`: every statement that matches a query, however many.

use axum::extract::State;
use axum::response::Response;
use verbale_search::HitRow;

use super::search::Hit;
use super::table::{FORMATS, Format, rows};
use crate::failure::Failure;
use crate::parameters::{Choice, Parameters, choice};
use crate::request::{ORDER, QUESTION};
use crate::service::Service;

/// The values of `passages`, the default first.
const PASSAGES: [Choice<bool>; 2] = [choice("no", false, "Without"), choice("yes", true, "With")];

/// Answers with all hits in their order, sent while they are found.
pub(crate) async fn export(
    State(service): State<Service>,
    parameters: Parameters,
) -> Result<Response, Failure> {
    parameters.only(&[QUESTION, ORDER, &["format", "passages"]])?;
    let request = parameters.hits()?;
    let format = parameters.choice("format", &FORMATS)?.unwrap_or_default();
    let passages = parameters.choice("passages", &PASSAGES)?.unwrap_or_default();
    let body = service
        .stream("export", move |searcher, sink| {
            let mut rows = rows(format, &HitRow::COLUMNS, sink)?;
            searcher.visit_hits(&request, passages, |hit| {
                let written = match format {
                    Format::Jsonl => rows.write(&Hit::from(hit)),
                    Format::Csv => rows.write(&HitRow::from(&hit)),
                };
                written.map_err(Failure::internal)
            })?;
            rows.finish().map_err(Failure::internal)
        })
        .await?;
    Ok(format.response("statements", body))
}
