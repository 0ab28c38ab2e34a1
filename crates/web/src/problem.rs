//! Failures for programs: problem details as RFC 9457 has them.

use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::failure::Failure;

/// The body of every refusal of the API, of the media type `application/problem+json`.
#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    /// Always `about:blank`: `code`, not an address, tells problems apart.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The HTTP status in words.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// What is wrong and what to do, for a person to read.
    detail: String,
    /// The name of the problem, for a program to read; it never changes.
    code: &'static str,
    /// The parameter that is wrong, with `invalid_parameter` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
}

impl From<&Failure> for Problem {
    fn from(failure: &Failure) -> Self {
        let parameter = match failure {
            Failure::InvalidParameter { name, .. } => Some(name.clone()),
            _ => None,
        };
        Self {
            kind: "about:blank",
            title: failure.status().canonical_reason().unwrap_or_default(),
            status: failure.status().as_u16(),
            detail: failure.to_string(),
            code: failure.code(),
            parameter,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = Json(self).into_response();
        let media_type = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, media_type);
        response
    }
}
