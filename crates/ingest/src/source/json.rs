//! JSON files: one object, or an array of them.

use serde_json::value::RawValue;

use super::{Opened, RECORD_LIMIT};
use crate::draft::RawDocument;
use crate::format::{FormatError, weight};
use crate::outcome::{Skip, SkipReason};

/// The members of an array one by one, or else the whole as one document.
pub(super) fn open(document: RawDocument) -> Result<Opened, SkipReason> {
    let RawDocument { file, mut bytes, format, .. } = document;
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    if bytes.trim_ascii().is_empty() {
        return Err(FormatError::NoText.into());
    }
    if !bytes.trim_ascii_start().starts_with(b"[") {
        if let Some(reason) = too_large(bytes.len()) {
            return Err(reason);
        }
        return Ok(Opened::One(RawDocument { file, part: None, address: None, format, bytes }));
    }
    weight::check_array(&bytes)?;
    let members = members(&bytes)?;
    let parts = (1..).zip(members).map(move |(part, member)| {
        if let Some(reason) = too_large(member.len()) {
            return Err(Skip { file: file.clone(), part: Some(part), reason });
        }
        let bytes = bytes[member].to_vec();
        Ok(RawDocument { file: file.clone(), part: Some(part), address: None, format: format.clone(), bytes })
    });
    Ok(Opened::Many(Box::new(parts)))
}

/// Why an object isn't read, if it is too large.
fn too_large(length: usize) -> Option<SkipReason> {
    let bytes = length as u64;
    let reason = SkipReason::TooLarge { what: "JSON objects", bytes, limit: RECORD_LIMIT };
    (bytes > RECORD_LIMIT).then_some(reason)
}

/// Where the members of the array stand.
fn members(bytes: &[u8]) -> Result<Vec<std::ops::Range<usize>>, SkipReason> {
    let text = std::str::from_utf8(bytes).map_err(|error| FormatError::Utf8(error.valid_up_to() + 1))?;
    let members: Vec<&RawValue> =
        serde_json::from_str(text).map_err(|error| FormatError::Json(error.to_string()))?;
    if members.is_empty() {
        return Err(FormatError::NoText.into());
    }
    let start = text.as_ptr() as usize;
    let range = |member: &RawValue| {
        let from = member.get().as_ptr() as usize - start;
        from..from + member.get().len()
    };
    Ok(members.into_iter().map(range).collect())
}
