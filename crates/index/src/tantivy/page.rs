//! A page of hits in some order, from any place on.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn, TermOrdHit};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::compile::Compiler;
use super::fields::{FIRST_DAY, ID, WORDS, facet_name};
use super::prefer::Threshold;
use super::ranked::{Ranked, cut, score_of};
use super::recency::Recency;
use crate::{After, Facet, Order};

/// Counts all hits and keeps the first ones of those behind a place, with those that rank as the last of them.
pub(super) struct PageCollector<'a> {
    pub(super) compiler: &'a Compiler<'a>,
    pub(super) order: Order,
    /// None for the beginning.
    pub(super) after: Option<&'a After>,
    /// How many are kept.
    pub(super) keep: usize,
    /// Raised to what a hit has to score to be kept.
    pub(super) threshold: Threshold,
}

/// The first hits of one segment.
pub(super) struct SegmentPage {
    segment: SegmentOrdinal,
    threshold: Threshold,
    rank: Rank,
    names: Option<StrColumn>,
    ids: StrColumn,
    behind: Option<Place>,
    keep: usize,
    total: u64,
    /// The last of those that are kept is on top.
    kept: BinaryHeap<(Place, DocId)>,
}

/// A place in the order of one segment, where names and ids are numbered by the alphabet; earlier ones are less. The
/// numbers are odd, so that what the segment does not have stands between them.
type Place = (Reverse<u64>, u64, u64);

/// What a hit ranks by: the higher it is the earlier it comes.
enum Rank {
    /// More for newer ones, if age counts.
    Score(Option<Recency>),
    /// Days; those without one come last.
    Days {
        column: Column<i64>,
        latest_first: bool,
    },
    Words {
        column: Column<u64>,
        most_first: bool,
    },
    /// Only those with a name first.
    Name,
}

impl Rank {
    fn of(compiler: &Compiler<'_>, order: Order, segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        Ok(match order {
            Order::Relevance => Self::Score(compiler.recency(segment)?),
            Order::Newest | Order::Oldest => {
                Self::Days { column: columns.i64(FIRST_DAY)?, latest_first: order == Order::Newest }
            }
            Order::Longest | Order::Shortest => {
                Self::Words { column: columns.u64(WORDS)?, most_first: order == Order::Longest }
            }
            Order::Speaker => Self::Name,
        })
    }

    fn value(&self, document: DocId, score: Score, named: bool) -> u64 {
        match self {
            // Scores are not negative, and so in the order of their bits.
            Self::Score(recency) => {
                let factor = recency.as_ref().map_or(1.0, |recency| recency.factor(document));
                (score * factor).max(0.0).to_bits().into()
            }
            Self::Days { column, latest_first } => column.first(document).map_or(0, |day| {
                let early = day.abs_diff(i64::MIN).clamp(1, u64::MAX - 1);
                if *latest_first { early } else { u64::MAX - early }
            }),
            Self::Words { column, most_first } => {
                let words = column.first(document).unwrap_or(0);
                if *most_first { words } else { u64::MAX - words }
            }
            Self::Name => u64::from(named),
        }
    }
}

/// The number of a text, or of the gap in which it would stand.
fn number(column: &StrColumn, text: &str) -> std::io::Result<u64> {
    Ok(match column.dictionary().term_ord_or_next(text.as_bytes())? {
        TermOrdHit::Exact(ordinal) => odd(ordinal),
        TermOrdHit::Next(ordinal) => ordinal.saturating_mul(2),
    })
}

fn odd(ordinal: u64) -> u64 {
    ordinal.saturating_mul(2).saturating_add(1)
}

impl Collector for PageCollector<'_> {
    type Fruit = (u64, Vec<Ranked>);
    type Child = SegmentPage;

    fn for_segment(&self, ordinal: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentPage> {
        let columns = segment.fast_fields();
        let missing = || tantivy::TantivyError::InternalError(format!("the column {ID} is missing"));
        let ids = columns.str(ID)?.ok_or_else(missing)?;
        let speakers = || columns.str(&facet_name(Facet::Speaker));
        let names = if self.order == Order::Speaker { speakers()? } else { None };
        let behind = match self.after {
            Some(after) => {
                let name = names.as_ref().map_or(Ok(0), |names| number(names, &after.name))?;
                Some((Reverse(after.rank), name, number(&ids, after.id.as_str())?))
            }
            None => None,
        };
        let rank = Rank::of(self.compiler, self.order, segment)?;
        let threshold = self.threshold.clone();
        let (keep, kept) = (self.keep, BinaryHeap::new());
        Ok(SegmentPage { segment: ordinal, threshold, rank, names, ids, behind, keep, total: 0, kept })
    }

    fn requires_scoring(&self) -> bool {
        self.order == Order::Relevance
    }

    fn merge_fruits(&self, fruits: Vec<tantivy::Result<Self::Fruit>>) -> tantivy::Result<Self::Fruit> {
        let (mut total, mut first) = (0, Vec::new());
        for fruit in fruits {
            let (count, hits) = fruit?;
            total += count;
            first.extend(hits);
        }
        cut(&mut first, self.keep);
        Ok((total, first))
    }
}

impl SegmentCollector for SegmentPage {
    type Fruit = tantivy::Result<(u64, Vec<Ranked>)>;

    fn collect(&mut self, document: DocId, score: Score) {
        self.total += 1;
        let name = self.names.as_ref().and_then(|names| names.term_ords(document).min());
        let rank = Reverse(self.rank.value(document, score, name.is_some()));
        let full = self.kept.len() >= self.keep;
        if full && self.kept.peek().is_none_or(|((last, ..), _)| rank > *last) {
            return;
        }
        let id = self.ids.ords().first(document).map_or(0, odd);
        let place = (rank, name.map_or(0, odd), id);
        if self.behind.is_some_and(|behind| place <= behind) {
            return;
        }
        self.kept.push((place, document));
        if self.kept.len() > self.keep {
            self.kept.pop();
        }
        if self.kept.len() == self.keep
            && let Rank::Score(recency) = &self.rank
            && let Some(((Reverse(last), ..), _)) = self.kept.peek()
        {
            let most = recency.as_ref().map_or(1.0, Recency::most);
            self.threshold.raise(score_of(*last) / most);
        }
    }

    fn harvest(self) -> Self::Fruit {
        let mut hits = Vec::with_capacity(self.kept.len());
        for ((Reverse(rank), name, _), document) in &self.kept {
            let name = self.names.as_ref().map_or(Ok(String::new()), |names| text(names, *name))?;
            let address = DocAddress::new(self.segment, *document);
            hits.push(Ranked { rank: *rank, name, address });
        }
        Ok((self.total, hits))
    }
}

/// The text with an odd number; nothing for none.
fn text(column: &StrColumn, number: u64) -> std::io::Result<String> {
    let mut text = String::new();
    if number % 2 == 1 {
        column.ord_to_str(number / 2, &mut text)?;
    }
    Ok(text)
}
