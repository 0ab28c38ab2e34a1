//! Lines that `<br>` breaks, put together to paragraphs.

use crate::metadata::interview;

/// From how many bytes on a line that ends a sentence is a paragraph of its own.
const LONG_LINE: usize = 120;

/// The longest heading, in bytes, that only its bold type tells.
const LONGEST_HEADING: usize = 160;

/// The paragraphs of a text whose lines are broken where `<br>` stood: an empty line ends a paragraph; a single break
/// ends one only behind a long line that ends its sentence, or before "Question:" and the like.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut current = String::new();
    for line in text.split('\n') {
        let line = collapsed(line);
        let ends = line.is_empty()
            || interview::labelled(&line).is_some()
            || current.len() >= LONG_LINE
                && current.ends_with(['.', '!', '?', '…', '»', '”', '"', '。', '؟', ';', ':']);
        if ends && !current.is_empty() {
            paragraphs.push(std::mem::take(&mut current));
        }
        if !line.is_empty() {
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(&line);
        }
    }
    if !current.is_empty() {
        paragraphs.push(current);
    }
    paragraphs
}

/// Whether a line set in bold is a heading: short, and no sentence or salutation.
pub(super) fn reads_as_heading(text: &str) -> bool {
    text.len() <= LONGEST_HEADING
        && !text.ends_with(['.', ',', ';', ':', '!', '?', '…', '。', '，', '：', '！', '؛', '،'])
}

/// A line with its white space collapsed and without soft hyphens and characters of no width.
pub(super) fn collapsed(line: &str) -> String {
    let mut collapsed = String::with_capacity(line.len());
    let mut spaced = false;
    for c in line.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')) {
        if c.is_whitespace() {
            spaced = !collapsed.is_empty();
        } else {
            if std::mem::take(&mut spaced) {
                collapsed.push(' ');
            }
            collapsed.push(c);
        }
    }
    collapsed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_breaks_end_a_paragraph_and_one_does_not() {
        assert_eq!(
            paragraphs("Address\nof the  Secretary\u{ad} General\n \nDear friends!\n\n\n"),
            ["Address of the Secretary General", "Dear friends!"]
        );
        let long = format!("{} ends here.", "A sentence that goes on ".repeat(6));
        assert_eq!(paragraphs(&format!("{long}\n{long}")).len(), 2);
        assert_eq!(paragraphs("Question: Why?\nAnswer: Because.").len(), 2);
    }
}
