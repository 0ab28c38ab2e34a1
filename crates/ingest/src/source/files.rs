//! The files under some paths.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::outcome::{Skip, SkipReason};

/// The regular files under some paths, as absolute paths: folders recursively, by name, links followed, hidden
/// files left out unless they are named themselves.
pub(super) struct Files {
    paths: std::vec::IntoIter<PathBuf>,
    walk: Option<walkdir::IntoIter>,
}

impl Files {
    pub(super) fn new(paths: &[PathBuf]) -> Self {
        let paths = Vec::from(paths).into_iter();
        Self { paths, walk: None }
    }
}

impl Iterator for Files {
    type Item = Result<PathBuf, Skip>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(walk) = &mut self.walk else {
                let path = self.paths.next()?;
                self.walk = Some(WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter());
                continue;
            };
            match walk.next() {
                None => self.walk = None,
                Some(Err(error)) => return Some(Err(unreadable(&error))),
                Some(Ok(entry)) if is_hidden(&entry) => {
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Some(Ok(entry)) if entry.file_type().is_dir() => {}
                Some(Ok(entry)) if entry.file_type().is_file() => return Some(Ok(absolute(entry.path()))),
                // Opening a pipe would wait for someone to write into it.
                Some(Ok(entry)) => return Some(Err(skip(entry.path(), SkipReason::NotAFile))),
            }
        }
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn unreadable(error: &walkdir::Error) -> Skip {
    let reason = match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => SkipReason::Loop(absolute(ancestor)),
        // The error itself repeats the path, which stands beside the reason already.
        (None, Some(io)) => match io.kind() {
            std::io::ErrorKind::NotFound => SkipReason::NotFound,
            std::io::ErrorKind::PermissionDenied => SkipReason::Permission,
            _ => SkipReason::Io(io.to_string()),
        },
        (None, None) => SkipReason::Io(error.to_string()),
    };
    skip(error.path().unwrap_or(Path::new("")), reason)
}

fn skip(path: &Path, reason: SkipReason) -> Skip {
    // Only the folder is resolved: the name of a link is what a person looks for.
    let file = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    Skip { file, part: None, reason }
}

fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}
