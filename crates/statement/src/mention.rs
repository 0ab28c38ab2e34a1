//! Countries and organisations that a text mentions.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Country, Organisation};

const COUNTRIES: &str = include_str!("../../../index-data/gazetteer/mentioned.tsv");

/// A country or an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mentioned {
    /// A country: `KZ`.
    Country(Country),
    /// An organisation: `org:csto`.
    Organisation(Organisation),
}

/// Why a text names neither.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no country and no organisation that is known here; write a code such as KZ, an id such as org:csto, or a name"
)]
pub struct MentionedError(String);

/// What a text mentions, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention<T> {
    /// The country's code, or the organisation's id.
    pub id: T,
    /// The first paragraph that mentions it, counted from 1.
    pub paragraph: usize,
    /// How often the paragraphs mention it.
    pub count: usize,
}

/// The countries and organisations that the paragraphs of a statement mention, each in the order of their ids. The names
/// of nations ("Kazakh") and what only the title says don't count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mentions {
    /// The countries.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Mention<Country>>,
    /// The organisations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Mention<Organisation>>,
}

impl Mentions {
    /// Whether nothing is mentioned.
    pub fn is_empty(&self) -> bool {
        self.countries.is_empty() && self.organisations.is_empty()
    }

    /// What is mentioned, without how often.
    pub fn all(&self) -> impl Iterator<Item = Mentioned> {
        let countries = self.countries.iter().map(|mention| Mentioned::Country(mention.id));
        countries.chain(self.organisations.iter().map(|it| Mentioned::Organisation(it.id.clone())))
    }
}

impl Mentioned {
    /// The names by which texts in a language mention countries and organisations.
    pub fn names(language: &str) -> impl Iterator<Item = (Mentioned, &'static str)> {
        let countries = COUNTRIES.lines().filter_map(move |line| {
            let (code, names) = line.strip_prefix(language)?.strip_prefix('\t')?.split_once('\t')?;
            Some((code.parse::<Country>().ok()?, names))
        });
        let countries = countries.flat_map(|(country, names)| {
            names.split('|').map(move |name| (Mentioned::Country(country), name))
        });
        countries.chain(Organisation::names(language).map(|(own, name)| (Mentioned::Organisation(own), name)))
    }

    /// As an index and a link have it: `KZ`, `org:csto`.
    pub fn id(&self) -> &str {
        match self {
            Mentioned::Country(country) => country.code(),
            Mentioned::Organisation(organisation) => organisation.id(),
        }
    }

    /// As a query has it: `kz`, `csto`.
    pub fn in_query(&self) -> String {
        match self {
            Mentioned::Country(country) => country.code().to_ascii_lowercase(),
            Mentioned::Organisation(organisation) => organisation.slug().to_owned(),
        }
    }

    /// For readers: `Kazakhstan`, `CSTO`.
    pub fn label(&self) -> &str {
        match self {
            Mentioned::Country(country) => country.name(),
            Mentioned::Organisation(organisation) => organisation.label(),
        }
    }
}

impl FromStr for Mentioned {
    type Err = MentionedError;

    /// Takes a country's code or name, or else an organisation's id, short name or name: `AU` is Australia, and the African
    /// Union has to be written in full.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let country = || text.parse().map(Mentioned::Country).ok();
        let organisation = || text.parse().map(Mentioned::Organisation).ok();
        country().or_else(organisation).ok_or_else(|| MentionedError(text.to_owned()))
    }
}

impl fmt::Display for Mentioned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_ids_lead_to_what_they_are_of() {
        for (text, id) in [
            ("KZ", "KZ"),
            ("kazakhstan", "KZ"),
            ("CSTO", "org:csto"),
            ("org:eu", "org:eu"),
            ("AU", "AU"),
            ("African Union", "org:african-union"),
            ("ООН", "org:un"),
        ] {
            assert_eq!(text.parse::<Mentioned>().unwrap().id(), id, "{text}");
        }
        assert!("Karvonia".parse::<Mentioned>().unwrap_err().to_string().contains("org:csto"));
    }

    #[test]
    fn what_a_query_has_is_read_back() {
        let countries = Country::all().map(Mentioned::Country);
        for mentioned in countries.chain(Organisation::all().map(Mentioned::Organisation)) {
            assert_eq!(mentioned.in_query().parse(), Ok(mentioned.clone()), "{mentioned}");
            assert_eq!(mentioned.id().parse(), Ok(mentioned));
        }
    }

    #[test]
    fn every_row_has_a_code_and_no_name_two_owners() {
        let mut languages: Vec<&str> = Vec::new();
        for row in COUNTRIES.lines().filter(|line| !line.starts_with('#')) {
            let [language, code, names] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            assert_eq!(code.parse::<Country>().unwrap().code(), code);
            assert!(names.split('|').all(|name| name.chars().count() > 1), "{row}");
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        for language in languages {
            let mut owners = std::collections::HashMap::new();
            for (mentioned, name) in Mentioned::names(language) {
                let owner = owners.entry(name).or_insert(mentioned.clone());
                assert_eq!(*owner, mentioned, "{name} in {language}");
            }
        }
    }
}
