//! Failures for people.

use askama::Template;
use axum::response::{IntoResponse, Response};

use crate::failure::Failure;

/// The page that says what went wrong.
#[derive(Template)]
#[template(path = "failure.html")]
pub(crate) struct FailurePage {
    heading: &'static str,
    detail: String,
}

impl From<&Failure> for FailurePage {
    fn from(failure: &Failure) -> Self {
        let heading = match failure {
            Failure::InvalidParameter { .. } => "This address can’t be read",
            Failure::UnknownStatement(_) => "No such statement",
            Failure::UnknownVersion(_) => "No such version",
            Failure::NotFound => "Nothing here",
            Failure::MethodNotAllowed => "For reading only",
            Failure::Forbidden(_) => "Not from there",
            Failure::BodyTooLong(_) => "This is too long",
            Failure::UrlTooLong(_) => "This address is too long",
            Failure::Overloaded => "Too busy just now",
            Failure::Timeout => "This took too long",
            Failure::Internal(_) => "Our fault",
        };
        Self { heading, detail: failure.to_string() }
    }
}

impl IntoResponse for FailurePage {
    fn into_response(self) -> Response {
        // If even this page fails, its text is better than nothing.
        super::render(&self).map_or_else(|_| self.detail.clone().into_response(), IntoResponse::into_response)
    }
}
