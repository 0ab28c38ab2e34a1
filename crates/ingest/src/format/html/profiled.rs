//! What the profile of a site finds in one of its pages.

use std::collections::HashSet;

use scraper::{ElementRef, Html};
use url::Url;
use verbale_statement::{Evidence, PartialDate};

use super::blocks::{Block, blocks};
use super::facts::stamp_of;
use super::lines::collapsed;
use crate::draft::{Draft, fill};
use crate::metadata;
use crate::metadata::date::Order;
use crate::site::{Profile, Selector};

/// The title.
pub(super) fn title(profile: &Profile, page: &Html) -> Option<String> {
    first_text(profile.select.title.as_ref(), page)
}

/// The day on which it says it was published.
pub(super) fn date(profile: &Profile, page: &Html, order: Order) -> Option<PartialDate> {
    profile.select.date.as_ref()?.first(page).and_then(|element| stamp_of(element, order))
}

/// The text; none if the element isn't there or is empty.
pub(super) fn body(profile: &Profile, page: &Html) -> Option<Vec<Block>> {
    let root = profile.select.body.as_ref()?.first(page)?;
    let dropped: HashSet<_> =
        profile.select.drop.iter().flat_map(|drop| drop.all(page)).map(|element| element.id()).collect();
    Some(blocks(root, &dropped)).filter(|blocks| !blocks.is_empty())
}

/// Fills a draft with what is known about all pages of the site, about this one's address, and with what stands in the
/// elements that the profile names.
pub(super) fn apply(profile: &Profile, page: &Html, url: Option<&Url>, draft: &mut Draft) {
    let select = &profile.select;
    let own = Evidence::SiteProfile;
    let noted = &mut draft.provenance;
    fill(
        &mut draft.organisation,
        &mut noted.organisation,
        profile.organisation.clone().map(|name| (name, own)),
    );
    fill(&mut draft.language, &mut noted.language, profile.language.map(|language| (language, own)));
    let event = first_text(select.event.as_ref(), page);
    fill(&mut draft.event, &mut noted.event, event.map(|event| (event, own)));
    let place = first_text(select.place.as_ref(), page);
    fill(&mut draft.place, &mut noted.place, place.map(|place| (place, own)));
    if let Some(url) = url {
        profile.apply_address(url, draft);
    }
    let named = select.speaker.iter().flat_map(|speaker| speaker.all(page)).map(text_of);
    for name in named.filter(|name| !name.is_empty()) {
        let speaker = metadata::speaker_written(&name);
        if !draft.speakers.contains(&speaker) {
            draft.speakers.push(speaker);
            draft.provenance.speakers = Some(own);
        }
    }
}

fn first_text(selector: Option<&Selector>, page: &Html) -> Option<String> {
    selector?.first(page).map(text_of).filter(|text| !text.is_empty())
}

/// The text of an element on one line.
pub(super) fn text_of(element: ElementRef<'_>) -> String {
    collapsed(&element.text().collect::<Vec<_>>().join(" "))
}
