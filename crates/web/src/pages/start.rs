//! What the search page shows before anything is searched for: what there is, and how to ask.

use verbale_search::{Facet, Filters, Hit, Holdings, Request, Sort};
use verbale_statement::Language;

use super::phrase;
use crate::links;

/// The holdings and the examples, as links.
#[derive(Debug)]
pub(crate) struct Start {
    /// How many statements there are, in words.
    pub(crate) statements: String,
    /// Whether there is none.
    pub(crate) is_empty: bool,
    /// The page with all of them, the newest first.
    pub(crate) all: String,
    /// The newest ones and their pages.
    pub(crate) newest: Vec<(Hit, String)>,
    /// The languages of the holdings.
    pub(crate) languages: Vec<Part>,
    /// The kinds of the holdings.
    pub(crate) kinds: Vec<Part>,
    /// Queries that show the query language.
    pub(crate) examples: Vec<Example>,
}

/// A part of the holdings.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its name.
    pub(crate) label: String,
    /// How many statements it has, in digits.
    pub(crate) count: String,
    /// The page that lists it.
    pub(crate) link: String,
}

/// A query to try.
#[derive(Debug)]
pub(crate) struct Example {
    /// The query.
    pub(crate) query: String,
    /// What it finds.
    pub(crate) finds: String,
    /// The page that answers it.
    pub(crate) link: String,
}

/// How many of the newest statements are shown.
const SHOWN: usize = 3;

/// A word that statements in a language are sure to use.
const WORDS: [(Language, &str); 6] = [
    (Language::RUSSIAN, "безопасность"),
    (Language::FRENCH, "sécurité"),
    (Language::SPANISH, "seguridad"),
    (Language::ARABIC, "الأمن"),
    (Language::CHINESE, "安全"),
    (Language::ENGLISH, "security"),
];

impl Start {
    /// The start for what there is; `newest` are the first hits of the search for [`all`].
    pub(crate) fn new(holdings: &Holdings, mut newest: Vec<Hit>) -> Self {
        let by_language = holdings.languages.iter().map(|(language, count)| {
            let request = only(Facet::Language, language.code());
            Part::new(language.name().to_owned(), *count, &request)
        });
        let by_kind = holdings.kinds.iter().map(|(kind, count)| {
            let request = only(Facet::Kind, kind.name());
            Part::new(phrase::capital(kind.label()), *count, &request)
        });
        let examples = examples(holdings, &newest);
        newest.truncate(SHOWN);
        Self {
            statements: phrase::statements(&holdings.statements),
            is_empty: holdings.statements == 0,
            all: links::search(&all()),
            newest: newest.into_iter().map(with_link).collect(),
            languages: by_language.collect(),
            kinds: by_kind.collect(),
            examples,
        }
    }
}

fn with_link(hit: Hit) -> (Hit, String) {
    let link = links::statement(&hit.id);
    (hit, link)
}

/// The query language in a few examples, made of what there is where that is possible.
fn examples(holdings: &Holdings, newest: &[Hit]) -> Vec<Example> {
    let fixed = [
        ("security council", "both words, in any of their forms"),
        ("\"information security\"", "the words together, in this order"),
        ("sanctions -trade", "the first word without the second"),
        ("water OR fisheries", "either word"),
        ("border date:2019..2021", "a word, within a range of dates"),
    ];
    let held = |language: &Language| holdings.languages.iter().any(|(other, _)| other == language);
    let in_language = WORDS.iter().find(|(language, _)| held(language)).map(|(language, word)| {
        (format!("{word} lang:{language}"), format!("a word, in statements with {} text", language.name()))
    });
    let speaker = newest.iter().flat_map(|hit| &hit.speakers).map(|speaker| speaker.name.as_str());
    let by_speaker = speaker
        .filter(|name| !name.contains('"'))
        .map(|name| (format!("speaker:\"{name}\""), "what a person said".to_owned()))
        .next();
    let fixed = fixed.map(|(query, finds)| (query.to_owned(), finds.to_owned()));
    let all = fixed.into_iter().chain(in_language).chain(by_speaker);
    all.map(|(query, finds)| Example { link: links::search(&Request::new(query.as_str())), query, finds })
        .collect()
}

impl Part {
    fn new(label: String, count: u64, request: &Request) -> Self {
        Self { label, count: phrase::count(&count), link: links::search(request) }
    }
}

/// The search for all statements with a value, the newest first.
fn only(facet: Facet, value: &str) -> Request {
    Request { filters: Filters::default().with(facet, value), ..all() }
}

/// The search for all statements, the newest first.
pub(crate) fn all() -> Request {
    Request { sort: Sort::Newest, ..Request::new("") }
}
