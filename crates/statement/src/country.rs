//! Countries, by their codes of ISO 3166.

mod gazetteer;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use gazetteer::{Entry, GAZETTEER};

/// A country or territory of ISO 3166-1, or one of the states of the past that ISO 3166-3 lists and that were members
/// of the United Nations or spoke before them.
///
/// A state that goes on under another name is one country, whichever name a text has: Zaire is `CD`, Burma `MM`, the
/// Byelorussian SSR `BY`. A state that ended by falling apart or by joining another is a country of its own: the Soviet
/// Union `SU`, Yugoslavia `YU`, Czechoslovakia `CS`, the German Democratic Republic `DD`, Democratic Yemen `YD`. ISO
/// gave `CS` a second time, to Serbia and Montenegro; that was what remained of Yugoslavia, and is `YU` here. What has
/// no code in ISO 3166, as Kosovo has none, is no country here.
///
/// Codes and English short names are those of the crate `rust_iso3166`. Where another English name is shown, and names
/// in other languages, are in `index-data/gazetteer/countries.tsv`; most are those of Unicode's CLDR.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// Why a text names no country.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no country; write a code of ISO 3166 such as KZ or KAZ, or a name")]
pub struct CountryError(String);

impl Country {
    /// Every country, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Country> {
        GAZETTEER.countries()
    }

    /// The country that a text names, with nothing else in it: by a short or a long name in English, Russian, French,
    /// Spanish, Arabic or Chinese, in Russian also in the genitive. Case, accents and signs don't count. Codes are no
    /// names: "in" and "no" are words.
    pub fn named(text: &str) -> Option<Country> {
        GAZETTEER.named(&gazetteer::fold(text))
    }

    /// The code in two capitals: `KZ`.
    pub fn code(&self) -> &str {
        // Only ASCII letters ever get in.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The code in three capitals: `KAZ`.
    pub fn long_code(&self) -> &'static str {
        self.entry().map_or("", |entry| entry.long_code)
    }

    /// The English short name: `Kazakhstan`.
    pub fn name(&self) -> &'static str {
        self.entry().map_or("", |entry| entry.name)
    }

    fn entry(&self) -> Option<&'static Entry> {
        GAZETTEER.entry(*self)
    }
}

impl FromStr for Country {
    type Err = CountryError;

    /// Takes a code of two or three letters in any case, of today or of the past, or a name as [`Country::named`] does.
    fn from_str(text: &str) -> Result<Self, CountryError> {
        GAZETTEER
            .coded(text.trim())
            .or_else(|| Country::named(text))
            .ok_or_else(|| CountryError(text.to_owned()))
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.code())
    }
}

impl TryFrom<String> for Country {
    type Error = CountryError;
    fn try_from(text: String) -> Result<Self, CountryError> {
        text.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

#[cfg(test)]
mod tests;
