//! What passes between reading, a format and the finished statement.

use std::path::PathBuf;

use verbale_statement::{
    Country, Evidence, Kind, Language, ParagraphRole, PartialDate, Provenance, Speaker, StatementId,
    Translation,
};

use crate::metadata::date::{Order, OtherCalendar};

/// The bytes of one document, as a source hands them over.
#[derive(Debug, Clone)]
pub(crate) struct RawDocument {
    /// The file they come from, as an absolute path.
    pub(crate) file: PathBuf,
    /// Which line or record of the file, counted from 1; none if the document is the whole file.
    pub(crate) part: Option<u64>,
    /// The address from which they were fetched, if they were.
    pub(crate) address: Option<String>,
    /// What the bytes are.
    pub(crate) format: crate::format::Format,
    /// The bytes as they were read.
    pub(crate) bytes: Vec<u8>,
}

/// What a format found in a document. Nothing in it is guessed: what isn't stated is empty.
///
/// Texts needn't be clean yet: the pipeline normalises white space and Unicode of every field and drops
/// paragraphs without text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Draft {
    /// The id that the source gives.
    pub(crate) id: Option<StatementId>,
    /// The address that the document gives for itself.
    pub(crate) url: Option<String>,
    /// The title, without the name of the site.
    pub(crate) title: Option<String>,
    /// What sort of text it is said to be.
    pub(crate) kind: Option<Kind>,
    /// When it was made or published.
    pub(crate) date: Option<PartialDate>,
    /// The language that the source declares: evidence for tagging, not yet the truth.
    pub(crate) language: Option<Language>,
    /// Who speaks, in order of appearance.
    pub(crate) speakers: Vec<Speaker>,
    /// The organisation or ministry that issued it.
    pub(crate) organisation: Option<String>,
    /// The states for which it is said to be made; if there are none, the names of speakers and organisation tell.
    pub(crate) countries: Vec<Country>,
    /// The meeting or occasion.
    pub(crate) event: Option<String>,
    /// Where it was made.
    pub(crate) place: Option<String>,
    /// Where these values were found.
    pub(crate) provenance: Provenance,
    /// Where the document says that its translations are.
    pub(crate) translations: Vec<Translation>,
    /// The text, in reading order.
    pub(crate) paragraphs: Vec<DraftParagraph>,
    /// Which part of its document the draft is, if the document holds several.
    pub(crate) part: Option<u64>,
    /// SHA-256 of the part's own bytes, if it is a part of a document.
    pub(crate) sha256: Option<String>,
    /// The media type that the text had before, if the source says.
    pub(crate) media_type: Option<String>,
    /// In which order its dates in numbers are written.
    pub(crate) date_order: Order,
    /// The date that it has instead of one that is read.
    pub(crate) other_calendar: Option<OtherCalendar>,
    /// Whether it is a record of a data set: then languages are as it gives them, and nothing is looked for in its
    /// text.
    pub(crate) is_record: bool,
}

impl Draft {
    /// Notes where the values were found of which that isn't known yet, and forgets it of those that are empty.
    pub(crate) fn found_in(&mut self, evidence: Option<Evidence>) {
        let Provenance { title, kind, date, language, speakers, organisation, countries, event, place } =
            &mut self.provenance;
        for (noted, is_there) in [
            (title, self.title.is_some()),
            (kind, self.kind.is_some()),
            (date, self.date.is_some()),
            (language, self.language.is_some()),
            (speakers, !self.speakers.is_empty()),
            (organisation, self.organisation.is_some()),
            (countries, !self.countries.is_empty()),
            (event, self.event.is_some()),
            (place, self.place.is_some()),
        ] {
            *noted = noted.or(evidence).filter(|_| is_there);
        }
    }
}

/// Fills a value that is still empty with the first that was found, and notes where.
pub(crate) fn fill<T>(value: &mut Option<T>, noted: &mut Option<Evidence>, found: Option<(T, Evidence)>) {
    if value.is_none()
        && let Some((found, evidence)) = found
    {
        (*value, *noted) = (Some(found), Some(evidence));
    }
}

/// A paragraph as a format found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DraftParagraph {
    /// The text.
    pub(crate) text: String,
    /// What the paragraph is to the text.
    pub(crate) role: ParagraphRole,
    /// Who speaks: an index into [`Draft::speakers`].
    pub(crate) speaker: Option<usize>,
    /// The language that the source declares for this paragraph.
    pub(crate) language: Option<Language>,
}

impl DraftParagraph {
    /// A paragraph of which nothing is known but its text and its role.
    pub(crate) fn new(text: impl Into<String>, role: ParagraphRole) -> Self {
        Self { text: text.into(), role, speaker: None, language: None }
    }
}
