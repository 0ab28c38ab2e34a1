//! Datelines: "(17 November 2021, Moscow)", "Halvern, le 17 novembre 2021", "17.11.2021".

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::PartialDate;

use super::date::{self, Order};
use super::pattern::pattern;

/// What a dateline says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dateline {
    /// The day, or in parentheses also the month.
    pub(super) date: PartialDate,
    /// The place.
    pub(super) place: Option<String>,
}

/// The longest line, in bytes, that can be a dateline.
const LONGEST: usize = 160;

/// Words with which no dateline begins although a place and a date may follow.
const SENTENCE_STARTS: [&str; 12] =
    ["In ", "At ", "On ", "From ", "Since ", "À ", "Le ", "En ", "El ", "В ", "На ", "С "];

/// Words that no place is called by, though a date stands beside them: "GENERAL DEBATE, 25 September".
static NO_PLACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:debate|session|assembly|meeting|conference|summit|statement|speech|address|remarks|delivery|ministry|mission|release|interview|council|briefing|forum|congress|committee|commission|minister|president|secretary|affairs|debat|débat|assemblée|réunion|discours|déclaration|communiqué|sesión|asamblea|reunión|discurso|intervención|declaración|comunicado|заседание|сессия|выступление|заявление|интервью|министерство)\b|بيان|كلمة|خطاب|تصريح|مؤتمر|اجتماع|جلسة|وزارة|صحفي|خبر|أخبار|نشر",
    )
});

/// Words beside a date that say nothing more: "Published:", weekdays, "года".
static AROUND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi)(?:^|\b)(?:
            published(?:\s+on)? | publication\s+date | posted(?:\s+on)? | date(?:\s+of\s+publication)? | issued(?:\s+on)? | updated |
            дата(?:\s+публикации)? | опубликовано | publié(?:\s+le)? | publicado(?:\s+el)? | fecha(?:\s+de\s+publicación)? |
            تاريخ(?:\s+النشر)? | نشر | التاريخ | 发布时间 | 发布日期 | 时间 | 日期 |
            monday | tuesday | wednesday | thursday | friday | saturday | sunday |
            понедельник | вторник | среда | четверг | пятница | суббота | воскресенье |
            lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche |
            lunes | martes | miércoles | jueves | viernes | sábado | domingo |
            montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag |
            lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica |
            (?:يوم\s+)?(?:الاثنين | الإثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد) |
            星期[一二三四五六日天] |
            года | год | г\.? | року | ж\.? | жыл[ыі]? | yil[i]? | йили? | il | թ\.? | წ\.? | წელი | le | el | on | den | the | م |
            (?:(?:at | um | à | в | a\s+las)\s+)?\d{1,2}[:h]\d{2}(?::\d{2})? | [ap]\.?m\.? | uhr | gmt | utc | [cmei][de]?st | мск
        )(?:\b|$|\s|:)",
    )
});

/// The word for "year" behind a date, as far as a comma can follow.
static YEAR_WORD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:года|год|г\.?|року|р\.?|ж\.?|жыл[ыі]?|yil[i]?|йили?|il|թ\.?|წ\.?)"));

/// A place of one or two words and a comma before a date in Arabic: "الرياض، 24 سبتمبر".
static ARABIC_HEAD: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*\p{Arabic}+(?:\s\p{Arabic}+)?،\s*$"));

/// What follows the date of a line about the page: the next of its parts.
static PAGE_INFO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:\||•|·|【|来源|來源|source\b|views\b|просмотр|источник|عدد القراءات|المصدر)",
    )
});

/// What can be the name of a place: up to five words with a capital, or short words of scripts without capitals.
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:г\.|город|in|at|à|en|в|في)\s+)?(\p{Lu}[\p{L}'’.-]*(?:(?:\s+(?:de|del|la|le|of|the|al|el|sur|am|on|и))*,?\s+\p{Lu}[\p{L}'’.-]*){0,4}|[\p{Han}·]{2,12}|[\p{Arabic}]{2,15}(?:\s+[\p{Arabic}]{2,15}){0,2})$",
    )
});

/// The dateline that a line is. In parentheses everything else than the date must be a place; without, too, and then
/// only a whole day counts.
pub(super) fn read(line: &str, order: Order) -> Option<Dateline> {
    if line.len() > LONGEST {
        return None;
    }
    let trimmed = line.trim().trim_end_matches(['.', '。']);
    let inner = trimmed.strip_prefix(['(', '（', '[']).and_then(|rest| rest.strip_suffix([')', '）', ']']));
    let text = &date::without_other_calendar(inner.unwrap_or(trimmed));
    let days = date::days(text, order);
    let (date, place, is_apart) = match days.as_slice() {
        [only] => {
            let (before, after) = (&text[..only.span.start], &text[only.span.end..]);
            let is_apart = is_set_apart(before, after);
            match (bare(before), bare(after)) {
                (place, rest) if rest.is_empty() => (only.date, place, is_apart),
                (rest, place) if rest.is_empty() => (only.date, place, is_apart),
                // Text on both sides is a sentence, or more than a dateline.
                _ => return None,
            }
        }
        [] => {
            let (month, place) =
                inner?.rsplit_once(',').or_else(|| inner?.rsplit_once('，')).unwrap_or((inner?, ""));
            match date::whole_month(month) {
                Some(date) => (date, place.trim().to_owned(), true),
                None => (date::whole_month(place)?, month.trim().to_owned(), true),
            }
        }
        _ => return None,
    };
    if place.is_empty() {
        return Some(Dateline { date, place: None });
    }
    // Scripts without capitals give no sign of a name; there only parentheses do, and in Arabic a comma.
    let cased = place.chars().any(char::is_uppercase);
    let is_headed = ARABIC_HEAD.is_match(&text[..days.first().map_or(0, |day| day.span.start)]);
    let found = PLACE.captures(&place)?.get(1)?.as_str();
    let is_place = (inner.is_some() || is_headed || cased && (is_apart || found.len() < place.len()))
        && !NO_PLACE.is_match(found);
    is_place.then(|| Dateline { date, place: Some(found.to_owned()) })
}

/// Whether a comma or an article stands between a place and a date, as against the words of a heading ("Hardware 12 May")
/// and labels ("Published: 12 May").
fn is_set_apart(before: &str, after: &str) -> bool {
    let comma = |c: char| matches!(c, ',' | '，' | '،');
    let article = before.trim_end().to_lowercase();
    let after = YEAR_WORD.replace(after, "");
    let apart = before.trim_end().ends_with(comma)
        || [" –", " —", " -"].iter().any(|dash| before.trim_end().ends_with(dash))
        || after.trim_start().starts_with(comma)
        || before.contains(comma)
        || [" le", " el", " den", ", a", ", il", ", em"].iter().any(|word| article.ends_with(word));
    apart && !before.contains([':', '：'])
}

/// The dateline that a paragraph begins with: "HALVERN, 17 November 2021 – The Council …".
pub(super) fn leading(paragraph: &str, order: Order) -> Option<Dateline> {
    let head_end = paragraph.char_indices().nth(80).map_or(paragraph.len(), |(at, _)| at);
    let dated = date::days(&paragraph[..head_end], order).into_iter().next()?;
    let after = paragraph[dated.span.end..]
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | 'г'));
    let closes =
        after.starts_with(['–', '—', '-', '/', '−']) || paragraph[dated.span.end..].starts_with([':', '：']);
    let before = paragraph[..dated.span.start].trim();
    let closes = closes || !before.is_empty() && paragraph[dated.span.end..].starts_with(". ");
    // "Dresk, 1 May 2020 We met": a place and a comma are a dateline, whatever follows.
    let is_headed = before.ends_with([',', '，']) || before.ends_with(" le");
    // "In Dresk, on 1 May 2020 - a day before" is a sentence; a dateline has nothing before it but a place.
    let is_sentence = SENTENCE_STARTS.iter().any(|word| before.starts_with(word)) || before.contains(" on ");
    if !(closes || is_headed && !is_sentence) || before.split_whitespace().count() > 5 {
        return None;
    }
    let head = &paragraph[..dated.span.end];
    read(head, order).filter(|dateline| dateline.place.is_some() || before.is_empty())
}

/// The date of a line about the page that begins with it: "12 March 2019 | Views: 2,418", "10417-23.10.2008".
pub(super) fn of_page_info(line: &str, order: Order) -> Option<Dateline> {
    if line.len() > LONGEST {
        return None;
    }
    let days = date::days(line, order);
    let [only] = days.as_slice() else { return None };
    let before = AROUND.replace_all(&line[..only.span.start], " ");
    let after = &line[only.span.end..];
    let numbered = !line.chars().any(char::is_alphabetic);
    let listed = !before.chars().any(char::is_alphabetic) && PAGE_INFO.is_match(after);
    (numbered || listed).then_some(Dateline { date: only.date, place: None })
}

/// What stands on one side of a date, without the words that go with it.
fn bare(side: &str) -> String {
    let rest = AROUND.replace_all(side, " ");
    let rest = AROUND.replace_all(&rest, " ");
    let words: Vec<&str> = rest.split_whitespace().collect();
    let joined = words.join(" ");
    // "Nueva York, a 24 de septiembre"
    let joined = [", a", ", il", ", em"].iter().find_map(|word| joined.strip_suffix(word)).unwrap_or(&joined);
    joined
        .trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(c, ',' | '，' | '、' | ';' | ':' | '：' | '|' | '-' | '–' | '—' | '/' | '،')
        })
        .trim_start_matches(['.', ',', ' '])
        .to_owned()
}

#[cfg(test)]
mod tests;
