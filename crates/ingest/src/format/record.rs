//! Records: the JSON objects of JSONL and JSON files, and the rows of tables, which are read as objects, too.
//!
//! A record says what it says: nothing is looked for in its text, and languages that it gives are taken as they
//! are. What it gives wrongly becomes a warning, and the field stays empty; only without a readable text or with
//! an impossible id there is no statement.

mod fields;
mod schema;

use serde_json::{Map, Value};
use verbale_statement::{Country, Evidence, ParagraphRole, Speaker, StatementId, Translation};

use super::{FormatError, text, weight};
use crate::draft::{Draft, DraftParagraph};
use crate::metadata::date::{self, Order};
use crate::options::Mapping;
use crate::outcome::{SkipReason, Warning};
use crate::source::Table;
use fields::Fields;
use schema::Record;

pub use schema::schema;

/// Reads a JSON object, with its keys renamed as `mapping` says.
pub(crate) fn json(bytes: &[u8], mapping: Option<&Mapping>) -> Result<(Draft, Vec<Warning>), SkipReason> {
    if let Err(error) = std::str::from_utf8(bytes) {
        return Err(FormatError::Utf8(error.valid_up_to() + 1).into());
    }
    weight::check_record(bytes)?;
    let mut object: Map<String, Value> = serde_json::from_slice(bytes).map_err(|error| json_error(&error))?;
    if let Some(mapping) = mapping {
        let mapped: Vec<_> =
            mapping.pairs().filter_map(|(field, key)| Some((field, object.remove(key)?))).collect();
        object.extend(mapped.into_iter().map(|(field, value)| (field.to_owned(), value)));
    }
    draft(object, mapping.is_none())
}

/// Reads a row of a table, already in UTF-8.
pub(crate) fn row(bytes: &[u8], line: u64, table: &Table) -> Result<(Draft, Vec<Warning>), SkipReason> {
    let (cells, replaced) = table.cells(bytes, line)?;
    let object = table
        .fields()
        .filter_map(|(field, column)| Some((field.to_owned(), Value::String(cells.get(column)?.clone()))))
        .collect();
    let (draft, mut warnings) = draft(object, false)?;
    if table.has_open_quotation(bytes) {
        warnings.push(Warning::OpenQuotation);
    }
    if replaced > 0 {
        warnings.push(Warning::Replaced { count: replaced, charset: "UTF-8" });
    }
    Ok((draft, warnings))
}

/// Reads the front matter of a text: as a record without a text, but no record by itself.
pub(crate) fn front_matter(mut object: Map<String, Value>) -> Result<(Draft, Vec<Warning>), SkipReason> {
    let text_keys = ["text", "paragraphs"].map(|key| object.remove(key).map(|_| key));
    let (draft, mut warnings) = draft(object, true)?;
    warnings.extend(text_keys.into_iter().flatten().map(|key| Warning::UnknownKey(key.to_owned())));
    Ok((Draft { is_record: false, ..draft }, warnings))
}

/// The parser's message, which counts lines although a record is one.
fn json_error(error: &serde_json::Error) -> FormatError {
    FormatError::Json(error.to_string().replace(" at line 1 column ", " at column "))
}

fn draft(object: Map<String, Value>, warn_unknown: bool) -> Result<(Draft, Vec<Warning>), SkipReason> {
    let record: Record = serde_json::from_value(Value::Object(object)).map_err(|error| json_error(&error))?;
    let mut fields = Fields::default();
    if warn_unknown {
        // What `verbale show` tells of a statement's place in the archive is no part of it.
        let unknown = record.unknown.keys().filter(|key| *key != "archived");
        fields.warnings.extend(unknown.map(|key| Warning::UnknownKey(shown(key))));
    }
    let origin = record.origin.and_then(|origin| fields.object("origin", origin)).unwrap_or_default();
    let mut draft = Draft {
        id: fields.string("id", record.id).map(id).transpose()?,
        url: fields.string("url", record.url.or_else(|| origin.get("url").cloned())),
        title: fields.string("title", record.title),
        kind: fields.parsed("kind", record.kind),
        date: fields.read("date", record.date, |text| {
            date::stamp(text, Order::Unknown).ok_or("write 2021, 2021-11 or 2021-11-17")
        }),
        language: fields.parsed("language", record.language),
        speakers: speakers(&mut fields, record.speakers, record.speaker, record.role, record.affiliation),
        organisation: fields.string("organisation", record.organisation),
        countries: countries(&mut fields, [("country", record.country), ("countries", record.countries)]),
        event: fields.string("event", record.event),
        place: fields.string("place", record.place),
        translations: translations(
            &mut fields,
            record.translations.or_else(|| origin.get("translations").cloned()),
        ),
        media_type: fields.string("origin.media_type", origin.get("media_type").cloned()),
        is_record: true,
        ..Draft::default()
    };
    draft.provenance = fields.provenance(record.provenance);
    draft.found_in(Some(Evidence::Record));
    draft.paragraphs = match (record.paragraphs, record.text) {
        (Some(Value::Array(values)), _) => paragraphs(&mut fields, values, draft.speakers.len())?,
        (Some(other), _) => return Err(wrong_type("paragraphs", "an array", &other)),
        (None, Some(Value::String(text))) => plain_paragraphs(&text)?,
        (None, Some(Value::Number(number))) => plain_paragraphs(&number.to_string())?,
        (None, Some(other)) => return Err(wrong_type("text", "a string", &other)),
        (None, None) => Vec::new(),
    };
    Ok((draft, fields.warnings))
}

fn id(text: String) -> Result<StatementId, SkipReason> {
    StatementId::new(text.as_str()).map_err(|error| SkipReason::Id { id: shown(&text), error })
}

fn plain_paragraphs(text: &str) -> Result<Vec<DraftParagraph>, SkipReason> {
    weight::check_text(text)?;
    let paragraphs = text::paragraphs(text).into_iter();
    Ok(paragraphs.map(|text| DraftParagraph::new(text, ParagraphRole::Body)).collect())
}

fn paragraphs(
    fields: &mut Fields,
    values: Vec<Value>,
    speakers: usize,
) -> Result<Vec<DraftParagraph>, SkipReason> {
    let mut paragraphs = Vec::with_capacity(values.len());
    for value in values {
        let mut object = match value {
            Value::Object(object) => object,
            text @ Value::String(_) => Map::from_iter([("text".to_owned(), text)]),
            other => return Err(wrong_type("paragraphs", "an array of objects", &other)),
        };
        let text = match object.remove("text") {
            Some(Value::String(text)) => text,
            other => {
                return Err(wrong_type("paragraphs.text", "a string", &other.unwrap_or_default()));
            }
        };
        let role = fields.enumerated("paragraphs.role", object.remove("role"));
        let speaker = fields.index("paragraphs.speaker", object.remove("speaker"), speakers);
        let language = fields.parsed("paragraphs.language", object.remove("language"));
        paragraphs.push(DraftParagraph {
            text,
            role: role.unwrap_or(ParagraphRole::Body),
            speaker,
            language,
        });
    }
    Ok(paragraphs)
}

/// The speakers of the list, or else the one named by itself.
fn speakers(
    fields: &mut Fields,
    list: Option<Value>,
    name: Option<Value>,
    role: Option<Value>,
    affiliation: Option<Value>,
) -> Vec<Speaker> {
    let (role, affiliation) = (fields.string("role", role), fields.string("affiliation", affiliation));
    if let Some(name) = fields.string("speaker", name) {
        return vec![Speaker { name, role, affiliation }];
    }
    fields.list("speakers", list).into_iter().filter_map(|value| speaker(fields, value)).collect()
}

fn speaker(fields: &mut Fields, value: Value) -> Option<Speaker> {
    let mut object = match value {
        Value::String(name) => Map::from_iter([("name".to_owned(), Value::String(name))]),
        other => fields.object("speakers", other)?,
    };
    Some(Speaker {
        name: fields.needed("speakers.name", object.remove("name"))?,
        role: fields.string("speakers.role", object.remove("role")),
        affiliation: fields.string("speakers.affiliation", object.remove("affiliation")),
    })
}

fn translations(fields: &mut Fields, list: Option<Value>) -> Vec<Translation> {
    let values = fields.list("translations", list).into_iter();
    values.filter_map(|value| fields.enumerated("translations", Some(value))).collect()
}

/// The countries of both keys. A text that isn't one may be several, as a cell of a table has to have them.
fn countries(fields: &mut Fields, values: [(&'static str, Option<Value>); 2]) -> Vec<Country> {
    let mut countries = Vec::new();
    for (field, value) in values {
        let values = match value {
            Some(Value::Array(values)) => values,
            Some(Value::String(text)) if text.parse::<Country>().is_err() => {
                text.split([';', ',', '|']).map(Value::from).collect()
            }
            other => other.into_iter().collect(),
        };
        countries.extend(values.into_iter().filter_map(|value| fields.parsed::<Country>(field, Some(value))));
    }
    countries
}

fn wrong_type(key: &'static str, wanted: &'static str, found: &Value) -> SkipReason {
    FormatError::Type { key, wanted, found: shown(&found.to_string()) }.into()
}

/// A value as a message shows it: shortened.
fn shown(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
