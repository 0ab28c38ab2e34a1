//! Who judges: a name that the browser keeps. Nobody proves who he or she is; the page is for one machine only.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use url::form_urlencoded;

use crate::failure::Failure;
use crate::parameters::invalid;

const COOKIE: &str = "judge_assessor";

/// The most characters of a name.
const MOST: usize = 60;

/// A year, in seconds.
const KEPT: u32 = 31_536_000;

/// The assessor whom the browser remembers.
pub(crate) struct Assessor(pub(crate) Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for Assessor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let headers = parts.headers.get_all(header::COOKIE).iter().filter_map(|header| header.to_str().ok());
        let mut cookies = headers
            .flat_map(|header| header.split(';'))
            .filter_map(|cookie| form_urlencoded::parse(cookie.trim().as_bytes()).next());
        let value = cookies.find(|(name, _)| name == COOKIE);
        Ok(Self(value.and_then(|(_, value)| name(&value).ok())))
    }
}

/// A name as typed, if it can be one.
pub(crate) fn name(typed: &str) -> Result<String, Failure> {
    let name = typed.trim();
    if name.is_empty() || name.chars().count() > MOST || name.chars().any(char::is_control) {
        return Err(invalid("name", format!("it takes 1 to {MOST} characters on one line")));
    }
    Ok(name.to_owned())
}

/// The header that makes the browser remember `name`, for our own pages only.
pub(crate) fn cookie(name: &str) -> String {
    let value: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    format!("{COOKIE}={value}; Path=/judge; Max-Age={KEPT}; SameSite=Strict; HttpOnly")
}
