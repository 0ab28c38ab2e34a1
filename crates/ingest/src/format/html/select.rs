//! CSS selectors by their text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use scraper::{ElementRef, Html, Selector};

thread_local! {
    /// Those that were used, as every page is asked for the same.
    static KNOWN: RefCell<HashMap<&'static str, Option<Rc<Selector>>>> = RefCell::default();
}

/// The elements that a selector matches, in reading order; none if it is no selector.
pub(super) fn all<'a>(
    page: &'a Html,
    selector: &'static str,
) -> impl Iterator<Item = ElementRef<'a>> + use<'a> {
    let parse = || Selector::parse(selector).ok().map(Rc::new);
    let selector = KNOWN.with_borrow_mut(|known| known.entry(selector).or_insert_with(parse).clone());
    page.root_element()
        .descendent_elements()
        .filter(move |element| selector.as_ref().is_some_and(|selector| selector.matches(element)))
}

/// The first element that a selector matches.
pub(super) fn first<'a>(page: &'a Html, selector: &'static str) -> Option<ElementRef<'a>> {
    all(page, selector).next()
}
