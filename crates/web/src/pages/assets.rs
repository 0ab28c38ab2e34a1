//! What pages need beside themselves.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};

const STYLE: &str = include_str!("../../assets/style.css");
const SCRIPT: &str = include_str!("../../assets/judge.js");
const ICON: &str = include_str!("../../assets/icon.svg");
const ROBOTS: &str = include_str!("../../assets/robots.txt");

/// The address of the icon.
pub(crate) const ICON_URL: &str = "/icon.svg";

/// A text with its headers.
type Asset = ([(HeaderName, &'static str); 2], &'static str);

/// The address of the style sheet. It changes with its content, so that browsers may keep it for good.
pub(crate) fn style_url() -> &'static str {
    static URL: LazyLock<String> = LazyLock::new(|| format!("/style-{}.css", fingerprint(STYLE)));
    &URL
}

/// The address of the script of the judging page, which changes with its content, too.
pub(crate) fn script_url() -> &'static str {
    static URL: LazyLock<String> = LazyLock::new(|| format!("/judge-{}.js", fingerprint(SCRIPT)));
    &URL
}

fn fingerprint(content: &str) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// `GET /style-….css`.
pub(crate) async fn style() -> Asset {
    asset("text/css; charset=utf-8", "public, max-age=31536000, immutable", STYLE)
}

/// `GET /judge-….js`.
pub(crate) async fn script() -> Asset {
    asset("text/javascript; charset=utf-8", "public, max-age=31536000, immutable", SCRIPT)
}

/// `GET /icon.svg` and, for pages that aren't ours such as the API's, `GET /favicon.ico`.
pub(crate) async fn icon() -> Asset {
    asset("image/svg+xml", "public, max-age=86400", ICON)
}

/// `GET /robots.txt`: statements may be indexed, searches and the API not.
pub(crate) async fn robots() -> Asset {
    asset("text/plain; charset=utf-8", "public, max-age=86400", ROBOTS)
}

fn asset(media_type: &'static str, cache: &'static str, text: &'static str) -> Asset {
    ([(CONTENT_TYPE, media_type), (CACHE_CONTROL, cache)], text)
}
