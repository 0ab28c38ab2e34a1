//! `verbale eval compare` says by how much rankings differ, whether that is more than chance, and where.

use std::fmt::Write;
use std::fs;

use serde_json::{Value, json};

use crate::desk::Desk;

/// A desk with judgments and two runs: over twenty topics, the second finds the relevant document first on fifteen,
/// where the first one has it second, and third on five.
fn with_runs() -> Desk {
    let (mut qrels, mut plain, mut bold) = (String::new(), String::new(), String::new());
    for topic in 1..=20 {
        writeln!(qrels, "{topic} 0 accords 2\n{topic} 0 nets 0").unwrap();
        writeln!(plain, "{topic} Q0 nets 1 3 x\n{topic} Q0 accords 2 2 x\n{topic} Q0 lake 3 1 x").unwrap();
        let score = if topic <= 15 { 4 } else { 1 };
        writeln!(bold, "{topic} Q0 nets 1 3 x\n{topic} Q0 lake 2 2 x\n{topic} Q0 accords 3 {score} x")
            .unwrap();
    }
    let desk = Desk::new();
    desk.write("qrels.txt", qrels);
    desk.write("plain.run", plain);
    desk.write("bold.run", bold);
    desk.write("topics.tsv", "1\tthe Dresk Accords\n16\tfishing <b>nets</b>\n");
    desk
}

const COMPARE: [&str; 6] = ["eval", "compare", "plain.run", "bold.run", "--qrels", "qrels.txt"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    COMPARE.iter().chain(more).copied().collect()
}

fn close(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
}

#[test]
fn a_difference_comes_with_what_it_is_worth() {
    let desk = with_runs();
    let compared = desk.run(&with(&["--measures", "RR,P@1", "--format", "json"])).code(0).json();
    let contrast = &compared["contrasts"][0];
    assert_eq!((&contrast["system"], &contrast["measure"]), (&json!("bold"), &json!("RR")));
    assert_eq!(
        (&contrast["wins"], &contrast["ties"], &contrast["losses"]),
        (&json!(15), &json!(0), &json!(5))
    );
    // SciPy 1.17.1: ttest_rel([1] * 15 + [1/3] * 5, [1/2] * 20), and its confidence_interval(0.95).
    close(&contrast["difference"], 1.0 / 3.0);
    close(&contrast["t_test"]["t"], 5.033222956847165);
    close(&contrast["t_test"]["p"], 7.381923367589545e-05);
    close(&contrast["interval"]["low"], 0.19471942912436968);
    close(&contrast["interval"]["high"], 0.47194723754229684);
    close(&contrast["effect_size"], 1.125462867742275);
    assert_eq!(contrast["verdict"], "better");
    // Of all 2^20 permutations 544 are as extreme; 100,000 of them are drawn.
    let p = contrast["randomisation"]["p"].as_f64().unwrap();
    assert!((p - 0.000518799).abs() < 0.0003, "{p}");
    assert!(contrast["randomisation_holm"].as_f64().unwrap() >= p);

    let table = desk.run(&with(&["--topics", "topics.tsv"])).code(0);
    table.says(&["bold beside plain, 20 judged topics", "nDCG@10", "RR@10", "15/0/5", "better by "]);
    let lines = desk.run(&with(&["--measures", "RR,P@1", "--format", "jsonl"])).code(0).jsonl();
    assert_eq!(lines, compared["contrasts"].as_array().unwrap()[..]);
}

#[test]
fn the_same_seed_gives_the_same_p() {
    let desk = with_runs();
    let p = |seed: &str| {
        let more = ["--permutations", "2000", "--seed", seed, "--format", "json"];
        desk.run(&with(&more)).code(0).json()["contrasts"][0]["randomisation"]["p"].clone()
    };
    assert_eq!(p("7"), p("7"));
    assert_ne!((p("1"), p("2"), p("3")), (p("4"), p("5"), p("6")));
}

#[test]
fn the_page_stands_alone_and_escapes_what_it_shows() {
    let desk = with_runs();
    let more = ["--topics", "topics.tsv", "--changed", "20", "--html", "report.html"];
    desk.run(&with(&more)).code(0).says(&["report.html"]);
    let page = fs::read_to_string(desk.path("report.html")).unwrap();
    for part in ["the Dresk Accords", "fishing &#60;b&#62;nets", "<svg", "+0.2441", "Randomisation test"] {
        assert!(page.contains(part), "{part}");
    }
    for outside in ["<b>nets", "<script", "src=", "href=", "http:", "https:"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn profiles_are_compared_by_searching_a_collection() {
    let desk = Desk::new();
    let documents = [
        ("herring", "Remarks on herring", "The fleets of both shores met in Port Serrat."),
        ("fleets", "Remarks on fleets", "Herring was spoken of. Herring is rare. Herring feeds both shores."),
        ("border", "Remarks on a border", "The valley has a river, and the river has two names."),
    ];
    let lines =
        documents.map(|(id, title, text)| json!({ "id": id, "title": title, "text": text }).to_string());
    desk.write("fish/documents.jsonl", lines.join("\n"));
    desk.write("fish/topics.tsv", "1\therring\n2\twhat names has the river?\n");
    desk.write("fish/qrels.txt", "1 0 herring 1\n1 0 fleets 0\n2 0 border 1\n");
    desk.write("titles.toml", "title = 100.0");
    desk.write("texts.toml", "title = 0.0");
    let compare =
        ["eval", "compare", "texts.toml", "titles.toml", "--collection", "fish", "--measures", "RR"];
    let compared = desk.run(&[&compare[..], &["--format", "json"]].concat()).code(0).json();
    close(&compared["contrasts"][0]["baseline_mean"], 0.75);
    close(&compared["contrasts"][0]["system_mean"], 1.0);
    assert_eq!(compared["contrasts"][0]["verdict"], "undecided");
    let change = &compared["changes"][0];
    assert_eq!(
        (&change["query"], &change["moves"][0]["title"]),
        (&json!("herring"), &json!("Remarks on herring"))
    );
    assert_eq!((&change["moves"][0]["from"], &change["moves"][0]["to"]), (&json!(2), &json!(1)));

    // A run that another engine has written, beside the same collection.
    desk.run(&["eval", "run", "fish", "--profile", "titles.toml", "--output", "other.run"]).code(0);
    let compare = ["eval", "compare", "titles.toml", "other.run", "--collection", "fish"];
    desk.run(&compare).code(0).says(&["other beside titles", "no difference shown by nDCG@10"]);
}

#[test]
fn what_can_not_be_compared_is_refused() {
    let desk = with_runs();
    let refused = |arguments: &[&str], code: i32, said: &[&str]| {
        desk.run(&[&["eval", "compare"], arguments].concat()).code(code).says(said);
    };
    desk.write("elsewhere.run", "x1 Q0 nets 1 1 x\n");
    desk.write("flat.toml", "b = 0.0");
    desk.write("empty.txt", "");
    refused(&["plain.run", "bold.run"], 2, &["--collection"]);
    refused(&["plain.run", "--qrels", "qrels.txt"], 2, &["<SYSTEM>"]);
    let qrels = "--qrels";
    refused(&["plain.run", "bold.run", qrels, "qrels.txt", "--confidence", "95"], 2, &["below 1"]);
    refused(&["plain.run", "bold.run", qrels, "qrels.txt", "--measures", "nDGC"], 2, &["nDGC"]);
    refused(&["plain.run", "plain.run", qrels, "qrels.txt"], 3, &["named twice"]);
    refused(&["plain.run", "lost.run", qrels, "qrels.txt"], 3, &["lost.run is no run and no profile"]);
    refused(&["plain.run", "flat.toml", qrels, "qrels.txt"], 3, &["--collection"]);
    refused(&["plain.run", "bold.run", qrels, "empty.txt"], 3, &["nothing is judged"]);
    refused(
        &["plain.run", "elsewhere.run", qrels, "qrels.txt"],
        3,
        &["elsewhere has no ranking for any judged"],
    );
    refused(&["plain.run", "qrels.txt", qrels, "qrels.txt"], 3, &["qrels.txt:1: 4 fields"]);
}
