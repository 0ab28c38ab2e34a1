//! The data directory.
//!
//! ```text
//! DIR/
//!   verbale.json     says that this is a data directory, and of which format
//!   sample.pending   while the sample is being taken in
//!   archive.sqlite   the archive
//!   index/           the index
//! ```

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use verbale_archive::Archive;
use verbale_index::IndexFolder;

const MARKER: &str = "verbale.json";
const PENDING: &str = "sample.pending";
const ARCHIVE: &str = "archive.sqlite";
const INDEX: &str = "index";

/// The format of the directory's layout.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Marker {
    format: u32,
}

/// A directory that holds an archive and its index.
pub(crate) struct DataDirectory {
    path: PathBuf,
}

impl DataDirectory {
    /// Opens the directory at `path`; none if there is nothing at all.
    pub(crate) fn open(path: &Path) -> Result<Option<Self>> {
        let mut entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                bail!("{} is a file; name a directory with --data", path.display())
            }
            Err(error) => return Err(error).with_context(|| unusable(path)),
        };
        let marker = match fs::read_to_string(path.join(MARKER)) {
            Ok(marker) => marker,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                // A process that was killed while it made the directory leaves no more than the new marker.
                let own = format!("{MARKER}.new");
                let foreign = entries
                    .find_map(|entry| entry.ok().map(|entry| entry.file_name()).filter(|name| *name != *own));
                let Some(foreign) = foreign else { return Ok(None) };
                bail!(
                    "{} is no data directory of Verbale (it holds {}); name another one with --data, or an empty one",
                    path.display(),
                    foreign.to_string_lossy()
                )
            }
            Err(error) => return Err(error).with_context(|| unusable(path)),
        };
        let Ok(Marker { format }) = serde_json::from_str(&marker) else {
            bail!(
                "{} is damaged; if the directory is Verbale's, put {{\"format\":{FORMAT}}} into it, else name another one with --data",
                path.join(MARKER).display()
            )
        };
        if format != FORMAT {
            bail!(
                "{} has format {format}, this program reads format {FORMAT}; use the program that made it, or name another directory with --data",
                path.display()
            )
        }
        let directory = Self { path: path.into() };
        if !directory.path.join(ARCHIVE).exists() && directory.path.join(INDEX).join("CURRENT").exists() {
            bail!(
                "{} is incomplete: there is an index but no {ARCHIVE}; put the archive back from a copy, or remove the directory and ingest again",
                path.display()
            )
        }
        Ok(Some(directory))
    }

    /// Opens the directory at `path`, which must be there.
    pub(crate) fn existing(path: &Path) -> Result<Self> {
        match Self::open(path)? {
            Some(directory) => Ok(directory),
            None => bail!(
                "there are no statements in {} yet; take some in with `verbale ingest PATH…`, or name another directory with --data",
                path.display()
            ),
        }
    }

    /// Opens the directory at `path`, or makes it.
    pub(crate) fn open_or_create(path: &Path) -> Result<Self> {
        if let Some(directory) = Self::open(path)? {
            return Ok(directory);
        }
        let write = || {
            fs::create_dir_all(path)?;
            let new = path.join(format!("{MARKER}.new"));
            let mut file = fs::File::create(&new)?;
            file.write_all(serde_json::to_string(&Marker { format: FORMAT })?.as_bytes())?;
            file.sync_all()?;
            fs::rename(&new, path.join(MARKER))
        };
        write().with_context(|| unusable(path))?;
        Ok(Self { path: path.into() })
    }

    /// Opens the archive, or makes an empty one.
    pub(crate) fn archive(&self) -> Result<Archive> {
        Ok(Archive::open(&self.path.join(ARCHIVE))?)
    }

    /// The index, which may not be there yet.
    pub(crate) fn index(&self) -> IndexFolder {
        IndexFolder::at(self.path.join(INDEX))
    }

    /// Bytes of the archive on disk.
    pub(crate) fn archive_bytes(&self) -> u64 {
        let size = |name: String| fs::metadata(self.path.join(name)).map_or(0, |file| file.len());
        size(ARCHIVE.to_owned()) + size(format!("{ARCHIVE}-wal"))
    }

    /// Whether the sample is still to be taken in by whoever wants it: nothing was ever archived here, or it was
    /// begun and not finished.
    pub(crate) fn wants_sample(&self) -> bool {
        self.path.join(PENDING).exists() || !self.path.join(ARCHIVE).exists()
    }

    /// Notes that the sample is being taken in, or that it is done.
    pub(crate) fn set_sample_pending(&self, pending: bool) -> Result<()> {
        let path = self.path.join(PENDING);
        let done = if pending { fs::write(&path, "") } else { fs::remove_file(&path) };
        done.with_context(|| unusable(&self.path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

fn unusable(path: &Path) -> String {
    format!("can't use the data directory {}; name another one with --data", path.display())
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn refusal(path: &Path) -> String {
        format!("{:#}", DataDirectory::open(path).err().unwrap())
    }

    #[test]
    fn a_directory_is_made_once_and_opened_then() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a/b");
        assert!(DataDirectory::open(&path).unwrap().is_none());
        DataDirectory::open_or_create(&path).unwrap().archive().unwrap();
        assert!(DataDirectory::open(&path).unwrap().is_some());
    }

    #[test]
    fn what_a_kill_left_while_making_it_is_no_obstacle() {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("verbale.json.new"), "{").unwrap();
        assert!(DataDirectory::open(folder.path()).unwrap().is_none());
        DataDirectory::open_or_create(folder.path()).unwrap();
        assert!(DataDirectory::open(folder.path()).unwrap().is_some());
    }

    #[test]
    fn foreign_newer_damaged_and_incomplete_directories_are_refused_with_what_to_do() {
        let folder = TempDir::new().unwrap();
        let path = folder.path();
        fs::write(path.join("holiday.jpg"), "").unwrap();
        assert!(refusal(path).contains("no data directory of Verbale (it holds holiday.jpg)"));
        assert!(refusal(&path.join("holiday.jpg")).contains("is a file"));
        fs::write(path.join(MARKER), "{").unwrap();
        assert!(refusal(path).contains("verbale.json is damaged"));
        fs::write(path.join(MARKER), "{\"format\":7}").unwrap();
        assert!(refusal(path).contains("format 7"));
        fs::write(path.join(MARKER), "{\"format\":1}").unwrap();
        fs::create_dir(path.join(INDEX)).unwrap();
        fs::write(path.join("index/CURRENT"), "g-000001").unwrap();
        assert!(refusal(path).contains("no archive.sqlite"));
    }
}
