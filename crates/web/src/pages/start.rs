//! What the search page shows before anything is searched for: what there is, and how to ask.

use verbale_search::{Holdings, Request, Sort};

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
    pub(crate) newest: String,
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
    pub(crate) query: &'static str,
    /// What it finds.
    pub(crate) finds: &'static str,
    /// The page that answers it.
    pub(crate) link: String,
}

const EXAMPLES: [(&str, &str); 7] = [
    ("security council", "both words, in any of their forms"),
    ("\"humanitarian assistance\"", "the words together, in this order"),
    ("sanctions -trade", "the first word without the second"),
    ("water OR fisheries", "either word"),
    ("безопасность lang:ru", "a word, in Russian statements"),
    ("speaker:Tolvane", "what a person said"),
    ("border date:2019..2021", "a word, within a range of dates"),
];

impl Start {
    /// The start for what there is.
    pub(crate) fn new(holdings: &Holdings) -> Self {
        let by_language = holdings.languages.iter().map(|(language, count)| {
            let request = Request { languages: vec![*language], ..newest() };
            Part::new(language.name().to_owned(), *count, &request)
        });
        let by_kind = holdings.kinds.iter().map(|(kind, count)| {
            let request = Request { kinds: vec![*kind], ..newest() };
            Part::new(phrase::capital(kind.label()), *count, &request)
        });
        let example = |(query, finds)| Example { query, finds, link: links::search(&Request::new(query)) };
        Self {
            statements: phrase::statements(&holdings.statements),
            is_empty: holdings.statements == 0,
            newest: links::search(&newest()),
            languages: by_language.collect(),
            kinds: by_kind.collect(),
            examples: EXAMPLES.map(example).into(),
        }
    }
}

impl Part {
    fn new(label: String, count: u64, request: &Request) -> Self {
        Self { label, count: phrase::count(&count), link: links::search(request) }
    }
}

fn newest() -> Request {
    Request { sort: Sort::Date, ..Request::new("") }
}
