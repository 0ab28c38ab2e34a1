//! The fields of the index.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STRING, Schema, SchemaBuilder,
    TextFieldIndexing, TextOptions,
};
use verbale_analysis::{field_languages, fingerprint};
use verbale_statement::Language;

use super::packed::PackedTokenizer;
use crate::Scope;

/// Raised whenever the fields below, or what is written into them, change.
const REVISION: u32 = 1;

/// What an index must have been built with to be read by this program.
pub(crate) fn index_fingerprint() -> String {
    format!("tantivy-{REVISION}-{}", fingerprint())
}

/// A text and its title, in stems of one language or in exact forms.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextFields {
    pub(super) body: Field,
    pub(super) title: Field,
}

/// Handles to the fields of the index.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    pub(super) id: Field,
    pub(super) stems: Vec<(Language, TextFields)>,
    pub(super) exact: TextFields,
    speaker: Field,
    organisation: Field,
    event: Field,
    place: Field,
    pub(super) kind: Field,
    /// The languages of a statement's paragraphs.
    pub(super) language: Field,
    /// The languages under which its paragraphs are analysed: which of the `stems` it has.
    pub(super) analysed: Field,
    pub(super) first_day: Field,
    pub(super) last_day: Field,
}

pub(super) const ID: &str = "id";
pub(super) const FIRST_DAY: &str = "first_day";

impl Fields {
    pub(super) fn schema() -> (Schema, Fields) {
        let mut builder = Schema::builder();
        let stems = field_languages()
            .map(|language| (language, text_fields(&mut builder, language.code())))
            .collect();
        let exact = text_fields(&mut builder, "exact");
        let words = || TextOptions::default().set_indexing_options(indexing());
        let day = || NumericOptions::from(FAST | INDEXED);
        let fields = Fields {
            id: builder.add_text_field(ID, STRING | FAST),
            stems,
            exact,
            speaker: builder.add_text_field("speaker", words()),
            organisation: builder.add_text_field("organisation", words()),
            event: builder.add_text_field("event", words()),
            place: builder.add_text_field("place", words()),
            kind: builder.add_text_field("kind", STRING),
            language: builder.add_text_field("language", STRING),
            analysed: builder.add_text_field("analysed", STRING),
            first_day: builder.add_i64_field(FIRST_DAY, day()),
            last_day: builder.add_i64_field("last_day", day()),
        };
        (builder.build(), fields)
    }

    /// The fields of stems of the language under which text is analysed.
    pub(super) fn stems(&self, analysed: Language) -> Option<TextFields> {
        self.stems.iter().find(|(own, _)| *own == analysed).map(|(_, fields)| *fields)
    }

    /// Whether a field is that of titles, in stems or exact forms.
    pub(super) fn is_title(&self, field: Field) -> bool {
        self.exact.title == field || self.stems.iter().any(|(_, own)| own.title == field)
    }

    /// The field of a scope that has exact forms and stems side by side in one field.
    pub(super) fn metadata(&self, scope: Scope) -> Option<Field> {
        match scope {
            Scope::Speaker => Some(self.speaker),
            Scope::Organisation => Some(self.organisation),
            Scope::Event => Some(self.event),
            Scope::Place => Some(self.place),
            Scope::Text | Scope::Title | Scope::Body => None,
        }
    }
}

fn text_fields(builder: &mut SchemaBuilder, name: &str) -> TextFields {
    let options = TextOptions::default().set_indexing_options(indexing());
    TextFields {
        body: builder.add_text_field(&format!("body_{name}"), options.clone()),
        title: builder.add_text_field(&format!("title_{name}"), options),
    }
}

fn indexing() -> TextFieldIndexing {
    TextFieldIndexing::default()
        .set_tokenizer(PackedTokenizer::NAME)
        .set_fieldnorms(true)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions)
}
