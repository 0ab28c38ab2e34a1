//! The fields of the index.

use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, STRING, Schema, SchemaBuilder, TextFieldIndexing,
    TextOptions,
};
use verbale_analysis::{field_languages, fingerprint};
use verbale_statement::Language;

use super::packed::PackedTokenizer;
use crate::{Facet, Scope};

/// Raised whenever the fields below, or what is written into them, change.
const REVISION: u32 = 3;

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
    /// The values of each facet, in the order of [`Facet::ALL`].
    facets: [Field; Facet::ALL.len()],
    /// The languages under which title and paragraphs are analysed: which of the `stems` it has.
    pub(super) analysed: Field,
    pub(super) first_day: Field,
    pub(super) last_day: Field,
    /// The number of words in title and text.
    pub(super) words: Field,
    /// Has one term, [`PARAGRAPH`], at the position of the first word of every paragraph.
    pub(super) paragraphs: Field,
}

pub(super) const PARAGRAPH: &str = "¶";

pub(super) const ID: &str = "id";
pub(super) const FIRST_DAY: &str = "first_day";
pub(super) const LAST_DAY: &str = "last_day";
pub(super) const WORDS: &str = "words";

/// The name of the field with the values of a facet.
pub(super) fn facet_name(facet: Facet) -> String {
    format!("{}_is", facet.name())
}

/// The term of a stem in a field of metadata, which has exact forms and stems side by side: no word looks like it.
pub(super) fn stem_term(analysed: Language, stem: &str) -> String {
    format!("{}≈{stem}", analysed.code())
}

/// Whether a term of a field of metadata is a stem.
pub(super) fn is_stem_term(term: &str) -> bool {
    term.contains('≈')
}

impl Fields {
    pub(super) fn schema() -> (Schema, Fields) {
        let mut builder = Schema::builder();
        let stems = field_languages()
            .map(|language| (language, text_fields(&mut builder, language.code())))
            .collect();
        let exact = text_fields(&mut builder, "exact");
        let words = || TextOptions::default().set_indexing_options(indexing());
        let day = || NumericOptions::from(FAST);
        let fields = Fields {
            id: builder.add_text_field(ID, STRING | FAST),
            stems,
            exact,
            speaker: builder.add_text_field("speaker", words()),
            organisation: builder.add_text_field("organisation", words()),
            event: builder.add_text_field("event", words()),
            place: builder.add_text_field("place", words()),
            facets: Facet::ALL.map(|facet| builder.add_text_field(&facet_name(facet), STRING | FAST)),
            analysed: builder.add_text_field("analysed", STRING),
            first_day: builder.add_i64_field(FIRST_DAY, day()),
            last_day: builder.add_i64_field(LAST_DAY, day()),
            words: builder.add_u64_field(WORDS, FAST),
            paragraphs: builder.add_text_field("paragraphs", marks()),
        };
        (builder.build(), fields)
    }

    /// The fields that have an average length, with the language of those that only statements of that language have.
    pub(super) fn texts(&self) -> impl Iterator<Item = (Option<Language>, Field)> {
        let both = |language, own: TextFields| [(language, own.body), (language, own.title)];
        let stems = self.stems.iter().flat_map(move |(language, own)| both(Some(*language), *own));
        let metadata = [self.speaker, self.organisation, self.event, self.place].map(|field| (None, field));
        stems.chain(both(None, self.exact)).chain(metadata)
    }

    /// The fields of stems of the language under which text is analysed.
    pub(super) fn stems(&self, analysed: Language) -> Option<TextFields> {
        self.stems.iter().find(|(own, _)| *own == analysed).map(|(_, fields)| *fields)
    }

    /// The field with the values of a facet.
    pub(super) fn facet(&self, facet: Facet) -> Field {
        let place = Facet::ALL.iter().position(|own| *own == facet);
        self.facets[place.unwrap_or_default()]
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

/// Positions alone say something here.
fn marks() -> TextOptions {
    TextOptions::default().set_indexing_options(indexing().set_fieldnorms(false))
}

fn indexing() -> TextFieldIndexing {
    TextFieldIndexing::default()
        .set_tokenizer(PackedTokenizer::NAME)
        .set_fieldnorms(true)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions)
}
