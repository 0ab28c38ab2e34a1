//! Web pages.

use super::FormatError;
use crate::draft::Draft;
use crate::site::Profiles;

/// Takes the statement out of a decoded page.
pub(crate) fn extract(_page: &str, _profiles: &Profiles) -> Result<Draft, FormatError> {
    Err(FormatError::NoText)
}
