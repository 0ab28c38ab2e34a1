//! Bad input gets a reason in the report, and the rest goes on.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use serde_json::{Value, json};

use crate::corpus;
use crate::desk::{Desk, skipped};
use crate::running::{Ended, Running};

const GOOD: &str = "The Council of the Pact met in Halvern and discussed the fisheries of the northern bank.";
/// The longest line of JSONL that is read, in bytes.
const LONGEST_LINE: usize = 8 << 20;
/// The largest document that is read, in bytes.
const LARGEST_DOCUMENT: u64 = 8 << 20;

/// The reason for which an input was skipped.
#[track_caller]
fn reason<'a>(report: &'a Value, file: &str, part: Option<u64>) -> &'a str {
    let skips = report["skipped"].as_array().unwrap();
    let is_it = |skip: &&Value| {
        skip["file"].as_str().unwrap().ends_with(&format!("/{file}"))
            && skip.get("part").and_then(Value::as_u64) == part
    };
    let skip = skips.iter().find(is_it).unwrap_or_else(|| panic!("{file} {part:?} is not skipped: {report}"));
    skip["reason"].as_str().unwrap()
}

fn ingest(desk: &Desk, arguments: &[&str], code: i32) -> Value {
    desk.run(&[&["ingest", "--format", "json"], arguments].concat()).code(code).json()
}

#[test]
fn every_bad_file_of_a_folder_gets_its_reason_and_every_good_one_is_taken_in() {
    let desk = Desk::new();
    let binary: Vec<u8> = (0..=255).cycle().take(5_000).collect();
    let deep = format!("<html><body>{}{GOOD}{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    let wide = format!("<html><body>{}", "<b>a</b>".repeat(400_000));
    let files: [(&str, &[u8], Option<u64>, &str); 24] = [
        ("a-good.txt", GOOD.as_bytes(), None, ""),
        ("empty.html", b"", None, "no text in it"),
        ("empty.txt", b"", None, "no text in it"),
        ("empty.md", b"", None, "no text in it"),
        ("empty.jsonl", b"", None, "no text in it"),
        ("empty.csv", b"", None, "no text in it"),
        ("empty.json", b"", None, ""),
        ("blank.html", b"<html><body> <br> </body></html>", None, "no text in it"),
        ("binary.html", &binary, None, "it is binary"),
        ("binary.txt", &binary, None, "it is binary"),
        ("binary.csv", &binary, None, "it is binary"),
        ("deep.html", deep.as_bytes(), None, "nested"),
        ("wide.html", wide.as_bytes(), None, "tags"),
        ("truncated.jsonl", br#"{"id": "t-1", "text": "in the mid"#, Some(1), "it is no JSON object"),
        ("truncated.json", br#"[{"id": "t-2", "text": "in the mid"#, None, "JSON"),
        (
            "broken.jsonl",
            b"{\"id\": \"b-1\", \"text\": \"One.\"}\n{\"id\": \n{\"id\": \"b-3\", \"text\": \"Three.\"}",
            Some(2),
            "it is no JSON object",
        ),
        (
            "invalid.jsonl",
            b"{\"id\": \"i-1\", \"text\": \"\xFF\xFE\"}\n{\"id\": \"i-2\", \"text\": \"Two.\"}",
            Some(1),
            "not UTF-8",
        ),
        ("id.jsonl", br#"{"id": "../etc/passwd", "text": "x"}"#, Some(1), "can't be an id"),
        (
            "twice.jsonl",
            b"{\"id\": \"w\", \"text\": \"One.\"}\n{\"id\": \"w\", \"text\": \"Other.\"}",
            Some(2),
            "already given",
        ),
        ("column.csv", b"name,body\nx,y\n", None, "there is no column named text"),
        ("ragged.csv", b"id,text\nr-1,One\nr-2\nr-3,Three\n", Some(2), "has 1 cells, the table 2 columns"),
        ("number.jsonl", br#"{"id": "n-1", "text": ["a"]}"#, Some(1), "must be a string"),
        ("blank.jsonl", br#"{"id": "n-2", "text": "  "}"#, Some(1), "no text in it"),
        ("z-good.txt", b"Behind all that was bad, herring.", None, ""),
    ];
    for (name, bytes, _, _) in files {
        desk.write(&format!("in/{name}"), bytes);
    }
    let report = ingest(&desk, &["in"], 1);
    for (name, _, part, expected) in files.iter().filter(|(_, _, _, expected)| !expected.is_empty()) {
        let reason = reason(&report, name, *part);
        assert!(reason.contains(expected), "{name}: {reason}");
    }
    reason(&report, "empty.json", None);
    // a-good, b-1, b-3, i-2, w, r-1, r-3, z-good.
    assert_eq!(report["added"], 8, "{report}");
    for query in ["northern bank", "herring", "two", "three"] {
        assert_ne!(desk.run(&["search", query, "--format", "json"]).code(0).json()["total"], 0, "{query}");
    }
    desk.run(&["check"]).code(0);
    assert_eq!(ingest(&desk, &["in"], 1)["unchanged"], 8);
}

#[test]
fn what_is_cut_off_or_malformed_is_read_as_far_as_it_goes() {
    let desk = Desk::new();
    desk.write(
        "in/truncated.html",
        format!("<html><head><title>The ferry</title></head><body><h1>The ferry</h1><p>{GOOD}</p><p>It sai"),
    );
    desk.write("in/unclosed.csv", "id,text\nu-1,\"closed\"\nu-2,\"never closed\nu-3,more\n");
    desk.write(
        "in/invalid.txt",
        [
            GOOD.as_bytes(),
            "\nБезопасность ".as_bytes(),
            b"\xFF\xFE",
            "судоходства остаётся общей заботой.".as_bytes(),
        ]
        .concat(),
    );
    let report = ingest(&desk, &["in"], 0);
    assert_eq!(report["added"], 4, "{report}");
    let warnings = report["warnings"].to_string();
    assert!(warnings.contains("isn't closed") && warnings.contains("malformed"), "{warnings}");
    desk.run(&["search", "безопасность"]).code(0).says(&["1 statement for"]);
}

#[test]
fn a_column_that_was_asked_for_has_to_be_there() {
    let desk = Desk::new();
    desk.write("table.csv", "id,body\nx,y\n");
    desk.write("good.csv", "id,words\ng-1,Herring.\n");
    let report = ingest(&desk, &["table.csv", "good.csv", "--map", "text=words"], 1);
    assert_eq!(reason(&report, "table.csv", None), "there is no column \"words\"; there are id, body");
    assert_eq!(report["added"], 1);
}

#[test]
fn a_line_without_end_is_refused_and_the_next_is_read() {
    let desk = Desk::new();
    let long = format!("{{\"id\": \"long\", \"text\": \"{}\"}}\n", "a ".repeat(LONGEST_LINE / 2));
    desk.write("in/lines.jsonl", format!("{long}{{\"id\": \"short\", \"text\": \"Herring.\"}}\n"));
    // A hole in a file takes no room on the disk, but has to be read all the same.
    let file = fs::File::create(desk.path("in/endless.txt")).unwrap();
    file.set_len(LARGEST_DOCUMENT + 1).unwrap();
    let report = ingest(&desk, &["in"], 1);
    assert!(reason(&report, "lines.jsonl", Some(1)).contains("lines of up to 8388608 are read"), "{report}");
    assert!(reason(&report, "endless.txt", None).contains("documents of up to"), "{report}");
    assert_eq!(report["added"], 1);
    desk.run(&["show", "short"]).code(0);
}

#[test]
fn links_in_a_circle_and_to_nowhere_are_no_trap() {
    let desk = Desk::new();
    desk.write("in/a/b/good.txt", GOOD);
    symlink("../..", desk.path("in/a/b/back")).unwrap();
    symlink("itself", desk.path("in/itself")).unwrap();
    symlink("nowhere.txt", desk.path("in/dangling.txt")).unwrap();
    desk.write("elsewhere/linked.txt", "A linked text on herring.");
    symlink("../elsewhere", desk.path("in/link")).unwrap();
    let report = ingest(&desk, &["in"], 1);
    assert!(reason(&report, "in/a/b/back", None).contains("a symbolic link back to"), "{report}");
    assert!(reason(&report, "in/itself", None).contains("symbolic links"), "{report}");
    assert!(reason(&report, "in/dangling.txt", None).contains("no such file"), "{report}");
    assert_eq!((&report["added"], report["skipped"].as_array().unwrap().len()), (&json!(2), 3), "{report}");
}

#[test]
fn a_pipe_is_not_waited_for() {
    let desk = Desk::new();
    desk.write("in/good.txt", GOOD);
    for name in ["in/pipe.txt", "pipe.jsonl"] {
        assert!(desk.any_command("mkfifo").arg(name).status().unwrap().success());
    }
    let report = ingest(&desk, &["in", "pipe.jsonl", "/dev/zero"], 1);
    for file in ["in/pipe.txt", "pipe.jsonl", "dev/zero"] {
        assert!(reason(&report, file, None).contains("a pipe, a socket or a device"), "{report}");
    }
    assert_eq!(report["added"], 1);
}

#[test]
fn files_that_vanish_meanwhile_are_reported() {
    let desk = Desk::new();
    desk.write("in/a.jsonl", corpus::jsonl(2_000));
    let vanishing = ["in/y.txt", "in/z.html"];
    for name in vanishing {
        desk.write(name, GOOD);
    }
    desk.write("in/zz.txt", "The last file is on herring.");
    let mut running = desk.start(&["ingest", "--format", "json", "--no-index", "in"]);
    let log = desk.data().join("archive.sqlite-wal");
    // The folder has been listed by the time its first statements are stored, and most of them are still to come.
    running.until(|_| (fs::metadata(&log).ok()?.len() > 100_000).then_some(())).unwrap();
    running.signal("STOP");
    for name in vanishing {
        fs::remove_file(desk.path(name)).unwrap();
    }
    running.signal("CONT");
    let report = running.ended().code(1).json();
    for name in vanishing {
        assert_eq!(reason(&report, name, None), "no such file or folder");
    }
    assert_eq!(report["added"], 2_001);
}

#[test]
fn what_may_not_be_read_is_reported() {
    let desk = Desk::new();
    desk.write("in/a.txt", GOOD);
    desk.write("in/locked.txt", GOOD);
    desk.write("in/locked/inside.txt", GOOD);
    desk.write("in/z.txt", "The last file is on herring.");
    for name in ["in/locked.txt", "in/locked"] {
        fs::set_permissions(desk.path(name), fs::Permissions::from_mode(0o000)).unwrap();
    }
    fs::create_dir(desk.path("data")).unwrap();
    fs::set_permissions(desk.path("data"), fs::Permissions::from_mode(0o777)).unwrap();
    let ended = desk.run_unprivileged(&["--data", "data", "ingest", "--format", "json", "in"]);
    // The folder is to be removed by whoever made it.
    fs::set_permissions(desk.path("in/locked"), fs::Permissions::from_mode(0o755)).unwrap();
    match ended {
        Ok(ended) => {
            let report = ended.code(1).json();
            assert_eq!(reason(&report, "in/locked.txt", None), "no permission to read it");
            assert_eq!(reason(&report, "in/locked", None), "no permission to read it");
            assert_eq!(report["added"], 2, "{report}");
        }
        Err(reason) => skipped("what_may_not_be_read_is_reported", &reason),
    }
}

#[test]
fn a_full_disk_loses_nothing_and_is_gone_on_from() {
    const STATEMENTS: usize = 1_500;
    let desk = Desk::new();
    desk.write("statements.jsonl", corpus::jsonl(STATEMENTS));
    fs::create_dir(desk.path("disk")).unwrap();
    // A small disk of our own, which only the processes of this script see.
    let script = r#"
        mount -t tmpfs -o size=1500k tmpfs disk || exit 77
        "$0" --data disk ingest --format json statements.jsonl > first; echo $? > first.code
        "$0" --data disk status --format json > between; echo $? > between.code
        mount -o remount,size=100m disk || exit 77
        "$0" --data disk ingest --format json statements.jsonl > second; echo $? > second.code
        "$0" --data disk check > check; echo $? > check.code
        "$0" --data disk status --format json > after; echo $? > after.code
    "#;
    let mut command = desk.any_command("unshare");
    command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, env!("CARGO_BIN_EXE_verbale")]);
    if command.stderr(std::process::Stdio::null()).status().is_ok_and(|status| !status.success()) {
        return skipped("a_full_disk_loses_nothing_and_is_gone_on_from", "no disk can be mounted here");
    }
    let text = |name: &str| fs::read_to_string(desk.path(name)).unwrap();
    let json = |name: &str| -> Value { serde_json::from_str(&text(name)).unwrap() };
    let code = |name: &str| text(&format!("{name}.code")).trim().parse::<u32>().unwrap();

    let (first, second) = (json("first"), json("second"));
    let stored = first["added"].as_u64().unwrap();
    let refused = first["skipped"].as_array().unwrap();
    assert!([1, 3].contains(&code("first")), "{}", code("first"));
    assert!(!refused.is_empty() && stored + refused.len() as u64 == STATEMENTS as u64);
    for skip in refused {
        assert!(skip["reason"].as_str().unwrap().contains("the disk is full: free some space"), "{skip}");
    }
    assert_eq!((code("between"), &json("between")["statements"]), (0, &json!(stored)));
    assert_eq!((code("second"), &second["unchanged"], &second["revised"]), (0, &json!(stored), &json!(0)));
    assert_eq!((code("check"), text("check").contains("are sound")), (0, true));
    let after = json("after");
    assert_eq!((&after["statements"], &after["versions"]), (&json!(STATEMENTS), &json!(STATEMENTS)));
    assert_eq!(after["index"]["statements"], STATEMENTS);
}

#[test]
fn what_a_statement_says_does_not_steer_the_terminal() {
    let desk = Desk::with(&[json!({
        "id": "escape",
        "title": "A \u{1b}[31mred\u{1b}[0m title\u{7}",
        "speaker": "Name \u{1b}[5m",
        "text": "Text with \u{1b}]0;own\u{7} sequences \u{1b}[2J and \u{9b}31m more.\r\u{8}",
    })]);
    let forced = |arguments: &[&str]| -> Ended {
        Running::start(desk.command(arguments).env("CLICOLOR_FORCE", "1")).ended().code(0)
    };
    for arguments in [&["search", "sequences"][..], &["show", "escape"]] {
        let printed = forced(arguments).out;
        for sequence in ["\u{1b}[31m", "\u{1b}[5m", "\u{1b}]0", "\u{1b}[2J", "\u{9b}", "\u{7}", "\r", "\u{8}"]
        {
            assert!(!printed.contains(sequence), "{arguments:?} prints {sequence:?}: {printed:?}");
        }
    }
}
