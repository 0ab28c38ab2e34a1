//! Ids for statements: the source's own, or one made so that the same page gets the same id again.

use sha2::{Digest, Sha256};
use url::{Url, form_urlencoded};
use verbale_statement::{IdError, Language, StatementId, normal_address};

/// What the id of a statement was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Identity {
    /// The source gives it.
    Given,
    /// The address of the page.
    Url,
    /// The file's name and content, for want of anything better: a changed text gets another id.
    Content,
}

/// The readable part of an id, at most this many characters and bytes.
const SLUG_CHARACTERS: usize = 60;
const SLUG_BYTES: usize = 180;
/// How many hexadecimal digits of a digest make an id unique.
const DIGEST_DIGITS: usize = 10;

/// SHA-256 of `bytes` in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether `url` is a site's front page: a canonical address that is the same on every page of a site names none
/// of them.
pub(crate) fn is_front_page(url: &Url) -> bool {
    let url = normal_address(url);
    url.path().trim_matches('/').is_empty() && url.query().is_none()
}

/// Whether `url` is the front page of a site's part in one language, such as `/en/`, or the site's own: a link to it from
/// every page leads to no translation.
pub(crate) fn is_front_page_of_language(url: &Url) -> bool {
    let path = url.path().trim_matches('/');
    let is_code = path.len() <= 7 && path.split(['-', '_']).next().is_some_and(|code| code.len() < 4);
    is_front_page(url) || (is_code && path.parse::<Language>().is_ok() && url.query().is_none())
}

/// The id of the page under `url`.
pub(crate) fn from_url(url: &Url) -> Result<StatementId, IdError> {
    let url = normal_address(url);
    let mut segments: Vec<&str> = url.path().split('/').filter(|segment| !segment.is_empty()).collect();
    if segments.last().is_some_and(|last| last.starts_with("index.")) {
        segments.pop();
    }
    let last = segments.last().map_or("", |segment| without_extension(segment));
    // Decoding as forms do differs from plain percent-decoding in characters that no slug keeps.
    let last: String = form_urlencoded::parse(last.as_bytes()).map(|(key, _)| key.into_owned()).collect();
    join(&[&last, url.host_str().unwrap_or_default()], &sha256(url.as_str().as_bytes()))
}

/// The id of a document known only by its file and its bytes.
pub(crate) fn from_content(stem: &str, digest: &str) -> Result<StatementId, IdError> {
    join(&[stem], digest)
}

/// The first of `names` that has a slug, and the beginning of the digest.
fn join(names: &[&str], digest: &str) -> Result<StatementId, IdError> {
    let digest = &digest[..DIGEST_DIGITS];
    let slug = names.iter().map(|name| slug(name)).find(|slug| !slug.is_empty());
    StatementId::new(format!("{}-{digest}", slug.as_deref().unwrap_or("statement")))
}

/// A file's name without what its server made it with: `.html`, `.php`.
fn without_extension(name: &str) -> &str {
    let is_extension = |text: &str| text.len() <= 5 && text.bytes().all(|b| b.is_ascii_alphanumeric());
    match name.rsplit_once('.') {
        Some((stem, extension)) if is_extension(extension) => stem,
        _ => name,
    }
}

/// Letters and digits in lower case, everything between them a hyphen.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    let mut characters = 0;
    for c in name.chars().flat_map(char::to_lowercase) {
        let (c, is_mark) = if c.is_alphanumeric() { (c, false) } else { ('-', true) };
        if is_mark && (slug.is_empty() || slug.ends_with('-')) {
            continue;
        }
        characters += 1;
        if characters > SLUG_CHARACTERS || slug.len() + c.len_utf8() > SLUG_BYTES {
            break;
        }
        slug.push(c);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(url: &str) -> String {
        from_url(&url.parse().unwrap()).unwrap().to_string()
    }

    #[test]
    fn addresses_of_one_page_give_one_id() {
        let plain = id("https://halvernpact.example/news/Address-by-Tolvane.html");
        assert_eq!(plain, "address-by-tolvane-eb6f99b9ae");
        for url in [
            "HTTP://Halvernpact.Example/news/Address-by-Tolvane.html#top",
            "http://halvernpact.example:80/news/Address-by-Tolvane.html/?utm_source=mail&fbclid=1",
        ] {
            assert_eq!(id(url), plain, "{url}");
        }
        assert_ne!(id("https://halvernpact.example/news/Address-by-Tolvane.html?id=7"), plain);
    }

    #[test]
    fn a_front_page_is_no_page_of_its_own() {
        let is_front = |url: &str| is_front_page(&url.parse().unwrap());
        assert!(is_front("https://halvernpact.example/#news"));
        assert!(is_front("https://halvernpact.example?utm_source=mail"));
        assert!(!is_front("https://halvernpact.example/?page=12"));
        assert!(id("https://halvernpact.example/?page=12").starts_with("halvernpact-example-"));
    }

    #[test]
    fn the_readable_part_comes_from_the_last_segment_that_says_something() {
        for (url, slug) in [
            ("https://littoral.example/2015/declaration/index.html", "declaration-"),
            ("https://littoral.example/%D1%80%D0%B5%D1%87%D1%8C+1", "речь-1-"),
            ("https://littoral.example/%FF/", "littoral-example-"),
        ] {
            assert!(id(url).starts_with(slug), "{:?}", id(url));
        }
    }

    proptest! {
        #[test]
        fn any_file_name_gives_an_id(name in "\\PC{0,300}") {
            let id = from_content(&name, &sha256(name.as_bytes())).unwrap();
            prop_assert!(id.as_str().len() <= StatementId::MAX_BYTES);
        }
    }
}
