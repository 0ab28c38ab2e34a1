//! How much memory a document would take, judged before it is parsed.
//!
//! A tree of elements, a list of paragraphs or an object takes some hundred bytes for each of its members, so that a
//! document made of nothing but tags, empty lines or brackets grows a hundredfold when it is read.

use super::FormatError;

/// The most tags that a page may have. Lists of a whole country's laws have a tenth of it.
const TAGS: usize = 300_000;
/// The most lines that a text may have: those of forty books.
const LINES: usize = 1_000_000;
/// The most values that a record may have.
const VALUES: usize = 500_000;
/// The most commas that a file of one array may have, which is read once as a whole.
const COMMAS: usize = 4_000_000;

/// Checks that a page can be parsed in a few hundred megabytes.
///
/// # Errors
/// [`FormatError::Many`].
pub(crate) fn check_page(page: &str) -> Result<(), FormatError> {
    limited("tags", page.bytes().filter(|byte| *byte == b'<').count(), TAGS)
}

/// Checks that a text can be taken apart in a few hundred megabytes.
///
/// # Errors
/// [`FormatError::Many`].
pub(crate) fn check_text(text: &str) -> Result<(), FormatError> {
    limited("lines", text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count(), LINES)
}

/// Checks that a record can be read in a few hundred megabytes.
///
/// # Errors
/// [`FormatError::Many`].
pub(crate) fn check_record(json: &[u8]) -> Result<(), FormatError> {
    let begins_value = |pair: &&[u8]| matches!(pair, [b'{' | b'[', _] | [b'"', b':' | b',']);
    limited("values", json.windows(2).filter(begins_value).count(), VALUES)
}

/// Checks that the members of an array can be listed in a few hundred megabytes.
///
/// # Errors
/// [`FormatError::Many`].
pub(crate) fn check_array(json: &[u8]) -> Result<(), FormatError> {
    limited("commas", json.iter().filter(|byte| **byte == b',').count(), COMMAS)
}

fn limited(what: &'static str, count: usize, limit: usize) -> Result<(), FormatError> {
    if count > limit { Err(FormatError::Many { what, count, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_of_nothing_but_structure_are_refused() {
        let refused = |result: Result<(), FormatError>| result.unwrap_err().to_string();
        assert_eq!(
            refused(check_page(&"<b>".repeat(TAGS + 1))),
            "it has 300001 tags; documents of up to 300000 are read"
        );
        assert!(refused(check_text(&"a\n\n".repeat(LINES))).contains("lines"));
        for json in ["{\"text\":\"a\"},", "\"a\",", "[[],"] {
            assert!(refused(check_record(json.repeat(VALUES + 1).as_bytes())).contains("values"), "{json}");
        }
        assert!(refused(check_array("1,".repeat(COMMAS + 1).as_bytes())).contains("commas"));
    }

    #[test]
    fn long_texts_are_read() {
        let text = "The strait shall remain open, to ships and to those who say \"fish\", or nothing.\n";
        let text = text.repeat(100_000);
        assert_eq!(check_text(&text), Ok(()));
        assert_eq!(check_record(text.as_bytes()), Ok(()));
        assert_eq!(check_array(text.as_bytes()), Ok(()));
    }
}
