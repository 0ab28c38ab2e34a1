//! Term statistics that make scores comparable across languages.
//!
//! BM25 weighs a term by its rarity, and Tantivy counts rarity per field. With one field per language that
//! would rank a stray "security" in a French text above every English one. So a word has one document
//! frequency, that of all its forms in all languages together, and a field's average length is taken over the
//! statements that have text in its language.

use std::collections::HashMap;

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::fields::Fields;

/// Statistics for one search.
pub(super) struct Statistics<'s> {
    searcher: &'s Searcher,
    fields: &'s Fields,
    frequencies: HashMap<Term, u64>,
}

impl<'s> Statistics<'s> {
    pub(super) fn new(searcher: &'s Searcher, fields: &'s Fields) -> Self {
        Self { searcher, fields, frequencies: HashMap::new() }
    }

    /// Gives all `terms`, the forms of one word, the sum of the frequencies of those in `counted`, its stems, or of
    /// those in `exact`, whichever is greater: a word in a text whose language can't write it has no stem there.
    pub(super) fn join(&mut self, terms: &[Term], counted: &[Term], exact: &[Term]) -> tantivy::Result<()> {
        let mut sum = 0;
        for term in counted {
            sum += self.searcher.doc_freq(term)?;
        }
        let mut exactly = 0;
        for term in exact {
            exactly += self.searcher.doc_freq(term)?;
        }
        let sum = sum.max(exactly).min(self.searcher.total_num_docs()?);
        for term in terms {
            let frequency = self.frequencies.entry(term.clone()).or_default();
            *frequency = sum.max(*frequency);
        }
        Ok(())
    }

    /// Statements that have text in a field; for fields that all may have, all statements.
    fn statements_with(&self, field: Field) -> tantivy::Result<u64> {
        let language = self.fields.stems.iter().find(|(_, own)| own.body == field || own.title == field);
        match language {
            Some((language, _)) => {
                self.searcher.doc_freq(&Term::from_field_text(self.fields.analysed, language.code()))
            }
            None => self.searcher.total_num_docs(),
        }
    }
}

impl Bm25StatisticsProvider for Statistics<'_> {
    /// Scaled so that Tantivy's division by all documents gives the average over those with text in the field.
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let tokens = Bm25StatisticsProvider::total_num_tokens(self.searcher, field)?;
        let (all, with) = (self.searcher.total_num_docs()?, self.statements_with(field)?.max(1));
        let scaled = u128::from(tokens) * u128::from(all) / u128::from(with);
        // An average length of zero would divide by zero in fields without any text.
        Ok(u64::try_from(scaled).unwrap_or(u64::MAX).max(all).max(1))
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Bm25StatisticsProvider::total_num_docs(self.searcher)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        match self.frequencies.get(term) {
            Some(frequency) => Ok(*frequency),
            None => self.searcher.doc_freq(term),
        }
    }
}
