//! One site, or one data set.

use scraper::{ElementRef, Html};
use serde::Deserialize;
use url::Url;
use verbale_statement::{Country, Evidence, Language};

use super::named::Named;
use crate::draft::Draft;
use crate::trial::Chosen;

/// What is known about the pages of one site, or the files of one data set.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Profile {
    /// The name of its file, without `.toml`.
    #[serde(skip)]
    pub(crate) name: String,
    /// The organisation whose site it is.
    pub(crate) organisation: Option<String>,
    /// The state whose site it is.
    pub(crate) country: Option<Country>,
    /// The language of all its pages.
    pub(crate) language: Option<Language>,
    /// The site's hosts; their subdomains belong to them.
    #[serde(default)]
    pub(crate) hosts: Vec<String>,
    /// Any one marks a page of this site that doesn't give its address.
    #[serde(default)]
    pub(crate) marks: Vec<Selector>,
    /// Any one marks a page that but lists others.
    #[serde(default)]
    pub(crate) lists: Vec<Selector>,
    /// Lines that belong to the page and not to the text.
    #[serde(default)]
    pub(crate) leftovers: Vec<String>,
    /// Where things stand in a page.
    #[serde(default)]
    pub(crate) select: Select,
    /// What the addresses of pages say: the first that fits.
    #[serde(default)]
    pub(crate) address: Vec<Named>,
    /// What the names of files say.
    pub(crate) file: Option<Named>,
}

/// Where things stand; where one is missing or matches nothing, the generic extraction decides.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Select {
    /// The title; the first match counts.
    pub(crate) title: Option<Selector>,
    /// The date, as text or in a `datetime` or `content` attribute; the first match counts.
    pub(crate) date: Option<Selector>,
    /// Who speaks; each match is one, as a name or as office and name.
    pub(crate) speaker: Option<Selector>,
    /// The occasion; the first match counts.
    pub(crate) event: Option<Selector>,
    /// Where it was; the first match counts.
    pub(crate) place: Option<Selector>,
    /// The element around the text; the first match counts.
    pub(crate) body: Option<Selector>,
    /// Elements inside the body that don't belong to the text.
    pub(crate) drop: Option<Selector>,
}

impl Select {
    /// The selectors that are given, by their keys.
    pub(crate) fn given(&self) -> impl Iterator<Item = (&'static str, &Selector)> {
        let Self { title, date, speaker, event, place, body, drop } = self;
        let all = [
            ("title", title),
            ("date", date),
            ("speaker", speaker),
            ("event", event),
            ("place", place),
            ("body", body),
            ("drop", drop),
        ];
        all.into_iter().filter_map(|(key, selector)| Some((key, selector.as_ref()?)))
    }
}

/// A CSS selector that can be read.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Selector {
    written: String,
    parsed: scraper::Selector,
}

impl TryFrom<String> for Selector {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        match scraper::Selector::parse(&written) {
            Ok(parsed) => Ok(Self { parsed, written }),
            Err(error) => Err(format!("{written:?} is no CSS selector: {error}")),
        }
    }
}

impl Selector {
    /// The selector as the profile writes it.
    pub(crate) fn written(&self) -> &str {
        &self.written
    }

    /// The elements of a page that it matches, in reading order.
    pub(crate) fn all<'a>(&'a self, page: &'a Html) -> impl Iterator<Item = ElementRef<'a>> + use<'a> {
        page.root_element().descendent_elements().filter(|element| self.parsed.matches(element))
    }

    /// The first element of a page that it matches.
    pub(crate) fn first<'a>(&'a self, page: &'a Html) -> Option<ElementRef<'a>> {
        self.all(page).next()
    }
}

impl Profile {
    /// Whether a host belongs to the site.
    fn covers(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        self.hosts.iter().any(|own| {
            host.strip_suffix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    }

    /// Why a page with this address is one of the site, if it is: by its address, or if it gives none by a mark.
    pub(crate) fn chosen(&self, url: Option<&Url>, page: &Html) -> Option<Chosen> {
        match url.and_then(Url::host_str) {
            Some(host) => self.covers(host).then(|| Chosen::Host(host.to_owned())),
            None => {
                let mark = self.marks.iter().find(|mark| mark.first(page).is_some())?;
                Some(Chosen::Mark(mark.written().to_owned()))
            }
        }
    }

    /// Whether a page of the site but lists others.
    pub(crate) fn is_list(&self, page: &Html) -> bool {
        self.lists.iter().any(|list| list.first(page).is_some())
    }

    /// Fills a draft with what its address states: path and query are what the patterns are compared with.
    pub(crate) fn apply_address(&self, url: &Url, draft: &mut Draft) {
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        let address = format!("{}{query}", url.path());
        self.address.iter().any(|named| named.apply(&address, Evidence::Address, draft));
    }
}
