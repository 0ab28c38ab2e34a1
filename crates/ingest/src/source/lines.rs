//! JSONL: one object a line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::{Found, RECORD_LIMIT};
use crate::draft::RawDocument;
use crate::format::{Format, FormatError};
use crate::outcome::{Skip, SkipReason};

/// The lines of a JSONL file that aren't blank.
pub(super) struct Lines {
    file: PathBuf,
    reader: BufReader<File>,
    number: u64,
    any: bool,
    ended: bool,
}

impl Lines {
    pub(super) fn open(path: &Path, file: File) -> Result<Self, SkipReason> {
        let mut reader = BufReader::with_capacity(1 << 16, file);
        let start = reader.fill_buf()?;
        if start.starts_with(b"\xEF\xBB\xBF") {
            reader.consume(3);
        } else if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
            return Err(FormatError::Utf8(1).into());
        }
        Ok(Self { file: path.to_owned(), reader, number: 0, any: false, ended: false })
    }

    /// The next line without its break, none at the end of the file, or how long it is if that is too long.
    fn line(&mut self) -> io::Result<Option<Result<Vec<u8>, u64>>> {
        let mut bytes = Vec::new();
        let read = self.reader.by_ref().take(RECORD_LIMIT + 1).read_until(b'\n', &mut bytes)? as u64;
        if read == 0 {
            return Ok(None);
        }
        if read > RECORD_LIMIT && !bytes.ends_with(b"\n") {
            return Ok(Some(Err(read + skip_line(&mut self.reader)?)));
        }
        Ok(Some(Ok(bytes)))
    }

    fn skip(&mut self, part: Option<u64>, reason: SkipReason) -> Option<Found> {
        self.any = true;
        Some(Err(Skip { file: self.file.clone(), part, reason }))
    }
}

impl Iterator for Lines {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        while !self.ended {
            self.number += 1;
            let part = Some(self.number);
            match self.line() {
                Ok(Some(Ok(bytes))) if bytes.trim_ascii().is_empty() => {}
                Ok(Some(Ok(mut bytes))) => {
                    self.any = true;
                    bytes.truncate(bytes.trim_ascii_end().len());
                    let file = self.file.clone();
                    return Some(Ok(RawDocument { file, part, address: None, format: Format::Json, bytes }));
                }
                Ok(Some(Err(bytes))) => {
                    let reason = SkipReason::TooLarge { what: "lines", bytes, limit: RECORD_LIMIT };
                    return self.skip(part, reason);
                }
                Ok(None) => {
                    self.ended = true;
                    if !self.any {
                        return self.skip(None, FormatError::NoText.into());
                    }
                }
                Err(error) => {
                    self.ended = true;
                    return self.skip(part, error.into());
                }
            }
        }
        None
    }
}

/// Reads to the end of the line and says how many bytes that were.
fn skip_line(reader: &mut BufReader<File>) -> io::Result<u64> {
    let mut skipped = 0;
    loop {
        let buffer = reader.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(buffer.len(), |end| end + 1);
        reader.consume(length);
        skipped += length as u64;
        if end.is_some() || length == 0 {
            return Ok(skipped);
        }
    }
}
