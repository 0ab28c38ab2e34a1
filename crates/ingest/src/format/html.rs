//! Web pages.
//!
//! A page is parsed once; its blocks are the paragraphs a reader sees. Which of them are the text, the profile of the
//! site says or, where there is none, the generic extraction. What the page says about itself comes from the text
//! first, then from its head, then from the lines between title and text.

mod blocks;
mod content;
mod depth;
mod facts;
mod lines;
mod select;
mod table;
mod title;
mod trim;

use std::collections::HashSet;

use scraper::{ElementRef, Html};
use url::Url;
use verbale_statement::PartialDate;

use self::blocks::Block;
use self::facts::Facts;
use super::FormatError;
use crate::draft::{Draft, DraftParagraph};
use crate::metadata::{self, date};
use crate::site::{Profile, Profiles};

/// Takes the statement out of a decoded page.
///
/// # Errors
/// [`FormatError::NoText`] if the page shows no text, [`FormatError::Nesting`] if it is nested too deep to be read.
pub(crate) fn extract(page: &str, profiles: &Profiles) -> Result<Draft, FormatError> {
    depth::check(page)?;
    let html = Html::parse_document(page);
    let facts = facts::facts(&html);
    let profile = profile(&html, &facts, profiles);
    let all = blocks::blocks(html.root_element(), &HashSet::new());
    let mut titled = title::title(&facts, &all);
    if let Some(own) = profile.and_then(|profile| selected(&html, profile.select.title.as_deref())) {
        titled.title = Some(text_of(own)).filter(|title| !title.is_empty()).or(titled.title);
    }
    let shown = titled.title.as_deref().and_then(|title| date_near(title, &all));
    let mut text = profile
        .and_then(|profile| body(&html, profile))
        .filter(|blocks| !blocks.is_empty())
        .unwrap_or_else(|| content::text_blocks(page, all));
    trim::trim(&mut text, profiles);
    if text.is_empty() {
        return Err(FormatError::NoText);
    }
    let mut draft = Draft {
        url: facts.url,
        title: titled.title,
        language: facts.language,
        organisation: profile.map(|profile| profile.organisation.clone()).or(facts.publisher).or(titled.site),
        paragraphs: text.into_iter().map(paragraph).collect(),
        ..Draft::default()
    };
    metadata::complete(&mut draft);
    let stated =
        profile.and_then(|profile| selected(&html, profile.select.date.as_deref())).and_then(facts::stamp_of);
    draft.date = draft.date.or(stated).or(facts.date).or(shown);
    Ok(draft)
}

fn paragraph(block: Block) -> DraftParagraph {
    DraftParagraph { text: block.text, role: block.role, speaker: None, language: block.language }
}

/// The profile of the page's site, by its address or else by the profile's marks.
fn profile<'a>(html: &Html, facts: &Facts, profiles: &'a Profiles) -> Option<&'a Profile> {
    let url = facts.url.as_deref().and_then(|url| Url::parse(url).ok());
    match url.as_ref().and_then(Url::host_str) {
        Some(host) => profiles.of_host(host),
        None => profiles
            .iter()
            .find(|profile| profile.marks.iter().any(|mark| select::first(html, mark).is_some())),
    }
}

fn selected<'a>(html: &'a Html, selector: Option<&str>) -> Option<ElementRef<'a>> {
    select::first(html, selector?)
}

/// The blocks of the element that the profile names.
fn body(html: &Html, profile: &Profile) -> Option<Vec<Block>> {
    let root = selected(html, profile.select.body.as_deref())?;
    let dropped = profile
        .select
        .drop
        .as_deref()
        .map(|selector| select::all(html, selector).map(|element| element.id()).collect());
    Some(blocks::blocks(root, &dropped.unwrap_or_default()))
}

fn text_of(element: ElementRef<'_>) -> String {
    lines::collapsed(&element.text().collect::<Vec<_>>().join(" "))
}

/// How many blocks behind the title its date is looked for.
const NEAR: usize = 5;

/// The longest line, in bytes, that is taken for one about the page: "12 March 2019 | Views: 2,418".
const LONGEST_INFO: usize = 200;

/// The only day that the short lines around the heading name, if the heading stands in the page.
fn date_near(title: &str, all: &[Block]) -> Option<PartialDate> {
    let at = all.iter().rposition(|block| block.level.is_some() && title::same(&block.text, title))?;
    let after = all[at + 1..].iter().take(NEAR);
    let before = all[..at].iter().rev().take(1);
    after.chain(before).filter(|block| block.text.len() <= LONGEST_INFO).find_map(|block| {
        let days = date::days(&block.text);
        // A sentence that mentions a day is no line about the page.
        let letters = block.text.chars().filter(|c| c.is_alphabetic()).count();
        match days.as_slice() {
            [only] if letters < 100 && (only.span.start < 40 || only.span.end + 20 > block.text.len()) => {
                Some(only.date)
            }
            _ => None,
        }
    })
}
