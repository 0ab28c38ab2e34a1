//! Judging a pool.

use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::request::Builder;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;
use url::form_urlencoded;
use verbale_eval::judgments::{Desk, Judgments, judgments_beside};

use super::{Answer, answered, sample, searcher, send, statement};
use crate::{Config, Served, router};

/// A service at which a pool is judged, and the folder that everything is in.
struct Sitting {
    router: Router,
    folder: TempDir,
}

impl Sitting {
    /// One over the sample, its three statements to be judged for «пролив».
    fn new() -> Self {
        let pool = ["address-halvern", "интервью-дреск", "kalima", "gone"];
        Self::over(sample(), &pool.map(|id| json!({ "topic": "7", "query": "<b> пролив", "document": id })))
    }

    fn over(statements: Vec<Value>, pool: &[Value]) -> Self {
        let (searcher, folder) = searcher(statements);
        let path = folder.path().join("pool.jsonl");
        std::fs::write(&path, pool.iter().map(|item| format!("{item}\n")).collect::<String>()).unwrap();
        let served = Served { judging: Some(Desk::open(&path).unwrap()), ..Served::searches(searcher) };
        Self { router: router(served, &Config::default()), folder }
    }

    fn judgments(&self) -> Judgments {
        Judgments::read(&judgments_beside(&self.folder.path().join("pool.jsonl"))).unwrap()
    }

    async fn get(&self, path: &str) -> Answer {
        answered(&self.router, from_here(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form as the page does.
    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = from_here(Method::POST, path).header("origin", "http://127.0.0.1:8080");
        answered(&self.router, request.body(form.into()).unwrap()).await
    }

    async fn judge(&self, document: &str, grade: &str, note: &str) -> Answer {
        let fields = [
            ("assessor", "Ада & Bo"),
            ("topic", "7"),
            ("document", document),
            ("grade", grade),
            ("note", note),
        ];
        self.post("/judge", &fields).await
    }
}

/// A request of Ada's browser on the machine that serves.
fn from_here(method: Method, path: &str) -> Builder {
    from("127.0.0.1:50000", method, path)
        .header("host", "127.0.0.1:8080")
        .header("cookie", "other=1; judge_assessor=%D0%90%D0%B4%D0%B0+%26+Bo")
}

fn from(peer: &str, method: Method, path: &str) -> Builder {
    let peer: SocketAddr = peer.parse().unwrap();
    Request::builder().method(method).uri(path).extension(ConnectInfo(peer))
}

#[tokio::test]
async fn there_is_no_such_page_unless_it_is_wanted() {
    let (searcher, _folder) = searcher(sample());
    let router = router(Served::searches(searcher), &Config::default());
    for path in ["/judge", "/judge/name"] {
        let request = from_here(Method::GET, path).body(Body::empty()).unwrap();
        assert_eq!(answered(&router, request).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn an_assessor_sees_what_is_asked_and_the_statement_and_nothing_else() {
    let page = Sitting::new().get("/judge").await;
    assert_eq!((page.status, page.header("cache-control")), (StatusCode::OK, "no-store"));
    for part in [
        "<h1 id=\"topic\" dir=\"auto\" lang=\"\">&#60;b&#62; пролив</h1>",
        "Judging as <bdi>Ада &#38; Bo</bdi>",
        "0 of 4 judged",
        "Mira Tolvane on the security of the Grey Strait",
        "17 November 2021",
        "Mira Tolvane, Secretary General, HPO",
        "Halvern Pact Organization",
        "lang=\"ru\" dir=\"ltr\"",
        "The strait&#39;s security concerns every ship.",
        "<kbd>0</kbd> <strong>Not relevant</strong> <span>It says nothing about what was asked",
        "<kbd>3</kbd>",
    ] {
        assert!(page.body.contains(part), "{part} in {}", page.body);
    }
    for absent in ["<mark>", "score", "rank", "aria-pressed"] {
        assert!(!page.body.contains(absent), "{absent} in {}", page.body);
    }
}

#[tokio::test]
async fn the_one_page_with_a_script_allows_no_other() {
    let sitting = Sitting::new();
    let page = sitting.get("/judge").await;
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'; script-src 'self';") && !policy.contains("unsafe"),
        "{policy}"
    );
    let script = page.body.split('"').find(|part| part.ends_with(".js")).unwrap();
    let script = sitting.get(script).await;
    assert_eq!(
        (script.status, script.header("content-type")),
        (StatusCode::OK, "text/javascript; charset=utf-8")
    );
    assert!(!sitting.get("/?q=strait").await.header("content-security-policy").contains("script"));
}

#[tokio::test]
async fn judging_goes_through_the_pool_and_may_go_back() {
    let sitting = Sitting::new();
    let answer = sitting.judge("address-halvern", "3", "  the treaty\r\nitself ").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/judge?from=2"));
    let next = sitting.get("/judge?from=2").await.body;
    assert!(next.contains("1 of 4 judged") && next.contains("Безопасность не делится"), "{next}");
    assert!(next.contains("href=\"/judge?item=1\"") && next.contains("href=\"/judge?from=3\""), "{next}");
    let back = sitting.get("/judge?item=1").await.body;
    assert!(
        back.contains("value=\"3\" data-key=\"3\" aria-keyshortcuts=\"3\" aria-pressed=\"true\""),
        "{back}"
    );
    assert!(back.contains("the treaty\nitself</textarea>"), "{back}");
    sitting.judge("address-halvern", "1", "").await;
    // Two are skipped and come again at the end.
    sitting.judge("gone", "0", "").await;
    let again = sitting.get("/judge?from=5").await.body;
    assert!(again.contains("2 of 4 judged") && again.contains("Безопасность не делится"), "{again}");
    assert_eq!(sitting.judgments().get("Ада & Bo", "7", "address-halvern"), Some((1, "")));

    for (document, at) in [("gone", 4), ("address-halvern", 1)] {
        let undone = sitting.post("/judge/undo", &[("assessor", "Ада & Bo")]).await;
        // The later of both judgments about the same was the last but one.
        assert_eq!(undone.header("location"), format!("/judge?item={at}"));
        assert_eq!(sitting.judgments().get("Ада & Bo", "7", document), None);
    }
    assert_eq!(sitting.post("/judge/undo", &[("assessor", "Ада & Bo")]).await.header("location"), "/judge");

    sitting.judge("kalima", "2", "").await;
    assert_eq!(sitting.judge("kalima", "none", "").await.header("location"), "/judge?item=3");
    for document in ["address-halvern", "интервью-дреск", "kalima", "gone"] {
        sitting.judge(document, "0", "").await;
    }
    let done = sitting.get("/judge").await.body;
    assert!(done.contains("Everything is judged") && done.contains("All 4"), "{done}");
    // Somebody else begins at the beginning.
    let other = from("[::1]:9", Method::GET, "/judge")
        .header("host", "localhost")
        .header("cookie", "judge_assessor=Bo");
    assert!(
        answered(&sitting.router, other.body(Body::empty()).unwrap()).await.body.contains("0 of 4 judged")
    );
}

#[tokio::test]
async fn a_statement_that_the_archive_lacks_can_be_skipped() {
    let page = Sitting::new().get("/judge?item=4").await;
    assert!(
        page.status == StatusCode::OK && page.body.contains("The archive has no statement <bdi>gone</bdi>")
    );
    let odd = Sitting::over(sample(), &[json!({ "topic": "7", "query": "x", "document": "a/b <i>" })]);
    assert!(odd.get("/judge").await.body.contains("no statement <bdi>a/b &#60;i&#62;</bdi>"));
}

#[tokio::test]
async fn who_judges_is_asked_once() {
    let sitting = Sitting::new();
    let nobody = from("127.0.0.1:9", Method::GET, "/judge").header("host", "localhost:8080");
    let asked = answered(&sitting.router, nobody.body(Body::empty()).unwrap()).await;
    assert_eq!((asked.status, asked.header("location")), (StatusCode::SEE_OTHER, "/judge/name"));
    assert!(sitting.get("/judge/name").await.body.contains("value=\"Ада &#38; Bo\""));
    let named = sitting.post("/judge/name", &[("name", " Ада & Bo ")]).await;
    assert_eq!((named.status, named.header("location")), (StatusCode::SEE_OTHER, "/judge"));
    let cookie = named.header("set-cookie");
    assert!(cookie.starts_with("judge_assessor=%D0%90%D0%B4%D0%B0+%26+Bo; Path=/judge;"), "{cookie}");
    assert!(cookie.contains("SameSite=Strict") && cookie.contains("HttpOnly"), "{cookie}");
    for name in ["", " ", "a\nb", &"x".repeat(61)] {
        assert_eq!(
            sitting.post("/judge/name", &[("name", name)]).await.status,
            StatusCode::BAD_REQUEST,
            "{name:?}"
        );
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_not_written() {
    let sitting = Sitting::new();
    for (document, grade, note) in [
        ("address-halvern", "4", ""),
        ("address-halvern", "-1", ""),
        ("address-halvern", "", ""),
        ("nobody-said-this", "3", ""),
        ("address-halvern", "3", &"x".repeat(2_001)),
    ] {
        assert_eq!(
            sitting.judge(document, grade, note).await.status,
            StatusCode::BAD_REQUEST,
            "{document} {grade}"
        );
    }
    let long = sitting.judge("address-halvern", "3", &"x".repeat(40_000)).await;
    assert_eq!(long.status, StatusCode::PAYLOAD_TOO_LARGE);
    for path in ["/judge?item=5", "/judge?item=4294967295"] {
        assert_eq!(sitting.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/judge?item=0", "/judge?from=x", "/judge?rank=1"] {
        assert_eq!(sitting.get(path).await.status, StatusCode::BAD_REQUEST, "{path}");
    }
    assert_eq!(sitting.judgments(), Judgments::default());
    assert_eq!(sitting.get("/judge?from=4294967295").await.status, StatusCode::OK);
}

#[tokio::test]
async fn only_this_machine_asks_and_only_by_its_own_name() {
    let sitting = Sitting::new();
    let here = || from("127.0.0.1:9", Method::GET, "/judge/name");
    for (allowed, request) in [
        (true, here().header("host", "localhost")),
        (true, here().header("host", "[::1]:8080")),
        (true, from("[::ffff:127.0.0.1]:9", Method::GET, "/judge/name").header("host", "127.0.0.1")),
        (false, from("192.168.1.5:9", Method::GET, "/judge/name").header("host", "127.0.0.1")),
        (false, from("[2001:db8::1]:9", Method::GET, "/judge/name").header("host", "localhost")),
        (false, Request::builder().uri("/judge/name").header("host", "localhost")),
        // A name of somebody's that points here.
        (false, here().header("host", "rebound.example:8080")),
        (false, here()),
        (false, here().header("host", "localhost").header("host", "rebound.example")),
        (
            false,
            from("127.0.0.1:9", Method::GET, "http://rebound.example/judge/name").header("host", "localhost"),
        ),
        // A proxy on this machine, for somebody elsewhere.
        (false, here().header("host", "localhost").header("x-forwarded-for", "192.168.1.5")),
        (false, here().header("host", "localhost").header("forwarded", "for=192.168.1.5")),
    ] {
        let request = request.body(Body::empty()).unwrap();
        let told = format!("{request:?}");
        let status = answered(&sitting.router, request).await.status;
        assert_eq!(status, if allowed { StatusCode::OK } else { StatusCode::FORBIDDEN }, "{told}");
    }
    // The rest of the service is for everybody.
    assert_eq!(send(&sitting.router, Method::GET, "/?q=strait").await.status, StatusCode::OK);
}

#[tokio::test]
async fn only_our_own_page_changes_anything() {
    let sitting = Sitting::new();
    let body = "assessor=Eve&topic=7&document=kalima&grade=3";
    let own = "http://127.0.0.1:8080";
    for (allowed, headers) in [
        (true, &[("origin", own)][..]),
        (true, &[("origin", own), ("sec-fetch-site", "same-origin")]),
        (true, &[("sec-fetch-site", "same-origin")]),
        (false, &[]),
        (false, &[("origin", "null")]),
        (false, &[("origin", "http://127.0.0.1:9090")]),
        (false, &[("origin", "https://127.0.0.1:8080")]),
        (false, &[("origin", "http://rebound.example:8080")]),
        (false, &[("origin", own), ("sec-fetch-site", "cross-site")]),
        (false, &[("sec-fetch-site", "same-site")]),
        (false, &[("sec-fetch-site", "none")]),
    ] {
        for path in ["/judge", "/judge/undo"] {
            let request = headers
                .iter()
                .fold(from_here(Method::POST, path), |request, (name, value)| request.header(*name, *value));
            let status = answered(&sitting.router, request.body(body.into()).unwrap()).await.status;
            let expected = if allowed { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN };
            assert_eq!(status, expected, "{path}: {headers:?}");
        }
    }
}

#[tokio::test]
async fn no_text_of_pool_or_statement_becomes_markup() {
    let evil = "<script>alert(1)</script>\"'";
    let hostile = statement("kalima", "en", evil, json!({ "title": evil, "place": evil, "event": evil }));
    let sitting =
        Sitting::over(vec![hostile], &[json!({ "topic": evil, "query": evil, "document": "kalima" })]);
    let fields =
        [("assessor", evil), ("topic", evil), ("document", "kalima"), ("grade", "2"), ("note", evil)];
    sitting.post("/judge", &fields).await;
    let cookie =
        format!("judge_assessor={}", form_urlencoded::byte_serialize(evil.as_bytes()).collect::<String>());
    let request = from("127.0.0.1:9", Method::GET, "/judge?item=1")
        .header("host", "localhost")
        .header("cookie", cookie);
    let page = answered(&sitting.router, request.body(Body::empty()).unwrap()).await.body;
    assert!(!page.contains("<script>") && page.matches("&#60;script&#62;").count() > 6, "{page}");
}
