//! Bytes to characters: which charset a document is in, and how much of it couldn't be read.
//!
//! What a page declares is believed unless the bytes speak against it: pages are saved, sent on and converted by
//! programs that leave the declaration behind. Bytes that are valid UTF-8 with characters beyond ASCII in them
//! are practically never anything else, so that is asked first.

use std::borrow::Cow;
use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use regex::bytes::Regex;

/// How far into a page its declared charset is looked for, in bytes. The standard says 1,024; real pages put
/// comments and scripts before it.
const DECLARATION_WITHIN: usize = 8192;
/// As much as the detector is given, in bytes: more doesn't make it surer.
const DETECT_WITHIN: usize = 1 << 20;

/// A document in characters.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    /// The text, without a byte-order mark.
    pub(crate) text: Cow<'a, str>,
    /// The charset that it was read in.
    pub(crate) charset: &'static Encoding,
    /// Whether the charset is the detector's guess, neither declared nor provable.
    pub(crate) guessed: bool,
    /// How many malformed sequences became U+FFFD.
    pub(crate) replaced: usize,
}

/// The bytes are no text in any charset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Binary;

/// Reads a text file: byte-order mark, else UTF-8 if it is that or nearly, else what the detector says.
pub(crate) fn decode_text(bytes: &[u8]) -> Result<Decoded<'_>, Binary> {
    decode(bytes, None)
}

/// Reads a web page: as [`decode_text`], with the charset that its `meta` elements declare before the detector.
pub(crate) fn decode_page(bytes: &[u8]) -> Result<Decoded<'_>, Binary> {
    decode(bytes, declared(bytes))
}

/// The charset of a text of which `start` is the beginning, where only the beginning can be looked at.
pub(crate) fn charset_of(start: &[u8]) -> Result<&'static Encoding, Binary> {
    // The cut may go through a character; what is cut off there is no sign of another charset.
    let whole = start.len() - start.utf8_chunks().last().map_or(0, |chunk| chunk.invalid().len().min(3));
    decode(&start[..whole], None).map(|decoded| decoded.charset)
}

fn decode<'a>(bytes: &'a [u8], declared: Option<&'static Encoding>) -> Result<Decoded<'a>, Binary> {
    if let Some((charset, mark)) = Encoding::for_bom(bytes) {
        return Ok(read(&bytes[mark..], charset, false));
    }
    if let Some(charset) = utf_16_without_mark(bytes) {
        return Ok(read(bytes, charset, false));
    }
    if is_binary(bytes) {
        return Err(Binary);
    }
    let (valid, invalid) = sequences(bytes);
    if invalid == 0 && (valid > 0 || declared.is_none()) {
        return Ok(read(bytes, UTF_8, false));
    }
    if let Some(charset) = declared.filter(|charset| *charset != UTF_8) {
        let decoded = read(bytes, charset, false);
        if decoded.replaced == 0 {
            return Ok(decoded);
        }
    }
    if invalid == 0 || valid > 3 * invalid {
        return Ok(read(bytes, UTF_8, false));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(DETECT_WITHIN)], true);
    Ok(read(bytes, detector.guess(None, Utf8Detection::Deny), true))
}

fn read<'a>(bytes: &'a [u8], charset: &'static Encoding, guessed: bool) -> Decoded<'a> {
    let (mut text, malformed) = charset.decode_without_bom_handling(bytes);
    if text.contains('\0') {
        text = text.replace('\0', "").into();
    }
    let replaced = if malformed { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text, charset, guessed, replaced }
}

/// How many characters beyond ASCII are valid UTF-8, and how many sequences aren't.
fn sequences(bytes: &[u8]) -> (usize, usize) {
    if std::str::from_utf8(bytes).is_ok() {
        return (count(bytes, |byte| byte >= 0xC0), 0);
    }
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += count(chunk.valid().as_bytes(), |byte| byte >= 0xC0);
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    (valid, invalid)
}

/// The charset that a page declares: `<meta charset=…>`, `<meta http-equiv … content="…; charset=…">` or the
/// XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    static DECLARATION: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r#"(?i-u)<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)"#).ok()
    });
    let start = &bytes[..bytes.len().min(DECLARATION_WITHIN)];
    let label = DECLARATION.as_ref()?.captures(start)?.get(1)?.as_bytes();
    let charset = Encoding::for_label(label)?;
    // A declaration that could be read as ASCII can't be true about UTF-16; the standard takes it for UTF-8.
    Some(if charset == UTF_16LE || charset == UTF_16BE { UTF_8 } else { charset })
}

/// UTF-16 shows without a mark by a zero in every other byte of its ASCII characters.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes[..bytes.len().min(4096)].chunks_exact(2);
    let half = pairs.len() / 2;
    let (low, high) = pairs.fold((0, 0), |(low, high), pair| {
        (low + usize::from(pair[0] != 0 && pair[1] == 0), high + usize::from(pair[0] == 0 && pair[1] != 0))
    });
    match () {
        () if half < 4 => None,
        () if low > half && high == 0 => Some(UTF_16LE),
        () if high > half && low == 0 => Some(UTF_16BE),
        () => None,
    }
}

/// Text has no zero bytes but for a stray one that some editor left in a long page, and hardly a control character
/// except those that move the cursor.
fn is_binary(bytes: &[u8]) -> bool {
    let zeros = count(bytes, |byte| byte == 0);
    let controls = count(bytes, |byte| matches!(byte, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F));
    zeros * 1000 > bytes.len() || controls * 50 > bytes.len()
}

/// How many bytes are such. Sums of a byte each let the processor count many at once.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    let few = |chunk: &[u8]| chunk.iter().fold(0_u8, |sum, byte| sum + u8::from(is(*byte)));
    bytes.chunks(255).map(|chunk| usize::from(few(chunk))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Совет Пакта собрался в Халверне, чтобы обсудить положение в Торвельской долине.";

    fn windows_1251(text: &str) -> Vec<u8> {
        encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
    }

    #[test]
    fn a_stray_zero_byte_goes_and_many_are_no_text() {
        let page = format!("The Council met.\0 {}", "It discussed the Grey Strait. ".repeat(40));
        assert_eq!(decode_page(page.as_bytes()).unwrap().text, page.replace('\0', ""));
        assert!(decode_page(b"The Council\0 met.").is_err());
    }

    #[test]
    fn a_text_is_read_in_its_own_charset() {
        assert_eq!(decode_text(RUSSIAN.as_bytes()).unwrap().text, RUSSIAN);
        let marked = decode_text(b"\xEF\xBB\xBFGrey Strait").unwrap();
        assert_eq!((marked.text.as_ref(), marked.guessed), ("Grey Strait", false));
        let bytes = windows_1251(RUSSIAN);
        let guessed = decode_text(&bytes).unwrap();
        assert_eq!((guessed.text.as_ref(), guessed.guessed, guessed.replaced), (RUSSIAN, true, 0));
        let utf_16: Vec<u8> = "Grey Strait accords".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode_text(&utf_16).unwrap().text, "Grey Strait accords");
    }

    #[test]
    fn broken_utf_8_is_replaced_and_counted() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.splice(12..12, *b"\xFF\xC3");
        let decoded = decode_text(&bytes).unwrap();
        assert_eq!((decoded.charset, decoded.replaced), (UTF_8, 2));
        assert!(decoded.text.starts_with("Совет \u{FFFD}"));
    }

    #[test]
    fn a_page_declares_its_charset_in_either_way() {
        for head in [
            "<html><head><meta charset=windows-1251>",
            "<META http-equiv='Content-Type' content='text/html; charset=windows-1251' />",
            "<?xml version=\"1.0\" encoding=\"windows-1251\"?>",
        ] {
            let page = windows_1251(&format!("{head}<p>Мира</p>"));
            let decoded = decode_page(&page).unwrap();
            assert!(decoded.text.ends_with("<p>Мира</p>") && !decoded.guessed, "{head}");
        }
    }

    #[test]
    fn a_declaration_that_the_bytes_speak_against_is_not_believed() {
        let page = format!("<meta charset=windows-1251><p>{RUSSIAN}");
        assert!(decode_page(page.as_bytes()).unwrap().text.ends_with(RUSSIAN));
        let page = windows_1251(&format!("<meta charset=utf-8><p>{RUSSIAN}"));
        let decoded = decode_page(&page).unwrap();
        assert!(decoded.text.ends_with(RUSSIAN) && decoded.guessed);
    }

    #[test]
    fn binary_bytes_are_no_text() {
        assert_eq!(decode_text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err(), Binary);
        assert!(decode_text(&[1; 100]).is_err());
        assert!(decode_text(b"").is_ok());
    }

    #[test]
    fn the_charset_of_a_beginning_does_not_stumble_over_its_cut() {
        let bytes = RUSSIAN.as_bytes();
        assert_eq!(charset_of(&bytes[..bytes.len() - 2]), Ok(UTF_8));
        assert_eq!(charset_of(&bytes[..11]), Ok(UTF_8));
    }
}
