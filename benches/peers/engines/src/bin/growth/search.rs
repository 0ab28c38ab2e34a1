//! Opening an index and searching it.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use serde_json::{Value, json};
use verbale_archive::Archive;
use verbale_index::{Engine, IndexFolder, Plan, Require};
use verbale_query::parse;
use verbale_search::{Matching, Request, Searcher};

use crate::queries::Asked;

/// Hits that are asked for.
const PAGE: usize = 10;

/// Opens the index in `folder` and asks every query `rounds` times after one that is not counted.
pub(crate) fn search(folder: &Path, rounds: usize) -> anyhow::Result<Value> {
    let asked: Vec<Asked> = serde_json::from_slice(&fs::read(folder.join("queries.json"))?)?;
    let begun = Instant::now();
    let engine = IndexFolder::at(folder.join("index")).engine()?;
    let first = asked.first().and_then(|asked| asked.queries.first()).context("there are no queries")?;
    engine.search(&Plan::new(&parse(first).query, Require::All, &engine.languages()?, PAGE))?;
    let opened = begun.elapsed().as_secs_f64();

    let mut kinds = Vec::new();
    for Asked { kind, any, queries } in &asked {
        let require = if *any { Require::Any } else { Require::All };
        let times = timed(queries, rounds, |query| {
            let matches = engine.search(&Plan::new(&parse(query).query, require, &engine.languages()?, PAGE))?;
            Ok(matches.total)
        })?;
        kinds.push(times.told(kind, queries.len()));
    }
    let archive = Archive::open(&folder.join("archive.sqlite"))?;
    let searcher = Searcher::new(archive, Box::new(engine));
    for Asked { kind, any, queries } in asked.iter().filter(|asked| asked.kind == "two words, any") {
        let matching = if *any { Matching::Any } else { Matching::All };
        let times = timed(queries, rounds, |query| {
            Ok(searcher.search(&Request { matching, ..Request::new(query) })?.total)
        })?;
        kinds.push(times.told(&format!("{kind}: the whole answer"), queries.len()));
    }
    Ok(json!({"open_seconds": opened, "kinds": kinds}))
}

struct Times {
    seconds: Vec<f64>,
    hits: Vec<u64>,
}

fn timed(
    queries: &[String],
    rounds: usize,
    ask: impl Fn(&str) -> anyhow::Result<u64>,
) -> anyhow::Result<Times> {
    let hits = queries.iter().map(|query| ask(query)).collect::<anyhow::Result<_>>()?;
    let mut seconds = Vec::with_capacity(queries.len() * rounds);
    for _ in 0..rounds {
        for query in queries {
            let begun = Instant::now();
            ask(query)?;
            seconds.push(begun.elapsed().as_secs_f64());
        }
    }
    seconds.sort_by(f64::total_cmp);
    Ok(Times { seconds, hits })
}

impl Times {
    fn told(mut self, kind: &str, queries: usize) -> Value {
        self.hits.sort_unstable();
        let quantile = |part: f64| {
            let place = (part * self.seconds.len() as f64).ceil() as usize;
            self.seconds.get(place.saturating_sub(1)).copied()
        };
        json!({
            "kind": kind,
            "queries": queries,
            "median_hits": self.hits.get(self.hits.len() / 2),
            "p50": quantile(0.5),
            "p99": quantile(0.99),
        })
    }
}
