//! What is searched instead, where nothing has all of the words.

mod words;

use verbale_index::{Clause, Matches, Plan};
use verbale_query::Query;

use crate::asked::{Asked, all};
use crate::{Matching, Request, SearchError, Searcher};
use words::{bare_words, parted};

/// What was searched instead of a query that finds nothing. Quotations, exclusions, operators, fields and filters hold all
/// the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// How far it had to go; each step goes on from the one before.
    pub step: Step,
    /// Words that stand in no statement, each with those like it that were searched in its place.
    pub replaced: Vec<Replaced>,
    /// Words of the query that none of the hits has.
    pub left_out: Vec<String>,
    /// The query that was searched, in the query language.
    pub query: String,
    /// How many of its words had to match: with the query, what to ask for to have the same hits again.
    pub matching: Matching,
}

/// Of a query so many words at most are taken for misspelt.
const MOST_RESPELT: usize = 5;

/// Of a query of more words it is not looked up which of them the hits lack: that is a search for each.
const MOST_WITH_ALL: usize = 16;

/// A word that stands in no statement, and those like it that were searched in its place.
pub type Replaced = (String, Vec<String>);

/// How far a query was relaxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Words that stand nowhere may be misspelt.
    Spelling,
    /// More than half of the words have to match.
    Most,
    /// One of the words has to match.
    Any,
}

impl Step {
    /// The name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Step::Spelling => "spelling",
            Step::Most => "most",
            Step::Any => "any",
        }
    }
}

impl Searcher {
    /// The closest looser question to one that finds nothing which finds something, if there is one, with the part of its
    /// hits that `part` asks for.
    pub(crate) fn relaxed(
        &self,
        request: &Request,
        strict: &Asked,
        part: &Plan,
    ) -> Result<Option<(Asked, Matches, Relaxation)>, SearchError> {
        let Some((held, free)) = parted(&strict.query) else { return Ok(None) };
        let (free, replaced) = self.respelt(free)?;
        let mut before = strict.words.clone();
        for step in [Step::Spelling, Step::Most, Step::Any] {
            let matching = match step {
                Step::Spelling => Matching::All,
                Step::Most => Matching::Most,
                Step::Any => Matching::Any,
            };
            let query = Query::all_of([held.clone(), Query::words(free.clone())]);
            let asked = self.analysed(query, matching)?;
            if asked.words == before {
                continue;
            }
            let after = part.after.clone();
            let plan = Plan { after, offset: part.offset, limit: part.limit, ..self.plan(&asked, request)? };
            let matches = self.engine.search(&plan)?;
            if matches.total > 0 {
                let relaxation = Relaxation {
                    step,
                    replaced,
                    left_out: self.absent(&free, &asked.clause(request))?,
                    query: asked.query.to_string(),
                    matching,
                };
                return Ok(Some((asked, matches, relaxation)));
            }
            before = asked.words;
        }
        Ok(None)
    }

    /// The clauses, where a word that stands in no statement is replaced by one that may be misspelt; and the words that
    /// were, each with those that it may be.
    fn respelt(&self, free: Vec<Query>) -> Result<(Vec<Query>, Vec<Replaced>), SearchError> {
        let mut replaced: Vec<Replaced> = Vec::new();
        let mut respelt = Vec::with_capacity(free.len());
        for clause in free {
            respelt.push(words::replace(clause, &mut |text| {
                if replaced.len() == MOST_RESPELT {
                    return Ok(false);
                }
                if let Some((_, similar)) = replaced.iter().find(|(own, _)| own == text) {
                    return Ok(!similar.is_empty());
                }
                let similar = self.similar(text)?;
                let found = !similar.is_empty();
                if found {
                    replaced.push((text.to_owned(), similar));
                }
                Ok::<bool, SearchError>(found)
            })?);
        }
        Ok((respelt, replaced))
    }

    /// The words like `text`, if it stands in no statement itself. Of a number none is a misspelling.
    fn similar(&self, text: &str) -> Result<Vec<String>, SearchError> {
        if text.contains(char::is_numeric) {
            return Ok(Vec::new());
        }
        let word = Query::Word { field: None, text: text.to_owned() };
        if self.count(self.analysed(word, Matching::All)?.words)? > 0 {
            return Ok(Vec::new());
        }
        let fuzzy = Query::Fuzzy { field: None, text: text.to_owned(), distance: None };
        let expansions = self.analysed(fuzzy, Matching::All)?.expansions;
        Ok(expansions.into_iter().flat_map(|expansion| expansion.words).collect())
    }

    /// The words of `free` that no statement has which meets `clause`; of many words, those that are nowhere
    /// and not fuzzy.
    fn absent(&self, free: &[Query], clause: &Clause) -> Result<Vec<String>, SearchError> {
        let mut absent = Vec::new();
        let words = bare_words(free);
        let each_with_all = words.len() <= MOST_WITH_ALL;
        for (text, word) in words {
            // To see what a fuzzy word stands for takes longest.
            let is_left = !each_with_all && matches!(word, Query::Fuzzy { .. });
            if is_left || absent.contains(&text) {
                continue;
            }
            let word = self.analysed(word, Matching::All)?.words;
            let both = if each_with_all { all([clause.clone(), word].into_iter()) } else { word };
            if self.count(both)? == 0 {
                absent.push(text);
            }
        }
        Ok(absent)
    }

    /// How many statements meet `clause`.
    pub(crate) fn count(&self, clause: Clause) -> Result<u64, SearchError> {
        Ok(self.engine.search(&Plan::of(clause))?.total)
    }
}
