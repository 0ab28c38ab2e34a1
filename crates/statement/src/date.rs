//! Dates as statements give them: sometimes a day, sometimes only a month or a year.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A date with the precision that its source gives: a year, a month or a day of the Gregorian calendar,
/// years 1 to 9999. Written as ISO 8601 writes it: `2021`, `2021-11`, `2021-11-17`.
///
/// Ordered by its first day, the less precise first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// Why a text or a set of numbers is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not of the form `2021`, `2021-11` or `2021-11-17`.
    #[error("{0:?} is no date; write 2021, 2021-11 or 2021-11-17")]
    Form(String),
    /// No such day in the calendar.
    #[error("there is no {0} in the calendar")]
    Calendar(String),
}

impl PartialDate {
    /// A whole year.
    ///
    /// # Errors
    /// [`DateError::Calendar`] outside of 1 to 9999.
    pub fn year(year: i16) -> Result<Self, DateError> {
        Self::new(year, None, None)
    }

    /// A whole month; months count from 1.
    ///
    /// # Errors
    /// [`DateError::Calendar`] if there is no such month.
    pub fn month(year: i16, month: i8) -> Result<Self, DateError> {
        Self::new(year, Some(month), None)
    }

    /// A day; months and days count from 1.
    ///
    /// # Errors
    /// [`DateError::Calendar`] if there is no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        Self::new(year, Some(month), Some(day))
    }

    fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Result<Self, DateError> {
        let date = Self { year, month, day };
        match Date::new(year, month.unwrap_or(1), day.unwrap_or(1)) {
            Ok(_) if year >= 1 => Ok(date),
            _ => Err(DateError::Calendar(date.to_string())),
        }
    }

    /// The first day that the date can mean.
    pub fn first_day(self) -> Date {
        jiff::civil::date(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that the date can mean.
    pub fn last_day(self) -> Date {
        match (self.month, self.day) {
            (Some(month), Some(day)) => jiff::civil::date(self.year, month, day),
            (Some(month), None) => jiff::civil::date(self.year, month, 1).last_of_month(),
            _ => jiff::civil::date(self.year, 12, 31),
        }
    }

    /// The year.
    pub fn calendar_year(self) -> i16 {
        self.year
    }

    /// Whether the date says more than a year and a month.
    pub fn is_day(self) -> bool {
        self.day.is_some()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form(text.to_owned());
        let mut parts = text.trim().split('-');
        let mut number = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() <= digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| form())
            }
            Some(_) => Err(form()),
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() || text.trim().split('-').next().map(str::len) != Some(4) {
            return Err(form());
        }
        let small = |n: Option<i16>| n.map(|n| i8::try_from(n).map_err(|_| form())).transpose();
        Self::new(year.ok_or_else(form)?, small(month)?, small(day)?)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        for text in ["2021", "2021-11", "2021-11-17", "0001-01-01"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in
            ["", "21", "2021-", "2021-13", "2021-02-30", "17.11.2021", "2021-11-17-1", "0000", "-2021"]
        {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_date_spans_the_days_it_can_mean() {
        let span = |text: &str| {
            let date: PartialDate = text.parse().unwrap();
            format!("{}..{}", date.first_day(), date.last_day())
        };
        assert_eq!(span("2020-02"), "2020-02-01..2020-02-29");
        assert_eq!(span("1991"), "1991-01-01..1991-12-31");
        assert_eq!(span("2021-11-17"), "2021-11-17..2021-11-17");
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,12}") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert!(date.first_day() <= date.last_day());
                prop_assert_eq!(date.to_string().parse::<PartialDate>(), Ok(date));
            }
        }
    }
}
