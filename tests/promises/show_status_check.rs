//! `verbale show`, `status` and `check` say what there is, and whether it is sound.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::corpus;
use crate::desk::Desk;

/// The folder of the generation in use.
fn generation(desk: &Desk) -> PathBuf {
    let index = desk.data().join("index");
    let current = fs::read_to_string(index.join("CURRENT")).unwrap();
    index.join(current.trim())
}

fn total(counts: &Value) -> u64 {
    counts.as_array().unwrap().iter().map(|count| count["statements"].as_u64().unwrap()).sum()
}

#[test]
fn show_numbers_the_paragraphs() {
    let desk = Desk::with(&[json!({
        "id": "als-1", "title": "On nets", "date": "2023-05", "kind": "remarks", "language": "en",
        "speakers": [{ "name": "Isaura Benavente", "role": "Chair" }],
        "countries": ["UZ", "KZ"],
        "paragraphs": [
            { "text": "Nets", "role": "heading" },
            { "text": "Nets are forbidden.", "language": "en" },
            { "text": "Сети запрещены.", "language": "ru", "role": "quotation" },
        ],
    })]);
    let shown = desk.run(&["show", "als-1"]).code(0);
    let parts = [
        "On nets\n",
        "Isaura Benavente, Chair",
        "Kazakhstan; Uzbekistan",
        "2023-05",
        "remarks",
        "English",
        "version      1",
    ];
    let numbered = ["   1  ", "# Nets", "   2  Nets are forbidden.", "   3  [ru] > Сети запрещены."];
    assert!(shown.says(&parts).says(&numbered).err.is_empty());

    let json = desk.run(&["show", "als-1", "--format", "json"]).code(0).json();
    assert_eq!(json["paragraphs"][1]["text"], "Nets are forbidden.");
    assert_eq!(desk.run(&["show", "als-1", "--format", "jsonl"]).code(0).jsonl(), [json]);
}

#[test]
fn show_says_that_there_is_no_such_statement() {
    let desk = Desk::with(&corpus::statements(1));
    for id in ["als-00001", "als 00000", "", "../etc", "als-00000\n"] {
        let shown = desk.run(&["show", "--", id]).code(1).says(&["there is no statement", "verbale search"]);
        assert!(shown.out.is_empty());
    }
}

#[test]
fn status_counts_what_is_there() {
    let desk = Desk::of_sample();
    let status = desk.status();
    let mut statements = desk.run(&["extract", "index-data/sample"]).jsonl();
    assert_eq!(status["versions"], statements.len());
    // What repeats another statement counts nowhere but here.
    let found: Vec<_> = desk.run(&["export", ""]).jsonl().iter().map(|hit| hit["id"].clone()).collect();
    let all = statements.len();
    statements.retain(|statement| found.contains(&statement["id"]));
    assert_eq!((&status["duplicates"], &status["excerpts"]), (&json!(all - statements.len()), &json!(0)));
    assert_eq!(status["statements"], statements.len());
    assert_eq!(status["index"]["statements"], status["statements"]);
    assert_eq!((&status["index"]["behind"], &status["index"]["problem"]), (&json!(0), &Value::Null));
    assert!(status["archive_bytes"].as_u64().unwrap() > status["text_bytes"].as_u64().unwrap());
    assert!(status["index"]["bytes"].as_u64().unwrap() > 0);
    assert_eq!(total(&status["languages"]), statements.len() as u64);

    for (counted, key) in [("languages", "language"), ("kinds", "kind"), ("organisations", "organisation")] {
        for count in status[counted].as_array().unwrap() {
            let real = statements.iter().filter(|statement| statement[key] == count["value"]).count();
            assert_eq!(count["statements"], real, "{counted}: {count}");
        }
    }
    for count in status["years"].as_array().unwrap() {
        let year = count["value"].as_str().unwrap();
        let real = statements.iter().filter_map(|statement| statement["date"].as_str());
        assert_eq!(count["statements"], real.filter(|date| date.starts_with(year)).count(), "{count}");
    }
    let table = desk.run(&["status"]).code(0);
    table.says(&["archive", "agrees with the archive", "languages", "kinds", "organisations", "years"]);
}

#[test]
fn check_finds_everything_sound() {
    let checked = Desk::of_sample().run(&["check"]).code(0).says(&["archive and index are sound"]);
    assert!(checked.err.is_empty());
}

#[test]
fn check_finds_a_changed_byte_in_every_file_of_the_index() {
    let desk = Desk::with(&corpus::statements(200));
    desk.run(&["check"]).code(0);
    let mut seen = 0;
    for entry in fs::read_dir(generation(&desk)).unwrap() {
        let path = entry.unwrap().path();
        let sound = fs::read(&path).unwrap();
        let is_segment = path.extension().is_some_and(|kind| kind != "json" && kind != "lock");
        if !is_segment || sound.is_empty() {
            continue;
        }
        seen += 1;
        let mut damaged = sound.clone();
        damaged[sound.len() / 2] ^= 0x40;
        fs::write(&path, &damaged).unwrap();
        desk.run(&["check"]).code(1).says(&["damage was found", "index"]);
        fs::write(&path, &sound[..sound.len() / 2]).unwrap();
        desk.run(&["check"]).code(1).says(&["damage was found"]);
        fs::remove_file(&path).unwrap();
        desk.run(&["check"]).code(1).says(&["damage was found"]);
        fs::write(&path, &sound).unwrap();
    }
    assert!(seen >= 6, "{seen} files");
    desk.run(&["check"]).code(0);
}

#[test]
fn a_damaged_index_is_mended_from_the_archive() {
    let desk = Desk::with(&corpus::statements(50));
    for name in ["meta.json", "FINGERPRINT"] {
        fs::write(generation(&desk).join(name), "{").unwrap();
        desk.run(&["check"]).code(1).says(&["damage was found", "verbale index --rebuild"]);
        desk.run(&["search", "council"]).code(3).says(&["verbale index --rebuild"]);
        desk.run(&["index", "--rebuild"]).code(0).says(&["50 statements"]);
        desk.run(&["check"]).code(0).says(&["sound"]);
        desk.run(&["search", "statement"]).code(0).says(&["50 statements for"]);
    }
}

#[test]
fn check_finds_a_truncated_archive() {
    let desk = Desk::with(&corpus::statements(300));
    let archive = desk.data().join("archive.sqlite");
    let sound = fs::read(&archive).unwrap();
    for end in [sound.len() / 2, sound.len() - 100, 4096] {
        fs::write(&archive, &sound[..end]).unwrap();
        let checked = desk.run(&["check"]);
        assert!(checked.is_failure(), "{end} of {} bytes: {}", sound.len(), checked.out);
        assert!(!checked.err.contains("panicked"), "{}", checked.err);
        checked.says(&["archive"]);
    }
    fs::write(&archive, &sound).unwrap();
    desk.run(&["check"]).code(0);
}

#[test]
fn check_finds_an_overwritten_page_anywhere_in_the_archive() {
    const PAGE: usize = 4096;
    let desk = Desk::with(&corpus::statements(60));
    let archive = desk.data().join("archive.sqlite");
    let sound = fs::read(&archive).unwrap();
    let pages = sound.len() / PAGE;
    assert!(pages > 20);
    for page in (0..pages).step_by(7) {
        let mut damaged = sound.clone();
        damaged[page * PAGE..(page + 1) * PAGE].fill(0x55);
        fs::write(&archive, &damaged).unwrap();
        let checked = desk.run(&["check"]);
        assert!(checked.is_failure(), "page {page} of {pages}: {}", checked.out);
        assert!(!checked.err.contains("panicked"), "{}", checked.err);
    }
}

#[test]
fn an_index_that_is_behind_is_no_damage() {
    let desk = Desk::with(&corpus::statements(3));
    desk.write("more.jsonl", r#"{"id": "more", "text": "One more."}"#);
    desk.run(&["ingest", "--no-index", "more.jsonl"]).code(0);
    desk.run(&["check"]).code(0).says(&["1 statements behind", "verbale index", "sound"]);
}
