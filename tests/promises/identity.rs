//! A statement is one: whatever its address carries along, however often it is published, however it is edited, and in
//! whichever language it is.

use serde_json::{Value, json};

use crate::client::get;
use crate::desk::Desk;

const SPEECH: [&str; 3] = [
    "Dear colleagues, the level of the lake has fallen by forty centimetres since the spring, and with it, as always, our \
     patience.",
    "Three things can be done before the winter comes: the harbours can be deepened, the nets can be mended, and the \
     ministers can measure the water themselves.",
    "I ask each of the delegations to say by the end of this meeting which of the three it is going to begin with.",
];

/// The speech under an address.
fn line(id: &str, url: &str, text: &str) -> Value {
    json!({ "id": id, "title": "On the level of the lake", "language": "en", "url": url, "text": text })
}

fn page(paragraphs: [&str; 3], url: &str, head: &str) -> String {
    let text: String = paragraphs.map(|text| format!("<p>{text}</p>")).concat();
    format!(
        "<html lang=en><head><title>On the level of the lake</title><link rel=canonical href=\"{url}\">{head}</head>\
         <body><h1>On the level of the lake</h1>{text}</body></html>"
    )
}

fn id_of(desk: &Desk, query: &str) -> String {
    let found = desk.run(&["search", query, "--format", "json"]).code(0).json();
    found["hits"][0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_page_that_was_edited_is_kept_in_every_version_and_compared() {
    let desk = Desk::new();
    let url = "https://lake.example/news/level";
    desk.write("page.html", page(SPEECH, url, ""));
    desk.run(&["ingest", "page.html"]).code(0).says(&["added 1"]);
    // What surrounds the text is no part of the statement.
    desk.write("page.html", page(SPEECH, url, "<!-- seen 17 times -->"));
    desk.run(&["ingest", "page.html"]).code(0).says(&["unchanged 1"]);
    let edited = SPEECH.map(|text| text.replace("patience", "confidence"));
    desk.write("page.html", page([&edited[0], &edited[1], &edited[2]], url, ""));
    desk.run(&["ingest", "page.html"]).code(0).says(&["revised 1"]);

    let id = id_of(&desk, "confidence");
    desk.run(&["show", &id]).code(0).says(&["version      2 of 2", "our confidence"]);
    desk.run(&["show", &id, "--version", "1"]).code(0).says(&["version      1 of 2", "our patience"]);
    desk.run(&["show", &id, "--versions"]).code(0).says(&["first archived", "1 paragraph changed"]);
    let versions = desk.run(&["show", &id, "--versions", "--format", "jsonl"]).code(0).jsonl();
    assert_eq!(versions[1]["changed"], "1 paragraph changed");

    let diff = desk.run(&["diff", &id]).code(0);
    diff.says(&["--- ", "+++ ", "[-patience-]{+confidence+}", "2 paragraphs without changes"]);
    let diff = desk.run(&["diff", &id, "--from", "2", "--to", "1", "--format", "json"]).code(0).json();
    assert_eq!(diff["paragraphs"][0]["pieces"][1], json!({ "state": "removed", "text": "confidence" }));

    desk.run(&["show", &id, "--version", "3"]).code(1).says(&[
        "no version 3",
        "versions 1 to 2",
        "--versions",
    ]);
    desk.run(&["diff", "nobody"]).code(1).says(&["there is no statement", "verbale search"]);
    assert_eq!(desk.run(&["search", "confidence", "--format", "json"]).json()["hits"][0]["versions"], 2);
}

#[test]
fn what_an_address_carries_along_makes_no_other_statement() {
    let desk = Desk::new();
    let text = SPEECH.join("\n\n");
    let lines = [
        "https://lake.example/news?id=7&lang=en",
        "http://lake.example/news/?lang=en&id=7&utm_source=mail&fbclid=x&PHPSESSID=1#top",
    ];
    let lines = lines.map(|url| json!({ "language": "en", "url": url, "text": text }));
    desk.write("a.jsonl", lines[0].to_string());
    desk.write("b.jsonl", lines[1].to_string());
    desk.run(&["ingest", "a.jsonl", "b.jsonl"]).code(0);
    assert_eq!(desk.counts().0, 1);
}

#[test]
fn a_text_under_two_addresses_is_found_once_and_says_where_else_it_is() {
    let text = SPEECH.join("\n\n");
    let again = format!("Print this page\n\n{}", text.replace("patience", "patiense"));
    let desk = Desk::with(&[
        line("first", "https://lake.example/7", &text),
        line("again", "https://mirror.example/7", &again),
        line("entry", "https://lake.example/list", "On the level of the lake"),
        line(
            "other",
            "https://lake.example/8",
            "The Council met in Halvern and elected a chair for the year to come.",
        ),
    ]);
    let status = desk.status();
    assert_eq!(
        (&status["statements"], &status["duplicates"], &status["excerpts"], &status["index"]["statements"]),
        (&json!(2), &json!(1), &json!(1), &json!(2))
    );
    desk.run(&["status"]).code(0).says(&["agrees with the archive", "1 duplicate"]);
    desk.run(&["check"]).code(0).says(&["sound"]);

    let found = desk.run(&["search", "harbours", "--facets", "lang", "--format", "json"]).code(0).json();
    assert_eq!((&found["total"], &found["facets"][0]["values"][0]["statements"]), (&json!(1), &json!(1)));
    let also = &found["hits"][0]["also"];
    assert_eq!((&also[0]["id"], &also[0]["sameness"]), (&json!("again"), &json!("duplicate")));
    assert_eq!((&also[1]["id"], &also[1]["sameness"]), (&json!("entry"), &json!("excerpt")));
    desk.run(&["search", "harbours"])
        .code(0)
        .says(&["1 statement", "also published at: https://mirror.example/7"]);
    desk.run(&["show", "again"]).code(0).says(&["patiense", "found as     first"]);
    assert_eq!(
        desk.run(&["trends", "harbours", "--format", "json"]).code(0).json()["total"]["statements"],
        1
    );

    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0"]);
    let address = service.address();
    let page = get(address, "/?q=harbours").body;
    assert!(page.contains("Also published") && page.contains("href=\"https://mirror.example/7\""), "{page}");
    let page = get(address, "/statements/again").body;
    assert!(page.contains("is found as <a href=\"/statements/first\">"), "{page}");
}

#[test]
fn the_index_follows_when_statements_part_and_is_the_same_built_anew() {
    let text = SPEECH.join("\n\n");
    let desk = Desk::with(&[
        line("first", "https://lake.example/7", &text),
        line("again", "https://mirror.example/7", &text),
    ]);
    let ids = |desk: &Desk| {
        let found = desk.run(&["search", "lake", "--sort", "oldest", "--format", "json"]).code(0).json();
        let hits = found["hits"].as_array().unwrap().iter();
        let mut ids: Vec<_> = hits.map(|hit| hit["id"].as_str().unwrap().to_owned()).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&desk), ["first"]);
    desk.write(
        "new.jsonl",
        line("first", "https://lake.example/7", "The lake is as full as it ever was.").to_string(),
    );
    desk.run(&["ingest", "--no-index", "new.jsonl"]).code(0).says(&["revised 1", "linked 1"]);
    desk.run(&["index"]).code(0);
    assert_eq!(ids(&desk), ["again", "first"]);
    desk.run(&["index", "--rebuild"]).code(0).says(&["2 statements"]);
    assert_eq!(ids(&desk), ["again", "first"]);
    desk.write("back.jsonl", line("first", "https://lake.example/7", &text).to_string());
    desk.run(&["ingest", "back.jsonl"]).code(0);
    assert_eq!(ids(&desk), ["first"]);
    desk.run(&["check"]).code(0).says(&["sound"]);
}

#[test]
fn a_statement_leads_to_itself_in_other_languages() {
    let desk = Desk::new();
    let (en, ru) = ("https://lake.example/en/7", "https://lake.example/ru/7");
    let link = format!(
        "<link rel=alternate hreflang=ru href=\"{ru}\"><link rel=alternate hreflang=fr href=\"/fr/7\">"
    );
    desk.write("en.html", page(SPEECH, en, &link));
    let russian = json!({ "id": "озеро", "language": "ru", "url": ru, "text": "Уровень озера снизился." });
    desk.write("ru.jsonl", russian.to_string());
    desk.run(&["ingest", "en.html", "ru.jsonl"]).code(0).says(&["added 2"]);
    let id = id_of(&desk, "patience");
    desk.run(&["show", &id])
        .code(0)
        .says(&["also in      Русский озеро; Français https://lake.example/fr/7"]);
    let json = desk.run(&["show", "озеро", "--format", "json"]).code(0).json();
    assert_eq!(json["archived"]["translations"][0], json!({ "language": "en", "id": id, "url": null }));
    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0"]);
    let address = service.address();
    let body = get(address, &format!("/statements/{id}")).body;
    for part in [
        "Also in:",
        "hreflang=\"ru\" lang=\"ru\">Русский</a>",
        "href=\"https://lake.example/fr/7\" hreflang=\"fr\"",
    ] {
        assert!(body.contains(part), "{part}: {body}");
    }
}
