//! What differs between two versions of a statement: its facts, its paragraphs, and the words of those that changed.
//!
//! Paragraphs are aligned first (Myers 1986: the fewest removed and added). Where some stand against others, those with
//! most words in common are taken for one that was changed, in order (as in an alignment of sequences, Needleman and
//! Wunsch 1970), and its words are aligned in the same way.

mod pairs;

use std::time::{Duration, Instant};

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use unicode_segmentation::UnicodeSegmentation;
use verbale_statement::{Country, Speaker, Statement, Translation, is_same_address};

use self::pairs::{Step, pairs};

/// After so long an alignment need no longer be the shortest: two long texts without anything in common take too long
/// for that, and say nothing.
const PATIENCE: Duration = Duration::from_secs(2);

/// What differs between two versions of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The facts that differ, in the order of a statement's fields.
    pub facts: Vec<FactChange>,
    /// Every paragraph of either version, in reading order.
    pub paragraphs: Vec<ParagraphChange>,
}

/// A fact that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactChange {
    /// The name of the field: `title`, `date`, `speakers` …
    pub field: &'static str,
    /// What it was; empty if it wasn't known.
    pub before: String,
    /// What it became; empty if it isn't known any more.
    pub after: String,
}

/// What became of a paragraph. Numbers are those of citation, counted from 1 in each version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum ParagraphChange {
    /// It says the same.
    Kept {
        /// Its number in the earlier version.
        before: usize,
        /// Its number in the later version.
        after: usize,
        /// The text.
        text: String,
    },
    /// Only the earlier version has it.
    Removed {
        /// Its number there.
        before: usize,
        /// The text.
        text: String,
    },
    /// Only the later version has it.
    Added {
        /// Its number there.
        after: usize,
        /// The text.
        text: String,
    },
    /// Some of its words differ.
    Changed {
        /// Its number in the earlier version.
        before: usize,
        /// Its number in the later version.
        after: usize,
        /// The text of both versions; without what was added it is the earlier one, without what was removed the later.
        pieces: Vec<Piece>,
    },
}

/// Some words of a changed paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Which version has them.
    pub state: PieceState,
    /// The words, with the space between and around them.
    pub text: String,
}

/// Which version has a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PieceState {
    /// Both.
    Kept,
    /// The earlier one.
    Removed,
    /// The later one.
    Added,
}

impl Difference {
    /// What differs between the statement as it was `before` and as it became `after`.
    pub fn between(before: &Statement, after: &Statement) -> Self {
        let facts = facts(before).into_iter().zip(facts(after));
        let facts = facts.filter(|((field, before), (_, after))| {
            // A parameter of a campaign that came and went is no change of the statement.
            before != after && !(*field == "url" && is_same_address(before, after))
        });
        Self {
            facts: facts.map(|((field, before), (_, after))| FactChange { field, before, after }).collect(),
            paragraphs: paragraphs(before, after),
        }
    }

    /// What differs, in a line: `title, date; 2 paragraphs changed, 1 added`.
    pub fn summary(&self) -> String {
        let count = |wanted: fn(&ParagraphChange) -> bool| {
            self.paragraphs.iter().filter(|paragraph| wanted(paragraph)).count()
        };
        let counts = [
            (count(|own| matches!(own, ParagraphChange::Changed { .. })), "changed"),
            (count(|own| matches!(own, ParagraphChange::Added { .. })), "added"),
            (count(|own| matches!(own, ParagraphChange::Removed { .. })), "removed"),
        ];
        let mut counted: Vec<String> = Vec::new();
        for (count, verb) in counts.into_iter().filter(|(count, _)| *count > 0) {
            let noun = match (counted.is_empty(), count) {
                (false, _) => "",
                (true, 1) => " paragraph",
                (true, _) => " paragraphs",
            };
            counted.push(format!("{count}{noun} {verb}"));
        }
        let facts: Vec<_> = self.facts.iter().map(|fact| fact.field).collect();
        let parts = [facts.join(", "), counted.join(", ")];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { "how the text is marked up".to_owned() } else { parts.join("; ") }
    }
}

/// Everything that a statement says about itself.
fn facts(statement: &Statement) -> [(&'static str, String); 11] {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let speaker = |speaker: &Speaker| {
        let parts = [Some(&speaker.name), speaker.role.as_ref(), speaker.affiliation.as_ref()];
        parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
    };
    let speakers: Vec<_> = statement.speakers.iter().map(speaker).collect();
    let translation = |own: &Translation| format!("{} {}", own.language, own.url);
    let translations: Vec<_> = statement.origin.translations.iter().map(translation).collect();
    let countries: Vec<_> = statement.countries.iter().map(Country::name).collect();
    [
        ("title", statement.title.clone()),
        ("date", statement.date.map(|date| date.to_string()).unwrap_or_default()),
        ("speakers", speakers.join("; ")),
        ("organisation", text(&statement.organisation)),
        ("countries", countries.join("; ")),
        ("kind", statement.kind.map(|kind| kind.label().to_owned()).unwrap_or_default()),
        ("event", text(&statement.event)),
        ("place", text(&statement.place)),
        ("language", statement.language.name().to_owned()),
        ("url", text(&statement.origin.url)),
        ("translations", translations.join("; ")),
    ]
}

fn paragraphs(before: &Statement, after: &Statement) -> Vec<ParagraphChange> {
    let texts = |statement: &Statement| {
        statement.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect::<Vec<_>>()
    };
    let (old, new) = (texts(before), texts(after));
    let deadline = Instant::now() + PATIENCE;
    let mut changes = Vec::new();
    for operation in capture_diff_slices_deadline(Algorithm::Myers, &old, &new, Some(deadline)) {
        let (old_range, new_range) = (operation.old_range(), operation.new_range());
        if let DiffOp::Equal { .. } = operation {
            changes.extend(old_range.zip(new_range).map(|(before, after)| ParagraphChange::Kept {
                before: before + 1,
                after: after + 1,
                text: new[after].clone(),
            }));
            continue;
        }
        for step in pairs(&old[old_range.clone()], &new[new_range.clone()]) {
            changes.push(match step {
                Step::Removed(at) => {
                    let at = old_range.start + at;
                    ParagraphChange::Removed { before: at + 1, text: old[at].clone() }
                }
                Step::Added(at) => {
                    let at = new_range.start + at;
                    ParagraphChange::Added { after: at + 1, text: new[at].clone() }
                }
                Step::Changed(old_at, new_at) => {
                    let (old_at, new_at) = (old_range.start + old_at, new_range.start + new_at);
                    let pieces = words(&old[old_at], &new[new_at], deadline);
                    ParagraphChange::Changed { before: old_at + 1, after: new_at + 1, pieces }
                }
            });
        }
    }
    changes
}

/// The words of a paragraph in both versions. A space between two changes is part of them, so that a changed sentence
/// is read as one.
fn words(before: &str, after: &str, deadline: Instant) -> Vec<Piece> {
    let old: Vec<&str> = before.split_word_bounds().collect();
    let new: Vec<&str> = after.split_word_bounds().collect();
    let operations = capture_diff_slices_deadline(Algorithm::Myers, &old, &new, Some(deadline));
    let (mut pieces, mut removed, mut added) = (Vec::new(), String::new(), String::new());
    for (index, operation) in operations.iter().enumerate() {
        let old_words = old[operation.old_range()].concat();
        let is_equal = matches!(operation, DiffOp::Equal { .. });
        let is_between = !(removed.is_empty() && added.is_empty()) && index + 1 < operations.len();
        if is_equal && !(is_between && old_words.trim().is_empty()) {
            flush(&mut pieces, &mut removed, &mut added);
            pieces.push(Piece { state: PieceState::Kept, text: old_words });
        } else {
            removed += &old_words;
            added += &new[operation.new_range()].concat();
        }
    }
    flush(&mut pieces, &mut removed, &mut added);
    pieces
}

fn flush(pieces: &mut Vec<Piece>, removed: &mut String, added: &mut String) {
    for (state, text) in [(PieceState::Removed, removed), (PieceState::Added, added)] {
        let text = std::mem::take(text);
        if !text.is_empty() {
            pieces.push(Piece { state, text });
        }
    }
}

#[cfg(test)]
mod tests;
