use super::*;
use proptest::prelude::*;

/// How CLDR writes days, language by language.
const CLDR: &str = include_str!("cldr.tsv");

fn all(text: &str) -> String {
    days(text, Order::Unknown).iter().map(|dated| dated.date.to_string()).collect::<Vec<_>>().join(" ")
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
        "on the 17th of November, 2021",
        "17th day of November 2021",
        "17-Nov-2021",
        "17. 11. 2021.",
        "17–19 November 2021",
        "17 to 19 November 2021",
        "November 17-19, 2021",
        "с 17 по 19 ноября 2021 года",
        "du 17 au 19 novembre 2021",
        "17 November – 2 December 2021",
        "COP 26 – 17 November 2021",
        "2021 жылғы 17 қараша",
        "2021-жылдын 17-ноябры",
        "2021-yil 17-noyabr",
        "17 noyabr 2021-ci il",
        "2021 թ. նոյեմբերի 17-ին",
        "2021 წლის 17 ნოემბერი",
        "17 ноябри соли 2021",
        "17 Kasım 2021",
        "17 KASIM 2021",
        "۱۷ نوامبر ۲۰۲۱",
        "17 نونبر 2021",
        "١٧ من نوفمبر عام ٢٠٢١ الموافق ١٢ ربيع الآخر ١٤٤٣ هـ",
    ] {
        assert_eq!(all(text), "2021-11-17", "{text}");
    }
    assert_eq!(all("1er juin 2020, 2 января 2021 and March 3rd, 2022"), "2020-06-01 2021-01-02 2022-03-03");
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
    let read = |text| stamp(text, Order::Unknown).map(|date| date.to_string()).unwrap_or_default();
    assert_eq!(read("20211117"), "2021-11-17");
    assert_eq!(read("2019-03-12 20:45"), "2019-03-12");
    assert_eq!(read("2019-03"), "2019-03");
    assert_eq!(read("Wed, 17 Nov 2021 10:00:00 GMT"), "2021-11-17");
    assert_eq!(read("yesterday"), "");
}

#[test]
fn numbers_that_may_be_two_days_are_read_by_their_locale() {
    let read = |order| stamp("03/04/2021", order).map(|date| date.to_string()).unwrap_or_default();
    assert_eq!(read(Order::DayFirst), "2021-04-03");
    assert_eq!(read(Order::MonthFirst), "2021-03-04");
    assert_eq!(read(Order::Unknown), "2021", "only the year is certain");
    let order = |locale| Order::of_locale(locale);
    assert_eq!(
        [order("en-US"), order("en_GB"), order("fr")],
        [Some(Order::MonthFirst), Some(Order::DayFirst), Some(Order::DayFirst)]
    );
    assert_eq!([order("en"), order("en-CA"), order("zh-Hans"), order("")], [None; 4]);
}

#[test]
fn dates_of_other_calendars_are_known_and_not_read() {
    for (text, calendar) in [
        ("١٢ ربيع الآخر ١٤٤٣ هـ", "Islamic"),
        ("12 جمادى الأولى 1443", "Islamic"),
        ("1443/4/12 هـ", "Islamic"),
        ("تهران، ۲۶ آبان ۱۴۰۰", "Solar Hijri"),
        ("۲۷ عقرب ۱۴۰۰", "Solar Hijri"),
    ] {
        assert_eq!(all(text), "", "{text}");
        let found = other_calendar(text).map(|other| other.calendar);
        assert_eq!(found, Some(calendar), "{text}");
    }
    for text in ["17 نوفمبر 2021", "12 مارس 1443", "2021/4/12", "رمضان 1443"] {
        assert_eq!(other_calendar(text), None, "{text}");
    }
}

/// A day as a pattern of CLDR writes it; `zero` is the digit nought.
fn written(pattern: &str, names: &[&str], (year, month, day): (i16, i8, i8), zero: char) -> String {
    let name = names.get(usize::try_from(month - 1).unwrap()).copied().unwrap_or_default();
    // The parts are put in by signs that no pattern has, so that letters of names aren't taken for parts.
    let marked = pattern.replace("MMM", "\u{1}").replace("MM", "\u{2}").replace('M', "\u{3}");
    let text = marked
        .split(' ')
        .map(|part| {
            let part = if part == "de" { part.to_owned() } else { part.replace('d', &day.to_string()) };
            part.replace('y', &year.to_string())
        })
        .collect::<Vec<_>>()
        .join(" ")
        .replace('\u{3}', &month.to_string())
        .replace('\u{2}', &format!("{month:02}"));
    let digit = |c: char| char::from_u32(u32::from(zero) + c.to_digit(10)?);
    text.chars().map(|c| digit(c).unwrap_or(c)).collect::<String>().replace('\u{1}', name)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_day_is_read_back_as_every_language_writes_it(year in 1945i16..2100, month in 1i8..=12, day in 1i8..=28) {
        let expected = PartialDate::day(year, month, day).unwrap();
        for row in CLDR.lines().filter(|line| !line.starts_with('#')) {
            let [locale, pattern, names] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let names: Vec<&str> = names.split('|').collect();
            let zeros: &[char] = match &locale[..2] {
                "ar" => &['0', '٠'],
                "fa" => &['0', '۰'],
                "zh" => &['0', '０'],
                _ => &['0'],
            };
            for zero in zeros {
                let text = written(pattern, &names, (year, month, day), *zero);
                for text in [text.clone(), text.to_uppercase(), format!("({text})"), format!("Halvern, {text}.")] {
                    let found: Vec<_> = days(&text, Order::DayFirst).iter().map(|it| it.date).collect();
                    prop_assert_eq!(found, [expected], "{}: {}", locale, text);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn spans_are_in_order_and_inside_the_text(text in "(\\PC{0,6}|17\\.11\\.2021| ?1 مايو 2020 ?|二〇二一年十月三日){0,8}") {
        let mut end = 0;
        for dated in days(&text, Order::DayFirst) {
            prop_assert!(dated.span.start >= end && text.get(dated.span.clone()).is_some());
            end = dated.span.end;
        }
    }
}
