//! Where each value of a statement was found, so that a reader can judge it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a value was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A record of a data set, or the front matter of a text, gives it.
    Record,
    /// A profile says it of every page of the site, or says where it stands in them.
    SiteProfile,
    /// The name of the file, as the profile of a data set reads it.
    FileName,
    /// A schema.org object in JSON-LD.
    JsonLd,
    /// Open Graph: `og:title`, `article:published_time`.
    OpenGraph,
    /// Dublin Core: `DC.date`, `dcterms.creator`.
    DublinCore,
    /// Another `<meta>` element of the page, such as `citation_title`.
    Meta,
    /// An attribute of the page's own elements: `<time datetime>`, `itemprop`, `lang`, `hreflang`.
    Markup,
    /// The `<title>` of the page.
    PageTitle,
    /// A heading of the page or of the text.
    Heading,
    /// The words of the statement's title.
    Title,
    /// A dateline: "(17 November 2021, Moscow)".
    Dateline,
    /// The lines between title and text, or beside the title.
    Opening,
    /// The first sentence of the text.
    FirstSentence,
    /// Labels before what is said: "Question:", a name and a colon.
    Labels,
    /// The address of the page.
    Address,
    /// The names of the organisation and of what the speakers speak for.
    Names,
    /// The text as a whole.
    Text,
}

/// Where the values of a statement were found; none for a value that is empty, or that was kept before Verbale noted it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Provenance {
    /// Of the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Evidence>,
    /// Of the kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Evidence>,
    /// Of the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Evidence>,
    /// Of the language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Evidence>,
    /// Of the speakers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speakers: Option<Evidence>,
    /// Of the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Evidence>,
    /// Of the states that it is made for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub countries: Option<Evidence>,
    /// Of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Evidence>,
    /// Of the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Evidence>,
}

impl Evidence {
    /// What it is, for readers, as it stands behind "from": `a dateline`.
    pub fn label(self) -> &'static str {
        match self {
            Evidence::Record => "the record",
            Evidence::SiteProfile => "the profile of the site",
            Evidence::FileName => "the name of the file",
            Evidence::JsonLd => "JSON-LD of the page",
            Evidence::OpenGraph => "Open Graph of the page",
            Evidence::DublinCore => "Dublin Core of the page",
            Evidence::Meta => "the head of the page",
            Evidence::Markup => "attributes of the page",
            Evidence::PageTitle => "the <title> of the page",
            Evidence::Heading => "a heading",
            Evidence::Title => "words of the title",
            Evidence::Dateline => "a dateline",
            Evidence::Opening => "a line beside the title",
            Evidence::FirstSentence => "the first sentence",
            Evidence::Labels => "labels in the text",
            Evidence::Address => "the address",
            Evidence::Names => "the names of speakers and organisation",
            Evidence::Text => "the text",
        }
    }
}

impl Provenance {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The values of which it is known, by the names of their fields in JSON, in the order in which statements are shown.
    pub fn known(&self) -> impl Iterator<Item = (&'static str, Evidence)> {
        [
            ("title", self.title),
            ("date", self.date),
            ("speakers", self.speakers),
            ("organisation", self.organisation),
            ("countries", self.countries),
            ("kind", self.kind),
            ("event", self.event),
            ("place", self.place),
            ("language", self.language),
        ]
        .into_iter()
        .filter_map(|(name, evidence)| Some((name, evidence?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_written_and_read_back() {
        let known = Provenance {
            date: Some(Evidence::Dateline),
            title: Some(Evidence::JsonLd),
            ..Provenance::default()
        };
        let json = serde_json::to_string(&known).unwrap();
        assert_eq!(json, r#"{"title":"json_ld","date":"dateline"}"#);
        assert_eq!(serde_json::from_str::<Provenance>(&json).unwrap(), known);
        assert_eq!(
            known.known().collect::<Vec<_>>(),
            [("title", Evidence::JsonLd), ("date", Evidence::Dateline)]
        );
        assert!(Provenance::default().is_empty() && !known.is_empty());
    }
}
