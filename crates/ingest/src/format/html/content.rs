//! Which blocks of a page are its text, where no site profile says it.
//!
//! Each block is judged twice by boosted trees ([`super::model`]): by its own text, its markup, what it stands in and
//! what stands beside it ([`super::features`]); and once more with what the blocks around it were judged to be
//! ([`super::smoothing`]). The trees were learned from pages of all kinds in several languages, of which people have
//! marked what is to be kept and what is not; no word of a language is a feature of its own.

use std::sync::LazyLock;

use super::blocks::Block;
use super::containers::Page;
use super::features::{self, Stated};
use super::model::Model;
use super::smoothing;
use super::title;

/// From how likely on, by the second look, a block is part of the text.
const LIKELY: f32 = 0.5;

/// From this part of links on, a block is navigation, where nothing on a page is likely to be its text.
const MOSTLY_LINKS: f32 = 0.6;

/// The longest line, in bytes, that only heads the page.
const LONGEST_HEAD: usize = 60;

/// From this length on, in bytes, a block is the beginning of the text, and no line above it.
const OPENING: usize = 150;

#[expect(
    clippy::expect_used,
    reason = "no input reaches this: the models are compiled in, and a test reads them"
)]
static LOOKS: LazyLock<(Model, Model)> = LazyLock::new(|| {
    let mut columns = features::names();
    let first = Model::read(include_str!("model/first.txt"), &columns).expect("a well-formed model");
    columns.extend(smoothing::NAMES.map(str::to_owned));
    (first, Model::read(include_str!("model/second.txt"), &columns).expect("a well-formed model"))
});

/// The blocks of a page that are its text.
pub(super) fn text_blocks(mut page: Page, stated: Stated<'_>) -> Vec<Block> {
    let likely = judge(&mut page, stated);
    if likely.iter().all(|likely| *likely < LIKELY) {
        return page.blocks.into_iter().filter(|block| !block.aside && block.linked < MOSTLY_LINKS).collect();
    }
    let kept = page.blocks.into_iter().zip(likely).filter(|(_, likely)| *likely >= LIKELY);
    let mut text: Vec<Block> = kept.map(|(block, _)| block).collect();
    // The clock of a site and the like are no part of a text that begins below what heads the page.
    let heads = text.iter().take_while(|block| block.banner && block.text.len() <= LONGEST_HEAD).count();
    if text.get(heads).is_some_and(|block| !block.banner) {
        text.drain(..heads);
    }
    // The title is told apart, however often a template puts it above the text.
    let is_title = |block: &Block| {
        block.level == Some(1)
            || stated
                .title
                .is_some_and(|title| block.text.len() <= 2 * title.len() && title::same(&block.text, title))
    };
    let opening = text.iter().take_while(|block| block.text.len() < OPENING || is_title(block)).count();
    if stated.title.is_some() && opening < text.len() {
        let mut at = 0;
        text.retain(|block| {
            at += 1;
            at > opening || !is_title(block)
        });
    }
    text
}

/// How likely each block is part of the text, from 0 to 1.
fn judge(page: &mut Page, stated: Stated<'_>) -> Vec<f32> {
    let (first, second) = &*LOOKS;
    let features = features::features(page, stated);
    let judged: Vec<f32> = (0..page.blocks.len()).map(|at| first.judge(features.row(at))).collect();
    let around = smoothing::smoothing(page, &judged, &features.letters);
    let mut row = Vec::new();
    around
        .iter()
        .enumerate()
        .map(|(at, around)| {
            row.clear();
            row.extend_from_slice(features.row(at));
            row.extend_from_slice(around);
            second.judge(&row)
        })
        .collect()
}

/// The features of each block: those of the first look or, given what it judged, those that the second look adds.
pub(super) fn rows(page: &mut Page, stated: Stated<'_>, judged: Option<&[f32]>) -> Vec<Vec<f32>> {
    let features = features::features(page, stated);
    match judged {
        Some(judged) => {
            smoothing::smoothing(page, judged, &features.letters).into_iter().map(Vec::from).collect()
        }
        None => (0..page.blocks.len()).map(|at| features.row(at).to_vec()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use scraper::Html;

    use super::super::blocks;
    use super::*;

    fn page(source: &str) -> Page {
        blocks::page(Html::parse_document(source).root_element(), &HashSet::new())
    }

    fn text(source: &str) -> Vec<String> {
        let stated = Stated { title: Some("On nets"), description: None };
        text_blocks(page(source), stated).into_iter().map(|block| block.text).collect()
    }

    const SENTENCES: &str = "The strait stays open to the ships of every State, and to those who fish in it. \
        What was measured is published, and what is published can be argued with.";

    #[test]
    fn every_feature_has_a_name_and_every_block_a_row() {
        let mut page = page(&format!("<h1>On nets</h1><p>{SENTENCES}</p>"));
        let widths: Vec<usize> = rows(&mut page, Stated::default(), None).iter().map(Vec::len).collect();
        assert_eq!(widths, [features::names().len(); 2]);
        let around = rows(&mut page, Stated::default(), Some(&[0.5, 0.5]));
        assert_eq!(around[0].len(), smoothing::NAMES.len());
    }

    #[test]
    fn what_is_around_a_text_is_left_out() {
        let paragraph = format!("<p>{SENTENCES}</p>");
        let source = format!(
            "<ul class=menu><li><a href=/>Home</a><li><a href=/news>News</a></ul><h1>On nets</h1>
            <div class=article-body>{paragraph}{paragraph}<h2>What follows</h2>{paragraph}</div>
            <div class=share-buttons><a href=x>Facebook</a> <a href=y>Telegram</a></div>
            <div class=related><h3>Read also</h3><ul><li><a href=/1>Other boats</a><li><a href=/2>Nets</a></ul></div>
            <footer>© Ministry of the Strait. All rights reserved.</footer>"
        );
        assert_eq!(text(&source), [SENTENCES, SENTENCES, "What follows", SENTENCES]);
    }

    #[test]
    fn a_page_of_little_but_links_still_gives_what_it_has() {
        let text = text("<p><a href=/a>Nets</a> <a href=/b>Boats</a></p><p>Closed.</p>");
        assert_eq!(text, ["Closed."]);
    }
}
