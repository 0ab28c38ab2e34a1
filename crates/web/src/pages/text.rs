//! The text of a statement, on every page that shows it; its template is `text.html`.

use verbale_search::Marked;
use verbale_statement::{Language, Paragraph, ParagraphRole, Statement};

/// A paragraph as a page shows it.
pub(super) struct Block {
    /// Its place in the text, counted from 1.
    pub(super) number: usize,
    /// The text, with what is marked in it.
    pub(super) text: Marked,
    /// The name of its speaker, where that is another one than before.
    pub(super) speaker: Option<String>,
    /// The language, where it is not the statement's.
    pub(super) foreign: Option<Language>,
    /// The language.
    pub(super) language: Language,
    /// What it is to the text.
    pub(super) role: ParagraphRole,
    /// Whether it is the first item of a list.
    pub(super) opens_list: bool,
    /// Whether it is the last item of a list.
    pub(super) closes_list: bool,
}

/// The paragraphs of `statement`, with what `marked` marks in them.
pub(super) fn blocks(statement: &Statement, paragraphs: &[Paragraph], marked: Vec<Marked>) -> Vec<Block> {
    let is_item = |index: usize| {
        paragraphs.get(index).is_some_and(|paragraph| paragraph.role == ParagraphRole::ListItem)
    };
    let mut speaking = None;
    let mut block = |(index, (paragraph, text)): (usize, (&Paragraph, Marked))| {
        let name = paragraph.speaker.and_then(|place| statement.speakers.get(place)).map(|s| s.name.clone());
        // One who speaks alone is named above the text.
        let speaker = name.clone().filter(|_| statement.speakers.len() > 1 && name != speaking);
        speaking = name;
        Block {
            number: index + 1,
            text,
            speaker,
            foreign: Some(paragraph.language)
                .filter(|own| *own != statement.language && *own != Language::UNDETERMINED),
            language: paragraph.language,
            role: paragraph.role,
            opens_list: is_item(index) && !index.checked_sub(1).is_some_and(is_item),
            closes_list: is_item(index) && !is_item(index + 1),
        }
    };
    paragraphs.iter().zip(marked).enumerate().map(&mut block).collect()
}
