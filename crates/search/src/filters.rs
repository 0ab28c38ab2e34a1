//! What statements must have beside what a query asks for.

use std::collections::BTreeMap;
use std::str::FromStr;

use verbale_index::{Clause, Facet};
use verbale_query::{DateRange, Query};
use verbale_statement::{Country, Field, Kind, Language, Mentioned, PartialDate};

/// Values of facets that statements must have, letter by letter: of one facet one of them, of every facet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters(BTreeMap<Facet, Vec<String>>);

/// Why a text is no value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// There is no such kind, language or country.
    #[error("{0}")]
    Value(String),
    /// It is no year.
    #[error("{0:?} is no year; write four digits, such as 2021")]
    Year(String),
    /// It says nothing.
    #[error("a value of {0} can't be empty")]
    Empty(Facet),
}

impl Filters {
    /// Statements with `value` of `facet`, beside others of the same facet. The value is taken as it stands: as
    /// [`crate::FacetCounts`] has it.
    pub fn insert(&mut self, facet: Facet, value: impl Into<String>) {
        let (values, value) = (self.0.entry(facet).or_default(), value.into());
        if !values.contains(&value) {
            values.push(value);
        }
    }

    /// The value that a reader types as statements have it: kinds, languages, countries and organisations by their codes, whatever name
    /// they are given by, and without white space around it.
    ///
    /// # Errors
    /// If it can be no value of the facet.
    pub fn value(facet: Facet, typed: &str) -> Result<String, FilterError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(FilterError::Empty(facet));
        }
        Ok(match facet {
            Facet::Kind => known(typed, |kind: &Kind| kind.name())?,
            Facet::Language => known(typed, Language::code)?,
            Facet::Country => known(typed, Country::code)?,
            Facet::Mentions => known(typed, Mentioned::id)?,
            Facet::Year => year(typed).ok_or_else(|| FilterError::Year(typed.chars().take(40).collect()))?,
            Facet::Speaker | Facet::Organisation | Facet::Event | Facet::Place => typed.to_owned(),
        })
    }

    /// Statements with the value that a reader types.
    ///
    /// # Errors
    /// If it can be no value of the facet.
    pub fn add(&mut self, facet: Facet, typed: &str) -> Result<(), FilterError> {
        self.insert(facet, Self::value(facet, typed)?);
        Ok(())
    }

    /// These and one more.
    pub fn with(&self, facet: Facet, value: impl Into<String>) -> Self {
        let mut filters = self.clone();
        filters.insert(facet, value);
        filters
    }

    /// These but for one.
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        let mut filters = self.clone();
        if let Some(values) = filters.0.get_mut(&facet) {
            values.retain(|own| own != value);
            if values.is_empty() {
                filters.0.remove(&facet);
            }
        }
        filters
    }

    /// The values of a facet, in the order in which they were chosen; one of them is enough. Without any, all will do.
    pub fn of(&self, facet: Facet) -> &[String] {
        self.0.get(&facet).map_or(&[], Vec::as_slice)
    }

    /// Every value with its facet.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.0.iter().flat_map(|(facet, values)| values.iter().map(|value| (*facet, value.as_str())))
    }

    /// Whether every statement will do.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The conditions, without those on `but`.
    pub(crate) fn clauses(&self, but: Option<Facet>) -> impl Iterator<Item = Clause> {
        self.0.iter().filter(move |(facet, _)| Some(**facet) != but).map(|(facet, values)| {
            let is = |value: &String| Clause::Is { facet: *facet, value: value.clone() };
            match values.as_slice() {
                [only] => is(only),
                _ => Clause::Some { minimum: 1, clauses: values.iter().map(is).collect() },
            }
        })
    }

    /// The same in the query language, as nearly as it can say it.
    pub(crate) fn queries(&self) -> impl Iterator<Item = Query> {
        self.0.iter().map(|(facet, values)| {
            Query::any_of(values.iter().filter_map(|value| in_the_query_language(*facet, value)))
        })
    }
}

fn in_the_query_language(facet: Facet, value: &str) -> Option<Query> {
    let phrase = |field| Query::Phrase { field: Some(field), text: value.replace('"', " ") };
    Some(match facet {
        Facet::Kind => Query::Kind(value.parse().ok()?),
        Facet::Language => Query::Language(value.parse().ok()?),
        Facet::Country => Query::Country(value.parse().ok()?),
        Facet::Mentions => Query::Mentions(value.parse().ok()?),
        Facet::Year => {
            let year: PartialDate = value.parse().ok()?;
            Query::Date(DateRange { from: Some(year), to: Some(year) })
        }
        Facet::Speaker => phrase(Field::Speaker),
        Facet::Organisation => phrase(Field::Organisation),
        Facet::Event => phrase(Field::Event),
        Facet::Place => phrase(Field::Place),
    })
}

/// The name under which the index has what a reader types.
fn known<T: FromStr<Err: ToString>>(typed: &str, name: impl Fn(&T) -> &str) -> Result<String, FilterError> {
    let value: T = typed.parse().map_err(|error: T::Err| FilterError::Value(error.to_string()))?;
    Ok(name(&value).to_owned())
}

fn year(text: &str) -> Option<String> {
    let digits = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| format!("{text:0>4}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_taken_as_readers_type_them() {
        let mut filters = Filters::default();
        for (facet, typed) in [
            (Facet::Kind, "speech"),
            (Facet::Language, "RU"),
            (Facet::Language, "ru"),
            (Facet::Speaker, "  Mira Tolvane "),
            (Facet::Year, "987"),
        ] {
            filters.add(facet, typed).unwrap();
        }
        let all: Vec<_> = filters.iter().collect();
        assert_eq!(
            all,
            [
                (Facet::Kind, "speech"),
                (Facet::Language, "ru"),
                (Facet::Speaker, "Mira Tolvane"),
                (Facet::Year, "0987")
            ]
        );
        assert_eq!(filters.without(Facet::Year, "0987").of(Facet::Year), [""; 0]);
    }

    #[test]
    fn refusals_say_what_to_write() {
        let refusal = |facet, typed| Filters::default().add(facet, typed).unwrap_err().to_string();
        assert!(refusal(Facet::Kind, "sermon").contains("there are speech, interview"));
        assert!(refusal(Facet::Language, "english-ish").contains("such as en, ru or zh"));
        assert!(refusal(Facet::Year, "soon").contains("write four digits"));
        assert_eq!(refusal(Facet::Place, " "), "a value of place can't be empty");
    }
}
