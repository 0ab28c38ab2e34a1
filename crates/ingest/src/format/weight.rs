//! How much memory a page would take, judged before it is parsed.
//!
//! A tree takes some hundred bytes for each element, so that a page made of nothing but tags grows a hundredfold
//! when it is parsed.

use super::FormatError;

/// The most tags that a page may have. Lists of a whole country's laws have a tenth of it.
const LIMIT: usize = 300_000;

/// Checks that a page can be parsed in a few hundred megabytes.
///
/// # Errors
/// [`FormatError::Tags`].
pub(crate) fn check(page: &str) -> Result<(), FormatError> {
    let tags = page.bytes().filter(|byte| *byte == b'<').count();
    if tags > LIMIT { Err(FormatError::Tags { tags, limit: LIMIT }) } else { Ok(()) }
}
