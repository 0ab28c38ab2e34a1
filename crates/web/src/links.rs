//! The addresses of searches and statements.

use url::form_urlencoded;
use verbale_search::{Facet, Request};
use verbale_statement::StatementId;

use crate::parameters::{MATCHINGS, SORTS};

/// The address of the page that answers `request`: what is as [`Request::new`] has it is left out.
pub(crate) fn search(request: &Request) -> String {
    with_parameters("/", &parameters(request))
}

/// The address under which programs get the same answer.
pub(crate) fn search_api(request: &Request) -> String {
    with_parameters("/api/v1/search", &parameters(request))
}

/// The address of a statement's page.
pub(crate) fn statement(id: &StatementId) -> String {
    format!("/statements/{}", segment(id))
}

/// The address under which programs get the statement.
pub(crate) fn statement_api(id: &StatementId) -> String {
    format!("/api/v1/statements/{}", segment(id))
}

/// The address of a statement's page, reached from `request`: it marks the matches and leads back. Where searches are
/// noted, `search` is the name of the one that it is reached from.
pub(crate) fn statement_from(id: &StatementId, request: &Request, search: Option<&str>) -> String {
    let mut url = form_urlencoded::Serializer::new(parameters(request));
    if let Some(name) = search {
        url.append_pair("search", name);
    }
    with_parameters(&statement(id), &url.finish())
}

fn segment(id: &StatementId) -> String {
    // Made for forms, this escapes everything but ASCII letters, digits and `*-._`, and makes a plus sign of a
    // space; an id has no space.
    form_urlencoded::byte_serialize(id.as_str().as_bytes()).collect()
}

fn with_parameters(path: &str, parameters: &str) -> String {
    if parameters.is_empty() { path.to_owned() } else { format!("{path}?{parameters}") }
}

fn parameters(request: &Request) -> String {
    let usual = Request::new("");
    let mut url = form_urlencoded::Serializer::new(String::new());
    if !request.query.trim().is_empty() {
        url.append_pair("q", &request.query);
    }
    for facet in [Facet::Language, Facet::Kind] {
        for value in request.filters.of(facet) {
            url.append_pair(facet.name(), value);
        }
    }
    for (name, date) in [("from", request.from), ("to", request.to)] {
        if let Some(date) = date {
            url.append_pair(name, &date.to_string());
        }
    }
    if let Some((name, _, _)) = MATCHINGS.iter().find(|(_, matching, _)| *matching == request.matching)
        && request.matching != usual.matching
    {
        url.append_pair("match", name);
    }
    if let Some((name, _, _)) = SORTS.iter().find(|(_, sort, _)| *sort == request.sort)
        && request.sort != usual.sort
    {
        url.append_pair("sort", name);
    }
    if request.per_page != usual.per_page {
        url.append_pair("per_page", &request.per_page.to_string());
    }
    if request.page != usual.page {
        url.append_pair("page", &request.page.to_string());
    }
    url.finish()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::subsequence;
    use verbale_search::Filters;
    use verbale_statement::{Kind, Language};

    use super::*;
    use crate::parameters::Parameters;

    prop_compose! {
        fn a_request()(
            query in "\\PC{0,20}",
            languages in subsequence(vec![Language::RUSSIAN, Language::ARABIC, Language::of("tg")], 0..=3),
            kinds in subsequence(Kind::ALL.to_vec(), 0..=3),
            matching in proptest::sample::select(&MATCHINGS[..]),
            sort in proptest::sample::select(&SORTS[..]),
            page in 1..=100_u32,
            per_page in 1..=100_u32,
            dated in any::<bool>(),
        ) -> Request {
            let query = if query.trim().is_empty() { String::new() } else { query };
            let (from, to) = if dated { ("1999-05".parse().ok(), "2021".parse().ok()) } else { (None, None) };
            let mut filters = Filters::default();
            languages.iter().for_each(|language| filters.insert(Facet::Language, language.code()));
            kinds.iter().for_each(|kind| filters.insert(Facet::Kind, kind.name()));
            Request {
                query, filters, matching: matching.1, sort: sort.1, page, per_page, from, to,
                ..Request::new("")
            }
        }
    }

    proptest! {
        #[test]
        fn the_address_of_a_search_asks_for_that_search(request in a_request()) {
            let address = search(&request);
            let query = address.split_once('?').map_or("", |(_, query)| query);
            prop_assert_eq!(Parameters::read(query).request().unwrap(), request);
        }
    }

    #[test]
    fn addresses_are_short_where_nothing_is_unusual() {
        assert_eq!(search(&Request::new("")), "/");
        assert_eq!(search(&Request::new("a & b")), "/?q=a+%26+b");
        let id = StatementId::new("речь:1+1&2").unwrap();
        assert_eq!(statement(&id), "/statements/%D1%80%D0%B5%D1%87%D1%8C%3A1%2B1%262");
        assert_eq!(statement_from(&id, &Request::new("x"), None), format!("{}?q=x", statement(&id)));
        assert_eq!(
            statement_from(&id, &Request::new("x"), Some("1f-2")),
            format!("{}?q=x&search=1f-2", statement(&id))
        );
    }
}
