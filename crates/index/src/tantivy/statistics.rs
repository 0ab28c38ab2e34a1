//! Term statistics that make scores comparable across languages.
//!
//! BM25 weighs a term by its rarity, and Tantivy counts rarity per field. With one field per language that
//! would rank a stray "security" in a French text above every English one. So a word has one document
//! frequency, that of all its forms in all languages together, and a field's average length is taken over the
//! statements that have text in its language.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};
use verbale_statement::Language;

use super::fields::{FIRST_DAY, Fields, TextFields};
use super::lexicon::Lexicon;

/// Statistics of one state of the index.
pub(super) struct Statistics {
    searcher: Searcher,
    lexicon: Arc<Lexicon>,
    statements: u64,
    /// The fields of stems of the languages under which text is analysed: those that no statement has are missing.
    languages: Vec<(Language, TextFields)>,
    /// Average lengths of the fields that have text, in words, over the statements that have text in them; at least 1.
    lengths: HashMap<Field, f32>,
    latest_day: OnceLock<Option<i64>>,
}

impl Statistics {
    pub(super) fn new(searcher: Searcher, fields: &Fields) -> tantivy::Result<Self> {
        let lexicon = Arc::new(Lexicon::new(&searcher)?);
        let statements = searcher.total_num_docs()?;
        let mut with_text: HashMap<Language, u64> = HashMap::new();
        for (language, _) in &fields.stems {
            let with = lexicon.frequency(&Term::from_field_text(fields.analysed, language.code()))?;
            with_text.insert(*language, with);
        }
        let mut lengths = HashMap::new();
        for (language, field) in fields.texts() {
            let with = match language {
                Some(language) => with_text.get(&language).copied().unwrap_or(0),
                None => statements,
            };
            let words = if with > 0 { lexicon.tokens(field) } else { 0 };
            if words > 0 {
                lengths.insert(field, (words as f64 / with.max(1) as f64).max(1.0) as f32);
            }
        }
        let present = |(language, _): &&(Language, TextFields)| with_text.get(language) > Some(&0);
        let languages = fields.stems.iter().filter(present).copied().collect();
        Ok(Self { searcher, lexicon, statements, languages, lengths, latest_day: OnceLock::new() })
    }

    /// The latest day on which a statement was made, if one has a date.
    pub(super) fn latest_day(&self) -> tantivy::Result<Option<i64>> {
        if let Some(known) = self.latest_day.get() {
            return Ok(*known);
        }
        let latest = latest_day(&self.searcher)?;
        Ok(*self.latest_day.get_or_init(|| latest))
    }

    /// What they are statistics of.
    pub(super) fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// The words of its segments.
    pub(super) fn lexicon(&self) -> &Arc<Lexicon> {
        &self.lexicon
    }

    /// The languages under which text is analysed.
    pub(super) fn languages(&self) -> impl Iterator<Item = Language> {
        self.languages.iter().map(|(language, _)| *language)
    }

    /// In how many statements at most one of `terms` stands.
    pub(super) fn frequency(&self, terms: &[Term]) -> tantivy::Result<u64> {
        let frequencies = terms.iter().map(|term| self.lexicon.frequency(term));
        let sum: u64 = frequencies.sum::<tantivy::Result<_>>()?;
        Ok(sum.min(self.statements))
    }

    /// The weight of a word that stands in `frequency` statements: BM25's, which is never negative.
    pub(super) fn rarity(&self, frequency: u64) -> f32 {
        let (all, with) = (self.statements as f32, frequency.min(self.statements) as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// The average length of a field in words; at least 1.
    pub(super) fn average_length(&self, field: Field) -> f32 {
        self.lengths.get(&field).copied().unwrap_or(1.0)
    }

    /// Whether any statement has text in a field.
    pub(super) fn has_text(&self, field: Field) -> bool {
        self.lengths.contains_key(&field)
    }

    /// The fields of stems of a language; none if no statement has text in it.
    pub(super) fn stems(&self, language: Language) -> Option<TextFields> {
        self.languages.iter().find(|(own, _)| *own == language).map(|(_, fields)| *fields)
    }
}

fn latest_day(searcher: &Searcher) -> tantivy::Result<Option<i64>> {
    let mut latest = None;
    for segment in searcher.segment_readers() {
        let days = segment.fast_fields().i64(FIRST_DAY)?;
        latest = latest.max(segment.doc_ids_alive().filter_map(|document| days.first(document)).max());
    }
    Ok(latest)
}
