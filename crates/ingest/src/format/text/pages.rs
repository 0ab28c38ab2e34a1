//! Several pages of a site that were copied into one file, one after the other.
//!
//! Such a file shows itself by the lines that close the site's pages ("Back to the section"), and only then is
//! it taken apart. A page either stands whole, from its title, repeated with the date behind it, to its closing
//! lines; or it is a lead alone, parted from the next by at least two blank lines. Such gaps occur inside whole
//! pages, too, and before a dateline or a salutation, so they part nothing there.

use super::{Block, salutation, title};

/// How many blank lines part one page from the next.
const GAP: usize = 2;

/// The pages of a text as runs of its blocks, without the lines that close them; the whole text as one page if
/// nothing closes a page in it.
pub(super) fn split(blocks: &[Block]) -> Vec<&[Block]> {
    if !blocks.iter().any(|block| block.is_closing) {
        return vec![blocks];
    }
    let mut pages = Vec::new();
    let (mut start, mut is_whole) = (0, false);
    for (index, block) in blocks.iter().enumerate() {
        let is_second_of_page = is_whole && index == start + 1;
        if block.is_closing {
            pages.push(&blocks[start..index]);
            (start, is_whole) = (index + 1, false);
        } else if is_headed(&blocks[index..]) && !is_second_of_page {
            pages.push(&blocks[start..index]);
            (start, is_whole) = (index, true);
        } else if !is_whole && block.gap >= GAP && begins_page(block) && is_complete(&blocks[start..index]) {
            pages.push(&blocks[start..index]);
            start = index;
        }
    }
    pages.push(&blocks[start..]);
    pages.retain(|page| !page.is_empty());
    pages
}

/// Whether a whole page begins: with a title that is repeated, with or without a date, or that has a date glued
/// behind it.
fn is_headed(blocks: &[Block]) -> bool {
    let [first, rest @ ..] = blocks else { return false };
    if !title::is_short(first) {
        return false;
    }
    let is_repeated = rest.first().is_some_and(|second| {
        second.text.strip_prefix(&first.text).is_some_and(|rest| rest.is_empty() || is_date(rest))
    });
    is_repeated
        || title::and_date(&first.text).is_some_and(|(title, _)| title.ends_with(char::is_alphanumeric))
}

/// Whether a block behind a gap can begin a page: not with a dateline, a salutation or in the middle of a title.
fn begins_page(block: &Block) -> bool {
    let begins_low = block.text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    let is_aside = block.text.starts_with('(') && block.text.ends_with(')');
    !(begins_low || is_aside || is_date(&block.text) || salutation::begins(&block.text))
}

/// Whether a page can end here: not if all it has is a title.
fn is_complete(page: &[Block]) -> bool {
    !matches!(page, [only] if title::is_short(only) && only.text.ends_with(char::is_alphanumeric))
}

fn is_date(text: &str) -> bool {
    title::and_date(text).is_some_and(|(rest, _)| rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::layout::blocks;
    use super::*;

    fn pages(text: &str) -> Vec<Vec<String>> {
        let blocks = blocks(text, |line| matches!(line, "Go back" | "Back to the section"));
        let texts = |page: &[Block]| page.iter().map(|block| block.text.clone()).collect();
        split(&blocks).into_iter().map(texts).collect()
    }

    const FILE: &str = "
On 2 May 2022 the Pact met students from Dresk.


Let me thank the Assembly for this invitation.

The strait is open.


Mira Tolvane, the Secretary General, told a newspaper what she thinks.

The Secretary General spoke in Halvern

The Secretary General spoke in Halvern 17.11.2021


of the Secretary General
to the Council

(17 November 2021, Halvern)


Dear friends!

Thank you.


Now to the strait.

Go back

Back to the section

The Council met in Dresk 03.02.2022

The Council met.
";

    #[test]
    fn leads_and_whole_pages_come_apart_where_they_should() {
        let pages = pages(FILE);
        let heads: Vec<_> = pages.iter().map(|page| (page.len(), page[0].as_str())).collect();
        insta::assert_debug_snapshot!(heads, @r#"
        [
            (
                1,
                "On 2 May 2022 the Pact met students from Dresk.",
            ),
            (
                2,
                "Let me thank the Assembly for this invitation.",
            ),
            (
                1,
                "Mira Tolvane, the Secretary General, told a newspaper what she thinks.",
            ),
            (
                7,
                "The Secretary General spoke in Halvern",
            ),
            (
                2,
                "The Council met in Dresk 03.02.2022",
            ),
        ]
        "#);
    }

    #[test]
    fn without_closing_lines_a_text_is_one_page() {
        let text = FILE.replace("Go back", "").replace("Back to the section", "");
        assert_eq!(pages(&text).len(), 1);
    }

    #[test]
    fn a_title_alone_is_no_page() {
        assert_eq!(pages("The Grey Strait\n\n\nWe met in Dresk.\n\nGo back").len(), 1);
    }
}
