//! One site, or one data set.

use serde::Deserialize;
use verbale_statement::Country;

use super::file_name::FileName;

/// What is known about the pages of one site, or the files of one data set.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Profile {
    /// The organisation whose site it is.
    pub(crate) organisation: Option<String>,
    /// The state whose site it is.
    pub(crate) country: Option<Country>,
    /// The site's hosts; their subdomains belong to them.
    #[serde(default)]
    pub(crate) hosts: Vec<String>,
    /// CSS selectors of which any one marks a page of this site that doesn't give its address.
    #[serde(default)]
    pub(crate) marks: Vec<String>,
    /// Lines that belong to the page and not to the text.
    #[serde(default)]
    pub(crate) leftovers: Vec<String>,
    /// Where things stand in a page.
    #[serde(default)]
    pub(crate) select: Select,
    /// What the names of files say.
    pub(crate) file: Option<FileName>,
}

/// CSS selectors; where one is missing or matches nothing, the generic extraction decides.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Select {
    /// The title; the first match counts.
    pub(crate) title: Option<String>,
    /// The date, as text or in a `datetime` or `content` attribute; the first match counts.
    pub(crate) date: Option<String>,
    /// The element around the text; the first match counts.
    pub(crate) body: Option<String>,
    /// Elements inside the body that don't belong to the text.
    pub(crate) drop: Option<String>,
}

impl Profile {
    /// Whether a host belongs to the site.
    pub(crate) fn covers(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        self.hosts.iter().any(|own| {
            host.strip_suffix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    }
}
