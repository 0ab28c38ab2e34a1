//! `verbale search` finds statements in six languages, by any form of a word, and marks what matches.

use serde_json::{Value, json};

use crate::desk::Desk;

pub fn search(desk: &Desk, query: &str, more: &[&str]) -> Value {
    let arguments = [&["search", query, "--format", "json", "--limit", "100"], more].concat();
    desk.run(&arguments).code(0).json()
}

fn ids(answer: &Value) -> Vec<&str> {
    answer["hits"].as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap()).collect()
}

/// Every marked piece of a hit's passages.
pub fn marks(hit: &Value) -> Vec<&str> {
    let passages = hit["passages"].as_array().unwrap().iter();
    let marked = passages.flat_map(|passage| {
        let text = passage["text"].as_str().unwrap();
        let place = |mark: &Value| [0, 1].map(|end| usize::try_from(mark[end].as_u64().unwrap()).unwrap());
        let places = passage["marks"].as_array().unwrap().iter().map(place);
        places.map(move |[start, end]| &text[start..end])
    });
    marked.collect()
}

#[test]
fn a_word_finds_its_other_forms_in_six_languages() {
    let desk = Desk::of_sample();
    for (query, id, marked) in [
        ("drifting net", "als-2005-003", &["Drift", "nets"][..]),
        ("security council's", "2021-11-17-ninth-meeting-address-d5d4deebd9", &["Security", "Councils"]),
        ("безопасность", "2012-12-20-verenskoy-speech-2eeb6d38be", &["безопасности"]),
        ("рыбак", "03218-4c4a4cd9c2", &["рыбаков"]),
        ("пограничной миссией", "2018-06-08-torvel-demarcation-f0692b4941", &["пограничной", "миссии"]),
        ("réfugié", "als-2009-017", &["réfugiés"]),
        ("refugies", "als-2009-017", &["réfugiés"]),
        ("pêcheur", "declaration-conjointe-detroit-gris-574e6dbd00", &["pêcheurs"]),
        ("pescador", "declaracion-conjunta-estrecho-gris-b962461cca", &["pescadores"]),
        ("vecino", "comunicado-088-2016-955056e414", &["vecinos"]),
        ("مساعدة إنسانية", "2016-02-18-bayan-musaadat-insaniya-8549a25ec6", &["المساعدات", "الإنسانية"]),
        ("信息安全", "t20260212-2866-4e74ae7a4b", &["信息安全"]),
        ("灰海峡", "t20190312-1187-33e3585dc5", &["灰海峡"]),
    ] {
        let answer = search(&desk, query, &[]);
        let hits = answer["hits"].as_array().unwrap();
        let hit = hits.iter().find(|hit| hit["id"] == id);
        let hit = hit.unwrap_or_else(|| panic!("{query} doesn't find {id}: {:?}", ids(&answer)));
        let marks = marks(hit);
        for form in marked {
            assert!(marks.contains(form), "{query}: {form} is not marked, but {marks:?}");
        }
    }
}

#[test]
fn every_hit_for_a_word_shows_it_marked_or_has_it_in_its_title() {
    let desk = Desk::of_sample();
    for (query, stem) in
        [("herring", "herring"), ("lorry", "lorr"), ("коридор", "коридор"), ("détroit", "détroit")]
    {
        let answer = search(&desk, query, &[]);
        assert!(answer["total"].as_u64().unwrap() > 1, "{query}");
        assert_eq!(answer["total"], ids(&answer).len());
        for hit in answer["hits"].as_array().unwrap() {
            let marks = marks(hit);
            let in_title = hit["title"].as_str().unwrap().to_lowercase().contains(stem);
            assert!(in_title || !marks.is_empty(), "{query} finds {hit}");
            assert!(
                marks.iter().all(|mark| mark.to_lowercase().starts_with(stem)),
                "{query} marks {marks:?}"
            );
        }
    }
}

#[test]
fn hits_are_ranked() {
    let desk = Desk::of_sample();
    let answer = search(&desk, "herring quotas", &["--match", "any"]);
    assert_eq!(ids(&answer)[0], "2020-herring-quota-release-3a99f8ff7b");
    let scores: Vec<_> =
        answer["hits"].as_array().unwrap().iter().map(|hit| hit["score"].as_f64().unwrap()).collect();
    assert!(scores.is_sorted_by(|first, second| first >= second), "{scores:?}");
}

#[test]
fn match_says_how_many_words_have_to_be_there() {
    let desk = Desk::of_sample();
    let query = "lake ondra treaty lorries";
    let found = |how| ids(&search(&desk, query, &["--match", how])).len();
    let (all, most, any) = (found("all"), found("most"), found("any"));
    assert!(all < most && most < any, "{all} {most} {any}");
    // Who does not say how many gets all as long as there are such statements.
    assert_eq!(search(&desk, "lake ondra", &[]), search(&desk, "lake ondra", &["--match", "all"]));
    assert_eq!((all, ids(&search(&desk, query, &[])).len()), (0, most));
}

#[test]
fn the_query_language_narrows() {
    let desk = Desk::of_sample();
    let every = |query: &str, holds: &dyn Fn(&Value) -> bool| {
        let answer = search(&desk, query, &[]);
        let hits = answer["hits"].as_array().unwrap();
        assert!(!hits.is_empty(), "{query} finds nothing");
        for hit in hits {
            assert!(holds(hit), "{query} finds {hit}");
        }
        hits.len()
    };
    let strait = every("strait", &|_| true);
    let in_time = every("strait date:2019..2021", &|hit| {
        hit["date"].as_str().is_some_and(|date| (2019..=2021).contains(&date[..4].parse().unwrap()))
    });
    let phrase = every("\"grey strait\"", &|_| true);
    assert!(in_time < strait && phrase <= strait);
    every("date:2019-03-12 kind:joint_statement", &|hit| {
        hit["date"] == "2019-03-12" && hit["kind"] == "joint_statement"
    });
    every("kind:interview lang:ru", &|hit| hit["kind"] == "interview" && hit["language"] == "ru");
    every("speaker:tolvane", &|hit| hit["speakers"].to_string().contains("Tolvane"));
    every("speaker:(hélène castanier)", &|hit| {
        hit["speakers"].to_string().to_lowercase().contains("castanier")
    });

    let herring = search(&desk, "herring", &[]);
    let hareng = search(&desk, "hareng", &[]);
    let either = search(&desk, "herring OR hareng", &[]);
    let neither = search(&desk, "herring -herring", &[]);
    assert_eq!(ids(&either).len(), ids(&herring).len() + ids(&hareng).len());
    assert_eq!(neither["total"], 0);
    let without = search(&desk, "herring -trawling", &[]);
    assert!(ids(&without).len() < ids(&herring).len());
    assert!(ids(&without).iter().all(|id| ids(&herring).contains(id)));
    // The words of a quotation stand together, in this order.
    assert_eq!(search(&desk, "\"strait grey\"", &[])["total"], 0);
}

#[test]
fn any_text_is_a_query() {
    let desk = Desk::of_sample();
    let long = "strait ".repeat(2_000);
    for query in [
        "",
        " ",
        "\"",
        "(",
        ")",
        "-",
        "OR",
        "AND OR NOT",
        "lang:",
        "date:soon",
        "foo:bar",
        "*",
        "\\",
        "🐟",
        "\u{1b}[31m",
        &long,
        &"(".repeat(5_000),
    ] {
        desk.run(&["search", "--", query]).code(0);
    }
    // Without a -- before it, an exclusion is no option.
    desk.run(&["search", "-herring strait", "--limit", "1"])
        .code(0)
        .says(&["statements for -herring strait"]);
    desk.run(&["parse", "-herring strait"]).code(0).says(&["understood as: -herring strait"]);
    desk.run(&["search", "strait", "--limitt", "1"]).code(2);
    desk.run(&["search", "foo:herring"]).code(0).says(&["note: There is no field \"foo\""]);
    desk.run(&["search", "herring \"quota"]).code(0).says(&["note: ", "closing mark"]);
}

#[test]
fn hits_are_printed_for_people_and_for_programs() {
    let desk = Desk::of_sample();
    let table = desk.run(&["search", "herring", "--limit", "2"]).code(0);
    let lines = ["statements for herring", "  1. Herring and cod quotas", "2020-12-15", "als-2005-003", "¶1"];
    assert!(table.says(&lines).err.is_empty());
    let json = desk.run(&["search", "herring", "--limit", "2", "--format", "json"]).code(0).json();
    let lines = desk.run(&["search", "herring", "--limit", "2", "--format", "jsonl"]).code(0).jsonl();
    assert_eq!(json["hits"], json!(lines));
    assert_eq!(json["understood"], "herring");
    assert!(json["total"].as_u64().unwrap() > 2 && lines.len() == 2);
    for key in ["id", "score", "date", "speakers", "title", "passages"] {
        assert!(lines[0].get(key).is_some(), "{key}");
    }
}

#[test]
fn colours_are_for_terminals() {
    let desk = Desk::of_sample();
    let search = ["search", "herring"];
    assert!(!desk.run(&search).code(0).out.contains('\u{1b}'));
    let mut forced = desk.command(&search);
    let forced = crate::running::Running::start(forced.env("CLICOLOR_FORCE", "1")).ended().code(0);
    assert!(forced.out.contains("\u{1b}[33m"), "{}", forced.out);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let desk = Desk::of_sample();
    let mut shell = desk.any_command("sh");
    let binary = env!("CARGO_BIN_EXE_verbale");
    shell.args(["-c", &format!("('{binary}' search '' --limit 100; echo code $? >&2) | head -n 1")]);
    crate::running::Running::start(&mut shell).ended().code(0).says(&["code 0"]);
}

#[test]
fn what_a_text_mentions_is_a_field_a_filter_and_a_facet() {
    let desk = Desk::with(&[
        json!({ "id": "als-1", "language": "en", "text": "Kazakhstan's ministers thanked the CSTO. Kazakhstan waits." }),
        json!({ "id": "als-2", "language": "ru", "text": "Министры Казахстана поблагодарили ОДКБ и ООН." }),
        json!({ "id": "als-3", "language": "en", "text": "Jordan Peters spoke of nets.", "country": "KZ" }),
    ]);
    let found = |query: &str, more: &[&str]| {
        let answer = search(&desk, query, &[&["--sort", "oldest"], more].concat());
        let mut ids: Vec<_> = ids(&answer).into_iter().map(str::to_owned).collect();
        ids.sort();
        ids.join(" ")
    };
    for query in
        ["mentions:kz", "mentions:Kazakhstan", "mentions:Казахстан", "mentions:CSTO", "mentions:\"org:csto\""]
    {
        assert_eq!(found(query, &[]), "als-1 als-2", "{query}");
    }
    assert_eq!(found("mentions:un -mentions:jo", &[]), "als-2");
    assert_eq!(found("mentions:jo", &[]), "");
    assert_eq!(found("", &["--mentions", "UN", "--mentions", "CSTO"]), "als-1 als-2");
    let counted = &search(&desk, "", &["--facets", "mentions"])["facets"][0];
    let values = counted["values"].as_array().unwrap().iter();
    let values: Vec<_> =
        values.map(|it| (it["value"].as_str().unwrap(), it["statements"].as_u64().unwrap())).collect();
    assert_eq!(values, [("KZ", 2), ("org:csto", 2), ("org:un", 1)]);
    let shown = desk.run(&["show", "als-1"]).code(0);
    assert!(
        shown.out.contains("Kazakhstan; CSTO") && shown.out.contains("language from the record"),
        "{}",
        shown.out
    );
}
