//! The score of a word in single documents: for what is looked at only where it may matter.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::{DocId, Score, SegmentReader};

use super::occurrences::Phrase;
use super::word::{WordQuery, field};

impl WordQuery {
    /// How often each of the forms occurs in single documents, which need not have them.
    pub(super) fn in_segment(&self, segment: &SegmentReader) -> tantivy::Result<WordsAt> {
        let mut forms = Vec::with_capacity(self.forms.len());
        for form in &self.forms {
            let mut parts = Vec::with_capacity(form.places.len());
            for place in &form.places {
                let field = field(&place.terms);
                let Some(words) = self.lexicon.words(segment, field) else { continue };
                if let Some(phrase) = Phrase::of(&place.terms, words)? {
                    let lengths = segment.get_fieldnorms_reader(field)?;
                    parts.push(Part { phrase, lengths, counts: place.counts.clone() });
                }
            }
            forms.push((form.weight * (self.k1 + 1.0), parts));
        }
        Ok(WordsAt { forms, k1: self.k1 })
    }
}

/// Scores single documents, without looking for the next that matches.
pub(super) struct WordsAt {
    /// Each with its weight.
    forms: Vec<(Score, Vec<Part>)>,
    k1: Score,
}

/// A form in one field of a segment.
struct Part {
    phrase: Phrase,
    lengths: FieldNormReader,
    counts: Arc<[Score; 256]>,
}

impl WordsAt {
    /// What `document` can score at most, without a look at where its words stand. Documents are asked for in their
    /// order, also by [`WordsAt::score`].
    pub(super) fn most(&mut self, document: DocId) -> Score {
        self.best(document, Phrase::most)
    }

    /// The score of `document`, 0 if it has none of the forms.
    pub(super) fn score(&mut self, document: DocId) -> Score {
        self.best(document, |phrase, document| {
            u32::try_from(phrase.starts(document).len()).unwrap_or(u32::MAX)
        })
    }

    fn best(&mut self, document: DocId, occurring: fn(&mut Phrase, DocId) -> u32) -> Score {
        let mut best: Score = 0.0;
        for (weight, parts) in &mut self.forms {
            let mut count = 0.0;
            for Part { phrase, lengths, counts } in parts {
                let occurring = occurring(phrase, document);
                if occurring > 0 {
                    count += occurring as Score * counts[usize::from(lengths.fieldnorm_id(document))];
                }
            }
            if count > 0.0 {
                best = best.max(*weight * count / (self.k1 + count));
            }
        }
        best
    }
}
