//! The search form, filled in as the reader left it.

use verbale_search::{Facet, Holdings};
use verbale_statement::{Kind, Language};

use super::phrase;
use crate::failure::Failure;
use crate::parameters::Parameters;
use crate::request::MATCHINGS;

/// The fields and their values, also those that could not be read.
#[derive(Debug, Default)]
pub(crate) struct Form {
    /// The path of the page that it is sent to.
    pub(crate) action: &'static str,
    /// The query as typed.
    pub(crate) query: String,
    /// The earliest date as typed.
    pub(crate) from: String,
    /// The latest date as typed.
    pub(crate) to: String,
    /// Languages to choose from: those of the holdings, and those chosen.
    pub(crate) languages: Vec<Choice>,
    /// Kinds to choose from: likewise.
    pub(crate) kinds: Vec<Choice>,
    /// Match modes to choose from.
    pub(crate) matchings: Vec<Choice>,
    /// What was chosen elsewhere on the page and goes with the next search: names and values.
    pub(crate) kept: Vec<(String, String)>,
    /// What can't be read: the parameter's name and the reason.
    pub(crate) problem: Option<(String, String)>,
}

/// Something to choose.
#[derive(Debug)]
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) value: String,
    /// What is read.
    pub(crate) label: String,
    /// How many statements there are of it; none where that says nothing.
    pub(crate) count: Option<u64>,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// The facets that the form has no fields for: there may be thousands of values.
const ELSEWHERE: [Facet; 7] = [
    Facet::Country,
    Facet::Mentions,
    Facet::Speaker,
    Facet::Organisation,
    Facet::Event,
    Facet::Place,
    Facet::Year,
];

impl Form {
    /// The form of the page at `action` for `parameters`, of which `own` are the page's own, with what is wrong in
    /// them if something is.
    pub(crate) fn new(
        action: &'static str,
        own: &[&str],
        parameters: &Parameters,
        holdings: &Holdings,
        failure: Option<&Failure>,
    ) -> Self {
        let typed = |name| parameters.values(name).next().unwrap_or_default().to_owned();
        // Where the list can't be read, its boxes are empty and the problem says why.
        let languages: Vec<Language> = parameters.list("lang").unwrap_or_default();
        let kinds: Vec<Kind> = parameters.list("kind").unwrap_or_default();
        let language = |(language, count): (Language, u64)| Choice {
            value: language.code().to_owned(),
            label: language.name().to_owned(),
            count: Some(count),
            chosen: languages.contains(&language),
        };
        let kind = |(kind, count): (Kind, u64)| Choice {
            value: kind.name().to_owned(),
            label: phrase::capital(kind.label()),
            count: Some(count),
            chosen: kinds.contains(&kind),
        };
        let matching = typed("match");
        let matchings = MATCHINGS.map(|choice| Choice {
            value: choice.name.to_owned(),
            label: choice.label.to_owned(),
            count: None,
            chosen: choice.name == matching,
        });
        let elsewhere = ELSEWHERE.map(Facet::filter_name);
        let kept = |name: &&str| -> Vec<(String, String)> {
            parameters.values(name).map(|value| ((*name).to_owned(), value.to_owned())).collect()
        };
        let problem = failure.map(|failure| match failure {
            Failure::InvalidParameter { name, reason } => (name.clone(), reason.clone()),
            other => (String::new(), other.to_string()),
        });
        Self {
            action,
            query: typed("q"),
            from: typed("from"),
            to: typed("to"),
            languages: with_chosen(&holdings.languages, &languages).map(language).collect(),
            kinds: with_chosen(&holdings.kinds, &kinds).map(kind).collect(),
            matchings: matchings.into(),
            kept: elsewhere.iter().chain(own).flat_map(kept).collect(),
            problem,
        }
    }

    /// How many filters are set.
    pub(crate) fn filters(&self) -> usize {
        let chosen = self.languages.iter().chain(&self.kinds).filter(|choice| choice.chosen).count();
        let elsewhere = ELSEWHERE.map(Facet::filter_name);
        let elsewhere = self.kept.iter().filter(|(name, _)| elsewhere.contains(&name.as_str())).count();
        chosen + elsewhere + usize::from(!self.from.is_empty()) + usize::from(!self.to.is_empty())
    }

    /// Whether what is wrong is the parameter `name`.
    pub(crate) fn is_wrong(&self, name: &str) -> bool {
        self.problem.as_ref().is_some_and(|(wrong, _)| wrong == name)
    }
}

/// The counted values, and behind them the chosen ones that occur in no statement.
fn with_chosen<T: Copy + PartialEq>(counted: &[(T, u64)], chosen: &[T]) -> impl Iterator<Item = (T, u64)> {
    let missing = chosen.iter().filter(|value| !counted.iter().any(|(known, _)| known == *value));
    counted.iter().copied().chain(missing.map(|value| (*value, 0)))
}
