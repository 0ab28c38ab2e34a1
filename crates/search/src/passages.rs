//! The passages that show why a statement is a hit.

use std::collections::HashSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use verbale_statement::{Paragraph, ParagraphRole, Statement};

use verbale_index::Part;

use crate::highlight::{Evidence, Highlighter, merge};
use crate::sentences::sentences;
use crate::{Marked, Passage};

/// The most passages that a hit shows.
const MOST: usize = 3;

/// How long a passage may be, in columns, unless a match needs more.
const LENGTH: usize = 280;

/// How much room a text takes, in columns: a Chinese, Japanese or Korean character as much as two letters.
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{2E80}' { 2 } else { 1 }).sum()
}

/// A passage that could be shown.
struct Candidate {
    paragraph: usize,
    range: Range<usize>,
    /// How many different words of the query it has, and how many matches in all.
    weight: (usize, usize),
}

/// Up to three passages with the densest matches, in reading order; the beginning of the text if nothing in it
/// matches.
pub(crate) fn passages(statement: &Statement, highlighter: &Highlighter<'_>) -> Vec<Passage> {
    let evidence: Vec<Vec<Evidence>> = statement
        .paragraphs
        .iter()
        .map(|paragraph| highlighter.evidence(&paragraph.text, paragraph.language, Part::Body))
        .collect();
    let mut candidates = Vec::new();
    for (index, (paragraph, evidence)) in statement.paragraphs.iter().zip(&evidence).enumerate() {
        // A heading says less than a sentence with the same words.
        let heading = paragraph.role == ParagraphRole::Heading;
        candidates.extend(windows(&paragraph.text, evidence).map(|(range, (words, matches))| Candidate {
            paragraph: index,
            range,
            weight: (words, if heading { 0 } else { matches }),
        }));
    }
    // A stable sort: of equals the one that comes first in the text is shown.
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.weight));
    let mut chosen: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let overlaps = |other: &Candidate| {
            other.paragraph == candidate.paragraph
                && other.range.start < candidate.range.end
                && candidate.range.start < other.range.end
        };
        if chosen.len() < MOST && !chosen.iter().any(overlaps) {
            chosen.push(candidate);
        }
    }
    chosen.sort_by_key(|candidate| (candidate.paragraph, candidate.range.start));
    if chosen.is_empty() {
        chosen.extend(beginning(statement));
    }
    chosen
        .into_iter()
        .filter_map(|candidate| {
            let paragraph = statement.paragraphs.get(candidate.paragraph)?;
            Some(passage(candidate.paragraph, paragraph, candidate.range, &evidence[candidate.paragraph]))
        })
        .collect()
}

fn beginning(statement: &Statement) -> Option<Candidate> {
    let is_text = |paragraph: &Paragraph| paragraph.role != ParagraphRole::Heading;
    let paragraph = statement.paragraphs.iter().position(is_text).unwrap_or(0);
    let text = &statement.paragraphs.get(paragraph)?.text;
    let pieces = pieces(text);
    let range = extend(text, &pieces, 0)?;
    Some(Candidate { paragraph, range, weight: (0, 0) })
}

/// A window from every sentence that has a match, as far as the length allows.
fn windows<'a>(
    text: &'a str,
    evidence: &'a [Evidence],
) -> impl Iterator<Item = (Range<usize>, (usize, usize))> + 'a {
    let pieces = if evidence.is_empty() { Vec::new() } else { pieces(text) };
    let spans = merge(evidence.iter().map(|found| found.range.clone()));
    let mut next = 0;
    let mut starts = Vec::new();
    for found in evidence {
        while next < pieces.len() && pieces[next].end <= found.range.start {
            next += 1;
        }
        if starts.last() != Some(&next) && next < pieces.len() {
            starts.push(next);
        }
    }
    starts.into_iter().filter_map(move |start| {
        let range = whole_matches(extend(text, &pieces, start)?, &spans);
        let first = evidence.partition_point(|found| found.range.start < range.start);
        let inside = evidence[first..].iter().take_while(|found| found.range.start < range.end);
        let (mut count, mut patterns) = (0, HashSet::new());
        for found in inside {
            count += 1;
            patterns.insert(found.pattern);
        }
        Some((range, (patterns.len(), count)))
    })
}

/// The piece at `start` and those behind it that fit.
fn extend(text: &str, pieces: &[Range<usize>], start: usize) -> Option<Range<usize>> {
    let first = pieces.get(start)?.clone();
    let mut length = columns(&text[first.clone()]);
    let mut end = first.end;
    for piece in &pieces[start + 1..] {
        length += columns(&text[piece.clone()]);
        if length > LENGTH {
            break;
        }
        end = piece.end;
    }
    Some(first.start..end)
}

/// The range, widened so that no match is cut; `spans` are the matches, disjoint and in order.
fn whole_matches(range: Range<usize>, spans: &[Range<usize>]) -> Range<usize> {
    let first = spans.partition_point(|span| span.end <= range.start);
    let behind = spans.partition_point(|span| span.start < range.end);
    match spans.get(first..behind) {
        Some([only]) => range.start.min(only.start)..range.end.max(only.end),
        Some([first, .., last]) => range.start.min(first.start)..range.end.max(last.end),
        _ => range,
    }
}

/// Sentences; one that is longer than a passage is parted between words.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    for range in sentences(text) {
        let (start, sentence) = (range.start, &text[range.clone()]);
        if columns(sentence) <= LENGTH {
            pieces.push(range);
            continue;
        }
        let (mut begin, mut length) = (start, 0);
        for (offset, word) in sentence.split_word_bound_indices() {
            let width = columns(word);
            // A space stays with the word before it.
            if length + width > LENGTH / 2 && length > 0 && !word.trim().is_empty() {
                pieces.push(begin..start + offset);
                (begin, length) = (start + offset, 0);
            }
            length += width;
        }
        pieces.push(begin..start + sentence.len());
    }
    pieces
}

fn passage(index: usize, paragraph: &Paragraph, range: Range<usize>, evidence: &[Evidence]) -> Passage {
    let text = &paragraph.text[range.clone()];
    let trimmed = text.trim();
    let start = range.start + (text.len() - text.trim_start().len());
    let end = start + trimmed.len();
    let inside = evidence.iter().filter(|found| found.range.start >= start && found.range.end <= end);
    let marks = merge(inside.map(|found| found.range.start - start..found.range.end - start));
    Passage {
        paragraph: index + 1,
        language: paragraph.language,
        cut_before: start > 0,
        cut_after: end < paragraph.text.trim_end().len(),
        text: Marked { text: trimmed.to_owned(), marks },
    }
}

#[cfg(test)]
mod tests;
