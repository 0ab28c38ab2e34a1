//! Dates as people write them, in the languages of [`months`].
//!
//! What is read: a day with the name of its month, in any of these languages and orders; ISO 8601 and what machines
//! write; numbers with full stops, day first; Chinese, in digits and in numerals. Of several days together ("17–19
//! November 2021") the first counts. Numbers with strokes are a day where only one order gives one, or where the locale
//! says which order it has; else no more than their year is certain. Years of two digits are not read: "17.11.21" may as
//! well be a time, a section or a version. Islamic and Solar Hijri dates are known as such and not converted.

mod forms;
mod numerals;

use std::borrow::Cow;
use std::ops::Range;

use regex::{Captures, Match};
use verbale_statement::PartialDate;

use super::months;
use forms::{FORMS, MONTH_AND_YEAR, OTHER_CALENDARS, STROKES};
use numerals::number;

/// A date in a text, and the bytes where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dated {
    /// The date.
    pub(crate) date: PartialDate,
    /// Where it stands, in bytes.
    pub(crate) span: Range<usize>,
}

/// In which order the numbers of a date such as 03/04/2021 stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// The day first, as in most of the world.
    DayFirst,
    /// The month first, as in the United States.
    MonthFirst,
    /// Nobody says.
    #[default]
    Unknown,
}

impl Order {
    /// The order of a locale such as `en-US` or `fr_FR`. English without a country may be of any, so that nothing is said.
    pub(crate) fn of_locale(locale: &str) -> Option<Self> {
        let mut parts = locale.trim().split(['-', '_', '.']);
        let language = parts.next()?.to_ascii_lowercase();
        let region = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
        match (language.as_str(), region.as_deref()) {
            (_, Some("US" | "PH" | "PR" | "GU" | "AS")) => Some(Self::MonthFirst),
            ("en", Some("CA")) => None,
            ("en", Some(_)) => Some(Self::DayFirst),
            (
                "ar" | "az" | "be" | "de" | "es" | "fr" | "hy" | "it" | "ka" | "kk" | "ky" | "pl" | "pt"
                | "ro" | "ru" | "sr" | "tg" | "tr" | "uk" | "uz",
                _,
            ) => Some(Self::DayFirst),
            _ => None,
        }
    }
}

/// A date in a calendar that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OtherCalendar {
    /// What stands there.
    pub(crate) written: String,
    /// The name of the calendar.
    pub(crate) calendar: &'static str,
}

/// The days that a text names, in the order in which they stand. Months and years alone are no days.
pub(crate) fn days(text: &str, order: Order) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    if !may_have_year(text) {
        return found;
    }
    for form in FORMS.iter() {
        for captures in form.captures_iter(text) {
            let (Some(whole), Some(date)) = (captures.get(0), day(&captures, order)) else { continue };
            if is_cut_time(&text[whole.end()..]) {
                continue;
            }
            // What stands before the first number is context, unless it is the name of the month.
            let groups = ["y", "m", "a", "month"].iter().filter_map(|name| captures.name(name));
            let starts = groups.chain(first_day(&captures)).map(|group| group.start());
            let start = starts.min().unwrap_or(whole.start());
            if found.iter().all(|other| other.span.end <= start || whole.end() <= other.span.start) {
                found.push(Dated { date, span: start..whole.end() });
            }
        }
    }
    found.sort_by_key(|dated| dated.span.start);
    found
}

/// Whether a text has four digits in a row, or a Chinese one: most lines haven't.
fn may_have_year(text: &str) -> bool {
    let mut digits = 0;
    text.chars().any(|c| {
        digits = if c.is_numeric() { digits + 1 } else { 0 };
        digits == 4 || numerals::is_chinese(c)
    })
}

/// Whether a time goes on where a date seems to end: "28.09.1912:05" has the hour glued behind a year of two digits.
fn is_cut_time(behind: &str) -> bool {
    behind.strip_prefix(':').is_some_and(|minutes| minutes.starts_with(|c: char| c.is_ascii_digit()))
}

/// The month of a text that names a month and a year and nothing else, such as "November 2021".
pub(crate) fn whole_month(text: &str) -> Option<PartialDate> {
    let captures = MONTH_AND_YEAR.captures(text.trim())?;
    let month = months::number(captures.name("month")?.as_str())?;
    PartialDate::month(number(captures.name("y")?.as_str())?, month).ok()
}

/// The date of a machine's time stamp, such as `2021-11-17T09:30:00+03:00`, `2021-11-17 09:30`, `20211117`, `2021-11`
/// or `2021`, or of the first day that the text names; the year alone of numbers that may be two days.
pub(crate) fn stamp(text: &str, order: Order) -> Option<PartialDate> {
    let text = text.trim();
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(digits) = digits.filter(|_| text.len() == 8 || text[8..].starts_with(['T', ' '])) {
        let (year, month, day) = (number(&digits[..4])?, number(&digits[4..6])?, number(&digits[6..])?);
        return PartialDate::day(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    }
    let first = || days(text, order).first().map(|dated| dated.date);
    text.parse().ok().or_else(first).or_else(|| whole_month(text)).or_else(|| {
        let year = number(STROKES.captures(text)?.name("y")?.as_str())?;
        PartialDate::year(year).ok().filter(|_| YEARS.contains(&year))
    })
}

/// The first date in a text that is of a calendar which is not read.
pub(crate) fn other_calendar(text: &str) -> Option<OtherCalendar> {
    OTHER_CALENDARS.captures_iter(text).find_map(|captures| {
        let name = captures
            .name("month")
            .map(|month| month.as_str().split_whitespace().collect::<Vec<_>>().join(" "));
        let calendar = match name {
            Some(name) => months::other_calendar(&name)?,
            None => "Islamic",
        };
        let year = ["y", "first", "last"].iter().find_map(|group| captures.name(group))?;
        let year = number(year.as_str())?;
        let written = captures.get(0)?.as_str().trim().to_owned();
        (1200..=1600).contains(&year).then_some(OtherCalendar { written, calendar })
    })
}

/// A text without the first date of such a calendar, which may stand beside the same day of the Gregorian one.
pub(crate) fn without_other_calendar(text: &str) -> Cow<'_, str> {
    match other_calendar(text) {
        Some(other) => {
            let rest = text.replacen(&other.written, "", 1);
            Cow::Owned(AGREEING.iter().fold(rest, |rest, word| rest.replace(word, "")))
        }
        None => Cow::Borrowed(text),
    }
}

/// Words between the dates of two calendars.
const AGREEING: [&str; 4] = ["الموافق", "موافق", "برابر با", "مطابق"];

/// Numbers that look like dates but lie outside of these years are rather versions or sections.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2199;

/// The day of a match, from whichever groups its form has.
fn day(captures: &Captures<'_>, order: Order) -> Option<PartialDate> {
    let group = |name: &str| captures.name(name).map(|found| found.as_str());
    let year = number(group("y")?).filter(|year| YEARS.contains(year))?;
    let of = |month: i16, day: i16| {
        PartialDate::day(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    if let (Some(first), Some(second)) = (group("a"), group("b")) {
        let (first, second) = (number(first)?, number(second)?);
        let (day_first, month_first) = (of(second, first), of(first, second));
        return match order {
            _ if day_first == month_first => day_first,
            Order::DayFirst => day_first.or(month_first),
            Order::MonthFirst => month_first.or(day_first),
            Order::Unknown => day_first.xor(month_first),
        };
    }
    let month = match group("month") {
        Some(name) => i16::from(months::number(&name.split_whitespace().collect::<Vec<_>>().join(" "))?),
        None => number(group("m")?)?,
    };
    of(month, number(first_day(captures)?.as_str())?)
}

/// The day, of a range the first. "COP 26 – 12 November 2021" is none: there the days would go down.
fn first_day<'a>(captures: &Captures<'a>) -> Option<Match<'a>> {
    let (first, last) = (captures.name("d")?, captures.name("last"));
    let goes_down = last.filter(|last| number(first.as_str()) >= number(last.as_str()));
    Some(goes_down.unwrap_or(first))
}

#[cfg(test)]
mod tests;
