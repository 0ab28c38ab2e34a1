//! The row of features of a block, in the order of [`super::features::names`].

use verbale_statement::ParagraphRole;

use super::containers::{self, KINDS};
use super::features::{count, flag, log, part};
use super::names::SORTS;
use super::phrases;
use super::survey::{APPEAL, COMMENTS, CREDIT, FAR, POINTER, Survey};

impl Survey<'_> {
    /// Puts out the features of the block `at`.
    pub(super) fn row(&self, at: usize, put: &mut impl FnMut(f32)) {
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
