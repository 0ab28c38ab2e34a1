//! How deep a page's elements are nested, found before anything is parsed.
//!
//! Parsing takes time in the square of the depth, and what walks the tree afterwards may recurse; a page nested a
//! hundred thousand deep is an attack or an accident, and is refused unparsed.

use super::super::FormatError;

/// The deepest nesting that is read. Real pages stay below a hundred.
const LIMIT: usize = 1_000;

/// Elements that never hold others.
const VOID: [&str; 16] = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
];

/// Elements whose end a parser supplies when the next of the same name begins, or when one around them ends.
const SELF_ENDING: [&str; 13] =
    ["p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "rp"];

/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 7] = ["script", "style", "textarea", "title", "noscript", "xmp", "iframe"];

/// How far up the open elements an end tag is looked for. Real pages misnest by a few.
const REACH: usize = 64;

/// Checks that a page isn't nested deeper than is read.
///
/// # Errors
/// [`FormatError::Nesting`].
pub(super) fn check(page: &str) -> Result<(), FormatError> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(tag) = rest.strip_prefix('/') {
            end(&mut open, name(tag));
        } else {
            let name = name(rest);
            if name.is_empty() || VOID.iter().any(|void| void.eq_ignore_ascii_case(name)) {
                continue;
            }
            if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
                rest = after_raw(rest, name);
                continue;
            }
            start(&mut open, name);
            if open.len() > LIMIT {
                return Err(FormatError::Nesting { depth: open.len(), limit: LIMIT });
            }
        }
    }
    Ok(())
}

/// The name at the beginning of a tag, empty if it is none.
fn name(tag: &str) -> &str {
    if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = tag.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':')).unwrap_or(tag.len());
    &tag[..end]
}

fn start<'a>(open: &mut Vec<&'a str>, name: &'a str) {
    if SELF_ENDING.iter().any(|own| own.eq_ignore_ascii_case(name))
        && open.last().is_some_and(|last| last.eq_ignore_ascii_case(name))
    {
        return;
    }
    open.push(name);
}

fn end(open: &mut Vec<&str>, name: &str) {
    let from = open.len().saturating_sub(REACH);
    if let Some(at) = open[from..].iter().rposition(|own| own.eq_ignore_ascii_case(name)) {
        open.truncate(from + at);
    }
}

/// What follows the end tag of an element whose content is text.
fn after_raw<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut text = rest;
    while let Some(at) = text.find("</") {
        text = &text[at + 2..];
        if text.get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return text;
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_nested_without_end_is_refused() {
        let page = format!("<html><body>{}text{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert_eq!(check(&page), Err(FormatError::Nesting { depth: LIMIT + 1, limit: LIMIT }));
        assert!(check(&"<font size=1>".repeat(2_000)).is_err());
    }

    #[test]
    fn a_long_page_is_not_a_deep_one() {
        for line in [
            "<p>unclosed<br>",
            "<div><p>closed</div>",
            "<li>item",
            "<img src=x>",
            "a < b",
            "<!-- <div> -->",
            "<script>if (a<b) document.write('<div>')</script>",
            "<b><i>misnested</b></i>",
        ] {
            assert_eq!(check(&line.repeat(5_000)), Ok(()), "{line}");
        }
    }
}
