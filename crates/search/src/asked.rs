//! A query as it is put to the engine.

use verbale_index::{Clause, Expansion, Facet, Order, Plan};
use verbale_query::{Query, parse};
use verbale_statement::StatementId;

use crate::feedback::Feedback;
use crate::neighbours::{Neighbours, Shared};
use crate::{Matching, Request, SearchError, Searcher};

/// A wildcard or fuzzy word stands for so many words of the index at most.
const MOST_EXPANSIONS: usize = 50;

/// A question of more words is not searched a second time: that takes as long again, and finds little more.
const MOST_ASKED: usize = 256;

/// A query in analysed words.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The query.
    pub(crate) query: Query,
    /// How many of its words have to match.
    pub(crate) matching: Matching,
    /// What has to match of it; filters stand beside it.
    pub(crate) words: Clause,
    /// What its wildcards and the like stand for, each once.
    pub(crate) expansions: Vec<Expansion>,
}

impl Asked {
    /// The whole condition: the query and the filters of `request`.
    pub(crate) fn clause(&self, request: &Request) -> Clause {
        all([self.words.clone()].into_iter().chain(request.filter_clauses(None)))
    }

    /// The whole condition but for the filters by `facet`.
    pub(crate) fn clause_without(&self, request: &Request, facet: Facet) -> Clause {
        all([self.words.clone()].into_iter().chain(request.filter_clauses(Some(facet))))
    }
}

impl Searcher {
    /// What the engine is asked, without a part of the hits. Every plan that scores is made here.
    ///
    /// # Errors
    /// If index or archive can't be read.
    pub(crate) fn plan(&self, asked: &Asked, request: &Request) -> Result<Plan, SearchError> {
        let (order, ranking) = (request.sort.order(), request.ranking);
        let plan = Plan { order, ranking, ..Plan::of(asked.clause(request)) };
        let is_question = asked.matching == Matching::Any && plan.order == Order::Relevance;
        // Who says where words stand has said what is meant, and pays for the look at it once; so has who says very much.
        let can_be_improved =
            (1..=MOST_ASKED).contains(&asked.words.patterns().len()) && !asked.words.asks_for_places();
        if !is_question || !can_be_improved {
            return Ok(plan);
        }
        let plan = match Feedback::of(&plan.ranking) {
            Some(feedback) => self.with_feedback(feedback, plan, &asked.words)?,
            None => plan,
        };
        match Neighbours::of(&plan.ranking) {
            Some(neighbours) => self.with_neighbours(neighbours, plan, &asked.words),
            None => Ok(plan),
        }
    }

    /// `plan` with words of its first hits.
    fn with_feedback(&self, feedback: Feedback, plan: Plan, words: &Clause) -> Result<Plan, SearchError> {
        let first = self.first(&plan, feedback.hits)?;
        let scores: Vec<f32> = first.iter().map(|(_, score)| *score).collect();
        let hits = first.iter().map(|(id, score)| Ok((self.statement(id)?, *score)));
        let words = Feedback::candidates(&hits.collect::<Result<Vec<_>, SearchError>>()?, words);
        let patterns: Vec<_> = words.iter().map(|word| word.pattern.clone()).collect();
        let rarity = self.engine.rarity(&patterns)?;
        Ok(Plan { clause: feedback.expanded(plan.clause, words, &rarity, &scores), ..plan })
    }

    /// `plan`, with its first hits scored by those that are like them.
    fn with_neighbours(
        &self,
        neighbours: Neighbours,
        plan: Plan,
        words: &Clause,
    ) -> Result<Plan, SearchError> {
        let first = self.first(&plan, neighbours.hits)?;
        let shared = Shared::of(first.iter().map(|(id, _)| self.statement(id)), words)?;
        let rarity = self.engine.rarity(&shared.patterns)?;
        Ok(Plan { clause: neighbours.expanded(plan.clause, &first, &shared, &rarity), ..plan })
    }

    /// The first hits of a plan, with their scores.
    fn first(&self, plan: &Plan, limit: usize) -> Result<Vec<(StatementId, f32)>, SearchError> {
        let hits = self.engine.search(&Plan { limit, ..plan.clone() })?.hits;
        Ok(hits.into_iter().map(|found| (found.id, found.score.unwrap_or_default())).collect())
    }

    /// What `request` asks for, taken at its word.
    pub(crate) fn asked(&self, request: &Request) -> Result<Asked, SearchError> {
        self.analysed(parse(&request.query).query, request.matching)
    }

    /// `query` in analysed words, those of the index filled in for wildcards and the like.
    pub(crate) fn analysed(&self, query: Query, matching: Matching) -> Result<Asked, SearchError> {
        let clause = Clause::new(&query, matching.require(), &self.engine.languages()?);
        let expanded = self.engine.expand(clause, MOST_EXPANSIONS)?;
        let mut expansions: Vec<Expansion> = Vec::new();
        for expansion in expanded.expansions {
            if !expansions.contains(&expansion) {
                expansions.push(expansion);
            }
        }
        Ok(Asked { query, matching, words: expanded.clause, expansions })
    }
}

/// All of these conditions as one.
pub(crate) fn all(clauses: impl Iterator<Item = Clause>) -> Clause {
    let mut list = Vec::new();
    for clause in clauses {
        match clause {
            Clause::Everything => {}
            Clause::All(inner) => list.extend(inner),
            other => list.push(other),
        }
    }
    match list.len() {
        0 => Clause::Everything,
        1 => list.swap_remove(0),
        _ => Clause::All(list),
    }
}
