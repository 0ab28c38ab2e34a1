//! `GET /api/v1/export`: every statement that matches a query, however many.

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use verbale_statement::{Kind, Language, PartialDate, StatementId};

use super::search::Hit;
use super::table::{FORMATS, Format, Rows};
use crate::failure::Failure;
use crate::parameters::{Choice, Parameters, choice};
use crate::request::{ORDER, QUESTION};
use crate::service::Service;

/// A row of the table; the lines of JSON are hits as a search gives them.
#[derive(Debug, Serialize)]
struct Row<'a> {
    /// The statement's name.
    id: &'a StatementId,
    /// How well it matches; empty unless sorted by relevance.
    score: Option<f32>,
    /// When it was made, as precise as known.
    date: Option<PartialDate>,
    /// The sort of text.
    kind: Option<Kind>,
    /// The language of most of its text.
    language: Language,
    /// The title.
    title: &'a str,
    /// The names of those who speak, with "; " between them.
    speakers: String,
    /// The organisation or ministry that issued it.
    organisation: Option<&'a str>,
    /// The codes of the states that it is made for, with "; " between them.
    countries: String,
    /// The meeting or occasion.
    event: Option<&'a str>,
    /// Where it was made.
    place: Option<&'a str>,
    /// Where it was published.
    url: Option<&'a str>,
    /// The passages, with " … " between them; empty unless they are asked for.
    passages: String,
}

const COLUMNS: [&str; 13] = [
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
            let mut rows = Rows::new(format, &COLUMNS, sink)?;
            searcher.visit_hits(&request, passages, |hit| match format {
                Format::Jsonl => rows.write(&Hit::from(hit)),
                Format::Csv => rows.write(&Row::from(&hit)),
            })?;
            rows.finish()
        })
        .await?;
    Ok(format.response("statements", body))
}

impl<'a> From<&'a verbale_search::Hit> for Row<'a> {
    fn from(hit: &'a verbale_search::Hit) -> Self {
        let speakers: Vec<_> = hit.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        let countries: Vec<_> = hit.countries.iter().map(|country| country.code()).collect();
        let passages: Vec<_> = hit.passages.iter().map(|passage| passage.text.text.as_str()).collect();
        Self {
            id: &hit.id,
            score: hit.score,
            date: hit.date,
            kind: hit.kind,
            language: hit.language,
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
