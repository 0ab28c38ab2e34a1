//! The parameters of a URL, read one by one.

use std::convert::Infallible;
use std::fmt::Display;
use std::str::FromStr;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use url::form_urlencoded;
use verbale_statement::{Language, PartialDate, StatementId};

use crate::failure::Failure;

/// The parameters as sent, decoded, in their order. A blank value is no value: HTML forms send one for every
/// field that is left empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The parameters in the query of a URL.
    pub(crate) fn read(query: &str) -> Self {
        let sent = form_urlencoded::parse(query.as_bytes()).into_owned();
        Self(sent.filter(|(_, value)| !value.trim().is_empty()).collect())
    }

    /// The fields of a form.
    pub(crate) fn of_form(body: &[u8]) -> Self {
        Self::read(&String::from_utf8_lossy(body))
    }

    /// The value of a parameter that must be given once.
    pub(crate) fn required(&self, name: &str) -> Result<&str, Failure> {
        self.scalar(name)?.ok_or_else(|| invalid(name, "a value is missing"))
    }

    /// Refuses parameters other than those in one of the lists, so that a misspelt filter isn't taken for no filter.
    pub(crate) fn only(&self, known: &[&[&str]]) -> Result<(), Failure> {
        let known = known.concat();
        match self.0.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            None => Ok(()),
            Some((name, _)) => {
                Err(invalid(name, format!("there is no such parameter; there are {}", known.join(", "))))
            }
        }
    }

    /// Every value of `name` as typed.
    pub(crate) fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The value of a parameter that may be given once.
    pub(crate) fn scalar(&self, name: &str) -> Result<Option<&str>, Failure> {
        let mut values = self.values(name);
        match (values.next(), values.next()) {
            (_, Some(_)) => Err(invalid(name, "it is given more than once; give one value")),
            (value, None) => Ok(value),
        }
    }

    /// The values of a parameter that may be repeated, or hold several values with commas between them.
    pub(crate) fn list<T: FromStr<Err: Display> + PartialEq>(&self, name: &str) -> Result<Vec<T>, Failure> {
        let mut list = Vec::new();
        let values = self.values(name).flat_map(|value| value.split(',')).map(str::trim);
        for value in values.filter(|value| !value.is_empty()) {
            let value = value.parse().map_err(|error: T::Err| invalid(name, error))?;
            if !list.contains(&value) {
                list.push(value);
            }
        }
        Ok(list)
    }

    /// The language that a parameter names.
    pub(crate) fn language(&self, name: &str) -> Result<Option<Language>, Failure> {
        self.scalar(name)?.map(|text| text.trim().parse().map_err(|error| invalid(name, error))).transpose()
    }

    /// The date that a parameter gives.
    pub(crate) fn date(&self, name: &str) -> Result<Option<PartialDate>, Failure> {
        self.scalar(name)?.map(|text| text.parse().map_err(|error| invalid(name, error))).transpose()
    }

    /// The whole number from 1 to `most` that a parameter gives.
    pub(crate) fn number(&self, name: &str, most: u32) -> Result<Option<u32>, Failure> {
        let Some(text) = self.scalar(name)? else { return Ok(None) };
        match text.trim().parse() {
            Ok(number) if (1..=most).contains(&number) => Ok(Some(number)),
            _ if most == u32::MAX => Err(invalid(name, format!("{text:?} is no number from 1 on"))),
            _ => Err(invalid(name, format!("{text:?} is no number from 1 to {most}"))),
        }
    }

    /// The one of `choices` whose name a parameter gives.
    pub(crate) fn choice<T: Copy>(&self, name: &str, choices: &[Choice<T>]) -> Result<Option<T>, Failure> {
        let Some(text) = self.scalar(name)? else { return Ok(None) };
        match choices.iter().find(|choice| choice.name == text.trim()) {
            Some(choice) => Ok(Some(choice.value)),
            None => {
                let names: Vec<_> = choices.iter().map(|choice| choice.name).collect();
                Err(invalid(name, format!("{text:?} is none of {}", names.join(", "))))
            }
        }
    }
}

/// One of a few things that a parameter can say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice<T> {
    /// What is sent.
    pub(crate) name: &'static str,
    /// What it stands for.
    pub(crate) value: T,
    /// What is read.
    pub(crate) label: &'static str,
}

/// A choice for a table of them.
pub(crate) const fn choice<T>(name: &'static str, value: T, label: &'static str) -> Choice<T> {
    Choice { name, value, label }
}

impl<S: Send + Sync> FromRequestParts<S> for Parameters {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::read(parts.uri.query().unwrap_or_default()))
    }
}

/// The statement that the path of a URL names.
pub(crate) struct Named(pub(crate) StatementId);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        // Only a path that isn't UTF-8 when decoded has no text.
        let Path(text) =
            Path::<String>::from_request_parts(parts, state).await.map_err(|_| Failure::NotFound)?;
        StatementId::new(text.as_str()).map(Self).map_err(|_| Failure::UnknownStatement(text))
    }
}

/// What is wrong with a parameter.
pub(crate) fn invalid(name: &str, reason: impl ToString) -> Failure {
    Failure::InvalidParameter { name: name.to_owned(), reason: reason.to_string() }
}
