//! What becomes of a document: a statement, or a reason why there is none.

use std::fmt;
use std::path::PathBuf;

use verbale_statement::{IdError, Statement};

use crate::format::FormatError;
use crate::identity::Identity;

/// What became of one document, or of a path that none could be read from.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It gave a statement.
    Statement(Box<Ingested>),
    /// It gave none.
    Skipped(Skip),
}

/// A statement as it came in.
#[derive(Debug, Clone, PartialEq)]
pub struct Ingested {
    /// The statement.
    pub statement: Statement,
    /// What its id was made from.
    pub identity: Identity,
    /// What couldn't be read or had to be changed, although the statement is there.
    pub warnings: Vec<Warning>,
    /// How many bytes of input were read for it. Of several pages in one file the first has all of them, so that
    /// the sum is what was read.
    pub bytes_read: u64,
}

/// An input that gave no statement, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skip {
    /// The file or folder, as an absolute path if it could be found.
    pub file: PathBuf,
    /// Which line, record or page of it, counted from 1; none if it is the whole file.
    pub part: Option<u64>,
    /// Why.
    pub reason: SkipReason,
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Place { file: &self.file, part: self.part })?;
        write!(f, ": {}", self.reason)
    }
}

/// Why an input gave no statement. Each says what is wrong and, where something can be done, what.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SkipReason {
    /// Nothing under this path.
    #[error("no such file or folder")]
    NotFound,
    /// The system doesn't let us read it.
    #[error("no permission to read it")]
    Permission,
    /// Any other failure of the system.
    #[error("it can't be read: {0}")]
    Io(String),
    /// A page that its server didn't give.
    #[error("it can't be fetched: {0}")]
    Fetch(String),
    /// A file of records, where a page is wanted.
    #[error("it holds records, and profiles are for pages and texts; verbale extract shows what it gives")]
    Records,
    /// A symbolic link to a folder that the link is in.
    #[error("a symbolic link back to {}, which is being read already", .0.display())]
    Loop(PathBuf),
    /// A pipe, socket or device.
    #[error("it is a pipe, a socket or a device, not a file")]
    NotAFile,
    /// A file of a sort that isn't read, such as a picture beside a saved page.
    #[error(".{0} is not a format that Verbale reads yet")]
    UnknownFormat(String),
    /// A document that would not fit into memory.
    #[error("it has {bytes} bytes; {what} of up to {limit} are read")]
    TooLarge {
        /// What is too large, in the plural.
        what: &'static str,
        /// How large it is, or how far it was read.
        bytes: u64,
        /// How large it may be.
        limit: u64,
    },
    /// Bytes that are no text in any charset.
    #[error("it is binary, no text")]
    Binary,
    /// A parser failed where it never should.
    #[error("its parser failed on it, which is a fault of Verbale's: please report it with the file")]
    ParserFailed,
    /// The format found no statement in it.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// An id that can't be one.
    #[error("{id:?} can't be an id: {error}")]
    Id {
        /// The id as it was given.
        id: String,
        /// Which rule it breaks.
        error: IdError,
    },
    /// An id that another statement of the same input has.
    #[error(
        "id {id} was already given by {place} with another text; give each statement an id of its own",
        place = Place { file, part: *part }
    )]
    DuplicateId {
        /// The id.
        id: String,
        /// The file of the first statement with this id.
        file: PathBuf,
        /// The part of that file.
        part: Option<u64>,
    },
    /// A mapped column that the table doesn't have.
    #[error("there is no column {missing:?}; there are {}", list(.columns))]
    NoColumn {
        /// The column asked for.
        missing: String,
        /// The columns there are.
        columns: Vec<String>,
    },
    /// A table of which it isn't known which column is the text.
    #[error(
        "there is no column named text; say which one it is, as in --map text=COLUMN; there are {}",
        list(.columns)
    )]
    NoTextColumn {
        /// The columns there are.
        columns: Vec<String>,
    },
    /// A record with more or fewer cells than the table has columns.
    #[error("the record on line {line} has {found} cells, the table {expected} columns")]
    Ragged {
        /// The line on which the record begins, counted from 1.
        line: u64,
        /// The cells of the record.
        found: usize,
        /// The columns of the table.
        expected: usize,
    },
}

impl SkipReason {
    /// Whether an input failed that was meant to be read: not so for pictures and style sheets that lie beside
    /// saved pages, nor for pages that but list others.
    pub fn is_failure(&self) -> bool {
        !matches!(self, SkipReason::UnknownFormat(_) | SkipReason::Format(FormatError::List))
    }
}

impl From<std::io::Error> for SkipReason {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => SkipReason::NotFound,
            std::io::ErrorKind::PermissionDenied => SkipReason::Permission,
            _ => SkipReason::Io(error.to_string()),
        }
    }
}

/// Something about a document that didn't keep it from becoming a statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Warning {
    /// Bytes that aren't characters of the document's charset.
    #[error("{count} malformed sequences in {charset} were replaced by U+FFFD")]
    Replaced {
        /// How many.
        count: usize,
        /// The charset that was read.
        charset: &'static str,
    },
    /// Neither a declaration nor the bytes themselves say which charset it is.
    #[error("it declares no charset that fits and was read as {0}")]
    GuessedCharset(&'static str),
    /// A field with a value that means nothing; it was left empty.
    #[error("{field} {value} was left out: {problem}")]
    Field {
        /// The field's key in the schema.
        field: &'static str,
        /// The value, shortened.
        value: String,
        /// Why it can't be used.
        problem: String,
    },
    /// A date of another calendar than the Gregorian.
    #[error("the date {written} is of the {calendar} calendar, which isn't converted, and was left out")]
    OtherCalendar {
        /// The date as it stands there.
        written: String,
        /// The name of the calendar.
        calendar: &'static str,
    },
    /// A key that the schema doesn't have.
    #[error("the key {0:?} means nothing here; `verbale schema` prints those that do")]
    UnknownKey(String),
    /// A record with an odd number of quotation marks.
    #[error("a quotation mark in the record isn't closed; what follows it may have been taken for its text")]
    OpenQuotation,
    /// A line of a Markdown file's front matter that isn't `key: value`.
    #[error("line {0} of the front matter isn't `key: value` and was left out")]
    FrontMatter(usize),
    /// Another page says that it has the same address, but has another text.
    #[error(
        "its address {url} is also that of {place}, which has another text; its id is made from its content",
        place = Place { file, part: *part }
    )]
    SharedUrl {
        /// The address.
        url: String,
        /// The file of the first page with this address.
        file: PathBuf,
        /// The part of that file.
        part: Option<u64>,
    },
}

/// A file and its part, as people name them.
struct Place<'a> {
    file: &'a PathBuf,
    part: Option<u64>,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        self.part.map_or(Ok(()), |part| write!(f, ":{part}"))
    }
}

fn list(columns: &[String]) -> String {
    columns.join(", ")
}
