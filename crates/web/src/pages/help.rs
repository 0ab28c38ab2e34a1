//! `GET /help`: the query language, with examples to try.

use askama::Template;
use axum::response::{IntoResponse, Response};
use verbale_query::{Chapter, MAX_CHARACTERS, MAX_CLAUSES, MAX_NESTING, Row, SYNTAX};
use verbale_search::Request;
use verbale_statement::{Field, Kind};

use super::render;
use crate::failure::Failure;
use crate::links;

/// The page: the table of the language, and the names of fields and kinds from where they are defined.
#[derive(Template)]
#[template(path = "help.html")]
struct HelpPage {
    chapters: &'static [Chapter],
    fields: [Field; Field::ALL.len()],
    kinds: [Kind; Kind::ALL.len()],
}

/// Answers with the page.
pub(crate) async fn help() -> Result<Response, Failure> {
    let page = HelpPage { chapters: SYNTAX, fields: Field::ALL, kinds: Kind::ALL };
    Ok(render(&page)?.into_response())
}

impl HelpPage {
    /// The search for a row's example.
    fn link(&self, row: &Row) -> String {
        links::search(&Request::new(row.example))
    }

    /// The name under which a chapter is linked.
    fn anchor(&self, chapter: &Chapter) -> String {
        let letters = chapter.title.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), " ");
        letters.split_whitespace().collect::<Vec<_>>().join("-")
    }
}
