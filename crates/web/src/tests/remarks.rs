//! What people are told about a query, and how to ask.

use axum::http::StatusCode;

use super::pages::{assert_shows, page};
use super::{Site, sample};

#[tokio::test]
async fn a_search_for_too_much_shows_what_there_is_and_says_so() {
    let site = Site::new(sample());
    let page = site.get("/?q=strait+volcano").await.body;
    assert_shows(
        &page,
        &[
            "No statement has all of these words. Shown are those that have any of them.",
            "In none of these: <code dir=\"auto\">volcano</code>",
            "href=\"/?q=strait+volcano&#38;match=all\"",
            "1 statement ",
            "<mark>Strait</mark>",
        ],
    );
    let misspelt = site.get("/?q=straitt+security").await.body;
    assert_shows(
        &misspelt,
        &["<code dir=\"auto\">straitt</code> stands in none; searched instead", "strait"],
    );
    // The statement is marked by what was searched.
    let link =
        misspelt.split('"').find(|part| part.starts_with("/statements/")).unwrap().replace("&#38;", "&");
    assert!(site.get(&link).await.body.contains("<mark>Strait</mark>"), "{link}");
    assert!(!site.get("/?q=strait+volcano&match=any").await.body.contains("No statement has"));
}

#[tokio::test]
async fn remarks_on_the_query_stand_under_the_form() {
    let page = page("/?q=strait+%22%3Cb%3E").await;
    assert_shows(
        &page,
        &[
            "</form>",
            "Remarks on the query",
            "<code>strait <mark>&#34;&#60;b&#62;</mark></code>",
            "<code dir=\"auto\">",
            "Understood as",
        ],
    );
    assert!(!page.contains("<b>"));
}

#[tokio::test]
async fn every_place_of_a_remark_is_marked_once() {
    let page = page("/?q=a+kind%3Asermon+*tion+%28b+kind%3Asermon").await;
    let typed = "<code>a kind:<mark>sermon</mark> <mark>*tion</mark> <mark>(</mark>b kind:sermon</code>";
    assert_shows(
        &page,
        &[typed, "<li><code dir=\"auto\">sermon</code>", "<li><code dir=\"auto\">*tion</code>"],
    );
}

#[tokio::test]
async fn the_help_has_every_example_as_a_search() {
    let help = page("/help").await;
    assert_shows(&page("/").await, &["<form", "href=\"/help\""]);
    let site = Site::new(sample());
    for row in verbale_query::SYNTAX.iter().flat_map(|chapter| chapter.rows) {
        let link = crate::links::search(&verbale_search::Request::new(row.example));
        assert!(help.contains(&format!("href=\"{link}\"")), "{link}");
        let answer = site.get(&link).await;
        assert_eq!(answer.status, StatusCode::OK, "{link}");
        assert!(verbale_query::parse(row.example).notes.is_empty(), "{link}");
    }
    assert_shows(&help, &["id=\"words\"", "id=\"near-each-other\"", "страна", "at most 64 words"]);
}
