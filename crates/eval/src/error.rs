//! What can be wrong with the files of a collection.

use std::path::{Path, PathBuf};

/// Why something could not be evaluated.
#[derive(Debug, thiserror::Error)]
pub enum EvalError {
    /// The system refused to read or write a file.
    #[error("{path} can't be read or written")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A line of a file is not what it has to be.
    #[error("{path}:{line}: {problem}")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong, and what is expected.
        problem: String,
    },
    /// A collection is not what it has to be.
    #[error("{path}: {problem}")]
    Collection {
        /// Its folder or file.
        path: PathBuf,
        /// What is wrong, and what is expected.
        problem: String,
    },
    /// A collection's archive can't be used.
    #[error(transparent)]
    Archive(#[from] verbale_archive::ArchiveError),
    /// A collection's index can't be used.
    #[error(transparent)]
    Engine(#[from] verbale_index::EngineError),
    /// A topic can't be searched.
    #[error(transparent)]
    Search(#[from] verbale_search::SearchError),
    /// A name that is no measure.
    #[error("{name:?} is no measure: {problem}")]
    Measure {
        /// What was asked for.
        name: String,
        /// Why not.
        problem: String,
    },
}

impl EvalError {
    /// Something wrong in a line, counted from 1.
    pub(crate) fn line(path: &Path, line: usize, problem: impl Into<String>) -> Self {
        Self::Line { path: path.into(), line, problem: problem.into() }
    }

    /// Something wrong with a collection as a whole.
    pub(crate) fn collection(path: &Path, problem: &str) -> Self {
        Self::Collection { path: path.into(), problem: problem.to_owned() }
    }

    /// A refusal of the system.
    pub(crate) fn file(path: &Path, source: std::io::Error) -> Self {
        Self::File { path: path.into(), source }
    }
}

/// The text of a file, without a byte-order mark.
pub(crate) fn read_text(path: &Path) -> Result<String, EvalError> {
    let text = std::fs::read_to_string(path).map_err(|source| EvalError::file(path, source))?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}
