//! `GET /statements/{id}/diff`: what was changed in a statement.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use verbale_search::{Comparison, ParagraphChange, Piece, PieceState};
use verbale_statement::Language;

use super::render;
use crate::failure::Failure;
use crate::links;
use crate::markup::Changes;
use crate::parameters::{Named, Parameters};
use crate::service::Service;

/// The page.
#[derive(Template)]
#[template(path = "diff.html")]
struct DiffPage {
    comparison: Comparison,
    summary: String,
    language: Language,
    rows: Vec<Row>,
    /// The changes from each version to the next.
    versions: Vec<Step>,
    /// The address of the statement's page.
    link: String,
    /// The address under which programs get the comparison.
    api: String,
    /// For the search box.
    query: String,
}

/// One step from a version to the next.
struct Step {
    label: String,
    link: String,
    /// Whether it is the one that is shown.
    shown: bool,
}

/// What stands in a line of the page.
enum Row {
    /// So many paragraphs say the same.
    Same { count: usize },
    /// A paragraph with changes; the number is its place in the version that is named.
    Text { number: usize, version: u32, pieces: Vec<Piece> },
}

/// Answers with the difference between the versions `from` and `to`, without them between the last two.
pub(crate) async fn diff(
    State(service): State<Service>,
    Named(id): Named,
    parameters: Parameters,
) -> Result<Html<String>, Failure> {
    let comparison = service.compare(id.clone(), &parameters).await?;
    let reading = service.read(id.clone(), Some(comparison.to.version), None).await?;
    let (from, to) = (comparison.from.version, comparison.to.version);
    let step = |version: u32| Step {
        label: format!("{} to {version}", version - 1),
        link: links::diff(&id, version - 1, version),
        shown: (from, to) == (version - 1, version),
    };
    render(&DiffPage {
        summary: comparison.difference.summary(),
        language: reading.statement.language,
        rows: rows(&comparison),
        versions: (2..=reading.related.versions).map(step).collect(),
        link: links::statement(&id),
        api: links::diff_api(&id, from, to),
        query: String::new(),
        comparison,
    })
}

/// The changed paragraphs, and between them how many did not change.
fn rows(comparison: &Comparison) -> Vec<Row> {
    let (from, to) = (comparison.from.version, comparison.to.version);
    let whole = |state, text: &String| vec![Piece { state, text: text.clone() }];
    let mut rows = Vec::new();
    for change in &comparison.difference.paragraphs {
        let row = match change {
            ParagraphChange::Kept { .. } => {
                if let Some(Row::Same { count }) = rows.last_mut() {
                    *count += 1;
                    continue;
                }
                Row::Same { count: 1 }
            }
            ParagraphChange::Removed { before, text } => {
                Row::Text { number: *before, version: from, pieces: whole(PieceState::Removed, text) }
            }
            ParagraphChange::Added { after, text } => {
                Row::Text { number: *after, version: to, pieces: whole(PieceState::Added, text) }
            }
            ParagraphChange::Changed { after, pieces, .. } => {
                Row::Text { number: *after, version: to, pieces: pieces.clone() }
            }
        };
        rows.push(row);
    }
    rows
}

/// The address of a paragraph in a version of the statement.
fn paragraph(comparison: &Comparison, version: &u32, number: &usize) -> String {
    links::paragraph(&links::version(&comparison.id, *version), Some(*number))
}
