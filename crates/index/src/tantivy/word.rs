//! A word of a query in all its forms: matches any of them, and scores by the best.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::{EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::Field;
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};

use super::lexicon::Lexicon;
use super::occurrences::Occurrences;

/// Forms of which the best one counts.
#[derive(Debug, Clone)]
pub(super) struct WordQuery {
    pub(super) forms: Vec<Form>,
    /// See [`crate::Ranking::k1`].
    pub(super) k1: Score,
    pub(super) lexicon: Arc<Lexicon>,
}

/// Words that follow each other, in the fields where they are looked for.
#[derive(Debug, Clone)]
pub(super) struct Form {
    /// Its rarity, times what it counts among the forms.
    pub(super) weight: Score,
    pub(super) places: Vec<Place>,
}

/// A field in which a form is looked for.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) terms: Vec<Term>,
    /// Whether any of the terms will do; if not, they have to follow each other.
    pub(super) any: bool,
    /// What one occurrence counts, by the field's length as Tantivy encodes it in a byte.
    pub(super) counts: Arc<[Score; 256]>,
}

/// What one occurrence in a field counts: its `weight`, less in a text that is longer than the `average`.
pub(super) fn counts(weight: Score, b: Score, average: Score) -> Arc<[Score; 256]> {
    let count = |id: usize| {
        let length = FieldNormReader::id_to_fieldnorm(u8::try_from(id).unwrap_or(u8::MAX)) as Score;
        weight / (1.0 - b + b * length / average).max(Score::MIN_POSITIVE)
    };
    Arc::new(std::array::from_fn(count))
}

impl WordQuery {
    pub(super) fn new(forms: Vec<Form>, k1: Score, lexicon: Arc<Lexicon>) -> Self {
        Self { forms, k1, lexicon }
    }

    /// What it can score at most.
    pub(super) fn most(&self) -> Score {
        self.forms.iter().map(|form| form.weight).fold(0.0, Score::max) * (self.k1 + 1.0)
    }

    /// The same with all scores multiplied.
    pub(super) fn times(mut self, factor: Score) -> Self {
        for form in &mut self.forms {
            form.weight *= factor;
        }
        self
    }
}

/// The form of a word that scores in a document.
pub(super) struct Best {
    pub(super) terms: Vec<Term>,
    /// As in its [`Form`].
    pub(super) weight: Score,
    pub(super) places: Vec<Found>,
    pub(super) score: Score,
}

/// Where a form stands in a document.
pub(super) struct Found {
    pub(super) field: Field,
    /// How often.
    pub(super) count: u32,
    /// Words of the field; of more than 40 about so many.
    pub(super) length: u32,
}

impl WordQuery {
    /// The form that scores in a document; none if it has none of them.
    pub(super) fn best(&self, segment: &SegmentReader, document: DocId) -> tantivy::Result<Option<Best>> {
        let mut scorer = WordScorer::of(self, segment, 1.0)?;
        if scorer.doc() > document || scorer.seek(document) != document {
            return Ok(None);
        }
        let Some((form, score)) = scorer.best() else { return Ok(None) };
        let here = scorer.parts.iter().filter(|part| part.form == form && part.document == document);
        let places = here.map(|part| Found {
            field: part.field,
            count: part.occurrences.count(),
            length: part.lengths.fieldnorm(document),
        });
        let own = &self.forms[form];
        let terms = own.places.first().map(|place| place.terms.clone()).unwrap_or_default();
        Ok(Some(Best { terms, weight: own.weight, places: places.collect(), score }))
    }
}

impl Query for WordQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for WordQuery {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let scorer = WordScorer::of(self, segment, boost)?;
        Ok(if scorer.parts.is_empty() { Box::new(EmptyScorer) } else { Box::new(scorer) })
    }

    fn explain(&self, segment: &SegmentReader, document: DocId) -> tantivy::Result<Explanation> {
        match self.best(segment, document)? {
            Some(best) => Ok(Explanation::new("the best form of the word", best.score)),
            None => Err(TantivyError::InvalidArgument(format!("document {document} does not match"))),
        }
    }
}

/// A form in one field of a segment.
struct Part {
    /// Which of the forms; parts of one form stand side by side.
    form: usize,
    field: Field,
    occurrences: Occurrences,
    /// Where they are.
    document: DocId,
    counts: Arc<[Score; 256]>,
    lengths: FieldNormReader,
}

pub(super) struct WordScorer {
    parts: Vec<Part>,
    /// By form.
    weights: Vec<Score>,
    k1: Score,
    document: DocId,
}

impl WordScorer {
    pub(super) fn of(query: &WordQuery, segment: &SegmentReader, boost: Score) -> tantivy::Result<Self> {
        let mut parts = Vec::new();
        for (form, own) in query.forms.iter().enumerate() {
            for place in &own.places {
                let field = field(&place.terms);
                let Some(words) = query.lexicon.words(segment, field) else { continue };
                let occurrences = match place.any {
                    true => Occurrences::of_any(&place.terms, words)?,
                    false => Occurrences::of(&place.terms, words)?,
                };
                if let Some(occurrences) = occurrences {
                    let lengths = segment.get_fieldnorms_reader(field)?;
                    let (document, counts) = (occurrences.doc(), place.counts.clone());
                    parts.push(Part { form, field, occurrences, document, counts, lengths });
                }
            }
        }
        let weights = query.forms.iter().map(|form| form.weight * boost * (query.k1 + 1.0)).collect();
        let mut scorer = Self { parts, weights, k1: query.k1, document: 0 };
        scorer.document = scorer.first();
        Ok(scorer)
    }

    /// What a document scores; documents have to be asked for in their order.
    pub(super) fn score_of(&mut self, document: DocId) -> Score {
        if self.document < document {
            self.seek(document);
        }
        if self.document == document { self.score() } else { 0.0 }
    }

    fn first(&self) -> DocId {
        self.parts.iter().map(|part| part.document).min().unwrap_or(TERMINATED)
    }
}

pub(super) fn field(terms: &[Term]) -> Field {
    terms.first().map_or_else(|| Field::from_field_id(0), Term::field)
}

impl DocSet for WordScorer {
    fn advance(&mut self) -> DocId {
        let mut next = TERMINATED;
        for part in &mut self.parts {
            if part.document == self.document && part.document != TERMINATED {
                part.document = part.occurrences.advance();
            }
            next = next.min(part.document);
        }
        self.document = next;
        next
    }

    fn seek(&mut self, target: DocId) -> DocId {
        for part in &mut self.parts {
            if part.document < target {
                part.document = part.occurrences.seek(target);
            }
        }
        self.document = self.first();
        self.document
    }

    fn doc(&self) -> DocId {
        self.document
    }

    fn size_hint(&self) -> u32 {
        self.parts.iter().map(|part| part.occurrences.size_hint()).max().unwrap_or(0)
    }

    fn cost(&self) -> u64 {
        self.parts.iter().map(|part| part.occurrences.cost()).sum()
    }
}

impl Scorer for WordScorer {
    fn score(&mut self) -> Score {
        self.best().map_or(0.0, |(_, score)| score)
    }
}

impl WordScorer {
    /// The form that scores in the present document, and its score.
    fn best(&self) -> Option<(usize, Score)> {
        let mut best: Option<(usize, Score)> = None;
        let mut parts = self.parts.iter().peekable();
        while let Some(part) = parts.next() {
            let mut count = self.occurring(part);
            while let Some(other) = parts.next_if(|other| other.form == part.form) {
                count += self.occurring(other);
            }
            let score = self.weights[part.form] * count / (self.k1 + count);
            if count > 0.0 && best.is_none_or(|(_, best)| score > best) {
                best = Some((part.form, score));
            }
        }
        best
    }

    fn occurring(&self, part: &Part) -> Score {
        if part.document != self.document {
            return 0.0;
        }
        let length = part.lengths.fieldnorm_id(self.document);
        part.occurrences.count() as Score * part.counts[usize::from(length)]
    }
}

#[cfg(test)]
mod tests;
