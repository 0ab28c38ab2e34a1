//! How deep a page's elements are nested, found before anything is parsed.
//!
//! Parsing takes time in the square of the depth, and what walks the tree afterwards may recurse; a page nested a
//! hundred thousand deep is an attack or an accident, and is refused unparsed. So is one whose unclosed `<font>` and
//! `<b>` a parser would open again in every paragraph that follows, which makes millions of elements of a short page,
//! and one with a tag of so many attributes that comparing them takes minutes.

use std::collections::HashMap;

use super::super::FormatError;
use super::tags::{Tag, Tags};

/// The deepest nesting that is read. Real pages stay below a hundred.
const LIMIT: usize = 1_000;

/// The most elements that unclosed tags may open again.
const MOST_REOPENED: usize = 1_000_000;

/// The most attributes of a tag that are read.
const MOST_ATTRIBUTES: usize = 500;

/// Elements that never hold others.
const VOID: [&str; 16] = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
];

/// Elements whose end a parser supplies when the next of the same name begins, or when one around them ends.
const SELF_ENDING: [&str; 7] = ["p", "li", "dt", "dd", "option", "optgroup", "rp"];

/// Parts of tables, and what each stands in: whatever is open in between ends where the next begins.
const TABLE_PARTS: [(&str, &[&str]); 6] = [
    ("td", &["tr", "tbody", "thead", "tfoot", "table"]),
    ("th", &["tr", "tbody", "thead", "tfoot", "table"]),
    ("tr", &["tbody", "thead", "tfoot", "table"]),
    ("tbody", &["table"]),
    ("thead", &["table"]),
    ("tfoot", &["table"]),
];

/// Elements that a parser opens again behind the end of the block in which they weren't closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// How often a parser opens the very same element again.
const MOST_ALIKE: usize = 3;

/// How far up the open elements an end tag is looked for. Real pages misnest by a few.
const REACH: usize = 64;

/// Checks that a page isn't nested deeper, or tangled more, than is read.
///
/// # Errors
/// [`FormatError::Nesting`], [`FormatError::Many`].
pub(super) fn check(page: &str) -> Result<(), FormatError> {
    let mut nesting = Nesting::default();
    for tag in Tags(page) {
        let many = |what, count, limit| Err(FormatError::Many { what, count, limit });
        if tag.attributes > MOST_ATTRIBUTES {
            return many("attributes in one tag", tag.attributes, MOST_ATTRIBUTES);
        }
        if tag.is_end {
            nesting.end(tag.name);
        } else if !is_one_of(&VOID, tag.name) {
            nesting.start(tag);
        }
        let depth = nesting.open.len() + nesting.unclosed;
        if depth > LIMIT {
            return Err(FormatError::Nesting { depth, limit: LIMIT });
        }
        if nesting.reopened > MOST_REOPENED {
            return many("elements that unclosed tags open again", nesting.reopened, MOST_REOPENED);
        }
    }
    Ok(())
}

/// The elements that are open at a place of the page.
#[derive(Debug, Default)]
struct Nesting<'a> {
    open: Vec<Tag<'a>>,
    /// Formatting elements whose block has ended, each with how often it is opened again.
    dangling: HashMap<(&'a str, &'a str), usize>,
    /// The sum of them.
    unclosed: usize,
    /// How many elements they have become so far.
    reopened: usize,
}

impl<'a> Nesting<'a> {
    fn start(&mut self, tag: Tag<'a>) {
        if let Some((_, around)) = TABLE_PARTS.iter().find(|(part, _)| part.eq_ignore_ascii_case(tag.name)) {
            let from = self.open.len().saturating_sub(REACH);
            // Formatting doesn't leave a cell.
            if let Some(at) = self.open[from..].iter().rposition(|open| is_one_of(around, open.name)) {
                self.open.truncate(from + at + 1);
            }
        }
        let last = self.open.last().map_or("", |last| last.name);
        if is_one_of(&SELF_ENDING, tag.name) && last.eq_ignore_ascii_case(tag.name) {
            self.open.pop();
        }
        if is_formatting(tag.name) {
            if is_single(tag.name) {
                self.close_dangling(tag.name);
            }
        } else {
            self.reopened += self.unclosed;
        }
        self.open.push(tag);
    }

    fn end(&mut self, name: &str) {
        let from = self.open.len().saturating_sub(REACH);
        let Some(at) = self.open[from..].iter().rposition(|open| open.name.eq_ignore_ascii_case(name)) else {
            if is_formatting(name) {
                self.close_dangling(name);
            }
            return;
        };
        for tag in self.open.drain(from + at..).skip(1).filter(|tag| is_formatting(tag.name)) {
            let attributes = if is_single(tag.name) { "" } else { tag.rest };
            let alike = self.dangling.entry((tag.name, attributes)).or_default();
            if *alike < if is_single(tag.name) { 1 } else { MOST_ALIKE } {
                *alike += 1;
                self.unclosed += 1;
            }
        }
    }

    /// Closes one element of a name that was left open, whichever it is.
    fn close_dangling(&mut self, name: &str) {
        let key = self.dangling.keys().find(|(own, _)| own.eq_ignore_ascii_case(name)).copied();
        let Some(alike) = key.and_then(|key| self.dangling.get_mut(&key)) else { return };
        *alike -= 1;
        self.unclosed -= 1;
        if *alike == 0 {
            key.and_then(|key| self.dangling.remove(&key));
        }
    }
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|own| own.eq_ignore_ascii_case(name))
}

fn is_formatting(name: &str) -> bool {
    is_one_of(&FORMATTING, name)
}

/// Whether an element of this name ends where the next begins.
fn is_single(name: &str) -> bool {
    is_one_of(&["a", "nobr"], name)
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
    fn a_page_that_grows_while_it_is_parsed_is_refused() {
        let fonts: String = (0..2_000).map(|size| format!("<p><font size={size}>text</p>")).collect();
        assert!(matches!(check(&fonts), Err(FormatError::Nesting { .. })), "{:?}", check(&fonts));
        let few: String = (0..500).map(|size| format!("<p><font size={size}>text</p>")).collect();
        assert_eq!(check(&few), Ok(()));
        let many = check(&(few + &"<p>text".repeat(5_000))).unwrap_err().to_string();
        assert!(many.contains("elements that unclosed tags open again"), "{many}");
        let attributes: String = (0..501).map(|at| format!(" a{at}=1")).collect();
        assert_eq!(
            check(&format!("<p{attributes}>text")).unwrap_err().to_string(),
            "it has 501 attributes in one tag; documents of up to 500 are read"
        );
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
            "<p><a href=x>unclosed link</p>",
            "<p><font size=2>unclosed</p></font>",
        ] {
            assert_eq!(check(&line.repeat(5_000)), Ok(()), "{line}");
        }
        let rows = "<tr><td><font size=1>a<td>b<tr><th>c".repeat(5_000);
        assert_eq!(check(&format!("<table>{rows}</table>")), Ok(()));
    }
}
