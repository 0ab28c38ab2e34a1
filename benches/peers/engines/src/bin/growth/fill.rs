//! An archive of so many statements: the paragraphs of a real corpus one by one, as far as they reach, then made-up
//! ones.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use fastrand::Rng;
use serde_json::{Value, json};
use verbale_archive::Archive;
use verbale_ingest::{Options, Outcome, ingest};
use verbale_peers::bytes_in;
use verbale_statement::{Kind, Language, Paragraph, PartialDate, Statement, StatementId};

use crate::queries::{Sample, words};
use crate::zipf::Zipf;

/// Statements that are put into the archive at once.
const BATCH: usize = 256;
/// Paragraphs of less are headings, numbers of pages and salutations.
const SHORTEST: usize = 80;

/// Fills the archive in `folder` and writes queries beside it.
pub(crate) fn fill(folder: &Path, corpus: &Path, wanted: u64, seed: u64) -> anyhow::Result<Value> {
    fs::create_dir_all(folder)?;
    let mut filling = Filling {
        archive: Archive::open(&folder.join("archive.sqlite"))?,
        batch: Vec::with_capacity(BATCH),
        wanted,
        made: 0,
        text_bytes: 0,
        putting: Duration::ZERO,
        counts: HashMap::new(),
        lengths: Vec::new(),
        sample: Sample::new(),
        random: Rng::with_seed(seed),
    };
    filling.real(corpus)?;
    let real = filling.made;
    if real < wanted {
        filling.made_up()?;
    }
    filling.put()?;
    let queries = filling.sample.queries(&filling.counts, &mut filling.random);
    fs::write(folder.join("queries.json"), serde_json::to_vec(&queries)?)?;
    Ok(json!({
        "statements": filling.made,
        "real": real,
        "made_up": filling.made - real,
        "text_bytes": filling.text_bytes,
        "words": filling.lengths.iter().map(|length| u64::from(*length)).sum::<u64>(),
        "vocabulary": filling.counts.len(),
        "seconds": filling.putting.as_secs_f64(),
        "bytes": bytes_in(folder)?,
    }))
}

struct Filling {
    archive: Archive,
    batch: Vec<Statement>,
    wanted: u64,
    made: u64,
    text_bytes: u64,
    /// What the archive alone took.
    putting: Duration,
    counts: HashMap<String, u32>,
    lengths: Vec<u32>,
    sample: Sample,
    random: Rng,
}

impl Filling {
    fn real(&mut self, corpus: &Path) -> anyhow::Result<()> {
        for outcome in ingest(&[corpus.to_owned()], &Options::default()) {
            let Outcome::Statement(ingested) = outcome else { continue };
            let speech = ingested.statement;
            for paragraph in speech.paragraphs.iter().filter(|paragraph| paragraph.text.len() >= SHORTEST) {
                if self.made == self.wanted {
                    return Ok(());
                }
                self.take(paragraph.text.clone(), paragraph.language, speech.date)?;
            }
        }
        Ok(())
    }

    fn made_up(&mut self) -> anyhow::Result<()> {
        let zipf = Zipf::new(&self.counts, self.lengths.clone());
        while self.made < self.wanted {
            let text = zipf.text(&mut self.random);
            let date = PartialDate::year(self.random.i16(1946..2027))?;
            self.take(text, Language::ENGLISH, Some(date))?;
        }
        Ok(())
    }

    fn take(&mut self, text: String, language: Language, date: Option<PartialDate>) -> anyhow::Result<()> {
        let mut length = 0;
        for word in words(&text) {
            length += 1;
            *self.counts.entry(word).or_default() += 1;
        }
        self.lengths.push(length);
        self.text_bytes += text.len() as u64;
        self.sample.see(&text, &mut self.random);
        let id = StatementId::new(format!("growth-{}", self.made))?;
        let mut statement = Statement::new(id, language, vec![Paragraph::new(text, language)]);
        (statement.kind, statement.date) = (Some(Kind::Speech), date);
        statement.origin.sha256 = format!("{:064x}", self.made);
        self.batch.push(statement);
        self.made += 1;
        if self.batch.len() == BATCH { self.put() } else { Ok(()) }
    }

    fn put(&mut self) -> anyhow::Result<()> {
        let begun = Instant::now();
        self.archive.put_all(&self.batch)?;
        self.putting += begun.elapsed();
        self.batch.clear();
        Ok(())
    }
}
