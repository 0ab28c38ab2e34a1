//! What the search page shows of an answer.

use verbale_search::{Answer, Hit, Matching, Request};

use super::beside::Beside;
use super::facets::{Group, groups};
use super::phrase;
use super::remarks::Remarks;
use super::ways::{self, Chips, Way, first_page, without_filters};
use crate::links;
use crate::parameters::Choice;
use crate::request::{REACH, SORTS};

/// One page of hits, with the ways on from it.
#[derive(Debug)]
pub(crate) struct Hits {
    /// Remarks on the query.
    pub(crate) remarks: Remarks,
    /// The filters that are set.
    pub(crate) chips: Chips,
    /// The pages about the same.
    pub(crate) ways: Vec<Way>,
    /// How many statements match, in words.
    pub(crate) total: String,
    /// The orders to choose from.
    pub(crate) orders: Vec<Way>,
    /// The number of the first hit on the page, counted from 1.
    pub(crate) first: u64,
    /// The hits, their pages, and what there is beside them.
    pub(crate) hits: Vec<(Hit, String, Beside)>,
    /// What they can be narrowed down by.
    pub(crate) facets: Vec<Group>,
    /// The page, counted from 1.
    pub(crate) page: u64,
    /// How many pages there are.
    pub(crate) pages: u64,
    /// The page before this one, or the last one if this is behind it; the first one if that can't be told.
    pub(crate) previous: Option<Way>,
    /// The page behind this one.
    pub(crate) next: Option<String>,
    /// Searches that find something, where this one doesn't.
    pub(crate) suggestions: Vec<Way>,
    /// The address under which programs get this answer.
    pub(crate) api: String,
    /// All hits, to take away.
    pub(crate) exports: Vec<Way>,
}

impl Hits {
    /// The page for `answer` to `request`, of which `seen` hits lie before the place where it begins; `looser` are
    /// searches from [`looser`] with how many statements each finds; `noted` is the name under which the search is
    /// noted.
    pub(crate) fn new(
        request: &Request,
        seen: u64,
        answer: Answer,
        looser: Vec<(&'static str, Request, u64)>,
        noted: Option<&str>,
    ) -> Self {
        let per_page = u64::from(request.per_page.max(1));
        let seen = if request.after.is_some() { seen } else { 0 };
        let before = seen + (u64::from(request.page) - 1) * per_page;
        let (page, pages) = (before / per_page + 1, answer.total.div_ceil(per_page));
        // What is searched is what other pages are about, and what the statements are marked by.
        let searched = match &answer.relaxed {
            Some(relaxed) => {
                Request { query: relaxed.query.clone(), matching: relaxed.matching, ..request.clone() }
            }
            None => request.clone(),
        };
        let next = answer.next.map(|next| {
            let request = Request { after: Some(next), page: 1, ..request.clone() };
            links::search_from(&request, before + answer.hits.len() as u64)
        });
        let sorted =
            |choice: &Choice<_>| links::search(&Request { sort: choice.value, ..first_page(request) });
        let suggestion = |(label, request, found): (&str, Request, u64)| {
            Way::new(format!("{label}: {}", phrase::statements(&found)), links::search(&request))
        };
        let formats = [("CSV", "csv"), ("JSON Lines", "jsonl")];
        Self {
            chips: Chips::new(request, links::search),
            ways: ways::pages(&searched, links::SEARCH),
            total: phrase::statements(&answer.total),
            orders: ways::choices(&SORTS, request.sort, sorted),
            first: before + 1,
            page,
            pages,
            previous: previous(request, page, pages),
            next,
            suggestions: looser.into_iter().map(suggestion).collect(),
            api: links::search_api(request),
            exports: formats.map(|(label, name)| Way::new(label, links::export(&searched, name))).into(),
            remarks: Remarks::new(
                request,
                answer.understood,
                answer.notes,
                answer.expansions,
                answer.relaxed.as_ref(),
            ),
            facets: groups(request, answer.facets),
            hits: answer
                .hits
                .into_iter()
                .map(|mut hit| {
                    let link = links::statement_from(&hit.id, &searched, seen, noted);
                    let beside = Beside::new(std::mem::take(&mut hit.related));
                    (hit, link, beside)
                })
                .collect(),
        }
    }
}

/// The way back from `page` of `pages`.
fn previous(request: &Request, page: u64, pages: u64) -> Option<Way> {
    let before = (page - 1).min(pages);
    let number = u32::try_from(before).ok().filter(|_| before * u64::from(request.per_page) <= REACH);
    match number {
        Some(0) => None,
        Some(number) => {
            let request = Request { page: number, ..first_page(request) };
            Some(Way::new("← Previous", links::search(&request)))
        }
        None => Some(Way::new("← First page", links::search(&first_page(request)))),
    }
}

/// Searches like `request` that ask for less, the closest first, each with what is different about it. They are
/// for a request that finds nothing, and ask for one hit, since only their totals are shown.
pub(crate) fn looser(request: &Request) -> Vec<(&'static str, Request)> {
    let mut looser = Vec::new();
    let any = |request: &Request| Request { matching: Matching::Any, ..first_page(request) };
    if request.is_filtered() {
        looser.push(("Without the filters", without_filters(request)));
    }
    let chosen = matches!(request.matching, Matching::All | Matching::Most);
    if chosen && request.query.split_whitespace().nth(1).is_some() {
        if request.matching == Matching::All {
            let most = Request { matching: Matching::Most, ..first_page(request) };
            looser.push(("With most of the words", most));
        }
        looser.push(("With any of the words", any(request)));
        if request.is_filtered() {
            looser.push(("With any of the words, without the filters", any(&without_filters(request))));
        }
    }
    looser
}
