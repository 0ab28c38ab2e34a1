//! `GET /api/v1/statements/{id}`: a whole statement.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use verbale_search::{Marked, Reading, Related};
use verbale_statement::{
    Country, Kind, Language, Mention, Organisation, ParagraphRole, PartialDate, Provenance, StatementId,
};

use super::Speaker;
use crate::failure::Failure;
use crate::links;
use crate::markup::Markup;
use crate::parameters::{Named, Parameters};
use crate::service::Service;

/// A statement in one of its versions.
#[derive(Debug, Serialize)]
pub(crate) struct StatementResponse {
    /// The statement's name.
    id: StatementId,
    /// Which version this is, counted from 1.
    version: u32,
    /// When this version was archived: UTC, as RFC 3339 writes it.
    archived_at: String,
    /// The title as plain text; may be empty.
    title: String,
    /// The title as HTML: escaped, matches in `<mark>`.
    title_html: String,
    /// The sort of text: `speech`, `interview`, `communique`, `joint_statement`, `press_release`, `remarks` or
    /// `statement`; null if not known.
    kind: Option<Kind>,
    /// When it was made, as precise as known: `2021`, `2021-11` or `2021-11-17`.
    date: Option<PartialDate>,
    /// The language of most of its text: an ISO 639-1 code, else 639-3; `und` if not known.
    language: Language,
    /// Who speaks, in order of appearance.
    speakers: Vec<Speaker>,
    /// The organisation or ministry that issued it.
    organisation: Option<String>,
    /// The states for which it is made, as codes of ISO 3166: `KZ`.
    countries: Vec<Country>,
    /// The meeting or occasion.
    event: Option<String>,
    /// Where it was made.
    place: Option<String>,
    /// The countries and organisations that the paragraphs mention, in `countries` by codes of ISO 3166 and in
    /// `organisations` by ids such as `org:csto`: `id`, the first `paragraph`, and the `count` of all.
    mentions: Mentioned,
    /// Where these values were found, by their names: `"date": "dateline"`. One of `record`, `site_profile`, `file_name`,
    /// `json_ld`, `open_graph`, `dublin_core`, `meta`, `markup`, `page_title`, `heading`, `title`, `dateline`, `opening`,
    /// `first_sentence`, `labels`, `address`, `names` and `text`; missing where it isn't known.
    provenance: Provenance,
    /// Where it was published, as the source gives it: check it before making a link of it.
    url: Option<String>,
    /// The path of its page here.
    link: String,
    /// `versions`, how many there are; `also`, where else the text was published; `translations`, where it is in other
    /// languages; and `repeats`, if it is found under the name of another statement: that one.
    #[serde(flatten)]
    related: Related,
    /// The text, in reading order.
    paragraphs: Vec<Paragraph>,
    /// What it was read from.
    origin: Origin,
}

/// A paragraph, the unit of citation.
#[derive(Debug, Serialize)]
pub(crate) struct Paragraph {
    /// Its place in the text, counted from 1.
    number: usize,
    /// The text as plain text.
    text: String,
    /// The text as HTML: escaped, matches in `<mark>`.
    html: String,
    /// The language of the paragraph; `und` if not known.
    language: Language,
    /// `body`, `heading`, `question`, `answer`, `list_item`, `quotation` or `table_row`.
    role: ParagraphRole,
    /// Who speaks: a place in `speakers`, counted from 0; null if the source doesn't say.
    speaker: Option<usize>,
}

/// What the paragraphs mention, in the order of the ids; empty lists where they mention nothing that is known.
#[derive(Debug, Serialize)]
pub(crate) struct Mentioned {
    /// Countries.
    countries: Vec<Mention<Country>>,
    /// Organisations.
    organisations: Vec<Mention<Organisation>>,
}

/// What a statement was read from.
#[derive(Debug, Serialize)]
pub(crate) struct Origin {
    /// The media type of what was read.
    media_type: String,
    /// SHA-256 of the bytes that were read, in lower-case hexadecimal.
    sha256: String,
}

/// Answers with a statement; `q` marks what a query matches in it, `version` asks for another version than the newest.
pub(crate) async fn statement(
    State(service): State<Service>,
    Named(id): Named,
    parameters: Parameters,
) -> Result<Json<StatementResponse>, Failure> {
    parameters.only(&[&["q", "version"]])?;
    let query = parameters.scalar("q")?.map(str::to_owned);
    let version = parameters.number("version", u32::MAX)?;
    Ok(Json(service.read(id, version, query).await?.into()))
}

impl From<Reading> for StatementResponse {
    fn from(reading: Reading) -> Self {
        let Reading { statement, title, paragraphs: marked, version, archived_at, related } = reading;
        let paragraphs = statement.paragraphs.into_iter().zip(&marked).enumerate();
        Self {
            link: links::statement(&statement.id),
            id: statement.id,
            version,
            related,
            archived_at,
            title: statement.title,
            title_html: Markup(&title).to_string(),
            kind: statement.kind,
            date: statement.date,
            language: statement.language,
            speakers: statement.speakers.into_iter().map(Speaker::from).collect(),
            organisation: statement.organisation,
            countries: statement.countries,
            event: statement.event,
            place: statement.place,
            mentions: Mentioned {
                countries: statement.mentions.countries,
                organisations: statement.mentions.organisations,
            },
            provenance: statement.provenance,
            paragraphs: paragraphs.map(|(index, (text, marks))| Paragraph::new(index, text, marks)).collect(),
            url: statement.origin.url,
            // The file that it was read from is the server's own affair.
            origin: Origin { media_type: statement.origin.media_type, sha256: statement.origin.sha256 },
        }
    }
}

impl Paragraph {
    fn new(index: usize, paragraph: verbale_statement::Paragraph, marked: &Marked) -> Self {
        Self {
            number: index + 1,
            html: Markup(marked).to_string(),
            text: paragraph.text,
            language: paragraph.language,
            role: paragraph.role,
            speaker: paragraph.speaker,
        }
    }
}
