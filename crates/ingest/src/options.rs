//! What a caller can say about the input.

use std::str::FromStr;

use crate::site::Sites;

/// How input is to be read.
#[derive(Debug, Clone)]
pub struct Options {
    /// Which columns of tables and which keys of JSON objects hold what. Without it they are known by the names
    /// of the schema's own keys.
    pub mapping: Option<Mapping>,
    /// Whether the first record of a CSV or TSV file names its columns.
    pub header: bool,
    /// The sites whose pages, and the data sets whose files, are known.
    pub sites: Sites,
}

impl Default for Options {
    /// No mapping, tables with a header, and the sites that Verbale comes with.
    fn default() -> Self {
        Self { mapping: None, header: true, sites: Sites::built_in() }
    }
}

/// Which column or key holds which field of a statement, written `title=Headline,text=Body,date=3`.
///
/// A column is named by its name or, in a table, by its number counted from 1; a name goes before a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping(Vec<(String, String)>);

/// Why a text is no [`Mapping`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// A part without `=`, or with nothing on one side of it.
    #[error("{0:?} maps nothing; write field=column, such as text=Body")]
    Form(String),
    /// There is no such field.
    #[error("{0:?} is no field of a statement; there are {fields}", fields = Mapping::FIELDS.join(", "))]
    Field(String),
    /// Two columns for one field.
    #[error("{0:?} is mapped twice; a field comes from one column")]
    Twice(String),
}

impl Mapping {
    /// The fields that can be mapped.
    pub const FIELDS: [&'static str; 15] = [
        "id",
        "text",
        "title",
        "date",
        "language",
        "kind",
        "speaker",
        "role",
        "affiliation",
        "organisation",
        "country",
        "countries",
        "event",
        "place",
        "url",
    ];

    /// Field and column, in the order in which they were given.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, column)| (field.as_str(), column.as_str()))
    }
}

impl FromStr for Mapping {
    type Err = MappingError;

    fn from_str(text: &str) -> Result<Self, MappingError> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for part in text.split(',') {
            let (field, column) = part
                .split_once('=')
                .map(|(field, column)| (field.trim().to_lowercase(), column.trim()))
                .filter(|(field, column)| !field.is_empty() && !column.is_empty())
                .ok_or_else(|| MappingError::Form(part.to_owned()))?;
            if !Self::FIELDS.contains(&field.as_str()) {
                return Err(MappingError::Field(field));
            }
            if pairs.iter().any(|(known, _)| *known == field) {
                return Err(MappingError::Twice(field));
            }
            pairs.push((field, column.to_owned()));
        }
        Ok(Self(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_read_as_it_is_written_on_a_command_line() {
        let mapping: Mapping = "text=Full text, date=3".parse().unwrap();
        assert_eq!(mapping.pairs().collect::<Vec<_>>(), [("text", "Full text"), ("date", "3")]);
    }

    #[test]
    fn a_wrong_mapping_says_what_is_wrong() {
        for (text, reason) in [
            ("", "\"\" maps nothing"),
            ("text", "\"text\" maps nothing"),
            ("text=", "maps nothing"),
            ("body=2", "\"body\" is no field of a statement; there are id, text,"),
            ("text=1,text=2", "mapped twice"),
        ] {
            let error = text.parse::<Mapping>().unwrap_err().to_string();
            assert!(error.contains(reason), "{text}: {error}");
        }
    }
}
