//! Term statistics that make scores comparable across languages.
//!
//! BM25 weighs a term by its rarity, and Tantivy counts rarity per field. With one field per language that
//! would rank a stray "security" in a French text above every English one. So a word has one document
//! frequency, that of all its forms in all languages together, and a field's average length is taken over the
//! statements that have text in its language.

use std::cell::RefCell;
use std::collections::HashMap;

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};
use verbale_statement::Language;

use super::fields::{Fields, TextFields};

/// Statistics for one search.
pub(super) struct Statistics<'s> {
    searcher: &'s Searcher,
    fields: &'s Fields,
    statements: u64,
    /// The languages under which text is analysed, and in how many statements: those that no statement has are missing.
    languages: HashMap<Language, u64>,
    /// Average lengths of fields, as far as they were asked for.
    lengths: RefCell<HashMap<Field, f32>>,
}

impl<'s> Statistics<'s> {
    pub(super) fn new(searcher: &'s Searcher, fields: &'s Fields) -> tantivy::Result<Self> {
        let statements = Bm25StatisticsProvider::total_num_docs(searcher)?;
        let mut languages = HashMap::new();
        for (language, _) in &fields.stems {
            let with = searcher.doc_freq(&Term::from_field_text(fields.analysed, language.code()))?;
            if with > 0 {
                languages.insert(*language, with);
            }
        }
        Ok(Self { searcher, fields, statements, languages, lengths: RefCell::default() })
    }

    /// In how many statements at most one of `terms` stands.
    pub(super) fn frequency(&self, terms: &[Term]) -> tantivy::Result<u64> {
        let frequencies = terms.iter().map(|term| self.searcher.doc_freq(term));
        let sum: u64 = frequencies.sum::<tantivy::Result<_>>()?;
        Ok(sum.min(self.statements))
    }

    /// The weight of a word that stands in `frequency` statements: BM25's, which is never negative.
    pub(super) fn rarity(&self, frequency: u64) -> f32 {
        let (all, with) = (self.statements as f32, frequency.min(self.statements) as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// The average length of a field in words, over the statements that have text in it; at least 1.
    pub(super) fn average_length(&self, field: Field) -> tantivy::Result<f32> {
        if let Some(known) = self.lengths.borrow().get(&field) {
            return Ok(*known);
        }
        let words = Bm25StatisticsProvider::total_num_tokens(self.searcher, field)?;
        let average = words as f64 / self.statements_with(field).max(1) as f64;
        let average = average.max(1.0) as f32;
        self.lengths.borrow_mut().insert(field, average);
        Ok(average)
    }

    /// The fields of stems of a language; none if no statement has text in it.
    pub(super) fn stems(&self, language: Language) -> Option<TextFields> {
        self.languages.contains_key(&language).then(|| self.fields.stems(language)).flatten()
    }

    /// Statements that have text in a field; for fields that all may have, all statements.
    fn statements_with(&self, field: Field) -> u64 {
        let language = self.fields.stems.iter().find(|(_, own)| own.body == field || own.title == field);
        match language {
            Some((language, _)) => self.languages.get(language).copied().unwrap_or(0),
            None => self.statements,
        }
    }
}
