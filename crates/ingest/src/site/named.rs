//! What the names of a data set's files, or the addresses of a site's pages, say about the texts in them.

use regex::{Captures, Regex};
use serde::Deserialize;
use verbale_statement::{Evidence, PartialDate, Provenance};

use crate::draft::{Draft, fill};

/// A pattern of names, and what a name that fits it states. Values may have groups of the pattern in them, written
/// `${group}`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    /// The whole name.
    name: Name,
    /// The names of an annual series.
    annual: Option<Annual>,
    title: Option<String>,
    date: Option<String>,
    kind: Option<String>,
    language: Option<String>,
    organisation: Option<String>,
    country: Option<String>,
    event: Option<String>,
    place: Option<String>,
}

/// A regular expression that has to match the whole of a name.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Name(Regex);

impl TryFrom<String> for Name {
    type Error = regex::Error;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        Regex::new(&format!("^(?:{written})$")).map(Self)
    }
}

/// A meeting that is held every year: where number and year of a name don't agree, the name is of another data set.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Annual {
    /// The group that has the number of the meeting.
    number: String,
    /// The group that has the year.
    year: String,
    /// The year of number 1.
    first: i64,
}

impl Annual {
    fn agrees(&self, captures: &Captures<'_>) -> bool {
        let group = |name: &str| captures.name(name).and_then(|found| found.as_str().parse::<i64>().ok());
        group(&self.number)
            .zip(group(&self.year))
            .is_some_and(|(number, year)| year - number == self.first - 1)
    }
}

impl Named {
    /// Fills a draft with what its name or address states, which is noted as the evidence, if the name fits, and says whether it
    /// does.
    ///
    /// A name says of what event and kind a text is, and when it was made, more reliably than the text; but a title is
    /// better taken from the text, and so is a day in the year that the name gives.
    pub(super) fn apply(&self, name: &str, from: Evidence, draft: &mut Draft) -> bool {
        let Some(captures) = self.name.0.captures(name) else { return false };
        if self.annual.as_ref().is_some_and(|annual| !annual.agrees(&captures)) {
            return false;
        }
        let stated = |template: &Option<String>| {
            let mut value = String::new();
            captures.expand(template.as_deref()?, &mut value);
            Some(value).filter(|value| !value.trim().is_empty())
        };
        let date: Option<PartialDate> = stated(&self.date).and_then(|date| date.parse().ok());
        let is_within = |day: &PartialDate, date: PartialDate| {
            (date.first_day()..=date.last_day()).contains(&day.first_day())
        };
        let Provenance { title, kind, date: dated, language, organisation, countries, event, place, .. } =
            &mut draft.provenance;
        draft.date = draft.date.filter(|day| date.is_none_or(|date| is_within(day, date)));
        fill(&mut draft.date, dated, date.map(|date| (date, from)));
        fill(&mut draft.title, title, stated(&self.title).map(|title| (title, from)));
        state(&mut draft.kind, kind, stated(&self.kind).and_then(|kind| kind.parse().ok()), from);
        state(&mut draft.language, language, stated(&self.language).and_then(|code| code.parse().ok()), from);
        state(&mut draft.organisation, organisation, stated(&self.organisation), from);
        if let Some(country) = stated(&self.country).and_then(|country| country.parse().ok()) {
            (draft.countries, *countries) = (vec![country], Some(from));
        }
        state(&mut draft.event, event, stated(&self.event), from);
        state(&mut draft.place, place, stated(&self.place), from);
        true
    }
}

/// Takes what the name states in place of what the text states.
fn state<T>(value: &mut Option<T>, noted: &mut Option<Evidence>, stated: Option<T>, from: Evidence) {
    if stated.is_some() {
        (*value, *noted) = (stated, Some(from));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASSEMBLY: &str = r#"
        name = '(?<state>[A-Z]{3})-0*(?<number>[0-9]{1,3})-(?<year>[0-9]{4})(?:-(?<language>[a-z]{2}))?\.txt'
        annual = { number = "number", year = "year", first = 1991 }
        title = "${state} at session ${number} (${year})"
        date = "${year}"
        kind = "speech"
        language = "${language}"
        organisation = "Assembly of Littoral States"
        event = "Session ${number}"
        place = "Port Serrat"
    "#;

    fn applied(name: &str, mut draft: Draft) -> Option<Draft> {
        let names: Named = toml::from_str(ASSEMBLY).unwrap();
        names.apply(name, Evidence::FileName, &mut draft).then_some(draft)
    }

    #[test]
    fn a_name_that_fits_states_what_the_text_does_not() {
        let draft = applied("BLM-07-1997-fr.txt", Draft::default()).unwrap();
        insta::assert_snapshot!(
            format!("{:?}\n{:?} {:?} {:?}\n{:?}\n{:?}\n{:?}", draft.title, draft.date, draft.kind, draft.language, draft.organisation, draft.event, draft.place),
            @r#"
        Some("BLM at session 7 (1997)")
        Some(PartialDate { year: 1997, month: None, day: None }) Some(Speech) Some(Language(fr))
        Some("Assembly of Littoral States")
        Some("Session 7")
        Some("Port Serrat")
        "#
        );
    }

    #[test]
    fn a_title_and_a_day_of_the_text_stay() {
        let day = |text: &str| Draft {
            date: text.parse().ok(),
            title: Some("On nets".to_owned()),
            ..Draft::default()
        };
        let draft = applied("BLM-07-1997.txt", day("1997-06-14")).unwrap();
        assert_eq!((draft.title.as_deref(), draft.date), (Some("On nets"), "1997-06-14".parse().ok()));
        assert_eq!(draft.language, None);
        let draft = applied("BLM-07-1997.txt", day("1945-06-14")).unwrap();
        assert_eq!(draft.date, "1997".parse().ok(), "a day of another year is what the text is about");
    }

    #[test]
    fn another_name_states_nothing() {
        for name in
            ["BLM-07-1998.txt", "BLM-07-1997.html", "a-BLM-07-1997.txt", "blm-07-1997.txt", "BLM-1997.txt"]
        {
            assert_eq!(applied(name, Draft::default()), None, "{name}");
        }
    }
}
