//! What is known about the pages of particular sites.

/// The profiles of all known sites.
#[derive(Debug)]
pub(crate) struct Profiles {}

impl Profiles {
    /// The profiles that Verbale comes with.
    pub(crate) fn built_in() -> Self {
        Self {}
    }

    /// Whether a line of text is a leftover of a known site's page, such as "Go back".
    pub(crate) fn is_leftover(&self, _line: &str) -> bool {
        false
    }
}
