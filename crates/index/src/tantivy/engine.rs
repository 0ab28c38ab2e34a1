//! Reading the index.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tantivy::collector::sort_key::{SortBySimilarityScore, SortByStaticFastValue, SortByString};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::Query;
use tantivy::{Index, IndexReader, Order as Direction, ReloadPolicy, Searcher};
use verbale_archive::Sequence;
use verbale_statement::StatementId;

use super::compile::Compiler;
use super::fields::{FIRST_DAY, Fields, ID};
use super::second_look::SecondLook;
use super::statistics::Statistics;
use super::writer::damaged;
use crate::folder::{IndexFolder, check_fingerprint};
use crate::{Contribution, Engine, EngineError, Match, Matches, Order, Pattern, Plan, Ranking};

/// Answers plans from the current generation of an [`IndexFolder`], and moves on to newer commits and
/// generations, also those of other processes, with the next search after them.
pub struct TantivyEngine {
    folder: IndexFolder,
    fields: Fields,
    opened: Mutex<Opened>,
}

/// A generation as it was when last looked at.
struct Opened {
    generation: PathBuf,
    /// The bytes of Tantivy's own list of segments: a commit changes them.
    commit: Vec<u8>,
    /// How far that commit has come.
    cursor: Option<Sequence>,
    reader: IndexReader,
}

impl TantivyEngine {
    pub(crate) fn open(folder: IndexFolder) -> Result<Self, EngineError> {
        let opened = Opened::current(&folder, folder.current()?)?;
        Ok(Self { folder, fields: Fields::schema().1, opened: Mutex::new(opened) })
    }

    /// Checks the checksum of every file of the index; gives what is damaged, a line each.
    ///
    /// # Errors
    /// If the index can't be read at all.
    pub fn check(&self) -> Result<Vec<String>, EngineError> {
        self.searcher()?;
        let opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let path = &opened.generation;
        let index = Index::open_in_dir(path).map_err(|error| damaged(path, &error))?;
        let files = index.validate_checksum().map_err(|error| damaged(path, &error))?;
        Ok(files.into_iter().map(|file| format!("index: {} is damaged", path.join(file).display())).collect())
    }

    /// Bytes of the index on disk.
    ///
    /// # Errors
    /// If the index can't be read.
    pub fn bytes(&self) -> Result<u64, EngineError> {
        let searcher = self.searcher()?;
        let usage = searcher.space_usage().map_err(|error| EngineError::Search(error.to_string()))?;
        Ok(usage.total().get_bytes())
    }

    fn searcher(&self) -> Result<Searcher, EngineError> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let generation = self.folder.current()?;
        if generation != opened.generation {
            *opened = Opened::current(&self.folder, generation)?;
        } else {
            let commit = commit(&opened.generation)?;
            if commit != opened.commit {
                opened.reader.reload().map_err(|error| damaged(&opened.generation, &error))?;
                opened.cursor = cursor(&opened.generation)?;
                opened.commit = commit;
            }
        }
        Ok(opened.reader.searcher())
    }

    fn top(&self, searcher: &Searcher, plan: &Plan) -> tantivy::Result<Matches> {
        let statistics = Statistics::new(searcher, &self.fields)?;
        let compiler = Compiler { fields: &self.fields, statistics, ranking: plan.ranking };
        let query = compiler.query(&plan.clause)?;
        if plan.limit == 0 {
            let total = searcher.search(query.as_ref(), &Count)?;
            return Ok(Matches { total: total as u64, hits: Vec::new() });
        }
        match plan.order {
            Order::Relevance => {
                let again = compiler.second_look(searcher, &plan.clause)?;
                by_relevance(searcher, query.as_ref(), plan, &again)
            }
            Order::Date => by_date(searcher, query.as_ref(), plan),
        }
    }
}

fn by_relevance(
    searcher: &Searcher,
    query: &dyn Query,
    plan: &Plan,
    again: &SecondLook,
) -> tantivy::Result<Matches> {
    let by_id = (SortByString::for_field(ID), Direction::Asc);
    let top = |offset, limit| {
        TopDocs::with_limit(limit).and_offset(offset).order_by((SortBySimilarityScore, by_id.clone()))
    };
    let (total, hits): (usize, Vec<_>) = if again.is_empty() {
        let (total, top) = searcher.search(query, &(Count, top(plan.offset, plan.limit)))?;
        (total, top.into_iter().map(|((score, id), _)| (score, id)).collect())
    } else {
        let depth = (plan.offset + plan.limit).max(SecondLook::DEPTH);
        let (total, mut top) = searcher.search(query, &(Count, top(0, depth)))?;
        again.at(searcher, &mut top)?;
        let page = top.into_iter().skip(plan.offset).take(plan.limit);
        (total, page.map(|((score, id), _)| (score, id)).collect())
    };
    let hits = hits.into_iter().filter_map(|(score, id)| hit(id, Some(score))).collect();
    Ok(Matches { total: total as u64, hits })
}

fn by_date(searcher: &Searcher, query: &dyn Query, plan: &Plan) -> tantivy::Result<Matches> {
    let by_day = (SortByStaticFastValue::<i64>::for_field(FIRST_DAY), Direction::Desc);
    let by_id = (SortByString::for_field(ID), Direction::Asc);
    let top = TopDocs::with_limit(plan.limit).and_offset(plan.offset).order_by((by_day, by_id));
    let (total, top) = searcher.search(query, &(Count, top))?;
    let hits = top.into_iter().filter_map(|((_, id), _)| hit(id, None)).collect();
    Ok(Matches { total: total as u64, hits })
}

fn hit(id: Option<String>, score: Option<f32>) -> Option<Match> {
    Some(Match { id: StatementId::new(id?).ok()?, score })
}

impl Engine for TantivyEngine {
    fn search(&self, plan: &Plan) -> Result<Matches, EngineError> {
        let searcher = self.searcher()?;
        self.top(&searcher, plan).map_err(|error| EngineError::Search(error.to_string()))
    }

    fn explain(&self, plan: &Plan, id: &StatementId) -> Result<Option<Vec<Contribution>>, EngineError> {
        let searcher = self.searcher()?;
        let explain = || {
            let statistics = Statistics::new(&searcher, &self.fields)?;
            let compiler = Compiler { fields: &self.fields, statistics, ranking: plan.ranking };
            let Some(address) = compiler.find(&searcher, &plan.clause, id)? else { return Ok(None) };
            let mut contributions = compiler.contributions(&searcher, &plan.clause, address)?;
            let again = compiler.second_look(&searcher, &plan.clause)?;
            contributions.extend(again.contributions(&searcher, address)?);
            Ok(Some(contributions))
        };
        explain().map_err(|error: tantivy::TantivyError| EngineError::Search(error.to_string()))
    }

    fn rarity(&self, patterns: &[Pattern]) -> Result<Vec<f32>, EngineError> {
        let searcher = self.searcher()?;
        let rarity = || {
            let statistics = Statistics::new(&searcher, &self.fields)?;
            let compiler = Compiler { fields: &self.fields, statistics, ranking: Ranking::default() };
            patterns.iter().map(|pattern| compiler.rarity_of(pattern)).collect::<Result<_, _>>()
        };
        rarity().map_err(|error: tantivy::TantivyError| EngineError::Search(error.to_string()))
    }

    fn cursor(&self) -> Result<Option<Sequence>, EngineError> {
        self.searcher()?;
        let opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(opened.cursor)
    }

    fn statements(&self) -> Result<u64, EngineError> {
        Ok(self.searcher()?.num_docs())
    }
}

impl Opened {
    /// Opens `generation`, or the one that has taken its place in the meantime.
    fn current(folder: &IndexFolder, mut generation: PathBuf) -> Result<Self, EngineError> {
        loop {
            let opened = Self::open(generation.clone());
            let now = folder.current()?;
            if opened.is_ok() || now == generation {
                return opened;
            }
            generation = now;
        }
    }

    fn open(generation: PathBuf) -> Result<Self, EngineError> {
        check_fingerprint(&generation)?;
        let commit = commit(&generation)?;
        let index = Index::open_in_dir(&generation).map_err(|error| damaged(&generation, &error))?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let reader = reader.map_err(|error| damaged(&generation, &error))?;
        let cursor = cursor(&generation)?;
        Ok(Self { generation, commit, cursor, reader })
    }
}

fn commit(generation: &Path) -> Result<Vec<u8>, EngineError> {
    let path = generation.join("meta.json");
    std::fs::read(&path)
        .map_err(|error| EngineError::Damaged { path: generation.into(), reason: error.to_string() })
}

/// The cursor that the last commit to the index in `generation` carries.
pub(crate) fn cursor(generation: &Path) -> Result<Option<Sequence>, EngineError> {
    let index = Index::open_in_dir(generation).map_err(|error| damaged(generation, &error))?;
    let meta = index.load_metas().map_err(|error| damaged(generation, &error))?;
    Ok(meta.payload.and_then(|payload| payload.parse().ok()).map(Sequence))
}

/// How many statements the index in `generation` holds.
pub(crate) fn statements(generation: &Path) -> Result<u64, EngineError> {
    Ok(Opened::open(generation.into())?.reader.searcher().num_docs())
}
