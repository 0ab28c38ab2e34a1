//! Values of a record, read one by one; what can't be read is remembered as a warning.

use std::fmt::Display;
use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use verbale_statement::Provenance;

use super::shown;
use crate::outcome::Warning;
use crate::whitespace::some_line;

/// Reads values and gathers warnings.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// What couldn't be read so far.
    pub(super) warnings: Vec<Warning>,
}

impl Fields {
    /// A text, or a number taken as one; none if it is empty.
    pub(super) fn string(&mut self, field: &'static str, value: Option<Value>) -> Option<String> {
        match value? {
            Value::Null => None,
            Value::String(text) => some_line(&text),
            Value::Number(number) => Some(number.to_string()),
            other => self.refuse(field, &other, "it must be a string"),
        }
    }

    /// A text without which what it belongs to is left out.
    pub(super) fn needed(&mut self, field: &'static str, value: Option<Value>) -> Option<String> {
        match value {
            None | Some(Value::Null) => self.refuse(field, &Value::Null, "it is needed"),
            value => self.string(field, value),
        }
    }

    /// A text that `read` understands.
    pub(super) fn read<T, E: Display>(
        &mut self,
        field: &'static str,
        value: Option<Value>,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.string(field, value)?;
        read(&text).map_or_else(|error| self.refuse(field, &Value::String(text.clone()), error), Some)
    }

    /// A text that parses.
    pub(super) fn parsed<T: FromStr<Err: Display>>(
        &mut self,
        field: &'static str,
        value: Option<Value>,
    ) -> Option<T> {
        self.read(field, value, str::parse)
    }

    /// One of the values that a type of the schema lists.
    pub(super) fn enumerated<T: DeserializeOwned>(
        &mut self,
        field: &'static str,
        value: Option<Value>,
    ) -> Option<T> {
        let value = value.filter(|value| !value.is_null())?;
        T::deserialize(&value).map_or_else(|error| self.refuse(field, &value, error), Some)
    }

    /// A place in a list of `length`.
    pub(super) fn index(
        &mut self,
        field: &'static str,
        value: Option<Value>,
        length: usize,
    ) -> Option<usize> {
        let value = value.filter(|value| !value.is_null())?;
        let index = value.as_u64().and_then(|index| usize::try_from(index).ok());
        match index.filter(|index| *index < length) {
            None => self.refuse(field, &value, format!("it must be an index into {length} speakers")),
            found => found,
        }
    }

    /// The members of a list; a value that isn't one has none.
    pub(super) fn list(&mut self, field: &'static str, value: Option<Value>) -> Vec<Value> {
        match value {
            Some(Value::Array(values)) => values,
            None | Some(Value::Null) => Vec::new(),
            Some(other) => self.refuse(field, &other, "it must be an array").unwrap_or_default(),
        }
    }

    /// Where values were found; nowhere if that can't be read.
    pub(super) fn provenance(&mut self, value: Option<Value>) -> Provenance {
        self.enumerated("provenance", value).unwrap_or_default()
    }

    /// An object.
    pub(super) fn object(&mut self, field: &'static str, value: Value) -> Option<Map<String, Value>> {
        match value {
            Value::Object(object) => Some(object),
            other => self.refuse(field, &other, "it must be an object"),
        }
    }

    fn refuse<T>(&mut self, field: &'static str, value: &Value, problem: impl Display) -> Option<T> {
        let (value, problem) = (shown(&value.to_string()), problem.to_string());
        self.warnings.push(Warning::Field { field, value, problem });
        None
    }
}
