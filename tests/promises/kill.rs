//! `kill -9` at any moment loses nothing and doubles nothing: the same command again goes on to the same end.
//!
//! Each test starts the real process many times, waits each time for another trace of its progress in the data
//! directory, kills it there, runs the same command to its end, and compares with a run that nothing disturbed.

use std::fs;
use std::path::Path;

use crate::client::all_ids;
use crate::corpus;
use crate::desk::Desk;

const STATEMENTS: usize = 1_200;

/// A trace of progress, and its name for people.
type Moment = (&'static str, fn(&Path) -> bool);

fn bytes(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}

/// Whether the archive's log has grown to so many bytes. A transaction of the archive writes some 700 kB here.
fn logged(data: &Path, least: u64) -> bool {
    bytes(&data.join("archive.sqlite-wal")) >= least
}

/// Whether a file in a generation of the index fulfils a condition.
fn any_file(data: &Path, generation: &str, condition: impl Fn(&Path) -> bool) -> bool {
    let Ok(entries) = fs::read_dir(data.join("index").join(generation)) else { return false };
    entries.filter_map(Result::ok).any(|entry| condition(&entry.path()))
}

fn is_segment(path: &Path) -> bool {
    path.extension().is_some_and(|kind| {
        ["store", "pos", "idx", "term", "fast", "fieldnorm"].iter().any(|own| kind == *own)
    })
}

fn current_is(data: &Path, name: &str) -> bool {
    fs::read_to_string(data.join("index/CURRENT")).is_ok_and(|current| current.trim() == name)
}

const INGEST: [Moment; 10] = [
    ("the data directory is there", |data| data.exists()),
    ("the archive is there", |data| data.join("archive.sqlite").exists()),
    ("the archive has its tables", |data| logged(data, 1)),
    ("the first statements are stored", |data| logged(data, 100_000)),
    ("a batch is stored", |data| logged(data, 800_000)),
    ("more batches are stored", |data| logged(data, 1_600_000)),
    ("the index is begun", |data| data.join("index").exists()),
    ("the index has its first file", |data| any_file(data, "g-000001", |path| path.ends_with("meta.json"))),
    ("segments are being written", |data| any_file(data, "g-000001", is_segment)),
    ("the index is in use", |data| current_is(data, "g-000001")),
];

const REBUILD: [Moment; 6] = [
    ("the new generation is begun", |data| data.join("index/g-000002").exists()),
    ("it has its fingerprint", |data| any_file(data, "g-000002", |path| path.ends_with("FINGERPRINT"))),
    ("it has its first commit", |data| any_file(data, "g-000002", |path| path.ends_with("meta.json"))),
    ("segments are being written", |data| any_file(data, "g-000002", is_segment)),
    ("segments are written", |data| {
        any_file(data, "g-000002", |path| is_segment(path) && bytes(path) > 50_000)
    }),
    ("it is in use", |data| current_is(data, "g-000002")),
];

const START: [Moment; 10] = [
    ("the data directory is there", |data| data.exists()),
    ("it is marked as one", |data| data.join("verbale.json").exists()),
    ("the sample is noted as begun", |data| data.join("sample.pending").exists()),
    ("the archive is there", |data| data.join("archive.sqlite").exists()),
    ("the first statements are stored", |data| logged(data, 100_000)),
    ("more batches are stored", |data| logged(data, 1_600_000)),
    ("the index is begun", |data| data.join("index").exists()),
    ("segments are being written", |data| any_file(data, "g-000001", is_segment)),
    ("the index is in use", |data| current_is(data, "g-000001")),
    ("the sample is done", |data| current_is(data, "g-000001") && !data.join("sample.pending").exists()),
];

/// Starts the command, and kills it at the moment; false if it came to its end before.
fn kill_at(desk: &Desk, arguments: &[&str], (_, has_come): Moment) -> bool {
    let data = desk.data();
    let mut running = desk.start(arguments);
    running.until(|_| has_come(&data).then_some(()));
    running.kill()
}

/// Checks that a desk has exactly what it would have if nothing had disturbed it.
#[track_caller]
fn assert_undisturbed(desk: &Desk, moment: &str) {
    desk.run(&["check"]).code(0).says(&["archive and index are sound"]);
    assert_eq!(desk.counts(), (STATEMENTS as u64, STATEMENTS as u64), "killed when {moment}");
    let status = desk.status();
    assert_eq!((&status["index"]["statements"], &status["index"]["behind"]), (&STATEMENTS.into(), &0.into()));
    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0"]);
    let expected: Vec<_> = (0..STATEMENTS).map(|number| format!("als-{number:05}")).collect();
    assert_eq!(all_ids(service.address()), expected, "killed when {moment}");
}

#[test]
fn ingest_killed_at_any_moment_goes_on() {
    let mut killed = Vec::new();
    for moment in INGEST {
        let desk = Desk::new();
        desk.write("statements.jsonl", corpus::jsonl(STATEMENTS));
        let ingest = ["ingest", "statements.jsonl"];
        if kill_at(&desk, &ingest, moment) {
            killed.push(moment.0);
        }
        desk.run(&ingest).code(0);
        assert_undisturbed(&desk, moment.0);
    }
    assert!(killed.len() > INGEST.len() / 2, "it was killed in time only when {killed:?}");
}

#[test]
fn ingest_killed_again_and_again_goes_on_from_where_it_was() {
    let desk = Desk::new();
    desk.write("statements.jsonl", corpus::jsonl(STATEMENTS));
    let ingest = ["ingest", "statements.jsonl"];
    for moment in INGEST {
        kill_at(&desk, &ingest, moment);
    }
    desk.run(&ingest).code(0);
    assert_undisturbed(&desk, "every moment in turn");
}

#[test]
fn what_was_stored_when_ingest_was_killed_can_be_read_at_once() {
    for moment in INGEST.into_iter().filter(|(name, _)| name.contains("stored")) {
        let desk = Desk::new();
        desk.write("statements.jsonl", corpus::jsonl(STATEMENTS));
        kill_at(&desk, &["ingest", "--no-index", "statements.jsonl"], moment);
        let (statements, versions) = desk.counts();
        assert_eq!(statements, versions);
        desk.run(&["index"]).code(0);
        desk.run(&["check"]).code(0).says(&["sound"]);
        assert_eq!(desk.status()["index"]["statements"], statements);
        if statements > 0 {
            desk.run(&["show", "als-00000"]).code(0);
        }
    }
}

#[test]
fn a_rebuild_killed_at_any_moment_leaves_an_index_in_use() {
    let mut killed = Vec::new();
    let desk = Desk::with(&corpus::statements(STATEMENTS));
    let rebuild = ["index", "--rebuild"];
    for moment in REBUILD {
        let copy = Desk::new();
        let mut cp = copy.any_command("cp");
        assert!(cp.arg("-r").arg(desk.path("index-data")).arg("index-data").status().unwrap().success());
        if kill_at(&copy, &rebuild, moment) {
            killed.push(moment.0);
        }
        // Before anything is mended, what was in use serves on.
        let answer = copy.run(&["search", "statement", "--format", "json"]).code(0).json();
        assert_eq!(answer["total"], STATEMENTS, "killed when {}", moment.0);
        copy.run(&["check"]).code(0).says(&["sound"]);

        copy.run(&rebuild).code(0);
        assert_undisturbed(&copy, moment.0);
        let generations = fs::read_dir(copy.data().join("index")).unwrap().filter_map(Result::ok);
        let generations = generations.filter(|entry| entry.file_name().to_string_lossy().starts_with("g-"));
        assert_eq!(generations.count(), 1, "killed when {}", moment.0);
    }
    assert!(killed.len() > REBUILD.len() / 2, "it was killed in time only when {killed:?}");
}

#[test]
fn following_killed_at_any_moment_goes_on() {
    let moments: [Moment; 2] = [
        ("the writer has opened the index", |data| {
            any_file(data, "g-000001", |path| path.extension().is_some_and(|kind| kind == "lock"))
        }),
        ("new segments are being written", |data| {
            let generation = data.join("index/g-000001");
            fs::read_dir(generation).is_ok_and(|entries| {
                entries.filter_map(Result::ok).filter(|entry| is_segment(&entry.path())).count() > 18
            })
        }),
    ];
    for moment in moments {
        let desk = Desk::with(&corpus::statements(STATEMENTS / 2));
        desk.write("statements.jsonl", corpus::jsonl(STATEMENTS));
        desk.run(&["ingest", "--no-index", "statements.jsonl"]).code(0);
        kill_at(&desk, &["index"], moment);
        desk.run(&["index"]).code(0);
        assert_undisturbed(&desk, moment.0);
    }
}

#[test]
fn a_newcomers_start_killed_at_any_moment_is_made_good_by_the_next() {
    let start = ["--listen", "127.0.0.1:0"];
    let mut killed = Vec::new();
    for moment in START {
        let desk = Desk::new();
        desk.write("index-data/sample/statements.jsonl", corpus::jsonl(STATEMENTS));
        if kill_at(&desk, &start, moment) {
            killed.push(moment.0);
        }
        let mut service = desk.start(&start);
        let address = service.address();
        assert_eq!(all_ids(address).len(), STATEMENTS, "killed when {}", moment.0);
        service.signal("INT");
        service.ended().code(0);
        assert_undisturbed(&desk, moment.0);
        assert!(!desk.data().join("sample.pending").exists());
    }
    // The service runs on until it is killed, so it is always in time.
    assert_eq!(killed.len(), START.len(), "it was killed in time only when {killed:?}");
}

#[test]
fn a_newcomers_start_killed_before_it_noted_the_sample_is_made_good_too() {
    let desk = Desk::new();
    desk.write("index-data/sample/statements.jsonl", corpus::jsonl(STATEMENTS));
    desk.write("index-data/local/verbale.json", "{\"format\":1}");
    let mut service = desk.start(&["--listen", "127.0.0.1:0"]);
    assert_eq!(all_ids(service.address()).len(), STATEMENTS);
}
