//! CSS selectors by their text.

use scraper::{ElementRef, Html, Selector};

/// The elements that a selector matches, in reading order; none if it is no selector.
pub(super) fn all<'a>(page: &'a Html, selector: &str) -> impl Iterator<Item = ElementRef<'a>> + use<'a> {
    let selector = Selector::parse(selector).ok();
    page.root_element()
        .descendent_elements()
        .filter(move |element| selector.as_ref().is_some_and(|selector| selector.matches(element)))
}

/// The first element that a selector matches.
pub(super) fn first<'a>(page: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    all(page, selector).next()
}
