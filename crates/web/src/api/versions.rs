//! `GET /api/v1/statements/{id}/versions` and `…/diff`: what became of a statement.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use verbale_search::{Comparison, Version};
use verbale_statement::StatementId;

use crate::failure::Failure;
use crate::links;
use crate::parameters::{Named, Parameters};
use crate::service::Service;

/// Every version of a statement.
#[derive(Debug, Serialize)]
pub(crate) struct VersionsResponse {
    /// The statement's name.
    id: StatementId,
    /// The path of its page here.
    link: String,
    /// Its versions, the first one first: `version`, counted from 1; `archived_at`, in UTC; `changed`, which says in a
    /// line what changed from the version before, and is null for the first.
    versions: Vec<Version>,
}

/// Answers with the list of versions.
pub(crate) async fn versions(
    State(service): State<Service>,
    Named(id): Named,
    parameters: Parameters,
) -> Result<Json<VersionsResponse>, Failure> {
    parameters.only(&[&[]])?;
    let name = id.clone();
    let versions = service.ask(move |searcher| searcher.versions(&name)).await?;
    Ok(Json(VersionsResponse { link: links::statement(&id), id, versions }))
}

/// Answers with the difference between the versions `from` and `to`, without them between the last two; its fields are
/// documented at [`Comparison`] and [`verbale_search::Difference`].
pub(crate) async fn diff(
    State(service): State<Service>,
    Named(id): Named,
    parameters: Parameters,
) -> Result<Json<Comparison>, Failure> {
    parameters.only(&[&["from", "to"]])?;
    Ok(Json(service.compare(id, &parameters).await?))
}
