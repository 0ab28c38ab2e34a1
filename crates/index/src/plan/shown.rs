//! Where in a text a condition shows that it is met: what is marked, counted and listed in a concordance.

use super::{Clause, Interval, Pattern, Scope, near};

/// The part of a statement that a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The title.
    Title,
    /// A paragraph.
    Body,
}

impl Scope {
    /// Whether words of this scope are looked for in titles, or in paragraphs.
    pub(crate) fn covers(self, part: Part) -> bool {
        match self {
            Scope::Text => true,
            Scope::Title => part == Part::Title,
            Scope::Body => part == Part::Body,
            Scope::Speaker | Scope::Organisation | Scope::Event | Scope::Place => false,
        }
    }
}

/// A title, or a paragraph, that can be asked where a pattern stands in it.
pub trait Run {
    /// Where `pattern` stands, in order. It is the `index`-th of the condition, counted from 0 as
    /// [`Clause::in_order`] gives them.
    fn find(&mut self, index: usize, pattern: &Pattern) -> Vec<Interval>;
}

/// A pattern that stands in a text: its index, and where.
type Place = (usize, Interval);

impl Clause {
    /// Every pattern that decides whether a statement matches, also those it must not have, in a fixed order.
    pub fn in_order(&self) -> Vec<(Scope, &Pattern)> {
        match self {
            Clause::Not(clause) => clause.in_order(),
            Clause::All(clauses) | Clause::Best(clauses) | Clause::Some { clauses, .. } => {
                clauses.iter().flat_map(Clause::in_order).collect()
            }
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } | Clause::Paragraph(clause) => {
                clause.in_order()
            }
            other => other.patterns(),
        }
    }

    /// Where the condition shows in `run`, which is a `part` of a statement that meets it: every word that it asks for; of
    /// words near each other only those that are; of what one paragraph has to meet only where one does. Each with the
    /// index of the pattern.
    pub fn shown(&self, part: Part, run: &mut impl Run) -> Vec<(usize, Interval)> {
        let mut shown = Vec::new();
        self.show(part, run, &mut 0, &mut shown);
        shown
    }

    fn show(&self, part: Part, run: &mut impl Run, next: &mut usize, shown: &mut Vec<Place>) {
        match self {
            Clause::Text { scope, .. } | Clause::Near { scope, .. } if scope.covers(part) => {
                shown.extend(self.found(run, next).unwrap_or_default());
            }
            Clause::Paragraph(clause) if part == Part::Body => {
                shown.extend(clause.found(run, next).unwrap_or_default());
            }
            Clause::All(clauses) | Clause::Best(clauses) | Clause::Some { clauses, .. } => {
                clauses.iter().for_each(|clause| clause.show(part, run, next, shown));
            }
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } => {
                clause.show(part, run, next, shown);
            }
            other => *next += other.in_order().len(),
        }
    }

    /// Whether `run` meets the condition by itself, and where that shows; none if it does not.
    fn found(&self, run: &mut impl Run, next: &mut usize) -> Option<Vec<Place>> {
        match self {
            Clause::Everything => Some(Vec::new()),
            Clause::Text { pattern, .. } => {
                let index = *next;
                *next += 1;
                let places = run.find(index, pattern).into_iter().map(|own| (index, own));
                Some(places.collect()).filter(|places: &Vec<Place>| !places.is_empty())
            }
            Clause::Near { patterns, gap, .. } => {
                let first = *next;
                *next += patterns.len();
                let lists: Vec<_> =
                    (first..).zip(patterns).map(|(index, pattern)| run.find(index, pattern)).collect();
                let places = (first..).zip(near(&lists, *gap));
                let places = places.flat_map(|(index, list)| list.into_iter().map(move |own| (index, own)));
                Some(places.collect()).filter(|places: &Vec<Place>| !places.is_empty())
            }
            Clause::All(clauses) => {
                let parts: Vec<_> = clauses.iter().map(|clause| clause.found(run, next)).collect();
                Some(parts.into_iter().collect::<Option<Vec<_>>>()?.concat())
            }
            Clause::Best(clauses) => some_found(1, clauses, run, next),
            Clause::Some { minimum, clauses } => some_found(*minimum, clauses, run, next),
            Clause::Prefer { clause, .. } | Clause::Boost { clause, .. } | Clause::Paragraph(clause) => {
                clause.found(run, next)
            }
            Clause::Not(clause) => match clause.found(run, next) {
                Some(_) => None,
                None => Some(Vec::new()),
            },
            Clause::Nothing | Clause::Is { .. } | Clause::Date(_) | Clause::Neighbours(_) => None,
        }
    }

    /// Whether `run` meets the condition by itself.
    pub(crate) fn holds(&self, run: &mut impl Run) -> bool {
        self.found(run, &mut 0).is_some()
    }
}

/// Where at least `minimum` of the conditions show; none if fewer are met.
fn some_found(
    minimum: usize,
    clauses: &[Clause],
    run: &mut impl Run,
    next: &mut usize,
) -> Option<Vec<Place>> {
    let parts: Vec<_> = clauses.iter().filter_map(|clause| clause.found(run, next)).collect();
    (parts.len() >= minimum).then(|| parts.concat())
}
