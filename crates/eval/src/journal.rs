//! Files of JSON, an object a line, that are only ever added to and survive a kill at any moment.

use std::fs::{File, TryLockError};
use std::io::{Error, ErrorKind, Read, Seek, SeekFrom, Write};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::EvalError;

/// A line has fewer bytes than these.
const LONGEST_LINE: u64 = 1 << 20;

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
    /// Opens the journal at `path`, or makes it. A last line that was cut off while it was written is removed.
    ///
    /// # Errors
    /// If the file can't be read and written, or is open in another process.
    pub(crate) fn resume(path: &Path, durability: Durability) -> Result<Self, EvalError> {
        let open = || {
            let mut file = File::options().read(true).append(true).create(true).open(path)?;
            file.try_lock().map_err(|error| match error {
                TryLockError::WouldBlock => Error::new(ErrorKind::WouldBlock, "another process has it open"),
                TryLockError::Error(error) => error,
            })?;
            let length = file.metadata()?.len();
            file.seek(SeekFrom::Start(length.saturating_sub(LONGEST_LINE)))?;
            let mut end = Vec::new();
            file.read_to_end(&mut end)?;
            let begun = end.iter().rposition(|byte| *byte == b'\n').map_or(&end[..], |last| &end[last + 1..]);
            if !begun.is_empty() {
                match serde_json::from_slice::<T>(begun) {
                    Ok(_) => file.write_all(b"\n")?,
                    Err(_) => file.set_len(length - begun.len() as u64)?,
                }
            }
            Ok(file)
        };
        let file = open().map_err(|source| EvalError::file(path, source))?;
        Ok(Self { path: path.into(), file, durability, of: PhantomData })
    }

    /// As [`Journal::resume`], and gives the records that it has.
    ///
    /// # Errors
    /// Those of [`Journal::resume`], or if a line is no record.
    pub(crate) fn open(path: &Path, durability: Durability) -> Result<(Self, Vec<T>), EvalError> {
        let journal = Self::resume(path, durability)?;
        Ok((journal, read(path)?))
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

/// The records of the journal at `path`, which may be open in another process. A last line that was cut off is left
/// out: nobody was told that it is written.
///
/// # Errors
/// If the file can't be read, or has a line that is no record.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, EvalError> {
    let bytes = std::fs::read(path).map_err(|source| EvalError::file(path, source))?;
    let mut records = Vec::new();
    for (number, line) in (1..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice(line) {
            Ok(record) => records.push(record),
            Err(_) if !line.ends_with(b"\n") => {}
            Err(error) => return Err(EvalError::line(path, number, error.to_string())),
        }
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal(path: &Path) -> Journal<u32> {
        Journal::resume(path, Durability::Disk).unwrap()
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
            let (mut journal, known) = Journal::open(&path, Durability::Disk).unwrap();
            assert_eq!(known, records);
            journal.add(&7).unwrap();
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
        assert!(Journal::<u32>::resume(&path, Durability::Process).is_err());
        drop(open);
        journal(&path).add(&1).unwrap();
    }
}
