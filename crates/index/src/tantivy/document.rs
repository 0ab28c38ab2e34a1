//! A statement becomes an index document.

use tantivy::TantivyDocument;
use tantivy::schema::Field;
use verbale_analysis::{Analyzer, field_language};
use verbale_statement::{Language, Statement};

use super::fields::{Fields, PARAGRAPH, stem_term};
use super::packed::PackedTokens;
use crate::{Facet, Scope};

/// Positions between two paragraphs, so that no quotation matches across their border, and no words are near each other:
/// more than [`verbale_query::MAX_GAP`].
const PARAGRAPH_GAP: usize = 100;

/// Values of facets that are longer, in bytes, are left out: Tantivy takes none above 65,530.
const LONGEST_VALUE: usize = 60_000;

pub(super) fn document(fields: &Fields, statement: &Statement) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_text(fields.id, statement.id.as_str());
    let words = add_title(&mut document, fields, statement) + add_body(&mut document, fields, statement);
    document.add_u64(fields.words, words);
    for speaker in &statement.speakers {
        let texts = [Some(&speaker.name), speaker.role.as_ref(), speaker.affiliation.as_ref()];
        let texts = texts.into_iter().flatten().map(String::as_str);
        add_metadata(&mut document, fields, Scope::Speaker, statement.language, texts);
    }
    for (scope, text) in [
        (Scope::Organisation, &statement.organisation),
        (Scope::Event, &statement.event),
        (Scope::Place, &statement.place),
    ] {
        add_metadata(&mut document, fields, scope, statement.language, text.iter().map(String::as_str));
    }
    for facet in Facet::ALL {
        let mut values = values(statement, facet);
        values.sort();
        values.dedup();
        values.iter().for_each(|value| document.add_text(fields.facet(facet), value));
    }
    if let Some(date) = statement.date {
        document.add_i64(fields.first_day, day_number(date.first_day()));
        document.add_i64(fields.last_day, day_number(date.last_day()));
    }
    document
}

/// Days since 1 January 1970.
pub(super) fn day_number(day: jiff::civil::Date) -> i64 {
    let epoch = jiff::civil::date(1970, 1, 1);
    (day - epoch).get_days().into()
}

/// The values that a statement has of a facet. The index keeps what is short enough to be a term of its own.
fn values(statement: &Statement, facet: Facet) -> Vec<String> {
    let one = |value: &Option<String>| value.iter().cloned().collect();
    let mut values: Vec<String> = match facet {
        Facet::Kind => statement.kind.iter().map(|kind| kind.name().to_owned()).collect(),
        Facet::Language => statement.languages().iter().map(|own| own.code().to_owned()).collect(),
        Facet::Country => statement.countries.iter().map(|own| own.code().to_owned()).collect(),
        Facet::Mentions => statement.mentions.all().map(|own| own.id().to_owned()).collect(),
        Facet::Speaker => statement.speakers.iter().map(|speaker| speaker.name.clone()).collect(),
        Facet::Organisation => one(&statement.organisation),
        Facet::Event => one(&statement.event),
        Facet::Place => one(&statement.place),
        Facet::Year => statement.date.iter().map(|date| format!("{:04}", date.calendar_year())).collect(),
    };
    values.retain(|value| !value.is_empty() && value.len() <= LONGEST_VALUE);
    values
}

/// Adds the title, and gives the number of its words.
fn add_title(document: &mut TantivyDocument, fields: &Fields, statement: &Statement) -> u64 {
    let analysed = field_language(statement.language);
    let (mut stems, mut exact) = (PackedTokens::default(), PackedTokens::default());
    let words = push_tokens(analysed, &statement.title, 0, &mut stems, &mut exact);
    if let Some(own) = fields.stems(analysed) {
        add_tokens(document, own.title, stems);
    }
    add_tokens(document, fields.exact.title, exact);
    words
}

/// Adds the paragraphs, and gives the number of their words.
fn add_body(document: &mut TantivyDocument, fields: &Fields, statement: &Statement) -> u64 {
    let mut stems: Vec<(Language, PackedTokens)> = Vec::new();
    let (mut exact, mut starts) = (PackedTokens::default(), PackedTokens::default());
    let mut words = 0;
    for paragraph in &statement.paragraphs {
        let analysed = field_language(paragraph.language);
        let index = stems.iter().position(|(language, _)| *language == analysed).unwrap_or_else(|| {
            stems.push((analysed, PackedTokens::default()));
            stems.len() - 1
        });
        let offset = exact.end() + PARAGRAPH_GAP;
        starts.push(PARAGRAPH, offset);
        words += push_tokens(analysed, &paragraph.text, offset, &mut stems[index].1, &mut exact);
    }
    let of_title = field_language(statement.language);
    if stems.iter().all(|(language, _)| *language != of_title) {
        document.add_text(fields.analysed, of_title.code());
    }
    for (analysed, tokens) in stems {
        document.add_text(fields.analysed, analysed.code());
        if let Some(own) = fields.stems(analysed) {
            add_tokens(document, own.body, tokens);
        }
    }
    add_tokens(document, fields.exact.body, exact);
    add_tokens(document, fields.paragraphs, starts);
    words
}

/// Names of people and places are asked for in any form, and each of these fields is short: stems and exact
/// forms share one field.
fn add_metadata<'a>(
    document: &mut TantivyDocument,
    fields: &Fields,
    scope: Scope,
    language: Language,
    texts: impl Iterator<Item = &'a str>,
) {
    let Some(field) = fields.metadata(scope) else { return };
    let analysed = field_language(language);
    let mut tokens = PackedTokens::default();
    for text in texts {
        let offset = tokens.end() + PARAGRAPH_GAP;
        Analyzer::of(analysed).visit(text, |found| {
            let position = offset + found.position as usize;
            tokens.push(found.exact, position);
            for form in found.stems() {
                tokens.push(&stem_term(analysed, form), position);
            }
        });
    }
    add_tokens(document, field, tokens);
}

fn push_tokens(
    analysed: Language,
    text: &str,
    offset: usize,
    stems: &mut PackedTokens,
    exact: &mut PackedTokens,
) -> u64 {
    let mut words = 0;
    Analyzer::of(analysed).visit(text, |found| {
        let position = offset + found.position as usize;
        for form in found.stems() {
            stems.push(form, position);
        }
        exact.push(found.exact, position);
        words += u64::from(found.span == 1);
    });
    words
}

fn add_tokens(document: &mut TantivyDocument, field: Field, tokens: PackedTokens) {
    if tokens.end() > 0 {
        document.add_text(field, tokens.into_text());
    }
}
