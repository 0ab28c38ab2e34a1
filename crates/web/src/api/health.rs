//! `GET /healthz`: whether the process takes requests.

use axum::Json;
use serde::Serialize;

/// The answer.
#[derive(Debug, Serialize)]
pub(crate) struct Health {
    /// Always `ok`: a process that can't answer doesn't.
    status: &'static str,
}

/// Answers without asking archive or index, so that a full queue is not taken for a dead process.
pub(crate) async fn health() -> Json<Health> {
    Json(Health { status: "ok" })
}
