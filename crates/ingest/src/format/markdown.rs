//! Markdown, with or without front matter.

mod front_matter;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use verbale_statement::{Evidence, ParagraphRole};

use super::record;
use crate::draft::{Draft, DraftParagraph, fill};
use crate::outcome::{SkipReason, Warning};
use crate::whitespace::some_line;

/// Takes the statement out of a Markdown text. The first heading of the first level is the title, unless the
/// front matter gives one.
pub(crate) fn extract(text: &str) -> Result<(Draft, Vec<Warning>), SkipReason> {
    let (front, body) = front_matter::split(text);
    let (mut draft, mut warnings) = record::front_matter(front.fields)?;
    warnings.extend(front.unreadable.into_iter().map(Warning::FrontMatter));
    let mut reader = Reader::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(body, options) {
        reader.read(event);
    }
    reader.end_paragraph();
    draft.paragraphs = reader.paragraphs;
    if let Some(at) = reader.title {
        let heading = draft.paragraphs.remove(at);
        fill(&mut draft.title, &mut draft.provenance.title, Some((heading.text, Evidence::Heading)));
    }
    Ok((draft, warnings))
}

/// Gathers paragraphs from the parser's events.
#[derive(Debug, Default)]
struct Reader {
    paragraphs: Vec<DraftParagraph>,
    /// Which paragraph is the first heading of the first level.
    title: Option<usize>,
    current: String,
    heading: Option<HeadingLevel>,
    quotations: usize,
    items: usize,
    in_table: bool,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.current.push_str(&text);
            }
            Event::Html(html) => self.push_text_of(&html),
            // Breaks and tags part words; a paragraph collapses the space afterwards.
            Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) => self.current.push(' '),
            Event::Rule => self.end_paragraph(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_paragraph();
                self.heading = Some(*level);
            }
            Tag::BlockQuote(_) => {
                self.end_paragraph();
                self.quotations += 1;
            }
            Tag::Item => {
                self.end_paragraph();
                self.items += 1;
            }
            Tag::Table(_) => {
                self.end_paragraph();
                self.in_table = true;
            }
            Tag::TableCell if !self.current.is_empty() => self.current.push_str(" | "),
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::List(_) => self.end_paragraph(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::TableHead
            | TagEnd::TableRow => {
                self.end_paragraph();
            }
            TagEnd::Heading(_) => {
                self.end_paragraph();
                self.heading = None;
            }
            TagEnd::BlockQuote(_) => {
                self.end_paragraph();
                self.quotations = self.quotations.saturating_sub(1);
            }
            TagEnd::Item => {
                self.end_paragraph();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::Table => self.in_table = false,
            _ => {}
        }
    }

    /// Ends the paragraph that is being gathered, if there is one.
    fn end_paragraph(&mut self) {
        let Some(text) = some_line(&std::mem::take(&mut self.current)) else { return };
        let role = match () {
            () if self.heading.is_some() => ParagraphRole::Heading,
            () if self.in_table => ParagraphRole::TableRow,
            () if self.quotations > 0 => ParagraphRole::Quotation,
            () if self.items > 0 => ParagraphRole::ListItem,
            () => ParagraphRole::Body,
        };
        if self.heading == Some(HeadingLevel::H1) && self.title.is_none() {
            self.title = Some(self.paragraphs.len());
        }
        self.paragraphs.push(DraftParagraph::new(text, role));
    }

    /// Adds what stands between the tags of a piece of HTML.
    fn push_text_of(&mut self, html: &str) {
        for piece in html.split('<') {
            self.current.push(' ');
            self.current.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_paragraphs_with_roles() {
        let text = "---\ntitle: \"Front: title\"\ndate: 2021-11-17\nmood: calm\n- x\n---\n\
            # Heading one\n\nWe *met*\nin [Dresk](https://als.example).\n\n## Aims\n\n- open\n  strait\n- water\n\n\
            > Peace & trade\n\n| State | Share |\n|---|---|\n| Karvonia | 3 |\n\n<div>By <b>all</b></div>\n";
        let (draft, warnings) = extract(text).unwrap();
        let warnings: Vec<_> = warnings.iter().map(ToString::to_string).collect();
        let paragraphs: Vec<_> =
            draft.paragraphs.iter().map(|p| format!("{:?}: {}", p.role, p.text)).collect();
        assert_eq!((draft.title.as_deref(), draft.date), (Some("Front: title"), "2021-11-17".parse().ok()));
        insta::assert_debug_snapshot!((paragraphs, warnings), @r#"
        (
            [
                "Body: We met in Dresk.",
                "Heading: Aims",
                "ListItem: open strait",
                "ListItem: water",
                "Quotation: Peace & trade",
                "TableRow: State | Share",
                "TableRow: Karvonia | 3",
                "Body: By all",
            ],
            [
                "the key \"mood\" means nothing here; `verbale schema` prints those that do",
                "line 5 of the front matter isn't `key: value` and was left out",
            ],
        )
        "#);
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let (draft, _) = extract("Lead.\n\nGrey Strait\n===========\n\nText.\n").unwrap();
        assert_eq!(draft.title.as_deref(), Some("Grey Strait"));
        assert_eq!(draft.paragraphs.len(), 2);
    }

    #[test]
    fn deep_nesting_is_only_read_slowly_at_worst() {
        let text = format!("{} deep", ">".repeat(20_000));
        assert!(extract(&text).is_ok());
    }
}
