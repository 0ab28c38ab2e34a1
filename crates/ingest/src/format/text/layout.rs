//! Lines to paragraphs.
//!
//! Texts come in three shapes. In some every line is a paragraph, however long. Others are broken into lines of
//! one width by hand or by a program; there a blank line may end a paragraph, or only a page of the book that
//! was scanned, and a paragraph may as well end at a line that is clearly too short. The rest are too short to
//! tell, and blank lines are all there is to go by. The shape is judged from the whole text, and breaks inside
//! the text from the shape.

use std::collections::HashSet;
use std::ops::Range;

use super::furniture;
use super::lines::{self, Line};
use crate::metadata;

/// A paragraph of a text, with what its surroundings say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The text, its lines joined.
    pub(super) text: String,
    /// How many blank lines stand before it.
    pub(super) gap: usize,
    /// How many lines it was set in.
    pub(super) lines: usize,
    /// Where it stands, in bytes of the whole text.
    pub(super) span: Range<usize>,
    /// Whether it is a line that closes a page.
    pub(super) is_closing: bool,
    /// Whether it is a line near the beginning that holds date and place of the text, and nothing else.
    pub(super) is_dateline: bool,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Every line is a paragraph.
    LineIsParagraph,
    /// Lines are broken near a width.
    Wrapped {
        /// The width in columns.
        width: usize,
        /// Whether blank lines rather end pages than paragraphs.
        blank_ends_page: bool,
    },
    /// Only blank lines separate.
    Plain,
}

/// What stands between two lines.
#[derive(Debug, Clone, Copy, Default)]
struct Gap {
    blank: usize,
    has_page_number: bool,
}

/// Lines wider than this weren't broken to fit a page.
const WIDEST_WRAPPED: usize = 170;
/// Fewer lines than this say nothing about how a text is set.
const FEWEST_LINES: usize = 8;
/// A dateline behind the title is one of so many lines.
const DATELINE_WITHIN: usize = 6;
/// Longer lines than this, in bytes, close no page.
const LONGEST_CLOSING: usize = 120;

/// The paragraphs of a text. A line that `closes` a page is one by itself, if nothing beside it makes it a part
/// of a sentence.
pub(super) fn blocks(text: &str, closes: impl Fn(&str) -> bool) -> Vec<Block> {
    let lines: Vec<Line<'_>> = lines::split(text);
    let shape = shape_of(&lines);
    let page_numbers = matches!(shape, Shape::Wrapped { .. }).then(|| furniture::marked(&lines));
    let closing = closing(&lines, closes);
    let words = lines.iter().any(Line::ends_in_hyphen).then(|| lines::words(text));
    let dateline = dateline(&lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut gap = Gap::default();
    let mut before: Option<&Line<'_>> = None;
    for (index, line) in lines.iter().enumerate() {
        if line.text.is_empty() {
            gap.blank += 1;
            continue;
        }
        if page_numbers.as_ref().is_some_and(|marked| marked[index]) {
            gap.has_page_number = true;
            continue;
        }
        let (is_closing, is_dateline) = (closing[index], dateline == Some(index));
        let stands_alone = is_closing || is_dateline;
        match (blocks.last_mut(), before) {
            (Some(block), Some(previous))
                if !stands_alone
                    && !block.is_closing
                    && !block.is_dateline
                    && continues(shape, previous, line, gap) =>
            {
                append(block, line, words.as_ref());
            }
            _ => blocks.push(Block {
                text: line.text.to_owned(),
                gap: if blocks.is_empty() { 0 } else { gap.blank },
                lines: 1,
                span: line.span.clone(),
                is_closing,
                is_dateline,
            }),
        }
        (gap, before) = (Gap::default(), Some(line));
    }
    blocks
}

/// The line that is the dateline behind the title, if one of the first lines is.
fn dateline(lines: &[Line<'_>]) -> Option<usize> {
    let written = lines.iter().enumerate().filter(|(_, line)| !line.text.is_empty());
    let (at, _) =
        written.take(DATELINE_WITHIN).skip(1).find(|(_, line)| metadata::is_date_and_place(line.text))?;
    // A sentence may be broken around a date.
    lines.get(at + 1).is_none_or(|next| !next.begins_in_lower_case()).then_some(at)
}

/// Which lines close a page: not those that a sentence runs into or that run into the next line.
fn closing(lines: &[Line<'_>], closes: impl Fn(&str) -> bool) -> Vec<bool> {
    let says_so: Vec<bool> =
        lines.iter().map(|line| line.text.len() <= LONGEST_CLOSING && closes(line.text)).collect();
    let may_end = |line: &Line<'_>| line.text.is_empty() || line.ends_sentence();
    (0..lines.len())
        .map(|at| {
            says_so[at]
                && (at == 0 || says_so[at - 1] || may_end(&lines[at - 1]))
                && lines.get(at + 1).is_none_or(|next| says_so[at + 1] || next.text.is_empty())
        })
        .collect()
}

fn shape_of(lines: &[Line<'_>]) -> Shape {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.width).filter(|width| *width > 0).collect();
    let count = widths.len();
    if count == 0 {
        return Shape::Plain;
    }
    let total: usize = widths.iter().sum();
    let long: usize = widths.iter().filter(|width| **width > WIDEST_WRAPPED).sum();
    if long * 2 > total {
        return Shape::LineIsParagraph;
    }
    let sentences = lines.iter().filter(|line| line.ends_sentence()).count();
    let has_blank = lines.len() > count;
    if !has_blank && sentences * 10 >= count * 6 {
        return Shape::LineIsParagraph;
    }
    widths.sort_unstable();
    // Nine in ten: a line now and then is longer than the page is wide.
    let width = widths[(count - 1) * 9 / 10];
    if count >= FEWEST_LINES && width >= 40 && sentences * 2 < count {
        Shape::Wrapped { width, blank_ends_page: blank_ends_page(lines) }
    } else {
        Shape::Plain
    }
}

/// Whether at least a third of the blank lines stand amid a sentence.
fn blank_ends_page(lines: &[Line<'_>]) -> bool {
    let (mut all, mut cutting) = (0, 0);
    let mut text = lines.iter().enumerate().filter(|(_, line)| !line.text.is_empty()).peekable();
    while let Some((at, line)) = text.next() {
        if let Some((_, next)) = text.peek().filter(|(next_at, _)| *next_at > at + 1) {
            all += 1;
            cutting += usize::from(line.ends_openly() && next.begins_in_lower_case());
        }
    }
    all > 1 && cutting * 3 >= all
}

/// Whether `line` goes on with the paragraph of `previous`.
fn continues(shape: Shape, previous: &Line<'_>, line: &Line<'_>, gap: Gap) -> bool {
    match shape {
        Shape::Wrapped { width, blank_ends_page } if gap.blank > 0 || gap.has_page_number => {
            // The foot of a page: a full line that stops amid a sentence which the next page goes on with.
            let is_page = blank_ends_page || gap.has_page_number;
            let is_full = previous.width * 10 >= width * 6;
            is_full && previous.ends_openly() && (is_page || line.begins_in_lower_case())
        }
        _ if gap.blank > 0 => false,
        Shape::LineIsParagraph => !previous.ends_sentence() && line.begins_in_lower_case(),
        Shape::Wrapped { width, .. } => {
            let is_broken_early = (previous.width + 1 + line.first_word_width()) * 10 <= width * 9;
            let begins_anew =
                is_broken_early || line.is_indented && !previous.is_indented || line.has_number();
            let ends = previous.ends_sentence() && begins_anew && !line.begins_in_lower_case();
            !ends && !line.has_bullet()
        }
        Shape::Plain => !line.has_bullet(),
    }
}

fn append(block: &mut Block, line: &Line<'_>, words: Option<&HashSet<&str>>) {
    match lines::join_at(&block.text, line.text, words) {
        lines::Join::Close => {}
        lines::Join::Space => block.text.push(' '),
        lines::Join::DropHyphen => {
            block.text.pop();
        }
    }
    block.text.push_str(line.text);
    block.lines += 1;
    block.span.end = line.span.end;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<String> {
        blocks(text, |line| line == "Go back").into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn a_dateline_behind_a_title_stands_alone() {
        for text in [
            "Statement\nat the Lake Forum\n17 November 2021, Dresk\nDear friends,\nthe level has fallen.",
            "Statement\nat the Lake Forum\n\n(17 November 2021, Dresk)\nDear friends,\nthe level has fallen.",
        ] {
            let found = texts(text);
            assert_eq!(found[0], "Statement at the Lake Forum");
            assert!(found[1].contains("17 November 2021, Dresk") && found[1].len() < 28, "{found:?}");
            assert_eq!(found[2], "Dear friends, the level has fallen.");
        }
        assert_eq!(
            texts("It was said on\n17 November 2021, Dresk\nand then denied."),
            ["It was said on 17 November 2021, Dresk and then denied."]
        );
    }

    #[test]
    fn blank_lines_separate_and_single_breaks_join() {
        let found = blocks("\nWe met\nin Dresk.\n\n\nWe agreed.\n", |_| false);
        assert_eq!(found[0].text, "We met in Dresk.");
        assert_eq!((found[0].lines, found[1].gap, found[1].text.as_str()), (2, 2, "We agreed."));
        assert_eq!(found[0].span, 1..17);
    }

    #[test]
    fn unwrapped_lines_are_paragraphs() {
        let long = "The Pact has kept the strait open for trade and for those who fish in it. ".repeat(4);
        let text = format!("{long}\n2.\tA second line.\nwhich goes on\n\nDear friends!\n{long}");
        assert_eq!(texts(&text).len(), 5);
        assert_eq!(texts("We met in Dresk.\nWe agreed.\nWe left.").len(), 3);
    }

    const WRAPPED: &str = "\
It is a special honour for me to speak before the Assembly
of Littoral States on behalf of the Council of the Pact and
of its eleven members. Our thanks go to Mr.
Lindquist-Ahr for the way in which he has chaired it.
The strait must stay open. We have said so in the Port
Serrat Declaration, and we say so again to every State that
sends its ships through it, whether large or small, on behalf of the
12

Council or in a crisis.
 Water, too, is a matter of trust, as the treaty on
Lake Ondra has shown in more than twenty dry summers and
hard winters alike.
• No State may close the locks.
• Every State pays its share.
We thank the Assembly.";

    #[test]
    fn wrapped_text_breaks_where_a_line_is_short_or_indented_and_heals_page_breaks() {
        insta::assert_snapshot!(texts(WRAPPED).join("\n"), @r#"
    It is a special honour for me to speak before the Assembly of Littoral States on behalf of the Council of the Pact and of its eleven members. Our thanks go to Mr. Lindquist-Ahr for the way in which he has chaired it. The strait must stay open. We have said so in the Port Serrat Declaration, and we say so again to every State that sends its ships through it, whether large or small, on behalf of the Council or in a crisis.
    Water, too, is a matter of trust, as the treaty on Lake Ondra has shown in more than twenty dry summers and hard winters alike.
    • No State may close the locks.
    • Every State pays its share.
    We thank the Assembly.
    "#);
    }

    #[test]
    fn a_closing_line_is_never_joined_unless_it_is_a_part_of_a_sentence() {
        assert_eq!(texts("We met.\nGo back\nGo back\n\nin Dresk").len(), 4);
        assert_eq!(texts("We met to\nGo back\nto Dresk"), ["We met to Go back to Dresk"]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_every_span_holds_its_text(text in "[a-z .\n\r-]{0,300}") {
            let found = blocks(&text, |_| false);
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            let joined: String = found.iter().map(|block| block.text.as_str()).collect();
            prop_assert_eq!(letters(&joined), letters(&text));
            for block in &found {
                prop_assert_eq!(letters(&text[block.span.clone()]), letters(&block.text));
            }
        }
    }
}
