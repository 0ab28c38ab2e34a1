//! Topics in the markup of TREC.
//!
//! Older files look like SGML: `<num>`, `<title>`, `<desc>` and `<narr>` have no end tags, labels such as "Number:"
//! stand in the text, and `&` may stand for itself. Later ones are XML. Seen as a stream of tags and text both are
//! the same: a field ends where any other tag begins.

use std::path::Path;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::Found;
use crate::EvalError;

/// A part of a topic, where it has a place in what we keep.
#[derive(Debug, Clone, Copy)]
enum Field {
    Id,
    Query,
    Description,
}

/// A topic while it is being read.
#[derive(Default)]
struct Draft {
    line: usize,
    id: String,
    query: String,
    description: String,
}

pub(super) fn topics(text: &str, path: &Path) -> Result<Vec<Found>, EvalError> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let (mut found, mut topic, mut field) = (Vec::new(), None::<Draft>, None::<Field>);
    let line_at = |position: u64| {
        let before = usize::try_from(position).unwrap_or(usize::MAX).min(text.len());
        text.as_bytes().iter().take(before).filter(|byte| **byte == b'\n').count() + 1
    };
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                return Err(EvalError::line(path, line_at(reader.error_position()), error.to_string()));
            }
        };
        match event {
            Event::Eof => break,
            Event::Start(tag) if is_topic(tag.local_name().as_ref()) => {
                found.extend(topic.take().map(Draft::finish));
                let line = line_at(reader.buffer_position());
                topic = Some(Draft { line, id: id_of(&tag), ..Draft::default() });
                field = None;
            }
            Event::End(tag) if is_topic(tag.local_name().as_ref()) => {
                found.extend(topic.take().map(Draft::finish));
                field = None;
            }
            Event::Start(tag) => field = Field::named(tag.local_name().as_ref()),
            Event::Empty(_) | Event::End(_) => field = None,
            Event::Text(content) => add(&mut topic, field, &content),
            Event::CData(content) => add(&mut topic, field, &content),
            Event::GeneralRef(reference) => add(&mut topic, field, &character(&reference)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    found.extend(topic.map(Draft::finish));
    Ok(found)
}

fn is_topic(name: &str) -> bool {
    name.eq_ignore_ascii_case("top") || name.eq_ignore_ascii_case("topic")
}

/// What an element's attributes say about its id; empty if nothing.
fn id_of(tag: &BytesStart<'_>) -> String {
    let attribute = |name| tag.try_get_attribute(name).ok().flatten();
    let attribute = ["number", "num", "id"].into_iter().find_map(attribute);
    let value = attribute.and_then(|attribute| {
        attribute.normalized_value(XmlVersion::default()).ok().map(|value| value.into_owned())
    });
    value.unwrap_or_default()
}

fn add(topic: &mut Option<Draft>, field: Option<Field>, text: &str) {
    if let (Some(topic), Some(field)) = (topic.as_mut(), field) {
        match field {
            Field::Id => topic.id.push_str(text),
            Field::Query => topic.query.push_str(text),
            Field::Description => topic.description.push_str(text),
        }
    }
}

/// The character that a reference stands for; the reference itself if it is unknown.
fn character(reference: &BytesRef<'_>) -> String {
    let numbered = reference.resolve_char_ref().ok().flatten().map(String::from);
    let named = || resolve_predefined_entity(reference).map(str::to_owned);
    numbered.or_else(named).unwrap_or_else(|| format!("&{};", &**reference))
}

impl Field {
    fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "num" | "number" | "id" => Some(Self::Id),
            "title" | "query" => Some(Self::Query),
            "desc" | "description" | "question" => Some(Self::Description),
            _ => None,
        }
    }
}

impl Draft {
    fn finish(self) -> Found {
        let query = unlabelled(&self.query, "Topic:");
        let query = if query.is_empty() { unlabelled(&self.description, "Description:") } else { query };
        Found { line: self.line, id: unlabelled(&self.id, "Number:").to_owned(), query: query.to_owned() }
    }
}

/// The text without the label that older files begin it with.
fn unlabelled<'a>(text: &'a str, label: &str) -> &'a str {
    let text = text.trim();
    text.strip_prefix(label).unwrap_or(text).trim()
}
