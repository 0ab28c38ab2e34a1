//! Files of JSON, an object a line, that are only ever added to and survive a kill at any moment.

use std::fs::File;
use std::io::{Read, Write};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::EvalError;

/// When a record counts as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// When the system has it: it survives the end of this process.
    Process,
    /// When the disk has it: it survives the end of the machine's power, too.
    Disk,
}

/// A journal open for adding to. No other process can open it meanwhile.
pub(crate) struct Journal<T> {
    path: PathBuf,
    file: File,
    durability: Durability,
    of: PhantomData<fn(T)>,
}

impl<T: Serialize + DeserializeOwned> Journal<T> {
    /// Opens the journal at `path`, or makes it, and gives the records that it has.
    ///
    /// # Errors
    /// If the file can't be read and written, is open in another process, or has a line that is no record.
    pub(crate) fn open(path: &Path, durability: Durability) -> Result<(Self, Vec<T>), EvalError> {
        let refused = |source| EvalError::file(path, source);
        let mut file = File::options().read(true).append(true).create(true).open(path).map_err(refused)?;
        file.try_lock().map_err(|error| refused(error.into()))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(refused)?;
        let Lines { records, whole, unended } = Lines::parse(&bytes, path)?;
        if unended {
            file.write_all(b"\n").map_err(refused)?;
        } else if whole < bytes.len() {
            file.set_len(whole as u64).map_err(refused)?;
        }
        Ok((Self { path: path.into(), file, durability, of: PhantomData }, records))
    }

    /// Adds a record. When this returns, the record is written.
    ///
    /// # Errors
    /// If the file can't be written; nothing of the record is left in it then, if the system allows for that.
    pub(crate) fn add(&mut self, record: &T) -> Result<(), EvalError> {
        let refused = |source| EvalError::file(&self.path, source);
        let mut line = serde_json::to_vec(record).map_err(|error| refused(error.into()))?;
        line.push(b'\n');
        let before = self.file.metadata().map_err(refused)?.len();
        let written = self.file.write_all(&line).and_then(|()| match self.durability {
            Durability::Process => Ok(()),
            Durability::Disk => self.file.sync_data(),
        });
        written.map_err(|error| {
            // Half a line would spoil the next one. If this fails, too, the first failure is the one to tell.
            let _ = self.file.set_len(before);
            refused(error)
        })
    }
}

/// The records of the journal at `path`, which may be open in another process.
///
/// # Errors
/// If the file can't be read, or has a line that is no record.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, EvalError> {
    let bytes = std::fs::read(path).map_err(|source| EvalError::file(path, source))?;
    Ok(Lines::parse(&bytes, path)?.records)
}

struct Lines<T> {
    records: Vec<T>,
    /// How many bytes from the beginning are records.
    whole: usize,
    /// Whether the last record is whole but for the end of its line.
    unended: bool,
}

impl<T: DeserializeOwned> Lines<T> {
    /// What stands behind the last end of a line was cut off while it was written, and never counted.
    fn parse(bytes: &[u8], path: &Path) -> Result<Self, EvalError> {
        let mut lines = Self { records: Vec::new(), whole: bytes.len(), unended: false };
        for (number, line) in (1..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
            if line.trim_ascii().is_empty() {
                continue;
            }
            let ended = line.ends_with(b"\n");
            match serde_json::from_slice(line) {
                Ok(record) => {
                    lines.records.push(record);
                    lines.unended = !ended;
                }
                Err(_) if !ended => lines.whole -= line.len(),
                // The position that the error states is inside of the line.
                Err(error) => return Err(EvalError::line(path, number, error.to_string())),
            }
        }
        Ok(lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal(path: &Path) -> (Journal<u32>, Vec<u32>) {
        Journal::open(path, Durability::Disk).unwrap()
    }

    #[test]
    fn what_a_kill_left_of_a_line_is_dropped_and_the_rest_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        for (content, records) in
            [("", vec![]), ("1\n22\n[3", vec![1, 22]), ("1\n\n22", vec![1, 22]), ("{", vec![])]
        {
            std::fs::write(&path, content).unwrap();
            assert_eq!(read::<u32>(&path).unwrap(), records);
            let (mut open, known) = journal(&path);
            assert_eq!(known, records);
            open.add(&7).unwrap();
            assert_eq!(read::<u32>(&path).unwrap(), [records, vec![7]].concat());
        }
    }

    #[test]
    fn a_line_that_is_no_record_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        std::fs::write(&path, "1\n\nx\n2\n").unwrap();
        let error = read::<u32>(&path).unwrap_err().to_string();
        assert!(error.starts_with(&format!("{}:3: ", path.display())), "{error}");
    }

    #[test]
    fn two_do_not_write_at_the_same_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        let open = journal(&path);
        assert!(Journal::<u32>::open(&path, Durability::Process).is_err());
        drop(open);
        assert!(journal(&path).1.is_empty());
    }
}
