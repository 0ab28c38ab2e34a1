//! The pipeline: documents are gathered into chunks of bounded size, read on all cores, and handed on in order.

use std::collections::VecDeque;
use std::iter::Peekable;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use rayon::prelude::*;

use crate::charset::{self, Binary, Decoded};
use crate::draft::{Draft, RawDocument};
use crate::finish::{Finished, finish};
use crate::format::{Format, html, markdown, record, text, weight};
use crate::metadata;
use crate::options::Options;
use crate::outcome::{Outcome, Skip, SkipReason, Warning};
use crate::register::Register;
use crate::source::{Documents, Found};

/// A chunk is full with this many documents or this many bytes, whichever comes first.
const CHUNK_DOCUMENTS: usize = 64;
const CHUNK_BYTES: usize = 16 << 20;
/// A document of more bytes than this is a chunk by itself: reading takes many times its size, and two such at once
/// would be too much.
const ALONE_BYTES: usize = 4 << 20;

/// Reads everything under `paths`: paths in the order given, folders recursively, files by name, lines and records as
/// they stand.
///
/// Every document comes out, as a statement or as a skip with its reason, and so does every path that can't be
/// read; nothing ends the iteration early. Documents stream: memory doesn't grow with the input, but for a few dozen
/// bytes a statement to know ids again.
///
/// ```
/// use verbale_ingest::{Options, Outcome, ingest};
///
/// let folder = tempfile::tempdir()?;
/// let file = folder.path().join("statements.jsonl");
/// std::fs::write(&file, r#"{"id": "dresk-2008", "text": "The Dresk Accords enter into force."}"#)?;
/// let outcomes: Vec<Outcome> = ingest(&[file], &Options::default()).collect();
/// let [Outcome::Statement(ingested)] = &outcomes[..] else { panic!("{outcomes:?}") };
/// assert_eq!(ingested.statement.id.as_str(), "dresk-2008");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn ingest(paths: &[PathBuf], options: &Options) -> impl Iterator<Item = Outcome> + use<> {
    Ingest {
        documents: Documents::new(paths, options).peekable(),
        ready: VecDeque::new(),
        register: Register::default(),
        reader: Reader { options: options.clone() },
    }
}

/// Reads one document by itself.
pub(crate) fn read_one(document: RawDocument, options: &Options) -> Vec<Outcome> {
    let mut register = Register::default();
    let read = Reader { options: options.clone() }.read(Ok(document));
    read.into_iter().map(|result| outcome(result, &mut register)).collect()
}

fn outcome(read: Result<Finished, Skip>, register: &mut Register) -> Outcome {
    match read.and_then(|finished| register.admit(finished)) {
        Ok(ingested) => Outcome::Statement(Box::new(ingested)),
        Err(skip) => Outcome::Skipped(skip),
    }
}

struct Ingest {
    documents: Peekable<Documents>,
    ready: VecDeque<Outcome>,
    register: Register,
    reader: Reader,
}

impl Iterator for Ingest {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        while self.ready.is_empty() {
            let chunk = self.chunk();
            if chunk.is_empty() {
                return None;
            }
            let read: Vec<_> = chunk.into_par_iter().flat_map_iter(|found| self.reader.read(found)).collect();
            let Self { ready, register, .. } = self;
            ready.extend(read.into_iter().map(|result| outcome(result, register)));
        }
        self.ready.pop_front()
    }
}

impl Ingest {
    fn chunk(&mut self) -> Vec<Found> {
        let size = |found: &Found| found.as_ref().map_or(0, |document| document.bytes.len());
        let mut chunk: Vec<Found> = Vec::new();
        let mut bytes = 0;
        while chunk.len() < CHUNK_DOCUMENTS && bytes < CHUNK_BYTES {
            let may_join = |next: &Found| chunk.is_empty() || size(next) <= ALONE_BYTES;
            let Some(found) = self.documents.next_if(may_join) else { break };
            bytes += size(&found);
            chunk.push(found);
            if bytes > ALONE_BYTES && chunk.len() == 1 {
                break;
            }
        }
        chunk
    }
}

/// A draft with what was noticed while it was read, or why there is none.
type Extracted = Result<(Draft, Vec<Warning>), SkipReason>;

/// Reads one document, whichever format it is in.
struct Reader {
    options: Options,
}

impl Reader {
    /// The statements of a document.
    fn read(&self, found: Found) -> Vec<Result<Finished, Skip>> {
        let document = match found {
            Ok(document) => document,
            Err(skip) => return vec![Err(skip)],
        };
        // Parsers of untidy formats have bugs; one page that finds one must not end the reading of all others.
        let mut drafts = catch_unwind(AssertUnwindSafe(|| self.drafts(&document)))
            .unwrap_or_else(|_| vec![Err(SkipReason::ParserFailed)]);
        let single = drafts.len() == 1;
        if let [Ok((draft, _))] = &mut drafts[..]
            && !draft.is_record
        {
            let name = document.file.file_name().unwrap_or_default().to_string_lossy();
            self.options.sites.apply_file_name(&name, draft);
        }
        let finished = drafts.into_iter().enumerate().map(|(index, extracted)| {
            let part = extracted.as_ref().ok().and_then(|(draft, _)| draft.part).or(document.part);
            let bytes_read = if single || index == 0 { document.bytes.len() as u64 } else { 0 };
            extracted
                .and_then(|(draft, warnings)| finish(draft, &document, bytes_read, warnings))
                .map_err(|reason| Skip { file: document.file.clone(), part, reason })
        });
        finished.collect()
    }

    fn drafts(&self, document: &RawDocument) -> Vec<Extracted> {
        let bytes = &document.bytes[..];
        match &document.format {
            Format::Json => vec![record::json(bytes, self.options.mapping.as_ref())],
            Format::Row { table, line } => vec![record::row(bytes, *line, table)],
            Format::Html => {
                vec![decoded(charset::decode_page(bytes)).and_then(|(page, warnings)| {
                    weight::check_page(&page.text)?;
                    Ok((
                        html::extract(&page.text, document.address.as_deref(), &self.options.sites)?,
                        warnings,
                    ))
                })]
            }
            Format::Markdown => {
                vec![decoded(charset::decode_text(bytes)).and_then(|(text, mut warnings)| {
                    weight::check_text(&text.text)?;
                    let (mut draft, more) = markdown::extract(&text.text)?;
                    metadata::complete(&mut draft, &self.options.sites);
                    warnings.extend(more);
                    Ok((draft, warnings))
                })]
            }
            Format::Text => match decoded(charset::decode_text(bytes)) {
                Ok((text, warnings)) => self.pages(&text.text, &warnings),
                Err(reason) => vec![Err(reason)],
            },
        }
    }

    fn pages(&self, text: &str, warnings: &[Warning]) -> Vec<Extracted> {
        if let Err(error) = weight::check_text(text) {
            return vec![Err(error.into())];
        }
        let mut drafts = text::extract(text, &self.options.sites);
        drafts.iter_mut().for_each(|draft| metadata::complete(draft, &self.options.sites));
        drafts.into_iter().map(|draft| Ok((draft, warnings.to_vec()))).collect()
    }
}

/// A decoded text, and what to say about its charset.
fn decoded(decoded: Result<Decoded<'_>, Binary>) -> Result<(Decoded<'_>, Vec<Warning>), SkipReason> {
    let decoded = decoded.map_err(|Binary| SkipReason::Binary)?;
    let charset = decoded.charset.name();
    let mut warnings = Vec::new();
    if decoded.guessed {
        warnings.push(Warning::GuessedCharset(charset));
    }
    if decoded.replaced > 0 {
        warnings.push(Warning::Replaced { count: decoded.replaced, charset });
    }
    Ok((decoded, warnings))
}

#[cfg(test)]
mod tests;
