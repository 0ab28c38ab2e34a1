//! Everything that can be wrong with a request, or with us.

use std::error::Error;
use std::fmt::Display;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use verbale_search::{HistoryError, SearchError};

use crate::parameters::invalid;

/// Why a request is not answered as asked.
///
/// As a response it is a status without a body; [`crate::boundary`] gives it the form that suits the reader.
#[derive(Debug, Clone, thiserror::Error)]
pub(crate) enum Failure {
    /// A parameter that is unknown, repeated or out of its range.
    #[error("The parameter {name:?}: {reason}.")]
    InvalidParameter {
        /// The name as sent.
        name: String,
        /// What is wrong and what to write instead, as a sentence without its capital and its full stop.
        reason: String,
    },
    /// There is no statement of this name.
    #[error("There is no statement {0:?} here.")]
    UnknownStatement(String),
    /// The statement has no such version, or no other one to compare with.
    #[error("There is nothing to show: {0}.")]
    UnknownVersion(String),
    /// There is nothing at this address.
    #[error("There is nothing at this address.")]
    NotFound,
    /// Anything but GET and HEAD.
    #[error("This address is only for reading: use GET or HEAD.")]
    MethodNotAllowed,
    /// What only the machine that serves may ask for, asked for from elsewhere, or by a page of another site.
    #[error("{0}")]
    Forbidden(&'static str),
    /// A form of more bytes than the service takes.
    #[error("More than {0} bytes were sent; shorten what you wrote.")]
    BodyTooLong(usize),
    /// A URL of more bytes than the service takes.
    #[error("The address is longer than {0} bytes; shorten the query.")]
    UrlTooLong(usize),
    /// The queue is full.
    #[error("Too many searches are waiting; try again in a moment.")]
    Overloaded,
    /// The time of the request is over.
    #[error("The search took too long and was given up; ask for less, or try again in a moment.")]
    Timeout,
    /// A failure of ours. Readers learn nothing of its cause, the log does.
    #[error("Something went wrong on our side; it has been logged.")]
    Internal(#[source] Arc<dyn Error + Send + Sync>),
}

impl Failure {
    /// A failure of ours with its cause.
    pub(crate) fn internal(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Failure::Internal(Arc::from(cause.into()))
    }

    /// What is wrong with what was asked, if it is not ours that it could not be answered.
    pub(crate) fn of_reader(error: &SearchError) -> Option<Self> {
        match error {
            SearchError::TooManyLines { .. } => Some(invalid("sort", error)),
            SearchError::Continuation(_) => Some(invalid("after", error)),
            SearchError::Costly(_) => Some(invalid("q", error)),
            SearchError::History(HistoryError::Unknown(id)) => Some(Failure::UnknownStatement(id.clone())),
            SearchError::History(none @ (HistoryError::NoVersion { .. } | HistoryError::Single(_))) => {
                Some(Failure::UnknownVersion(none.to_string()))
            }
            _ => None,
        }
    }

    /// The HTTP status.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Failure::InvalidParameter { .. } => StatusCode::BAD_REQUEST,
            Failure::UnknownStatement(_) | Failure::UnknownVersion(_) | Failure::NotFound => {
                StatusCode::NOT_FOUND
            }
            Failure::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Failure::Forbidden(_) => StatusCode::FORBIDDEN,
            Failure::BodyTooLong(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::UrlTooLong(_) => StatusCode::URI_TOO_LONG,
            Failure::Overloaded | Failure::Timeout => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The name by which programs tell failures apart; it never changes.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Failure::InvalidParameter { .. } => "invalid_parameter",
            Failure::UnknownStatement(_) => "unknown_statement",
            Failure::UnknownVersion(_) => "unknown_version",
            Failure::NotFound => "not_found",
            Failure::MethodNotAllowed => "method_not_allowed",
            Failure::Forbidden(_) => "forbidden",
            Failure::BodyTooLong(_) => "body_too_long",
            Failure::UrlTooLong(_) => "url_too_long",
            Failure::Overloaded => "overloaded",
            Failure::Timeout => "timeout",
            Failure::Internal(_) => "internal",
        }
    }

    /// Seconds after which trying again makes sense, if it does.
    pub(crate) fn retry_after(&self) -> Option<u32> {
        match self {
            Failure::Overloaded => Some(2),
            Failure::Timeout => Some(10),
            _ => None,
        }
    }
}

impl From<SearchError> for Failure {
    fn from(error: SearchError) -> Self {
        Failure::of_reader(&error).unwrap_or_else(|| Failure::internal(error))
    }
}

/// Tells the operator of a failure of ours, and in answer to what it occurred; other failures are the reader's.
pub(crate) fn log(asked: impl Display, failure: &Failure) {
    if let Failure::Internal(cause) = failure {
        eprintln!("error: {asked}: {}", chain(cause.as_ref()));
    }
}

fn chain(error: &dyn Error) -> String {
    let causes = std::iter::successors(Some(error), |error| (*error).source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
