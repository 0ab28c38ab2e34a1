//! What is to be judged: the best of several runs, without rank or system.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{EvalError, Qrels, Run, Topics};

/// A document to be judged for a topic: a line of a pool's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The topic's id.
    pub topic: String,
    /// What the topic asks.
    pub query: String,
    /// The document's id.
    pub document: String,
}

/// The documents that were found for topics, topic by topic.
///
/// A pool of the best of every system that is compared makes the comparison fair; documents outside of it count as
/// not relevant (K. Spärck Jones and C. J. van Rijsbergen, "Report on the need for and provision of an 'ideal'
/// information retrieval test collection", 1975).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pool {
    items: Vec<Item>,
}

impl Pool {
    /// The first `depth` documents of every run for each topic, without those that are `judged`. Within a topic they
    /// stand in an order that depends on nothing but its and their ids, so that it tells neither rank nor system.
    pub fn of(topics: &Topics, runs: &[Run], depth: usize, judged: &Qrels) -> Self {
        let mut items = Vec::new();
        for topic in topics.iter() {
            let ranked = runs.iter().flat_map(|run| run.ranking(&topic.id).iter().take(depth));
            let documents: BTreeSet<_> = ranked.map(|ranked| ranked.document.as_str()).collect();
            let known = judged.grades(&topic.id);
            let unknown = |document: &&str| known.is_none_or(|known| !known.contains_key(*document));
            let mut documents: Vec<_> = documents.into_iter().filter(unknown).collect();
            documents.sort_by_cached_key(|document| shuffled(&topic.id, document));
            items.extend(documents.into_iter().map(|document| Item {
                topic: topic.id.clone(),
                query: topic.query.clone(),
                document: document.to_owned(),
            }));
        }
        Self { items }
    }

    /// Reads a file of JSON Lines, each an [`Item`].
    ///
    /// # Errors
    /// If the file can't be read, a line is no item, or says again what another says.
    pub fn read(path: &Path) -> Result<Self, EvalError> {
        let text = crate::error::read_text(path)?;
        let (mut items, mut lines) = (Vec::new(), BTreeMap::new());
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            let item: Item = serde_json::from_str(line).map_err(|error| {
                EvalError::line(path, number, format!("no topic, query and document of a pool: {error}"))
            })?;
            if let Some(first) = lines.insert((item.topic.clone(), item.document.clone()), number) {
                let problem = format!("{} for topic {} as in line {first}", item.document, item.topic);
                return Err(EvalError::line(path, number, problem));
            }
            items.push(item);
        }
        Ok(Self { items })
    }

    /// Writes it as [`Pool::read`] reads it.
    ///
    /// # Errors
    /// If the file can't be written.
    pub fn write(&self, path: &Path) -> Result<(), EvalError> {
        let write = || {
            let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
            for item in &self.items {
                serde_json::to_writer(&mut out, item)?;
                out.write_all(b"\n")?;
            }
            out.flush()
        };
        write().map_err(|source| EvalError::file(path, source))
    }

    /// What is to be judged, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// How many topics it has.
    pub fn topics(&self) -> usize {
        self.items.iter().map(|item| item.topic.as_str()).collect::<BTreeSet<_>>().len()
    }
}

/// The place of a document among others of its topic. The digest is only a shuffle that is the same everywhere.
fn shuffled(topic: &str, document: &str) -> [u8; 32] {
    Sha256::digest(format!("{topic}\0{document}")).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Topic;

    fn topics(queries: &[(&str, &str)]) -> Topics {
        let topic = |(id, query): &(&str, &str)| Topic { id: (*id).to_owned(), query: (*query).to_owned() };
        queries.iter().map(topic).collect()
    }

    fn run(tag: &str, rankings: &[(&str, &[&str])]) -> Run {
        let line = |topic: &str, rank: usize, document: &str| {
            format!("{topic} Q0 {document} {rank} {} {tag}\n", 1000 - rank)
        };
        let lines = rankings.iter().flat_map(|(topic, documents)| {
            documents.iter().enumerate().map(move |(rank, document)| line(topic, rank, document))
        });
        lines.collect::<String>().parse().unwrap()
    }

    fn documents(pool: &Pool, topic: &str) -> Vec<String> {
        pool.items().iter().filter(|item| item.topic == topic).map(|item| item.document.clone()).collect()
    }

    #[test]
    fn the_best_of_every_run_is_judged_once() {
        let topics = topics(&[("2", "cod quota"), ("1", "border treaty")]);
        let runs = [
            run("a", &[("1", &["treaty", "border", "map", "late"]), ("9", &["unasked"])]),
            run("b", &[("1", &["border", "treaty", "toll", "late"]), ("2", &["cod"])]),
        ];
        let pool = Pool::of(&topics, &runs, 3, &"1 0 map 0\n".parse().unwrap());
        assert_eq!(
            pool.items()[0],
            Item { topic: "2".into(), query: "cod quota".into(), document: "cod".into() }
        );
        let mut judged = documents(&pool, "1");
        judged.sort();
        assert_eq!(judged, ["border", "toll", "treaty"]);
        assert_eq!((pool.topics(), pool.items().len()), (2, 4));
    }

    #[test]
    fn the_order_tells_neither_rank_nor_system() {
        let topics = topics(&[("1", "strait")]);
        let names: Vec<String> = (0..200).map(|n| format!("d{n:03}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (first, second) = names.split_at(100);
        let pool = Pool::of(
            &topics,
            &[run("a", &[("1", first)]), run("b", &[("1", second)])],
            100,
            &Qrels::default(),
        );
        let swapped: Vec<&str> = first.iter().rev().copied().collect();
        let other = Pool::of(
            &topics,
            &[run("b", &[("1", second)]), run("a", &[("1", &swapped)])],
            100,
            &Qrels::default(),
        );
        assert_eq!(pool, other);
        let order = documents(&pool, "1");
        let of_first = |half: &[String]| half.iter().filter(|name| first.contains(&name.as_str())).count();
        assert!((30..=70).contains(&of_first(&order[..100])), "{order:?}");
        let rising = order.windows(2).filter(|pair| pair[0] < pair[1]).count();
        assert!((70..=130).contains(&rising), "{order:?}");
        // Another topic, another order.
        let there = Pool::of(
            &super::tests::topics(&[("2", "strait")]),
            &[run("a", &[("2", first)]), run("b", &[("2", second)])],
            100,
            &Qrels::default(),
        );
        assert_ne!(documents(&there, "2"), order);
    }

    #[test]
    fn what_is_written_is_read_back_and_what_is_wrong_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pool.jsonl");
        let pool = Pool::of(
            &topics(&[("1", "«пролив»\t\"x\"")]),
            &[run("a", &[("1", &["b", "c"])])],
            9,
            &Qrels::default(),
        );
        pool.write(&path).unwrap();
        assert_eq!(Pool::read(&path).unwrap(), pool);
        let error = |content: &str| {
            std::fs::write(&path, content).unwrap();
            let error = Pool::read(&path).unwrap_err().to_string();
            error.strip_prefix(&path.display().to_string()).unwrap().to_owned()
        };
        let line = r#"{"topic":"1","query":"x","document":"d"}"#;
        assert_eq!(error(&format!("{line}\n\n{line}\n")), ":3: d for topic 1 as in line 1");
        assert!(
            error("{\"topic\":\"1\"}\n").starts_with(":1: no topic, query and document of a pool: missing")
        );
    }
}
