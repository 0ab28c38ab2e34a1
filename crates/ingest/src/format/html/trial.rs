//! What a profile finds in a page, selector by selector.

use std::collections::HashSet;

use scraper::Html;
use url::Url;

use super::blocks::blocks;
use super::profiled::text_of;
use super::{depth, facts};
use crate::format::FormatError;
use crate::site::{Profile, Selector};
use crate::trial::{Chosen, Matched};

/// A page as a profile sees it.
#[derive(Debug)]
pub(crate) struct Seen {
    /// Why the profile would be chosen for the page.
    pub(crate) chosen: Option<Chosen>,
    /// What each of its selectors finds.
    pub(crate) matches: Vec<Matched>,
    /// Every paragraph of the page, of the text or not, in reading order.
    pub(crate) blocks: Vec<String>,
}

/// Looks at a decoded page with the eyes of a profile.
///
/// # Errors
/// [`FormatError::Nesting`] if the page is nested too deep to be read.
pub(crate) fn look(page: &str, address: Option<&str>, profile: &Profile) -> Result<Seen, FormatError> {
    depth::check(page)?;
    let html = Html::parse_document(page);
    let url = facts::facts(&html).url.or_else(|| address.map(str::to_owned));
    let url = url.and_then(|url| Url::parse(&url).ok());
    let chosen = profile.chosen(url.as_ref(), &html);
    let of_kind = |key: &'static str| move |selector| (key, selector);
    let selectors = profile
        .select
        .given()
        .chain(profile.marks.iter().map(of_kind("marks")))
        .chain(profile.lists.iter().map(of_kind("lists")));
    let matches = selectors.map(|(key, selector)| matched(key, selector, &html)).collect();
    let blocks = blocks(html.root_element(), &HashSet::new()).into_iter().map(|block| block.text);
    Ok(Seen { chosen, matches, blocks: blocks.collect() })
}

fn matched(key: &'static str, selector: &Selector, page: &Html) -> Matched {
    Matched {
        key,
        selector: selector.written().to_owned(),
        count: selector.all(page).count(),
        first: selector.first(page).map(text_of).unwrap_or_default(),
    }
}
