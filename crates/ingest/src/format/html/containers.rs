//! The elements around the blocks of a page, and how much text each of them holds.

use std::collections::HashSet;

use super::blocks::Block;
use super::names::{Names, SORTS};
use super::title;

/// How far around a block an element of a sort is: 1 for its own element, and 0 if there is none as far as is told.
pub(super) type Distances = [u8; SORTS + KINDS];

/// Elements whose own name tells what stands in them.
pub(super) const KINDS: usize = 11;

/// Their names, in the order in which [`Distances`] has them behind the sorts of [`super::names`].
pub(super) const KIND_NAMES: [&str; KINDS] =
    ["article", "main", "nav", "aside", "footer", "header", "form", "figure", "table", "list", "section"];

/// An element that breaks lines.
#[derive(Debug, Clone)]
pub(super) struct Container {
    /// The index of the one around it; its own for the outermost.
    pub(super) parent: usize,
    /// How many elements it stands in.
    pub(super) depth: u16,
    /// A number that elements of the same name, classes and parent's shape share.
    pub(super) shape: u32,
    /// What its names and those around it tell.
    pub(super) distances: Distances,
    /// What is known of the text in it.
    pub(super) sums: Sums,
    /// The index behind the last container in it.
    pub(super) end: usize,
    /// How many containers stand directly in it.
    pub(super) children: u16,
}

/// What is known of the text in an element.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    /// Blocks.
    pub(super) blocks: f32,
    /// Letters.
    pub(super) letters: f32,
    /// Letters in links.
    pub(super) linked: f32,
    /// Signs that end sentences.
    pub(super) sentences: f32,
    /// Blocks that read as paragraphs.
    pub(super) paragraphs: f32,
    /// Pictures.
    pub(super) pictures: f32,
    /// What Readability calls its score: of paragraphs in it and in its children, by commas and length.
    pub(super) score: f32,
}

impl Sums {
    fn add(&mut self, other: &Self) {
        self.blocks += other.blocks;
        self.letters += other.letters;
        self.linked += other.linked;
        self.sentences += other.sentences;
        self.paragraphs += other.paragraphs;
        self.pictures += other.pictures;
    }

    /// The part of the letters that are links.
    pub(super) fn density(&self) -> f32 {
        if self.letters > 0.0 { self.linked / self.letters } else { 0.0 }
    }
}

/// The kind of an element by its name, as an index into [`KIND_NAMES`].
pub(super) fn kind(name: &str) -> Option<usize> {
    let name = match name {
        "ul" | "ol" | "dl" => "list",
        "figcaption" => "figure",
        other => other,
    };
    KIND_NAMES.iter().position(|kind| *kind == name)
}

impl Container {
    /// One inside `around`, whose index is `parent`.
    pub(super) fn inside(
        around: Option<(usize, &Self)>,
        own: usize,
        name: &str,
        names: Names,
        shape: u32,
    ) -> Self {
        let mut distances = [0; SORTS + KINDS];
        if let Some((_, around)) = around {
            for (own, outer) in distances.iter_mut().zip(around.distances) {
                *own = if outer == 0 { 0 } else { outer.saturating_add(1) };
            }
        }
        for sort in (0..SORTS).filter(|sort| names.has(*sort)) {
            distances[sort] = 1;
        }
        if let Some(kind) = kind(name) {
            distances[SORTS + kind] = 1;
        }
        Self {
            parent: around.map_or(own, |(parent, _)| parent),
            depth: around.map_or(0, |(_, around)| around.depth + 1),
            shape,
            distances,
            sums: Sums::default(),
            end: own + 1,
            children: 0,
        }
    }
}

/// Sums up what the blocks hold over the containers around them.
pub(super) fn sum_up(containers: &mut [Container], own: impl Iterator<Item = (usize, Sums)>) {
    for (container, sums) in own {
        containers[container].sums.add(&sums);
        // A paragraph counts for what it stands in and, half, for what that stands in.
        let parent = containers[container].parent;
        containers[parent].sums.score += sums.score;
        let above = containers[parent].parent;
        if above != parent {
            containers[above].sums.score += sums.score / 2.0;
        }
    }
    for at in (1..containers.len()).rev() {
        let (sums, end, parent) = (containers[at].sums, containers[at].end, containers[at].parent);
        let around = &mut containers[parent];
        around.sums.add(&sums);
        around.end = around.end.max(end);
        around.children = around.children.saturating_add(1);
    }
}

/// The container of the highest score, less what is linked in it.
pub(super) fn best(containers: &[Container]) -> usize {
    let worth = |at: &usize| containers[*at].sums.score * (1.0 - containers[*at].sums.density());
    (0..containers.len()).max_by(|one, other| worth(one).total_cmp(&worth(other))).unwrap_or(0)
}

/// A page taken apart: blocks, what is around each, and the elements that hold them.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// What a reader sees as paragraphs.
    pub(super) blocks: Vec<Block>,
    /// Of each block what its markup says besides.
    pub(super) settings: Vec<Setting>,
    /// The elements that break lines, each before those in it.
    pub(super) containers: Vec<Container>,
    /// What is said instead of pictures, as [`legend`] has it.
    pub(super) legends: HashSet<String>,
}

/// Letters by which a text that stands below a picture and instead of it is recognised.
const LEGEND: usize = 40;

/// The fewest letters that aren't said below and instead of a picture by chance.
const SHORTEST_LEGEND: usize = 15;

/// The letters at the beginning of a text, by which what is said instead of a picture is found below it again; none if
/// they are too few.
pub(super) fn legend(text: &str) -> Option<String> {
    let letters: String = title::letters(text).take(LEGEND).collect();
    (letters.len() >= SHORTEST_LEGEND).then_some(letters)
}

/// What the markup around a block says, besides what every reader of blocks needs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// The index of the innermost container.
    pub(super) container: usize,
    /// What the names of inline elements around all of it tell.
    pub(super) inline: Names,
    /// How many links are in it.
    pub(super) links: u16,
    /// The part of its letters that is bold.
    pub(super) bold: f32,
    /// The part of its letters that is in italics.
    pub(super) italic: f32,
    /// Pictures since the block before.
    pub(super) pictures: u16,
    /// Whether it is one of several lines that stood in one paragraph.
    pub(super) broken: bool,
}
