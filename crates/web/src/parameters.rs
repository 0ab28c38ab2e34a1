//! The parameters of a URL become a request.

use std::convert::Infallible;
use std::fmt::Display;
use std::str::FromStr;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use url::form_urlencoded;
use verbale_search::{Facet, Matching, Request, Sort};
use verbale_statement::{Kind, Language, PartialDate, StatementId};

use crate::failure::Failure;

/// The parameters of a search.
pub(crate) const SEARCH: [&str; 9] = ["q", "page", "per_page", "lang", "kind", "from", "to", "sort", "match"];

/// The values of `sort` with their labels, the default first.
pub(crate) const SORTS: [(&str, Sort, &str); 2] =
    [("relevance", Sort::Relevance, "Best match first"), ("date", Sort::Newest, "Newest first")];

/// The values of `match` with their labels, the default first.
pub(crate) const MATCHINGS: [(&str, Matching, &str); 3] = [
    ("all", Matching::All, "All of the words"),
    ("most", Matching::Most, "Most of the words"),
    ("any", Matching::Any, "Any of the words"),
];

/// How far into an answer pages reach, in hits: a page near the end costs as much as all before it.
pub(crate) const REACH: u64 = 10_000;

/// How many pages of `per_page` hits `total` hits fill, as far as pages reach.
pub(crate) fn reachable_pages(total: u64, per_page: u32) -> u64 {
    let per_page = u64::from(per_page.max(1));
    total.div_ceil(per_page).min(REACH / per_page)
}

/// The parameters as sent, decoded, in their order. A blank value is no value: HTML forms send one for every
/// field that is left empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The parameters in the query of a URL.
    pub(crate) fn read(query: &str) -> Self {
        let sent = form_urlencoded::parse(query.as_bytes()).into_owned();
        Self(sent.filter(|(_, value)| !value.trim().is_empty()).collect())
    }

    /// The fields of a form.
    pub(crate) fn of_form(body: &[u8]) -> Self {
        Self::read(&String::from_utf8_lossy(body))
    }

    /// The value of a parameter that must be given once.
    pub(crate) fn required(&self, name: &str) -> Result<&str, Failure> {
        self.scalar(name)?.ok_or_else(|| invalid(name, "a value is missing"))
    }

    /// Refuses parameters other than `known`, so that a misspelt filter isn't taken for no filter.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), Failure> {
        match self.0.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            None => Ok(()),
            Some((name, _)) => Err(invalid(name, format!("there is no such parameter; there are {}", known.join(", ")))),
        }
    }

    /// Every value of `name` as typed.
    pub(crate) fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The value of a parameter that may be given once.
    pub(crate) fn scalar(&self, name: &str) -> Result<Option<&str>, Failure> {
        let mut values = self.values(name);
        match (values.next(), values.next()) {
            (_, Some(_)) => Err(invalid(name, "it is given more than once; give one value")),
            (value, None) => Ok(value),
        }
    }

    /// The values of a parameter that may be repeated, or hold several values with commas between them.
    pub(crate) fn list<T: FromStr<Err: Display> + PartialEq>(&self, name: &str) -> Result<Vec<T>, Failure> {
        let mut list = Vec::new();
        let values = self.values(name).flat_map(|value| value.split(',')).map(str::trim);
        for value in values.filter(|value| !value.is_empty()) {
            let value = value.parse().map_err(|error: T::Err| invalid(name, error))?;
            if !list.contains(&value) {
                list.push(value);
            }
        }
        Ok(list)
    }

    /// The search that the parameters ask for.
    ///
    /// # Errors
    /// [`Failure::InvalidParameter`] names the first one that is wrong.
    pub(crate) fn request(&self) -> Result<Request, Failure> {
        let mut request = Request::new(self.scalar("q")?.unwrap_or_default());
        for language in self.list::<Language>("lang")? {
            request.filters.insert(Facet::Language, language.code());
        }
        for kind in self.list::<Kind>("kind")? {
            request.filters.insert(Facet::Kind, kind.name());
        }
        request.from = self.date("from")?;
        request.to = self.date("to")?;
        if let (Some(from), Some(to)) = (request.from, request.to)
            && from.first_day() > to.last_day()
        {
            return Err(invalid("from", format!("{from} is after {to}, which \"to\" gives")));
        }
        request.sort = self.choice("sort", &SORTS)?.unwrap_or_default();
        request.matching = self.choice("match", &MATCHINGS)?.unwrap_or_default();
        request.per_page = self.number("per_page", Request::MAX_PER_PAGE)?.unwrap_or(request.per_page);
        request.page = self.number("page", u32::MAX)?.unwrap_or(request.page);
        if u64::from(request.page) * u64::from(request.per_page) > REACH {
            let reason = format!("reaches beyond the first {REACH} hits; narrow the search instead");
            return Err(invalid("page", reason));
        }
        Ok(request)
    }

    /// The language that a parameter names.
    pub(crate) fn language(&self, name: &str) -> Result<Option<Language>, Failure> {
        self.scalar(name)?.map(|text| text.trim().parse().map_err(|error| invalid(name, error))).transpose()
    }

    fn date(&self, name: &str) -> Result<Option<PartialDate>, Failure> {
        self.scalar(name)?.map(|text| text.parse().map_err(|error| invalid(name, error))).transpose()
    }

    /// The whole number from 1 to `most` that a parameter gives.
    pub(crate) fn number(&self, name: &str, most: u32) -> Result<Option<u32>, Failure> {
        let Some(text) = self.scalar(name)? else { return Ok(None) };
        match text.trim().parse() {
            Ok(number) if (1..=most).contains(&number) => Ok(Some(number)),
            _ if most == u32::MAX => Err(invalid(name, format!("{text:?} is no number from 1 on"))),
            _ => Err(invalid(name, format!("{text:?} is no number from 1 to {most}"))),
        }
    }

    fn choice<T: Copy>(&self, name: &str, choices: &[(&str, T, &str)]) -> Result<Option<T>, Failure> {
        let Some(text) = self.scalar(name)? else { return Ok(None) };
        match choices.iter().find(|(value, _, _)| *value == text.trim()) {
            Some((_, choice, _)) => Ok(Some(*choice)),
            None => {
                let values: Vec<_> = choices.iter().map(|(value, _, _)| *value).collect();
                Err(invalid(name, format!("{text:?} is none of {}", values.join(", "))))
            }
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Parameters {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::read(parts.uri.query().unwrap_or_default()))
    }
}

/// The statement that the path of a URL names.
pub(crate) struct Named(pub(crate) StatementId);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        // Only a path that isn't UTF-8 when decoded has no text.
        let Path(text) =
            Path::<String>::from_request_parts(parts, state).await.map_err(|_| Failure::NotFound)?;
        StatementId::new(text.as_str()).map(Self).map_err(|_| Failure::UnknownStatement(text))
    }
}

/// What is wrong with a parameter.
pub(crate) fn invalid(name: &str, reason: impl ToString) -> Failure {
    Failure::InvalidParameter { name: name.to_owned(), reason: reason.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(query: &str) -> String {
        let parameters = Parameters::read(query);
        parameters.only(&SEARCH).and_then(|()| parameters.request()).unwrap_err().to_string()
    }

    #[test]
    fn every_parameter_arrives() {
        let query = "q=border+%22mission%22&lang=ru,en&lang=fr&kind=joint_statement&from=2019&to=2021-11\
                     &sort=date&match=most&page=3&per_page=20";
        let request = Parameters::read(query).request().unwrap();
        assert_eq!(request.query, "border \"mission\"");
        assert_eq!(request.filters.of(Facet::Language), ["ru", "en", "fr"]);
        assert_eq!(request.filters.of(Facet::Kind), ["joint_statement"]);
        assert_eq!((request.from, request.to), ("2019".parse().ok(), "2021-11".parse().ok()));
        assert_eq!((request.sort, request.matching), (Sort::Newest, Matching::Most));
        assert_eq!((request.page, request.per_page), (3, 20));
    }

    #[test]
    fn blank_values_are_no_values() {
        let query = "q=&lang=&kind=+&from=&to=&sort=&match=&page=&per_page=";
        assert_eq!(Parameters::read(query).request().unwrap(), Request::new(""));
        assert_eq!(Parameters::read("lang=,ru,,ru").request().unwrap().filters.of(Facet::Language), ["ru"]);
    }

    #[test]
    fn refusals_name_the_parameter_and_say_what_to_write() {
        const QUERIES: [&str; 18] = [
            "page=0",
            "page=-1",
            "page=soon",
            "page=1001",
            "page=4294967295&per_page=100",
            "per_page=101",
            "per_page=0",
            "lang=english-ish",
            "lang=en,%3Cb%3E",
            "kind=sermon",
            "from=soon",
            "to=2021-02-30",
            "from=2021-06&to=2021-05",
            "sort=random",
            "match=some",
            "q=a&q=b",
            "page=1&page=2",
            "language=en",
        ];
        insta::assert_snapshot!(QUERIES.map(refusal).join("\n"), @r#"
        The parameter "page": "0" is no number from 1 on.
        The parameter "page": "-1" is no number from 1 on.
        The parameter "page": "soon" is no number from 1 on.
        The parameter "page": reaches beyond the first 10000 hits; narrow the search instead.
        The parameter "page": reaches beyond the first 10000 hits; narrow the search instead.
        The parameter "per_page": "101" is no number from 1 to 100.
        The parameter "per_page": "0" is no number from 1 to 100.
        The parameter "lang": "english-ish" is no language code; write two or three letters, such as en, ru or zh.
        The parameter "lang": "<b>" is no language code; write two or three letters, such as en, ru or zh.
        The parameter "kind": "sermon" is no kind of statement; there are speech, interview, communique, joint_statement, press_release, remarks, statement.
        The parameter "from": "soon" is no date; write 2021, 2021-11 or 2021-11-17.
        The parameter "to": there is no 2021-02-30 in the calendar.
        The parameter "from": 2021-06 is after 2021-05, which "to" gives.
        The parameter "sort": "random" is none of relevance, date.
        The parameter "match": "some" is none of all, most, any.
        The parameter "q": it is given more than once; give one value.
        The parameter "page": it is given more than once; give one value.
        The parameter "language": there is no such parameter; there are q, page, per_page, lang, kind, from, to, sort, match.
        "#);
    }

    #[test]
    fn a_year_and_a_month_in_it_are_a_range() {
        assert!(Parameters::read("from=2021-06&to=2021").request().is_ok());
        assert!(Parameters::read("from=2021&to=2021-06").request().is_ok());
    }
}
