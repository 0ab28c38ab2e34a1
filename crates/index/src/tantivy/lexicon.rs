//! The words of each segment, field by field.
//!
//! Tantivy makes up a dictionary for a field that a segment does not have, anew each time one asks, and an index of many
//! languages has many such fields.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::schema::Field;
use tantivy::{InvertedIndexReader, Searcher, SegmentReader, Term};

/// The words of each segment of one state of the index.
#[derive(Default)]
pub(super) struct Lexicon(HashMap<SegmentId, HashMap<Field, Arc<InvertedIndexReader>>>);

impl Lexicon {
    /// Of all segments of `searcher`.
    pub(super) fn new(searcher: &Searcher) -> tantivy::Result<Self> {
        let mut segments = HashMap::new();
        for segment in searcher.segment_readers() {
            let mut words = HashMap::new();
            for (field, _) in segment.schema().fields().filter(|(_, entry)| entry.is_indexed()) {
                let inverted = segment.inverted_index(field)?;
                if inverted.terms().num_terms() > 0 {
                    words.insert(field, inverted);
                }
            }
            segments.insert(segment.segment_id(), words);
        }
        Ok(Self(segments))
    }

    /// The words of a field; none if the segment has none.
    pub(super) fn words(&self, segment: &SegmentReader, field: Field) -> Option<&InvertedIndexReader> {
        self.0.get(&segment.segment_id())?.get(&field).map(Arc::as_ref)
    }

    /// The words of a field in all segments that have some.
    pub(super) fn with(&self, field: Field) -> impl Iterator<Item = &InvertedIndexReader> {
        self.0.values().filter_map(move |words| words.get(&field)).map(Arc::as_ref)
    }

    /// How many documents have a term.
    pub(super) fn frequency(&self, term: &Term) -> tantivy::Result<u64> {
        let mut frequency = 0;
        for words in self.with(term.field()) {
            frequency += u64::from(words.doc_freq(term)?);
        }
        Ok(frequency)
    }

    /// How many words a field has in all documents.
    pub(super) fn tokens(&self, field: Field) -> u64 {
        self.with(field).map(InvertedIndexReader::total_num_tokens).sum()
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}
