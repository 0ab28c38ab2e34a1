//! What people see.

use axum::http::StatusCode;
use serde_json::json;

use super::{Site, sample, statement};

pub(super) async fn page(path: &str) -> String {
    let answer = Site::new(sample()).get(path).await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "text/html; charset=utf-8"));
    answer.body
}

/// Asserts that the parts stand in the page in this order.
pub(super) fn assert_shows(page: &str, parts: &[&str]) {
    let mut rest = page;
    for part in parts {
        let Some(at) = rest.find(part) else { panic!("no {part:?} in its place in {page}") };
        rest = &rest[at + part.len()..];
    }
}

#[tokio::test]
async fn the_start_says_what_there_is_and_how_to_ask() {
    let page = page("/?q=&lang=&kind=&from=&to=&sort=relevance&match=all").await;
    assert_shows(
        &page,
        &[
            "<h1>",
            "<form",
            "3 statements",
            "href=\"/?lang=ar&#38;sort=newest\"",
            "href=\"/?kind=speech&#38;sort=newest\"",
            "<time datetime=\"2021-11-17\">17 November 2021</time><a href=\"/statements/address-halvern\" lang=\"en\"",
            "How to ask",
            "href=\"/?q=security+council\"",
            "безопасность lang:ru",
            "speaker:&#34;Mira Tolvane&#34;",
        ],
    );
    assert!(!page.contains("noindex"));
}

#[tokio::test]
async fn the_start_counts_what_its_links_find() {
    let site = Site::new(sample());
    // One is in Russian, one in English quotes Russian.
    let russian = ["href=\"/?lang=ru&#38;sort=newest\">Russian</a> <span class=\"count\">2</span>"];
    assert_shows(&site.get("/").await.body, &russian);
    assert_shows(&site.get("/?lang=ru&sort=newest").await.body, &["2 statements"]);
}

#[tokio::test]
async fn an_empty_archive_says_how_to_fill_it() {
    let page = Site::new(Vec::new()).get("/").await.body;
    assert_shows(&page, &["Nothing is held yet", "verbale ingest"]);
}

#[tokio::test]
async fn hits_are_shown_with_their_matches() {
    let page = page("/?q=security").await;
    assert_shows(
        &page,
        &[
            "value=\"security\"",
            "1 statement ",
            "<time datetime=\"2021-11-17\">17 November 2021</time>",
            "Speech",
            "English",
            "Halvern",
            "href=\"/statements/address-halvern?q=security\"",
            "<mark>security</mark> of the Grey Strait",
            "Mira Tolvane",
            "Halvern Pact Organization",
            "lang=\"en\" dir=\"ltr\"",
            "strait&#39;s <mark>security</mark>",
            "?q=security#p6\"",
        ],
    );
    assert!(page.contains("noindex"));
}

#[tokio::test]
async fn every_passage_has_its_language_and_direction() {
    let page = page("/?q=%D8%A3%D9%85%D9%86").await;
    assert_shows(
        &page,
        &["<h3 lang=\"ar\" dir=\"auto\">", "class=\"passage\" lang=\"ar\" dir=\"rtl\"", "<mark>أمن</mark>"],
    );
}

#[tokio::test]
async fn pages_are_linked_and_keep_the_search() {
    let more = (0..25).map(|n| statement(&format!("s-{n}"), "en", "The strait is open.", json!({})));
    let site = Site::new(more.collect());
    let first = site.get("/?q=strait&lang=en").await.body;
    assert_shows(&first, &["25 statements", "rel=\"next\" href=\"/?q=strait&#38;lang=en&#38;after="]);
    assert!(!first.contains("rel=\"prev\""));
    let second = site.get(&next(&first)).await.body;
    assert_shows(
        &second,
        &[
            "<ol class=\"hits\" start=\"11\">",
            "?q=strait&#38;lang=en&#38;after=",
            "rel=\"prev\" href=\"/?q=strait&#38;lang=en\"",
            "Page 2 of 3",
        ],
    );
    let last = site.get(&next(&second)).await.body;
    assert_shows(
        &last,
        &["start=\"21\"", "rel=\"prev\" href=\"/?q=strait&#38;lang=en&#38;page=2\"", "Page 3 of 3"],
    );
    assert!(!last.contains("rel=\"next\""));
    let behind = site.get("/?q=strait&page=9").await.body;
    assert_shows(&behind, &["There is no page 9", "rel=\"prev\" href=\"/?q=strait&#38;page=3\""]);
}

/// Where the link to the next page leads.
fn next(page: &str) -> String {
    let (_, link) = page.split_once("rel=\"next\" href=\"").unwrap();
    link.split('"').next().unwrap().replace("&#38;", "&")
}

#[tokio::test]
async fn a_statement_leads_back_to_the_page_that_it_was_found_on() {
    let page = page("/statements/kalima?q=a&after=relevance.1f..x&seen=20").await;
    assert_shows(&page, &["href=\"/?q=a&#38;after=relevance.1f..x&#38;seen=20\"", "Back to the search"]);
}

#[tokio::test]
async fn a_search_without_hits_offers_those_that_have_some() {
    let page = page("/?q=strait+volcano&lang=en&kind=speech&match=all").await;
    assert_shows(
        &page,
        &[
            "0 statements",
            "href=\"/?q=strait+volcano&#38;kind=speech&#38;lang=en&#38;match=any\"",
            "With any of the words: 1 statement",
        ],
    );
    assert!(!page.contains("With most of the words"));
    let hopeless = Site::new(sample()).get("/?q=volcano").await.body;
    assert_shows(&hopeless, &["0 statements", "Try fewer words"]);
}

#[tokio::test]
async fn filters_that_are_set_can_be_removed_one_by_one() {
    let page = page("/?q=strait&lang=en,ru&from=2021&match=any").await;
    assert_shows(
        &page,
        &[
            "value=\"ru\" checked",
            "value=\"en\" checked",
            "value=\"2021\"",
            "value=\"any\" selected",
            "href=\"/?q=strait&#38;lang=ru&#38;from=2021&#38;match=any\"",
            "href=\"/?q=strait&#38;lang=en&#38;from=2021&#38;match=any\"",
            "href=\"/?q=strait&#38;lang=en&#38;lang=ru&#38;match=any\"",
            "From 2021",
            "href=\"/?q=strait&#38;match=any\"",
        ],
    );
}

#[tokio::test]
async fn a_statement_is_shown_to_read_and_to_cite() {
    let page = page("/statements/address-halvern?q=security&lang=en&page=2").await;
    assert_shows(
        &page,
        &[
            "<title>Mira Tolvane on the security of the Grey Strait – Verbale</title>",
            "rel=\"canonical\" href=\"/statements/address-halvern\"",
            "href=\"/?q=security&#38;lang=en&#38;page=2\"",
            "Back to the search",
            "17 November 2021",
            "<h1 dir=\"auto\">Mira Tolvane on the <mark>security</mark>",
            "Mira Tolvane, Secretary General, HPO",
            "Halvern Pact Organization",
            "<dt>Made for</dt><dd>Finland; Sweden</dd>",
            "Ninth Meeting",
            "href=\"https://en.halvernpact.example/news/1?a=1&#38;b=2\"",
            "Matches in paragraph ",
            "href=\"#p6\"",
            "<p id=\"p1\"",
            "<h2 id=\"p2\"",
            "<ul><li id=\"p3\"",
            "<li id=\"p4\"",
            "</ul>",
            "<blockquote id=\"p5\" class=\"quotation\" lang=\"ru\" dir=\"ltr\">",
            "Russian",
            "<p id=\"p6\"",
            "<mark>security</mark>",
            "<bdi>Mira Tolvane</bdi>, <bdi>“Mira Tolvane on the security of the Grey Strait”</bdi>, \
             <bdi>Halvern Pact Organization</bdi>, <bdi>Halvern</bdi>, <bdi>17 November 2021</bdi>, \
             <bdi>https://en.halvernpact.example/news/1?a=1&#38;b=2</bdi>",
        ],
    );
    assert!(!page.contains("/srv/private"));
}

#[tokio::test]
async fn an_interview_names_who_speaks() {
    let page =
        page("/statements/%D0%B8%D0%BD%D1%82%D0%B5%D1%80%D0%B2%D1%8C%D1%8E-%D0%B4%D1%80%D0%B5%D1%81%D0%BA")
            .await;
    assert_shows(
        &page,
        &[
            "March 2019",
            "class=\"question\"",
            "Корреспондент</strong>",
            "class=\"answer\"",
            "Елена Марчук-Дорсен</strong>",
        ],
    );
    assert!(!page.contains("Back to the search") && !page.contains("Matches in"));
}

#[tokio::test]
async fn hostile_statements_and_queries_stay_text() {
    let hostile = "\"><script>alert('strait')</script><a href=\"javascript:x\">";
    let site = Site::new(vec![statement(
        "hostile",
        "en",
        hostile,
        json!({
            "title": hostile, "organisation": hostile, "place": hostile, "event": hostile,
            "speakers": [{ "name": hostile, "role": hostile }, { "name": "x" }],
            "paragraphs": [
                { "text": hostile, "language": "en", "role": "body", "speaker": 0 },
                { "text": hostile, "language": "und", "role": "heading", "speaker": 1 },
            ],
            "origin": { "url": "javascript:alert(1)", "media_type": "text/html", "sha256": "00" },
        }),
    )]);
    let query = "strait+%22%3E%3Cscript%3Ealert(1)%3C/script%3E&match=any";
    for path in
        [format!("/?q={query}"), format!("/?q={query}&from=x"), format!("/statements/hostile?q={query}")]
    {
        let page = site.get(&path).await.body;
        assert!(!page.contains("<script") && !page.contains("href=\"javascript"), "{path}: {page}");
    }
    assert_shows(
        &site.get("/statements/hostile").await.body,
        &["<dt>Source</dt><dd>javascript:alert(1)</dd>"],
    );
}
