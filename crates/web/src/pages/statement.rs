//! `GET /statements/{id}`: a statement to read.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use url::Url;
use verbale_search::{Marked, Reading, Request, Searcher};
use verbale_statement::{ParagraphRole, Statement};

use super::beside::Beside;
use super::text::{Block, blocks};
use super::{phrase, render, seen};
use crate::failure::Failure;
use crate::links;
use crate::markup::Markup;
use crate::parameters::{Named, Parameters};
use crate::service::Service;

/// The page.
#[derive(Template)]
#[template(path = "statement.html")]
struct StatementPage {
    statement: Statement,
    title: Marked,
    /// The paragraphs, with what is not in the record.
    blocks: Vec<Block>,
    /// Where it was published, if that is a web page.
    source: Option<String>,
    /// The parts of the citation. Each has its own direction, so that a date in English stays whole in Arabic.
    citation: Vec<String>,
    /// Which version this is, where there are several.
    edition: Option<Edition>,
    version: u32,
    /// The same text elsewhere, and the statement in other languages.
    beside: Beside,
    /// The query that led here.
    query: String,
    /// The search that led here.
    back: Option<String>,
    /// The address of this page without the search that led here.
    canonical: String,
    /// The address under which programs get the statement.
    api: String,
}

/// Which of several versions of a statement is shown.
struct Edition {
    /// The number of the newest one.
    newest: u32,
    /// The day on which this one was archived.
    day: String,
    /// The page with what changed from the version before to this one.
    changes: Option<String>,
}

/// Answers with the page. The parameters are those of the search that led here; of what can't be read, only the
/// query is kept, and unknown ones, which other sites add to links, are ignored.
pub(crate) async fn statement(
    State(service): State<Service>,
    Named(id): Named,
    parameters: Parameters,
) -> Result<Html<String>, Failure> {
    let query = parameters.values("q").next().map(str::to_owned);
    let search = parameters.request().unwrap_or_else(|_| Request::new(query.clone().unwrap_or_default()));
    let record = service.record().clone();
    if let Some(name) = parameters.values("search").next().filter(|_| record.is_kept()) {
        let (name, id) = (name.to_owned(), id.clone());
        let noted = move |_: &Searcher| {
            record.clicked(&name, id.as_str());
            Ok(())
        };
        service.ask(noted).await?;
    }
    let version = parameters.number("version", u32::MAX)?;
    let reading = service.read(id, version, query.clone()).await?;
    render(&StatementPage::new(reading, query.unwrap_or_default(), &search, seen(&parameters)))
}

impl StatementPage {
    fn new(reading: Reading, query: String, search: &Request, seen: u64) -> Self {
        let Reading { mut statement, title, paragraphs: marked, version, archived_at, related } = reading;
        let newest = related.versions;
        let edition = (newest > 1).then(|| Edition {
            newest,
            day: phrase::day_of(&archived_at),
            changes: (version > 1).then(|| links::diff(&statement.id, version - 1, version)),
        });
        let paragraphs = std::mem::take(&mut statement.paragraphs);
        let search = links::search_from(search, seen);
        Self {
            source: statement.origin.url.as_deref().and_then(web_page),
            citation: citation(&statement),
            blocks: blocks(&statement, &paragraphs, marked),
            canonical: links::statement(&statement.id),
            api: links::statement_api(&statement.id),
            back: (search != "/").then_some(search),
            statement,
            title,
            edition,
            beside: Beside::new(related),
            version,
            query,
        }
    }

    /// The numbers of the paragraphs with a match.
    fn matches(&self) -> impl Iterator<Item = usize> {
        self.blocks.iter().filter(|block| !block.text.marks.is_empty()).map(|block| block.number)
    }
}

/// The address, if it is one that a link may lead to: never `javascript:` or the like.
pub(super) fn web_page(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}

/// Who, what, where published, when, where to find it; missing parts left out.
fn citation(statement: &Statement) -> Vec<String> {
    let title = if statement.title.is_empty() { String::new() } else { format!("“{}”", statement.title) };
    let parts = [
        phrase::speakers(&statement.speakers, false),
        title,
        statement.organisation.clone().unwrap_or_default(),
        statement.place.clone().unwrap_or_default(),
        statement.date.as_ref().map(phrase::date).unwrap_or_default(),
        statement.origin.url.clone().unwrap_or_else(|| statement.id.to_string()),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}
