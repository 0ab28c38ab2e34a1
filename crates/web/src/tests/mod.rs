//! The whole service over a small archive and its index.

mod api;
mod judge;
mod log;
mod operation;
mod pages;
mod refusals;
mod remarks;
mod tables;
mod versions;
mod views;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;
use verbale_archive::Archive;
use verbale_index::IndexFolder;
use verbale_search::Searcher;
use verbale_statement::Statement;

use crate::{Config, Served, router};

/// A service and the folder that its archive and index are in.
struct Site {
    router: Router,
    _folder: TempDir,
}

/// A response, read to its end.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Site {
    fn new(statements: Vec<Value>) -> Self {
        let (searcher, folder) = searcher(statements);
        Self { router: router(Served::searches(searcher), &Config::default()), _folder: folder }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path).await
    }

    async fn send(&self, method: Method, path: &str) -> Answer {
        send(&self.router, method, path).await
    }
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

async fn send(router: &Router, method: Method, path: &str) -> Answer {
    answered(router, Request::builder().method(method).uri(path).body(Body::empty()).unwrap()).await
}

async fn answered(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    Answer { status, headers, body: String::from_utf8(body.into()).unwrap() }
}

fn searcher(statements: Vec<Value>) -> (Arc<Searcher>, TempDir) {
    // As one comes after the other, the same id again is a new version.
    let folder = tempfile::tempdir().unwrap();
    let mut archive = Archive::open(&folder.path().join("archive.sqlite")).unwrap();
    let statements: Vec<Statement> =
        statements.into_iter().map(|statement| serde_json::from_value(statement).unwrap()).collect();
    archive.put_all(&statements).unwrap();
    let index = IndexFolder::at(folder.path().join("index"));
    index.follow(&archive, false, &mut |_, _| ()).unwrap();
    let engine = Box::new(index.engine().unwrap());
    (Arc::new(Searcher::new(archive, engine)), folder)
}

/// A statement with the fields of `with` over the necessary ones; `text` stands for its one body paragraph.
fn statement(id: &str, language: &str, text: &str, with: Value) -> Value {
    let mut statement = json!({
        "id": id,
        "language": language,
        "paragraphs": [{ "text": text, "language": language, "role": "body" }],
        "origin": { "file": "/srv/private/pages.html", "media_type": "text/html", "sha256": "00".repeat(32) },
    });
    if let (Value::Object(fields), Value::Object(more)) = (&mut statement, with) {
        fields.extend(more);
    }
    statement
}

/// A speech in English, an interview in Russian and remarks in Arabic.
fn sample() -> Vec<Value> {
    vec![
        statement(
            "address-halvern",
            "en",
            "",
            json!({
                "title": "Mira Tolvane on the security of the Grey Strait",
                "kind": "speech",
                "date": "2021-11-17",
                "place": "Halvern",
                "event": "Ninth Meeting of the Council of the Pact",
                "organisation": "Halvern Pact Organization",
                "countries": ["FI", "SE"],
                "speakers": [{ "name": "Mira Tolvane", "role": "Secretary General", "affiliation": "HPO" }],
                "paragraphs": [
                    { "text": "Dear colleagues,", "language": "en", "role": "body", "speaker": 0 },
                    { "text": "What was decided", "language": "en", "role": "heading", "speaker": 0 },
                    { "text": "a mission of observers in the Torvel valley;", "language": "en", "role": "list_item" },
                    { "text": "an open line between the ministries.", "language": "en", "role": "list_item" },
                    { "text": "Безопасность границ начинается с доверия.", "language": "ru", "role": "quotation" },
                    { "text": "The strait's security concerns every ship.", "language": "en", "role": "body" },
                ],
                "origin": {
                    "url": "https://en.halvernpact.example/news/1?a=1&b=2",
                    "file": "/srv/private/1.html",
                    "media_type": "text/html",
                    "sha256": "ab".repeat(32),
                },
            }),
        ),
        statement(
            "интервью-дреск",
            "ru",
            "",
            json!({
                "title": "Безопасность не делится на части",
                "kind": "interview",
                "date": "2019-03",
                "speakers": [{ "name": "Елена Марчук-Дорсен" }, { "name": "Корреспондент" }],
                "paragraphs": [
                    { "text": "Что с безопасностью пролива?", "language": "ru", "role": "question", "speaker": 1 },
                    { "text": "Она улучшается.", "language": "ru", "role": "answer", "speaker": 0 },
                ],
            }),
        ),
        statement(
            "kalima",
            "ar",
            "أمن المياه مسؤولية نتقاسمها جميعا.",
            json!({
                "title": "كلمة أمام مؤتمر المياه", "kind": "remarks", "date": "2012",
            }),
        ),
    ]
}
