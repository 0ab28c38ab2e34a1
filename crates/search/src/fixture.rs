//! Statements for tests.

use verbale_statement::{Language, Mentions, Origin, Paragraph, ParagraphRole, Provenance, Statement};

/// A statement in English without a title.
pub(crate) fn statement(id: &str, paragraphs: &[&str]) -> Statement {
    let language = Language::ENGLISH;
    let paragraph = |text: &&str| Paragraph {
        text: (*text).to_owned(),
        language,
        speaker: None,
        role: ParagraphRole::Body,
    };
    Statement {
        id: id.parse().unwrap(),
        title: String::new(),
        kind: None,
        date: None,
        language,
        speakers: vec![],
        organisation: None,
        countries: vec![],
        event: None,
        place: None,
        paragraphs: paragraphs.iter().map(paragraph).collect(),
        mentions: Mentions::default(),
        provenance: Provenance::default(),
        origin: Origin {
            url: None,
            file: None,
            part: None,
            media_type: String::new(),
            sha256: String::new(),
            translations: Vec::new(),
        },
    }
}
