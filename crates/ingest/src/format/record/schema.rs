//! The schema of a record: the one list of its keys.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value};
use verbale_statement::{Kind, ParagraphRole, Provenance, Speaker, Translation};

/// A statement, as one line of a JSONL file.
///
/// `text` or `paragraphs` is needed, and nothing else: a line with just `id` and `text` is valid. Numbers are
/// taken where strings are expected. A value that can't be read leaves its field empty, with a warning. The
/// objects that `verbale extract` prints are valid, too.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[schemars(title = "Statement")]
pub(super) struct Record {
    /// The name by which the statement is cited and stored: 1 to 200 bytes without white space and without any of
    /// / ? # % \ " < >. Without it one is made from `url` or from the content.
    #[schemars(with = "Option<String>")]
    pub(super) id: Option<Value>,
    /// The text, its paragraphs separated by blank lines.
    #[schemars(with = "Option<String>")]
    pub(super) text: Option<Value>,
    /// The text in paragraphs, each a string or an object; goes before `text`.
    #[schemars(with = "Option<Vec<AnyParagraph>>")]
    pub(super) paragraphs: Option<Value>,
    /// The title.
    #[schemars(with = "Option<String>")]
    pub(super) title: Option<Value>,
    /// The day, month or year: 2021-11-17, 2021-11 or 2021.
    #[schemars(with = "Option<String>")]
    pub(super) date: Option<Value>,
    /// The language, as a code of ISO 639 such as ru.
    #[schemars(with = "Option<String>")]
    pub(super) language: Option<Value>,
    /// What sort of text it is.
    #[schemars(with = "Option<Kind>")]
    pub(super) kind: Option<Value>,
    /// The name of the one who speaks.
    #[schemars(with = "Option<String>")]
    pub(super) speaker: Option<Value>,
    /// The office of the one named in `speaker`.
    #[schemars(with = "Option<String>")]
    pub(super) role: Option<Value>,
    /// The organisation or state of the one named in `speaker`.
    #[schemars(with = "Option<String>")]
    pub(super) affiliation: Option<Value>,
    /// Several who speak, instead of `speaker`.
    #[schemars(with = "Option<Vec<Speaker>>")]
    pub(super) speakers: Option<Value>,
    /// The organisation or ministry that issued it.
    #[schemars(with = "Option<String>")]
    pub(super) organisation: Option<Value>,
    /// The state for which it is made: a code of ISO 3166 such as KZ or KAZ, or a name.
    #[schemars(with = "Option<String>")]
    pub(super) country: Option<Value>,
    /// Several states, instead of `country`; in a table, separated by semicolons. Without either, the names of the
    /// organisation and of the affiliations tell.
    #[schemars(with = "Option<Vec<String>>")]
    pub(super) countries: Option<Value>,
    /// The meeting or occasion.
    #[schemars(with = "Option<String>")]
    pub(super) event: Option<Value>,
    /// Where it was made.
    #[schemars(with = "Option<String>")]
    pub(super) place: Option<Value>,
    /// The address under which it was published.
    #[schemars(with = "Option<String>")]
    pub(super) url: Option<Value>,
    /// Where the same statement is in other languages.
    #[schemars(with = "Option<Vec<Translation>>")]
    pub(super) translations: Option<Value>,
    /// Where a statement that `verbale extract` printed came from; its `url`, `media_type` and `translations` are taken
    /// over.
    #[schemars(with = "Option<Map<String, Value>>")]
    pub(super) origin: Option<Value>,
    /// Where the values were found, as `verbale extract` prints it; of what it doesn't name, the record gives it.
    #[schemars(with = "Option<Provenance>")]
    pub(super) provenance: Option<Value>,
    /// What `verbale extract` prints of the countries and organisations that the text mentions: looked up anew, so that
    /// nothing is taken from here.
    #[serde(rename = "mentions")]
    #[schemars(with = "Option<Map<String, Value>>")]
    pub(super) _mentions: Option<Value>,
    /// Everything else.
    #[serde(flatten)]
    #[schemars(skip)]
    pub(super) unknown: Map<String, Value>,
}

/// A paragraph of a record.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "describes what is read by hand, value by value")]
enum AnyParagraph {
    /// Its text alone.
    Text(String),
    /// Its text and what is known about it.
    Described {
        /// The text.
        text: String,
        /// The language, as a code of ISO 639.
        language: Option<String>,
        /// What the paragraph is to the text; running text if it isn't said.
        role: Option<ParagraphRole>,
        /// Who speaks: an index into `speakers`, counted from 0.
        speaker: Option<usize>,
    },
}

/// The JSON Schema of a line of JSONL that [`ingest`](crate::ingest()) reads.
pub fn schema() -> Value {
    schemars::schema_for!(Record).to_value()
}
