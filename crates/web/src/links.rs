//! The addresses of searches and statements.

use url::form_urlencoded::{self, Serializer};
use verbale_search::{Ranking, Request};
use verbale_statement::StatementId;

use crate::request::{MATCHINGS, SORTS};

/// The page of hits.
pub(crate) const SEARCH: &str = "/";

/// The page of occurrences in their contexts.
pub(crate) const KWIC: &str = "/kwic";

/// The page of frequencies.
pub(crate) const TRENDS: &str = "/trends";

/// The address of the page that answers `request`: what is as [`Request::new`] has it is left out.
pub(crate) fn search(request: &Request) -> String {
    search_from(request, 0)
}

/// The same, for a page that begins behind [`Request::after`], with how many hits lie before that place.
pub(crate) fn search_from(request: &Request, seen: u64) -> String {
    let mut url = hits(request);
    if seen > 0 && request.after.is_some() {
        url.append_pair("seen", &seen.to_string());
    }
    address(SEARCH, url)
}

/// The address under which programs get the same answer.
pub(crate) fn search_api(request: &Request) -> String {
    address("/api/v1/search", hits(request))
}

/// The address under which all hits for `request` are given, as `format` names it.
pub(crate) fn export(request: &Request, format: &str) -> String {
    let mut url = question(request);
    order(request, &mut url);
    url.append_pair("format", format);
    address("/api/v1/export", url)
}

/// The address at `path` that asks about what `request` looks for, with `more` of its own. Order and page of the hits
/// are left out.
pub(crate) fn about(path: &str, request: &Request, more: &[(&str, &str)]) -> String {
    let mut url = question(request);
    url.extend_pairs(more);
    address(path, url)
}

/// The address of a statement's page.
pub(crate) fn statement(id: &StatementId) -> String {
    format!("/statements/{}", segment(id))
}

/// The address of a version of a statement.
pub(crate) fn version(id: &StatementId, version: u32) -> String {
    format!("{}?version={version}", statement(id))
}

/// The address of the page with the difference between two versions of a statement.
pub(crate) fn diff(id: &StatementId, from: u32, to: u32) -> String {
    format!("{}/diff?from={from}&to={to}", statement(id))
}

/// The address under which programs get the same.
pub(crate) fn diff_api(id: &StatementId, from: u32, to: u32) -> String {
    format!("{}/diff?from={from}&to={to}", statement_api(id))
}

/// The address of a paragraph on the page at `address`, of the page itself for the title.
pub(crate) fn paragraph(address: &str, paragraph: Option<usize>) -> String {
    paragraph.map_or_else(|| address.to_owned(), |number| format!("{address}#p{number}"))
}

/// The address under which programs get the statement.
pub(crate) fn statement_api(id: &StatementId) -> String {
    format!("/api/v1/statements/{}", segment(id))
}

/// The address of a statement's page, reached from `request`: it marks the matches and leads back. `seen` is as in
/// [`search_from`]; where searches are noted, `search` is the name of the one that it is reached from.
pub(crate) fn statement_from(id: &StatementId, request: &Request, seen: u64, search: Option<&str>) -> String {
    let mut url = hits(request);
    if seen > 0 && request.after.is_some() {
        url.append_pair("seen", &seen.to_string());
    }
    if let Some(name) = search {
        url.append_pair("search", name);
    }
    address(&statement(id), url)
}

fn segment(id: &StatementId) -> String {
    // Made for forms, this escapes everything but ASCII letters, digits and `*-._`, and makes a plus sign of a
    // space; an id has no space.
    form_urlencoded::byte_serialize(id.as_str().as_bytes()).collect()
}

fn address(path: &str, mut url: Serializer<'_, String>) -> String {
    let parameters = url.finish();
    if parameters.is_empty() { path.to_owned() } else { format!("{path}?{parameters}") }
}

/// What is looked for, and among which statements.
fn question(request: &Request) -> Serializer<'static, String> {
    let mut url = Serializer::new(String::new());
    if !request.query.trim().is_empty() {
        url.append_pair("q", &request.query);
    }
    for (facet, value) in request.filters.iter() {
        url.append_pair(facet.filter_name(), value);
    }
    for (name, date) in [("from", request.from), ("to", request.to)] {
        if let Some(date) = date {
            url.append_pair(name, &date.to_string());
        }
    }
    if let Some(choice) = MATCHINGS[1..].iter().find(|choice| choice.value == request.matching) {
        url.append_pair("match", choice.name);
    }
    url
}

/// The order of the hits.
fn order(request: &Request, url: &mut Serializer<'_, String>) {
    if let Some(choice) = SORTS[1..].iter().find(|choice| choice.value == request.sort) {
        url.append_pair("sort", choice.name);
    }
    if let Some(name) = request.ranking.name().filter(|_| request.ranking != Ranking::default()) {
        url.append_pair("ranking", name);
    }
}

/// All of a search but its facets, which every page has in its own way.
fn hits(request: &Request) -> Serializer<'static, String> {
    let usual = Request::new("");
    let mut url = question(request);
    order(request, &mut url);
    if request.per_page != usual.per_page {
        url.append_pair("per_page", &request.per_page.to_string());
    }
    if let Some(after) = &request.after {
        url.append_pair("after", &after.to_string());
    }
    if request.page != usual.page {
        url.append_pair("page", &request.page.to_string());
    }
    url
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::{select, subsequence};
    use verbale_search::{Facet, Filters};

    use super::*;
    use crate::parameters::Parameters;

    prop_compose! {
        fn a_request()(
            query in "\\PC{0,20}",
            languages in subsequence(vec!["ru", "ar", "tg"], 0..=3),
            names in subsequence(vec!["Tolvane, Mira", "a & b=c", "Пакт"], 0..=3),
            matching in select(&MATCHINGS[..]),
            sort in select(&SORTS[..]),
            ranking in select(vec!["default", "bm25"]),
            page in 1..=100_u32,
            per_page in 1..=100_u32,
            dated in any::<bool>(),
            after in select(vec![None, Some("newest.1f..речь")]),
        ) -> Request {
            let query = if query.trim().is_empty() { String::new() } else { query };
            let (from, to) = if dated { ("1999-05".parse().ok(), "2021".parse().ok()) } else { (None, None) };
            let mut filters = Filters::default();
            languages.iter().for_each(|language| filters.insert(Facet::Language, *language));
            for facet in [Facet::Speaker, Facet::Organisation, Facet::Event, Facet::Place] {
                names.iter().for_each(|name| filters.insert(facet, *name));
            }
            Request {
                query, filters, matching: matching.value, sort: sort.value, page, per_page, from, to,
                ranking: Ranking::named(ranking).unwrap(),
                after: after.map(|after| after.parse().unwrap()),
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
        assert_eq!(statement_from(&id, &Request::new("x"), 0, None), format!("{}?q=x", statement(&id)));
        assert_eq!(
            statement_from(&id, &Request::new("x"), 0, Some("1f-2")),
            format!("{}?q=x&search=1f-2", statement(&id))
        );
        let behind = Request { after: "relevance.1f..a".parse().ok(), ..Request::new("x") };
        assert_eq!(search_from(&behind, 20), "/?q=x&after=relevance.1f..a&seen=20");
    }

    #[test]
    fn what_is_not_about_hits_leaves_out_their_order_and_page() {
        let request = Request { page: 3, per_page: 50, sort: SORTS[1].value, ..Request::new("x") };
        assert_eq!(about(KWIC, &request, &[("sort", "left")]), "/kwic?q=x&sort=left");
        assert_eq!(export(&request, "csv"), "/api/v1/export?q=x&sort=newest&format=csv");
    }
}
