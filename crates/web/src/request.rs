//! The parameters of a URL become a request.

use verbale_search::{Continuation, Facet, Facets, Matching, Ranking, Request, Sort};

use crate::failure::Failure;
use crate::parameters::{Choice, Parameters, choice, invalid};

/// The parameters that say what is looked for, and among which statements.
pub(crate) const QUESTION: &[&str] = &[
    "q",
    "match",
    "kind",
    "lang",
    "country",
    "mentions",
    "speaker",
    "org",
    "organisation",
    "event",
    "place",
    "year",
    "from",
    "to",
];

/// The parameters that say which hits are wanted, and in which order.
pub(crate) const ORDER: &[&str] = &["sort", "ranking"];

/// The parameters that say which part of the answer is wanted.
pub(crate) const PART: &[&str] = &["page", "per_page", "after", "facets", "facet_values"];

/// The values of `sort`, the default first.
pub(crate) const SORTS: [Choice<Sort>; 6] = [
    choice(Sort::Relevance.name(), Sort::Relevance, "Best match"),
    choice(Sort::Newest.name(), Sort::Newest, "Newest"),
    choice(Sort::Oldest.name(), Sort::Oldest, "Oldest"),
    choice(Sort::Speaker.name(), Sort::Speaker, "Speaker"),
    choice(Sort::Longest.name(), Sort::Longest, "Longest"),
    choice(Sort::Shortest.name(), Sort::Shortest, "Shortest"),
];

/// The name that `newest` had when it was the only order by date.
const DATE: &str = "date";

/// The values of `match`, the default first.
pub(crate) const MATCHINGS: [Choice<Matching>; 4] = [
    choice(Matching::Forgiving.name(), Matching::Forgiving, "All of the words, if possible"),
    choice(Matching::All.name(), Matching::All, "All of the words"),
    choice(Matching::Most.name(), Matching::Most, "Most of the words"),
    choice(Matching::Any.name(), Matching::Any, "Any of the words"),
];

/// How far into an answer pages reach that are asked for by number, in hits: one near the end costs as much as all
/// before it. Behind it, `after` goes on.
pub(crate) const REACH: u64 = 10_000;

/// The most values of each facet that can be asked for.
const MOST_FACET_VALUES: u32 = 1_000;

/// How many pages of `per_page` hits `total` hits fill, as far as pages can be asked for by number.
pub(crate) fn reachable_pages(total: u64, per_page: u32) -> u64 {
    let per_page = u64::from(per_page.max(1));
    total.div_ceil(per_page).min(REACH / per_page)
}

impl Parameters {
    /// What is looked for and in which order, without the part of the answer that is wanted.
    ///
    /// # Errors
    /// [`Failure::InvalidParameter`] names the first one that is wrong.
    pub(crate) fn question(&self) -> Result<Request, Failure> {
        let mut request = Request::new(self.scalar("q")?.unwrap_or_default());
        for facet in Facet::ALL {
            self.filter(facet, &mut request)?;
        }
        request.from = self.date("from")?;
        request.to = self.date("to")?;
        if let (Some(from), Some(to)) = (request.from, request.to)
            && from.first_day() > to.last_day()
        {
            return Err(invalid("from", format!("{from} is after {to}, which \"to\" gives")));
        }
        request.matching = self.choice("match", &MATCHINGS)?.unwrap_or_default();
        Ok(request)
    }

    /// The hits that are looked for and their order, all of them.
    ///
    /// # Errors
    /// [`Failure::InvalidParameter`] names the first one that is wrong.
    pub(crate) fn hits(&self) -> Result<Request, Failure> {
        let mut request = self.question()?;
        request.sort = match self.scalar("sort")?.map(str::trim) {
            Some(DATE) => Sort::Newest,
            _ => self.choice("sort", &SORTS)?.unwrap_or_default(),
        };
        if let Some(name) = self.scalar("ranking")? {
            request.ranking = Ranking::named(name.trim()).ok_or_else(|| {
                let names: Vec<_> = Ranking::profiles().iter().map(|(name, _)| *name).collect();
                invalid("ranking", format!("{name:?} is none of {}", names.join(", ")))
            })?;
        }
        Ok(request)
    }

    /// The search that the parameters ask for.
    ///
    /// # Errors
    /// [`Failure::InvalidParameter`] names the first one that is wrong.
    pub(crate) fn request(&self) -> Result<Request, Failure> {
        let mut request = self.hits()?;
        request.per_page = self.number("per_page", Request::MAX_PER_PAGE)?.unwrap_or(request.per_page);
        request.page = self.number("page", u32::MAX)?.unwrap_or(request.page);
        if u64::from(request.page) * u64::from(request.per_page) > REACH {
            let reason =
                format!("pages reach as far as hit {REACH}; go on with \"after\", which \"next\" gives");
            return Err(invalid("page", reason));
        }
        let after = self.scalar("after")?.map(str::parse::<Continuation>).transpose();
        request.after = after.map_err(|error| invalid("after", error))?;
        let facets: Result<Vec<Facets>, _> = self.values("facets").map(str::parse).collect();
        request.facets = Facets::of_all(facets.map_err(|error| invalid("facets", error))?);
        if let Some(values) = self.number("facet_values", MOST_FACET_VALUES)? {
            request.facet_values = values as usize;
        }
        Ok(request)
    }

    /// The facet that a parameter names.
    pub(crate) fn facet(&self, name: &str) -> Result<Option<Facet>, Failure> {
        let facet = self.scalar(name)?.map(|text| text.trim().parse()).transpose();
        facet.map_err(|error| invalid(name, error))
    }

    /// The values of a facet that statements must have: of codes and years several may stand with commas between
    /// them, of names, which have commas in them, one.
    fn filter(&self, facet: Facet, request: &mut Request) -> Result<(), Failure> {
        let name = facet.filter_name();
        let alias = (facet.name() != name).then(|| self.values(facet.name()));
        for value in self.values(name).chain(alias.into_iter().flatten()) {
            let values = match facet {
                Facet::Kind | Facet::Language | Facet::Country | Facet::Mentions | Facet::Year => {
                    value.split(',').collect()
                }
                Facet::Speaker | Facet::Organisation | Facet::Event | Facet::Place => vec![value],
            };
            for value in values.into_iter().filter(|value| !value.trim().is_empty()) {
                request.filters.add(facet, value).map_err(|error| invalid(name, error))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(query: &str) -> String {
        let parameters = Parameters::read(query);
        let known = parameters.only(&[QUESTION, ORDER, PART]);
        known.and_then(|()| parameters.request()).unwrap_err().to_string()
    }

    #[test]
    fn every_parameter_arrives() {
        let query = "q=border+%22mission%22&lang=ru,en&lang=fr&kind=joint_statement&from=2019&to=2021-11\
                     &speaker=Tolvane,+Mira&speaker=Pavel+Orsha&org=Pact&organisation=Council&year=2020,2021\
                     &event=E&place=P&sort=date&match=most&page=3&per_page=20&after=newest.1f..x&ranking=bm25\
                     &facets=speaker,org&facets=year,speaker&facet_values=7";
        let request = Parameters::read(query).request().unwrap();
        assert_eq!(request.query, "border \"mission\"");
        let of = |facet| request.filters.of(facet).join("|");
        assert_eq!(of(Facet::Language), "ru|en|fr");
        assert_eq!(of(Facet::Kind), "joint_statement");
        assert_eq!(of(Facet::Speaker), "Tolvane, Mira|Pavel Orsha");
        assert_eq!(of(Facet::Organisation), "Pact|Council");
        assert_eq!(
            (of(Facet::Event), of(Facet::Place), of(Facet::Year)),
            ("E".into(), "P".into(), "2020|2021".into())
        );
        assert_eq!((request.from, request.to), ("2019".parse().ok(), "2021-11".parse().ok()));
        assert_eq!((request.sort, request.matching), (Sort::Newest, Matching::Most));
        assert_eq!((request.page, request.per_page), (3, 20));
        assert_eq!(request.after.map(|after| after.to_string()), Some("newest.1f..x".to_owned()));
        assert_eq!(Some(request.ranking), Ranking::named("bm25"));
        assert_eq!(request.facets, [Facet::Speaker, Facet::Organisation, Facet::Year]);
        assert_eq!(request.facet_values, 7);
        assert_eq!(Parameters::read("facets=all").request().unwrap().facets, Facet::ALL);
    }

    #[test]
    fn blank_values_are_no_values() {
        let query = "q=&lang=&kind=+&from=&to=&sort=&match=&page=&per_page=&after=&facets=&org=&ranking=";
        assert_eq!(Parameters::read(query).request().unwrap(), Request::new(""));
        assert_eq!(Parameters::read("lang=,ru,,ru").request().unwrap().filters.of(Facet::Language), ["ru"]);
    }

    #[test]
    fn refusals_name_the_parameter_and_say_what_to_write() {
        const QUERIES: [&str; 22] = [
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
            "year=soon",
            "from=soon",
            "to=2021-02-30",
            "from=2021-06&to=2021-05",
            "sort=random",
            "match=some",
            "ranking=best",
            "facets=colour",
            "after=here",
            "q=a&q=b",
            "page=1&page=2",
            "language=en",
        ];
        insta::assert_snapshot!(QUERIES.map(refusal).join("\n"), @r#"
        The parameter "page": "0" is no number from 1 on.
        The parameter "page": "-1" is no number from 1 on.
        The parameter "page": "soon" is no number from 1 on.
        The parameter "page": pages reach as far as hit 10000; go on with "after", which "next" gives.
        The parameter "page": pages reach as far as hit 10000; go on with "after", which "next" gives.
        The parameter "per_page": "101" is no number from 1 to 100.
        The parameter "per_page": "0" is no number from 1 to 100.
        The parameter "lang": "english-ish" is no language code; write two or three letters, such as en, ru or zh.
        The parameter "lang": "<b>" is no language code; write two or three letters, such as en, ru or zh.
        The parameter "kind": "sermon" is no kind of statement; there are speech, interview, communique, joint_statement, press_release, remarks, statement.
        The parameter "year": "soon" is no year; write four digits, such as 2021.
        The parameter "from": "soon" is no date; write 2021, 2021-11 or 2021-11-17.
        The parameter "to": there is no 2021-02-30 in the calendar.
        The parameter "from": 2021-06 is after 2021-05, which "to" gives.
        The parameter "sort": "random" is none of relevance, newest, oldest, speaker, longest, shortest.
        The parameter "match": "some" is none of forgiving, all, most, any.
        The parameter "ranking": "best" is none of default, bm25, recall.
        The parameter "facets": there is no facet "colour"; facets are kind, lang, country, mentions, speaker, organisation, event, place, year.
        The parameter "after": this is no place in an order of hits; take it from an answer as it stands there.
        The parameter "q": it is given more than once; give one value.
        The parameter "page": it is given more than once; give one value.
        The parameter "language": there is no such parameter; there are q, match, kind, lang, country, mentions, speaker, org, organisation, event, place, year, from, to, sort, ranking, page, per_page, after, facets, facet_values.
        "#);
    }

    #[test]
    fn a_year_and_a_month_in_it_are_a_range() {
        assert!(Parameters::read("from=2021-06&to=2021").request().is_ok());
        assert!(Parameters::read("from=2021&to=2021-06").request().is_ok());
    }
}
