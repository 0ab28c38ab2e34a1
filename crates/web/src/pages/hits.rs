//! What the search page shows of an answer.

use verbale_search::{Answer, Facet, Filters, Hit, Matching, Request};

use super::phrase;
use crate::links;
use crate::parameters::reachable_pages;

/// One page of hits, with the ways on from it.
#[derive(Debug)]
pub(crate) struct Hits {
    /// How many statements match, in words.
    pub(crate) total: String,
    /// The number of the first hit on the page, counted from 1.
    pub(crate) first: u64,
    /// The hits and their pages.
    pub(crate) hits: Vec<(Hit, String)>,
    /// The page, counted from 1.
    pub(crate) page: u32,
    /// How many pages there are.
    pub(crate) pages: u64,
    /// The page before this one, or the last one if this is behind it.
    pub(crate) previous: Option<String>,
    /// The page behind this one.
    pub(crate) next: Option<String>,
    /// The query as understood, where there is something to say about it.
    pub(crate) understood: Option<String>,
    /// Remarks: the part of the query that each is about, and what it says.
    pub(crate) notes: Vec<(String, String)>,
    /// The filters that are set, each with the same search without it.
    pub(crate) filters: Vec<Way>,
    /// The same search without any filter, if some are set.
    pub(crate) unfiltered: Option<String>,
    /// Searches that find something, where this one doesn't.
    pub(crate) suggestions: Vec<Way>,
    /// The address under which programs get this answer.
    pub(crate) api: String,
}

/// A link to another search.
#[derive(Debug)]
pub(crate) struct Way {
    /// What it does.
    pub(crate) label: String,
    /// Where it leads.
    pub(crate) link: String,
}

impl Hits {
    /// The page for `answer` to `request`; `looser` are searches from [`looser`] with how many statements each
    /// finds; `noted` is the name under which the search is noted.
    pub(crate) fn new(
        request: &Request,
        answer: Answer,
        looser: Vec<(&'static str, Request, u64)>,
        noted: Option<&str>,
    ) -> Self {
        let last = reachable_pages(answer.total, request.per_page);
        let at = |page: u64| {
            let page = u32::try_from(page).unwrap_or(u32::MAX);
            links::search(&Request { page, ..request.clone() })
        };
        let page = u64::from(request.page);
        let remark = |note: verbale_query::Note| {
            (request.query.get(note.span).unwrap_or_default().to_owned(), note.message)
        };
        let unfiltered = without_filters(request);
        Self {
            total: phrase::statements(&answer.total),
            first: (page - 1) * u64::from(request.per_page) + 1,
            page: request.page,
            pages: last,
            previous: (page > 1 && last > 0).then(|| at((page - 1).min(last))),
            next: (page < last).then(|| at(page + 1)),
            understood: (!answer.notes.is_empty()).then_some(answer.understood),
            notes: answer.notes.into_iter().map(remark).collect(),
            filters: filters(request),
            unfiltered: (unfiltered != first_page(request)).then(|| links::search(&unfiltered)),
            suggestions: looser
                .into_iter()
                .map(|(label, request, found)| Way {
                    label: format!("{label}: {}", phrase::statements(&found)),
                    link: links::search(&request),
                })
                .collect(),
            api: links::search_api(request),
            hits: answer.hits.into_iter().map(|hit| with_link(hit, request, noted)).collect(),
        }
    }
}

/// Searches like `request` that ask for less, the closest first, each with what is different about it. They are
/// for a request that finds nothing, and ask for one hit, since only their totals are shown.
pub(crate) fn looser(request: &Request) -> Vec<(&'static str, Request)> {
    let mut looser = Vec::new();
    let unfiltered = without_filters(request);
    let any = |request: &Request| Request { matching: Matching::Any, ..first_page(request) };
    if unfiltered != first_page(request) {
        looser.push(("Without the filters", unfiltered.clone()));
    }
    if request.matching != Matching::Any && request.query.split_whitespace().nth(1).is_some() {
        if matches!(request.matching, Matching::All | Matching::Forgiving) {
            let most = Request { matching: Matching::Most, ..first_page(request) };
            looser.push(("With most of the words", most));
        }
        looser.push(("With any of the words", any(request)));
        if unfiltered != first_page(request) {
            looser.push(("With any of the words, without the filters", any(&unfiltered)));
        }
    }
    looser
}

fn with_link(hit: Hit, request: &Request, noted: Option<&str>) -> (Hit, String) {
    let link = links::statement_from(&hit.id, request, noted);
    (hit, link)
}

fn first_page(request: &Request) -> Request {
    Request { page: 1, ..request.clone() }
}

fn without_filters(request: &Request) -> Request {
    Request { filters: Filters::default(), from: None, to: None, ..first_page(request) }
}

fn filters(request: &Request) -> Vec<Way> {
    let request = &first_page(request);
    let without = |label: String, request: Request| Way { label, link: links::search(&request) };
    let chosen = |(facet, value): (Facet, &str)| {
        let filters = request.filters.without(facet, value);
        without(phrase::value(facet, value), Request { filters, ..request.clone() })
    };
    let from = request.from.map(|date| {
        without(format!("From {}", phrase::date(&date)), Request { from: None, ..request.clone() })
    });
    let to = request
        .to
        .map(|date| without(format!("To {}", phrase::date(&date)), Request { to: None, ..request.clone() }));
    request.filters.iter().map(chosen).chain(from).chain(to).collect()
}
