//! Noting searches and clicks.

use axum::http::StatusCode;
use verbale_eval::clicks::{SearchLog, read};

use super::{Site, sample, searcher};
use crate::{Config, Served, router};

#[tokio::test]
async fn searches_and_clicks_are_noted_and_nothing_about_who_made_them() {
    let (searcher, folder) = searcher(sample());
    let path = folder.path().join("log.jsonl");
    let served = Served { log: Some(SearchLog::open(&path).unwrap()), ..Served::searches(searcher) };
    let site = Site { router: router(served, &Config::default()), _folder: folder };

    let page = site.get("/?q=%22strait&lang=en&from=2019&to=2021").await.body;
    let link = page.split('"').find(|part| part.starts_with("/statements/")).unwrap().replace("&#38;", "&");
    assert!(link.contains("&search="), "{link}");
    assert_eq!(site.get(&link).await.status, StatusCode::OK);
    let back = site.get(&link).await.body;
    assert!(!back.contains("search="), "the way back and the citation are without it: {back}");
    site.get("/?q=volcano").await;
    // Nothing ranked, nothing asked, or nobody who clicks.
    for path in
        ["/?q=strait&sort=date", "/", "/?lang=ru", "/api/v1/search?q=strait", "/statements/kalima?search=1-1"]
    {
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }

    let searches = read(&path).unwrap();
    let told: Vec<_> = searches
        .iter()
        .map(|search| (search.query.as_str(), search.shown.len(), search.clicked.len()))
        .collect();
    assert_eq!(told, [("\"strait\" lang:en date:2019..2021", 1, 1), ("volcano", 0, 0)]);
}

#[tokio::test]
async fn without_a_log_links_are_as_short_as_ever() {
    let page = Site::new(sample()).get("/?q=strait").await.body;
    assert!(!page.contains("search="), "{page}");
}
