//! `GET /api/v1/search`: the statements that match a query.

use std::time::Instant;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use verbale_search::{Answer, Related, Request};
use verbale_statement::{Country, Kind, Language, PartialDate, StatementId};

use super::remarks::{Expansion, Relaxed};
use super::{Note, Speaker};
use crate::failure::Failure;
use crate::links;
use crate::markup::Markup;
use crate::parameters::Parameters;
use crate::request::{ORDER, PART, QUESTION, reachable_pages};
use crate::service::Service;

/// One page of an answer.
#[derive(Debug, Serialize)]
pub(crate) struct SearchResponse {
    /// The query as sent.
    query: String,
    /// The query as it was understood, in the query language.
    understood: String,
    /// Remarks on the query.
    notes: Vec<Note>,
    /// What its wildcards, and words that may be misspelt, stand for.
    expansions: Vec<Expansion>,
    /// What was searched instead, where no statement has all of the words and `match` is not given; else null.
    relaxed: Option<Relaxed>,
    /// How many statements match.
    total: u64,
    /// Which page this is, counted from 1, from `after` on where that is given.
    page: u32,
    /// The most hits that a page has.
    per_page: u32,
    /// How many pages can be asked for by number: those within the first 10,000 hits.
    pages: u64,
    /// Where the next page begins, for the parameter `after`, which goes on to the last hit; null on the last page.
    next: Option<String>,
    /// How long the search took, in milliseconds, waiting not counted.
    took_ms: u64,
    /// The statements of this page, in order.
    hits: Vec<Hit>,
    /// What the statements that match can be parted by: the facets that `facets` asks for, in that order.
    facets: Vec<FacetCounts>,
}

/// The values of one facet among the statements that match.
#[derive(Debug, Serialize)]
pub(crate) struct FacetCounts {
    /// The facet's name.
    facet: &'static str,
    /// The parameter that filters by it.
    parameter: &'static str,
    /// The most frequent values first, as many as `facet_values` says, then those that are filtered by.
    values: Vec<FacetValue>,
    /// How many values there are in all.
    different: usize,
}

/// A value of a facet.
#[derive(Debug, Serialize)]
pub(crate) struct FacetValue {
    /// The value, as the parameter takes it.
    value: String,
    /// How many statements a filter by this value alone would find, the filters by other facets as they are.
    statements: u64,
    /// Whether it is filtered by.
    selected: bool,
}

/// A statement that matches.
#[derive(Debug, Serialize)]
pub(crate) struct Hit {
    /// The statement's name.
    id: StatementId,
    /// How well it matches, comparable within one answer only; null unless sorted by relevance.
    score: Option<f32>,
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
    /// Who speaks.
    speakers: Vec<Speaker>,
    /// The organisation or ministry that issued it.
    organisation: Option<String>,
    /// The states that it is made for, by their codes of ISO 3166-1: `KZ`.
    countries: Vec<Country>,
    /// The countries and organisations that its paragraphs mention, by their codes and ids: `KZ`, `org:csto`.
    mentions: Vec<String>,
    /// The meeting or occasion.
    event: Option<String>,
    /// Where it was made.
    place: Option<String>,
    /// Where it was published, as the source gives it: check it before making a link of it.
    url: Option<String>,
    /// The path of its page here.
    link: String,
    /// `versions`, how many it has; `also`, where else the text was published: `id`, `sameness`, `url`, `date` and
    /// `organisation`; and `translations`: `language`, `url` and, if it is here, `id`.
    #[serde(flatten)]
    related: Related,
    /// Up to three passages with the densest matches, in reading order; without a match in the text, its
    /// beginning.
    passages: Vec<Passage>,
}

/// A piece of one paragraph.
#[derive(Debug, Serialize)]
pub(crate) struct Passage {
    /// Which paragraph of the statement it is from, counted from 1.
    paragraph: usize,
    /// The language of the paragraph.
    language: Language,
    /// The piece as plain text.
    text: String,
    /// The piece as HTML: escaped, matches in `<mark>`.
    html: String,
    /// Whether the paragraph has more text before the piece.
    cut_before: bool,
    /// Whether the paragraph has more text behind the piece.
    cut_after: bool,
}

/// Answers a search.
pub(crate) async fn search(
    State(service): State<Service>,
    parameters: Parameters,
) -> Result<Json<SearchResponse>, Failure> {
    parameters.only(&[QUESTION, ORDER, PART])?;
    let request = parameters.request()?;
    let asked = request.clone();
    let (answer, took_ms) = service
        .ask(move |searcher| {
            let began = Instant::now();
            let answer = searcher.search(&asked)?;
            Ok((answer, u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX)))
        })
        .await?;
    Ok(Json(SearchResponse::new(request, answer, took_ms)))
}

impl SearchResponse {
    fn new(request: Request, answer: Answer, took_ms: u64) -> Self {
        Self {
            understood: answer.understood,
            notes: answer.notes.into_iter().map(|note| Note::on(&request.query, note)).collect(),
            expansions: answer.expansions.into_iter().map(Expansion::from).collect(),
            relaxed: answer.relaxed.map(Relaxed::from),
            total: answer.total,
            page: request.page,
            per_page: request.per_page,
            pages: reachable_pages(answer.total, request.per_page),
            next: answer.next.map(|next| next.to_string()),
            took_ms,
            facets: answer.facets.into_iter().map(FacetCounts::from).collect(),
            hits: answer.hits.into_iter().map(Hit::from).collect(),
            query: request.query,
        }
    }
}

impl From<verbale_search::Hit> for Hit {
    fn from(hit: verbale_search::Hit) -> Self {
        Self {
            link: links::statement(&hit.id),
            id: hit.id,
            score: hit.score,
            title_html: Markup(&hit.title).to_string(),
            title: hit.title.text,
            kind: hit.kind,
            date: hit.date,
            language: hit.language,
            speakers: hit.speakers.into_iter().map(Speaker::from).collect(),
            organisation: hit.organisation,
            countries: hit.countries,
            mentions: hit.mentions.iter().map(|own| own.id().to_owned()).collect(),
            event: hit.event,
            place: hit.place,
            url: hit.url,
            related: hit.related,
            passages: hit.passages.into_iter().map(Passage::from).collect(),
        }
    }
}

impl From<verbale_search::Passage> for Passage {
    fn from(passage: verbale_search::Passage) -> Self {
        Self {
            paragraph: passage.paragraph,
            language: passage.language,
            html: Markup(&passage.text).to_string(),
            text: passage.text.text,
            cut_before: passage.cut_before,
            cut_after: passage.cut_after,
        }
    }
}

impl From<verbale_search::FacetCounts> for FacetCounts {
    fn from(counts: verbale_search::FacetCounts) -> Self {
        let value = |value: verbale_search::FacetValue| FacetValue {
            value: value.value,
            statements: value.statements,
            selected: value.selected,
        };
        Self {
            facet: counts.facet.name(),
            parameter: counts.facet.filter_name(),
            values: counts.values.into_iter().map(value).collect(),
            different: counts.different,
        }
    }
}
