//! An answer as programs read it.

use serde::Serialize;
use verbale_search::{Answer, Expansion, FacetCounts, Hit, Marked, Related, Relaxation};
use verbale_statement::{Mentioned, Speaker};

#[derive(Serialize)]
pub(super) struct AnswerRecord<'a> {
    understood: &'a str,
    total: u64,
    /// What was searched instead of a query that finds nothing.
    relaxed: Option<RelaxationRecord<'a>>,
    /// What wildcards and words that may be misspelt stand for.
    expansions: Vec<ExpansionRecord<'a>>,
    pub(super) hits: Vec<HitRecord<'a>>,
    /// What `--after` takes to go on.
    next: Option<String>,
    facets: Vec<FacetRecord<'a>>,
}

#[derive(Serialize)]
struct RelaxationRecord<'a> {
    step: &'static str,
    replaced: Vec<ReplacedRecord<'a>>,
    left_out: &'a [String],
    query: &'a str,
    #[serde(rename = "match")]
    matching: &'static str,
}

#[derive(Serialize)]
struct ReplacedRecord<'a> {
    word: &'a str,
    by: &'a [String],
}

#[derive(Serialize)]
pub(crate) struct ExpansionRecord<'a> {
    pattern: &'a str,
    words: &'a [String],
    /// How many words fit, searched or not.
    found: Option<usize>,
}

#[derive(Serialize)]
struct FacetRecord<'a> {
    facet: &'static str,
    /// How many values there are.
    different: usize,
    values: Vec<ValueRecord<'a>>,
}

#[derive(Serialize)]
struct ValueRecord<'a> {
    value: &'a str,
    statements: u64,
    selected: bool,
}

#[derive(Serialize)]
pub(crate) struct HitRecord<'a> {
    id: &'a str,
    score: Option<f32>,
    date: Option<String>,
    speakers: &'a [Speaker],
    title: &'a str,
    /// Bytes of the title that match.
    title_marks: Vec<(usize, usize)>,
    kind: Option<&'static str>,
    language: &'a str,
    organisation: Option<&'a str>,
    /// Codes in two letters.
    countries: Vec<&'a str>,
    /// Codes of countries and ids of organisations.
    mentions: Vec<&'a str>,
    event: Option<&'a str>,
    place: Option<&'a str>,
    url: Option<&'a str>,
    /// Versions, where else the text was published, and other languages.
    #[serde(flatten)]
    related: &'a Related,
    passages: Vec<PassageRecord<'a>>,
}

#[derive(Serialize)]
struct PassageRecord<'a> {
    paragraph: usize,
    text: &'a str,
    /// Bytes of the text that match.
    marks: Vec<(usize, usize)>,
}

impl<'a> From<&'a Answer> for AnswerRecord<'a> {
    fn from(answer: &'a Answer) -> Self {
        Self {
            understood: &answer.understood,
            total: answer.total,
            relaxed: answer.relaxed.as_ref().map(RelaxationRecord::from),
            expansions: answer.expansions.iter().map(ExpansionRecord::from).collect(),
            hits: answer.hits.iter().map(HitRecord::from).collect(),
            next: answer.next.as_ref().map(ToString::to_string),
            facets: answer.facets.iter().map(FacetRecord::from).collect(),
        }
    }
}

impl<'a> From<&'a Relaxation> for RelaxationRecord<'a> {
    fn from(relaxation: &'a Relaxation) -> Self {
        let replaced = relaxation.replaced.iter().map(|(word, by)| ReplacedRecord { word, by });
        Self {
            step: relaxation.step.name(),
            replaced: replaced.collect(),
            left_out: &relaxation.left_out,
            query: &relaxation.query,
            matching: relaxation.matching.name(),
        }
    }
}

impl<'a> From<&'a Expansion> for ExpansionRecord<'a> {
    fn from(expansion: &'a Expansion) -> Self {
        Self { pattern: &expansion.pattern, words: &expansion.words, found: expansion.found }
    }
}

impl<'a> From<&'a FacetCounts> for FacetRecord<'a> {
    fn from(counts: &'a FacetCounts) -> Self {
        let values = counts.values.iter().map(|own| ValueRecord {
            value: &own.value,
            statements: own.statements,
            selected: own.selected,
        });
        Self { facet: counts.facet.name(), different: counts.different, values: values.collect() }
    }
}

impl<'a> From<&'a Hit> for HitRecord<'a> {
    fn from(hit: &'a Hit) -> Self {
        let passage = |passage: &'a verbale_search::Passage| PassageRecord {
            paragraph: passage.paragraph,
            text: &passage.text.text,
            marks: marks(&passage.text),
        };
        Self {
            id: hit.id.as_str(),
            score: hit.score,
            date: hit.date.map(|date| date.to_string()),
            speakers: &hit.speakers,
            title: &hit.title.text,
            title_marks: marks(&hit.title),
            kind: hit.kind.map(|kind| kind.name()),
            language: hit.language.code(),
            organisation: hit.organisation.as_deref(),
            countries: hit.countries.iter().map(|country| country.code()).collect(),
            mentions: hit.mentions.iter().map(Mentioned::id).collect(),
            event: hit.event.as_deref(),
            place: hit.place.as_deref(),
            url: hit.url.as_deref(),
            related: &hit.related,
            passages: hit.passages.iter().map(passage).collect(),
        }
    }
}

fn marks(marked: &Marked) -> Vec<(usize, usize)> {
    marked.marks.iter().map(|mark| (mark.start, mark.end)).collect()
}
