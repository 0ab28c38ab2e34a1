//! The tags of a page, found without building anything: what is needed to judge a page before it is parsed.

/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 7] = ["script", "style", "textarea", "title", "noscript", "xmp", "iframe"];

/// A tag as it stands in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// The element's name as it is written.
    pub(super) name: &'a str,
    /// Whether it ends an element.
    pub(super) is_end: bool,
    /// Everything behind the name, up to the closing bracket.
    pub(super) rest: &'a str,
    /// How many attributes it has.
    pub(super) attributes: usize,
}

/// The tags of a page in their order, without those in comments, scripts and the like.
pub(super) struct Tags<'a>(pub(super) &'a str);

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let at = self.0.find('<')?;
            self.0 = &self.0[at + 1..];
            if let Some(comment) = self.0.strip_prefix("!--") {
                self.0 = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let (tag, is_end) = match self.0.strip_prefix('/') {
                Some(tag) => (tag, true),
                None => (self.0, false),
            };
            let name = name(tag);
            if name.is_empty() {
                continue;
            }
            let (length, attributes) = attributes(&tag.as_bytes()[name.len()..]);
            let (rest, after) = tag[name.len()..].split_at(length);
            self.0 = match RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) && !is_end {
                true => after_raw(after, name),
                false => after,
            };
            return Some(Tag { name, is_end, rest, attributes });
        }
    }
}

/// The name at the beginning of a tag, empty if it is none.
fn name(tag: &str) -> &str {
    if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = tag.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == ':')).unwrap_or(tag.len());
    &tag[..end]
}

/// How many bytes of a tag stand before its closing bracket, and how many attributes, as parsers see it: a quotation
/// begins only behind an equals sign.
fn attributes(tag: &[u8]) -> (usize, usize) {
    let (mut at, mut count) = (0, 0);
    loop {
        at = skip(tag, at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        if tag.get(at).is_none_or(|byte| *byte == b'>') {
            return (at, count);
        }
        count += 1;
        // The first byte belongs to the name even if it is an equals sign.
        at = skip(tag, at + 1, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'='));
        let behind = skip(tag, at, |byte| byte.is_ascii_whitespace());
        if tag.get(behind) != Some(&b'=') {
            continue;
        }
        at = skip(tag, behind + 1, |byte| byte.is_ascii_whitespace());
        at = match tag.get(at) {
            Some(b'"') => (skip(tag, at + 1, |byte| byte != b'"') + 1).min(tag.len()),
            Some(b'\'') => (skip(tag, at + 1, |byte| byte != b'\'') + 1).min(tag.len()),
            _ => skip(tag, at, |byte| !byte.is_ascii_whitespace() && byte != b'>'),
        };
    }
}

/// The first place from `at` on whose byte isn't wanted.
fn skip(tag: &[u8], at: usize, wanted: impl Fn(u8) -> bool) -> usize {
    let rest = tag.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| !wanted(*byte)).unwrap_or(rest.len())
}

/// What follows the text of an element whose content is text: its end tag.
fn after_raw<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut text = rest;
    while let Some(at) = text.find("</") {
        let end = &text[at..];
        text = &end[2..];
        if text.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return end;
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(page: &str) -> String {
        let tags = Tags(page)
            .map(|tag| format!("{}{} {}", if tag.is_end { "/" } else { "" }, tag.name, tag.attributes));
        tags.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn tags_are_found_as_parsers_find_them() {
        assert_eq!(show("<p>a < b<br/><A href='x>y' title=\"</p>\">z</A>"), "p 0, br 0, A 2, /A 0");
        assert_eq!(show("<!-- <div> --><!doctype html><?x?><i a b=c d = 'e' f>"), "i 4");
        assert_eq!(show("<script>if (a<b) x('<div>')</script><p>"), "script 0, /script 0, p 0");
        assert_eq!(show("<p a=\"unclosed><div>"), "p 1");
        assert_eq!(show("<p a\"b>c<div>"), "p 1, div 0");
        assert_eq!(show("<é>"), "");
    }

    proptest::proptest! {
        #[test]
        fn any_text_ends(page in "(<|>|/|=|'|\"|!--|-->|script|p| |é|\\PC){0,60}") {
            let _ = Tags(&page).count();
        }
    }
}
