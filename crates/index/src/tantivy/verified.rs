//! Conditions that postings alone can't decide: words near each other, and what one paragraph has to meet. Statements
//! with all the words are candidates; where the words stand decides.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::{BooleanQuery, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::Field;
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED};

use super::compile::Compiler;
use super::explain::score_alone;
use super::located::{Located, LocatedAll, Sought, SoughtAll};
use super::word::Found;
use crate::plan::near;
use crate::{Clause, Interval, Pattern, Scope};

/// Candidates, and what they have to meet.
#[derive(Debug, Clone)]
pub(super) struct VerifiedQuery {
    candidates: Arc<dyn Query>,
    condition: Condition,
}

#[derive(Debug, Clone)]
enum Condition {
    /// Scored as a word that occurs wherever all of them are near each other.
    Near { fields: Vec<NearField>, gap: u32, weight: Score, k1: Score },
    /// Scored as the candidates are.
    Paragraph { clause: Arc<Clause>, sought: SoughtAll },
}

/// One text in which the words may be near each other.
#[derive(Debug, Clone)]
struct NearField {
    /// By its length an occurrence counts.
    field: Field,
    counts: Arc<[Score; 256]>,
    sought: Vec<Sought>,
}

impl Compiler<'_> {
    /// Words near each other.
    pub(super) fn near(
        &self,
        scope: Scope,
        patterns: &[Pattern],
        gap: u32,
    ) -> tantivy::Result<VerifiedQuery> {
        let mut candidates: Vec<Box<dyn Query>> = Vec::with_capacity(patterns.len());
        let mut weight = 0.0;
        for pattern in patterns {
            candidates.push(Box::new(self.text(scope, pattern)?));
            weight += self.weight(scope, pattern)?;
        }
        let scopes = if scope == Scope::Text { vec![Scope::Body, Scope::Title] } else { vec![scope] };
        let fields = scopes.into_iter().map(|scope| self.near_field(scope, patterns)).collect();
        Ok(VerifiedQuery {
            candidates: Arc::new(BooleanQuery::intersection(candidates)),
            condition: Condition::Near { fields, gap, weight, k1: self.ranking.k1 },
        })
    }

    fn near_field(&self, scope: Scope, patterns: &[Pattern]) -> NearField {
        let exact = self.fields.exact;
        let of_texts = if scope == Scope::Title { exact.title } else { exact.body };
        let field = self.fields.metadata(scope).unwrap_or(of_texts);
        let sought = patterns.iter().map(|pattern| self.sought(scope, pattern)).collect();
        NearField { field, counts: self.counts(field), sought }
    }

    /// What one paragraph has to meet by itself.
    pub(super) fn paragraph(&self, clause: &Clause) -> tantivy::Result<VerifiedQuery> {
        let condition =
            Condition::Paragraph { clause: Arc::new(clause.clone()), sought: self.sought_all(clause) };
        Ok(VerifiedQuery { candidates: self.query(&clause.without_exclusions())?.into(), condition })
    }
}

impl VerifiedQuery {
    /// The score of words near each other in a document, with where they are; none if they are not.
    pub(super) fn near_in(
        &self,
        segment: &SegmentReader,
        document: DocId,
    ) -> tantivy::Result<Option<(Score, Vec<Found>)>> {
        let mut check = self.condition.in_segment(segment, 1.0)?;
        if !check.meets(document) {
            return Ok(None);
        }
        let Check::Near { fields, score, .. } = &check else { return Ok(None) };
        let here = fields.iter().filter(|own| own.count > 0);
        let found = here.map(|own| Found {
            field: own.field,
            count: own.count,
            length: own.lengths.fieldnorm(document),
        });
        Ok(Some((*score, found.collect())))
    }

    /// What words near each other weigh: how rare all of them are together.
    pub(super) fn near_weight(&self) -> Score {
        match self.condition {
            Condition::Near { weight, .. } => weight,
            Condition::Paragraph { .. } => 0.0,
        }
    }
}

impl Query for VerifiedQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let candidates = self.candidates.weight(scoring)?;
        Ok(Box::new(VerifiedWeight { candidates, condition: self.condition.clone() }))
    }
}

struct VerifiedWeight {
    candidates: Box<dyn Weight>,
    condition: Condition,
}

impl Weight for VerifiedWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let candidates = self.candidates.scorer(segment, boost)?;
        let check = self.condition.in_segment(segment, boost)?;
        let mut scorer = Verified { candidates, check };
        scorer.settle();
        Ok(Box::new(scorer))
    }

    fn explain(&self, segment: &SegmentReader, document: DocId) -> tantivy::Result<Explanation> {
        score_alone(self, segment, document, "words that stand where they have to")
    }
}

/// A [`Condition`] on the documents of one segment.
enum Check {
    Near { fields: Vec<NearPlaces>, gap: u32, weight: Score, k1: Score, score: Score },
    Paragraph { clause: Arc<Clause>, located: Box<LocatedAll> },
}

struct NearPlaces {
    field: Field,
    counts: Arc<[Score; 256]>,
    lengths: FieldNormReader,
    located: Vec<Located>,
    places: Vec<Vec<Interval>>,
    /// How often they are near each other in the present document.
    count: u32,
}

impl Condition {
    fn in_segment(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Check> {
        Ok(match self {
            Self::Near { fields, gap, weight, k1 } => {
                let fields = fields.iter().map(|own| own.in_segment(segment));
                let fields = fields.collect::<tantivy::Result<_>>()?;
                Check::Near { fields, gap: *gap, weight: weight * boost * (k1 + 1.0), k1: *k1, score: 0.0 }
            }
            Self::Paragraph { clause, sought } => {
                Check::Paragraph { clause: clause.clone(), located: Box::new(sought.in_segment(segment)?) }
            }
        })
    }
}

impl NearField {
    fn in_segment(&self, segment: &SegmentReader) -> tantivy::Result<NearPlaces> {
        let located = self.sought.iter().map(|own| own.in_segment(segment));
        Ok(NearPlaces {
            field: self.field,
            counts: self.counts.clone(),
            lengths: segment.get_fieldnorms_reader(self.field)?,
            located: located.collect::<tantivy::Result<_>>()?,
            places: vec![Vec::new(); self.sought.len()],
            count: 0,
        })
    }
}

impl NearPlaces {
    /// What being near each other counts in `document`; they are so as often as the one that is so least often.
    fn occurring(&mut self, document: DocId, gap: u32) -> Score {
        for (located, places) in self.located.iter_mut().zip(&mut self.places) {
            located.read(document, places);
            if places.is_empty() {
                self.count = 0;
                return 0.0;
            }
        }
        let least = near(&self.places, gap).iter().map(Vec::len).min().unwrap_or(0);
        self.count = u32::try_from(least).unwrap_or(u32::MAX);
        self.count as Score * self.counts[usize::from(self.lengths.fieldnorm_id(document))]
    }
}

impl Check {
    fn meets(&mut self, document: DocId) -> bool {
        match self {
            Self::Near { fields, gap, weight, k1, score } => {
                let count: Score = fields.iter_mut().map(|own| own.occurring(document, *gap)).sum();
                *score = *weight * count / (*k1 + count);
                fields.iter().any(|own| own.count > 0)
            }
            Self::Paragraph { clause, located } => located.holds(clause, document),
        }
    }
}

struct Verified {
    candidates: Box<dyn Scorer>,
    check: Check,
}

impl Verified {
    /// Goes on from the present candidate to the next one that meets the condition.
    fn settle(&mut self) -> DocId {
        let mut document = self.candidates.doc();
        while document != TERMINATED && !self.check.meets(document) {
            document = self.candidates.advance();
        }
        document
    }
}

impl DocSet for Verified {
    fn advance(&mut self) -> DocId {
        self.candidates.advance();
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.candidates.doc() < target {
            self.candidates.seek(target);
            self.settle();
        }
        self.candidates.doc()
    }

    fn doc(&self) -> DocId {
        self.candidates.doc()
    }

    fn size_hint(&self) -> u32 {
        self.candidates.size_hint()
    }

    fn cost(&self) -> u64 {
        // Reading positions costs many times what reading documents does.
        self.candidates.cost() * 20
    }
}

impl Scorer for Verified {
    fn score(&mut self) -> Score {
        match &self.check {
            Check::Near { score, .. } => *score,
            Check::Paragraph { .. } => self.candidates.score(),
        }
    }
}
