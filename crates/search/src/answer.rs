//! What a reader gets.

use std::ops::Range;

use verbale_index::{Continuation, Expansion};
use verbale_query::Note;
use verbale_statement::{Country, Kind, Language, Mentioned, PartialDate, Speaker, Statement, StatementId};

use crate::{FacetCounts, Related, Relaxation};

/// The answer to a [`crate::Request`].
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The query as it was understood, in the query language.
    pub understood: String,
    /// Remarks on the query as typed.
    pub notes: Vec<Note>,
    /// What wildcards and words that may be misspelt stand for.
    pub expansions: Vec<Expansion>,
    /// What was searched instead, if nothing matches the query and the request does not say how many words have to.
    /// Everything here is of what was searched.
    pub relaxed: Option<Relaxation>,
    /// How many statements match, exactly.
    pub total: u64,
    /// The page asked for, in order.
    pub hits: Vec<Hit>,
    /// Where the next page begins, as [`crate::Request::after`] takes it; none if this is the last one.
    pub next: Option<Continuation>,
    /// The facets asked for, in the order of the request.
    pub facets: Vec<FacetCounts>,
}

/// A statement that matches.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// How well it matches; comparable within one answer only. None unless sorted by relevance.
    pub score: Option<f32>,
    /// The statement's name.
    pub id: StatementId,
    /// The title with the matches in it.
    pub title: Marked,
    /// The sort of text.
    pub kind: Option<Kind>,
    /// When it was made.
    pub date: Option<PartialDate>,
    /// The language of most of its text.
    pub language: Language,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Who issued it.
    pub organisation: Option<String>,
    /// The meeting or occasion.
    pub event: Option<String>,
    /// The states that it is made for.
    pub countries: Vec<Country>,
    /// The countries and organisations that its paragraphs mention.
    pub mentions: Vec<Mentioned>,
    /// Where it was made.
    pub place: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Up to three passages with the densest matches, in reading order; without a match in the text, its
    /// beginning.
    pub passages: Vec<Passage>,
    /// Its versions, where else it was published, and in which other languages.
    pub related: Related,
}

/// A piece of one paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The paragraph it is from, counted from 1.
    pub paragraph: usize,
    /// The language of the paragraph.
    pub language: Language,
    /// Whether the paragraph has more text before it.
    pub cut_before: bool,
    /// Whether the paragraph has more text behind it.
    pub cut_after: bool,
    /// The text with its matches.
    pub text: Marked,
}

/// A text and what in it matches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    /// The text, as plain text: whoever shows it escapes it.
    pub text: String,
    /// Bytes of `text` that match: in order, disjoint, never empty, never inside a character.
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    /// The text cut at its marks: pieces that concatenate to `text`, each with whether it is a match.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, bool)> {
        let mut at = 0;
        let cuts = self.marks.iter().flat_map(|mark| [(mark.start, false), (mark.end, true)]);
        cuts.chain([(self.text.len(), false)]).filter_map(move |(end, matched)| {
            let piece = &self.text[at..end];
            at = end;
            (!piece.is_empty()).then_some((piece, matched))
        })
    }
}

/// A whole statement for reading, with the matches of the query that led to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The statement.
    pub statement: Statement,
    /// Its title with the matches in it.
    pub title: Marked,
    /// Its paragraphs, in the order of `statement.paragraphs`, with the matches in them.
    pub paragraphs: Vec<Marked>,
    /// Which version of the statement this is, counted from 1.
    pub version: u32,
    /// When this version was archived: UTC, as RFC 3339 writes it.
    pub archived_at: String,
    /// All versions, where else it was published, and in which other languages.
    pub related: Related,
}

/// How many statements there are, by what readers filter on: as many as a filter finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holdings {
    /// All statements.
    pub statements: u64,
    /// By the languages of their text, the most frequent first: a statement in several counts for each. Languages
    /// in which no statement is written for the most part are left out.
    pub languages: Vec<(Language, u64)>,
    /// By kind, the most frequent first; statements without a kind are left out.
    pub kinds: Vec<(Kind, u64)>,
}
