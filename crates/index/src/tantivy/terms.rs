//! The terms by which a pattern is looked for, and how rare they are.

use tantivy::Term;
use tantivy::schema::Field;
use verbale_statement::Language;

use super::compile::Compiler;
use super::fields::{TextFields, stem_term};
use crate::{Pattern, Scope};

impl Compiler<'_> {
    /// The terms of stems of a language, field by field, those of the text first; none if no statement has text in it.
    pub(super) fn stem_terms(&self, scope: Scope, language: Language, stems: &[String]) -> Vec<Vec<Term>> {
        if let Some(field) = self.fields.metadata(scope) {
            return vec![terms(field, stems.iter().map(|stem| stem_term(language, stem)))];
        }
        let fields = self.statistics.stems(language);
        fields.map_or_else(Vec::new, |fields| self.in_texts(scope, fields, stems))
    }

    /// The terms of exact forms, likewise.
    pub(super) fn exact_terms(&self, scope: Scope, words: &[String]) -> Vec<Vec<Term>> {
        match self.fields.metadata(scope) {
            Some(field) => vec![terms(field, words.iter().cloned())],
            None => self.in_texts(scope, self.fields.exact, words),
        }
    }

    /// Words one behind the other are as rare as all of them together.
    pub(super) fn rarity(&self, terms: &[Term]) -> tantivy::Result<f32> {
        let mut sum = 0.0;
        for term in terms {
            let frequency = self.statistics.frequency(std::slice::from_ref(term))?;
            sum += self.statistics.rarity(frequency);
        }
        Ok(sum)
    }

    /// A word is as frequent as its stems, or as its exact forms if these are more frequent: in a text whose language
    /// can't write it, it has no stem. One that stands for several is as frequent as all of them; of a quotation and
    /// the like each form has a frequency of its own.
    pub(super) fn rarity_of_word(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<Option<f32>> {
        let term = |fields: Vec<Vec<Term>>| match fields.into_iter().next()?.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        let stems = pattern.stems.iter();
        let stems: Vec<Term> =
            stems.filter_map(|(language, stems)| term(self.stem_terms(scope, *language, stems))).collect();
        if stems.is_empty() && pattern.open.is_none() {
            return Ok(None);
        }
        let exact = pattern.exact_and_similar();
        let exact: Vec<Term> = exact.filter_map(|words| term(self.exact_terms(scope, words))).collect();
        let frequency = self.statistics.frequency(&stems)?.max(self.statistics.frequency(&exact)?);
        Ok(Some(self.statistics.rarity(frequency)))
    }

    /// What a pattern that has to stand near others weighs: what its word does, or its rarest form.
    pub(super) fn weight(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<f32> {
        match self.rarity_of_word(scope, pattern)? {
            Some(rarity) => Ok(rarity),
            None => Ok(self.rarities(scope, pattern)?.into_iter().fold(0.0, f32::max)),
        }
    }

    /// How rare the words of a pattern are, in the form of them that is most frequent; 0 if no statement can have them.
    pub(super) fn rarity_of(&self, pattern: &Pattern) -> tantivy::Result<f32> {
        match self.rarity_of_word(Scope::Text, pattern)? {
            Some(rarity) => Ok(rarity),
            None => Ok(self.rarities(Scope::Text, pattern)?.into_iter().reduce(f32::min).unwrap_or_default()),
        }
    }

    /// How rare each exact form is.
    fn rarities(&self, scope: Scope, pattern: &Pattern) -> tantivy::Result<Vec<f32>> {
        let fields =
            pattern.exact.iter().filter_map(|words| self.exact_terms(scope, words).into_iter().next());
        fields.map(|terms| self.rarity(&terms)).collect()
    }

    /// Titles of which there are none are not looked for.
    fn in_texts(&self, scope: Scope, fields: TextFields, words: &[String]) -> Vec<Vec<Term>> {
        let fields = match scope {
            Scope::Body => vec![fields.body],
            Scope::Title => vec![fields.title],
            _ if self.statistics.has_text(fields.title) => vec![fields.body, fields.title],
            _ => vec![fields.body],
        };
        fields.into_iter().map(|field| terms(field, words.iter().cloned())).collect()
    }
}

fn terms(field: Field, words: impl Iterator<Item = String>) -> Vec<Term> {
    words.map(|word| Term::from_field_text(field, &word)).collect()
}
