//! The topics that changed most, and what changed about them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Contender, Contrast, Settings, TopicValues, Wording};
use crate::{Qrels, Ranked};

/// A topic whose value differs between baseline and system.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// The system.
    pub system: String,
    /// The topic.
    pub topic: String,
    /// What it asks, where that is known.
    pub query: Option<String>,
    /// The measure that changed.
    pub measure: String,
    /// The measure's value for baseline and system.
    pub values: TopicValues,
    /// The baseline's first documents.
    pub baseline_ranking: Vec<Placed>,
    /// The system's first documents.
    pub system_ranking: Vec<Placed>,
    /// The documents whose rank changed, among the first of either or relevant: relevant ones first, then by what the
    /// move is worth.
    pub moves: Vec<Move>,
}

/// A document at its rank in one ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Placed {
    /// The document.
    pub document: String,
    /// Its title, where that is known.
    pub title: Option<String>,
    /// Its grade; none if it was not judged.
    pub grade: Option<i32>,
    /// Its rank, counted from 1.
    pub rank: usize,
    /// Its rank in the other ranking; none if it is not there.
    pub other: Option<usize>,
}

/// A document whose rank changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Move {
    /// The document.
    pub document: String,
    /// Its title, where that is known.
    pub title: Option<String>,
    /// Its grade; none if it was not judged.
    pub grade: Option<i32>,
    /// The baseline's rank, counted from 1; none if it does not rank the document.
    pub from: Option<usize>,
    /// The system's.
    pub to: Option<usize>,
    /// The words that add something else to the document's score than before, what changed most first. Empty where an
    /// engine doesn't say what its scores are made of.
    pub why: Vec<Shift>,
}

/// A word that adds something else to a document's score than before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shift {
    /// The word, as analysed.
    pub word: String,
    /// What it adds in the baseline.
    pub before: f64,
    /// What it adds in the system.
    pub after: f64,
}

impl Move {
    /// What the rank is worth in the discount of nDCG, now less before.
    pub fn gain(&self) -> f64 {
        let worth = |rank: Option<usize>| rank.map_or(0.0, |rank| 1.0 / (rank as f64 + 1.0).log2());
        worth(self.to) - worth(self.from)
    }
}

/// The topics that changed most by the measure of `contrast`, the most first.
pub(super) fn most(
    contrast: &Contrast,
    qrels: &Qrels,
    baseline: Contender<'_>,
    system: Contender<'_>,
    wording: &dyn Wording,
    settings: &Settings,
) -> Vec<Change> {
    let mut topics: Vec<_> = contrast.topics.iter().filter(|values| values.difference() != 0.0).collect();
    topics.sort_by(|a, b| b.difference().abs().total_cmp(&a.difference().abs()));
    let change = |values: &TopicValues| {
        let topic = values.topic.as_str();
        let pair = Pair {
            baseline: baseline.run.ranking(topic),
            system: system.run.ranking(topic),
            grades: qrels.grades(topic),
            topic,
            names: (baseline.name, system.name),
            wording,
        };
        let (before, after) = (ranks(pair.baseline), ranks(pair.system));
        Change {
            system: contrast.system.clone(),
            topic: topic.to_owned(),
            query: wording.query(topic),
            measure: contrast.measure.clone(),
            values: values.clone(),
            baseline_ranking: pair.placed(pair.baseline, &after, settings.depth),
            system_ranking: pair.placed(pair.system, &before, settings.depth),
            moves: pair.moves(&before, &after, settings.depth),
        }
    };
    topics.into_iter().take(settings.topics).map(change).collect()
}

type Ranks<'a> = BTreeMap<&'a str, usize>;

fn ranks(ranking: &[Ranked]) -> Ranks<'_> {
    ranking.iter().map(|ranked| ranked.document.as_str()).zip(1..).collect()
}

/// The two rankings of a topic, and what is known of the documents.
struct Pair<'a> {
    baseline: &'a [Ranked],
    system: &'a [Ranked],
    grades: Option<&'a BTreeMap<String, i32>>,
    topic: &'a str,
    names: (&'a str, &'a str),
    wording: &'a dyn Wording,
}

impl Pair<'_> {
    fn grade(&self, document: &str) -> Option<i32> {
        self.grades.and_then(|grades| grades.get(document)).copied()
    }

    fn title(&self, document: &str) -> Option<String> {
        self.wording.title(document).filter(|title| !title.is_empty())
    }

    fn placed(&self, ranking: &[Ranked], other: &Ranks<'_>, depth: usize) -> Vec<Placed> {
        let placed = |(rank, ranked): (usize, &Ranked)| Placed {
            document: ranked.document.clone(),
            title: self.title(&ranked.document),
            grade: self.grade(&ranked.document),
            rank,
            other: other.get(ranked.document.as_str()).copied(),
        };
        (1..).zip(ranking).take(depth).map(placed).collect()
    }

    fn moves(&self, before: &Ranks<'_>, after: &Ranks<'_>, depth: usize) -> Vec<Move> {
        let first = self.baseline.iter().take(depth).chain(self.system.iter().take(depth));
        let first = first.map(|ranked| ranked.document.as_str());
        let relevant = self.grades.into_iter().flatten().filter(|(_, grade)| **grade > 0);
        let looked_at: BTreeSet<&str> =
            first.chain(relevant.map(|(document, _)| document.as_str())).collect();
        let mut moves: Vec<_> = looked_at
            .into_iter()
            .map(|document| Move {
                document: document.to_owned(),
                title: self.title(document),
                grade: self.grade(document),
                from: before.get(document).copied(),
                to: after.get(document).copied(),
                why: Vec::new(),
            })
            .filter(|moved| moved.from != moved.to)
            .collect();
        let is_relevant = |moved: &Move| moved.grade > Some(0);
        moves.sort_by(|a, b| {
            let worth = b.gain().abs().total_cmp(&a.gain().abs());
            is_relevant(b).cmp(&is_relevant(a)).then(worth)
        });
        moves.truncate(depth);
        for moved in &mut moves {
            moved.why = self.why(&moved.document);
        }
        moves
    }

    fn why(&self, document: &str) -> Vec<Shift> {
        let of = |name: &str| self.wording.contributions(name, self.topic, document);
        let (Some(before), Some(after)) = (of(self.names.0), of(self.names.1)) else { return Vec::new() };
        let mut words: BTreeMap<String, (f64, f64)> = BTreeMap::new();
        for (word, score) in before {
            words.entry(word).or_default().0 += score;
        }
        for (word, score) in after {
            words.entry(word).or_default().1 += score;
        }
        let shifts = words.into_iter().map(|(word, (before, after))| Shift { word, before, after });
        let mut shifts: Vec<_> = shifts.filter(|shift| shift.before != shift.after).collect();
        let size = |shift: &Shift| (shift.after - shift.before).abs();
        shifts.sort_by(|a, b| size(b).total_cmp(&size(a)));
        shifts
    }
}
