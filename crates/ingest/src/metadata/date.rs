//! Dates as people write them, in the languages of [`months`].

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use verbale_statement::PartialDate;

use super::months;
use super::pattern::pattern;

/// A date in a text, and the bytes where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dated {
    /// The date.
    pub(crate) date: PartialDate,
    /// Where it stands, in bytes.
    pub(crate) span: Range<usize>,
}

/// The days that a text names, in the order in which they stand. Months and years alone are no days.
pub(crate) fn days(text: &str) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    for form in FORMS.iter() {
        for captures in form.captures_iter(text) {
            let (Some(whole), Some(date)) = (captures.get(0), day(&captures)) else { continue };
            if is_cut_time(&text[whole.end()..]) {
                continue;
            }
            // What stands before the first number is context, unless it is the name of the month.
            let first = ["y", "m", "d", "a", "month"].iter().filter_map(|name| captures.name(name));
            let start = first.map(|group| group.start()).min().unwrap_or(whole.start());
            if found.iter().all(|other| other.span.end <= start || whole.end() <= other.span.start) {
                found.push(Dated { date, span: start..whole.end() });
            }
        }
    }
    found.sort_by_key(|dated| dated.span.start);
    found
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
/// or `2021`, or of the first day that the text names.
pub(crate) fn stamp(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, month, day) = (number(&text[..4])?, number(&text[4..6])?, number(&text[6..])?);
        return PartialDate::day(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    }
    text.parse().ok().or_else(|| days(text).first().map(|dated| dated.date))
}

/// A word that may name a month; whether it does, the table of [`months`] says.
const MONTH: &str = r"\p{L}{3,12}|\p{Arabic}+(?:\s+\p{Arabic}+)??";

/// Between the digits of a day and what follows, a letter or a digit would make it another word or number.
static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let month = format!(r"(?P<month>{MONTH})\.?(?:\s*/\s*(?:{MONTH}))?");
    [
        // 2021-11-17, also with a time behind it
        r"\b(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?:\b|$)".to_owned(),
        // 17.11.2021: glued behind a word it still counts, as old pages glue it behind their title
        r"(?:^|[^\d.,])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?:\b|$)".to_owned(),
        // 17/11/2021 or 11/17/2021: a day only where the other reading is no date
        r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})\b".to_owned(),
        // 2021年11月17日
        r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号號]".to_owned(),
        // 二〇二一年十一月十七日
        r"(?P<y>[〇○零一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})[日号號]".to_owned(),
        // 17 November 2021, 1er juin 2020, 17 de noviembre de 2021, 17-го ноября 2021, 17 نوفمبر 2021
        format!(r"(?i)\b(?P<d>\d{{1,2}})(?:\s?(?:st|nd|rd|th|er|º|\.|-?го|-?е))?\s+(?:(?:de|of|من)\s+)?{month},?\s+(?:(?:de|del|of|عام)\s+)?(?P<y>\d{{4}})\b"),
        // November 17, 2021
        format!(r"(?i)\b{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b"),
    ]
    .iter()
    .map(|form| pattern(form))
    .collect()
});

static MONTH_AND_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)^(?P<month>{MONTH})\.?,?\s+(?:(?:de|del|of)\s+)?(?P<y>\d{{4}})$"))
});

/// The day of a match, from whichever groups its form has.
fn day(captures: &Captures<'_>) -> Option<PartialDate> {
    let group = |name: &str| captures.name(name).map(|found| found.as_str());
    let year = number(group("y")?)?;
    // Numbers that look like dates but lie outside of all archives are rather versions or sections.
    if !(1800..=2199).contains(&year) {
        return None;
    }
    let of = |month: i16, day: i16| {
        PartialDate::day(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    if let (Some(first), Some(second)) = (group("a"), group("b")) {
        let (first, second) = (number(first)?, number(second)?);
        return match (of(second, first), of(first, second)) {
            (Some(date), None) | (None, Some(date)) => Some(date),
            (Some(date), Some(same)) if date == same => Some(date),
            _ => None,
        };
    }
    let month = match group("month") {
        Some(name) => i16::from(months::number(&name.split_whitespace().collect::<Vec<_>>().join(" "))?),
        None => number(group("m")?)?,
    };
    of(month, number(group("d")?)?)
}

/// A number in ASCII, Arabic-Indic, Persian or full-width digits, or in Chinese numerals.
fn number(text: &str) -> Option<i16> {
    if text.chars().any(|c| CHINESE_DIGITS.contains(c) || matches!(c, '十' | '○' | '零')) {
        return chinese_number(text);
    }
    text.chars().try_fold(0i16, |sum, c| {
        let zero = match c {
            '0'..='9' => '0',
            '٠'..='٩' => '٠',
            '۰'..='۹' => '۰',
            '０'..='９' => '０',
            _ => return None,
        };
        let digit = i16::try_from(u32::from(c) - u32::from(zero)).ok()?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// Chinese numerals from nought to nine.
const CHINESE_DIGITS: &str = "〇一二三四五六七八九";

/// Chinese numerals: digits one by one as in a year, or up to 99 with 十 for ten.
fn chinese_number(text: &str) -> Option<i16> {
    let digit = |c: char| {
        let c = if matches!(c, '○' | '零') { '〇' } else { c };
        CHINESE_DIGITS.chars().position(|known| known == c).and_then(|n| i16::try_from(n).ok())
    };
    match text.split_once('十') {
        None => text.chars().try_fold(0i16, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?)),
        Some((tens, ones)) => {
            let one = |text: &str, empty| match text.chars().next() {
                None => Some(empty),
                Some(c) => digit(c),
            };
            Some(one(tens, 1)? * 10 + one(ones, 0)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> String {
        days(text).iter().map(|dated| dated.date.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn reads_days_as_each_language_writes_them() {
        for text in [
            "17.11.2021",
            "2021-11-17T09:30:00+03:00",
            "2021/11/17",
            "17/11/2021",
            "11/17/2021",
            "17 November 2021",
            "17th of November 2021",
            "17 Nov. 2021",
            "November 17, 2021",
            "17 ноября 2021 года",
            "17-го ноября 2021 г.",
            "le 17 novembre 2021",
            "17 de noviembre de 2021",
            "17 de noviembre del 2021",
            "17 نوفمبر 2021",
            "١٧ نوفمبر ٢٠٢١",
            "17 تشرين الثاني/نوفمبر 2021",
            "17 تشرين الثاني 2021",
            "2021年11月17日",
            "２０２１年１１月１７日",
            "二〇二一年十一月十七日",
            "17 de novembro de 2021",
            "17. November 2021",
            "17 novembre 2021",
            "17 листопада 2021 року",
            "17 лістапада 2021 года",
            "at the Ninth Meeting of the Secretaries17.11.2021",
        ] {
            assert_eq!(all(text), "2021-11-17", "{text}");
        }
        assert_eq!(
            all("1er juin 2020, 2 января 2021 and March 3rd, 2022"),
            "2020-06-01 2021-01-02 2022-03-03"
        );
    }

    #[test]
    fn what_could_be_two_days_or_none_is_no_day() {
        for text in [
            "05/06/2021",
            "30 February 2021",
            "17 November",
            "November 2021",
            "2021",
            "1.2.3.2021",
            "17.11.21",
            "28.09.1912:05",
            "section 1.1.0001",
        ] {
            assert_eq!(all(text), "", "{text}");
        }
        assert_eq!(whole_month("Ноябрь 2021").map(|date| date.to_string()).as_deref(), Some("2021-11"));
        assert_eq!(whole_month("in November 2021"), None);
    }

    #[test]
    fn reads_stamps() {
        let read = |text| stamp(text).map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(read("20211117"), "2021-11-17");
        assert_eq!(read("2019-03-12 20:45"), "2019-03-12");
        assert_eq!(read("2019-03"), "2019-03");
        assert_eq!(read("Wed, 17 Nov 2021 10:00:00 GMT"), "2021-11-17");
        assert_eq!(read("yesterday"), "");
    }

    proptest! {
        #[test]
        fn spans_are_in_order_and_inside_the_text(text in "(\\PC{0,6}|17\\.11\\.2021| ?1 مايو 2020 ?|二〇二一年十月三日){0,8}") {
            let mut end = 0;
            for dated in days(&text) {
                prop_assert!(dated.span.start >= end && text.get(dated.span.clone()).is_some());
                end = dated.span.end;
            }
        }
    }
}
