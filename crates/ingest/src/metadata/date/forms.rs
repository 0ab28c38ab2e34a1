//! The forms of dates, as regular expressions.

use std::sync::LazyLock;

use regex::Regex;

use super::super::pattern::pattern;

/// A word that may name a month; whether it does, the table of months says.
const MONTH: &str = r"(?:[\p{L}ա-ևა-ჿ]{3,12}|[\p{Arabic}ٔ]+(?:\s+\p{Arabic}+)??)";

/// What a day has behind its number: 1st, 1er, 1º, 17., 17-го, 17-е.
const ORDINAL: &str = r"(?:\s?(?:st|nd|rd|th|er|º|ª|°|\.|-?го|-?е))?";

/// Words and signs behind a year that comes first: 2021 ж., 2021 жылғы, 2021-жылдын, 2021-yil, 2021 թ., 2021 წლის,
/// 2021-ci il.
const YEAR_WORD: &str = r"[-\s]\s?(?:ж|жылғы|жылы|жылдын|йил\p{L}{0,3}|yil\p{L}{0,3}|c[iıuü] il\p{L}{0,3}|թ|թվականի|წლის|г|года)\.?,?";

/// The forms in the order in which they are tried; where two find a date in one place, the first counts. Between the
/// digits of a day and what follows, a letter or a digit would make it another word or number. The group `last` is the
/// other end of a range.
pub(super) static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let month = format!(r"(?P<month>{MONTH})\.?(?:\s*/\s*(?:{MONTH}))?");
    let also = format!(
        r"(?:\s*(?:[-–—/]|and|to|&|и|по|et|au|y|al|و|إلى|bis|und|e|a)\s*(?P<last>\d{{1,2}}){ORDINAL})?"
    );
    // From one month into the next: 30 November – 2 December 2021
    let across = format!(r"(?:\s*(?:[-–—]|to|по|au|al|bis)\s*\d{{1,2}}{ORDINAL}\s+(?:de\s+)?{MONTH}\.?)?");
    let of = r"(?:(?:de|of|day\s+of|من|d[’'])\s+)?";
    let year = r"[,،]?(?:\s+|-)(?:(?:de|del|of|in|عام|سنة|سال|соли)\s+)?(?P<y>\d{4})";
    [
        // 2021-11-17, also with a time behind it
        r"\b(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?:\b|$)".to_owned(),
        // 17.11.2021: glued behind a word it still counts, as old pages glue it behind their title
        r"(?:^|[^\d.,])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?:\b|$)".to_owned(),
        // 17. 11. 2021.
        r"(?:^|[^\d.]\s|\()(?P<d>\d{1,2})\. (?P<m>\d{1,2})\. (?P<y>\d{4})(?:\b|$)".to_owned(),
        // 17-11-2021
        r"(?:^|[^\d.,-])(?P<a>\d{1,2})-(?P<b>\d{1,2})-(?P<y>\d{4})(?:\b|$)".to_owned(),
        STROKES_FORM.to_owned(),
        // 2021年11月17日
        r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号號]".to_owned(),
        // 二〇二一年十一月十七日
        r"(?P<y>[〇○零一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})[日号號]".to_owned(),
        // 17 November 2021, 1er juin 2020, 17 de noviembre de 2021, 17-го ноября 2021, 17 نوفمبر 2021, 17-noyabr, 2021
        format!(r"(?i)\b(?P<d>\d{{1,2}}){ORDINAL}{also}(?:\s+|-){of}{month}{across}{year}\b"),
        // November 17, 2021; November 17-19, 2021
        format!(r"(?i)\b{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{also}[,،]?\s+(?P<y>\d{{4}})\b"),
        // 2021 жылғы 17 қараша, 2021-yil 17-noyabr
        format!(r"(?i)\b(?P<y>\d{{4}}){YEAR_WORD}\s+(?P<d>\d{{1,2}})(?:\s+|-){month}"),
        // 2021 թ. նոյեմբերի 17
        format!(r"(?i)\b(?P<y>\d{{4}}){YEAR_WORD}\s+{month}\s+(?P<d>\d{{1,2}})\b"),
    ]
    .iter()
    .map(|form| pattern(form))
    .collect()
});

/// 17/11/2021 or 11/17/2021; between the numbers Arabic has marks of direction.
const STROKES_FORM: &str = r"\b(?P<a>\d{1,2})\x{200f}?/(?P<b>\d{1,2})\x{200f}?/(?P<y>\d{4})\b";

/// Numbers with strokes between them.
pub(super) static STROKES: LazyLock<Regex> = LazyLock::new(|| pattern(STROKES_FORM));

/// A month and a year and nothing else.
pub(super) static MONTH_AND_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?P<month>{MONTH})\.?,?\s+(?:(?:de|del|of)\s+)?(?P<y>\d{{4}})(?:\s+(?:г|года|р|року)\.?)?$"
    ))
});

/// 12 ربيع الآخر 1443 هـ, ۲۶ آبان ۱۴۰۰, 1443/4/12 هـ
pub(super) static OTHER_CALENDARS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\d{1,2}\s+(?:من\s+)?(?P<month>\p{Arabic}+(?:\s+\p{Arabic}+)??)\s*[,،]?\s+(?:عام\s+|سنة\s+|سال\s+)?(?P<y>\d{4})(?:\s*هـ?)?|(?P<first>\d{4})[/-]\d{1,2}[/-]\d{1,2}\s*هـ|\d{1,2}[/-]\d{1,2}[/-](?P<last>\d{4})\s*هـ",
    )
});
