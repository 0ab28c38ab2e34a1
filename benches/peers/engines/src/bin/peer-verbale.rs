//! Verbale over its own library: documents through the ordinary ingestion into an archive, then the index.
//!
//! Without `answers` a search gives what the engine gives: ids, scores, the number of hits. With it, the whole answer
//! is made: text from the archive, passages, marks.

use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use verbale_archive::Archive;
use verbale_index::{Engine, IndexFolder, Plan, Ranking, Require, TantivyEngine};
use verbale_ingest::{Outcome, ingest};
use verbale_peers::{Found, Indexed, Kind, Options, Peer, bytes_in, serve};
use verbale_query::parse;
use verbale_search::{Matching, Request, Searcher};
use verbale_statement::Statement;

/// Statements that are put into the archive at once.
const BATCH: usize = 256;

/// A prefix stands for so many words at most; the other engines know no limit.
const MOST_WORDS: usize = 1000;

fn main() -> anyhow::Result<()> {
    serve(Verbale { opened: Opened::Nothing, ranking: Ranking::default(), question: false })
}

struct Verbale {
    opened: Opened,
    ranking: Ranking,
    question: bool,
}

enum Opened {
    Nothing,
    Engine(Box<TantivyEngine>),
    Searcher(Box<Searcher>),
}

impl Peer for Verbale {
    fn index(&mut self, documents: &Path, folder: &Path, _: &Options) -> anyhow::Result<Indexed> {
        let begun = Instant::now();
        let mut archive = Archive::open(&folder.join("archive.sqlite"))?;
        let mut batch: Vec<Statement> = Vec::with_capacity(BATCH);
        for outcome in ingest(&[documents.to_owned()], &verbale_ingest::Options::default()) {
            match outcome {
                Outcome::Statement(ingested) => batch.push(ingested.statement),
                Outcome::Skipped(skip) => eprintln!("skipped: {skip:?}"),
            }
            if batch.len() == BATCH {
                archive.put_all(&batch)?;
                batch.clear();
            }
        }
        archive.put_all(&batch)?;
        let archived = Instant::now();
        let (path, index) = (folder.join("index"), IndexFolder::at(folder.join("index")));
        index.follow(&archive, true, &mut |_, _| ())?;
        let bytes = bytes_in(&path)?;
        Ok(Indexed {
            seconds: archived.elapsed().as_secs_f64(),
            bytes,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            archive_seconds: Some((archived - begun).as_secs_f64()),
            archive_bytes: Some(bytes_in(folder)? - bytes),
        })
    }

    fn open(&mut self, folder: &Path, options: &Options) -> anyhow::Result<()> {
        let engine = Box::new(IndexFolder::at(folder.join("index")).engine()?);
        self.question = options.question;
        if options.bm25 {
            self.ranking = Ranking::from_toml(include_str!("../../../../../index-data/ranking/bm25.toml"))?;
        }
        self.opened = if options.answers {
            let archive = Archive::open(&folder.join("archive.sqlite"))?;
            Opened::Searcher(Box::new(Searcher::new(archive, engine)))
        } else {
            Opened::Engine(engine)
        };
        Ok(())
    }

    fn search(&mut self, kind: Kind, words: &[String], depth: usize) -> anyhow::Result<Option<Found>> {
        let words = words.join(" ");
        let (query, any) = match kind {
            Kind::Any if self.question => (words, true),
            Kind::Any => (words.replace(' ', " OR "), false),
            Kind::All => (words, false),
            Kind::Phrase => (format!("\"{words}\""), false),
            Kind::Prefix => (format!("{words}*"), false),
            Kind::Near => (words.replace(' ', " NEAR/5 "), false),
        };
        match &self.opened {
            Opened::Nothing => anyhow::bail!("no index is open"),
            Opened::Engine(engine) => {
                let require = if any { Require::Any } else { Require::All };
                let plan = Plan::new(&parse(&query).query, require, &engine.languages()?, depth);
                let clause = engine.expand(plan.clause.clone(), MOST_WORDS)?.clause;
                let matches = engine.search(&Plan { clause, ranking: self.ranking, ..plan })?;
                let best = matches.hits.into_iter();
                let best =
                    best.map(|hit| (hit.id.as_str().to_owned(), hit.score.unwrap_or_default())).collect();
                Ok(Some(Found { hits: Some(matches.total), best }))
            }
            Opened::Searcher(searcher) => {
                let matching = if any { Matching::Any } else { Matching::All };
                let per_page = u32::try_from(depth).context("the depth is too large")?;
                let answer = searcher.search(&Request {
                    matching,
                    per_page,
                    ranking: self.ranking,
                    ..Request::new(query)
                })?;
                let best = answer.hits.into_iter();
                let best =
                    best.map(|hit| (hit.id.as_str().to_owned(), hit.score.unwrap_or_default())).collect();
                Ok(Some(Found { hits: Some(answer.total), best }))
            }
        }
    }
}
