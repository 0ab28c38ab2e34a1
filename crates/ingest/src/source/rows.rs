//! CSV and TSV: one statement a record.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::UTF_8;

use super::table::{Table, reader};
use super::transcoded::Transcoded;
use super::{Found, RECORD_LIMIT, start_of};
use crate::charset;
use crate::draft::RawDocument;
use crate::format::{Format, FormatError};
use crate::options::Options;
use crate::outcome::{Skip, SkipReason};

/// The records of a table, each as the bytes it was written in.
pub(super) struct Rows {
    file: PathBuf,
    reader: csv::Reader<Kept>,
    table: Arc<Table>,
    /// A record that was read to know the columns.
    first: Option<Row>,
    number: u64,
    ended: bool,
}

/// A record: its bytes, and the line on which it begins.
struct Row {
    bytes: Vec<u8>,
    line: u64,
}

impl Rows {
    pub(super) fn open(
        path: &Path,
        mut file: File,
        delimiter: u8,
        options: &Options,
    ) -> Result<Self, SkipReason> {
        let start = start_of(&mut file)?;
        let charset = charset::charset_of(&start).map_err(|charset::Binary| SkipReason::Binary)?;
        // UTF-8 passes as it is, so that what is malformed in it can be counted.
        let input: Box<dyn Read + Send> = if charset == UTF_8 {
            let mark = if start.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
            file.seek(SeekFrom::Start(mark))?;
            Box::new(file)
        } else {
            Box::new(Transcoded::new(file, charset))
        };
        let delimiter = if options.header { delimiter_of(&start, delimiter) } else { delimiter };
        let mut reader = reader(Kept { input, bytes: Vec::new(), from: 0 }, delimiter);
        let first = row(&mut reader)?.ok_or(FormatError::NoText)?;
        let cells = cells(&first.bytes, delimiter)?;
        let numbers = || (1..=cells.len()).map(|number| number.to_string()).collect();
        let names: Vec<String> = if options.header { cells.clone() } else { numbers() };
        let table = Arc::new(Table::new(delimiter, &names, options.mapping.as_ref())?);
        let first = (!options.header).then_some(first);
        Ok(Self { file: path.to_owned(), reader, table, first, number: 0, ended: false })
    }
}

impl Iterator for Rows {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        if self.ended {
            return None;
        }
        let row = match self.first.take() {
            Some(row) => Ok(Some(row)),
            None => row(&mut self.reader),
        };
        self.number += 1;
        let (file, part) = (self.file.clone(), Some(self.number));
        match row {
            Ok(Some(row)) => {
                let format = Format::Row { table: Arc::clone(&self.table), line: row.line };
                Some(Ok(RawDocument { file, part, address: None, format, bytes: row.bytes }))
            }
            Ok(None) => {
                self.ended = true;
                let is_empty = self.number == 1;
                is_empty.then(|| Err(Skip { file, part: None, reason: FormatError::NoText.into() }))
            }
            Err(reason) => {
                self.ended = true;
                Some(Err(Skip { file, part, reason }))
            }
        }
    }
}

/// The next record, or none at the end.
fn row(reader: &mut csv::Reader<Kept>) -> Result<Option<Row>, SkipReason> {
    let mut record = csv::ByteRecord::new();
    let line = reader.position().line();
    match reader.read_byte_record(&mut record) {
        Ok(false) => Ok(None),
        Ok(true) => {
            let end = reader.position().byte();
            let bytes = reader.get_mut().take_until(end);
            // Blank lines before a record belong to what was read for it.
            let blank = bytes.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
            let line = line + blank.filter(|byte| **byte == b'\n').count() as u64;
            Ok(Some(Row { bytes: without_breaks(&bytes).to_vec(), line }))
        }
        Err(error) => match error.into_kind() {
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                let what = "records (is a quotation mark closed? what follows isn't read)";
                Err(SkipReason::TooLarge { what, bytes: RECORD_LIMIT, limit: RECORD_LIMIT })
            }
            csv::ErrorKind::Io(error) => Err(error.into()),
            other => Err(FormatError::Table(format!("{other:?}")).into()),
        },
    }
}

/// A record without the line breaks around it. A tab at its end is an empty cell and stays.
fn without_breaks(bytes: &[u8]) -> &[u8] {
    let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let start = bytes.iter().position(|byte| !is_break(byte)).unwrap_or(bytes.len());
    let end = bytes.iter().rposition(|byte| !is_break(byte)).map_or(start, |last| last + 1);
    &bytes[start..end]
}

fn cells(bytes: &[u8], delimiter: u8) -> Result<Vec<String>, SkipReason> {
    let mut record = csv::ByteRecord::new();
    reader(bytes, delimiter)
        .read_byte_record(&mut record)
        .map_err(|error| FormatError::Table(error.to_string()))?;
    Ok(record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect())
}

/// Spreadsheets of many countries separate by semicolons and still write `.csv`: a header without commas shows it.
fn delimiter_of(start: &[u8], named: u8) -> u8 {
    let header = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let has = |delimiter: u8| header.contains(&delimiter);
    match named {
        b',' if has(b',') => b',',
        b',' => [b';', b'\t'].into_iter().find(|other| has(*other)).unwrap_or(b','),
        other => other,
    }
}

/// A reader that keeps what it has read until it is taken, up to the size of the largest record.
struct Kept {
    input: Box<dyn Read + Send>,
    bytes: Vec<u8>,
    /// Where the kept bytes begin, counted from the beginning of the input.
    from: u64,
}

impl Kept {
    /// Takes everything before the byte `end` of the input.
    fn take_until(&mut self, end: u64) -> Vec<u8> {
        let length = usize::try_from(end - self.from).unwrap_or(usize::MAX).min(self.bytes.len());
        self.from += length as u64;
        let rest = self.bytes.split_off(length);
        std::mem::replace(&mut self.bytes, rest)
    }
}

impl Read for Kept {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.bytes.len() as u64 > RECORD_LIMIT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let count = self.input.read(buffer)?;
        self.bytes.extend_from_slice(&buffer[..count]);
        Ok(count)
    }
}
