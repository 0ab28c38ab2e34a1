//! How an engine is driven by `benches/peers/run`: one JSON object a line in, one out, as benches/peers/protocol.py
//! describes it.

use std::fs;
use std::io::{BufRead, BufReader, Write, stdin, stdout};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// What an engine is configured with.
#[derive(Debug, Clone, Deserialize)]
pub struct Options {
    /// The language of documents and queries: `en`, `es`, `ru`, `zh`.
    pub language: String,
    /// Whether there are titles to search beside the text.
    #[serde(default)]
    pub titles: bool,
    /// Whether stop words are left out.
    #[serde(default)]
    pub stop: bool,
    /// Whether quotations are asked for, so that forms are indexed beside stems.
    #[serde(default)]
    pub phrases: bool,
    /// How many threads build the index; one if it does not say.
    #[serde(default)]
    pub threads: Option<usize>,
    /// Whether Verbale makes a whole answer, with text and passages from the archive, or ids alone.
    #[serde(default)]
    pub answers: bool,
    /// Whether Verbale takes any of the words for a question, which also looks for words like them, or for an OR.
    #[serde(default)]
    pub question: bool,
    /// Whether Verbale scores by BM25 and nothing else.
    #[serde(default)]
    pub bm25: bool,
    /// Whether bare Tantivy looks for each word by stem and form, as Verbale does, or by its stem.
    #[serde(default)]
    pub forms: bool,
}

/// What a query asks for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One of the words at least, in any of its forms.
    Any,
    /// All of the words, in any of their forms.
    All,
    /// These words, in this order and these forms.
    Phrase,
    /// One word that begins so.
    Prefix,
    /// All of the words, in any of their forms and in any order, with at most five others among them.
    Near,
}

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// How many documents match, if the engine said.
    pub hits: Option<u64>,
    /// The best of them, with their scores.
    pub best: Vec<(String, f32)>,
}

/// What came of indexing.
#[derive(Debug, Clone, Serialize)]
pub struct Indexed {
    /// How long it took, in seconds, from the first document to the last that can be found.
    pub seconds: f64,
    /// The size of the index.
    pub bytes: u64,
    /// The version of the engine.
    pub version: String,
    /// How long it took before that to read the documents into an archive that keeps their text, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive_seconds: Option<f64>,
    /// The size of that archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive_bytes: Option<u64>,
}

/// A document as the driver writes it.
#[derive(Debug, Clone, Deserialize)]
pub struct Document {
    /// Its name.
    pub id: String,
    /// Its title; may be empty.
    #[serde(default)]
    pub title: Option<String>,
    /// Its text.
    pub text: String,
}

/// An engine, driven in a process of its own.
pub trait Peer {
    /// Builds an index in a folder that is there and empty.
    ///
    /// # Errors
    /// If documents can't be read, or the index can't be written.
    fn index(&mut self, documents: &Path, folder: &Path, options: &Options) -> anyhow::Result<Indexed>;

    /// Opens an index that was built before.
    ///
    /// # Errors
    /// If it can't be read.
    fn open(&mut self, folder: &Path, options: &Options) -> anyhow::Result<()>;

    /// Answers a query; nothing if the engine doesn't have queries of this kind.
    ///
    /// # Errors
    /// If the index can't be read.
    fn search(&mut self, kind: Kind, words: &[String], depth: usize) -> anyhow::Result<Option<Found>>;
}

#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
enum Asked {
    Index { documents: PathBuf, folder: PathBuf, options: Options },
    Open { folder: PathBuf, options: Options },
    Search { kind: Kind, words: Vec<String>, depth: usize },
}

#[derive(Serialize)]
struct Searched {
    seconds: f64,
    hits: Option<u64>,
    ids: Vec<String>,
    scores: Vec<f32>,
}

/// Answers requests on standard input until it ends.
///
/// # Errors
/// If standard input or output is broken; what goes wrong inside a request is its answer.
pub fn serve(mut peer: impl Peer) -> anyhow::Result<()> {
    for line in stdin().lock().lines() {
        let answer = answer(&mut peer, &line?).unwrap_or_else(|error| json!({"error": format!("{error:#}")}));
        let mut out = stdout().lock();
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn answer(peer: &mut impl Peer, line: &str) -> anyhow::Result<serde_json::Value> {
    let asked = serde_json::from_str(line)?;
    let begun = Instant::now();
    Ok(match asked {
        Asked::Index { documents, folder, options } => {
            fs::create_dir_all(&folder)?;
            serde_json::to_value(peer.index(&documents, &folder, &options)?)?
        }
        Asked::Open { folder, options } => {
            peer.open(&folder, &options)?;
            json!({"seconds": begun.elapsed().as_secs_f64()})
        }
        Asked::Search { kind, words, depth } => match peer.search(kind, &words, depth)? {
            None => json!({"unsupported": "there are no queries of this kind"}),
            Some(Found { hits, best }) => {
                let seconds = begun.elapsed().as_secs_f64();
                let (ids, scores) = best.into_iter().unzip();
                serde_json::to_value(Searched { seconds, hits, ids, scores })?
            }
        },
    })
}

/// Each document of a file of JSON Lines.
///
/// # Errors
/// If the file can't be opened; each document that can't be read is an error of its own.
pub fn documents(path: &Path) -> anyhow::Result<impl Iterator<Item = anyhow::Result<Document>>> {
    let file = fs::File::open(path).with_context(|| format!("{} can't be read", path.display()))?;
    Ok(BufReader::new(file).lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}

/// The most memory that this process has held at once, in bytes, where the system tells it.
pub fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib * 1024)
}

/// The size of all files in a folder and the folders in it.
///
/// # Errors
/// If a folder can't be listed.
pub fn bytes_in(folder: &Path) -> std::io::Result<u64> {
    fs::read_dir(folder)?.try_fold(0, |sum, entry| {
        let (path, about) = entry.and_then(|entry| Ok((entry.path(), entry.metadata()?)))?;
        Ok(sum + if about.is_dir() { bytes_in(&path)? } else { about.len() })
    })
}
