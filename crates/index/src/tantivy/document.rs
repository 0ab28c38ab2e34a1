//! A statement becomes an index document.

use tantivy::TantivyDocument;
use tantivy::schema::Field;
use verbale_analysis::{Analyzer, field_language};
use verbale_statement::{Language, Statement};

use super::fields::Fields;
use super::packed::PackedTokens;
use crate::Scope;

/// Positions between two paragraphs, so that no quotation matches across their border.
const PARAGRAPH_GAP: usize = 100;

pub(super) fn document(fields: &Fields, statement: &Statement) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_text(fields.id, statement.id.as_str());
    add_title(&mut document, fields, statement);
    add_body(&mut document, fields, statement);
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
    if let Some(kind) = statement.kind {
        document.add_text(fields.kind, kind.name());
    }
    for language in statement.languages() {
        document.add_text(fields.language, language.code());
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

fn add_title(document: &mut TantivyDocument, fields: &Fields, statement: &Statement) {
    let analysed = field_language(statement.language);
    let (mut stems, mut exact) = (PackedTokens::default(), PackedTokens::default());
    push_tokens(analysed, &statement.title, 0, &mut stems, &mut exact);
    if let Some(own) = fields.stems(analysed) {
        add_tokens(document, own.title, stems);
    }
    add_tokens(document, fields.exact.title, exact);
}

fn add_body(document: &mut TantivyDocument, fields: &Fields, statement: &Statement) {
    let mut stems: Vec<(Language, PackedTokens)> = Vec::new();
    let mut exact = PackedTokens::default();
    for paragraph in &statement.paragraphs {
        let analysed = field_language(paragraph.language);
        let index = stems.iter().position(|(language, _)| *language == analysed).unwrap_or_else(|| {
            stems.push((analysed, PackedTokens::default()));
            stems.len() - 1
        });
        let offset = exact.end() + PARAGRAPH_GAP;
        push_tokens(analysed, &paragraph.text, offset, &mut stems[index].1, &mut exact);
    }
    for (analysed, tokens) in stems {
        document.add_text(fields.analysed, analysed.code());
        if let Some(own) = fields.stems(analysed) {
            add_tokens(document, own.body, tokens);
        }
    }
    add_tokens(document, fields.exact.body, exact);
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
    let mut tokens = PackedTokens::default();
    for text in texts {
        let offset = tokens.end() + PARAGRAPH_GAP;
        Analyzer::of(field_language(language)).visit(text, |found| {
            let position = offset + found.position as usize;
            tokens.push(found.exact, position);
            for form in found.stems().filter(|form| *form != found.exact) {
                tokens.push(form, position);
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
) {
    Analyzer::of(analysed).visit(text, |found| {
        let position = offset + found.position as usize;
        for form in found.stems() {
            stems.push(form, position);
        }
        exact.push(found.exact, position);
    });
}

fn add_tokens(document: &mut TantivyDocument, field: Field, tokens: PackedTokens) {
    if tokens.end() > 0 {
        document.add_text(field, tokens.into_text());
    }
}
