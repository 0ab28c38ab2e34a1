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
        r"(?i)\b(?:debate|session|assembly|meeting|conference|summit|statement|speech|address|remarks|delivery|ministry|mission|release|interview|council|debat|débat|assemblée|réunion|discours|déclaration|communiqué|sesión|asamblea|reunión|discurso|intervención|declaración|comunicado|заседание|сессия|выступление|заявление|интервью|министерство)\b",
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
            года | год | г\.? | року | le | el | on | den | the | م |
            (?:(?:at | um | à | в | a\s+las)\s+)?\d{1,2}[:h]\d{2}(?::\d{2})? | [ap]\.?m\.? | uhr | gmt | utc | [cmei][de]?st | мск
        )(?:\b|$|\s|:)",
    )
});

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
    // Scripts without capitals give no sign of a name; there only parentheses do.
    let cased = place.chars().any(char::is_uppercase);
    let found = PLACE.captures(&place)?.get(1)?.as_str();
    let is_place =
        (inner.is_some() || cased && (is_apart || found.len() < place.len())) && !NO_PLACE.is_match(found);
    is_place.then(|| Dateline { date, place: Some(found.to_owned()) })
}

/// Whether a comma or an article stands between a place and a date, as against the words of a heading ("Hardware 12 May")
/// and labels ("Published: 12 May").
fn is_set_apart(before: &str, after: &str) -> bool {
    let comma = |c: char| matches!(c, ',' | '，' | '،');
    let article = before.trim_end().to_lowercase();
    let apart = before.trim_end().ends_with(comma)
        || [" –", " —", " -"].iter().any(|dash| before.trim_end().ends_with(dash))
        || after.trim_start().starts_with(comma)
        || before.contains(comma)
        || [" le", " el", " den"].iter().any(|word| article.ends_with(word));
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
    words
        .join(" ")
        .trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(c, ',' | '，' | '、' | ';' | ':' | '：' | '|' | '-' | '–' | '—' | '/' | '،')
        })
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(found: Option<Dateline>) -> String {
        found.map_or("-".to_owned(), |line| {
            format!("{} {}", line.date, line.place.unwrap_or_default()).trim().to_owned()
        })
    }

    #[test]
    fn reads_date_and_place() {
        let lines = [
            "(17 November 2021, Halvern)",
            "17.11.2021",
            "Halvern, 17 November 2021",
            "Saint-Aubry, le 17 novembre 2021",
            "Puerto Alegre del Sur, 17 de noviembre de 2021",
            "(14 сентября 2023 года, Халверн)",
            "г. Дреск, 14 сентября 2023 г.",
            "December 6, 2021, Dresk",
            "（2019年3月12日，塞拉特港）",
            "(بورت سيرات، 12 مارس 2019)",
            "Published: Wednesday, 17 November 2021, 14:30",
            "(November 2021, Port Serrat)",
            "The Council met on 17 November 2021",
            "between 17.11.2021 and 18.11.2021",
            "Order No. 5 of 17 November 2021",
            "November 2021",
            "(Halvern, 17 November 2021)",
            "(17 ноября 2021 года, г. Халверн)",
            "(г. Халверн, 17 ноября 2021 г.)",
            "(Halvern 17 November 2021)",
            "17 November 2021, 2:30 PM GMT",
            "Sonntag, 17.11.2021, 14:30 Uhr",
            "Dresk – 17 November 2021",
            "Lecture at the Dresk Institute, 17 November 2021",
            "Hardware 17.11.2021",
            "Published by: 17 November 2021",
            "Dresk, le 17 novembre 2021 Monsieur le Président",
            "(بورت سيرات، 12 ربيع الآخر 1443 هـ الموافق 17 نوفمبر 2021)",
            "17–19 November 2021, Halvern",
            "GENERAL DEBATE, 17 November 2021",
            "(Заявление, 17 ноября 2021 года)",
        ];
        let read: Vec<_> = lines.iter().map(|line| show(read(line, Order::Unknown))).collect();
        insta::assert_snapshot!(read.join("\n"), @r"
        2021-11-17 Halvern
        2021-11-17
        2021-11-17 Halvern
        2021-11-17 Saint-Aubry
        2021-11-17 Puerto Alegre del Sur
        2023-09-14 Халверн
        2023-09-14 Дреск
        2021-12-06 Dresk
        2019-03-12 塞拉特港
        2019-03-12 بورت سيرات
        2021-11-17
        2021-11 Port Serrat
        -
        -
        -
        -
        2021-11-17 Halvern
        2021-11-17 Халверн
        2021-11-17 Халверн
        2021-11-17 Halvern
        2021-11-17
        2021-11-17
        2021-11-17 Dresk
        -
        -
        -
        -
        2021-11-17 بورت سيرات
        2021-11-17 Halvern
        -
        -
        ");
    }

    #[test]
    fn reads_lines_about_the_page() {
        let lines = [
            "12 March 2019 | Views: 2,418",
            "تاريخ النشر: 12 مارس 2019 | عدد القراءات: ٢٤١٨",
            "2019-03-12 20:45 来源：外交部 【大 中 小】 打印本页",
            "10417-12.03.2019",
        ];
        for line in lines {
            assert_eq!(show(of_page_info(line, Order::Unknown)), "2019-03-12", "{line}");
        }
        assert_eq!(of_page_info("12 March 2019 was a long day.", Order::Unknown), None);
    }

    #[test]
    fn reads_the_dateline_before_a_text() {
        assert_eq!(
            show(leading("HALVERN, 17 November 2021 – The Council met.", Order::Unknown)),
            "2021-11-17 HALVERN"
        );
        assert_eq!(
            show(leading("Дреск, 17 ноября 2021 г. — Совет собрался.", Order::Unknown)),
            "2021-11-17 Дреск"
        );
        assert_eq!(
            show(leading("Puerto Claro, 17 de mayo de 2021. El canciller habló.", Order::Unknown)),
            "2021-05-17 Puerto Claro"
        );
        assert_eq!(show(leading("On 17 November 2021, the Council met.", Order::Unknown)), "-");
        assert_eq!(
            show(leading("Dresk, le 17 novembre 2021 Monsieur le Président,", Order::Unknown)),
            "2021-11-17 Dresk"
        );
        assert_eq!(show(leading("In Dresk, 17 November 2021 was a day of rain.", Order::Unknown)), "-");
        assert_eq!(
            show(leading("Delivered on Wednesday, 17 November 2021, at the sixth meeting", Order::Unknown)),
            "-"
        );
        assert_eq!(show(leading("We met on 17 November 2021 - and parted.", Order::Unknown)), "-");
    }
}
