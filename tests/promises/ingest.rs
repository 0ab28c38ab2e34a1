//! `verbale ingest` takes in every format, says what became of each input, and may be repeated.

use std::fs;

use serde_json::{Value, json};

use crate::corpus;
use crate::desk::Desk;

fn report(desk: &Desk, arguments: &[&str], code: i32) -> Value {
    let arguments = [&["ingest", "--format", "json"], arguments].concat();
    desk.run(&arguments).code(code).json()
}

/// Added, revised and unchanged.
fn done(report: &Value) -> [u64; 3] {
    ["added", "revised", "unchanged"].map(|key| report[key].as_u64().unwrap())
}

fn page(sentence: &str) -> String {
    format!(
        "<html lang=en><head><title>Remarks on the ferry</title>
         <link rel=canonical href='https://littoral.example/news/ferry.html'></head>
         <body><h1>Remarks on the ferry</h1><p>The ferry Saint Orlane will sail again in the spring, and the
         Assembly will pay for a second pilot on every crossing of the strait.</p><p>{sentence}</p></body></html>"
    )
}

#[test]
fn the_same_input_again_changes_nothing() {
    let desk = Desk::new();
    desk.write("in/statements.jsonl", corpus::jsonl(300));
    desk.write("in/ferry.html", page("Fares stay as they are."));
    desk.write("in/pages/note.txt", "The Council met in Halvern.");
    assert_eq!(done(&report(&desk, &["in"], 0)), [302, 0, 0]);
    let before = desk.status();
    assert_eq!(done(&report(&desk, &["in"], 0)), [0, 0, 302]);
    desk.run(&["ingest", "in"])
        .code(0)
        .says(&["added 0, revised 0, unchanged 302, skipped 0", "index up to date"]);
    assert_eq!(desk.status(), before);
    assert_eq!(desk.counts(), (302, 302));
}

#[test]
fn a_changed_input_is_a_new_version_of_what_it_was() {
    let desk = Desk::new();
    desk.write("ferry.html", page("Fares stay as they are."));
    desk.write("note.txt", "The Council met in Halvern.");
    desk.write("lines.jsonl", r#"{"id": "als-1", "text": "Nets are forbidden."}"#);
    let inputs = ["ferry.html", "note.txt", "lines.jsonl"];
    assert_eq!(done(&report(&desk, &inputs, 0)), [3, 0, 0]);
    desk.write("ferry.html", page("Fares rise by a crown."));
    desk.write("note.txt", "The Council met in Dresk.");
    desk.write("lines.jsonl", r#"{"id": "als-1", "text": "Nets are allowed."}"#);
    assert_eq!(done(&report(&desk, &inputs, 0)), [0, 3, 0]);
    assert_eq!(desk.counts(), (3, 6));

    for (old, new) in [("fares stay", "crown"), ("halvern", "dresk"), ("forbidden", "allowed")] {
        desk.run(&["search", old, "--match", "all"]).code(0).says(&["0 statements"]);
        desk.run(&["search", new]).code(0).says(&["1 statement for"]);
    }
    desk.run(&["show", "als-1"]).code(0).says(&["Nets are allowed.", "version      2"]);
    desk.run(&["check"]).code(0);
}

#[test]
fn a_page_is_the_same_page_wherever_its_file_lies() {
    let desk = Desk::new();
    desk.write("first/ferry.html", page("Fares stay as they are."));
    assert_eq!(done(&report(&desk, &["first"], 0)), [1, 0, 0]);
    fs::rename(desk.path("first"), desk.path("second")).unwrap();
    assert_eq!(done(&report(&desk, &["second"], 0)), [0, 0, 1]);
}

#[test]
fn the_index_can_be_left_for_later() {
    let desk = Desk::new();
    desk.write("statements.jsonl", corpus::jsonl(20));
    desk.run(&["ingest", "--no-index", "statements.jsonl"]).code(0).says(&["added 20"]);
    assert_eq!(desk.status()["index"]["behind"], 20);
    desk.run(&["search", "council"]).code(3).says(&["there is no index", "verbale index"]);
    desk.run(&["index"]).code(0).says(&["20 statements"]);
    desk.run(&["search", "statement"]).code(0).says(&["20 statements for"]);

    desk.write("more.jsonl", r#"{"id": "more", "text": "One more statement on herring."}"#);
    desk.run(&["ingest", "--no-index", "more.jsonl"]).code(0);
    desk.run(&["status"]).code(0).says(&["1 statements behind the archive", "verbale index"]);
    desk.run(&["search", "herring"]).code(0).says(&["0 statements"]);
    let followed = desk.run(&["index", "--format", "json"]).code(0).json();
    assert_eq!(followed, json!({ "indexed": 1, "rebuilt": null }));
    desk.run(&["search", "herring"]).code(0).says(&["1 statement for"]);
    let rebuilt = desk.run(&["index", "--rebuild", "--format", "json"]).code(0).json();
    assert_eq!(rebuilt, json!({ "indexed": 21, "rebuilt": "asked for" }));
}

#[test]
fn every_format_is_taken_in_by_one_call() {
    let desk = Desk::new();
    desk.write("in/a/ferry.html", page("Fares stay as they are."));
    desk.write("in/a/logo.png", b"\x89PNG\r\n");
    desk.write("in/a/style.css", "p {}");
    desk.write("in/note.txt", "The Council met in Halvern.");
    desk.write(
        "in/lecture.md",
        "---\ndate: 2024-04-11\n---\n# Counting\n\nWhat we would *rather* not count.",
    );
    desk.write(
        "in/lines.jsonl",
        "{\"id\": \"l-1\", \"text\": \"One.\"}\n\n{\"id\": \"l-2\", \"text\": \"Two.\"}\n",
    );
    desk.write("in/array.json", r#"[{"id": "j-1", "text": "Three."}, {"id": "j-2", "text": "Four."}]"#);
    desk.write("in/table.csv", "id,title,text\nc-1,Five,\"Said \"\"five\"\",\nand more\"\nc-2,Six,Six.\n");
    desk.write("in/table.tsv", "id\ttext\nt-1\tSaid \"seven\".\n");
    desk.write("in/.hidden.txt", "Not meant to be read.");
    desk.write(
        "in/pages.txt",
        "Remarks on the ferry\n\n(3 May 2018, Dresk)\n\nThe ferry will sail again.\n\nGo back\n\n\
         Remarks on the valley\n\n(4 May 2018, Dresk)\n\nThe valley is cleared of mines.\n\nGo back\n",
    );
    let report = report(&desk, &["in"], 0);
    assert_eq!(done(&report), [12, 0, 0], "{report}");
    assert_eq!(report["passed_over"], json!({ "css": 1, "png": 1 }));
    for (query, id) in [("said five", "c-1"), ("\"said seven\"", "t-1"), ("three", "j-1"), ("two", "l-2")] {
        let answer = desk.run(&["search", query, "--format", "json"]).code(0).json();
        assert_eq!(answer["hits"][0]["id"], id, "{query}: {answer}");
    }
    let lecture = desk.run(&["search", "counted title:counting date:2024-04-11", "--format", "json"]).json();
    assert_eq!(lecture["total"], 1, "{lecture}");
}

#[test]
fn columns_are_mapped_by_name_and_by_number() {
    let desk = Desk::new();
    desk.write("named.csv", "Nr;Headline;Body;Year\n7;On herring;Herring stocks recover.;2019\n");
    let map = "text=Body,title=Headline,date=4";
    assert_eq!(done(&report(&desk, &["named.csv", "--map", map], 0)), [1, 0, 0]);
    let hit = desk.run(&["search", "herring", "--format", "jsonl"]).code(0).jsonl().remove(0);
    assert_eq!((&hit["title"], &hit["date"]), (&json!("On herring"), &json!("2019")));

    desk.write("bare.tsv", "fr\tLes filets sont interdits.\nes\tLas redes están prohibidas.\n");
    let numbered = ["bare.tsv", "--no-header", "--map", "language=1,text=2"];
    assert_eq!(done(&report(&desk, &numbered, 0)), [2, 0, 0]);
    desk.run(&["search", "lang:es red"]).code(0).says(&["1 statement for"]);

    desk.write("keys.jsonl", r#"{"nr": "k-1", "content": "Cod stocks recover.", "year": 2021}"#);
    assert_eq!(done(&report(&desk, &["keys.jsonl", "--map", "id=nr,text=content,date=year"], 0)), [1, 0, 0]);
    desk.run(&["show", "k-1"]).code(0).says(&["Cod stocks recover.", "2021"]);
}

#[test]
fn reports_say_what_failed_and_the_exit_code_too() {
    let desk = Desk::new();
    desk.write("good.txt", "The Council met in Halvern.");
    desk.write("lines.jsonl", "{\"id\": \"l-1\", \"text\": \"One.\"}\nnonsense\n");
    let inputs = ["good.txt", "nowhere.txt", "lines.jsonl"];

    let table = desk.run(&[&["ingest"], &inputs[..]].concat()).code(1);
    let table = table.says(&["nowhere.txt: no such file or folder", "lines.jsonl:2: it is no JSON object"]);
    assert!(table.says(&["added 2, revised 0, unchanged 0, skipped 2"]).err.is_empty());

    let report = report(&desk, &inputs, 1);
    assert_eq!(done(&report), [0, 0, 2]);
    let skipped = report["skipped"].as_array().unwrap();
    assert!(
        skipped[0]["file"].as_str().unwrap().ends_with("/nowhere.txt") && skipped[0].get("part").is_none()
    );
    assert!(skipped[1]["file"].as_str().unwrap().ends_with("/lines.jsonl"));
    assert_eq!(skipped[1]["part"], 2);
    assert!(report["bytes"].as_u64().unwrap() > 0 && report["seconds"].as_f64().unwrap() > 0.0);

    let lines = desk.run(&[&["ingest", "--format", "jsonl"], &inputs[..]].concat()).code(1).jsonl();
    assert_eq!(Value::Array(lines), report["skipped"]);
}

#[test]
fn a_wrong_command_line_is_told_from_a_failed_input() {
    let desk = Desk::new();
    for (arguments, says) in [
        (&["ingest"][..], "PATH"),
        (&["ingest", "a.csv", "--map", "body=1"], "no field of a statement"),
        (&["ingest", "a.csv", "--map", "text"], "maps nothing"),
        (&["ingest", "a.csv", "--format", "xml"], "possible values: table, json, jsonl"),
        (&["search"], "QUERY"),
        (&["search", "x", "--limit", "0"], "1..=100"),
        (&["search", "x", "--match", "some"], "possible values: all, most, any"),
        (&["serve", "--listen", "somewhere"], "invalid"),
        (&["fetch"], "unrecognized subcommand"),
        (&["--listen", "127.0.0.1:0", "status"], "verbale serve --listen"),
    ] {
        desk.run(arguments).code(2).says(&[says]);
    }
    assert!(!desk.data().exists());
}

#[test]
fn every_command_explains_itself() {
    let desk = Desk::new();
    desk.run(&["--help"]).code(0).says(&["Exit codes:", "index-data/local", "VERBALE_DATA"]);
    for command in ["ingest", "extract", "index", "search", "show", "serve", "status", "check", "schema"] {
        desk.run(&[command, "--help"]).code(0).says(&["Example:\n  verbale ", "--data"]);
    }
}
