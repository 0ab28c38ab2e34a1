//! Where documents come from: paths to files, files to documents. Nothing here looks into a text.
//!
//! Documents stream: a file that holds many is read one document at a time, and everything that is held at once
//! has a limit.

mod fetch;
mod files;
mod json;
mod lines;
mod rows;
mod table;
mod transcoded;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::draft::RawDocument;
use crate::format::{FileKind, Format};
use crate::options::Options;
use crate::outcome::{Skip, SkipReason};
use files::Files;

pub(crate) use fetch::{Fetched, fetch};
pub(crate) use table::Table;

/// The largest document, in bytes: no statement is as long, and one of words of a letter takes ninety times its size
/// while it is indexed.
const DOCUMENT_LIMIT: u64 = 8 << 20;
/// The largest web page, in bytes.
const PAGE_LIMIT: u64 = 8 << 20;
/// The largest file of one JSON array, in bytes. Its members are documents of their own.
const ARRAY_LIMIT: u64 = 64 << 20;
/// The largest line or record of a file that holds many, in bytes.
const RECORD_LIMIT: u64 = 8 << 20;
/// How much of a file is looked at to know what it is, in bytes.
const START: u64 = 64 << 10;

/// A document, or why there is none.
pub(crate) type Found = Result<RawDocument, Skip>;

/// The documents of a file that holds many.
type Parts = Box<dyn Iterator<Item = Found> + Send>;

/// The documents under some paths: paths in their order, files by name, parts as they stand.
pub(crate) struct Documents {
    files: Files,
    open: Option<Parts>,
    options: Options,
}

impl Documents {
    /// The documents under `paths`.
    pub(crate) fn new(paths: &[PathBuf], options: &Options) -> Self {
        Self { files: Files::new(paths), open: None, options: options.clone() }
    }
}

impl Iterator for Documents {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(parts) = &mut self.open {
                match parts.next() {
                    Some(found) => return Some(found),
                    None => self.open = None,
                }
            }
            let file = match self.files.next()? {
                Ok(file) => file,
                Err(skip) => return Some(Err(skip)),
            };
            match open(&file, &self.options) {
                Ok(Opened::One(document)) => return Some(Ok(document)),
                Ok(Opened::Many(parts)) => self.open = Some(parts),
                Err(reason) => return Some(Err(Skip { file, part: None, reason })),
            }
        }
    }
}

enum Opened {
    One(RawDocument),
    Many(Parts),
}

fn open(path: &Path, options: &Options) -> Result<Opened, SkipReason> {
    let mut file = File::open(path)?;
    let kind = kind_of(path, &mut file)?;
    Ok(match kind {
        FileKind::Html => Opened::One(whole(path, file, Format::Html)?),
        FileKind::Text => Opened::One(whole(path, file, Format::Text)?),
        FileKind::Markdown => Opened::One(whole(path, file, Format::Markdown)?),
        FileKind::Json => json::open(whole(path, file, Format::Json)?)?,
        FileKind::JsonLines => Opened::Many(Box::new(lines::Lines::open(path, file)?)),
        FileKind::Table(delimiter) => {
            Opened::Many(Box::new(rows::Rows::open(path, file, delimiter, options)?))
        }
    })
}

/// A file as one document.
pub(crate) fn whole_file(path: &Path) -> Result<RawDocument, SkipReason> {
    let path = &std::fs::canonicalize(path)?;
    let mut file = File::open(path)?;
    let format = match kind_of(path, &mut file)? {
        FileKind::Html => Format::Html,
        FileKind::Text => Format::Text,
        FileKind::Markdown => Format::Markdown,
        FileKind::Json | FileKind::JsonLines | FileKind::Table(_) => return Err(SkipReason::Records),
    };
    whole(path, file, format)
}

/// The kind of a file by its name; where that says nothing, by its beginning. A page may have any extension, since
/// servers give theirs (`.php`), but a file without one may be anything that is text.
fn kind_of(path: &Path, file: &mut File) -> Result<FileKind, SkipReason> {
    if let Some(kind) = FileKind::of_name(path) {
        return Ok(kind);
    }
    let start = start_of(file)?;
    let kind = FileKind::of_content(&start);
    match path.extension() {
        None => Ok(kind.unwrap_or(FileKind::Text)),
        Some(_) if kind == Some(FileKind::Html) => Ok(FileKind::Html),
        Some(extension) => Err(SkipReason::UnknownFormat(extension.to_string_lossy().into_owned())),
    }
}

/// The beginning of a file, which is rewound.
fn start_of(file: &mut File) -> Result<Vec<u8>, SkipReason> {
    use std::io::Seek;
    let mut start = Vec::new();
    file.by_ref().take(START).read_to_end(&mut start)?;
    file.rewind()?;
    Ok(start)
}

/// The file as one document.
fn whole(path: &Path, file: File, format: Format) -> Result<RawDocument, SkipReason> {
    let (what, limit) = match format {
        Format::Html => ("web pages", PAGE_LIMIT),
        Format::Json => ("JSON files", ARRAY_LIMIT),
        _ => ("documents", DOCUMENT_LIMIT),
    };
    let too_large = |bytes| SkipReason::TooLarge { what, bytes, limit };
    let length = file.metadata()?.len();
    if length > limit {
        return Err(too_large(length));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    // A file may grow while it is read, and some that systems make up have no length.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 {
        length if length > limit => Err(too_large(length)),
        _ => Ok(RawDocument { file: path.to_owned(), part: None, address: None, format, bytes }),
    }
}

#[cfg(test)]
mod tests;
