//! Where words that follow each other occur in one field of a segment.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED, Term};

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
    words: Vec<SegmentPostings>,
    /// How often they stand in order in the present document.
    count: u32,
    /// Where the words so far may go on; kept to spare allocations.
    next: Vec<u32>,
    positions: Vec<u32>,
}

impl Occurrences {
    /// Of `terms`, all of one field; none if the segment lacks one of them.
    pub(super) fn of(terms: &[Term], segment: &SegmentReader) -> tantivy::Result<Option<Self>> {
        let Some(first) = terms.first() else { return Ok(None) };
        let inverted = segment.inverted_index(first.field())?;
        if let [only] = terms {
            let postings = inverted.read_postings(only, IndexRecordOption::WithFreqs)?;
            return Ok(postings.map(|postings| Self::Word(Box::new(postings))));
        }
        let mut words = Vec::with_capacity(terms.len());
        for term in terms {
            match inverted.read_postings(term, IndexRecordOption::WithFreqsAndPositions)? {
                Some(postings) => words.push(postings),
                None => return Ok(None),
            }
        }
        let mut phrase = Phrase { words, count: 0, next: Vec::new(), positions: Vec::new() };
        phrase.settle();
        Ok(Some(Self::Phrase(phrase)))
    }

    /// Of any of `terms`, all of one field; none if the segment has none of them.
    pub(super) fn of_any(terms: &[Term], segment: &SegmentReader) -> tantivy::Result<Option<Self>> {
        let Some(first) = terms.first() else { return Ok(None) };
        let inverted = segment.inverted_index(first.field())?;
        let mut words = Vec::new();
        for term in terms {
            words.extend(inverted.read_postings(term, IndexRecordOption::WithFreqs)?);
        }
        Ok((!words.is_empty()).then_some(Self::Any(words)))
    }

    /// How often in the present document.
    pub(super) fn count(&self) -> u32 {
        match self {
            Self::Word(postings) => postings.term_freq(),
            Self::Phrase(phrase) => phrase.count,
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
                phrase.words[0].advance();
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
                phrase.words[0].seek(target);
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
            Self::Phrase(phrase) => phrase.words.iter().map(SegmentPostings::size_hint).min().unwrap_or(0),
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
    fn doc(&self) -> DocId {
        self.words[0].doc()
    }

    /// Goes on from where the first word is to the next document with all words in order.
    fn settle(&mut self) -> DocId {
        while self.align() != TERMINATED {
            self.count = self.in_order();
            if self.count > 0 {
                break;
            }
            self.words[0].advance();
        }
        self.doc()
    }

    /// Goes on to the next document that has all words, in whatever order.
    fn align(&mut self) -> DocId {
        let mut document = self.doc();
        let mut index = 1;
        while index < self.words.len() && document != TERMINATED {
            let word = &mut self.words[index];
            let reached = if word.doc() < document { word.seek(document) } else { word.doc() };
            if reached == document {
                index += 1;
            } else {
                document = self.words[0].seek(reached);
                index = 1;
            }
        }
        if document == TERMINATED && self.doc() != TERMINATED {
            self.words[0].seek(TERMINATED);
        }
        document
    }

    fn in_order(&mut self) -> u32 {
        self.words[0].positions_with_offset(1, &mut self.next);
        for word in &mut self.words[1..] {
            word.positions(&mut self.positions);
            let (mut ahead, mut kept) = (self.positions.iter().copied().peekable(), 0);
            for index in 0..self.next.len() {
                let wanted = self.next[index];
                while ahead.next_if(|position| *position < wanted).is_some() {}
                if ahead.peek() == Some(&wanted) {
                    self.next[kept] = wanted + 1;
                    kept += 1;
                }
            }
            self.next.truncate(kept);
            if kept == 0 {
                return 0;
            }
        }
        u32::try_from(self.next.len()).unwrap_or(u32::MAX)
    }
}
