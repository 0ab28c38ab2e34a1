//! Ways from one answer to others: without a filter, to another page about the same, to another order.

use verbale_search::{Filters, Request};

use super::phrase;
use crate::links;
use crate::parameters::Choice;

/// A link.
#[derive(Debug)]
pub(crate) struct Way {
    /// What it does.
    pub(crate) label: String,
    /// Where it leads.
    pub(crate) link: String,
    /// Whether it leads to what is shown.
    pub(crate) here: bool,
}

/// What narrows a search down, each with the same search without it.
#[derive(Debug)]
pub(crate) struct Chips {
    /// The filters that are set.
    pub(crate) filters: Vec<Way>,
    /// The same search without any filter, if some are set.
    pub(crate) unfiltered: Option<String>,
}

impl Way {
    /// A link to something else than what is shown.
    pub(crate) fn new(label: impl Into<String>, link: String) -> Self {
        Self { label: label.into(), link, here: false }
    }
}

impl Chips {
    /// Those of `request`; `link` gives the address of a search on the same page.
    pub(crate) fn new(request: &Request, link: impl Fn(&Request) -> String) -> Self {
        let request = &first_page(request);
        let chosen = request.filters.iter().map(|(facet, value)| {
            let filters = request.filters.without(facet, value);
            Way::new(phrase::value(facet, value), link(&Request { filters, ..request.clone() }))
        });
        let from = request.from.map(|date| {
            Way::new(
                format!("From {}", phrase::date(&date)),
                link(&Request { from: None, ..request.clone() }),
            )
        });
        let to = request.to.map(|date| {
            Way::new(format!("To {}", phrase::date(&date)), link(&Request { to: None, ..request.clone() }))
        });
        let filters = chosen.chain(from).chain(to).collect();
        Self { filters, unfiltered: request.is_filtered().then(|| link(&without_filters(request))) }
    }
}

/// The three pages about what `request` looks for, of which the one at `here` is shown.
pub(crate) fn pages(request: &Request, here: &str) -> Vec<Way> {
    let pages = [(links::SEARCH, "Statements"), (links::KWIC, "In context"), (links::TRENDS, "Trends")];
    let way = |(path, label): (&str, &str)| Way {
        label: label.to_owned(),
        link: links::about(path, request, &[]),
        here: path == here,
    };
    pages.map(way).into()
}

/// A link for each of `choices`; `link` gives the address with that choice.
pub(crate) fn choices<T: Copy + PartialEq>(
    choices: &[Choice<T>],
    chosen: T,
    link: impl Fn(&Choice<T>) -> String,
) -> Vec<Way> {
    let way = |choice: &Choice<T>| Way {
        label: choice.label.to_owned(),
        link: link(choice),
        here: choice.value == chosen,
    };
    choices.iter().map(way).collect()
}

/// The same search from its first hit on.
pub(crate) fn first_page(request: &Request) -> Request {
    Request { page: 1, after: None, ..request.clone() }
}

/// The same search among all statements.
pub(crate) fn without_filters(request: &Request) -> Request {
    Request { filters: Filters::default(), from: None, to: None, ..first_page(request) }
}
