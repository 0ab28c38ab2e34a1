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

/// From how likely on, by the second look, a block is part of the text.
const LIKELY: f32 = 0.5;

/// From this part of links on, a block is navigation, where nothing on a page is likely to be its text.
const MOSTLY_LINKS: f32 = 0.6;

/// The longest line, in bytes, that only heads the page.
const LONGEST_HEAD: usize = 60;

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
    if heads < text.len() && !text[heads].banner {
        text.drain(..heads);
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
