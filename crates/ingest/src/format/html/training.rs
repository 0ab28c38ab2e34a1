//! What the choice of a page's text is learned from: the blocks of a page with their features.
//!
//! Only `benches/extraction/train.py` needs this, by way of `examples/blocks.rs`; what it learns is compiled in.

use std::collections::HashSet;

use scraper::Html;

use super::content;
use super::features::{self, Stated};
use super::{blocks, facts, smoothing, title};
use crate::charset;

/// A block of a page as the choice sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Described {
    /// Its text.
    pub text: String,
    /// Its features, in the order of [`names`].
    pub features: Vec<f32>,
}

/// The names of the features: of the first look, and of what the second look adds.
pub fn names() -> (Vec<String>, Vec<String>) {
    (features::names(), smoothing::NAMES.map(str::to_owned).to_vec())
}

/// The blocks of a page in reading order. Where `judged` gives for each how likely the first look takes it for part of
/// the text, from 0 to 1, the features are what the second look adds; else those of the first look.
///
/// A page that can't be decoded has none.
pub fn blocks(page: &[u8], judged: Option<&[f32]>) -> Vec<Described> {
    let Ok(decoded) = charset::decode_page(page) else { return Vec::new() };
    let html = Html::parse_document(&decoded.text);
    let facts = facts::facts(&html);
    let mut page = blocks::page(html.root_element(), &HashSet::new());
    let titled = title::title(&facts, &page.blocks);
    let title = titled.title.as_ref().map(|(title, _)| title.as_str());
    let stated = Stated { title, description: facts.description.as_deref() };
    let rows = content::rows(&mut page, stated, judged);
    page.blocks
        .into_iter()
        .zip(rows)
        .map(|(block, features)| Described { text: block.text, features })
        .collect()
}
