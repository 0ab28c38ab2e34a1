//! Front matter: flat `key: value` lines between two lines of three hyphens.
//!
//! That is the part of YAML which authors of such files use; the whole language would bring types and references
//! that no statement needs. What goes beyond is reported, line by line.

use serde_json::{Map, Value};

/// How far down the closing line is looked for.
const LONGEST: usize = 200;

/// The front matter of a text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct FrontMatter {
    /// Its keys and values.
    pub(super) fields: Map<String, Value>,
    /// The lines that couldn't be read, counted from 1.
    pub(super) unreadable: Vec<usize>,
}

/// The front matter of a text, empty if it has none, and the text behind it.
pub(super) fn split(text: &str) -> (FrontMatter, &str) {
    let mut front = FrontMatter::default();
    let mut lines = text.split_inclusive('\n');
    if lines.next().map(str::trim_end) != Some("---") {
        return (front, text);
    }
    for (number, line) in (2..).zip(lines.by_ref().take(LONGEST)) {
        let line = line.trim_end();
        if line == "---" || line == "..." {
            let body = lines.map(str::len).sum::<usize>();
            // Two rules with only prose between them are no front matter.
            let is_prose = front.fields.is_empty() && !front.unreadable.is_empty();
            return if is_prose {
                (FrontMatter::default(), text)
            } else {
                (front, &text[text.len() - body..])
            };
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match field(line) {
            Some((key, value)) => _ = front.fields.insert(key.to_owned(), Value::String(value)),
            None => front.unreadable.push(number),
        }
    }
    (FrontMatter::default(), text)
}

fn field(line: &str) -> Option<(&str, String)> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let value = value.strip_prefix([' ', '\t']).or(value.is_empty().then_some(""))?.trim();
    is_key.then(|| scalar(value)).flatten().map(|value| (key, value))
}

/// A bare or quoted value; none for lists, maps, blocks and references.
fn scalar(value: &str) -> Option<String> {
    if let Some(inner) = value.strip_prefix('\'') {
        return inner.strip_suffix('\'').map(|inner| inner.replace("''", "'"));
    }
    if value.starts_with('"') {
        // JSON's strings are what double-quoted strings of YAML are, but for escapes that hardly occur.
        return serde_json::from_str(value).ok();
    }
    let is_plain = !value.starts_with(['[', '{', '|', '>', '&', '*', '!', '%', '@', '`']);
    is_plain.then(|| value.split(" #").next().unwrap_or_default().trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flat_values_are_read_and_the_rest_is_reported() {
        let text = "---\r\ntitle: 'The Pact''s aims'\nplace: Halvern # seat\nempty:\n\
            speakers:\n  - name: Mira\ntags: [a]\nnote: \"a \\\"b\\\"\"\n...\nText\n";
        let (front, body) = split(text);
        assert_eq!(body, "Text\n");
        assert_eq!(front.fields["title"], "The Pact's aims");
        assert_eq!((&front.fields["place"], &front.fields["note"]), (&"Halvern".into(), &"a \"b\"".into()));
        assert_eq!((front.fields.len(), front.unreadable), (5, vec![6, 7]));
    }

    #[test]
    fn rules_around_prose_are_no_front_matter() {
        for text in ["---\nWe met.\n---\nText", "---\ntitle: x\n", "Text\n---\n", ""] {
            assert_eq!(split(text), (FrontMatter::default(), text));
        }
    }
}
