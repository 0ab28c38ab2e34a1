//! Where patterns stand in the statements of a segment, word for word.

use tantivy::{DocId, SegmentReader, Term};

use super::compile::Compiler;
use super::occurrences::Phrase;
use crate::plan::{Part, Run};
use crate::{Clause, Interval, Pattern, Scope};

/// The forms of a pattern, of which each place is one.
#[derive(Debug, Clone, Default)]
pub(super) struct Sought {
    /// Words that follow each other in one field, and how many words of the text they are.
    forms: Vec<(Vec<Term>, u32)>,
}

/// The places of a pattern in one segment.
pub(super) struct Located {
    forms: Vec<(Phrase, u32)>,
}

impl Compiler<'_> {
    /// What has to be found of a pattern in titles, or in paragraphs; nothing if its scope has none of them.
    pub(super) fn sought_in(&self, part: Part, scope: Scope, pattern: &Pattern) -> Sought {
        let own = match part {
            _ if !scope.covers(part) => return Sought::default(),
            Part::Title => Scope::Title,
            Part::Body => Scope::Body,
        };
        self.sought(own, pattern)
    }

    /// What has to be found of a pattern in a scope that is one field.
    pub(super) fn sought(&self, scope: Scope, pattern: &Pattern) -> Sought {
        let mut forms = Vec::new();
        for (language, stems) in &pattern.stems {
            // A bigram stands where its first character does.
            let characters = u32::from(pattern.is_pair());
            forms.push((self.stem_terms(scope, *language, stems), characters));
        }
        forms.extend(pattern.exact_and_similar().map(|words| (self.exact_terms(scope, words), 0)));
        let in_field = |(fields, more): (Vec<Vec<Term>>, u32)| {
            let terms = fields.into_iter().next()?;
            let length = u32::try_from(terms.len()).unwrap_or(u32::MAX);
            Some((terms, length + more))
        };
        Sought { forms: forms.into_iter().filter_map(in_field).collect() }
    }
}

impl Sought {
    /// The words of each form.
    pub(super) fn terms(&self) -> impl Iterator<Item = &[Term]> {
        self.forms.iter().map(|(terms, _)| terms.as_slice())
    }

    pub(super) fn in_segment(&self, segment: &SegmentReader) -> tantivy::Result<Located> {
        let mut forms = Vec::with_capacity(self.forms.len());
        for (terms, length) in &self.forms {
            let Some(first) = terms.first() else { continue };
            let phrase = Phrase::of(terms, segment.inverted_index(first.field())?.as_ref())?;
            forms.extend(phrase.map(|phrase| (phrase, *length)));
        }
        Ok(Located { forms })
    }
}

impl Located {
    /// The places in `document`, in order. Documents are asked for in their order.
    pub(super) fn read(&mut self, document: DocId, places: &mut Vec<Interval>) {
        places.clear();
        for (phrase, length) in &mut self.forms {
            let starts = phrase.starts(document).iter();
            places.extend(starts.map(|start| Interval { start: *start, end: start + *length - 1 }));
        }
        // Each form's places are in order already, which the stable sort makes use of.
        places.sort();
        places.dedup();
    }
}

/// What has to be found of every pattern of a condition to know where it shows.
#[derive(Debug, Clone)]
pub(super) struct SoughtAll {
    titles: Vec<Sought>,
    bodies: Vec<Sought>,
    /// Where paragraphs start.
    starts: Sought,
}

/// The places of every pattern of a condition in one segment, and the paragraphs.
pub(super) struct LocatedAll {
    titles: Vec<Located>,
    bodies: Vec<Located>,
    starts: Located,
    places: Places,
    paragraphs: Vec<Interval>,
}

impl Compiler<'_> {
    pub(super) fn sought_all(&self, clause: &Clause) -> SoughtAll {
        let patterns = clause.in_order();
        let of = |part| patterns.iter().map(|(scope, own)| self.sought_in(part, *scope, own)).collect();
        let mark = Term::from_field_text(self.fields.paragraphs, super::fields::PARAGRAPH);
        let starts = Sought { forms: vec![(vec![mark], 1)] };
        SoughtAll { titles: of(Part::Title), bodies: of(Part::Body), starts }
    }
}

impl SoughtAll {
    pub(super) fn in_segment(&self, segment: &SegmentReader) -> tantivy::Result<LocatedAll> {
        let each = |all: &[Sought]| -> tantivy::Result<Vec<Located>> {
            all.iter().map(|own| own.in_segment(segment)).collect()
        };
        let titles = each(&self.titles)?;
        let places = Places { all: vec![Vec::new(); titles.len()], run: 0..=u32::MAX };
        let (bodies, starts) = (each(&self.bodies)?, self.starts.in_segment(segment)?);
        Ok(LocatedAll { titles, bodies, starts, places, paragraphs: Vec::new() })
    }
}

impl LocatedAll {
    /// How often the condition shows in title and paragraphs of `document`, which meets it. Documents are asked for in
    /// their order.
    pub(super) fn count(&mut self, clause: &Clause, document: DocId) -> u64 {
        self.read(document, Part::Title);
        let mut count = self.places.shown(clause, Part::Title);
        self.read(document, Part::Body);
        for index in 0..self.paragraphs.len() {
            self.enter(index);
            // Where no word stands nothing can show.
            if !self.places.is_empty() {
                count += self.places.shown(clause, Part::Body);
            }
        }
        count
    }

    /// Whether a paragraph of `document` meets the condition by itself.
    pub(super) fn holds(&mut self, clause: &Clause, document: DocId) -> bool {
        self.read(document, Part::Body);
        (0..self.paragraphs.len()).any(|index| {
            self.enter(index);
            clause.holds(&mut self.places)
        })
    }

    fn read(&mut self, document: DocId, part: Part) {
        let located = match part {
            Part::Title => &mut self.titles,
            Part::Body => {
                self.starts.read(document, &mut self.paragraphs);
                &mut self.bodies
            }
        };
        for (own, places) in located.iter_mut().zip(&mut self.places.all) {
            own.read(document, places);
        }
        self.places.run = 0..=u32::MAX;
    }

    fn enter(&mut self, paragraph: usize) {
        let start = self.paragraphs[paragraph].start;
        let end = self.paragraphs.get(paragraph + 1).map_or(u32::MAX, |next| next.start.saturating_sub(1));
        self.places.run = start..=end;
    }
}

/// The places of every pattern in one document, of which one run is looked at.
struct Places {
    all: Vec<Vec<Interval>>,
    run: std::ops::RangeInclusive<u32>,
}

impl Places {
    fn here(&self, index: usize) -> &[Interval] {
        let all = &self.all[index];
        let from = all.partition_point(|own| own.start < *self.run.start());
        let to = all.partition_point(|own| own.start <= *self.run.end());
        all.get(from..to).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        (0..self.all.len()).all(|index| self.here(index).is_empty())
    }

    fn shown(&mut self, clause: &Clause, part: Part) -> u64 {
        let places = clause.shown(part, self).into_iter().map(|(_, place)| place);
        crate::occurrences(places.collect()).len() as u64
    }
}

impl Run for Places {
    fn find(&mut self, index: usize, _: &Pattern) -> Vec<Interval> {
        self.here(index).to_vec()
    }
}
