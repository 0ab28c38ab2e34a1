//! The one place where failures take their form: for programs a problem, for people a page.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::failure::{self, Failure};
use crate::pages::FailurePage;
use crate::problem::Problem;

/// Runs a request and gives its failure, if it fails, a body; `max_url_bytes` is [`crate::Config`]'s.
pub(crate) async fn failures(State(max_url_bytes): State<usize>, request: Request, next: Next) -> Response {
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let length = uri.path_and_query().map_or(0, |path| path.as_str().len());
    let mut response = if length > max_url_bytes {
        Failure::UrlTooLong(max_url_bytes).into_response()
    } else {
        next.run(request).await
    };
    let Some(failure) = response.extensions_mut().remove::<Failure>() else { return response };
    // The query stays out of the log: what people search for is theirs.
    failure::log(format_args!("{method} {}", uri.path()), &failure);
    let for_programs = uri.path() == "/api" || uri.path().starts_with("/api/") || uri.path() == "/healthz";
    let mut formed = if for_programs {
        Problem::from(&failure).into_response()
    } else {
        FailurePage::from(&failure).into_response()
    };
    // What the router adds to a refusal, such as `Allow`, stays.
    for (name, value) in response.headers() {
        formed.headers_mut().entry(name).or_insert_with(|| value.clone());
    }
    if let Some(seconds) = failure.retry_after() {
        formed.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    *formed.status_mut() = failure.status();
    formed
}

/// What a page may load: our style and pictures, and nothing that runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// The same with our own script, for the one page that has it.
pub(crate) const POLICY_WITH_SCRIPT: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                                             form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Headers that every response carries: nothing here is framed, tells other sites what was searched for or, unless it
/// says so itself, runs scripts.
pub(crate) async fn protect(mut response: Response) -> Response {
    const HEADERS: [(header::HeaderName, &str); 4] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
    ];
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
