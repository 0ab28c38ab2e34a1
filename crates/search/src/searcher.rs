//! The way from a request to an answer.

use std::cmp::Reverse;
use std::sync::{Mutex, MutexGuard, PoisonError};

use verbale_archive::{Archive, Record, Sequence};
use verbale_index::{Clause, Contribution, Engine, Facet, Match, Part, Plan};
use verbale_query::parse;
use verbale_statement::{Language, Statement, StatementId};

use crate::expansions::notes;
use crate::highlight::Highlighter;
use crate::passages::passages;
use crate::{
    Answer, Comparison, Hit, Holdings, Matching, Reading, Related, Request, SearchError, Version, history,
};

/// Answers searches over one archive and its index. Calls block; share it between threads.
pub struct Searcher {
    archive: Mutex<Archive>,
    pub(crate) engine: Box<dyn Engine>,
    /// What there is to search, as of the places in the change log where archive and index are.
    holdings: Mutex<Option<([Option<Sequence>; 2], Holdings)>>,
}

impl Searcher {
    /// A searcher over `archive` and the `engine` that indexes it.
    pub fn new(archive: Archive, engine: Box<dyn Engine>) -> Self {
        Self { archive: Mutex::new(archive), engine, holdings: Mutex::new(None) }
    }

    /// Answers `request`.
    ///
    /// # Errors
    /// If the page is out of range, or index or archive can't be read. No query is an error: what can't be
    /// understood is noted in the answer.
    pub fn search(&self, request: &Request) -> Result<Answer, SearchError> {
        let (page, per_page) = (request.page, request.per_page);
        if page == 0 || per_page == 0 || per_page > Request::MAX_PER_PAGE {
            return Err(SearchError::Page { page, per_page });
        }
        let parsed = parse(&request.query);
        let (offset, limit) = ((page as usize - 1) * per_page as usize, per_page as usize);
        let strict = self.analysed(parsed.query, request.matching)?;
        // One more than the page has, to know whether there is another one.
        let plan =
            Plan { after: request.after.clone(), offset, limit: limit + 1, ..self.plan(&strict, request)? };
        let strict_matches = self.engine.search(&plan)?;
        let relaxed = match request.matching {
            Matching::Forgiving if strict_matches.total == 0 => self.relaxed(request, &strict, &plan)?,
            _ => None,
        };
        let (asked, mut matches, relaxed) = match relaxed {
            Some((asked, matches, relaxation)) => (asked, matches, Some(relaxation)),
            None => (strict, strict_matches, None),
        };
        let more = matches.hits.len() > limit;
        matches.hits.truncate(limit);
        let next = matches.hits.last().filter(|_| more).map(|last| last.after.clone());
        let highlighter = Highlighter::new(&asked.words);
        let hits = matches.hits.into_iter().map(|found| self.hit(found, &highlighter, true));
        Ok(Answer {
            understood: asked.query.to_string(),
            notes: notes(&request.query, parsed.notes, &asked.expansions),
            total: matches.total,
            hits: hits.collect::<Result<_, _>>()?,
            next,
            facets: self.facets(request, &asked)?,
            expansions: asked.expansions,
            relaxed,
        })
    }

    /// The best `depth` statements for `request` in its order, whatever page it asks for: their ids and scores alone. It
    /// is taken at its word: what finds nothing is not relaxed.
    ///
    /// # Errors
    /// If the index can't be read.
    pub fn ranking(&self, request: &Request, depth: usize) -> Result<Vec<Match>, SearchError> {
        let plan = Plan { limit: depth, ..self.plan(&self.asked(request)?, request)? };
        Ok(self.engine.search(&plan)?.hits)
    }

    /// Why the statement `id` stands where it does among the hits for `request`: what each word adds to its score; none
    /// if it is no hit.
    ///
    /// # Errors
    /// If the index can't be read.
    pub fn explain(
        &self,
        request: &Request,
        id: &StatementId,
    ) -> Result<Option<Vec<Contribution>>, SearchError> {
        let strict = self.asked(request)?;
        let plan = Plan { limit: 1, ..self.plan(&strict, request)? };
        let plan = match request.matching {
            Matching::Forgiving if self.engine.search(&plan)?.total == 0 => {
                match self.relaxed(request, &strict, &plan)? {
                    Some((asked, ..)) => self.plan(&asked, request)?,
                    None => plan,
                }
            }
            _ => plan,
        };
        Ok(self.engine.explain(&plan, id)?)
    }

    /// The statement `id` in one of its versions, the newest if none is named, with the matches of `query` marked in
    /// title and text; none if the archive does not have it.
    ///
    /// # Errors
    /// [`HistoryError::NoVersion`](crate::HistoryError::NoVersion), or if the archive can't be read.
    pub fn read(
        &self,
        id: &StatementId,
        version: Option<u32>,
        query: Option<&str>,
    ) -> Result<Option<Reading>, SearchError> {
        let Some(newest) = self.archive().get(id, None)? else { return Ok(None) };
        let related = Related::of(&self.archive(), &newest)?;
        let record = match version {
            Some(number) if number != newest.version => history::version(&self.archive(), id, Some(number))?,
            _ => newest,
        };
        let asked = self.analysed(parse(query.unwrap_or_default()).query, Matching::Any)?;
        let highlighter = Highlighter::new(&asked.words);
        let paragraphs = record.statement.paragraphs.iter();
        let paragraphs =
            paragraphs.map(|own| highlighter.mark(&own.text, own.language, Part::Body)).collect();
        let title = highlighter.title(&record.statement);
        Ok(Some(Reading {
            statement: record.statement,
            title,
            paragraphs,
            version: record.version,
            archived_at: record.archived_at,
            related,
        }))
    }

    /// The versions of the statement `id`; see [`versions`](crate::versions).
    ///
    /// # Errors
    /// Those of [`versions`](crate::versions).
    pub fn versions(&self, id: &StatementId) -> Result<Vec<Version>, SearchError> {
        Ok(history::versions(&self.archive(), id)?)
    }

    /// What differs between two versions of the statement `id`; see [`comparison`](crate::comparison).
    ///
    /// # Errors
    /// Those of [`comparison`](crate::comparison).
    pub fn comparison(
        &self,
        id: &StatementId,
        from: Option<u32>,
        to: Option<u32>,
    ) -> Result<Comparison, SearchError> {
        Ok(history::comparison(&self.archive(), id, from, to)?)
    }

    /// What there is to search.
    ///
    /// # Errors
    /// If index or archive can't be read.
    pub fn holdings(&self) -> Result<Holdings, SearchError> {
        let mut known = self.holdings.lock().unwrap_or_else(PoisonError::into_inner);
        let now = [self.archive().last()?, self.engine.cursor()?];
        if let Some((as_of, holdings)) = known.as_ref()
            && *as_of == now
        {
            return Ok(holdings.clone());
        }
        let counts = self.archive().counts()?;
        let holdings = Holdings {
            statements: counts.statements,
            languages: self.with_text_in(parse_names(counts.languages))?,
            kinds: parse_names(counts.kinds),
        };
        *known = Some((now, holdings.clone()));
        Ok(holdings)
    }

    /// The languages, each with how many statements a filter by it finds. The archive counts a statement under
    /// one language only, so a statement that quotes another one would be missing from that one's count.
    fn with_text_in(&self, languages: Vec<(Language, u64)>) -> Result<Vec<(Language, u64)>, SearchError> {
        let counts = self.engine.facets(&Clause::Everything, &[Facet::Language])?.concat();
        let found = |(language, _): (Language, u64)| {
            let count = counts.iter().find(|bucket| bucket.value == language.code());
            (language, count.map_or(0, |bucket| bucket.statements))
        };
        let mut counts: Vec<_> = languages.into_iter().map(found).collect();
        counts.sort_by_key(|(_, count)| Reverse(*count));
        Ok(counts)
    }

    fn archive(&self) -> MutexGuard<'_, Archive> {
        self.archive.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The statement that the index names.
    pub(crate) fn statement(&self, id: &StatementId) -> Result<Statement, SearchError> {
        Ok(self.record(id)?.statement)
    }

    fn record(&self, id: &StatementId) -> Result<Record, SearchError> {
        self.archive().get(id, None)?.ok_or_else(|| SearchError::Disagreement(id.clone()))
    }

    pub(crate) fn hit(
        &self,
        found: Match,
        highlighter: &Highlighter<'_>,
        with_passages: bool,
    ) -> Result<Hit, SearchError> {
        let record = self.record(&found.id)?;
        let related = Related::of(&self.archive(), &record)?;
        let statement = record.statement;
        Ok(Hit {
            related,
            score: found.score,
            title: highlighter.title(&statement),
            passages: if with_passages { passages(&statement, highlighter) } else { Vec::new() },
            id: statement.id,
            kind: statement.kind,
            date: statement.date,
            language: statement.language,
            speakers: statement.speakers,
            organisation: statement.organisation,
            event: statement.event,
            countries: statement.countries,
            mentions: statement.mentions.all().collect(),
            place: statement.place,
            url: statement.origin.url,
        })
    }
}

fn parse_names<T: std::str::FromStr>(counts: Vec<(String, u64)>) -> Vec<(T, u64)> {
    counts.into_iter().filter_map(|(name, count)| Some((name.parse().ok()?, count))).collect()
}
