//! How requests are refused.

use axum::http::{Method, StatusCode};

use super::{Site, sample};

#[tokio::test]
async fn problems_are_as_rfc_9457_has_them() {
    let answer = Site::new(sample()).get("/api/v1/search?page=0").await;
    assert_eq!(answer.header("content-type"), "application/problem+json");
    insta::assert_json_snapshot!(answer.json(), @r#"
    {
      "code": "invalid_parameter",
      "detail": "The parameter \"page\": \"0\" is no number from 1 on.",
      "parameter": "page",
      "status": 400,
      "title": "Bad Request",
      "type": "about:blank"
    }
    "#);
}

#[tokio::test]
async fn every_refusal_of_the_api_has_its_status_and_code() {
    let site = Site::new(sample());
    let long = format!("/api/v1/search?q={}", "a".repeat(20_000));
    for (method, path, status, code) in [
        (Method::GET, "/api/v1/search?per_page=101", 400, "invalid_parameter"),
        (Method::GET, "/api/v1/search?q=a&q=b", 400, "invalid_parameter"),
        (Method::GET, "/api/v1/search?colour=red", 400, "invalid_parameter"),
        (Method::GET, "/api/v1/search?page=101&per_page=100", 400, "invalid_parameter"),
        (Method::GET, "/api/v1/statements/kalima?page=1", 400, "invalid_parameter"),
        (Method::GET, "/api/v1/statements/nobody", 404, "unknown_statement"),
        (Method::GET, "/api/v1/statements/a%2Fb%20%3C", 404, "unknown_statement"),
        (Method::GET, "/api/v1/statements/%FF", 404, "not_found"),
        (Method::GET, "/api/v1/statements/", 404, "not_found"),
        (Method::GET, "/api/v1/analyze?lang=Klingon-ish&text=a", 400, "invalid_parameter"),
        (Method::GET, "/api/v1/parse?q=a&lang=en", 400, "invalid_parameter"),
        (Method::GET, "/api/v2/search", 404, "not_found"),
        (Method::GET, "/api", 404, "not_found"),
        (Method::POST, "/api/v1/search", 405, "method_not_allowed"),
        (Method::DELETE, "/healthz", 405, "method_not_allowed"),
        (Method::GET, &long, 414, "url_too_long"),
    ] {
        let answer = site.send(method, path).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        let problem = answer.json();
        assert_eq!((&problem["code"], &problem["status"]), (&code.into(), &status.into()), "{path}");
    }
}

#[tokio::test]
async fn a_refused_method_is_told_which_are_allowed() {
    let site = Site::new(sample());
    for path in ["/", "/api/v1/search", "/robots.txt"] {
        assert_eq!(site.send(Method::PUT, path).await.header("allow"), "GET,HEAD", "{path}");
    }
}

#[tokio::test]
async fn people_get_pages() {
    let site = Site::new(sample());
    let long = format!("/?q={}", "a".repeat(20_000));
    for (method, path, status) in [
        (Method::GET, "/nowhere", 404),
        (Method::GET, "/statements/", 404),
        (Method::GET, "/statements/%FF", 404),
        (Method::GET, "/statements/%3Cscript%3Enobody", 404),
        (Method::GET, "/apiary", 404),
        (Method::POST, "/", 405),
        (Method::GET, &long, 414),
    ] {
        let answer = site.send(method, path).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert!(answer.body.contains("<h1>") && !answer.body.contains("<script"), "{}", answer.body);
    }
}

#[tokio::test]
async fn a_query_of_any_length_that_the_address_holds_is_answered() {
    let answer = Site::new(sample()).get(&format!("/api/v1/search?q={}", "word+".repeat(3_000))).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(!answer.json()["notes"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn the_search_page_shows_what_it_cannot_read_where_it_can_be_mended() {
    let answer = Site::new(sample()).get("/?q=strait&from=%22%3Esoon&lang=ru&utm_source=x").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    for part in [
        "value=\"strait\"",
        "value=\"&#34;&#62;soon\"",
        "aria-invalid",
        "name=\"lang\" value=\"ru\" checked",
        "write 2021, 2021-11 or 2021-11-17",
    ] {
        assert!(answer.body.contains(part), "{part} in {}", answer.body);
    }
}
