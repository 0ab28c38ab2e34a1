//! Runs become a pool, a pool becomes judgments by people, and a search log judgments by clicks.

use std::fs;

use serde_json::{Value, json};

use crate::client::{exchange, get, post};
use crate::desk::Desk;

/// Three statements, and two systems that found them for one topic.
fn desk() -> Desk {
    let statement = |id: &str, text: &str| json!({ "id": id, "language": "en", "title": format!("On {id}"), "text": text });
    let desk = Desk::with(&[
        statement("treaty", "The treaty opens the strait to every ship."),
        statement("cod", "Cod is fished in the strait."),
        statement("map", "The map shows a road."),
    ]);
    desk.write("a.run", "1 Q0 treaty 1 9 a\n1 Q0 cod 2 8 a\n1 Q0 map 3 7 a\n");
    desk.write("b.run", "1 Q0 map 1 9 b\n1 Q0 treaty 2 8 b\n1 Q0 cod 3 7 b\n");
    desk.write("topics.tsv", "1\twho may pass the strait\n2\tnobody found this\n");
    desk
}

fn pool(desk: &Desk, more: &[&str]) -> Vec<Value> {
    let arguments = ["eval", "pool", "a.run", "b.run", "--topics", "topics.tsv", "--output", "pool.jsonl"];
    desk.run(&[&arguments[..], more].concat()).code(0);
    let text = fs::read_to_string(desk.path("pool.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The ids of the pool's documents, in alphabetical order.
fn documents(pool: &[Value]) -> Vec<&str> {
    let mut ids: Vec<_> = pool.iter().map(|item| item["document"].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids
}

const SERVE: [&str; 5] = ["serve", "--listen", "127.0.0.1:0", "--judge", "pool.jsonl"];

#[test]
fn the_best_of_every_run_is_pooled_and_what_is_judged_is_left_out() {
    let desk = desk();
    assert_eq!(documents(&pool(&desk, &["--depth", "1"])), ["map", "treaty"]);
    let whole = pool(&desk, &[]);
    assert_eq!(documents(&whole), ["cod", "map", "treaty"]);
    let keys: Vec<_> = whole[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["document", "query", "topic"], "neither rank nor system is told");
    desk.write("qrels.txt", "1 0 treaty 3\n");
    assert_eq!(documents(&pool(&desk, &["--qrels", "qrels.txt"])), ["cod", "map"]);
    let none = ["eval", "pool", "a.run", "--topics", "qrels.txt", "--output", "pool.jsonl"];
    desk.run(&none).code(3).says(&["qrels.txt:1: "]);
}

#[test]
fn judgments_are_there_after_a_kill_and_become_qrels() {
    let desk = desk();
    pool(&desk, &[]);
    let judge = |address, assessor: &str, document: &str, grade: &str| {
        let fields = [
            ("assessor", assessor),
            ("topic", "1"),
            ("document", document),
            ("grade", grade),
            ("note", "ж & <b>"),
        ];
        assert_eq!(post(address, "/judge", &fields).status, 303);
    };
    let mut service = desk.start(&SERVE);
    let address = service.address();
    judge(address, "Ada", "treaty", "2");
    judge(address, "Ada", "treaty", "3");
    judge(address, "Ada", "cod", "1");
    desk.run(&SERVE).code(3).says(&["pool.judgments.jsonl", "another process has it open"]);
    assert!(service.kill());
    // What was being written when it was killed was never confirmed.
    let beside = desk.path("pool.judgments.jsonl");
    let mut torn = fs::read(&beside).unwrap();
    torn.extend(b"{\"time\":\"2026-11-2");
    fs::write(&beside, torn).unwrap();

    let mut service = desk.start(&SERVE);
    let address = service.address();
    let page = exchange(
        address,
        &format!("GET /judge HTTP/1.0\r\nHost: {address}\r\nCookie: judge_assessor=Ada\r\n\r\n"),
    );
    assert!(page.body.contains("2 of 3 judged") && page.body.contains("The map shows a road."), "{page:?}");
    judge(address, "Ada", "map", "0");
    for (document, grade) in [("treaty", "3"), ("cod", "0"), ("map", "0")] {
        judge(address, "Bo", document, grade);
    }
    drop(service);

    let judged = desk.run(&["eval", "judged", "pool.judgments.jsonl", "--output", "qrels.txt"]).code(0);
    judged.says(&["3 documents are judged, 3 by two or more", "2 of 3", "  1 cod", "1  Ada: ж & <b>"]);
    assert_eq!(fs::read_to_string(desk.path("qrels.txt")).unwrap(), "1 0 cod 0\n1 0 map 0\n1 0 treaty 3\n");
    let agreement = desk.run(&["eval", "judged", "pool.judgments.jsonl", "--format", "json"]).code(0).json();
    let pair = &agreement["pairs"][0];
    assert_eq!((&pair["one"], &pair["other"], &pair["documents"]), (&json!("Ada"), &json!("Bo"), &json!(3)));
    // Both agree on two of three: (2/3 - 1/3) / (1 - 1/3).
    assert!((pair["kappa"].as_f64().unwrap() - 0.5).abs() < 1e-9, "{agreement}");
    assert_eq!(agreement["disagreements"][0]["document"], "cod");
    desk.run(&["eval", "judged", "nowhere.jsonl"]).code(3).says(&["nowhere.jsonl"]);
}

#[test]
fn the_judging_page_is_for_this_machine_only_and_off_unless_asked_for() {
    let desk = desk();
    pool(&desk, &[]);
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:80"] {
        desk.run(&["serve", "--listen", address, "--judge", "pool.jsonl"])
            .code(2)
            .says(&["for this machine only"]);
    }
    let mut service = desk.start(&SERVE);
    let address = service.address();
    let rebound = exchange(address, "GET /judge HTTP/1.0\r\nHost: rebound.example\r\n\r\n");
    assert_eq!(rebound.status, 403);
    let form = "assessor=Eve&topic=1&document=cod&grade=3";
    let foreign = format!(
        "POST /judge HTTP/1.0\r\nHost: {address}\r\nOrigin: http://evil.example\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    assert_eq!(exchange(address, &foreign).status, 403);
    assert_eq!(fs::read_to_string(desk.path("pool.judgments.jsonl")).unwrap(), "");
    drop(service);
    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(get(service.address(), "/judge").status, 404);
}

#[test]
fn a_service_notes_searches_and_clicks_that_become_a_collection() {
    let desk = desk();
    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0", "--log", "log.jsonl"]);
    let address = service.address();
    for visit in 0..12 {
        let page = get(address, if visit % 2 == 0 { "/?q=the+strait" } else { "/?q=Straits+the" }).body;
        let link = page.split('"').find(|part| part.starts_with("/statements/treaty?"));
        let link = link.unwrap_or_else(|| panic!("no hit: {page}")).replace("&#38;", "&");
        assert_eq!(get(address, &link).status, 200);
    }
    drop(service);
    let log = fs::read_to_string(desk.path("log.jsonl")).unwrap();
    assert_eq!(log.lines().count(), 24, "{log}");
    assert!(!log.contains("127.0.0.1"), "{log}");

    // Somebody tried another ranking, so that one can tell the hit from its place.
    let moved = json!({ "query": "the strait", "shown": ["cod", "treaty"], "clicked": ["treaty"] });
    desk.write("log.jsonl", log + &format!("{moved}\n").repeat(12));
    let learned =
        desk.run(&["eval", "log", "log.jsonl", "--lang", "en", "--output", "clicks", "--format", "json"]);
    let learned = learned.code(0).json();
    assert_eq!((&learned["searches"], &learned["queries"]), (&json!(24), &json!(1)), "{learned}");
    let topics = fs::read_to_string(desk.path("clicks/topics.tsv")).unwrap();
    let (id, query) = topics.trim_end().split_once('\t').unwrap();
    assert_eq!(query, "the strait");
    let qrels = fs::read_to_string(desk.path("clicks/qrels.txt")).unwrap();
    assert_eq!(qrels, format!("{id} 0 cod 0\n{id} 0 treaty 3\n"));
    desk.run(&["eval", "log", "log.jsonl", "--minimum", "1000"]).code(1).says(&["0 are topics"]);
    desk.run(&["eval", "log", "log.jsonl", "--grades", "0.5,0.1,0.2"])
        .code(3)
        .says(&["--grades takes three"]);
}
