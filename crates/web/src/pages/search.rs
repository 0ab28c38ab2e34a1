//! `GET /`: the search page.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use verbale_search::{Facet, Request, SearchError, Searcher};

use super::form::Form;
use super::hits::{Hits, looser};
use super::start::{self, Start};
use super::{facets, render, seen};
use crate::failure::Failure;
use crate::links;
use crate::markup::Markup;
use crate::parameters::Parameters;
use crate::record::Record;
use crate::service::Service;

/// The page.
#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    form: Form,
    shown: Shown,
}

/// What stands under the form.
enum Shown {
    /// Nothing was asked for.
    Start(Start),
    /// What was asked for can't be read; the form says why.
    Refused,
    /// The answer.
    Hits(Box<Hits>),
}

/// What the form keeps beside its own fields.
const KEPT: [&str; 3] = ["sort", "ranking", "per_page"];

/// Answers with the page; a parameter that can't be read is shown in the form, so that it can be mended.
/// Unknown parameters, which other sites add to links, are ignored.
pub(crate) async fn search(
    State(service): State<Service>,
    parameters: Parameters,
) -> Result<Response, Failure> {
    let (request, mut failure) = match parameters.request() {
        Ok(request) => (Some(request), None),
        Err(failure) => (None, Some(failure)),
    };
    let record = service.record().clone();
    let page = service
        .ask(move |searcher| {
            let holdings = searcher.holdings()?;
            let shown = match request {
                None => Shown::Refused,
                Some(request) if asks_nothing(&request) => {
                    Shown::Start(Start::new(&holdings, searcher.search(&start::all())?.hits))
                }
                Some(request) => match hits(searcher, request, seen(&parameters), &record) {
                    Ok(hits) => Shown::Hits(Box::new(hits)),
                    Err(error) => {
                        failure = Some(Failure::of_reader(&error).ok_or(error)?);
                        Shown::Refused
                    }
                },
            };
            let form = Form::new(links::SEARCH, &KEPT, &parameters, &holdings, failure.as_ref());
            let status = failure.as_ref().map_or(StatusCode::OK, Failure::status);
            Ok((status, SearchPage { form, shown }))
        })
        .await?;
    Ok((page.0, render(&page.1)?).into_response())
}

/// Whether `request` is what an empty form sends.
fn asks_nothing(request: &Request) -> bool {
    let usual = Request { query: request.query.clone(), matching: request.matching, ..Request::new("") };
    request.query.trim().is_empty() && *request == usual
}

fn hits(searcher: &Searcher, request: Request, seen: u64, record: &Record) -> Result<Hits, SearchError> {
    let request = Request { facets: Facet::ALL.into(), facet_values: facets::ASKED, ..request };
    let answer = searcher.search(&request)?;
    let noted = record.searched(&request, seen, &answer);
    let mut found = Vec::new();
    if answer.total == 0 {
        let mut most = 0;
        for (label, request) in looser(&request) {
            let request = Request { facets: Vec::new(), ..request };
            let total = searcher.search(&Request { per_page: 1, ..request.clone() })?.total;
            // One that finds no more than a closer one is of no use.
            if total > most {
                most = total;
                found.push((label, request, total));
            }
        }
    }
    Ok(Hits::new(&request, seen, answer, found, noted.as_deref()))
}

impl SearchPage {
    /// The title of the window, the query first because windows show little of it.
    fn title(&self) -> String {
        match &self.shown {
            Shown::Start(_) => "Verbale: diplomatic statements".to_owned(),
            _ if self.form.query.is_empty() => "Statements – Verbale".to_owned(),
            _ => format!("{} – Verbale", self.form.query),
        }
    }
}
