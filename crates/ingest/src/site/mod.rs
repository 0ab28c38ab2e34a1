//! What is known about the pages of particular sites and the files of particular data sets: profiles, written in TOML in
//! `index-data/sites/`.

mod file_name;
mod profile;

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::draft::Draft;

pub(crate) use profile::Profile;

/// The profiles in the order in which they are tried. The format is documented in the first of them.
const BUILT_IN: [&str; 4] = [
    include_str!("../../../../index-data/sites/csto.toml"),
    include_str!("../../../../index-data/sites/halvernpact.toml"),
    include_str!("../../../../index-data/sites/mfa-belarus.toml"),
    include_str!("../../../../index-data/sites/ungdc.toml"),
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

    /// Fills a draft with what the name of its file states, if it is one of a known data set.
    pub(crate) fn apply_file_name(&self, name: &str, draft: &mut Draft) {
        let mut names = self.0.profiles.iter().filter_map(|profile| profile.file.as_ref());
        names.any(|file| file.apply(name, draft));
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
        let organisation = |host| profiles.of_host(host).and_then(|profile| profile.organisation.as_deref());
        assert_eq!(organisation("en.odkb-csto.org"), Some("Collective Security Treaty Organization"));
        assert_eq!(organisation("halvernpact.example"), Some("Halvern Pact Organization"));
        assert_eq!(organisation("notodkb-csto.org"), None);
    }

    #[test]
    fn files_of_known_data_sets_state_what_their_names_say() {
        let mut draft = Draft::default();
        Profiles::built_in().apply_file_name("BLR_02_1947.txt", &mut draft);
        assert_eq!(draft.title.as_deref(), Some("BLR, general debate, session 2 (1947)"));
        assert_eq!(
            draft.event.as_deref(),
            Some("United Nations General Assembly, general debate, session 2")
        );
        assert_eq!(draft.countries, ["BY".parse().unwrap()]);
        for name in ["BLR_02_1948.txt", "BLR_2_1947.html", "blr_en.txt"] {
            let mut draft = Draft::default();
            Profiles::built_in().apply_file_name(name, &mut draft);
            assert_eq!(draft, Draft::default(), "{name}");
        }
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
