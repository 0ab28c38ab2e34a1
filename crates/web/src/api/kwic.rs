//! `GET /api/v1/kwic`: every occurrence of what a query asks for, in its context.

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use verbale_search::{Layout, Line};
use verbale_statement::{Language, PartialDate, StatementId};

use super::table::{FORMATS, rows};
use crate::concordance::layout;
use crate::failure::Failure;
use crate::links;
use crate::parameters::Parameters;
use crate::request::QUESTION;
use crate::service::Service;

/// One occurrence, as a line of JSON or a row of the table.
#[derive(Debug, Serialize)]
struct Row {
    /// The statement's name.
    id: StatementId,
    /// When it was made, as precise as known: `2021`, `2021-11` or `2021-11-17`.
    date: Option<PartialDate>,
    /// The paragraph, counted from 1; null or empty for the title.
    paragraph: Option<usize>,
    /// The language of the paragraph; `und` if not known.
    language: Language,
    /// What stands before the keyword, in whole words.
    left: String,
    /// What was found, as it stands there.
    keyword: String,
    /// What stands behind the keyword, in whole words.
    right: String,
    /// The path of the paragraph's page here.
    link: String,
}

const COLUMNS: [&str; 8] = ["id", "date", "paragraph", "language", "left", "keyword", "right", "link"];

/// Answers with all lines, sent while they are found; sorted by context, when all are found.
pub(crate) async fn kwic(
    State(service): State<Service>,
    parameters: Parameters,
) -> Result<Response, Failure> {
    parameters.only(&[QUESTION, &["sort", "width", "format"]])?;
    parameters.required("q")?;
    let request = parameters.question()?;
    let layout: Layout = layout(&parameters, Layout::default().width)?;
    let format = parameters.choice("format", &FORMATS)?.unwrap_or_default();
    let body = service
        .stream("kwic", move |searcher, sink| {
            let mut rows = rows(format, &COLUMNS, sink)?;
            searcher.visit_lines(&request, layout, |line| {
                rows.write(&Row::from(line)).map_err(Failure::internal)
            })?;
            rows.finish().map_err(Failure::internal)
        })
        .await?;
    Ok(format.response("concordance", body))
}

impl From<Line> for Row {
    fn from(line: Line) -> Self {
        let Line { id, date, paragraph, language, left, keyword, right } = line;
        let link = links::paragraph(&links::statement(&id), paragraph);
        Self { id, date, paragraph, language, left, keyword, right, link }
    }
}
