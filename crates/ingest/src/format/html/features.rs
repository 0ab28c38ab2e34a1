//! What is known of each block before it is judged: figures of its text, its markup, what it stands in, what stands
//! beside it, and where.

use std::collections::HashMap;

use verbale_statement::ParagraphRole;

use super::containers::{self, Container, KIND_NAMES, KINDS, Page, Sums};
use super::measures::Measures;
use super::names::{self, SORTS};
use super::phrases;

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
fn log(value: f32) -> f32 {
    (1.0 + value).ln()
}

fn flag(value: bool) -> f32 {
    f32::from(u8::from(value))
}

#[expect(clippy::cast_precision_loss, reason = "blocks are fewer than f32 can count")]
fn count(value: usize) -> f32 {
    value as f32
}

fn part(part: f32, whole: f32) -> f32 {
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
    let seen = Seen::of(page, &measures, stated);
    let mut values = Vec::with_capacity(page.blocks.len() * 160);
    for at in 0..page.blocks.len() {
        seen.row(at, &mut |value| values.push(value));
    }
    let width = values.len().checked_div(page.blocks.len()).unwrap_or_default();
    Features { values, width, letters: measures.iter().map(|own| own.letters).collect() }
}

/// The names of the features, in the order of a row.
pub(super) fn names() -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut put = |name: &str| names.push(name.to_owned());
    for name in [
        "letters",
        "words",
        "sentences",
        "commas",
        "per_word",
        "digits",
        "capitals",
        "capitalised",
        "signs",
        "closed",
        "colon",
        "small",
        "linked",
        "links",
        "bold",
        "pictures",
        "broken",
        "repeated",
        "italic",
        "brief",
        "legend",
    ] {
        put(name);
    }
    phrases::NAMED.iter().for_each(|name| put(&format!("phrase_{name}")));
    for name in ["body", "item", "quotation", "row", "level", "aside", "banner", "depth"] {
        put(name);
    }
    names::NAMED.iter().for_each(|name| put(&format!("near_{name}")));
    KIND_NAMES.iter().for_each(|name| put(&format!("in_{name}")));
    names::NAMED.iter().for_each(|name| put(&format!("inline_{name}")));
    for ring in 0..4 {
        for name in ["letters", "density", "blocks", "average", "paragraphs", "children", "pictures"] {
            put(&format!("ring{ring}_{name}"));
        }
    }
    for name in ["alike", "alike_letters", "alike_density", "alike_paragraphs", "siblings"] {
        put(name);
    }
    for name in ["best_inside", "best_steps", "best_depth", "spine_inside", "spine_steps", "spine_depth"] {
        put(name);
    }
    for name in [
        "place",
        "from_start",
        "from_end",
        "mass_before",
        "mass_after",
        "total",
        "paragraph_before",
        "paragraph_after",
        "best_share",
    ] {
        put(name);
    }
    for offset in ["prev2", "prev1", "next1", "next2"] {
        for name in ["letters", "linked", "heading", "closed", "phrases", "same", "together"] {
            put(&format!("{offset}_{name}"));
        }
    }
    for name in ["window_letters", "window_linked", "window_paragraphs"] {
        put(name);
    }
    for name in [
        "is_title",
        "since_title",
        "before_title",
        "since_heading",
        "heading_level",
        "heading_pointer",
        "heading_appeal",
        "heading_comments",
        "since_pointer",
        "since_comments",
        "described",
    ] {
        put(name);
    }
    names
}

/// How many blocks away something is told at most.
const FAR: usize = 40;

/// A page with what has to be known of all of it before a block can be described.
struct Seen<'a> {
    page: &'a Page,
    measures: &'a [Measures],
    repeated: HashMap<&'a str, usize>,
    /// By shape of their container: blocks, letters, letters in links, paragraphs.
    alike: HashMap<u32, Sums>,
    /// Containers of one shape in one parent.
    siblings: HashMap<(usize, u32), usize>,
    best: usize,
    spine: usize,
    /// Letters of paragraphs before each block, and of all behind the last.
    mass: Vec<f32>,
    is_title: Vec<bool>,
    described: Vec<bool>,
    paragraph: Vec<bool>,
    before: Vec<Before>,
    after: Vec<usize>,
}

/// How far back something stands, in blocks, up to [`FAR`].
#[derive(Debug, Clone, Copy)]
struct Before {
    paragraph: usize,
    title: usize,
    heading: usize,
    pointer: usize,
    comments: usize,
    /// The heading.
    heading_at: Option<usize>,
}

const CREDIT: u16 = 1;
const POINTER: u16 = 4;
const APPEAL: u16 = 8;
const COMMENTS: u16 = 32;

impl<'a> Seen<'a> {
    fn of(page: &'a Page, measures: &'a [Measures], stated: Stated<'_>) -> Self {
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
        let letters = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let title = stated.title.map(letters).filter(|title| !title.is_empty());
        let description = stated.description.map(letters).filter(|text| text.len() >= 30);
        let opening: Option<String> = description.as_ref().map(|text| text.chars().take(40).collect());
        let short = |text: &str| title.as_ref().is_some_and(|title| text.len() <= 2 * title.len() + 20);
        let is_title: Vec<bool> = page
            .blocks
            .iter()
            .map(|block| {
                short(&block.text) && title.as_ref().is_some_and(|title| *title == letters(&block.text))
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
                    let own: String = letters(block.text.get(..400).unwrap_or(&block.text));
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

    fn row(&self, at: usize, put: &mut impl FnMut(f32)) {
        let (block, setting, own) = (&self.page.blocks[at], &self.page.settings[at], &self.measures[at]);
        let container = &self.page.containers[setting.container];
        for value in [
            log(own.letters),
            log(own.words),
            own.sentences.min(10.0),
            own.commas.min(10.0),
            part(own.letters, own.words).min(20.0),
            part(own.digits, own.letters),
            part(own.capitals, own.letters),
            part(own.capitalised, own.words),
            part(own.signs, own.words),
            flag(own.closed),
            flag(own.colon),
            flag(own.small),
            block.linked,
            f32::from(setting.links.min(20)),
            setting.bold,
            f32::from(setting.pictures.min(5)),
            flag(setting.broken),
            count(self.repeated.get(block.text.as_str()).copied().unwrap_or_default().min(5)),
            setting.italic,
            part(own.brief, own.words),
            flag(containers::legend(&block.text).is_some_and(|legend| self.page.legends.contains(&legend))),
        ] {
            put(value);
        }
        (0..phrases::SORTS).for_each(|sort| put(flag(own.phrases >> sort & 1 == 1)));
        for value in [
            flag(block.role == ParagraphRole::Body),
            flag(block.role == ParagraphRole::ListItem),
            flag(block.role == ParagraphRole::Quotation),
            flag(block.role == ParagraphRole::TableRow),
            f32::from(block.level.unwrap_or(if block.role == ParagraphRole::Heading { 7 } else { 0 })),
            flag(block.aside),
            flag(block.banner),
            f32::from(container.depth.min(40)),
        ] {
            put(value);
        }
        for sort in 0..SORTS + KINDS {
            let distance = container.distances[sort];
            put(if distance == 0 || distance > 20 { 21.0 } else { f32::from(distance) });
        }
        (0..SORTS).for_each(|sort| put(flag(setting.inline.has(sort))));
        self.put_around(at, put);
        self.put_place(at, put);
        self.put_neighbours(at, put);
        self.put_context(at, put);
    }

    /// What the block stands in.
    fn put_around(&self, at: usize, put: &mut impl FnMut(f32)) {
        let setting = &self.page.settings[at];
        let mut ring = setting.container;
        for _ in 0..4 {
            let container = &self.page.containers[ring];
            let sums = &container.sums;
            put(log(sums.letters));
            put(sums.density());
            put(log(sums.blocks));
            put(log(part(sums.letters, sums.blocks)));
            put(part(sums.paragraphs, sums.blocks));
            put(f32::from(container.children.min(50)));
            put(sums.pictures.min(20.0));
            ring = container.parent;
        }
        let container = &self.page.containers[setting.container];
        let alike = self.alike.get(&container.shape).copied().unwrap_or_default();
        put(log(alike.blocks));
        put(log(part(alike.letters, alike.blocks)));
        put(alike.density());
        put(part(alike.paragraphs, alike.blocks));
        let siblings = self.siblings.get(&(container.parent, container.shape));
        put(log(count(siblings.copied().unwrap_or_default())));
        for main in [self.best, self.spine] {
            let (steps, depth) = self.apart(setting.container, main);
            put(flag(steps == 0));
            put(count(steps.min(15)));
            put(count(depth.min(15)));
        }
    }

    /// How many steps up from `container` it takes to hold `main`, and how many down from there to it.
    fn apart(&self, container: usize, main: usize) -> (usize, usize) {
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

    /// Where the block is.
    fn put_place(&self, at: usize, put: &mut impl FnMut(f32)) {
        let all = self.page.blocks.len();
        let mass = self.mass[all];
        for value in [
            part(count(at), count(all)),
            count(at.min(60)),
            count((all - at).min(60)),
            part(self.mass[at], mass),
            part(mass - self.mass[at + 1], mass),
            log(mass),
            count(self.before[at].paragraph),
            count(self.after[at]),
            part(
                self.page.containers[self.best].sums.letters,
                self.page.containers.first().map_or(0.0, |root| root.sums.letters),
            ),
        ] {
            put(value);
        }
    }

    /// What stands beside the block.
    fn put_neighbours(&self, at: usize, put: &mut impl FnMut(f32)) {
        let setting = &self.page.settings[at];
        let container = &self.page.containers[setting.container];
        for offset in [-2, -1, 1, 2] {
            let Some(other) = at.checked_add_signed(offset).filter(|other| *other < self.page.blocks.len())
            else {
                [-1.0; 7].iter().for_each(|value| put(*value));
                continue;
            };
            let (block, own) = (&self.page.blocks[other], &self.measures[other]);
            let theirs = &self.page.containers[self.page.settings[other].container];
            put(log(own.letters));
            put(block.linked);
            put(flag(block.role == ParagraphRole::Heading));
            put(flag(own.closed));
            put(f32::from((own.phrases & (CREDIT | POINTER | APPEAL | COMMENTS)).count_ones() as u8));
            put(flag(theirs.shape == container.shape));
            put(flag(theirs.parent == container.parent));
        }
        let window = at.saturating_sub(4)..(at + 5).min(self.page.blocks.len());
        let (mut letters, mut linked, mut paragraphs) = (0.0, 0.0, 0.0);
        for other in window {
            letters += self.measures[other].letters;
            linked += self.measures[other].letters * self.page.blocks[other].linked;
            paragraphs += flag(self.paragraph[other]);
        }
        put(log(letters));
        put(part(linked, letters));
        put(paragraphs);
    }

    /// What has been read before the block is reached.
    fn put_context(&self, at: usize, put: &mut impl FnMut(f32)) {
        let before = &self.before[at];
        let heading = before.heading_at;
        let told = heading.map_or(0, |heading| self.measures[heading].phrases);
        for value in [
            flag(self.is_title[at]),
            count(before.title),
            flag(before.title == FAR),
            count(before.heading),
            f32::from(heading.map_or(0, |heading| self.page.blocks[heading].level.unwrap_or(7))),
            flag(told & POINTER != 0),
            flag(told & APPEAL != 0),
            flag(told & COMMENTS != 0),
            count(before.pointer),
            count(before.comments),
            flag(self.described[at]),
        ] {
            put(value);
        }
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
