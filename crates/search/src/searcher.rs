//! The way from a request to an answer.

use std::cmp::Reverse;
use std::sync::{Mutex, MutexGuard, PoisonError};

use verbale_archive::{Archive, Sequence};
use verbale_index::{Clause, Contribution, Engine, Match, Order, Plan, Ranking, Require};
use verbale_query::{DateRange, Query, parse};
use verbale_statement::{Language, StatementId};

use crate::feedback::Feedback;
use crate::highlight::{Highlighter, Part};
use crate::passages::passages;
use crate::{Answer, Hit, Holdings, Matching, Reading, Request, SearchError, Sort};

/// Answers searches over one archive and its index. Calls block; share it between threads.
pub struct Searcher {
    archive: Mutex<Archive>,
    engine: Box<dyn Engine>,
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
        let plan = Plan { offset, limit, ..self.plan(&parsed.query, request)? };
        let matches = self.engine.search(&plan)?;
        let highlighter = Highlighter::new(&plan.clause);
        let hits = matches.hits.into_iter().map(|found| self.hit(found, &highlighter));
        Ok(Answer {
            understood: parsed.query.to_string(),
            notes: parsed.notes,
            total: matches.total,
            hits: hits.collect::<Result<_, _>>()?,
        })
    }

    /// The best `depth` statements for `request` in its order, whatever page it asks for: their ids and scores alone.
    ///
    /// # Errors
    /// If the index can't be read.
    pub fn ranking(&self, request: &Request, depth: usize) -> Result<Vec<Match>, SearchError> {
        let parsed = parse(&request.query);
        let plan = Plan { limit: depth, ..self.plan(&parsed.query, request)? };
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
        let parsed = parse(&request.query);
        Ok(self.engine.explain(&self.plan(&parsed.query, request)?, id)?)
    }

    /// What the engine is asked, without a part of the hits.
    fn plan(&self, query: &Query, request: &Request) -> Result<Plan, SearchError> {
        let plan = plan(query, request);
        let Some(feedback) = Feedback::of(&plan.ranking) else { return Ok(plan) };
        let is_question = request.matching == Matching::Any && plan.order == Order::Relevance;
        if !is_question || plan.clause.patterns().is_empty() {
            return Ok(plan);
        }
        let first = self.engine.search(&Plan { limit: feedback.hits, ..plan.clone() })?.hits;
        let scores: Vec<f32> = first.iter().filter_map(|found| found.score).collect();
        let mut hits = Vec::with_capacity(first.len());
        for found in first {
            let record = self.archive().get(&found.id, None)?;
            let record = record.ok_or(SearchError::Disagreement(found.id))?;
            hits.push((record.statement, found.score.unwrap_or_default()));
        }
        let words = Feedback::candidates(&hits, &plan.clause);
        let patterns: Vec<_> = words.iter().map(|word| word.pattern.clone()).collect();
        let rarity = self.engine.rarity(&patterns)?;
        Ok(Plan { clause: feedback.expanded(plan.clause, words, &rarity, &scores), ..plan })
    }

    /// The statement `id` in its newest version, with the matches of `query` marked in title and text; none if
    /// the archive does not have it.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn read(&self, id: &StatementId, query: Option<&str>) -> Result<Option<Reading>, SearchError> {
        let Some(record) = self.archive().get(id, None)? else { return Ok(None) };
        let clause = Clause::new(&parse(query.unwrap_or_default()).query, Require::Any);
        let highlighter = Highlighter::new(&clause);
        let paragraphs = record.statement.paragraphs.iter();
        let paragraphs =
            paragraphs.map(|own| highlighter.mark(&own.text, own.language, Part::Body)).collect();
        let title = highlighter.title(&record.statement);
        Ok(Some(Reading { statement: record.statement, title, paragraphs, version: record.version }))
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
        let found = |(language, _)| {
            let clause = Clause::new(&Query::Language(language), Require::All);
            let plan =
                Plan { clause, order: Order::Relevance, offset: 0, limit: 1, ranking: Ranking::default() };
            Ok((language, self.engine.search(&plan)?.total))
        };
        let mut counts = languages.into_iter().map(found).collect::<Result<Vec<_>, SearchError>>()?;
        counts.sort_by_key(|(_, count)| Reverse(*count));
        Ok(counts)
    }

    fn archive(&self) -> MutexGuard<'_, Archive> {
        self.archive.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hit(&self, found: Match, highlighter: &Highlighter<'_>) -> Result<Hit, SearchError> {
        let record = self.archive().get(&found.id, None)?;
        let statement = record.ok_or(SearchError::Disagreement(found.id))?.statement;
        Ok(Hit {
            score: found.score,
            title: highlighter.title(&statement),
            passages: passages(&statement, highlighter),
            id: statement.id,
            kind: statement.kind,
            date: statement.date,
            language: statement.language,
            speakers: statement.speakers,
            organisation: statement.organisation,
            place: statement.place,
            url: statement.origin.url,
        })
    }
}

/// The same before the words of the first hits are added.
fn plan(query: &Query, request: &Request) -> Plan {
    let clause = Clause::new(&with_filters(query.clone(), request), require(request.matching));
    Plan { clause, order: order(request.sort), offset: 0, limit: 0, ranking: request.ranking }
}

/// The query and, beside it, what the request filters by.
fn with_filters(query: Query, request: &Request) -> Query {
    let languages = request.languages.iter().map(|language| Query::Language(*language));
    let kinds = request.kinds.iter().map(|kind| Query::Kind(*kind));
    let dates = DateRange { from: request.from, to: request.to };
    let mut clauses = vec![query, Query::any_of(languages), Query::any_of(kinds)];
    if dates.from.is_some() || dates.to.is_some() {
        clauses.push(Query::Date(dates));
    }
    Query::all_of(clauses)
}

fn require(matching: Matching) -> Require {
    match matching {
        Matching::All => Require::All,
        Matching::Most => Require::Most,
        Matching::Any => Require::Any,
    }
}

fn order(sort: Sort) -> Order {
    match sort {
        Sort::Relevance => Order::Relevance,
        Sort::Date => Order::Date,
    }
}

fn parse_names<T: std::str::FromStr>(counts: Vec<(String, u64)>) -> Vec<(T, u64)> {
    counts.into_iter().filter_map(|(name, count)| Some((name.parse().ok()?, count))).collect()
}
