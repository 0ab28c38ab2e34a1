//! Looking at statements one by one.

use std::ops::Range;

use verbale_query::DateRange;
use verbale_statement::{Field, Statement};

use crate::corpus::{Entry, Text};
use crate::meaning::Meaning;
use crate::near::near;
use crate::sought::{Place, Sought};

/// The part of a statement that a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Body,
}

impl Meaning {
    /// Whether a statement is as it is asked for.
    pub fn is_met(&self, entry: &Entry) -> bool {
        match self {
            Self::Everything => true,
            Self::Word(field, sought) => {
                texts(entry, *field).iter().any(|text| !sought.places(text).is_empty())
            }
            Self::Near(field, sought, gap) => {
                texts(entry, *field).iter().any(|text| !side_by_side(sought, *gap, text).is_empty())
            }
            Self::Paragraph(meaning) => {
                entry.paragraphs.iter().any(|paragraph| meaning.within(paragraph).is_some())
            }
            Self::AtLeast(needed, meanings) => {
                meanings.iter().filter(|meaning| meaning.is_met(entry)).count() >= *needed
            }
            Self::Not(meaning) => !meaning.is_met(entry),
            Self::Language(language) => entry.statement.languages().contains(language),
            Self::Kind(kind) => entry.statement.kind == Some(*kind),
            Self::Country(country) => entry.statement.countries.contains(country),
            Self::Mentions(mentioned) => entry.statement.mentions.all().any(|own| own == *mentioned),
            Self::Date(range) => may_be_within(&entry.statement, range),
        }
    }

    /// Where a paragraph by itself is as it is asked for; none if it isn't.
    fn within(&self, paragraph: &Text) -> Option<Vec<Place>> {
        let shown = |places: Vec<Place>| (!places.is_empty()).then_some(places);
        match self {
            Self::Everything => Some(Vec::new()),
            Self::Word(_, sought) => shown(sought.places(paragraph)),
            Self::Near(_, sought, gap) => shown(side_by_side(sought, *gap, paragraph)),
            Self::AtLeast(needed, meanings) => {
                let met: Vec<_> = meanings.iter().filter_map(|meaning| meaning.within(paragraph)).collect();
                (met.len() >= *needed).then(|| met.concat())
            }
            Self::Not(meaning) => {
                if meaning.within(paragraph).is_some() {
                    None
                } else {
                    Some(Vec::new())
                }
            }
            Self::Paragraph(meaning) => meaning.within(paragraph),
            Self::Language(_) | Self::Kind(_) | Self::Country(_) | Self::Mentions(_) | Self::Date(_) => None,
        }
    }

    /// Where a title or paragraph of a statement that is met shows that it is: every word that is asked for; of words
    /// near each other those that are; of what one paragraph has to meet, those of paragraphs that do. Nothing that is
    /// excluded.
    pub fn shown(&self, part: Part, text: &Text) -> Vec<Place> {
        let is_asked = |field: &Option<Field>| match field {
            None => true,
            Some(Field::Title) => part == Part::Title,
            Some(Field::Body) => part == Part::Body,
            Some(_) => false,
        };
        match self {
            Self::Word(field, sought) if is_asked(field) => sought.places(text),
            Self::Near(field, sought, gap) if is_asked(field) => side_by_side(sought, *gap, text),
            Self::Paragraph(meaning) if part == Part::Body => meaning.within(text).unwrap_or_default(),
            Self::AtLeast(_, meanings) => {
                meanings.iter().flat_map(|meaning| meaning.shown(part, text)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// How often title and paragraphs of a statement that is met show it.
    pub fn occurrences(&self, entry: &Entry) -> u64 {
        parts(entry).map(|(part, text)| self.occurrences_in(part, text).len() as u64).sum()
    }

    /// The bytes of each occurrence in a text: places that share a word are one.
    pub fn occurrences_in(&self, part: Part, text: &Text) -> Vec<Range<usize>> {
        let mut places = self.shown(part, text);
        places.sort_by_key(|place| (place.first, place.last));
        let mut occurrences: Vec<Place> = Vec::new();
        for place in places {
            match occurrences.last_mut() {
                Some(last) if place.first <= last.last => {
                    last.last = last.last.max(place.last);
                    last.bytes = last.bytes.start.min(place.bytes.start)..last.bytes.end.max(place.bytes.end);
                }
                _ => occurrences.push(place),
            }
        }
        occurrences.into_iter().map(|place| place.bytes).collect()
    }

    /// The bytes of a text that show it, those that overlap as one.
    pub fn marks(&self, part: Part, text: &Text) -> Vec<Range<usize>> {
        let mut ranges: Vec<_> = self.shown(part, text).into_iter().map(|place| place.bytes).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut marks: Vec<Range<usize>> = Vec::new();
        for range in ranges {
            match marks.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => marks.push(range),
            }
        }
        marks
    }
}

/// Title and paragraphs.
pub fn parts(entry: &Entry) -> impl Iterator<Item = (Part, &Text)> {
    let paragraphs = entry.paragraphs.iter().map(|paragraph| (Part::Body, paragraph));
    std::iter::once((Part::Title, &entry.title)).chain(paragraphs)
}

/// The texts of a field.
fn texts(entry: &Entry, field: Option<Field>) -> Vec<&Text> {
    match field {
        None => entry.texts().collect(),
        Some(Field::Title) => vec![&entry.title],
        Some(Field::Body) => entry.paragraphs.iter().collect(),
        Some(field) => {
            let own = entry.metadata.iter().filter(|(own, _)| *own == field);
            own.map(|(_, text)| text).collect()
        }
    }
}

fn side_by_side(sought: &[Sought], gap: u32, text: &Text) -> Vec<Place> {
    let lists: Vec<_> = sought.iter().map(|own| own.places(text)).collect();
    if lists.iter().any(Vec::is_empty) { Vec::new() } else { near(&lists, gap).concat() }
}

/// Whether one of the days that a statement may be of lies within a range.
fn may_be_within(statement: &Statement, range: &DateRange) -> bool {
    statement.date.is_some_and(|date| {
        range.from.is_none_or(|from| from.first_day() <= date.last_day())
            && range.to.is_none_or(|to| date.first_day() <= to.last_day())
    })
}
