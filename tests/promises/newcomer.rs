//! A newcomer types `verbale` and nothing else, and has something to search.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;

use crate::client::get;
use crate::desk::{Desk, skipped};

/// Any free port.
const ANYWHERE: [&str; 2] = ["--listen", "127.0.0.1:0"];

#[test]
fn the_first_start_takes_in_the_sample_and_the_second_finds_it() {
    let desk = Desk::new();
    desk.link_sample();

    let mut first = desk.start(&ANYWHERE);
    let address = first.address();
    let found = get(address, "/api/v1/search").json()["total"].as_u64().unwrap();
    assert!(found >= 60, "{found}");
    assert_eq!(get(address, "/").status, 200);
    let try_this = first.until(|first| first.said().contains("Ctrl-C stops it.").then(|| first.said()));
    let said = try_this.unwrap();
    for part in ["Taking in the sample", "skipped 0", &format!("serves {found} statements"), "Try:"] {
        assert!(said.contains(part), "{part:?} is not said: {said}");
    }
    for example in said.lines().filter_map(|line| line.trim().strip_prefix(&format!("http://{address}"))) {
        let path: String = example
            .chars()
            .map(|c| if c.is_ascii() { c.into() } else { crate::client::encoded(&c.to_string()) })
            .collect();
        let answer = get(address, &path);
        assert_eq!(answer.status, 200, "{example}");
        assert!(answer.body.contains("<mark>"), "{example} finds nothing");
    }
    first.signal("INT");
    first.ended().code(0).says(&["Stopped."]);

    let mut second = desk.start(&ANYWHERE);
    let address = second.address();
    assert_eq!(get(address, "/api/v1/search").json()["total"].as_u64(), Some(found));
    assert!(!second.said().contains("sample") && !second.said().contains("added"), "{}", second.said());
    second.signal("TERM");
    second.ended().code(0).says(&["Stopped."]);
    desk.run(&["check"]).code(0).says(&["sound"]);
}

#[test]
fn an_open_connection_does_not_hold_up_the_end() {
    let desk = Desk::with(&crate::corpus::statements(3));
    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0"]);
    let address = service.address();
    assert_eq!(get(address, "/healthz").status, 200);
    let idle = std::net::TcpStream::connect(address).unwrap();
    service.signal("TERM");
    service.ended().code(0);
    drop(idle);
}

#[test]
fn a_port_in_use_is_refused_before_anything_else_happens() {
    let desk = Desk::new();
    desk.link_sample();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    desk.run(&["--listen", &address]).code(3).says(&[&address, "in use", "serve --listen 127.0.0.1:"]);
    assert!(!desk.data().exists());

    let desk = Desk::with(&crate::corpus::statements(1));
    desk.run(&["serve", "--listen", &address]).code(3).says(&["in use", "--listen"]);
}

#[test]
fn without_a_sample_it_says_how_to_begin() {
    let desk = Desk::new();
    desk.run(&ANYWHERE).code(3).says(&["no sample in index-data/sample", "verbale ingest PATH"]);
    desk.run(&["serve"]).code(3).says(&["there are no statements in", "verbale ingest PATH"]);
    for command in [&["search", "x"][..], &["status"], &["check"], &["show", "x"], &["index"]] {
        desk.run(command).code(3).says(&["there are no statements in", "verbale ingest PATH"]);
    }
    assert!(!desk.data().exists(), "looking made a data directory");
}

#[test]
fn a_foreign_directory_is_left_alone() {
    let desk = Desk::new();
    desk.link_sample();
    desk.write("index-data/local/holiday.jpg", "sea");
    for command in [&ANYWHERE[..], &["ingest", "index-data/sample"], &["status"]] {
        desk.run(command).code(3).says(&["no data directory of Verbale", "holiday.jpg", "--data"]);
    }
    assert_eq!(fs::read_dir(desk.data()).unwrap().count(), 1);
}

#[test]
fn an_unwritable_directory_says_so() {
    let desk = Desk::new();
    desk.link_sample();
    fs::create_dir(desk.data()).unwrap();
    fs::set_permissions(desk.data(), fs::Permissions::from_mode(0o555)).unwrap();
    match desk.run_unprivileged(&ANYWHERE) {
        Ok(ended) => {
            drop(ended.code(3).says(&["can't use the data directory", "ermission denied", "--data"]))
        }
        Err(reason) => skipped("an_unwritable_directory_says_so", &reason),
    }
}

#[test]
fn a_file_in_place_of_the_directory_is_refused() {
    let desk = Desk::new();
    desk.link_sample();
    desk.write("index-data/local", "a file");
    desk.run(&ANYWHERE).code(3).says(&["is a file", "--data"]);
    assert_eq!(fs::read(desk.data()).unwrap(), b"a file");
}

#[test]
fn half_a_directory_is_refused_with_what_to_do() {
    let made = |desk: &Desk| {
        desk.write("a.txt", "The Council met in Halvern.");
        desk.run(&["ingest", "a.txt"]).code(0);
    };
    let desk = Desk::new();
    made(&desk);
    desk.write("index-data/local/verbale.json", "{\"form");
    desk.run(&ANYWHERE).code(3).says(&["verbale.json is damaged", "--data"]);

    let desk = Desk::new();
    made(&desk);
    fs::remove_file(desk.data().join("archive.sqlite")).unwrap();
    desk.run(&ANYWHERE).code(3).says(&["incomplete", "archive.sqlite", "ingest again"]);

    let desk = Desk::new();
    made(&desk);
    desk.write("index-data/local/archive.sqlite", "this was never an archive of statements".repeat(100));
    desk.run(&ANYWHERE).code(3).says(&["archive.sqlite", "another data directory"]);

    let desk = Desk::new();
    made(&desk);
    desk.write("index-data/local/verbale.json", "{\"format\":99}");
    desk.run(&ANYWHERE).code(3).says(&["format 99", "--data"]);
}

#[test]
fn a_directory_without_its_index_gets_a_new_one() {
    let desk = Desk::with(&crate::corpus::statements(3));
    fs::remove_dir_all(desk.data().join("index")).unwrap();
    let mut service = desk.start(&ANYWHERE);
    let address = service.address();
    assert_eq!(get(address, "/api/v1/search").json()["total"], 3);
}

#[test]
fn the_data_directory_is_named_by_option_and_environment() {
    let desk = Desk::new();
    desk.write("a.txt", "The Council met in Halvern.");
    let mut ingest = desk.command(&["ingest", "a.txt"]);
    crate::running::Running::start(ingest.env("VERBALE_DATA", "elsewhere")).ended().code(0);
    assert!(desk.path("elsewhere/archive.sqlite").is_file() && !desk.data().exists());
    desk.run(&["--data", "elsewhere", "search", "council"]).code(0).says(&["1 statement"]);
    desk.run(&["search", "council", "--data", "elsewhere"]).code(0).says(&["1 statement"]);
}
