//! What is taken away in files: rows of hits and frequencies, as JSON Lines or as a table, the same by whatever way.

use std::io::{self, Write};

use serde::Serialize;
use verbale_index::Frequency;
use verbale_statement::{Kind, Language, Mentioned, PartialDate, StatementId};

use crate::{Elsewhere, Hit};

/// Writes rows as they come.
pub enum Rows<W: Write> {
    /// As JSON objects, one a line.
    Jsonl(W),
    /// As comma-separated values (RFC 4180) with a header.
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> Rows<W> {
    /// One JSON object a line.
    pub fn jsonl(out: W) -> Self {
        Self::Jsonl(out)
    }

    /// Comma-separated values under the names of `columns`, which are the fields of the rows; they are there even if no
    /// row is.
    ///
    /// # Errors
    /// If they can't be written.
    pub fn csv(columns: &[&str], out: W) -> io::Result<Self> {
        let mut table = csv::WriterBuilder::new().has_headers(false).from_writer(out);
        table.write_record(columns).map_err(written)?;
        Ok(Self::Csv(Box::new(table)))
    }

    /// Writes a row.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn write(&mut self, row: &impl Serialize) -> io::Result<()> {
        match self {
            Self::Jsonl(out) => {
                let mut line = serde_json::to_vec(row)?;
                line.push(b'\n');
                out.write_all(&line)
            }
            Self::Csv(table) => table.serialize(row).map_err(written),
        }
    }

    /// Writes what is not written yet.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Jsonl(mut out) => out.flush(),
            Self::Csv(mut table) => table.flush(),
        }
    }
}

/// The error of the output, where it is one: a closed pipe is no failure.
fn written(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("a row can't be written: {kind:?}")),
    }
}

/// A hit as a row of a table.
#[derive(Debug, Serialize)]
pub struct HitRow<'a> {
    /// The statement's name.
    id: &'a StatementId,
    /// How well it matches; empty unless sorted by relevance.
    score: Option<f32>,
    /// When it was made, as precise as known.
    date: Option<PartialDate>,
    /// The sort of text.
    kind: Option<Kind>,
    /// The language of most of its text.
    language: Language,
    /// The title.
    title: &'a str,
    /// The names of those who speak, with "; " between them.
    speakers: String,
    /// The organisation or ministry that issued it.
    organisation: Option<&'a str>,
    /// The codes of the states that it is made for, with "; " between them.
    countries: String,
    /// The codes and ids of the countries and organisations that it mentions, with "; " between them.
    mentions: String,
    /// The meeting or occasion.
    event: Option<&'a str>,
    /// Where it was made.
    place: Option<&'a str>,
    /// Where it was published.
    url: Option<&'a str>,
    /// How many versions it has.
    versions: u32,
    /// Where else the text was published, with "; " between them: the addresses, or the names of the statements that
    /// have none.
    also: String,
    /// The passages, with " … " between them; empty unless they are asked for.
    passages: String,
}

impl HitRow<'_> {
    /// The names of the fields, in their order.
    pub const COLUMNS: [&'static str; 16] = [
        "id",
        "score",
        "date",
        "kind",
        "language",
        "title",
        "speakers",
        "organisation",
        "countries",
        "mentions",
        "event",
        "place",
        "url",
        "versions",
        "also",
        "passages",
    ];
}

impl<'a> From<&'a Hit> for HitRow<'a> {
    fn from(hit: &'a Hit) -> Self {
        let speakers: Vec<_> = hit.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        let countries: Vec<_> = hit.countries.iter().map(|country| country.code()).collect();
        let mentions: Vec<_> = hit.mentions.iter().map(Mentioned::id).collect();
        let elsewhere = |own: &'a Elsewhere| own.url.as_deref().unwrap_or(own.id.as_str());
        let also: Vec<_> = hit.related.also.iter().map(elsewhere).collect();
        let passages: Vec<_> = hit.passages.iter().map(|passage| passage.text.text.as_str()).collect();
        Self {
            id: &hit.id,
            score: hit.score,
            date: hit.date,
            kind: hit.kind,
            language: hit.language,
            title: &hit.title.text,
            speakers: speakers.join("; "),
            organisation: hit.organisation.as_deref(),
            countries: countries.join("; "),
            mentions: mentions.join("; "),
            event: hit.event.as_deref(),
            place: hit.place.as_deref(),
            url: hit.url.as_deref(),
            versions: hit.related.versions,
            also: also.join("; "),
            passages: passages.join(" … "),
        }
    }
}

/// How often something occurs in some statements.
#[derive(Debug, Serialize)]
pub struct FrequencyRow<'a> {
    /// The value of the statements; null for all.
    value: Option<&'a str>,
    /// How often it occurs in them.
    occurrences: u64,
    /// In how many of them.
    statements: u64,
    /// How many words they have among which it was looked for, with and without it.
    words: u64,
    /// How often it occurs in a million of these words; null where there are none.
    per_million: Option<f64>,
}

impl FrequencyRow<'_> {
    /// The names of the fields, in their order.
    pub const COLUMNS: [&'static str; 5] = ["value", "occurrences", "statements", "words", "per_million"];
}

impl<'a> From<&'a Frequency> for FrequencyRow<'a> {
    fn from(frequency: &'a Frequency) -> Self {
        Self {
            value: frequency.value.as_deref(),
            occurrences: frequency.occurrences,
            statements: frequency.statements,
            words: frequency.words,
            per_million: frequency.per_million(),
        }
    }
}
