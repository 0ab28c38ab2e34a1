//! Facets beside the hits, words in their context, and trends, as people see them.

use axum::http::StatusCode;
use serde_json::json;

use super::pages::assert_shows;
use super::{Site, sample, statement};

#[tokio::test]
async fn facets_beside_the_hits_set_and_take_away_filters() {
    let site = Site::new(sample());
    let page = site.get("/?q=strait+OR+%D0%BF%D1%80%D0%BE%D0%BB%D0%B8%D0%B2").await.body;
    assert_shows(
        &page,
        &[
            "Narrow down",
            "<h3>Kind</h3>",
            "kind=speech\"><bdi>Speech</bdi></a> <span class=\"count\">1</span>",
            "<h3>Language</h3>",
            "<bdi>Russian</bdi></a> <span class=\"count\">2</span>",
            "<h3>Country</h3>",
            "country=FI\"><bdi>Finland</bdi>",
            "<h3>Speaker</h3>",
            "speaker=Mira+Tolvane\"><bdi>Mira Tolvane</bdi>",
            "<h3>Organisation</h3>",
            "org=Halvern+Pact+Organization\"",
            "<h3>Occasion</h3>",
            "<h3>Year</h3>",
            "<bdi>2021</bdi>",
            "<bdi>2019</bdi>",
        ],
    );
    let chosen = site.get("/?q=strait&speaker=Mira+Tolvane&country=SE").await.body;
    assert_shows(
        &chosen,
        &[
            // The form keeps them for the next query.
            "type=\"hidden\" name=\"country\" value=\"SE\"",
            "type=\"hidden\" name=\"speaker\" value=\"Mira Tolvane\"",
            "2 set",
            "Remove the filter</span> <bdi>Sweden</bdi>",
            "Narrow down",
            "href=\"/?q=strait&#38;speaker=Mira+Tolvane\" aria-current=\"true\"",
            "href=\"/?q=strait&#38;country=SE\" aria-current=\"true\"",
        ],
    );
}

#[tokio::test]
async fn many_values_are_folded_away() {
    let many = (0..50).map(|n| {
        let speaker = json!({ "speakers": [{ "name": format!("Speaker {n:02}") }] });
        statement(&format!("s-{n}"), "en", "The strait is open.", speaker)
    });
    let page = Site::new(many.collect()).get("/?q=strait").await.body;
    assert_shows(
        &page,
        &[
            "Speaker 05",
            "<details><summary>30 more",
            "Speaker 06",
            "Speaker 35",
            "and 14 that are not listed",
        ],
    );
    assert!(!page.contains("Speaker 36</bdi>"));
}

#[tokio::test]
async fn orders_are_a_link_away_and_kept_by_the_form() {
    let page = Site::new(sample()).get("/?q=security&sort=longest").await.body;
    assert_shows(
        &page,
        &[
            "type=\"hidden\" name=\"sort\" value=\"longest\"",
            "aria-label=\"Order\"",
            "href=\"/?q=security\">Best match",
            "href=\"/?q=security&#38;sort=oldest\">Oldest",
            "href=\"/?q=security&#38;sort=longest\" aria-current=\"true\">Longest",
        ],
    );
}

#[tokio::test]
async fn an_answer_leads_to_its_context_its_trends_and_its_export() {
    let page = Site::new(sample()).get("/?q=security&kind=speech&page=1&sort=newest").await.body;
    assert_shows(
        &page,
        &[
            "aria-current=\"page\">Statements",
            "href=\"/kwic?q=security&#38;kind=speech\"",
            "href=\"/trends?q=security&#38;kind=speech\"",
            "href=\"/api/v1/export?q=security&#38;kind=speech&#38;sort=newest&#38;format=csv\"",
        ],
    );
}

#[tokio::test]
async fn words_stand_in_their_context_and_lead_to_their_paragraph() {
    let site = Site::new(sample());
    let page = site.get("/kwic?q=security&sort=left").await.body;
    assert_shows(
        &page,
        &[
            "<title>security in context",
            "action=\"/kwic\"",
            "name=\"sort\" value=\"left\"",
            "2 occurrences in 1 statement",
            "sort=left\" aria-current=\"true\"",
            "<th role=\"columnheader\" scope=\"col\">Before</th>",
            "href=\"/statements/address-halvern?q=security#p6\"",
            "<mark>security</mark>",
            "concerns every ship.",
            "href=\"/api/v1/kwic?q=security&#38;sort=left&#38;format=csv\"",
        ],
    );
    let arabic = site.get("/kwic?q=%D8%A3%D9%85%D9%86").await.body;
    assert_shows(&arabic, &["<tr role=\"row\" lang=\"ar\" dir=\"rtl\">", "<mark>أمن</mark>"]);
    assert_shows(&site.get("/kwic").await.body, &["<h1", "Type what to look for."]);
    assert_shows(&site.get("/kwic?q=volcano").await.body, &["0 occurrences", "None of these words"]);
}

#[tokio::test]
async fn a_concordance_has_pages() {
    let site = Site::new(vec![statement("s", "en", &"strait of ships ".repeat(120), json!({}))]);
    let first = site.get("/kwic?q=strait&sort=right").await.body;
    assert_eq!(first.matches("class=\"keyword\"").count(), 50);
    assert_shows(
        &first,
        &["120 occurrences", "rel=\"next\" href=\"/kwic?q=strait&#38;sort=right&#38;page=2\""],
    );
    let last = site.get("/kwic?q=strait&sort=right&page=3").await.body;
    assert_eq!(last.matches("class=\"keyword\"").count(), 20);
    assert_shows(&last, &["rel=\"prev\" href=\"/kwic?q=strait&#38;sort=right&#38;page=2\"", "Page 3 of 3"]);
    assert!(!last.contains("rel=\"next\""));
    assert_shows(&site.get("/kwic?q=strait&page=9").await.body, &["There is no page 9"]);
    let beyond = site.get("/kwic?q=strait&page=201").await;
    assert_eq!(beyond.status, StatusCode::BAD_REQUEST);
    assert_shows(&beyond.body, &["role=\"alert\"", "as far as line 10,000"]);
}

#[tokio::test]
async fn trends_are_drawn_and_listed() {
    let site = Site::new(sample());
    let page = site.get("/trends?q=%D0%B1%D0%B5%D0%B7%D0%BE%D0%BF%D0%B0%D1%81%D0%BD%D0%BE%D1%81%D1%82%D1%8C&measure=occurrences").await.body;
    assert_shows(
        &page,
        &[
            "action=\"/trends\"",
            "3 occurrences in 2 statements",
            "measure=occurrences\" aria-current=\"true\"",
            "role=\"img\" aria-labelledby=\"chart-title chart-description\"",
            "<title id=\"chart-title\">Occurrences by year</title>",
            "From 2012 to 2021; most in 2019: 2.",
            "<title>2019: 2</title>",
            "<th scope=\"col\">Year</th>",
            "year=2019\"><bdi>2019</bdi></a>",
        ],
    );
    let by_kind = site.get("/trends?q=security&by=kind").await.body;
    assert_shows(
        &by_kind,
        &[
            "Occurrences in a million words by kind",
            "kind=speech\"><bdi>Speech</bdi></a><svg class=\"share\"",
        ],
    );
    assert!(!by_kind.contains("role=\"img\""));
    assert_shows(&site.get("/trends").await.body, &["Type what to look for."]);
    assert_shows(
        &site.get("/trends?q=volcano&by=speaker").await.body,
        &["0 occurrences", "No statement has this."],
    );
    let unknown = site.get("/trends?q=%D8%A3%D9%85%D9%86&by=event").await.body;
    assert_shows(
        &unknown,
        &["1 occurrence in 1 statement", "The occasion of these statements is not known."],
    );
    let wrong = site.get("/trends?q=a&by=colour").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_shows(&wrong.body, &["role=\"alert\"", "By</strong>"]);
}

#[tokio::test]
async fn hostile_values_stay_text_on_every_page() {
    let hostile = "\"><script>alert('strait')</script>";
    let site = Site::new(vec![statement(
        "hostile",
        "en",
        hostile,
        json!({
            "title": hostile, "organisation": hostile, "place": hostile, "event": hostile, "date": "2020",
            "speakers": [{ "name": hostile }],
        }),
    )]);
    let query = "strait+%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for path in [
        format!("/?q={query}&match=any&org={query}"),
        "/?q=strait".to_owned(),
        format!("/?q={query}&match=any"),
        format!("/kwic?q={query}&match=any"),
        format!("/kwic?q=strait&sort={query}"),
        format!("/trends?q={query}&match=any&by=speaker&place={query}"),
        format!("/trends?q=strait&by={query}"),
        "/trends?q=strait&by=event".to_owned(),
    ] {
        let page = site.get(&path).await.body;
        assert!(page.contains("strait") && !page.contains("<script"), "{path}: {page}");
    }
}

#[tokio::test]
async fn pages_load_nothing_and_style_nothing_inline() {
    let site = Site::new(sample());
    for path in ["/?q=strait", "/kwic?q=strait", "/trends?q=strait", "/trends?q=strait&by=speaker"] {
        let page = site.get(path).await;
        assert!(page.header("content-security-policy").contains("default-src 'none'"), "{path}");
        for absent in ["style=", "<script", " onclick", "javascript:"] {
            assert!(!page.body.contains(absent), "{absent} in {path}");
        }
        assert!(page.body.contains("href=\"/help\""), "{path}");
    }
}
