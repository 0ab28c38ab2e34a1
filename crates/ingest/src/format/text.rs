//! Plain text: the statement of a speech, or several pages of a site one after the other.

mod furniture;
mod layout;
mod lines;
mod pages;
mod salutation;
mod title;

use verbale_statement::{Evidence, ParagraphRole, Provenance};

use crate::draft::{Draft, DraftParagraph};
use crate::identity::sha256;
use crate::metadata::{date, is_delivery_note};
use crate::site::Sites;

use layout::Block;

/// The statements in a text: one, unless closing lines of a known site's pages show that it is several pages.
pub(crate) fn extract(text: &str, sites: &Sites) -> Vec<Draft> {
    let blocks = layout::blocks(text, |line| closes_page(line, sites));
    let pages = pages::split(&blocks);
    if let [only] = pages[..] {
        return vec![draft(only)];
    }
    (1..)
        .zip(pages)
        .map(|(part, page)| Draft {
            part: Some(part),
            sha256: Some(sha256(&text.as_bytes()[span(page)])),
            ..draft(page)
        })
        .collect()
}

/// The paragraphs of a text that is a value inside a record.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    layout::blocks(text, |_| false).into_iter().map(|block| block.text).collect()
}

/// Whether a line closes the page of a known site. Amid a sentence that was broken into lines, the same words are
/// only words.
fn closes_page(line: &str, sites: &Sites) -> bool {
    !line.starts_with(char::is_lowercase) && !line.ends_with(['.', ',']) && sites.is_leftover(line)
}

fn draft(blocks: &[Block]) -> Draft {
    let notes = blocks.iter().take_while(|block| is_delivery_note(&block.text)).count();
    let blocks = if notes < blocks.len() { &blocks[notes..] } else { blocks };
    let title = title::of(blocks);
    let body = if title.is_some() { &blocks[1..] } else { blocks };
    let paragraphs = body.iter().map(|block| DraftParagraph::new(&block.text, ParagraphRole::Body));
    let dated = title.as_deref().and_then(title::and_date).filter(|(title, _)| !title.is_empty());
    let (title, date) = match dated {
        Some((title, date)) => (Some(title.to_owned()), date::stamp(date, date::Order::Unknown)),
        None => (title, None),
    };
    let provenance = Provenance {
        title: title.as_ref().map(|_| Evidence::Heading),
        date: date.map(|_| Evidence::Title),
        ..Provenance::default()
    };
    Draft { title, date, provenance, paragraphs: paragraphs.collect(), ..Draft::default() }
}

fn span(page: &[Block]) -> std::ops::Range<usize> {
    match page {
        [first, .., last] => first.span.start..last.span.end,
        [only] => only.span.clone(),
        [] => 0..0,
    }
}
