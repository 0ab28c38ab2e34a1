//! Every address of the service.

use std::any::Any;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::failure::Failure;
use crate::service::Service;
use crate::{Config, Served, api, boundary, links, local, pages};

/// The service as a router, for [`crate::serve`] or for a test to call.
pub fn router(served: Served, config: &Config) -> Router {
    let routes = if served.judging.is_some() { routes().merge(judging_routes()) } else { routes() };
    guarded(routes, config).with_state(Service::new(served, config))
}

fn routes() -> Router<Service> {
    Router::new()
        .route(links::SEARCH, get(pages::search))
        .route(links::KWIC, get(pages::kwic))
        .route(links::TRENDS, get(pages::trends))
        .route("/help", get(pages::help))
        .route("/statements/{id}", get(pages::statement))
        .route("/statements/{id}/diff", get(pages::diff))
        .route("/api/v1/search", get(api::search))
        .route("/api/v1/export", get(api::export))
        .route("/api/v1/kwic", get(api::kwic))
        .route("/api/v1/trends", get(api::trends))
        .route("/api/v1/explain/{id}", get(api::explain))
        .route("/api/v1/statements/{id}", get(api::statement))
        .route("/api/v1/statements/{id}/versions", get(api::versions))
        .route("/api/v1/statements/{id}/diff", get(api::diff))
        .route("/api/v1/parse", get(api::parse))
        .route("/api/v1/analyze", get(api::analyze))
        .route("/healthz", get(api::health))
        .route(pages::style_url(), get(pages::style))
        .route(pages::ICON_URL, get(pages::icon))
        .route("/favicon.ico", get(pages::icon))
        .route("/robots.txt", get(pages::robots))
        .fallback(async || Failure::NotFound)
        .method_not_allowed_fallback(async || Failure::MethodNotAllowed)
}

/// Judging a pool, on the machine that serves.
fn judging_routes() -> Router<Service> {
    Router::new()
        .route("/judge", get(pages::judge).post(pages::judged))
        .route("/judge/undo", post(pages::undo))
        .route("/judge/name", get(pages::ask_name).post(pages::named))
        .route(pages::script_url(), get(pages::script))
        .layer(DefaultBodyLimit::max(pages::MOST_FORM_BYTES))
        .route_layer(from_fn(local::only))
}

/// What surrounds every route, from the inside to the outside.
pub(crate) fn guarded<S: Clone + Send + Sync + 'static>(routes: Router<S>, config: &Config) -> Router<S> {
    routes
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(config.max_url_bytes, boundary::failures))
        .layer(map_response(boundary::protect))
        .layer(CompressionLayer::new())
}

/// The panic hook has printed where it was; the boundary logs for which request.
fn panicked(_payload: Box<dyn Any + Send>) -> Response {
    Failure::internal("the handler panicked").into_response()
}
