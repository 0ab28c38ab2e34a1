//! What is known about the pages of particular sites: profiles, written in TOML in `index-data/sites/`.

mod profile;

use std::collections::HashSet;
use std::sync::LazyLock;

pub(crate) use profile::Profile;

/// The profiles in the order in which they are tried. The format is documented in the first of them.
const BUILT_IN: [&str; 2] = [
    include_str!("../../../../index-data/sites/csto.toml"),
    include_str!("../../../../index-data/sites/halvernpact.toml"),
];

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    // A profile that can't be read would be left out; a test holds that all can.
    Known::new(BUILT_IN.iter().filter_map(|text| toml::from_str(text).ok()).collect())
});

#[derive(Debug)]
struct Known {
    profiles: Vec<Profile>,
    leftovers: HashSet<String>,
}

impl Known {
    fn new(profiles: Vec<Profile>) -> Self {
        let leftovers =
            profiles.iter().flat_map(|profile| &profile.leftovers).map(|line| plain(line)).collect();
        Self { profiles, leftovers }
    }
}

/// The profiles of all known sites.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Profiles(&'static Known);

impl Profiles {
    /// The profiles that Verbale comes with.
    pub(crate) fn built_in() -> Self {
        Self(&KNOWN)
    }

    /// Whether a line of text is a leftover of a known site's page, such as "Go back".
    pub(crate) fn is_leftover(&self, line: &str) -> bool {
        // Leftovers are short; a long line needn't be copied to know it.
        line.len() <= 200 && self.0.leftovers.contains(&plain(line))
    }

    /// The profile of the site that an address belongs to.
    pub(crate) fn of_host(&self, host: &str) -> Option<&Profile> {
        self.0.profiles.iter().find(|profile| profile.covers(host))
    }

    /// Every profile.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Profile> {
        self.0.profiles.iter()
    }
}

/// A line as leftovers are compared: lower case, single spaces, without signs around it.
fn plain(line: &str) -> String {
    let words: Vec<String> = line.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_profile_can_be_read() {
        for text in BUILT_IN {
            toml::from_str::<Profile>(text).unwrap();
        }
    }

    #[test]
    fn a_host_is_a_site_and_its_subdomains() {
        let profiles = Profiles::built_in();
        let organisation = |host| profiles.of_host(host).map(|profile| profile.organisation.as_str());
        assert_eq!(organisation("en.odkb-csto.org"), Some("Collective Security Treaty Organization"));
        assert_eq!(organisation("halvernpact.example"), Some("Halvern Pact Organization"));
        assert_eq!(organisation("notodkb-csto.org"), None);
    }

    #[test]
    fn leftovers_are_known_in_any_dress() {
        let profiles = Profiles::built_in();
        for line in
            ["Go back", " « go  Back ", "Back to the all news", "Назад в раздел", "← Ко всем новостям"]
        {
            assert!(profiles.is_leftover(line), "{line}");
        }
        for line in ["", "—", "Go back to work", "We must not go back."] {
            assert!(!profiles.is_leftover(line), "{line}");
        }
    }
}
