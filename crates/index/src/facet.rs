//! What statements are grouped and filtered by, value for value.

use std::fmt;
use std::str::FromStr;

/// A property whose values are taken letter by letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// The sort of text, by its name.
    Kind,
    /// The languages of the paragraphs, by their codes.
    Language,
    /// The states that it is made for, by their codes.
    Country,
    /// The countries and organisations that it mentions, by their codes and ids.
    Mentions,
    /// The names of the speakers.
    Speaker,
    /// Who issued it.
    Organisation,
    /// The occasion.
    Event,
    /// Where it was made.
    Place,
    /// The year of the date, in four digits.
    Year,
}

/// There is no facet of the name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no facet {0:?}; facets are {names}", names = Facet::ALL.map(Facet::name).join(", "))]
pub struct FacetError(String);

impl Facet {
    /// Every facet, in the order in which they are shown.
    pub const ALL: [Facet; 9] = [
        Facet::Kind,
        Facet::Language,
        Facet::Country,
        Facet::Mentions,
        Facet::Speaker,
        Facet::Organisation,
        Facet::Event,
        Facet::Place,
        Facet::Year,
    ];

    /// The name in requests and answers.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Kind => "kind",
            Facet::Language => "lang",
            Facet::Country => "country",
            Facet::Mentions => "mentions",
            Facet::Speaker => "speaker",
            Facet::Organisation => "organisation",
            Facet::Event => "event",
            Facet::Place => "place",
            Facet::Year => "year",
        }
    }

    /// The name of the filter by it, on the command line and in addresses.
    pub fn filter_name(self) -> &'static str {
        match self {
            Facet::Organisation => "org",
            other => other.name(),
        }
    }
}

impl FromStr for Facet {
    type Err = FacetError;

    /// Reads the name of a facet, or of the filter by it.
    fn from_str(name: &str) -> Result<Self, FacetError> {
        let facet = Facet::ALL.into_iter().find(|facet| facet.name() == name || facet.filter_name() == name);
        facet.ok_or_else(|| FacetError(name.chars().take(40).collect()))
    }
}

/// Facets as a reader lists them: names with commas between them, or `all`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets(Vec<Facet>);

impl Facets {
    /// The facets of all `lists`, each once, in the order in which they are named first.
    pub fn of_all(lists: impl IntoIterator<Item = Facets>) -> Vec<Facet> {
        let mut facets = Vec::new();
        for facet in lists.into_iter().flat_map(|list| list.0) {
            if !facets.contains(&facet) {
                facets.push(facet);
            }
        }
        facets
    }
}

impl FromStr for Facets {
    type Err = FacetError;

    fn from_str(names: &str) -> Result<Self, FacetError> {
        let mut facets = Vec::new();
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            match name {
                "all" => facets.extend(Facet::ALL),
                name => facets.push(name.parse()?),
            }
        }
        Ok(Self(facets))
    }
}

impl fmt::Display for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facets_are_known_by_their_names_and_by_those_of_their_filters() {
        for facet in Facet::ALL {
            assert_eq!((facet.name().parse(), facet.filter_name().parse()), (Ok(facet), Ok(facet)));
        }
        assert!("Lang".parse::<Facet>().is_err());
    }

    #[test]
    fn lists_name_each_once_and_may_name_all() {
        let read = |lists: &[&str]| -> Result<Vec<Facet>, FacetError> {
            let lists: Result<Vec<Facets>, _> = lists.iter().map(|list| list.parse()).collect();
            Ok(Facets::of_all(lists?))
        };
        assert_eq!(
            read(&["year, org", "organisation,,lang", ""]),
            Ok(vec![Facet::Year, Facet::Organisation, Facet::Language])
        );
        assert_eq!(read(&["all"]), Ok(Facet::ALL.to_vec()));
        let year_first = read(&["year,all"]).unwrap();
        assert_eq!((year_first[0], year_first.len()), (Facet::Year, Facet::ALL.len()));
        let refusal = read(&["lang,colour"]).unwrap_err().to_string();
        assert!(refusal.starts_with("there is no facet \"colour\"; facets are kind, lang"), "{refusal}");
    }
}
