//! Reading the index.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::collector::Count;
use tantivy::{Index, IndexReader, ReloadPolicy};
use verbale_archive::Sequence;
use verbale_statement::{Language, StatementId};

use super::compile::Compiler;
use super::counting::{FacetCollector, buckets};
use super::fields::Fields;
use super::page::PageCollector;
use super::prefer::Threshold;
use super::ranked::{Ranked, score_of};
use super::second_look::SecondLook;
use super::statistics::Statistics;
use super::unbroken::unbroken;
use super::writer::damaged;
use crate::folder::{IndexFolder, check_fingerprint};
use crate::stamp::Stamp;
use crate::{
    After, Bucket, Clause, Continuation, Contribution, Engine, EngineError, Expanded, Facet, Frequencies,
    Match, Matches, Order, Pattern, Plan, Ranking,
};

/// How many megabytes of positions may be read to see where words stand, for one query. A byte is about one word.
const MOST_MEGABYTES: u64 = 3;

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
    /// That it is the current one.
    current: Stamp,
    /// That of Tantivy's own list of segments: a commit replaces it.
    commit: Stamp,
    /// How far that commit has come.
    cursor: Option<Sequence>,
    reader: IndexReader,
    statistics: Arc<Statistics>,
}

impl TantivyEngine {
    pub(crate) fn open(folder: IndexFolder) -> Result<Self, EngineError> {
        let fields = Fields::schema().1;
        let opened = unbroken(folder.root(), || Opened::current(&folder, &fields))?;
        Ok(Self { folder, fields, opened: Mutex::new(opened) })
    }

    /// Checks the checksum of every file of the index; gives what is damaged, a line each.
    ///
    /// # Errors
    /// If the index can't be read at all.
    pub fn check(&self) -> Result<Vec<String>, EngineError> {
        self.statistics()?;
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
        let usage = self.statistics()?.searcher().space_usage().map_err(|error| unanswered(error.into()))?;
        Ok(usage.total().get_bytes())
    }

    /// What the index is now.
    fn statistics(&self) -> Result<Arc<Statistics>, EngineError> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if self.folder.stamp()? != opened.current {
            *opened = Opened::current(&self.folder, &self.fields)?;
        } else {
            let commit = commit(&opened.generation)?;
            if commit != opened.commit {
                opened.reader.reload().map_err(|error| damaged(&opened.generation, &error))?;
                opened.statistics = statistics(&opened.generation, &opened.reader, &self.fields)?;
                opened.cursor = cursor(&opened.generation)?;
                opened.commit = commit;
            }
        }
        Ok(opened.statistics.clone())
    }

    /// Lets `ask` ask the index as it is now.
    pub(super) fn asked<T>(
        &self,
        ranking: Ranking,
        ask: impl FnOnce(&Compiler<'_>) -> tantivy::Result<T>,
    ) -> Result<T, EngineError> {
        self.asked_within_cost(&Clause::Everything, ranking, ask)
    }

    /// The same, if what has to be read to see where the words of `clause` stand is read in a fraction of a second.
    fn asked_within_cost<T>(
        &self,
        clause: &Clause,
        ranking: Ranking,
        ask: impl FnOnce(&Compiler<'_>) -> tantivy::Result<T>,
    ) -> Result<T, EngineError> {
        unbroken(self.folder.root(), || {
            let statistics = self.statistics()?;
            let compiler = Compiler { fields: &self.fields, statistics: &statistics, ranking };
            let megabytes = compiler.bytes_of_places(clause).map_err(unanswered)? >> 20;
            if megabytes > MOST_MEGABYTES {
                return Err(EngineError::Costly { megabytes, limit: MOST_MEGABYTES });
            }
            ask(&compiler).map_err(unanswered)
        })
    }
}

fn unanswered(error: tantivy::TantivyError) -> EngineError {
    EngineError::Search(error.to_string())
}

/// What matches `plan` behind `after`.
fn page(compiler: &Compiler<'_>, plan: &Plan, after: Option<&After>) -> tantivy::Result<Matches> {
    if plan.limit == 0 {
        let searcher = compiler.statistics.searcher();
        let total = searcher.search(compiler.query(&plan.clause)?.as_ref(), &Count)?;
        return Ok(Matches { total: total as u64, hits: Vec::new() });
    }
    let keep = plan.offset.saturating_add(plan.limit);
    let by_relevance = plan.order == Order::Relevance;
    let again = if by_relevance { compiler.second_look(&plan.clause)? } else { SecondLook::default() };
    let (total, places) = if again.is_empty() {
        let (total, first) = compiler.first(&plan.clause, plan.order, after, keep)?;
        (total, compiler.in_order(first, after, keep)?)
    } else {
        again.page(compiler, &plan.clause, after, keep)?
    };
    let hits = places.into_iter().skip(plan.offset).map(|place| Match {
        id: place.id.clone(),
        score: by_relevance.then(|| score_of(place.rank)),
        after: Continuation { order: plan.order, place },
    });
    Ok(Matches { total, hits: hits.collect() })
}

impl Compiler<'_> {
    /// How many statements match, and the first `keep` of those behind `after`, with those that rank as the last of them.
    pub(super) fn first(
        &self,
        clause: &Clause,
        order: Order,
        after: Option<&After>,
        keep: usize,
    ) -> tantivy::Result<(u64, Vec<Ranked>)> {
        let threshold = Threshold::default();
        let query = self.pruned(clause, &threshold)?;
        let first = PageCollector { compiler: self, order, after, keep, threshold };
        self.statistics.searcher().search(query.as_ref(), &first)
    }
}

impl Engine for TantivyEngine {
    fn search(&self, plan: &Plan) -> Result<Matches, EngineError> {
        let after = plan.after.as_ref().map(|after| after.place_in(plan.order)).transpose()?;
        self.asked_within_cost(&plan.clause, plan.ranking, |compiler| page(compiler, plan, after))
    }

    fn explain(&self, plan: &Plan, id: &StatementId) -> Result<Option<Vec<Contribution>>, EngineError> {
        self.asked(plan.ranking, |compiler| {
            let Some(address) = compiler.find(&plan.clause, id)? else { return Ok(None) };
            let mut contributions = compiler.contributions(&plan.clause, address)?;
            let again = compiler.second_look(&plan.clause)?;
            if again.looks_at(compiler, &plan.clause, address)? {
                contributions.extend(again.contributions(compiler.statistics.searcher(), address)?);
            }
            let segment = compiler.statistics.searcher().segment_reader(address.segment_ord);
            if let Some(recency) = compiler.recency(segment)? {
                let factor = recency.factor(address.doc_id);
                contributions.iter_mut().for_each(|own| own.times(factor));
            }
            Ok(Some(contributions))
        })
    }

    fn rarity(&self, patterns: &[Pattern]) -> Result<Vec<f32>, EngineError> {
        self.asked(Ranking::default(), |compiler| {
            patterns.iter().map(|pattern| compiler.rarity_of(pattern)).collect()
        })
    }

    fn languages(&self) -> Result<Vec<Language>, EngineError> {
        let statistics = self.statistics()?;
        let present = statistics.languages().filter(|language| *language != Language::UNDETERMINED);
        Ok(present.chain([Language::UNDETERMINED]).collect())
    }

    fn expand(&self, clause: Clause, limit: usize) -> Result<Expanded, EngineError> {
        if !clause.is_open() {
            return Ok(Expanded { clause, expansions: Vec::new() });
        }
        self.asked(Ranking::default(), |compiler| compiler.expand(clause, limit))
    }

    fn facets(&self, clause: &Clause, facets: &[Facet]) -> Result<Vec<Vec<Bucket>>, EngineError> {
        self.asked_within_cost(clause, Ranking::default(), |compiler| {
            let query = compiler.query(clause)?;
            let counts = compiler.statistics.searcher().search(query.as_ref(), &FacetCollector { facets })?;
            Ok(counts.into_iter().map(buckets).collect())
        })
    }

    fn frequencies(
        &self,
        clause: &Clause,
        within: &Clause,
        by: Option<Facet>,
    ) -> Result<Frequencies, EngineError> {
        let ranking = Ranking::default();
        self.asked_within_cost(clause, ranking, |compiler| compiler.frequencies(clause, within, by))
    }

    fn cursor(&self) -> Result<Option<Sequence>, EngineError> {
        self.statistics()?;
        let opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(opened.cursor)
    }

    fn statements(&self) -> Result<u64, EngineError> {
        Ok(self.statistics()?.searcher().num_docs())
    }
}

impl Opened {
    /// Opens the current generation, or the one that takes its place in the meantime.
    fn current(folder: &IndexFolder, fields: &Fields) -> Result<Self, EngineError> {
        loop {
            let current = folder.stamp()?;
            let opened = Self::open(folder.current()?, current.clone(), fields);
            if opened.is_ok() || folder.stamp()? == current {
                return opened;
            }
        }
    }

    fn open(generation: PathBuf, current: Stamp, fields: &Fields) -> Result<Self, EngineError> {
        check_fingerprint(&generation)?;
        let commit = commit(&generation)?;
        let index = Index::open_in_dir(&generation).map_err(|error| damaged(&generation, &error))?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let reader = reader.map_err(|error| damaged(&generation, &error))?;
        let cursor = cursor(&generation)?;
        let statistics = statistics(&generation, &reader, fields)?;
        Ok(Self { generation, current, commit, cursor, reader, statistics })
    }
}

fn statistics(
    generation: &Path,
    reader: &IndexReader,
    fields: &Fields,
) -> Result<Arc<Statistics>, EngineError> {
    let statistics = Statistics::new(reader.searcher(), fields);
    statistics.map(Arc::new).map_err(|error| damaged(generation, &error))
}

fn commit(generation: &Path) -> Result<Stamp, EngineError> {
    Stamp::of(&generation.join("meta.json"))
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
    unbroken(generation, || {
        let index = Index::open_in_dir(generation).map_err(|error| damaged(generation, &error))?;
        let reader = index.reader().map_err(|error| damaged(generation, &error))?;
        Ok(reader.searcher().num_docs())
    })
}

#[cfg(test)]
mod tests;
