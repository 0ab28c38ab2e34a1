//! Values in words for readers, and the attributes that go with languages.
//!
//! Templates hand on references, so small values are taken by reference, too.

use verbale_search::Facet;
use verbale_statement::{Country, Kind, Language, Mentioned, Mentions, PartialDate, Speaker};

/// A date in words: `17 November 2021`, `November 2021`, `2021`.
pub(crate) fn date(date: &PartialDate) -> String {
    let (first, last) = (date.first_day(), date.last_day());
    if date.is_day() {
        first.strftime("%-d %B %Y").to_string()
    } else if first.month() == last.month() {
        first.strftime("%B %Y").to_string()
    } else {
        first.year().to_string()
    }
}

/// The day of a time as RFC 3339 writes it: `29 November 2026`. A time that isn't one stays as it is.
pub(crate) fn day_of(time: &str) -> String {
    let day = time.split('T').next().and_then(|day| day.parse::<PartialDate>().ok());
    day.map_or_else(|| time.to_owned(), |day| date(&day))
}

/// The value of a facet.
pub(crate) fn value(facet: Facet, value: &str) -> String {
    match facet {
        Facet::Language => value.parse().map_or(value.to_owned(), |own: Language| own.name().to_owned()),
        Facet::Kind => value.parse().map_or(value.to_owned(), |own: Kind| capital(own.label())),
        Facet::Country => value.parse().map_or(value.to_owned(), |own: Country| own.name().to_owned()),
        Facet::Mentions => value.parse().map_or(value.to_owned(), |own: Mentioned| own.label().to_owned()),
        _ => value.to_owned(),
    }
}

/// The name of a facet.
pub(crate) fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Kind => "Kind",
        Facet::Language => "Language",
        Facet::Country => "Country",
        Facet::Mentions => "Mentions",
        Facet::Speaker => "Speaker",
        Facet::Organisation => "Organisation",
        Facet::Event => "Occasion",
        Facet::Place => "Place",
        Facet::Year => "Year",
    }
}

/// A number with commas between thousands.
pub(crate) fn count(number: &u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

/// A number of statements: `1 statement`, `1,200 statements`.
pub(crate) fn statements(number: &u64) -> String {
    format!("{} statement{}", count(number), if *number == 1 { "" } else { "s" })
}

/// A number of occurrences: `1 occurrence`, `1,200 occurrences`.
pub(crate) fn occurrences(number: &u64) -> String {
    format!("{} occurrence{}", count(number), if *number == 1 { "" } else { "s" })
}

/// A frequency in a million words: with decimals where it is small, `–` where there are no words.
pub(crate) fn rate(rate: &Option<f64>) -> String {
    match *rate {
        None => "–".to_owned(),
        Some(0.0) => "0".to_owned(),
        Some(rate) if rate >= 100.0 => count(&(rate.round() as u64)),
        Some(rate) => format!("{rate:.1}"),
    }
}

/// Who speaks, with offices if `offices` is set: `Mira Tolvane, Secretary General; Pavel Orsha`.
pub(crate) fn speakers(speakers: &[Speaker], offices: bool) -> String {
    let one = |speaker: &Speaker| match (&speaker.role, &speaker.affiliation) {
        (Some(role), Some(affiliation)) if offices => format!("{}, {role}, {affiliation}", speaker.name),
        (Some(only), None) | (None, Some(only)) if offices => format!("{}, {only}", speaker.name),
        _ => speaker.name.clone(),
    };
    speakers.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Countries by their names, organisations by their short ones: `Kazakhstan; CSTO`.
pub(crate) fn mentions(mentions: &Mentions) -> String {
    let named = mentions.all().map(|mentioned| mentioned.label().to_owned());
    named.collect::<Vec<_>>().join("; ")
}

/// States by their names: `Kazakhstan; Uzbekistan`.
pub(crate) fn countries(countries: &[Country]) -> String {
    countries.iter().map(Country::name).collect::<Vec<_>>().join("; ")
}

/// The value of a `lang` attribute: empty, which stands for unknown, where the language is not known.
pub(crate) fn lang(language: &Language) -> &str {
    if *language == Language::UNDETERMINED { "" } else { language.code() }
}

/// The value of a `dir` attribute.
pub(crate) fn dir(language: &Language) -> &'static str {
    match *language {
        Language::UNDETERMINED => "auto",
        language if language.is_right_to_left() => "rtl",
        _ => "ltr",
    }
}

/// The first letter in upper case.
pub(crate) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_known() {
        let words = |text: &str| date(&text.parse().unwrap());
        assert_eq!(words("2021-11-07"), "7 November 2021");
        assert_eq!(words("2021-02"), "February 2021");
        assert_eq!(words("0987"), "987");
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(|n| count(&n)), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(
            [0, 1, 2_000].map(|n| statements(&n)),
            ["0 statements", "1 statement", "2,000 statements"]
        );
    }
}
