//! `verbale eval tune` finds what helps topics that it has not seen, refuses what does not, and goes on after a kill.

use std::fs;

use serde_json::Value;

use crate::desk::Desk;

const FRONTS: [&str; 6] = ["tol", "mar", "bren", "kes", "dov", "sil"];
const BACKS: [&str; 4] = ["vane", "rick", "ardo", "moor"];
const TOPICS: usize = FRONTS.len() * BACKS.len();

/// Names of treaties, one a topic.
fn treaties() -> impl Iterator<Item = String> {
    BACKS.iter().flat_map(|back| FRONTS.map(|front| format!("{front}{back}")))
}

/// A desk with a collection in which each treaty has a statement that is about it and says so in the title, and one that
/// mentions it in passing, but more than once. What is relevant is as `titled` says of a topic's number.
fn desk(titled: impl Fn(usize) -> bool) -> Desk {
    let (mut documents, mut topics, mut qrels) = (String::new(), String::new(), String::new());
    for (number, treaty) in treaties().enumerate() {
        let about = serde_json::json!({
            "id": format!("about-{number}"), "language": "en", "title": format!("On the {treaty} accord"),
            "text": "The Assembly of Littoral States adopted a declaration on harbours in the morning.",
        });
        let passing = serde_json::json!({
            "id": format!("passing-{number}"), "language": "en", "title": "Notes of the session",
            "text": format!("Between lunch and tea {treaty} was named by one delegate, and {treaty} by another."),
        });
        documents += &format!("{about}\n{passing}\n");
        topics += &format!("{number}\t{treaty}\n");
        qrels += &format!("{number} 0 {}-{number} 1\n", if titled(number) { "about" } else { "passing" });
    }
    let desk = Desk::new();
    desk.write("treaties/documents.jsonl", documents);
    desk.write("treaties/topics.tsv", topics);
    desk.write("treaties/qrels.txt", qrels);
    desk.write("base.toml", "title = 0.1\n");
    desk
}

const TUNE: [&str; 14] = [
    "eval",
    "tune",
    "treaties",
    "--knob",
    "title=0.1..8:log",
    "--knob",
    "b=0..1:0.25",
    "--method",
    "random",
    "--budget",
    "60",
    "--base",
    "base.toml",
    "--seed",
];

fn tune<'a>(seed: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    TUNE.into_iter().chain([seed]).chain(more.iter().copied()).collect()
}

#[test]
fn what_helps_topics_that_were_not_seen_is_written_down() {
    let desk = desk(|_| true);
    let ended = desk.run(&tune("1", &["--output", "found.toml", "--format", "json"])).code(0);
    let report = ended.json();
    assert_eq!((&report["refusal"], &report["together"]["tuned"]), (&Value::Null, &1.0.into()));
    assert_eq!(report["folds"].as_array().unwrap().len(), 5);
    let profile = fs::read_to_string(desk.path("found.toml")).unwrap();
    assert!(
        profile.starts_with("# Found by: verbale eval tune treaties --knob title=0.1..8:log"),
        "{profile}"
    );
    assert!(profile.contains("with seed 1, in 5 folds over 24 topics of treaties"), "{profile}");
    assert!(profile.contains("On the topics held out, nDCG@10 0.6309 → 1.0000, +0.3691"), "{profile}");
    // It is a profile, and does what it promises.
    let run =
        ["eval", "run", "treaties", "--profile", "found.toml", "--measures", "RR@10", "--format", "json"];
    let measured = desk.run(&run).code(0).json();
    assert_eq!(measured["collections"][0]["measures"]["RR@10"], 1.0);
    // The same command goes on by itself, and has nothing left to do; another method begins anew.
    desk.run(&tune("1", &[])).code(0).says(&["goes on from 61 settings", "held out", "the gain holds"]);
    let coordinate = ["eval", "tune", "treaties", "--knob", "title=0.1..8:log", "--base", "base.toml"];
    let ended = desk.run(&coordinate).code(0).says(&["the gain holds"]);
    assert!(!ended.err.contains("goes on"), "{}", ended.err);
}

#[test]
fn what_helps_some_topics_at_the_cost_of_others_is_refused() {
    // Thirteen topics want the statement of that title, eleven the other.
    let desk = desk(|number| number < 13);
    let ended = desk.run(&tune("1", &["--output", "found.toml"])).code(1);
    ended.says(&["refused: nDCG@10 ", "on the topics held out", "; no profile is written", "no gain"]);
    assert!(!desk.path("found.toml").exists());
    let json = desk.run(&tune("2", &["--format", "json"])).code(1).json();
    assert!(json["refusal"].is_string());
}

#[test]
fn a_tuning_that_is_killed_goes_on_to_the_same_end() {
    let undisturbed = desk(|number| number % 7 != 0);
    let arguments = tune("3", &["--journal", "tune.jsonl", "--format", "json"]);
    let expected = undisturbed.run(&arguments).code(0);
    let journal = fs::read_to_string(undisturbed.path("tune.jsonl")).unwrap();
    assert_eq!(journal.lines().count(), 62, "which tuning it is, the base, and 60 settings");

    let disturbed = desk(|number| number % 7 != 0);
    let written = || fs::read_to_string(disturbed.path("tune.jsonl")).unwrap_or_default().lines().count();
    let mut killed = 0;
    for lines in [1, 2, 9, 30] {
        let mut running = disturbed.start(&arguments);
        running.until(|_| (written() >= lines).then_some(()));
        killed += usize::from(running.kill());
    }
    assert!(killed > 2, "it was killed in time only {killed} times");
    let ended = disturbed.run(&arguments).code(0).says(&["goes on from"]);
    assert_eq!(ended.json(), expected.json());
    assert_eq!(fs::read_to_string(disturbed.path("tune.jsonl")).unwrap(), journal);
}

#[test]
fn a_journal_is_gone_on_with_by_its_own_tuning_only() {
    let desk = desk(|_| true);
    let journal = ["--journal", "tune.jsonl"];
    desk.run(&tune("1", &journal)).code(0);
    desk.run(&tune("2", &journal)).code(3).says(&["of another tuning: its seed is 1, not 2"]);
    let other = tune("1", &["--journal", "tune.jsonl", "--knob", "parts=0..1"]);
    desk.run(&other).code(3).says(&["of another tuning: its space is"]);
    let qrels = fs::read_to_string(desk.path("treaties/qrels.txt")).unwrap();
    desk.write("treaties/qrels.txt", qrels.replace("about-3 1", "about-3 2"));
    desk.run(&tune("1", &journal)).code(3).says(&["its collections.treaties.fingerprint is"]);
    desk.run(&tune("1", &["--journal", "base.toml"])).code(3).says(&["base.toml is no journal of a tuning"]);
}

#[test]
fn what_can_not_be_tuned_is_said_before_anything_is_searched() {
    let desk = desk(|_| true);
    let wrong = |arguments: &[&str], code: i32, says: &str| {
        let arguments: Vec<_> = ["eval", "tune", "treaties"].iter().chain(arguments).copied().collect();
        desk.run(&arguments).code(code).says(&[says]);
    };
    wrong(&[], 2, "required");
    wrong(&["--knob", "b=0.9..0.2"], 2, "has to begin below its end");
    wrong(&["--knob", "b=0..1", "--method", "luck"], 2, "grid, random and coordinate");
    wrong(&["--knob", "k9=0..1"], 3, "there is no knob \"k9\"");
    wrong(&["--knob", "b=0..2"], 3, "has to be from 0 to 1");
    wrong(
        &["--knob", "b=0..1", "--folds", "30"],
        3,
        &format!("treaties has {TOPICS} judged topics, too few"),
    );
    wrong(&["--knob", "b=0..1:0.01", "--method", "grid"], 3, "101 settings, which is over the budget of 100");
    wrong(&["treaties/", "--knob", "b=0..1"], 3, "is named twice");
    wrong(&["--space", "nowhere.toml"], 3, "nowhere.toml can't be read");
    assert!(!desk.data().exists());
}
