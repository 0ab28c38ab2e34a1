//! `GET /kwic`: a concordance, every occurrence of what is looked for in its context.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use verbale_query::parse;
use verbale_search::{Extent, Layout, Line, Request, SearchError, Searcher};

use super::form::Form;
use super::remarks::Remarks;
use super::ways::{self, Chips, Way};
use super::{phrase, render};
use crate::concordance::{LINE_SORTS, layout};
use crate::failure::Failure;
use crate::links;
use crate::markup::Markup;
use crate::parameters::{Choice, Parameters, invalid};
use crate::service::Service;

/// How many lines a page has, and how many pages there are: each costs as much as all before it.
const LINES: usize = 50;
const PAGES: u32 = 200;

/// The columns on each side of the keyword that a screen has room for.
const WIDTH: usize = 48;

/// The page.
#[derive(Template)]
#[template(path = "kwic.html")]
struct KwicPage {
    form: Form,
    /// None if nothing was asked for, or what was can't be read.
    concordance: Option<Concordance>,
}

/// A part of a concordance, with the ways on from it.
struct Concordance {
    remarks: Remarks,
    chips: Chips,
    /// The pages about the same.
    ways: Vec<Way>,
    /// How many lines there are in how many statements, in words.
    total: String,
    /// The orders to choose from.
    orders: Vec<Way>,
    lines: Vec<Shown>,
    page: u32,
    pages: u64,
    previous: Option<String>,
    next: Option<String>,
    /// Whether there are lines behind the last page.
    is_cut: bool,
    /// All lines, to take away.
    exports: Vec<Way>,
}

/// A line and the address of its paragraph.
struct Shown {
    line: Line,
    link: String,
}

/// What the form keeps beside its own fields.
const KEPT: [&str; 2] = ["sort", "width"];

/// Answers with the page; a parameter that can't be read is shown in the form, so that it can be mended.
pub(crate) async fn kwic(
    State(service): State<Service>,
    parameters: Parameters,
) -> Result<Response, Failure> {
    let asked = asked(&parameters);
    let page = service
        .ask(move |searcher| {
            let holdings = searcher.holdings()?;
            let form = |failure| Form::new(links::KWIC, &KEPT, &parameters, &holdings, failure);
            let (request, layout, page) = match &asked {
                Ok(asked) => asked,
                Err(failure) => {
                    return Ok((failure.status(), KwicPage { form: form(Some(failure)), concordance: None }));
                }
            };
            if request.query.trim().is_empty() {
                return Ok((StatusCode::OK, KwicPage { form: form(None), concordance: None }));
            }
            match concordance(searcher, request, *layout, *page) {
                Ok(found) => Ok((StatusCode::OK, KwicPage { form: form(None), concordance: Some(found) })),
                Err(error) => {
                    let failure = Failure::of_reader(&error).ok_or(error)?;
                    Ok((failure.status(), KwicPage { form: form(Some(&failure)), concordance: None }))
                }
            }
        })
        .await?;
    Ok((page.0, render(&page.1)?).into_response())
}

fn asked(parameters: &Parameters) -> Result<(Request, Layout, u32), Failure> {
    let page = parameters.number("page", u32::MAX)?.unwrap_or(1);
    if page > PAGES {
        let lines = phrase::count(&(u64::from(PAGES) * LINES as u64));
        return Err(invalid(
            "page",
            format!("pages reach as far as line {lines}; download the lines instead"),
        ));
    }
    Ok((parameters.question()?, layout(parameters, WIDTH)?, page))
}

fn concordance(
    searcher: &Searcher,
    request: &Request,
    layout: Layout,
    page: u32,
) -> Result<Concordance, SearchError> {
    let extent = searcher.extent(request)?;
    let mut lines = Vec::new();
    let part = Layout { skip: (page as usize - 1) * LINES, limit: Some(LINES), ..layout };
    searcher.visit_lines(request, part, |line| {
        let page = links::statement_from(&line.id, request, 0, None);
        lines.push(Shown { link: links::paragraph(&page, line.paragraph), line });
        Ok::<(), SearchError>(())
    })?;
    Ok(Concordance::new(request, layout, page, extent, lines))
}

impl Concordance {
    fn new(request: &Request, layout: Layout, page: u32, extent: Extent, lines: Vec<Shown>) -> Self {
        let parsed = parse(&request.query);
        let width = layout.width.to_string();
        let mut own = Vec::new();
        if layout.width != WIDTH {
            own.push(("width", width.as_str()));
        }
        let sort = LINE_SORTS[1..]
            .iter()
            .find(|choice| choice.value == layout.sort)
            .map(|choice| ("sort", choice.name));
        let sorted = || own.iter().copied().chain(sort).collect::<Vec<_>>();
        let link = |request: &Request| links::about(links::KWIC, request, &sorted());
        let order = |choice: &Choice<_>| {
            let sort = (choice.value != LINE_SORTS[0].value).then_some(("sort", choice.name));
            links::about(links::KWIC, request, &own.iter().copied().chain(sort).collect::<Vec<_>>())
        };
        let at = |page: u32| {
            let number = page.to_string();
            let page = (page > 1).then_some(("page", number.as_str()));
            links::about(links::KWIC, request, &sorted().into_iter().chain(page).collect::<Vec<_>>())
        };
        let all = extent.lines.div_ceil(LINES as u64);
        let pages = all.min(u64::from(PAGES));
        let last = u32::try_from(pages).unwrap_or(PAGES);
        let export = |(label, format): (&str, &str)| {
            let more: Vec<_> = sorted().into_iter().chain([("format", format)]).collect();
            Way::new(label, links::about("/api/v1/kwic", request, &more))
        };
        Self {
            remarks: Remarks::new(request, parsed.query.to_string(), parsed.notes, Vec::new(), None),
            chips: Chips::new(request, link),
            ways: ways::pages(request, links::KWIC),
            total: format!(
                "{} in {}",
                phrase::occurrences(&extent.lines),
                phrase::statements(&extent.statements)
            ),
            orders: ways::choices(&LINE_SORTS, layout.sort, order),
            lines,
            page,
            pages,
            previous: (page > 1 && last > 0).then(|| at((page - 1).min(last))),
            next: (page < last).then(|| at(page + 1)),
            is_cut: page >= last && all > pages,
            exports: [("CSV", "csv"), ("JSON Lines", "jsonl")].map(export).into(),
        }
    }
}

impl KwicPage {
    fn title(&self) -> String {
        match self.form.query.trim() {
            "" => "In context – Verbale".to_owned(),
            query => format!("{query} in context – Verbale"),
        }
    }
}
