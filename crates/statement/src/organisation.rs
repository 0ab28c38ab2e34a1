//! International organisations, by stable identifiers.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

const TABLE: &str = include_str!("../../../index-data/gazetteer/organisations.tsv");

/// The languages of the table's last columns.
const LANGUAGES: [&str; 6] = ["en", "ru", "fr", "es", "ar", "zh"];

/// What every id begins with.
const PREFIX: &str = "org:";

/// An international organisation or body of one, such as `org:csto`.
///
/// The identifiers are our own; `index-data/gazetteer/organisations.tsv` lists them. One that isn't listed, as an archive
/// of another version may have it, is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Organisation(String);

/// Why a text names no organisation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no organisation that is known here; write an id such as org:csto, a short name or a name")]
pub struct OrganisationError(String);

struct Row {
    id: &'static str,
    label: &'static str,
    name: &'static str,
    names: [&'static str; LANGUAGES.len()],
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    // A row that isn't well formed would be left out; a test holds that all are.
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let [id, label, name, names @ ..] = &line.split('\t').collect::<Vec<_>>()[..] else { return None };
        Some(Row { id, label, name, names: names.try_into().ok()? })
    })
    .collect()
});

static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for row in ROWS.iter() {
        let names = row.names.iter().flat_map(|names| names.split('|'));
        for name in [row.id, slug(row.id), row.label, row.name].into_iter().chain(names) {
            known.entry(name.to_lowercase()).or_insert(row.id);
        }
    }
    known
});

fn slug(id: &str) -> &str {
    id.strip_prefix(PREFIX).unwrap_or(id)
}

impl Organisation {
    /// Every organisation, in the order of the table.
    pub fn all() -> impl Iterator<Item = Organisation> {
        ROWS.iter().map(|row| Organisation(row.id.to_owned()))
    }

    /// The names by which texts in a language mention organisations; none in other languages than the six of the United
    /// Nations. A name in capitals counts in capitals only.
    pub fn names(language: &str) -> impl Iterator<Item = (Organisation, &'static str)> {
        let column = LANGUAGES.iter().position(|own| *own == language);
        ROWS.iter().filter_map(move |row| Some((row.id, row.names[column?]))).flat_map(|(id, names)| {
            names.split('|').filter(|name| !name.is_empty()).map(|name| (Organisation(id.to_owned()), name))
        })
    }

    /// The id: `org:csto`.
    pub fn id(&self) -> &str {
        &self.0
    }

    /// The id as a query has it: `csto`.
    pub fn slug(&self) -> &str {
        slug(&self.0)
    }

    /// The short name: `CSTO`.
    pub fn label(&self) -> &str {
        self.row().map_or(self.slug(), |row| row.label)
    }

    /// The English name: `Collective Security Treaty Organization`.
    pub fn name(&self) -> &str {
        self.row().map_or(self.slug(), |row| row.name)
    }

    fn row(&self) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.id == self.0)
    }
}

impl FromStr for Organisation {
    type Err = OrganisationError;

    /// Takes an id, with or without `org:`, or a name of the table in any case.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = NAMES.get(&text.trim().to_lowercase());
        known.map(|id| Organisation((*id).to_owned())).ok_or_else(|| OrganisationError(text.to_owned()))
    }
}

impl fmt::Display for Organisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Organisation {
    type Error = OrganisationError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_id = text.strip_prefix(PREFIX).is_some_and(|slug| {
            !slug.is_empty()
                && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        });
        if is_id { Ok(Organisation(text)) } else { text.parse() }
    }
}

impl From<Organisation> for String {
    fn from(organisation: Organisation) -> Self {
        organisation.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_is_known_by_its_ids_and_names_in_six_languages() {
        for text in [
            "org:csto",
            "CSTO",
            "csto",
            "ОДКБ",
            "OTSC",
            "Collective Security Treaty Organization",
            "منظمة معاهدة الأمن الجماعي",
            "集安组织",
        ] {
            assert_eq!(text.parse::<Organisation>().unwrap().id(), "org:csto", "{text}");
        }
        let csto: Organisation = "csto".parse().unwrap();
        assert_eq!((csto.slug(), csto.label()), ("csto", "CSTO"));
        assert!("Halvern Pact".parse::<Organisation>().is_err());
    }

    #[test]
    fn every_row_is_well_formed_and_no_name_has_two_owners() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(ROWS.len(), lines);
        for row in ROWS.iter() {
            assert_eq!(Organisation::try_from(row.id.to_owned()).unwrap().name(), row.name);
            for (language, names) in LANGUAGES.iter().zip(row.names) {
                assert!(!names.is_empty(), "{} in {language}", row.id);
                for name in names.split('|') {
                    let others = Organisation::names(language).filter(|(_, other)| *other == name);
                    assert!(others.into_iter().all(|(own, _)| own.id() == row.id), "{name} in {language}");
                }
            }
        }
    }

    #[test]
    fn an_id_of_another_version_is_kept() {
        let later: Organisation = serde_json::from_str("\"org:lake-forum\"").unwrap();
        assert_eq!((later.label(), later.to_string().as_str()), ("lake-forum", "org:lake-forum"));
        assert!(serde_json::from_str::<Organisation>("\"org:Lake Forum\"").is_err());
    }
}
