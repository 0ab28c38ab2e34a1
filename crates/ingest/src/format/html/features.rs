//! What is known of each block before it is judged: figures of its text, its markup, what it stands in, what stands
//! beside it, and where.

use super::containers::{self, KIND_NAMES, Page, Sums};
use super::measures::Measures;
use super::names;
use super::phrases;
use super::survey::Survey;

/// What the head of a page says of its text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stated<'a> {
    /// The title.
    pub(super) title: Option<&'a str>,
    /// What it is about.
    pub(super) description: Option<&'a str>,
}

/// One row of figures for each block.
#[derive(Debug, Default)]
pub(super) struct Features {
    values: Vec<f32>,
    width: usize,
    /// The letters of each block.
    pub(super) letters: Vec<f32>,
}

impl Features {
    /// The row of the block `at`.
    pub(super) fn row(&self, at: usize) -> &[f32] {
        &self.values[at * self.width..(at + 1) * self.width]
    }
}

/// A figure's logarithm, which tells ten from twenty as it tells a hundred from two hundred.
pub(super) fn log(value: f32) -> f32 {
    (1.0 + value).ln()
}

/// 1 or 0.
pub(super) fn flag(value: bool) -> f32 {
    f32::from(u8::from(value))
}

/// A number of blocks or the like as a figure.
#[expect(clippy::cast_precision_loss, reason = "blocks are fewer than f32 can count")]
pub(super) fn count(value: usize) -> f32 {
    value as f32
}

/// A part of a whole, 0 of nothing.
pub(super) fn part(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The features of all blocks of a page; sums up its containers on the way.
pub(super) fn features(page: &mut Page, stated: Stated<'_>) -> Features {
    let measures: Vec<Measures> = page.blocks.iter().map(|block| Measures::of(&block.text)).collect();
    let own = page.blocks.iter().zip(&page.settings).zip(&measures).map(|((block, setting), measures)| {
        let paragraph = measures.is_paragraph(block.linked);
        let sums = Sums {
            blocks: 1.0,
            letters: measures.letters,
            linked: measures.letters * block.linked,
            sentences: measures.sentences,
            paragraphs: flag(paragraph),
            pictures: 0.0,
            score: flag(measures.letters >= 25.0 && block.linked < 0.5)
                * (1.0 + measures.commas + (measures.letters / 100.0).min(3.0)),
        };
        (setting.container, sums)
    });
    containers::sum_up(&mut page.containers, own);
    let survey = Survey::of(page, &measures, stated);
    let mut values = Vec::with_capacity(page.blocks.len() * 160);
    for at in 0..page.blocks.len() {
        survey.row(at, &mut |value| values.push(value));
    }
    let width = values.len().checked_div(page.blocks.len()).unwrap_or_default();
    Features { values, width, letters: measures.iter().map(|own| own.letters).collect() }
}

/// What is told of the text.
const TEXT: &str = "letters words sentences commas per_word digits capitals capitalised signs closed colon small linked links bold \
    pictures broken repeated italic brief legend";

/// What is told of the markup.
const MARKUP: &str = "body item quotation row level aside banner depth";

/// What is told of each of the four containers around the block, from within.
const RING: &str = "letters density blocks average paragraphs children pictures";

/// What is told of containers of the same shape, of the one that scores highest and of the one that holds most paragraphs.
const AROUND: &str = "alike alike_letters alike_density alike_paragraphs siblings best_inside best_steps best_depth spine_inside \
    spine_steps spine_depth";

/// What is told of where the block is.
const PLACE: &str =
    "place from_start from_end mass_before mass_after total paragraph_before paragraph_after best_share";

/// What is told of each of four neighbours.
const NEIGHBOUR: &str = "letters linked heading closed phrases same together";

/// What is told of nine blocks, the block itself in the middle.
const WINDOW: &str = "letters linked paragraphs";

/// What is told of what has been read before.
const CONTEXT: &str = "is_title since_title before_title since_heading heading_level heading_pointer heading_appeal heading_comments \
    since_pointer since_comments described";

/// The names of the features, in the order of a row.
pub(super) fn names() -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut put = |prefix: &str, list: &mut dyn Iterator<Item = &str>| {
        names.extend(list.map(|name| format!("{prefix}{name}")));
    };
    put("", &mut TEXT.split(' '));
    put("phrase_", &mut phrases::NAMED.into_iter());
    put("", &mut MARKUP.split(' '));
    put("near_", &mut names::NAMED.into_iter());
    put("in_", &mut KIND_NAMES.into_iter());
    put("inline_", &mut names::NAMED.into_iter());
    for ring in ["ring0_", "ring1_", "ring2_", "ring3_"] {
        put(ring, &mut RING.split(' '));
    }
    put("", &mut AROUND.split(' '));
    put("", &mut PLACE.split(' '));
    for neighbour in ["prev2_", "prev1_", "next1_", "next2_"] {
        put(neighbour, &mut NEIGHBOUR.split(' '));
    }
    put("window_", &mut WINDOW.split(' '));
    put("", &mut CONTEXT.split(' '));
    names
}
