//! Tantivy trusts the files of an index that it could open: where they are damaged it may panic.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::EngineError;

/// Reads from the index in `path`, and makes a panic an error that says what to do.
pub(super) fn unbroken<T>(
    path: &Path,
    read: impl FnOnce() -> Result<T, EngineError>,
) -> Result<T, EngineError> {
    // What a panic may leave half done is thrown away with the error; the engine's own state is replaced as a whole.
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(EngineError::Broken(path.into())))
}
