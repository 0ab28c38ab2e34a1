//! Filters, orders and facets of `verbale search`; `export`, `kwic` and `trends`; batches of queries.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::search::search;

/// The rows of a table with a header, each cell by its column; cells with quotation marks are taken apart, too.
fn rows(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    for c in table.trim_end().chars() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => row.last_mut().unwrap().push(c),
        }
    }
    rows
}

fn hit_ids(answer: &Value) -> Vec<&str> {
    answer["hits"].as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap()).collect()
}

#[test]
fn filters_are_alternatives_within_one_facet_and_hold_together() {
    let desk = Desk::of_sample();
    let found = |more: &[&str]| -> BTreeSet<String> {
        hit_ids(&search(&desk, "", more)).into_iter().map(str::to_owned).collect()
    };
    let speeches = found(&["--kind", "speech"]);
    let either = found(&["--kind", "speech", "--kind", "interview"]);
    let in_french = found(&["--lang", "fr", "--kind", "speech"]);
    assert!(!in_french.is_empty() && in_french.is_subset(&speeches));
    assert!(speeches.is_subset(&either) && speeches.len() < either.len());
    for hit in search(&desk, "", &["--speaker", "Mira Tolvane", "--year", "2021"])["hits"].as_array().unwrap()
    {
        assert!(hit["speakers"].to_string().contains("Mira Tolvane"));
        assert!(hit["date"].as_str().unwrap().starts_with("2021"));
    }
    desk.run(&["search", "x", "--year", "soon"]).code(2).says(&["write four digits"]);
    desk.run(&["search", "x", "--kind", "sermon"]).code(2).says(&["there are speech, interview"]);
}

#[test]
fn facets_say_what_a_filter_would_find() {
    let desk = Desk::of_sample();
    let answer = search(&desk, "strait", &["--kind", "speech", "--facets", "kind,lang"]);
    for facet in answer["facets"].as_array().unwrap() {
        let option = format!("--{}", facet["facet"].as_str().unwrap());
        for value in facet["values"].as_array().unwrap() {
            let mut more = vec![option.as_str(), value["value"].as_str().unwrap()];
            if option != "--kind" {
                more.extend(["--kind", "speech"]);
            }
            assert_eq!(search(&desk, "strait", &more)["total"], value["statements"], "{more:?}");
        }
    }
    assert_eq!(search(&desk, "strait", &[])["facets"], json!([]));
    let table = desk.run(&["search", "strait", "--kind", "speech", "--facets", "kind"]).code(0);
    table.says(&["speech* 3"]);
    let names = |list: &str| -> Vec<String> {
        let answer = search(&desk, "strait", &["--facets", list]);
        answer["facets"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["facet"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names("org,year"), ["organisation", "year"]);
    assert_eq!(names("all").len(), 9);
    desk.run(&["trends", "strait", "--by", "org"]).code(0);
}

#[test]
fn an_answer_is_gone_on_with_to_its_last_hit_in_every_order() {
    let desk = Desk::of_sample();
    for order in ["relevance", "newest", "oldest", "speaker", "longest", "shortest"] {
        let whole = search(&desk, "strait", &["--sort", order]);
        let (mut ids, mut after) = (Vec::new(), None::<String>);
        loop {
            let mut more = vec!["search", "strait", "--sort", order, "--limit", "4", "--format", "json"];
            if let Some(place) = &after {
                more.extend(["--after", place]);
            }
            let page = desk.run(&more).code(0).json();
            ids.extend(hit_ids(&page).into_iter().map(str::to_owned));
            match page["next"].as_str() {
                Some(next) => after = Some(next.to_owned()),
                None => break,
            }
        }
        assert_eq!(ids, hit_ids(&whole), "{order}");
    }
    let newest = ["search", "strait", "--sort", "newest", "--limit", "1", "--format", "json"];
    let newest = desk.run(&newest).code(0).json();
    let place = newest["next"].as_str().unwrap();
    let refusal = desk.run(&["search", "strait", "--sort", "oldest", "--after", place]);
    refusal.code(2).says(&["in the order newest, and the hits are asked for in the order oldest"]);
    desk.run(&["search", "x", "--after", "nowhere"]).code(2).says(&["take it from an answer"]);
}

#[test]
fn a_query_that_finds_nothing_is_relaxed_and_says_so() {
    let desk = Desk::of_sample();
    desk.run(&["search", "sekurity council"]).code(0).says(&[
        "No statement has all of these words.",
        "sekurity occurs nowhere; searched instead: ",
        "security",
    ]);
    let answer = search(&desk, "grey strait volcano", &[]);
    assert_eq!(answer["relaxed"]["step"], "most");
    assert_eq!(answer["relaxed"]["left_out"], json!(["volcano"]));
    assert_eq!(search(&desk, "grey strait volcano", &["--match", "all"])["total"], 0);
    assert_eq!(search(&desk, "\"grey volcano\"", &[])["total"], 0);
}

#[test]
fn an_export_has_every_hit_as_the_search_has_it() {
    let desk = Desk::of_sample();
    let answer = search(&desk, "strait", &["--sort", "oldest"]);
    let export = ["export", "strait", "--sort", "oldest"];
    let lines = desk.run(&[&export[..], &["--passages"]].concat()).code(0).jsonl();
    assert_eq!(answer["hits"], json!(lines));
    let table = rows(&desk.run(&[&export[..], &["--format", "csv"]].concat()).code(0).out);
    assert_eq!(table[0][..3], ["id", "score", "date"]);
    let ids: Vec<_> = table[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(ids, hit_ids(&answer));
    assert!(table.iter().all(|row| row.len() == table[0].len()));
    let column = |name: &str| table[0].iter().position(|own| own == name).unwrap();
    let [mentions, versions, also] = ["mentions", "versions", "also"].map(column);
    for (row, hit) in table[1..].iter().zip(&lines) {
        let mentioned = hit["mentions"].as_array().unwrap().iter().map(|own| own.as_str().unwrap());
        assert_eq!(row[mentions], mentioned.collect::<Vec<_>>().join("; "));
        assert_eq!(row[versions], hit["versions"].to_string());
        let elsewhere = hit["also"].as_array().unwrap().iter().map(|own| own["url"].as_str().unwrap());
        assert_eq!(row[also], elsewhere.collect::<Vec<_>>().join("; "));
    }
    assert!(table[1..].iter().any(|row| !row[also].is_empty()));
    // Of the 92 statements, one is another one's text under another address.
    assert_eq!(desk.run(&["export", ""]).code(0).jsonl().len(), 91);
    let nothing = desk.run(&["export", "volcano", "--format", "csv"]).code(0);
    assert_eq!(rows(&nothing.out).len(), 1, "a table without rows has its header");
}

#[test]
fn a_concordance_has_a_line_for_every_occurrence_and_trends_count_as_many() {
    let desk = Desk::of_sample();
    for query in ["strait", "\"grey strait\"", "безопасность", "fish* NEAR/5 vessels", "安全"] {
        let lines = desk.run(&["kwic", query, "--format", "jsonl"]).code(0).jsonl();
        assert!(!lines.is_empty(), "{query}");
        let trends = desk.run(&["trends", query, "--format", "json"]).code(0).json();
        assert_eq!(trends["total"]["occurrences"], lines.len(), "{query}");
        assert_eq!(trends["total"]["statements"], search(&desk, query, &[])["total"], "{query}");
        let table = rows(&desk.run(&["kwic", query, "--format", "csv", "--sort", "left"]).code(0).out);
        assert_eq!(table.len(), lines.len() + 1, "{query}");
    }
    let text = desk.run(&["kwic", "\"grey strait\"", "--width", "20", "--sort", "right"]).code(0);
    assert!(text.out.lines().skip(1).all(|line| line[20..].to_lowercase().starts_with("grey strait")));
}

#[test]
fn rows_of_trends_add_up_and_are_relative_to_what_was_said() {
    let desk = Desk::of_sample();
    let trends = desk.run(&["trends", "strait", "--by", "lang", "--format", "json"]).code(0).json();
    let row = |value| {
        let all = trends["rows"].as_array().unwrap();
        all.iter().find(|row| row["value"] == value).unwrap().clone()
    };
    let (english, french) = (row("en"), row("fr"));
    let alone = desk.run(&["trends", "strait", "--lang", "en", "--format", "json"]).code(0).json();
    assert_eq!(alone["total"]["occurrences"], english["occurrences"]);
    assert_eq!(alone["total"]["words"], english["words"]);
    assert_eq!((&french["occurrences"], french["words"].as_u64() > Some(0)), (&json!(0), true));
    let per_million = english["per_million"].as_f64().unwrap();
    let expected = english["occurrences"].as_f64().unwrap() / english["words"].as_f64().unwrap() * 1e6;
    assert!((per_million - expected).abs() < 1e-6);
    let table = rows(&desk.run(&["trends", "strait", "--format", "csv"]).code(0).out);
    assert_eq!(table[0], ["value", "occurrences", "statements", "words", "per_million"]);
    desk.run(&["trends", "strait", "--by", "colour"]).code(2).says(&["facets are kind, lang, country"]);
}

#[test]
fn a_score_is_explained_word_by_word() {
    let desk = Desk::of_sample();
    let answer = search(&desk, "herring quotas", &[]);
    let hit = &answer["hits"][0];
    let explain = ["search", "herring quotas", "--explain", hit["id"].as_str().unwrap()];
    let parts = desk.run(&[&explain[..], &["--format", "jsonl"]].concat()).code(0).jsonl();
    let sum: f64 = parts.iter().map(|part| part["score"].as_f64().unwrap()).sum();
    assert!((sum - hit["score"].as_f64().unwrap()).abs() < 1e-3);
    desk.run(&explain).code(0).says(&["in all", "herring", "quotas"]);
    desk.run(&["search", "herring", "--explain", "nobody"]).code(1).says(&["nobody is no hit"]);
}

#[test]
fn a_profile_is_chosen_by_its_name() {
    let desk = Desk::of_sample();
    let scores = |name| search(&desk, "title:strait OR herring", &["--profile", name])["hits"].clone();
    assert_eq!(scores("default"), search(&desk, "title:strait OR herring", &[])["hits"]);
    assert_ne!(scores("bm25"), scores("default"));
    desk.run(&["search", "x", "--profile", "best"]).code(2).says(&["default, bm25"]);
}

#[test]
fn many_queries_are_tried_at_once_and_those_without_hits_come_first() {
    let desk = Desk::of_sample();
    desk.write("questions.csv", "who,query\na,strait\nb,volcano\nc,\"\"\"grey strait\"\", sekurity\"\n");
    let batch = ["search", "--batch", "questions.csv"];
    let table = rows(&desk.run(&[&batch[..], &["--format", "csv"]].concat()).code(0).out);
    assert_eq!(table[0][..2], ["query", "hits"]);
    assert_eq!(table[1][..2], ["volcano", "0"]);
    assert_eq!(table[2][1], "0");
    assert_eq!((table[2][4].as_str(), table[2][5].as_str()), ("spelling", "2"));
    assert_eq!(table[3][0], "strait");
    let json = desk.run(&[&batch[..], &["--format", "json"]].concat()).code(0).json();
    assert_eq!(json.as_array().unwrap().len(), 3);
    desk.run(&batch).code(0).says(&["2 of 3 queries without hits"]);
    desk.write("lines.txt", "strait\nvolcano\n");
    desk.run(&["search", "--batch", "lines.txt"]).code(0).says(&["1 of 2 queries without hits"]);
    desk.run(&["search", "--batch", "nowhere.csv"])
        .code(3)
        .says(&["the queries in nowhere.csv can't be read"]);
    desk.run(&["search"]).code(2);
}
