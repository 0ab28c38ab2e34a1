//! What pages need beside themselves.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};

const STYLE: &str = include_str!("../../assets/style.css");
const ICON: &str = include_str!("../../assets/icon.svg");
const ROBOTS: &str = include_str!("../../assets/robots.txt");

/// The address of the icon.
pub(crate) const ICON_URL: &str = "/icon.svg";

/// A text with its headers.
type Asset = ([(HeaderName, &'static str); 2], &'static str);

/// The address of the style sheet. It changes with its content, so that browsers may keep it for good.
pub(crate) fn style_url() -> &'static str {
    static URL: LazyLock<String> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        STYLE.hash(&mut hasher);
        format!("/style-{:016x}.css", hasher.finish())
    });
    &URL
}

/// `GET /style-….css`.
pub(crate) async fn style() -> Asset {
    asset("text/css; charset=utf-8", "public, max-age=31536000, immutable", STYLE)
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
