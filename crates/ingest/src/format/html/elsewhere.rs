//! The text of pages that show it only once scripts have run: in their JSON-LD, or set aside for readers without them.

use std::collections::HashSet;

use scraper::{ElementRef, Html};
use verbale_statement::ParagraphRole;

use super::blocks::{self, Block};
use super::measures::Measures;

/// The fewest letters that are the text of a page rather than a notice.
const FEWEST: usize = 400;

/// A page that shows this part of what it states elsewhere has not left it to scripts.
const SHOWN: f32 = 0.3;

/// The text that stands elsewhere in a page, if `shown`, what was taken for its text, has but little of it, behind those
/// paragraphs of `shown` that it hasn't. `stated` is the text in its JSON-LD.
pub(super) fn text(page: &Html, stated: Option<&str>, shown: &[Block]) -> Option<Vec<Block>> {
    let letters = |blocks: &[Block]| blocks.iter().map(|block| letters(&block.text)).sum::<usize>();
    #[expect(clippy::cast_precision_loss, reason = "a ratio needs no more than f32 holds")]
    let enough = |found: &[Block]| {
        let found = letters(found);
        found >= FEWEST && (letters(shown) as f32) < SHOWN * found as f32
    };
    if letters(shown) > FEWEST && stated.is_none_or(|stated| stated.len() < letters(shown)) {
        return None;
    }
    let linked = stated.map(paragraphs).filter(|blocks| enough(blocks));
    let found = linked.or_else(|| {
        let aside = page.root_element().descendent_elements().filter(is_set_aside);
        let texts = aside.map(|element| fragment(&element.text().collect::<String>()));
        texts.max_by_key(|blocks| letters(blocks)).filter(|blocks| enough(blocks))
    })?;
    let opening = shown.iter().filter(|block| {
        Measures::of(&block.text).is_paragraph(block.linked)
            && !found.iter().any(|other| other.text.contains(&block.text))
    });
    Some(opening.cloned().chain(found.iter().cloned()).collect())
}

fn is_set_aside(element: &ElementRef<'_>) -> bool {
    match element.value().name() {
        "noscript" => true,
        "script" => element.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("text/template")),
        _ => false,
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The paragraphs of a text that may be marked up, or have them on lines of their own.
fn paragraphs(text: &str) -> Vec<Block> {
    if text.contains("</") || text.contains("&lt;/") {
        return fragment(text);
    }
    let lines = text.lines().map(super::lines::collapsed).filter(|line| !line.is_empty());
    lines
        .map(|text| Block {
            text,
            role: ParagraphRole::Body,
            level: None,
            linked: 0.0,
            aside: false,
            banner: false,
            language: None,
        })
        .collect()
}

/// The blocks of a piece of a page; none if it is nested deeper than is read.
fn fragment(source: &str) -> Vec<Block> {
    if super::depth::check(source).is_err() {
        return Vec::new();
    }
    let read = |source: &str| blocks::blocks(Html::parse_fragment(source).root_element(), &HashSet::new());
    match &read(source)[..] {
        // It was escaped once more than its place asks for.
        [only] if only.text.contains("</") => read(&only.text),
        blocks => blocks.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &str, stated: Option<&str>) -> Vec<String> {
        let page = Html::parse_document(page);
        let shown = blocks::blocks(page.root_element(), &HashSet::new());
        text(&page, stated, &shown).unwrap_or_default().into_iter().map(|block| block.text).collect()
    }

    fn paragraph() -> String {
        "The strait stays open to the ships of every State, and to those who fish in it. ".repeat(10)
    }

    #[test]
    fn a_text_that_only_scripts_show_is_found() {
        let text = paragraph();
        let two = format!("{text}\n\nThat is all.");
        assert_eq!(found("<p>Loading …", Some(&two)), [text.trim(), "That is all."]);
        let marked = format!("<p>{text}</p><p>That is all.</p>");
        assert_eq!(found("<p>Loading …", Some(&marked)), [text.trim(), "That is all."]);
        let page = format!("<p>Loading …<noscript>{marked}</noscript>");
        assert_eq!(found(&page, None), [text.trim(), "That is all."]);
    }

    #[test]
    fn a_text_that_the_page_shows_is_taken_from_there() {
        let text = paragraph();
        assert_eq!(found(&format!("<p>{text}"), Some(&text)), Vec::<String>::new());
        assert_eq!(found("<p>Short", Some("Shorter still")), Vec::<String>::new());
    }
}
