//! A pool while it is being judged.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::{Judgment, Judgments};
use crate::EvalError;
use crate::journal::{Durability, Journal};
use crate::pool::{Item, Pool};

/// Where a pool is judged: the pool, and the file beside it that every judgment is added to. Share it between
/// threads; calls that write block until the disk has what they write.
pub struct Desk {
    pool: Pool,
    /// Where in the pool a document of a topic is.
    places: HashMap<(String, String), usize>,
    state: Mutex<State>,
}

struct State {
    journal: Journal<Judgment>,
    judgments: Judgments,
    /// Who judged what, in time, so that the last can be taken back.
    history: Vec<(String, usize)>,
}

/// The file in which the judgments of the pool at `pool` are: `pool.jsonl` has `pool.judgments.jsonl`.
pub fn judgments_beside(pool: &Path) -> PathBuf {
    pool.with_extension("judgments.jsonl")
}

impl Desk {
    /// Opens the pool at `path` and the judgments beside it, and keeps others from doing the same.
    ///
    /// # Errors
    /// If either can't be read, the judgments can't be written, or another process has them open.
    pub fn open(path: &Path) -> Result<Self, EvalError> {
        let pool = Pool::read(path)?;
        let place = |(place, item): (usize, &Item)| ((item.topic.clone(), item.document.clone()), place);
        let places: HashMap<_, _> = pool.items().iter().enumerate().map(place).collect();
        let (journal, said) = Journal::open(&judgments_beside(path), Durability::Disk)?;
        let mut state = State { journal, judgments: Judgments::default(), history: Vec::new() };
        for judgment in said {
            let place = places.get(&(judgment.topic.clone(), judgment.document.clone())).copied();
            state.take(judgment, place);
        }
        Ok(Self { pool, places, state: Mutex::new(state) })
    }

    /// What is to be judged.
    pub fn items(&self) -> &[Item] {
        self.pool.items()
    }

    /// The place of a topic's document in [`Desk::items`].
    pub fn place(&self, topic: &str, document: &str) -> Option<usize> {
        self.places.get(&(topic.to_owned(), document.to_owned())).copied()
    }

    /// The grade and the note that `assessor` gave the item at `place`.
    pub fn judgment(&self, assessor: &str, place: usize) -> Option<(u8, String)> {
        let item = self.items().get(place)?;
        let state = self.state();
        let (grade, note) = state.judgments.get(assessor, &item.topic, &item.document)?;
        Some((grade, note.to_owned()))
    }

    /// How many items `assessor` has judged.
    pub fn judged(&self, assessor: &str) -> usize {
        let state = self.state();
        self.items().iter().filter(|item| state.has(assessor, item)).count()
    }

    /// The first item at or behind `from` that `assessor` has not judged; if there is none, the first of all.
    pub fn open_item(&self, assessor: &str, from: usize) -> Option<usize> {
        let state = self.state();
        let open = |(_, item): &(usize, &Item)| !state.has(assessor, item);
        let items = || self.items().iter().enumerate();
        items().skip(from).find(open).or_else(|| items().find(open)).map(|(place, _)| place)
    }

    /// Notes what `assessor` says about the item at `place`; no grade takes back what was said before. When this
    /// returns, it is on the disk.
    ///
    /// # Errors
    /// If it can't be written; then it does not count.
    pub fn judge(
        &self,
        assessor: &str,
        place: usize,
        grade: Option<u8>,
        note: &str,
    ) -> Result<(), EvalError> {
        self.write(&mut self.state(), assessor, place, grade, note)
    }

    /// Takes back what `assessor` judged last, and gives the place of it; none if nothing is left to take back.
    ///
    /// # Errors
    /// If that can't be written; then the judgment stands.
    pub fn undo(&self, assessor: &str) -> Result<Option<usize>, EvalError> {
        let mut state = self.state();
        let last = state.history.iter().rfind(|(who, _)| who == assessor).map(|(_, place)| *place);
        if let Some(place) = last {
            self.write(&mut state, assessor, place, None, "")?;
        }
        Ok(last)
    }

    fn write(
        &self,
        state: &mut State,
        assessor: &str,
        place: usize,
        grade: Option<u8>,
        note: &str,
    ) -> Result<(), EvalError> {
        let Some(Item { topic, document, .. }) = self.items().get(place) else { return Ok(()) };
        let now = Timestamp::now();
        let judgment = Judgment {
            // Seconds are as much as anybody wants to know.
            time: Timestamp::from_second(now.as_second()).unwrap_or(now).to_string(),
            assessor: assessor.to_owned(),
            topic: topic.clone(),
            document: document.clone(),
            grade,
            note: note.to_owned(),
        };
        state.journal.add(&judgment)?;
        state.take(judgment, Some(place));
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn has(&self, assessor: &str, item: &Item) -> bool {
        self.judgments.get(assessor, &item.topic, &item.document).is_some()
    }

    fn take(&mut self, judgment: Judgment, place: Option<usize>) {
        if let Some(place) = place {
            self.history.retain(|(who, known)| *who != judgment.assessor || *known != place);
            if judgment.grade.is_some() {
                self.history.push((judgment.assessor.clone(), place));
            }
        }
        self.judgments.add(judgment);
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn pool() -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pool.jsonl");
        let line = |document| format!(r#"{{"topic":"1","query":"strait","document":"{document}"}}"#) + "\n";
        std::fs::write(&path, ["a", "b", "c", "d"].map(line).concat()).unwrap();
        (folder, path)
    }

    #[test]
    fn judging_goes_on_where_it_was_left() {
        let (_folder, path) = pool();
        let desk = Desk::open(&path).unwrap();
        assert_eq!(desk.open_item("Ada", 0), Some(0));
        desk.judge("Ada", 0, Some(3), "the treaty itself").unwrap();
        desk.judge("Ada", 2, Some(0), "").unwrap();
        assert_eq!((desk.open_item("Ada", 1), desk.open_item("Ada", 2)), (Some(1), Some(3)));
        desk.judge("Ada", 3, Some(1), "").unwrap();
        assert_eq!(desk.open_item("Ada", 4), Some(1), "what was skipped comes again");
        assert_eq!((desk.judged("Ada"), desk.judged("Bo")), (3, 0));
        assert!(Desk::open(&path).is_err(), "it is judged in one place only");
        drop(desk);

        let desk = Desk::open(&path).unwrap();
        assert_eq!(desk.judged("Ada"), 3);
        assert_eq!(desk.judgment("Ada", 0), Some((3, "the treaty itself".into())));
        desk.judge("Ada", 1, Some(2), "").unwrap();
        assert_eq!(desk.open_item("Ada", 0), None);
        assert_eq!(desk.open_item("Bo", 0), Some(0));
    }

    #[test]
    fn the_last_judgment_is_taken_back_and_then_the_one_before() {
        let (_folder, path) = pool();
        let desk = Desk::open(&path).unwrap();
        desk.judge("Ada", 0, Some(3), "").unwrap();
        desk.judge("Ada", 1, Some(3), "").unwrap();
        desk.judge("Bo", 2, Some(3), "").unwrap();
        desk.judge("Ada", 0, Some(2), "").unwrap();
        drop(desk);
        let desk = Desk::open(&path).unwrap();
        let undone: Vec<_> = (0..3).map(|_| desk.undo("Ada").unwrap()).collect();
        assert_eq!(undone, [Some(0), Some(1), None]);
        assert_eq!((desk.judged("Ada"), desk.judged("Bo")), (0, 1));
    }

    #[test]
    fn a_pool_may_grow_and_shrink_under_its_judgments() {
        let (_folder, path) = pool();
        Desk::open(&path).unwrap().judge("Ada", 3, Some(3), "").unwrap();
        std::fs::write(&path, r#"{"topic":"2","query":"cod","document":"d"}"#).unwrap();
        let desk = Desk::open(&path).unwrap();
        assert_eq!((desk.judged("Ada"), desk.undo("Ada").unwrap()), (0, None));
        assert_eq!((desk.place("2", "d"), desk.place("1", "d")), (Some(0), None));
        let kept = Judgments::read(&judgments_beside(&path)).unwrap();
        assert_eq!(kept.get("Ada", "1", "d"), Some((3, "")));
    }
}
