//! What a single line of a text shows: its width, how it begins and ends, and how two lines are joined.

use std::collections::HashSet;
use std::ops::Range;

/// A line of a text.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// The line without the white space around it.
    pub(super) text: &'a str,
    /// Its width in columns: ideographs take two.
    pub(super) width: usize,
    /// Whether spaces or a tab stand before it.
    pub(super) is_indented: bool,
    /// Where the text stands, in bytes of the whole.
    pub(super) span: Range<usize>,
}

impl Line<'_> {
    /// Whether the line ends where a sentence does, or with a colon.
    pub(super) fn ends_sentence(&self) -> bool {
        let end = self.text.trim_end_matches(['”', '"', '»', ')', ']', '’', '\'', '*', '_']);
        if !end.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '：', '؟', '۔', '։']) {
            return false;
        }
        // "Mr." at the end of a line waits for its name, an initial for the rest of it.
        let word = end.trim_end_matches('.').rsplit([' ', '.']).next().unwrap_or_default();
        let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        !(end.ends_with('.') && (is_initial || matches!(word, "Mr" | "Mrs" | "Ms" | "Dr" | "St")))
    }

    /// Whether the line stops amid a sentence.
    pub(super) fn ends_openly(&self) -> bool {
        !self.ends_sentence()
    }

    /// Whether the first character of the line is a small letter.
    pub(super) fn begins_in_lower_case(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_lowercase)
    }

    /// Whether the line ends in a hyphen that may have been set because the word didn't fit.
    pub(super) fn ends_in_hyphen(&self) -> bool {
        self.text.strip_suffix(['-', '\u{AD}', '‐']).is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
    }

    /// How many columns the first word takes.
    pub(super) fn first_word_width(&self) -> usize {
        let first = self.text.chars().next().map_or(0, columns);
        if first == 2 { first } else { self.text.split_whitespace().next().map_or(0, width) }
    }

    /// Whether the line begins as a numbered paragraph does: `12.` or `12)`.
    pub(super) fn has_number(&self) -> bool {
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &self.text[digits..];
        matches!(digits, 1..=3) && rest.starts_with(['.', ')']) && rest[1..].starts_with(char::is_whitespace)
    }

    /// Whether the line begins as an item of a list does.
    pub(super) fn has_bullet(&self) -> bool {
        let mut characters = self.text.chars();
        matches!(characters.next(), Some('•' | '▪' | '●' | '◦' | '‣' | '·' | '*'))
            && characters.next().is_some_and(char::is_whitespace)
    }
}

/// How a line is joined to what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// With a space between.
    Space,
    /// Directly.
    Close,
    /// Directly, and without the hyphen before it.
    DropHyphen,
}

/// The lines of a text, blank ones as empty texts. A form feed is white space.
pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut breaks = text.char_indices().peekable();
    while let Some((at, c)) = breaks.next() {
        if !matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        lines.push(line(text, start..at));
        start = at + c.len_utf8();
        if c == '\r' && breaks.next_if(|(_, next)| *next == '\n').is_some() {
            start += 1;
        }
    }
    lines.push(line(text, start..text.len()));
    lines
}

fn line(text: &str, range: Range<usize>) -> Line<'_> {
    let whole = &text[range.clone()];
    let trimmed = whole.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let start = range.start + (trimmed.as_ptr() as usize - whole.as_ptr() as usize);
    Line {
        text: trimmed,
        width: width(trimmed),
        is_indented: whole.trim_start_matches('\u{C}').starts_with([' ', '\t', '\u{A0}', '\u{3000}']),
        span: start..start + trimmed.len(),
    }
}

/// The words of a text, those with a hyphen as one.
pub(super) fn words(text: &str) -> HashSet<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect()
}

/// How `next` is joined to the paragraph `before`. The hyphen of a divided word is dropped only if it is certain
/// that the word has none: because it is a soft one, or because the text elsewhere has the word without it and
/// nowhere with it.
pub(super) fn join_at(before: &str, next: &str, words: Option<&HashSet<&str>>) -> Join {
    let (Some(last), Some(first)) = (before.chars().next_back(), next.chars().next()) else {
        return Join::Close;
    };
    if last == '\u{AD}' {
        return Join::DropHyphen;
    }
    if columns(last) == 2 && columns(first) == 2 {
        return Join::Close;
    }
    let Some(rest) = before.strip_suffix(['-', '‐']).filter(|rest| rest.ends_with(char::is_alphanumeric))
    else {
        return Join::Space;
    };
    let left = rest.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let right = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let has = |word: String| words.is_some_and(|words| words.contains(word.as_str()));
    if first.is_lowercase() && has(format!("{left}{right}")) && !has(format!("{left}-{right}")) {
        Join::DropHyphen
    } else {
        Join::Close
    }
}

fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Two for ideographs, kana and their punctuation, which are set without spaces; one for anything else.
fn columns(c: char) -> usize {
    let is_wide = matches!(c, '\u{2E80}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}');
    if is_wide { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_of_line_break_breaks() {
        let lines = split("one\r\ntwo\rthree\n\n\u{C} four\u{2028}five");
        let texts: Vec<_> = lines.iter().map(|line| line.text).collect();
        assert_eq!(texts, ["one", "two", "three", "", "four", "five"]);
        assert!(lines[4].is_indented && !lines[0].is_indented);
        assert_eq!(lines[1].span, 5..8);
    }

    #[test]
    fn a_title_before_a_name_ends_no_sentence() {
        let ends = |text| split(text)[0].ends_sentence();
        assert!(ends("We met in Dresk.”") && ends("我们在海峡会晤。") && ends("Three points:"));
        assert!(!ends("the predecessor of Mr.") && !ends("as Tomas L.") && !ends("we met,"));
    }

    #[test]
    fn a_hyphen_goes_only_where_the_text_shows_that_it_may() {
        let words = words("an international treaty, self-rule");
        assert_eq!(join_at("the inter-", "national law", Some(&words)), Join::DropHyphen);
        assert_eq!(join_at("on self-", "rule", Some(&words)), Join::Close);
        assert_eq!(join_at("the Secretary-", "General", Some(&words)), Join::Close);
        assert_eq!(join_at("docu\u{AD}", "ment", None), Join::DropHyphen);
        assert_eq!(join_at("met -", "and left", None), Join::Space);
        assert_eq!(join_at("我们在", "海峡", None), Join::Close);
    }
}
