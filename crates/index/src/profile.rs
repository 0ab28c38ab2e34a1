//! The ranking profiles that every program has with it.

use std::sync::LazyLock;

use crate::Ranking;

/// The profiles of `index-data/ranking`, as they were when the program was built; the default first.
const SOURCES: [(&str, &str); 3] = [
    ("default", include_str!("../../../index-data/ranking/default.toml")),
    ("bm25", include_str!("../../../index-data/ranking/bm25.toml")),
    ("recall", include_str!("../../../index-data/ranking/recall.toml")),
];

/// One that can't be read is not there; a test sees to it that all can.
static PROFILES: LazyLock<Vec<(&'static str, Ranking)>> = LazyLock::new(|| {
    SOURCES.iter().filter_map(|(name, text)| Some((*name, Ranking::from_toml(text).ok()?))).collect()
});

impl Ranking {
    /// The profiles that can be asked for by name, the default first.
    pub fn profiles() -> &'static [(&'static str, Ranking)] {
        &PROFILES
    }

    /// The profile called `name`.
    pub fn named(name: &str) -> Option<Self> {
        PROFILES.iter().find(|(own, _)| *own == name).map(|(_, ranking)| *ranking)
    }

    /// The name of the profile, if it is one of [`Ranking::profiles`].
    pub fn name(&self) -> Option<&'static str> {
        PROFILES.iter().find(|(_, ranking)| ranking == self).map(|(name, _)| *name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_is_found_by_its_name_and_has_one() {
        assert_eq!(Ranking::named("default"), Some(Ranking::default()));
        for (name, _) in SOURCES {
            let ranking = Ranking::named(name).unwrap_or_else(|| panic!("{name} can't be read"));
            assert_eq!(ranking.name(), Some(name));
        }
        assert_eq!(Ranking::named("nowhere"), None);
    }
}
