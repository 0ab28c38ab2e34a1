//! A page as a row of blocks: what a reader sees as paragraphs, headings, items and rows.

use std::collections::HashSet;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{ElementRef, Node};
use verbale_statement::{Language, ParagraphRole};

use super::containers::{Container, Page, Setting, legend};
use super::elements::{Elements, Marks, breaks};
use super::lines;
use super::names::Names;
use super::table;

/// A paragraph of a page and what its markup says about it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// The text on one line, white space collapsed.
    pub(super) text: String,
    /// What it is to the text.
    pub(super) role: ParagraphRole,
    /// Which of `h1` to `h6` it stands in.
    pub(super) level: Option<u8>,
    /// The part of its letters that are links, from 0 to 1.
    pub(super) linked: f32,
    /// Whether it stands in an element that by its name is no text: navigation, related news, a footer.
    pub(super) aside: bool,
    /// Whether it stands in what heads every page of the site: its name, its menu, a clock.
    pub(super) banner: bool,
    /// The language declared for it.
    pub(super) language: Option<Language>,
}

/// The blocks below `root` in reading order, leaving out the elements in `dropped`.
pub(super) fn blocks(root: ElementRef<'_>, dropped: &HashSet<NodeId>) -> Vec<Block> {
    page(root, dropped).blocks
}

/// The same, with what is around each block.
pub(super) fn page(root: ElementRef<'_>, dropped: &HashSet<NodeId>) -> Page {
    let mut walk = Walk::default();
    walk.page.containers.push(Container::inside(None, 0, "", Names::default(), 0));
    walk.within.push(0);
    let mut elements = Elements::default();
    let mut skipped: Option<NodeId> = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) if skipped.is_none() => match node.value() {
                Node::Text(text) => walk.gather(text),
                Node::Element(element) => {
                    let marks = elements.marks(element);
                    if marks.silent || dropped.contains(&node.id()) {
                        skipped = Some(node.id());
                    } else {
                        walk.open(element, marks, node);
                    }
                }
                _ => {}
            },
            Edge::Close(node) => match skipped {
                None => walk.close(node),
                Some(id) if id == node.id() => skipped = None,
                Some(_) => {}
            },
            Edge::Open(_) => {}
        }
    }
    walk.flush();
    walk.page
}

/// What the walk is inside of, and the paragraph that it is gathering.
#[derive(Default)]
struct Walk {
    page: Page,
    /// The containers that are open.
    within: Vec<usize>,
    /// What the names of the open inline elements tell.
    inlines: Vec<(NodeId, Names)>,
    /// What they tell of all text of the paragraph so far.
    inline: Option<Names>,
    pictures: u16,
    anchors: u16,
    text: String,
    linked: usize,
    bold: usize,
    letters: usize,
    links: usize,
    bolds: usize,
    italic: usize,
    italics: usize,
    /// Open elements that are asides or banners.
    set_apart: Vec<(NodeId, bool, bool)>,
    asides: usize,
    banners: usize,
    levels: Vec<u8>,
    items: usize,
    quotations: usize,
    rows: usize,
    /// Data tables that are open: their rows are blocks of their own.
    tables: Vec<NodeId>,
    languages: Vec<(NodeId, Language)>,
}

impl Walk {
    fn gather(&mut self, text: &str) {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        self.linked += if self.links > 0 { letters } else { 0 };
        self.bold += if self.bolds > 0 { letters } else { 0 };
        self.italic += if self.italics > 0 { letters } else { 0 };
        if letters > 0 {
            let around = self.inlines.last().map_or_else(Names::default, |(_, names)| *names);
            self.inline = Some(self.inline.map_or(around, |inline| Names(inline.0 & around.0)));
        }
        // A line break in the source is a space; only <br> breaks lines.
        let mut lines = text.split('\n');
        self.text.push_str(lines.next().unwrap_or_default());
        for line in lines {
            self.text.push(' ');
            self.text.push_str(line);
        }
    }

    fn open(&mut self, element: &Element, marks: Marks<'_>, node: NodeRef<'_, Node>) {
        let name = element.name();
        if name == "br" {
            self.text.push('\n');
            return;
        }
        if matches!(name, "td" | "th") && !self.tables.is_empty() {
            if !self.text.trim().is_empty() {
                self.text.push_str(table::CELL_BREAK);
            }
            return;
        }
        self.boundary(name);
        self.enter(name, marks, node.id());
        if marks.aside || marks.banner {
            self.set_apart.push((node.id(), marks.aside, marks.banner));
            self.asides += usize::from(marks.aside);
            self.banners += usize::from(marks.banner);
        }
        match name {
            "a" => (self.links, self.anchors) = (self.links + 1, self.anchors.saturating_add(1)),
            "img" => self.picture(element),
            "i" | "em" => self.italics += 1,
            "b" | "strong" => self.bolds += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.levels.push(name.as_bytes()[1] - b'0'),
            "li" | "dd" => self.items += 1,
            "blockquote" => self.quotations += 1,
            "tr" if !self.tables.is_empty() => self.rows += 1,
            "table" if self.tables.is_empty() && table::holds_data(node) => self.tables.push(node.id()),
            _ => {}
        }
        // On inline elements word processors leave the language of their keyboard.
        if breaks(name)
            && name != "body"
            && let Some(language) = marks.language.and_then(|code| code.parse().ok())
        {
            self.languages.push((node.id(), language));
        }
    }

    fn close(&mut self, node: NodeRef<'_, Node>) {
        let Some(element) = node.value().as_element() else { return };
        let name = element.name();
        if name == "br" || matches!(name, "td" | "th") && !self.tables.is_empty() {
            return;
        }
        self.boundary(name);
        if breaks(name) {
            self.within.pop();
        } else if self.inlines.last().is_some_and(|(id, _)| *id == node.id()) {
            self.inlines.pop();
        }
        if let Some((_, aside, banner)) = self.set_apart.pop_if(|(id, ..)| *id == node.id()) {
            self.asides -= usize::from(aside);
            self.banners -= usize::from(banner);
        }
        match name {
            "a" => self.links -= 1,
            "i" | "em" => self.italics -= 1,
            "b" | "strong" => self.bolds -= 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => drop(self.levels.pop()),
            "li" | "dd" => self.items -= 1,
            "blockquote" => self.quotations -= 1,
            "tr" if !self.tables.is_empty() => self.rows -= 1,
            "table" if self.tables.last() == Some(&node.id()) => drop(self.tables.pop()),
            _ => {}
        }
        if self.languages.last().is_some_and(|(id, _)| *id == node.id()) {
            self.languages.pop();
        }
    }

    fn picture(&mut self, element: &Element) {
        self.pictures = self.pictures.saturating_add(1);
        if let Some(around) = self.within.last() {
            self.page.containers[*around].sums.pictures += 1.0;
        }
        self.page.legends.extend(element.attr("alt").and_then(legend));
    }

    /// Notes what an element is to the blocks in it.
    fn enter(&mut self, name: &str, marks: Marks<'_>, id: NodeId) {
        if !breaks(name) {
            let around = self.inlines.last().map_or_else(Names::default, |(_, names)| *names);
            let own = marks.names.and(around);
            if own != around {
                self.inlines.push((id, own));
            }
            return;
        }
        let at = self.page.containers.len();
        let around = self.within.last().map(|&around| (around, &self.page.containers[around]));
        let shape = shape(around.map_or(0, |(_, around)| around.shape), name, marks.class);
        self.page.containers.push(Container::inside(around, at, name, marks.names, shape));
        self.within.push(at);
    }

    /// Ends the paragraph where an element begins or ends that breaks a line; a cell of data stays one line.
    fn boundary(&mut self, name: &str) {
        if !breaks(name) {
            return;
        }
        if self.tables.is_empty() || matches!(name, "tr" | "table") {
            self.flush();
        } else {
            self.text.push(' ');
        }
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let (letters, linked, bold) = (
            std::mem::take(&mut self.letters),
            std::mem::take(&mut self.linked),
            std::mem::take(&mut self.bold),
        );
        let mut setting = Setting {
            container: self.within.last().copied().unwrap_or_default(),
            inline: self.inline.take().unwrap_or_default(),
            links: std::mem::take(&mut self.anchors),
            bold: share(bold, letters),
            italic: share(std::mem::take(&mut self.italic), letters),
            pictures: self.pictures,
            broken: false,
        };
        let paragraphs = lines::paragraphs(&text);
        setting.broken = paragraphs.len() > 1;
        if !paragraphs.is_empty() {
            self.pictures = 0;
        }
        for text in paragraphs {
            let role = match () {
                () if !self.levels.is_empty() => ParagraphRole::Heading,
                () if self.rows > 0 => ParagraphRole::TableRow,
                () if self.quotations > 0 => ParagraphRole::Quotation,
                () if self.items > 0 => ParagraphRole::ListItem,
                () if letters > 0 && bold == letters && lines::reads_as_heading(&text) => {
                    ParagraphRole::Heading
                }
                () => ParagraphRole::Body,
            };
            self.page.settings.push(setting);
            self.page.blocks.push(Block {
                text,
                role,
                level: self.levels.last().copied(),
                linked: share(linked, letters),
                aside: self.asides > 0,
                banner: self.banners > 0,
                language: self.languages.last().map(|(_, language)| *language),
            });
        }
    }
}

/// A number for the name and the classes of an element and the shape of what it is in.
fn shape(around: u32, name: &str, class: &str) -> u32 {
    name.bytes()
        .chain(class.bytes())
        .fold(around.wrapping_mul(31), |shape, byte| (shape ^ u32::from(byte)).wrapping_mul(16_777_619))
}

/// A part of a whole, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a ratio needs no more than f32 holds")]
fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}
