//! What became of a statement.

use axum::http::StatusCode;
use serde_json::json;

use super::pages::assert_shows;
use super::{Site, sample, statement};

const EVIL: &str = "<script>alert(1)</script>";

/// A statement in three versions: a word is changed, then a paragraph comes and the title changes.
fn site() -> Site {
    let with = |title: &str, texts: &[&str]| {
        let paragraph = |text: &&str| json!({ "text": text, "language": "en", "role": "body" });
        let paragraphs: Vec<_> = texts.iter().map(paragraph).collect();
        statement("als-1", "en", "", json!({ "title": title, "paragraphs": paragraphs }))
    };
    let mut statements = sample();
    statements.extend([
        with("On nets", &["Dear friends,", "We regret the loss of nets."]),
        with("On nets", &["Dear friends,", "We condemn the loss of nets."]),
        with(EVIL, &["Dear friends,", "We condemn the loss of nets.", EVIL]),
    ]);
    Site::new(statements)
}

#[tokio::test]
async fn every_version_is_listed_with_what_changed_in_it() {
    let answer = site().get("/api/v1/statements/als-1/versions").await.json();
    let changed: Vec<_> = answer["versions"].as_array().unwrap().iter().map(|own| &own["changed"]).collect();
    assert_eq!(changed, [&json!(null), &json!("1 paragraph changed"), &json!("title; 1 paragraph added")]);
    assert_eq!((&answer["id"], &answer["link"]), (&json!("als-1"), &json!("/statements/als-1")));
    assert!(answer["versions"][0]["archived_at"].as_str().unwrap().ends_with('Z'));
}

#[tokio::test]
async fn a_version_is_given_by_its_number() {
    let site = site();
    let first = site.get("/api/v1/statements/als-1?version=1").await.json();
    assert_eq!((&first["version"], &first["versions"]), (&json!(1), &json!(3)));
    assert_eq!(first["paragraphs"][1]["text"], "We regret the loss of nets.");
    assert_eq!(site.get("/api/v1/statements/als-1").await.json()["version"], 3);
    let page = site.get("/statements/als-1?version=2").await.body;
    let changes = "<a href=\"/statements/als-1/diff?from=1&#38;to=2\">what was changed</a>";
    assert_shows(
        &page,
        &["Version 2 of 3; changed on ", changes, "<a href=\"/statements/als-1\">The newest"],
    );
    let only = site.get("/statements/kalima").await.body;
    assert!(!only.contains("class=\"edition\""), "{only}");
}

#[tokio::test]
async fn the_difference_is_of_the_last_two_versions_or_of_those_named() {
    let site = site();
    let last = site.get("/api/v1/statements/als-1/diff").await.json();
    assert_eq!((&last["from"]["version"], &last["to"]["version"]), (&json!(2), &json!(3)));
    assert_eq!(last["facts"], json!([{ "field": "title", "before": "On nets", "after": EVIL }]));
    assert_eq!(last["paragraphs"][2], json!({ "change": "added", "after": 3, "text": EVIL }));
    let first = site.get("/api/v1/statements/als-1/diff?from=1&to=2").await.json();
    let pieces = json!([
        { "state": "kept", "text": "We " },
        { "state": "removed", "text": "regret" },
        { "state": "added", "text": "condemn" },
        { "state": "kept", "text": " the loss of nets." },
    ]);
    assert_eq!(first["paragraphs"][1]["pieces"], pieces);
}

#[tokio::test]
async fn the_page_of_changes_marks_them_and_escapes_everything() {
    let site = site();
    let page = site.get("/statements/als-1/diff?from=1&to=3").await.body;
    assert_shows(
        &page,
        &[
            "<del>On nets</del>",
            "1 paragraph without changes",
            "We <del>regret</del><ins>condemn</ins> the loss",
            "<ins>&#60;script&#62;",
        ],
    );
    assert!(!page.contains("<script"), "{page}");
    let step = site.get("/statements/als-1/diff").await.body;
    assert_shows(&step, &["diff?from=1&#38;to=2\">1 to 2", "to=3\" aria-current=\"page\">2 to 3"]);
}

#[tokio::test]
async fn versions_that_are_not_there_are_told_apart_from_statements_that_are_not() {
    let site = site();
    for (path, code, said) in [
        ("/api/v1/statements/als-1?version=9", "unknown_version", "there are versions 1 to 3"),
        ("/api/v1/statements/als-1/diff?to=4", "unknown_version", "no version 4"),
        ("/api/v1/statements/kalima/diff", "unknown_version", "one version only"),
        ("/api/v1/statements/nobody/diff", "unknown_statement", "nobody"),
        ("/api/v1/statements/nobody/versions", "unknown_statement", "nobody"),
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.json()["code"], code, "{path}");
        assert!(answer.body.contains(said), "{path}: {}", answer.body);
    }
    let wrong = site.get("/api/v1/statements/als-1/diff?from=0").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_shows(&site.get("/statements/als-1/diff?to=4").await.body, &["No such version", "1 to 3"]);
}
