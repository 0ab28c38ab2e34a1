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
}

impl FromStr for Facet {
    type Err = FacetError;

    fn from_str(name: &str) -> Result<Self, FacetError> {
        let facet = Facet::ALL.into_iter().find(|facet| facet.name() == name);
        facet.ok_or_else(|| FacetError(name.chars().take(40).collect()))
    }
}

impl fmt::Display for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
