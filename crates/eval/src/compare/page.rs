//! A comparison as a page that stands alone.

use std::borrow::Borrow;
use std::fmt;

use askama::Template;

use super::chart::{self, Bars, Forest};
use super::text::{self, now, was};
use super::{Change, Comparison, Placed, System, Verdict};

/// The page. Its template escapes everything; the page loads nothing and runs no script, and says so to the browser.
#[derive(Template)]
#[template(path = "comparison.html")]
struct Page<'a> {
    comparison: &'a Comparison,
    forest: Forest,
    bars: Vec<Bars<'a>>,
}

impl Comparison {
    /// The comparison as a page of HTML that needs nothing beside it: tables, pictures (SVG) and the topics that
    /// changed most.
    pub fn page(&self) -> impl fmt::Display + '_ {
        let first = |system| self.contrasts_of(system).next().map(|contrast| Bars::new(system, contrast));
        Page {
            comparison: self,
            forest: Forest::new(self),
            bars: self.systems.iter().filter_map(first).collect(),
        }
    }
}

impl Page<'_> {
    fn names(&self) -> String {
        let names: Vec<_> = self.comparison.systems.iter().map(|system| system.name.as_str()).collect();
        names.join(", ")
    }

    fn all_systems(&self) -> impl Iterator<Item = &System> {
        std::iter::once(&self.comparison.baseline).chain(&self.comparison.systems)
    }

    /// The measures by which a system is better, worse, or neither, in words.
    fn verdicts(&self, system: &System) -> Vec<(Verdict, &'static str, String)> {
        let words = [
            (Verdict::Better, "Better by"),
            (Verdict::Worse, "Worse by"),
            (Verdict::Undecided, "No difference shown by"),
        ];
        let of = |verdict| {
            let contrasts =
                self.comparison.contrasts_of(system).filter(move |contrast| contrast.verdict == verdict);
            contrasts.map(|contrast| contrast.measure.as_str()).collect::<Vec<_>>().join(", ")
        };
        let all = words.into_iter().map(|(verdict, words)| (verdict, words, of(verdict)));
        all.filter(|(_, _, measures)| !measures.is_empty()).collect()
    }
}

impl Verdict {
    /// The class in the style sheet.
    fn class(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Undecided => "undecided",
        }
    }
}

// The template hands over some numbers as they are and some by reference, hence `Borrow`.

/// A difference to so many decimals.
fn signed(value: impl Borrow<f64>, decimals: usize) -> String {
    chart::signed(*value.borrow(), decimals)
}

/// A p-value.
fn p(value: impl Borrow<f64>) -> String {
    text::p(*value.borrow())
}

/// A part of 1.
fn percent(part: impl Borrow<f64>) -> String {
    text::percent(*part.borrow())
}

/// To two decimals at most.
fn short(value: impl Borrow<f64>) -> String {
    text::short(*value.borrow())
}

/// The class of a document's grade.
fn grade_class(placed: &Placed) -> &'static str {
    match placed.grade {
        Some(grade) if grade > 0 => "grade relevant",
        Some(_) => "grade",
        None => "grade unjudged",
    }
}

/// The class of where a document went that stands in the baseline's ranking, or came from in that of the system.
fn way(placed: &Placed, in_system: bool) -> &'static str {
    match placed.other.is_none_or(|other| other > placed.rank) {
        _ if placed.other == Some(placed.rank) => "stayed",
        stands_higher if stands_higher == in_system => "up",
        _ => "down",
    }
}

/// The ranks that the two rankings of a change have, with what each has there.
fn ranks(change: &Change) -> Vec<(usize, Option<&Placed>, Option<&Placed>)> {
    let depth = change.baseline_ranking.len().max(change.system_ranking.len());
    let row = |index| (index + 1, change.baseline_ranking.get(index), change.system_ranking.get(index));
    (0..depth).map(row).collect()
}
