//! Where words that follow each other occur in one field of a segment.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, InvertedIndexReader, TERMINATED, Term};

/// The documents of a segment that have a word, or words one behind the other, in a field, with how often.
pub(super) enum Occurrences {
    /// Of one word.
    Word(Box<SegmentPostings>),
    /// Of several.
    Phrase(Phrase),
    /// Of any of several.
    Any(Vec<SegmentPostings>),
}

/// Words one behind the other: the documents that have them all, as long as they stand in order.
pub(super) struct Phrase {
    /// Each with how many come before it, the rarest first: it rules out the most.
    words: Vec<(SegmentPostings, u32)>,
    /// Where they stand in order in the present document.
    starts: Vec<u32>,
    /// Kept to spare allocations.
    positions: Vec<u32>,
}

impl Occurrences {
    /// Of `terms`, all of the field of `words`; none if the segment lacks one of them.
    pub(super) fn of(terms: &[Term], words: &InvertedIndexReader) -> tantivy::Result<Option<Self>> {
        if let [only] = terms {
            let postings = words.read_postings(only, IndexRecordOption::WithFreqs)?;
            return Ok(postings.map(|postings| Self::Word(Box::new(postings))));
        }
        let mut phrase = Phrase::of(terms, words)?;
        if let Some(phrase) = &mut phrase {
            phrase.settle();
        }
        Ok(phrase.map(Self::Phrase))
    }

    /// Of any of `terms`, all of the field of `words`; none if the segment has none of them.
    pub(super) fn of_any(terms: &[Term], words: &InvertedIndexReader) -> tantivy::Result<Option<Self>> {
        let mut any = Vec::new();
        for term in terms {
            any.extend(words.read_postings(term, IndexRecordOption::WithFreqs)?);
        }
        Ok((!any.is_empty()).then_some(Self::Any(any)))
    }

    /// How often in the present document.
    pub(super) fn count(&self) -> u32 {
        match self {
            Self::Word(postings) => postings.term_freq(),
            Self::Phrase(phrase) => phrase.count(),
            Self::Any(words) => {
                let document = first_of(words);
                words.iter().filter(|word| word.doc() == document).map(Postings::term_freq).sum()
            }
        }
    }
}

impl DocSet for Occurrences {
    fn advance(&mut self) -> DocId {
        match self {
            Self::Word(postings) => postings.advance(),
            Self::Phrase(phrase) => {
                phrase.words[0].0.advance();
                phrase.settle()
            }
            Self::Any(words) => {
                let document = first_of(words);
                for word in words.iter_mut().filter(|word| word.doc() == document && document != TERMINATED) {
                    word.advance();
                }
                first_of(words)
            }
        }
    }

    fn seek(&mut self, target: DocId) -> DocId {
        match self {
            Self::Word(postings) => postings.seek(target),
            Self::Phrase(phrase) if phrase.doc() >= target => phrase.doc(),
            Self::Phrase(phrase) => {
                phrase.words[0].0.seek(target);
                phrase.settle()
            }
            Self::Any(words) => {
                for word in words.iter_mut().filter(|word| word.doc() < target) {
                    word.seek(target);
                }
                first_of(words)
            }
        }
    }

    fn doc(&self) -> DocId {
        match self {
            Self::Word(postings) => postings.doc(),
            Self::Phrase(phrase) => phrase.doc(),
            Self::Any(words) => first_of(words),
        }
    }

    fn size_hint(&self) -> u32 {
        match self {
            Self::Word(postings) => postings.size_hint(),
            Self::Phrase(phrase) => phrase.words[0].0.size_hint(),
            Self::Any(words) => words.iter().map(SegmentPostings::size_hint).max().unwrap_or(0),
        }
    }

    fn cost(&self) -> u64 {
        match self {
            Self::Word(postings) => postings.cost(),
            // Reading positions costs several times what reading documents does.
            Self::Phrase(_) => u64::from(self.size_hint()) * 10,
            Self::Any(words) => words.iter().map(SegmentPostings::cost).sum(),
        }
    }
}

/// The first document that any of the words is at.
fn first_of(words: &[SegmentPostings]) -> DocId {
    words.iter().map(SegmentPostings::doc).min().unwrap_or(TERMINATED)
}

impl Phrase {
    /// Of `terms`, one or more, all of the field of `words`, not yet in any document; none if the segment lacks one of them.
    pub(super) fn of(terms: &[Term], words: &InvertedIndexReader) -> tantivy::Result<Option<Self>> {
        if terms.is_empty() {
            return Ok(None);
        }
        let mut found = Vec::with_capacity(terms.len());
        for (before, term) in (0..).zip(terms) {
            match words.read_postings(term, IndexRecordOption::WithFreqsAndPositions)? {
                Some(postings) => found.push((postings, before)),
                None => return Ok(None),
            }
        }
        found.sort_by_key(|(postings, _)| postings.size_hint());
        Ok(Some(Self { words: found, starts: Vec::new(), positions: Vec::new() }))
    }

    /// How often they can stand in order in `document` at most: as often as the one that it has least often. Documents
    /// are asked for in their order.
    pub(super) fn most(&mut self, document: DocId) -> u32 {
        let mut most = u32::MAX;
        for (word, _) in &mut self.words {
            let reached = if word.doc() < document { word.seek(document) } else { word.doc() };
            if reached != document {
                return 0;
            }
            most = most.min(word.term_freq());
        }
        most
    }

    /// The positions of the first words in `document`. Documents are asked for in their order.
    pub(super) fn starts(&mut self, document: DocId) -> &[u32] {
        self.starts.clear();
        if self.most(document) > 0 {
            self.find();
        }
        &self.starts
    }

    fn count(&self) -> u32 {
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX)
    }

    fn doc(&self) -> DocId {
        self.words[0].0.doc()
    }

    /// Goes on from where the rarest word is to the next document with all words in order.
    fn settle(&mut self) -> DocId {
        while self.align() != TERMINATED {
            self.find();
            if !self.starts.is_empty() {
                break;
            }
            self.words[0].0.advance();
        }
        self.doc()
    }

    /// Goes on to the next document that has all words, in whatever order.
    fn align(&mut self) -> DocId {
        let mut document = self.doc();
        let mut index = 1;
        while index < self.words.len() && document != TERMINATED {
            let word = &mut self.words[index].0;
            let reached = if word.doc() < document { word.seek(document) } else { word.doc() };
            if reached == document {
                index += 1;
            } else {
                document = self.words[0].0.seek(reached);
                index = 1;
            }
        }
        if document == TERMINATED && self.doc() != TERMINATED {
            self.words[0].0.seek(TERMINATED);
        }
        document
    }

    /// Finds where the words, which are all in one document, stand in order.
    fn find(&mut self) {
        let (rarest, before) = &mut self.words[0];
        rarest.positions(&mut self.starts);
        let before = *before;
        self.starts.retain_mut(|position| {
            let starts = position.checked_sub(before);
            *position = starts.unwrap_or(0);
            starts.is_some()
        });
        for (word, before) in &mut self.words[1..] {
            if self.starts.is_empty() {
                return;
            }
            word.positions(&mut self.positions);
            let mut ahead = self.positions.iter().copied().peekable();
            self.starts.retain(|start| {
                let wanted = start + *before;
                while ahead.next_if(|position| *position < wanted).is_some() {}
                ahead.peek() == Some(&wanted)
            });
        }
    }
}
