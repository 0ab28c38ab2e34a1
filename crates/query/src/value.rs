//! The values of `country:`, `mentions:`, `kind:`, `lang:` and `date:`, and the number behind `^`.

use verbale_statement::{DateError, Field, Kind, Language, PartialDate};

use crate::note::shortened;
use crate::{DateRange, Factor, Query};

/// A value that could be read, with what is to be said about it.
pub(crate) struct Value {
    pub(crate) query: Query,
    pub(crate) remark: Option<String>,
}

/// What can stand behind the colon of a field.
pub(crate) fn possible(field: Field) -> String {
    let name = field.name();
    match field {
        Field::Kind => format!("{name}: takes {}", Kind::ALL.map(Kind::name).join(", ")),
        Field::Language => format!("{name}: takes a code or a name, such as en, ru or Chinese"),
        Field::Country => format!("{name}: takes a code or a name, such as kz, KAZ or \"South Africa\""),
        Field::Mentions => {
            format!(
                "{name}: takes a country or an organisation, such as kz, Kazakhstan, csto or \"African Union\""
            )
        }
        Field::Date => format!(
            "{name}: takes 2019, 2019-05, 2019-05-17, 2019..2021, ..2021, 2019.., >=2020-03, >2020, <=2020 or <2020"
        ),
        _ => {
            format!("{name}: takes a word, a quotation, or words in parentheses, without a space before them")
        }
    }
}

/// Reads one value of a field, or says why it is none. Fields of text have no values: none is read.
pub(crate) fn read(field: Field, text: &str) -> Result<Value, String> {
    match field {
        Field::Kind => match text.parse() {
            Ok(kind) => Ok(Value { query: Query::Kind(kind), remark: None }),
            Err(_) => Err(format!("{:?} is no kind of statement", shortened(text))),
        },
        Field::Language => language(text),
        Field::Country => match text.parse() {
            Ok(country) => Ok(Value { query: Query::Country(country), remark: None }),
            Err(_) => Err(format!("{:?} is no country that is known here", shortened(text))),
        },
        Field::Mentions => match text.parse() {
            Ok(mentioned) => Ok(Value { query: Query::Mentions(mentioned), remark: None }),
            Err(_) => Err(format!("{:?} is no country or organisation that is known here", shortened(text))),
        },
        Field::Date => match range(text) {
            Ok((range, remark)) => Ok(Value { query: Query::Date(range), remark }),
            Err(DateError::Form(_)) => Err(format!("{:?} is no date", shortened(text))),
            Err(error) => Err(error.to_string()),
        },
        _ => Err(format!("{} has no values", field.name())),
    }
}

/// Whether a field is asked for values and not for words.
pub(crate) fn has_values(field: Field) -> bool {
    matches!(field, Field::Country | Field::Mentions | Field::Kind | Field::Language | Field::Date)
}

/// The factor of a number that has digits and a point, and what is to be said if it is another one.
pub(crate) fn factor(number: &str) -> (Factor, Option<String>) {
    // So many digits that it can't be read are far beyond the limit.
    let asked = number.parse().map_or(f64::INFINITY, |value: f64| (value * 100.0).round());
    let hundredths = asked.clamp(1.0, 10_000.0) as u16;
    let factor = Factor::hundredths(hundredths).unwrap_or(Factor::ONE);
    let remark = (f64::from(hundredths) != asked)
        .then(|| format!("A weight is 0.01 to 100, so this is read as ^{}.", factor.value()));
    (factor, remark)
}

/// A corpus may be tagged with codes that have no name here, so these are searched, but a slip is likelier.
fn language(text: &str) -> Result<Value, String> {
    let unknown = || format!("{:?} is no language", shortened(text));
    let language: Language = text.parse().map_err(|_| unknown())?;
    let query = Query::Language(language);
    if language.name() != language.code() || language == Language::UNDETERMINED {
        return Ok(Value { query, remark: None });
    }
    if language.code().len() != text.len() {
        return Err(unknown());
    }
    let remark =
        format!("{text:?} is searched as a language code, but no language of that code is known here.");
    Ok(Value { query, remark: Some(remark) })
}

fn range(text: &str) -> Result<(DateRange, Option<String>), DateError> {
    let from = |date| DateRange { from: Some(date), to: None };
    let to = |date| DateRange { from: None, to: Some(date) };
    let range = if let Some(date) = text.strip_prefix(">=") {
        from(date.parse()?)
    } else if let Some(date) = text.strip_prefix('>') {
        from(next(date.parse()?)?)
    } else if let Some(date) = text.strip_prefix("<=") {
        to(date.parse()?)
    } else if let Some(date) = text.strip_prefix('<') {
        to(previous(date.parse()?)?)
    } else if let Some((from, to)) = text.split_once("..").filter(|ends| *ends != ("", "")) {
        let end = |text: &str| if text.is_empty() { Ok(None) } else { text.parse().map(Some) };
        DateRange { from: end(from)?, to: end(to)? }
    } else {
        let date = text.parse()?;
        DateRange { from: Some(date), to: Some(date) }
    };
    Ok(match (range.from, range.to) {
        (Some(from), Some(to)) if from.first_day() > to.last_day() => {
            let turned = DateRange { from: Some(to), to: Some(from) };
            (turned, Some(format!("{} ends before it begins; it was read as {turned}.", shortened(text))))
        }
        _ => (range, None),
    })
}

/// The year, month or day after a year, month or day.
fn next(date: PartialDate) -> Result<PartialDate, DateError> {
    let outside = || DateError::Calendar(format!("date after {date}"));
    let day = date.last_day().tomorrow().map_err(|_| outside())?;
    as_precise_as(date, day.year(), day.month(), day.day()).map_err(|_| outside())
}

/// The year, month or day before a year, month or day.
fn previous(date: PartialDate) -> Result<PartialDate, DateError> {
    let outside = || DateError::Calendar(format!("date before {date}"));
    let day = date.first_day().yesterday().map_err(|_| outside())?;
    as_precise_as(date, day.year(), day.month(), day.day()).map_err(|_| outside())
}

fn as_precise_as(date: PartialDate, year: i16, month: i8, day: i8) -> Result<PartialDate, DateError> {
    if date.is_day() {
        PartialDate::day(year, month, day)
    } else if PartialDate::year(date.calendar_year()) == Ok(date) {
        PartialDate::year(year)
    } else {
        PartialDate::month(year, month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match range(text) {
            Ok((range, None)) => range.to_string(),
            Ok((range, Some(remark))) => format!("{range} ({remark})"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn ranges_are_read_in_every_form() {
        for (typed, read) in [
            ("2019", "2019"),
            ("2019-5", "2019-05"),
            ("2019..2021", "2019..2021"),
            ("2019-05..2020", "2019-05..2020"),
            ("..2021", "..2021"),
            ("2019..", "2019.."),
            (">=2020-03", "2020-03.."),
            (">2020", "2021.."),
            (">2020-12", "2021-01.."),
            (">2020-02-29", "2020-03-01.."),
            ("<=2020", "..2020"),
            ("<2020", "..2019"),
            ("<2020-01-01", "..2019-12-31"),
            ("2020-03..2020", "2020-03..2020"),
            ("2021..2019", "2019..2021 (2021..2019 ends before it begins; it was read as 2019..2021.)"),
            (">9999", "there is no date after 9999 in the calendar"),
            ("<0001", "there is no date before 0001 in the calendar"),
            ("2021-13", "there is no 2021-13 in the calendar"),
        ] {
            assert_eq!(shown(typed), read, "{typed}");
        }
        for text in ["", "..", "...", ">", "<=", "soon", "2019-2021", "2019..soon", "2019..2020..2021"] {
            assert!(range(text).is_err(), "{text}");
        }
    }

    #[test]
    fn weights_are_read_as_they_are_written() {
        for hundredths in 1..=10_000 {
            let own = Factor::hundredths(hundredths).unwrap();
            assert_eq!(factor(&own.value().to_string()), (own, None));
        }
        assert_eq!(factor(".5"), (Factor::hundredths(50).unwrap(), None));
        let read = |number: &str| factor(number).1.unwrap();
        assert_eq!(read("0"), "A weight is 0.01 to 100, so this is read as ^0.01.");
        assert_eq!(read("1000"), "A weight is 0.01 to 100, so this is read as ^100.");
    }

    #[test]
    fn a_language_is_taken_by_code_and_name() {
        let read_language = |text| match read(Field::Language, text) {
            Ok(Value { query, remark }) => format!("{query}{}", if remark.is_some() { " (?)" } else { "" }),
            Err(reason) => reason,
        };
        for (typed, read) in [
            ("ru", "lang:ru"),
            ("en-GB", "lang:en"),
            ("Chinese", "lang:zh"),
            ("русский", "lang:ru"),
            ("und", "lang:und"),
            ("qaa", "lang:qaa (?)"),
            ("xx-unknown-word", "\"xx-unknown-word\" is no language"),
            ("klingon", "\"klingon\" is no language"),
        ] {
            assert_eq!(read_language(typed), read);
        }
    }
}
