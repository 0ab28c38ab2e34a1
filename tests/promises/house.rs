//! The rooms of the house depend on each other in one direction only.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::desk::CHECKOUT;

/// Each room, and the rooms that it may depend on.
const ROOMS: [(&str, &[&str]); 10] = [
    ("statement", &[]),
    ("ingest", &["statement", "analysis"]),
    ("archive", &["statement"]),
    ("analysis", &["statement"]),
    ("query", &["statement"]),
    ("index", &["statement", "archive", "analysis", "query"]),
    ("search", &["statement", "archive", "analysis", "query", "index"]),
    ("web", &["statement", "query", "search", "eval"]),
    ("eval", &["statement", "ingest", "archive", "query", "index", "search"]),
    ("cli", &["statement", "ingest", "archive", "query", "index", "search", "web", "eval"]),
];

/// What only some rooms may use.
const TOOLS: [(&str, &[&str]); 7] = [
    ("rusqlite", &["archive"]),
    ("tantivy", &["index"]),
    ("axum", &["web"]),
    // The command line starts the runtime that the service runs in.
    ("tokio", &["web", "cli"]),
    // Pages of the service, and the one that a comparison is printed as.
    ("askama", &["web", "eval"]),
    ("clap", &["cli"]),
    ("anyhow", &["cli"]),
];

/// The crates that a room depends on when it is built, not when it is tested.
fn dependencies(room: &str) -> BTreeSet<String> {
    let manifest = Path::new(CHECKOUT).join("crates").join(room).join("Cargo.toml");
    let manifest: toml::Table = fs::read_to_string(manifest).unwrap().parse().unwrap();
    let mut names = BTreeSet::new();
    for (key, value) in &manifest {
        match (key.as_str(), value) {
            ("dependencies" | "build-dependencies", toml::Value::Table(table)) => {
                names.extend(table.keys().cloned());
            }
            ("target", _) => panic!("{room}: dependencies for one system only are not looked through here"),
            _ => {}
        }
    }
    names
}

#[test]
fn every_room_is_known() {
    let folders = fs::read_dir(Path::new(CHECKOUT).join("crates")).unwrap().map(Result::unwrap);
    let folders = folders.filter(|entry| entry.path().join("Cargo.toml").is_file());
    let rooms: BTreeSet<_> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    assert_eq!(rooms, ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect());
}

#[test]
fn rooms_depend_upstream_only() {
    for (room, allowed) in ROOMS {
        for name in dependencies(room) {
            if let Some(upstream) = name.strip_prefix("verbale-") {
                assert!(
                    allowed.contains(&upstream),
                    "{room} depends on {upstream}, which is not upstream of it"
                );
            }
        }
    }
}

#[test]
fn tools_stay_in_their_rooms() {
    for (room, _) in ROOMS {
        let dependencies = dependencies(room);
        for (tool, rooms) in TOOLS {
            assert!(!dependencies.contains(tool) || rooms.contains(&room), "{room} depends on {tool}");
        }
    }
}

#[test]
fn only_the_command_line_reads_the_environment() {
    // What ships is in src; tests and benches of a room may look where the corpora are.
    let rooms = fs::read_dir(Path::new(CHECKOUT).join("crates")).unwrap().map(|entry| entry.unwrap().path());
    let mut open: Vec<_> = rooms.map(|room| room.join("src")).filter(|folder| folder.exists()).collect();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && !path.starts_with(Path::new(CHECKOUT).join("crates/cli"))
        {
            let source = fs::read_to_string(&path).unwrap();
            for call in ["env::var", "env::args", "env::current_dir"] {
                assert!(!source.contains(call), "{} uses {call}", path.display());
            }
        }
    }
}
