//! The query service answers programs in JSON and people in pages, and says what is wrong in a way both can use.

use serde_json::{Value, json};

use crate::client::{encoded, get, request};
use crate::corpus;
use crate::desk::Desk;
use crate::running::Running;

fn serve(desk: &Desk) -> (Running, std::net::SocketAddr) {
    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0"]);
    let address = service.address();
    (service, address)
}

#[test]
fn a_search_is_answered_as_documented() {
    let desk = Desk::of_sample();
    let (_service, address) = serve(&desk);
    let find = |query: &str| get(address, &format!("/api/v1/search?{query}")).json();

    let answer = find(&format!("q={}", encoded("безопасность")));
    assert_eq!(answer["query"], "безопасность");
    assert_eq!(answer["page"], 1);
    let hits = answer["hits"].as_array().unwrap();
    let forms = hits.iter().map(ToString::to_string).filter(|hit| hit.contains("<mark>безопасности</mark>"));
    assert!(forms.count() >= 1, "{answer}");
    for hit in hits {
        for key in
            ["id", "score", "title", "title_html", "kind", "date", "language", "speakers", "link", "passages"]
        {
            assert!(hit.get(key).is_some(), "{key}: {hit}");
        }
        let link = hit["link"].as_str().unwrap();
        assert_eq!(get(address, link).status, 200, "{link}");
    }

    let all = find("q=strait&per_page=100");
    let total = all["total"].as_u64().unwrap();
    let ids = |answer: &Value| -> Vec<Value> {
        answer["hits"].as_array().unwrap().iter().map(|hit| hit["id"].clone()).collect()
    };
    let mut paged = Vec::new();
    for page in 1..=total.div_ceil(2) {
        paged.extend(ids(&find(&format!("q=strait&per_page=2&page={page}"))));
    }
    assert_eq!(paged, ids(&all));

    let filtered = find("q=strait&lang=en&kind=joint_statement&from=2019&to=2019-12");
    assert!(filtered["total"].as_u64().unwrap() >= 1 && filtered["total"].as_u64().unwrap() < total);
    for hit in filtered["hits"].as_array().unwrap() {
        assert!(
            hit["kind"] == "joint_statement" && hit["date"].as_str().unwrap().starts_with("2019"),
            "{hit}"
        );
    }
    let newest = find("q=strait&sort=date&per_page=100");
    let dates: Vec<_> =
        newest["hits"].as_array().unwrap().iter().filter_map(|hit| hit["date"].as_str()).collect();
    assert!(dates.is_sorted_by(|first, second| first[..4] >= second[..4]), "{dates:?}");
}

#[test]
fn a_statement_is_read_whole() {
    let desk = Desk::of_sample();
    let (_service, address) = serve(&desk);
    let statement = get(address, "/api/v1/statements/als-2005-003?q=drifting").json();
    assert_eq!(statement["id"], "als-2005-003");
    assert_eq!(statement["date"], "2005-06-14");
    assert_eq!(statement["speakers"][0]["name"], "Tomas Lindquist-Ahr");
    assert_eq!(statement["paragraphs"].as_array().unwrap().len(), 2);
    assert!(
        statement["paragraphs"][0]["html"].as_str().unwrap().contains("<mark>Drift</mark>"),
        "{statement}"
    );
    assert!(statement["origin"].get("file").is_none(), "the server's files are its own affair");
}

#[test]
fn healthz_says_that_the_service_is_up() {
    let desk = Desk::with(&corpus::statements(1));
    let (_service, address) = serve(&desk);
    let health = get(address, "/healthz");
    assert_eq!(health.status, 200);
    assert!(health.header("content-type").unwrap().starts_with("application/json"));
    assert!(health.json().is_object());
}

#[test]
fn what_is_wrong_is_a_problem_with_a_stable_code() {
    let desk = Desk::with(&corpus::statements(3));
    let (_service, address) = serve(&desk);
    let long = format!("/api/v1/search?q={}", "a".repeat(20_000));
    for (method, path, status, code) in [
        ("GET", "/api/v1/search?page=0", 400, "invalid_parameter"),
        ("GET", "/api/v1/search?per_page=1000", 400, "invalid_parameter"),
        ("GET", "/api/v1/search?lang=%3Cb%3E", 400, "invalid_parameter"),
        ("GET", "/api/v1/search?kind=sermon", 400, "invalid_parameter"),
        ("GET", "/api/v1/search?from=2021-02-30", 400, "invalid_parameter"),
        ("GET", "/api/v1/search?from=2021&to=2020", 400, "invalid_parameter"),
        ("GET", "/api/v1/search?sort=random", 400, "invalid_parameter"),
        ("GET", "/api/v1/search?language=en", 400, "invalid_parameter"),
        ("GET", "/api/v1/statements/nothing-here", 404, "unknown_statement"),
        ("GET", "/api/v1/statements/%FF%00", 404, "not_found"),
        ("GET", "/api/v1/nothing", 404, "not_found"),
        ("POST", "/api/v1/search", 405, "method_not_allowed"),
        ("DELETE", "/api/v1/statements/als-00000", 405, "method_not_allowed"),
        ("GET", &long, 414, "url_too_long"),
    ] {
        let response = request(address, method, path);
        assert_eq!(response.status, status, "{method} {path:.80}: {response:?}");
        assert_eq!(response.header("content-type"), Some("application/problem+json"), "{path:.80}");
        let problem = response.json();
        assert_eq!((&problem["code"], &problem["status"]), (&json!(code), &json!(status)), "{path:.80}");
        for key in ["type", "title", "detail"] {
            assert!(problem[key].as_str().is_some_and(|text| !text.is_empty()), "{key}: {problem}");
        }
    }
    assert_eq!(get(address, "/healthz").status, 200);
}

#[test]
fn people_search_without_javascript() {
    let desk = Desk::of_sample();
    let (_service, address) = serve(&desk);
    for path in [
        "/",
        "/?q=herring",
        "/?q=herring&page=1&lang=en&sort=date",
        "/?q=qqqqq",
        "/?q=%22",
        "/statements/als-2005-003?q=nets",
    ] {
        let page = get(address, path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.header("content-type").unwrap().starts_with("text/html"), "{path}");
        assert!(!page.body.contains("<script"), "{path} needs JavaScript");
        assert!(page.body.contains("name=\"viewport\""), "{path} is not made for a phone");
    }
    let start = get(address, "/").body;
    assert!(start.contains("<form") && start.contains("name=\"q\""));
    let found = get(address, "/?q=herring").body;
    assert!(found.contains("<mark>herring</mark>") && found.contains("/statements/als-2005-003"), "{found}");
    let read = get(address, "/statements/als-2005-003?q=nets").body;
    assert!(read.contains("<mark>nets</mark>") && read.contains("Tomas Lindquist-Ahr"), "{read}");

    let missing = get(address, "/statements/nothing-here");
    assert_eq!(missing.status, 404);
    assert!(missing.header("content-type").unwrap().starts_with("text/html"));
    let wrong = get(address, "/?page=0&q=herring");
    assert_eq!(wrong.status, 400);
    assert!(wrong.header("content-type").unwrap().starts_with("text/html"));
}

#[test]
fn head_is_get_without_a_body() {
    let desk = Desk::with(&corpus::statements(3));
    let (_service, address) = serve(&desk);
    for path in
        ["/", "/?q=council", "/api/v1/search?q=council", "/statements/als-00000", "/healthz", "/nothing"]
    {
        let (head, whole) = (request(address, "HEAD", path), get(address, path));
        assert_eq!(head.status, whole.status, "{path}");
        assert_eq!(head.header("content-type"), whole.header("content-type"), "{path}");
        assert!(head.body.is_empty() && !whole.body.is_empty(), "{path}");
    }
}

#[test]
fn nothing_of_a_statement_becomes_markup() {
    const EVIL: &str =
        "herring </p><script>alert(1)</script><img src=x onerror=alert(2)> & \"'><svg onload=alert(3)>";
    let desk = Desk::with(&[json!({
        "id": "evil&'=(1)", "title": EVIL, "language": "en", "organisation": EVIL, "event": EVIL, "place": EVIL,
        "kind": "remarks", "date": "2021",
        "speakers": [{ "name": EVIL, "role": EVIL, "affiliation": EVIL }],
        "paragraphs": [
            { "text": EVIL, "language": "en", "role": "heading" },
            { "text": EVIL, "language": "en", "role": "body", "speaker": 0 },
            { "text": EVIL, "language": "en", "role": "quotation" },
        ],
        "url": "javascript:alert(4)//\"><script>alert(5)</script>",
    })]);
    let (_service, address) = serve(&desk);
    let answer = get(address, "/api/v1/search?q=herring").json();
    let hit = &answer["hits"][0];
    let link = hit["link"].as_str().unwrap();
    let evil_query = encoded("\"><script>alert(6)</script>");
    let pages = [
        get(address, "/?q=herring"),
        get(address, "/?q=script"),
        get(address, &format!("/?q={evil_query}")),
        get(address, &format!("/?q=a&lang={evil_query}")),
        get(address, "/"),
        get(address, link),
        get(address, &format!("{link}?q=script+alert")),
        get(address, &format!("/statements/{evil_query}")),
        get(address, &format!("/{evil_query}")),
    ];
    for page in &pages {
        // Marks may stand inside of words that look like markup, but never make any.
        let body = page.body.replace("<mark>", "").replace("</mark>", "");
        for markup in ["<script", "<img", "<svg", "href=\"javascript:", "onerror=alert(2)>"] {
            assert!(!body.contains(markup), "{markup}: {}", page.body);
        }
    }
    assert_eq!(pages[5].status, 200);
    for html in [&hit["title_html"], &hit["passages"][0]["html"]] {
        let html = html.as_str().unwrap().replace("<mark>", "").replace("</mark>", "");
        assert!(html.contains("script") && !html.contains(['<', '>', '"', '\'']), "{html}");
    }
    let statement = get(address, &format!("/api/v1{link}?q=herring")).json();
    assert_eq!(statement["title"], EVIL);
    for paragraph in statement["paragraphs"].as_array().unwrap() {
        let html = paragraph["html"].as_str().unwrap().replace("<mark>", "").replace("</mark>", "");
        assert!(!html.contains('<'), "{html}");
    }
}

#[test]
fn a_commit_of_another_process_is_seen_by_readers() {
    let desk = Desk::with(&corpus::statements(5));
    let (_service, address) = serve(&desk);
    let total =
        |query: &str| get(address, &format!("/api/v1/search?q={query}")).json()["total"].as_u64().unwrap();
    assert_eq!((total("statement"), total("herring")), (5, 0));

    desk.write("more.jsonl", r#"{"id": "more", "title": "On fish", "text": "A statement on herring."}"#);
    desk.run(&["ingest", "more.jsonl"]).code(0);
    assert_eq!((total("statement"), total("herring")), (6, 1));
    assert_eq!(get(address, "/statements/more").status, 200);

    desk.write("more.jsonl", r#"{"id": "more", "title": "On fish", "text": "A statement on cod."}"#);
    desk.run(&["ingest", "more.jsonl"]).code(0);
    assert_eq!((total("herring"), total("cod")), (0, 1));
    assert_eq!(get(address, "/api/v1/statements/more").json()["version"], 2);

    desk.run(&["index", "--rebuild"]).code(0);
    assert_eq!((total("statement"), total("cod")), (6, 1));
}

#[test]
fn readers_are_answered_while_another_process_writes() {
    let desk = Desk::with(&corpus::statements(50));
    let (_service, address) = serve(&desk);
    desk.write("more.jsonl", corpus::jsonl(1_000));
    let mut ingest = desk.start(&["ingest", "more.jsonl"]);
    let mut totals = Vec::new();
    ingest.until(|_| {
        let answer = get(address, "/api/v1/search?q=statement");
        assert_eq!(answer.status, 200, "{answer:?}");
        totals.push(answer.json()["total"].as_u64().unwrap());
        None::<()>
    });
    ingest.ended().code(0);
    assert!(totals.is_sorted() && totals.iter().all(|total| [50, 1_000].contains(total)), "{totals:?}");
    assert_eq!(get(address, "/api/v1/search?q=statement").json()["total"], 1_000);
}
