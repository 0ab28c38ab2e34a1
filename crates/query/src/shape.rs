//! A tree as data for other programs.
//!
//! Every node is an object with a `type` and what belongs to it:
//!
//! | type | beside it |
//! |---|---|
//! | `all` | |
//! | `words`, `and`, `or` | `clauses`: two or more nodes |
//! | `not`, `paragraph` | `clause`: a node |
//! | `boost` | `clause`, and `factor`: 0.01 to 100 |
//! | `near` | `clauses`, and `gap`: how many other words may stand among them |
//! | `word`, `phrase`, `exact`, `wildcard` | `field`: the name of a field or null, and `text` |
//! | `loose` | `field`, `text` and `gap` |
//! | `fuzzy` | `field`, `text` and `distance`: 1, 2, or null where it goes by the word's length |
//! | `country`, `language` | `code`: of ISO 3166-1, of ISO 639 |
//! | `kind` | `kind`: its name |
//! | `date` | `from`, `to`: a year, a month or a day; null where the range is open |
//!
//! Types and fields are added, never changed or taken away.

use serde::{Serialize, Serializer};
use verbale_statement::{Field, PartialDate};

use crate::Query;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Node<'a> {
    All,
    Words { clauses: &'a [Query] },
    And { clauses: &'a [Query] },
    Or { clauses: &'a [Query] },
    Not { clause: &'a Query },
    Word { field: Option<&'static str>, text: &'a str },
    Phrase { field: Option<&'static str>, text: &'a str },
    Loose { field: Option<&'static str>, text: &'a str, gap: u32 },
    Exact { field: Option<&'static str>, text: &'a str },
    Wildcard { field: Option<&'static str>, text: &'a str },
    Fuzzy { field: Option<&'static str>, text: &'a str, distance: Option<u8> },
    Near { clauses: &'a [Query], gap: u32 },
    Paragraph { clause: &'a Query },
    Boost { clause: &'a Query, factor: f64 },
    Country { code: &'a str },
    Mentions { id: &'a str },
    Language { code: &'a str },
    Kind { kind: &'static str },
    Date { from: Option<PartialDate>, to: Option<PartialDate> },
}

impl Serialize for Query {
    /// Writes the node: `{"type": "word", "field": null, "text": "strait"}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let name = |field: &Option<Field>| field.map(Field::name);
        let node = match self {
            Query::All => Node::All,
            Query::Words(clauses) => Node::Words { clauses },
            Query::And(clauses) => Node::And { clauses },
            Query::Or(clauses) => Node::Or { clauses },
            Query::Not(clause) => Node::Not { clause },
            Query::Word { field, text } => Node::Word { field: name(field), text },
            Query::Phrase { field, text } => Node::Phrase { field: name(field), text },
            Query::Loose { field, text, gap } => Node::Loose { field: name(field), text, gap: *gap },
            Query::Exact { field, text } => Node::Exact { field: name(field), text },
            Query::Wildcard { field, text } => Node::Wildcard { field: name(field), text },
            Query::Fuzzy { field, text, distance } => {
                Node::Fuzzy { field: name(field), text, distance: *distance }
            }
            Query::Near { clauses, gap } => Node::Near { clauses, gap: *gap },
            Query::Paragraph(clause) => Node::Paragraph { clause },
            // In 64 bits, 0.07 would become 0.07000000029802322.
            Query::Boost { query, factor } => {
                Node::Boost { clause: query, factor: (f64::from(factor.value()) * 100.0).round() / 100.0 }
            }
            Query::Country(country) => Node::Country { code: country.code() },
            Query::Mentions(mentioned) => Node::Mentions { id: mentioned.id() },
            Query::Language(language) => Node::Language { code: language.code() },
            Query::Kind(kind) => Node::Kind { kind: kind.name() },
            Query::Date(range) => Node::Date { from: range.from, to: range.to },
        };
        node.serialize(serializer)
    }
}
