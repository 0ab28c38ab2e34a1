//! Topics of which each stands on a line.

use std::path::Path;

use serde_json::{Map, Value};

use super::Found;
use crate::EvalError;

/// What collections call the id and the query of a topic, the more telling name first.
const ID: [&str; 8] = ["id", "_id", "qid", "query_id", "topic_id", "topic", "number", "num"];
const QUERY: [&str; 5] = ["query", "title", "text", "question", "description"];

pub(super) fn tab_separated(text: &str, path: &Path) -> Result<Vec<Found>, EvalError> {
    lines(text)
        .map(|(line, content)| {
            let Some((id, query)) = content.split_once('\t') else {
                return Err(EvalError::line(path, line, "there is no tab between an id and a query"));
            };
            Ok(Found { line, id: id.to_owned(), query: query.to_owned() })
        })
        .collect()
}

pub(super) fn json_lines(text: &str, path: &Path) -> Result<Vec<Found>, EvalError> {
    lines(text)
        .map(|(line, content)| {
            let record: Map<String, Value> = serde_json::from_str(content)
                .map_err(|error| EvalError::line(path, line, format!("no JSON object: {error}")))?;
            Ok(Found { line, id: first(&record, &ID), query: first(&record, &QUERY) })
        })
        .collect()
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines()).filter(|(_, content)| !content.trim().is_empty())
}

/// The text or number under the first of `names` that the record has; empty without one.
fn first(record: &Map<String, Value>, names: &[&str]) -> String {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    names.iter().find_map(|name| text(record.get(*name)?)).unwrap_or_default()
}
