//! The elements by which a page states facts about itself, gathered in one walk.

use scraper::{ElementRef, Html};

/// The elements of each sort, in reading order.
#[derive(Debug, Default)]
pub(super) struct Stating<'a> {
    /// `<meta content>`.
    pub(super) metas: Vec<ElementRef<'a>>,
    /// `<link href>`.
    pub(super) links: Vec<ElementRef<'a>>,
    /// `<title>`.
    pub(super) titles: Vec<ElementRef<'a>>,
    /// `<time datetime>`.
    pub(super) times: Vec<ElementRef<'a>>,
    /// Scripts that hold JSON-LD.
    pub(super) linked_data: Vec<ElementRef<'a>>,
    /// Whatever microdata or RDFa gives the day of publication in.
    pub(super) dated: Vec<ElementRef<'a>>,
}

impl<'a> Stating<'a> {
    /// Gathers those of a page.
    pub(super) fn of(page: &'a Html) -> Self {
        let mut found = Self::default();
        for element in page.root_element().descendent_elements() {
            match element.value().name() {
                "meta" if element.attr("content").is_some() => found.metas.push(element),
                "link" if element.attr("href").is_some() => found.links.push(element),
                "title" => found.titles.push(element),
                "time" if element.attr("datetime").is_some() => found.times.push(element),
                "script" if is_linked_data(element) => found.linked_data.push(element),
                _ => {}
            }
            if is_dated(element) {
                found.dated.push(element);
            }
        }
        found
    }
}

fn is_linked_data(script: ElementRef<'_>) -> bool {
    const TYPE: &str = "application/ld+json";
    let kind = script.attr("type").and_then(|kind| kind.get(..TYPE.len()));
    kind.is_some_and(|kind| kind.eq_ignore_ascii_case(TYPE))
}

fn is_dated(element: ElementRef<'_>) -> bool {
    element.value().attrs().any(|(name, value)| match name {
        "itemprop" => value == "datePublished",
        "property" => value == "dc:date" || value.ends_with("datePublished"),
        _ => false,
    })
}
