//! What has to be known of a whole page before any of its blocks can be described.

use std::collections::HashMap;

use verbale_statement::ParagraphRole;

use super::containers::{self, Container, Page, Sums};
use super::features::{Stated, flag};
use super::measures::Measures;
use super::title::letters;

/// How many blocks away something is told at most.
pub(super) const FAR: usize = 40;

/// A page with what has to be known of all of it before a block can be described.
pub(super) struct Survey<'a> {
    pub(super) page: &'a Page,
    pub(super) measures: &'a [Measures],
    pub(super) repeated: HashMap<&'a str, usize>,
    /// By shape of their container: blocks, letters, letters in links, paragraphs.
    pub(super) alike: HashMap<u32, Sums>,
    /// Containers of one shape in one parent.
    pub(super) siblings: HashMap<(usize, u32), usize>,
    pub(super) best: usize,
    pub(super) spine: usize,
    /// Letters of paragraphs before each block, and of all behind the last.
    pub(super) mass: Vec<f32>,
    pub(super) is_title: Vec<bool>,
    pub(super) described: Vec<bool>,
    pub(super) paragraph: Vec<bool>,
    pub(super) before: Vec<Before>,
    pub(super) after: Vec<usize>,
}

/// How far back something stands, in blocks, up to [`FAR`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    pub(super) paragraph: usize,
    pub(super) title: usize,
    pub(super) heading: usize,
    pub(super) pointer: usize,
    pub(super) comments: usize,
    /// The heading.
    pub(super) heading_at: Option<usize>,
}

pub(super) const CREDIT: u16 = 1;
pub(super) const POINTER: u16 = 4;
pub(super) const APPEAL: u16 = 8;
pub(super) const COMMENTS: u16 = 32;

impl<'a> Survey<'a> {
    pub(super) fn of(page: &'a Page, measures: &'a [Measures], stated: Stated<'_>) -> Self {
        let mut repeated: HashMap<&str, usize> = HashMap::new();
        let mut alike: HashMap<u32, Sums> = HashMap::new();
        let mut siblings = HashMap::new();
        let mut mass = vec![0.0];
        for ((block, setting), measures) in page.blocks.iter().zip(&page.settings).zip(measures) {
            *repeated.entry(&block.text).or_default() += 1;
            let paragraph = measures.is_paragraph(block.linked);
            let own = alike.entry(page.containers[setting.container].shape).or_default();
            own.blocks += 1.0;
            own.letters += measures.letters;
            own.linked += measures.letters * block.linked;
            own.paragraphs += flag(paragraph);
            mass.push(mass[mass.len() - 1] + if paragraph { measures.letters } else { 0.0 });
        }
        for container in &page.containers {
            *siblings.entry((container.parent, container.shape)).or_default() += 1;
        }
        let title = stated.title.map(letters).map(String::from_iter).filter(|title| !title.is_empty());
        let description =
            stated.description.map(letters).map(String::from_iter).filter(|text| text.len() >= 30);
        let opening: Option<String> = description.as_ref().map(|text| text.chars().take(40).collect());
        let short = |text: &str| title.as_ref().is_some_and(|title| text.len() <= 2 * title.len() + 20);
        let is_title: Vec<bool> = page
            .blocks
            .iter()
            .map(|block| {
                short(&block.text)
                    && title.as_ref().is_some_and(|title| title.chars().eq(letters(&block.text)))
            })
            .collect();
        let described = page
            .blocks
            .iter()
            .map(|block| {
                let Some((description, opening)) = description.as_ref().zip(opening.as_ref()) else {
                    return false;
                };
                block.text.len() >= 30 && {
                    let own = String::from_iter(letters(block.text.get(..400).unwrap_or(&block.text)));
                    own.contains(opening.as_str()) || own.len() >= 30 && description.contains(&own)
                }
            })
            .collect();
        let paragraph: Vec<bool> =
            page.blocks.iter().zip(measures).map(|(block, own)| own.is_paragraph(block.linked)).collect();
        let mut before = Vec::with_capacity(page.blocks.len());
        let mut now = Before {
            paragraph: FAR,
            title: FAR,
            heading: FAR,
            pointer: FAR,
            comments: FAR,
            heading_at: None,
        };
        for at in 0..page.blocks.len() {
            before.push(now);
            let next = |since: usize, here: bool| if here { 0 } else { (since + 1).min(FAR) };
            let own = &measures[at];
            let heading = page.blocks[at].role == ParagraphRole::Heading;
            let short = own.letters <= 60.0;
            now = Before {
                paragraph: next(now.paragraph, paragraph[at]),
                title: next(now.title, is_title[at]),
                heading: next(now.heading, heading),
                pointer: next(now.pointer, short && own.phrases & POINTER != 0),
                comments: next(now.comments, short && own.phrases & COMMENTS != 0),
                heading_at: if heading { Some(at) } else { now.heading_at },
            };
        }
        let mut after = vec![FAR; page.blocks.len()];
        let mut since = FAR;
        for at in (0..page.blocks.len()).rev() {
            after[at] = since;
            since = if paragraph[at] { 0 } else { (since + 1).min(FAR) };
        }
        let best = containers::best(&page.containers);
        Self {
            best,
            spine: spine(&page.containers),
            page,
            measures,
            repeated,
            alike,
            siblings,
            mass,
            is_title,
            described,
            paragraph,
            before,
            after,
        }
    }

    /// How many steps up from `container` it takes to hold `main`, and how many down from there to it.
    pub(super) fn apart(&self, container: usize, main: usize) -> (usize, usize) {
        let holds = |outer: usize, inner: usize| outer <= inner && inner < self.page.containers[outer].end;
        let depth = |at: usize| usize::from(self.page.containers[at].depth);
        let mut common = main;
        let mut steps = 0;
        while !holds(common, container) {
            common = self.page.containers[common].parent;
            steps += 1;
        }
        (steps, depth(container) - depth(common))
    }
}

/// The innermost container that still holds most of the paragraphs.
fn spine(containers: &[Container]) -> usize {
    let mut at = 0;
    loop {
        let Some(container) = containers.get(at) else { return 0 };
        let enough = container.sums.paragraphs * 0.8;
        let mut child = at + 1;
        let mut next = None;
        while child < container.end {
            if containers[child].sums.paragraphs >= enough && enough > 0.0 {
                next = Some(child);
                break;
            }
            child = containers[child].end;
        }
        match next {
            Some(next) => at = next,
            None => return at,
        }
    }
}
