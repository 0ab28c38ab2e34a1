//! `GET /api/v1/explain/{id}`: why a statement stands where it does among the hits for a query.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use verbale_statement::StatementId;

use crate::failure::Failure;
use crate::parameters::{Named, Parameters};
use crate::request::{ORDER, QUESTION};
use crate::service::Service;

/// What a score is made of.
#[derive(Debug, Serialize)]
pub(crate) struct ExplainResponse {
    /// The statement's name.
    id: StatementId,
    /// Whether the statement is a hit at all.
    matches: bool,
    /// Its score, the sum of the contributions; null if it is no hit.
    score: Option<f32>,
    /// What each word adds; words that the statement lacks are left out.
    contributions: Vec<Contribution>,
}

/// What a word of the query adds to the score.
#[derive(Debug, Serialize)]
pub(crate) struct Contribution {
    /// The word, or words, of the query.
    words: String,
    /// The form of it that scores best in the statement.
    form: String,
    /// How rare the form is, times what it counts among the forms of the word.
    weight: f32,
    /// Where it stands in the statement.
    fields: Vec<Occurrence>,
    /// What it adds.
    score: f32,
}

/// Where a form stands.
#[derive(Debug, Serialize)]
pub(crate) struct Occurrence {
    /// The field of the index, such as `body_ru` (stems of Russian) or `title_exact`.
    field: String,
    /// How often.
    count: u32,
    /// How many words the field has; of more than 40 about so many.
    length: u32,
}

/// Answers with what each word adds to the score of a statement, by the words and the ranking that a search with the
/// same parameters would have.
pub(crate) async fn explain(
    State(service): State<Service>,
    Named(id): Named,
    parameters: Parameters,
) -> Result<Json<ExplainResponse>, Failure> {
    parameters.only(&[QUESTION, ORDER])?;
    parameters.required("q")?;
    let request = parameters.hits()?;
    let asked = id.clone();
    let found = service
        .ask(move |searcher| {
            Ok(match searcher.explain(&request, &asked)? {
                Some(contributions) => Some(Some(contributions)),
                None => searcher.read(&asked, None, None)?.map(|_| None),
            })
        })
        .await?;
    let contributions = found.ok_or_else(|| Failure::UnknownStatement(id.to_string()))?;
    Ok(Json(ExplainResponse {
        id,
        matches: contributions.is_some(),
        score: contributions.as_ref().map(|list| list.iter().fold(0.0, |sum, one| sum + one.score)),
        contributions: contributions.into_iter().flatten().map(Contribution::from).collect(),
    }))
}

impl From<verbale_search::Contribution> for Contribution {
    fn from(own: verbale_search::Contribution) -> Self {
        let fields = own.fields.into_iter().map(|field| Occurrence {
            field: field.field,
            count: field.count,
            length: field.length,
        });
        Self {
            words: own.words,
            form: own.form,
            weight: own.weight,
            fields: fields.collect(),
            score: own.score,
        }
    }
}
