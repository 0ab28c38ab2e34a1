//! Which blocks of a page are its text, where no site profile says it.
//!
//! dom_smoothie (Mozilla's Readability) finds the main content, but of that drops short salutations, lists and
//! headings that look like furniture to it. So its result only says where the text begins and ends; what lies between
//! is taken from the page itself.

use std::collections::HashSet;

use dom_smoothie::{Config, Readability};
use scraper::Html;

use super::blocks::{Block, blocks};

/// Pages of more elements are left to the simple rule alone: Readability scores take time that grows faster than they.
const MOST_ELEMENTS: usize = 50_000;

/// Longer pages, in bytes, are left to it as well: writing out one long text with many signs to escape takes time in the
/// square of its length.
const LONGEST_SOURCE: usize = 2 << 20;

/// How many letters a block needs to be recognised on its own; shorter ones occur all over a page.
const TELLING: usize = 25;

/// From this part of links on, a block is navigation.
const MOSTLY_LINKS: f32 = 0.6;

/// Letters at the ends of a block by which it is recognised although its end or beginning was cut off.
const ENDS: usize = 40;

/// The blocks of `all` that are the text of the page `source`.
pub(super) fn text_blocks(source: &str, all: Vec<Block>) -> Vec<Block> {
    let readable = Readable::of(source);
    let telling: Vec<usize> = (0..all.len())
        .filter(|&at| squeezed(&all[at].text).chars().count() >= TELLING && readable.has(&all[at]))
        .collect();
    let (Some(&first), Some(&last)) = (telling.first(), telling.last()) else {
        return all.into_iter().filter(|block| !block.aside && block.linked < MOSTLY_LINKS).collect();
    };
    let before = all[..first].iter().rev().take_while(|block| readable.has(block)).count();
    let after = all[last + 1..].iter().take_while(|block| readable.has(block)).count();
    let range = first - before..last + 1 + after;
    all.into_iter()
        .enumerate()
        .filter(|(at, block)| {
            range.contains(at) && (readable.has(block) || !block.aside && block.linked < MOSTLY_LINKS)
        })
        .map(|(_, block)| block)
        .collect()
}

/// What Readability takes for the text, as keys by which its blocks are found again in the page.
struct Readable {
    keys: HashSet<String>,
}

impl Readable {
    fn of(source: &str) -> Self {
        if source.len() > LONGEST_SOURCE {
            return Self { keys: HashSet::new() };
        }
        let config =
            Config { max_elements_to_parse: MOST_ELEMENTS, disable_json_ld: true, ..Config::default() };
        let article = Readability::new(source, None, Some(config)).and_then(|mut page| page.parse());
        let found = article.map(|article| {
            let content = Html::parse_fragment(&article.content);
            blocks(content.root_element(), &HashSet::new())
        });
        Self { keys: found.unwrap_or_default().iter().flat_map(keys).collect() }
    }

    fn has(&self, block: &Block) -> bool {
        keys(block).iter().any(|key| self.keys.contains(key))
    }
}

/// The block's letters, and for a long one those at its beginning and at its end.
fn keys(block: &Block) -> Vec<String> {
    let whole = squeezed(&block.text);
    let length = whole.chars().count();
    if length < 2 * ENDS {
        return vec![whole];
    }
    let beginning = whole.chars().take(ENDS).chain(['…']).collect();
    let end = std::iter::once('…').chain(whole.chars().skip(length - ENDS)).collect();
    vec![beginning, end]
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
