//! A statement and its parts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Country, Kind, Language, Mentions, PartialDate, Provenance, StatementId};

/// A text that an organisation, a ministry or a mission has published, clean and citable.
///
/// What its source doesn't state is left empty: no value here is a guess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The name by which it is cited and stored.
    pub id: StatementId,
    /// The title as published, without the name of the site; may be empty.
    #[serde(default)]
    pub title: String,
    /// What sort of text it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The day, month or year on which it was made or, where only that is known, published.
    #[serde(default)]
    pub date: Option<PartialDate>,
    /// The language of most of its text.
    pub language: Language,
    /// Who speaks, in order of appearance.
    #[serde(default)]
    pub speakers: Vec<Speaker>,
    /// The organisation or ministry that issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The states for which it is made, in the order of their codes, each once. A state that it merely speaks of is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Country>,
    /// The meeting or occasion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Where it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The text, in reading order. Citations count paragraphs from 1.
    pub paragraphs: Vec<Paragraph>,
    /// The countries and organisations that its paragraphs mention: looked up, not stated.
    #[serde(default, skip_serializing_if = "Mentions::is_empty")]
    pub mentions: Mentions,
    /// Where its values were found.
    #[serde(default, skip_serializing_if = "Provenance::is_empty")]
    pub provenance: Provenance,
    /// Where it comes from.
    pub origin: Origin,
}

/// A person who speaks in a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Speaker {
    /// The name as the source writes it.
    pub name: String,
    /// The office held: "Secretary General".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The organisation or state spoken for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
}

/// A paragraph, the unit of language and of citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The text: NFC, one line, white space collapsed, never empty.
    pub text: String,
    /// The language of the paragraph, or [`Language::UNDETERMINED`].
    pub language: Language,
    /// Who speaks: an index into [`Statement::speakers`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<usize>,
    /// What the paragraph is to the text.
    pub role: ParagraphRole,
}

/// What a paragraph is to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphRole {
    /// Running text.
    Body,
    /// A heading inside the text.
    Heading,
    /// A question of an interview.
    Question,
    /// An answer of an interview.
    Answer,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quotation,
    /// A row of a table, cells separated by " | ".
    TableRow,
}

/// Where a statement comes from, so that a reader can go back to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The address that the page gives for itself, or under which it was fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The file it was read from, as an absolute path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Which part of the file: a line or record, counted from 1; none if the file holds one statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<u64>,
    /// The media type of what was read: `text/html`.
    pub media_type: String,
    /// SHA-256 of the bytes that were read for this statement, in lower-case hexadecimal.
    pub sha256: String,
    /// Where the page says that its translations are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<Translation>,
}

/// The same statement in another language, as its source names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Translation {
    /// The language, as a code of ISO 639.
    #[schemars(with = "String")]
    pub language: Language,
    /// The address.
    pub url: String,
}

impl Paragraph {
    /// Running text of which it isn't known who speaks.
    pub fn new(text: impl Into<String>, language: Language) -> Self {
        Self { text: text.into(), language, speaker: None, role: ParagraphRole::Body }
    }
}

impl Statement {
    /// A plain text of which nothing else is known.
    pub fn new(id: StatementId, language: Language, paragraphs: Vec<Paragraph>) -> Self {
        Self {
            id,
            title: String::new(),
            kind: None,
            date: None,
            language,
            speakers: Vec::new(),
            organisation: None,
            countries: Vec::new(),
            event: None,
            place: None,
            mentions: Mentions::default(),
            paragraphs,
            provenance: Provenance::default(),
            origin: Origin {
                url: None,
                file: None,
                part: None,
                media_type: "text/plain".to_owned(),
                sha256: String::new(),
                translations: Vec::new(),
            },
        }
    }

    /// The languages of the paragraphs and of the whole, each once, the statement's own first.
    pub fn languages(&self) -> Vec<Language> {
        let mut languages = vec![self.language];
        for paragraph in &self.paragraphs {
            if !languages.contains(&paragraph.language) {
                languages.push(paragraph.language);
            }
        }
        if languages.len() > 1 {
            languages.retain(|language| *language != Language::UNDETERMINED);
        }
        languages
    }

    /// Bytes of text in the paragraphs.
    pub fn text_bytes(&self) -> usize {
        self.paragraphs.iter().map(|paragraph| paragraph.text.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A statement as it was kept before statements had countries and provenance.
    const OLD: &str = r#"{"id":"hpo-1","title":"","date":null,"language":"en","speakers":[],"paragraphs":[],"origin":{"media_type":"text/plain","sha256":"00"}}"#;

    #[test]
    fn a_record_of_before_is_read_and_written_as_before() {
        let mut statement: Statement = serde_json::from_str(OLD).unwrap();
        assert_eq!(statement.countries, []);
        assert!(statement.provenance.is_empty() && statement.mentions.is_empty());
        assert_eq!(serde_json::to_string(&statement).unwrap(), OLD);
        statement.countries = vec!["KZ".parse().unwrap()];
        let json = serde_json::to_string(&statement).unwrap();
        assert!(json.contains(r#""countries":["KZ"]"#), "{json}");
        assert_eq!(serde_json::from_str::<Statement>(&json).unwrap(), statement);
    }
}
