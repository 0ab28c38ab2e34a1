//! A site of one's own: one file says where things stand in its pages.

use serde_json::Value;

use crate::client::get;
use crate::desk::Desk;

/// A page that hides its text among other texts, so that only a profile can tell them apart.
const PAGE: &str = r#"<html lang="en"><head><title>Office</title></head><body>
    <div class="said">By Nadia Ferrand, Minister of Shipping</div><div class="head">On ropes</div><div class="day">05.02.2019</div>
    <div class="one"><p>A rope is as good as the hand that ties it, and as the weather that tries it.</p>
    <p class="more">Read on: what else is tied, and by whom, and in which of all the harbours of the strait.</p>
    <p>We shall have more of them before the winter.</p></div>
    <div class="two"><p>This office is open on every day but the seventh, and then it is open by the back door only.</p></div></body></html>"#;

const PROFILE: &str = r#"
organisation = "Harbour Office"
language = "en"
hosts = ["harbour.example"]
marks = [".head"]
[select]
title = ".head"
date = ".day"
speaker = ".said"
body = ".one"
drop = ".more"
"#;

fn texts(statement: &Value) -> Vec<&str> {
    let paragraphs = statement["paragraphs"].as_array().unwrap().iter();
    paragraphs.map(|paragraph| paragraph["text"].as_str().unwrap()).collect()
}

#[test]
fn a_profile_is_tried_and_then_used() {
    let desk = Desk::new();
    desk.write("page.html", PAGE);
    desk.write("sites/harbour.toml", PROFILE);
    desk.run(&["site", "try", "sites/harbour.toml", "page.html"]).code(0).says(&[
        "chosen for this page by its mark, .head",
        "title    1 match     .head",
        "On ropes",
        "Nadia Ferrand, Minister, Shipping",
        "2019-02-05",
        "left out of the page:",
        "– Read on: what else",
    ]);
    let tried =
        desk.run(&["site", "try", "sites/harbour.toml", "page.html", "--format", "json"]).code(0).json();
    let statement = &tried["outcomes"][0]["statement"];
    let text = texts(statement);
    assert_eq!(text.len(), 2, "{text:?}");
    assert!(text[1].starts_with("We shall have"), "{text:?}");

    let plain = desk.run(&["extract", "page.html"]).code(0).jsonl().remove(0);
    assert_ne!(plain["organisation"], "Harbour Office");
    let known = desk.run(&["extract", "page.html", "--sites", "sites"]).code(0).jsonl().remove(0);
    assert_eq!(&known, statement);
    desk.run(&["ingest", "page.html", "--sites", "sites"]).code(0);
    desk.run(&["search", "rope speaker:ferrand"]).code(0).says(&["1 statement", "On ropes"]);
}

#[test]
fn a_profile_is_tried_on_a_page_of_the_network() {
    let desk = Desk::of_sample();
    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0"]);
    let address = service.address();
    let found = get(address, "/api/v1/search?q=strait&per_page=1").json();
    let id = found["hits"][0]["id"].as_str().unwrap();
    let page = format!("http://{address}/statements/{}", crate::client::encoded(id));
    desk.write("own.toml", "hosts = [\"127.0.0.1\"]\n[select]\ntitle = \"h1\"\n");
    let tried = desk.run(&["site", "try", "own.toml", &page, "--format", "json"]).code(0).json();
    assert_eq!(tried["chosen_by"], "host");
    assert_eq!(tried["outcomes"][0]["statement"]["origin"]["url"], page.as_str());
    desk.run(&["site", "try", "own.toml", &format!("http://{address}/nowhere")]).code(3).says(&["404"]);
    service.signal("TERM");
    service.ended().code(0);
    desk.run(&["site", "try", "own.toml", &page]).code(3).says(&["can't be fetched"]);
}

#[test]
fn what_cannot_be_tried_says_why() {
    let desk = Desk::new();
    desk.write("page.html", PAGE);
    desk.write("broken.toml", "[select]\nbody = \"p >\"");
    desk.run(&["site", "try", "broken.toml", "page.html"]).code(3).says(&["broken.toml", "no CSS selector"]);
    desk.run(&["site", "try", "nowhere", "page.html"]).code(3).says(&["no profile \"nowhere\"", "csto"]);
    desk.run(&["site", "try", "csto", "nowhere.html"]).code(3).says(&["nowhere.html: no such file"]);
    desk.run(&["ingest", "page.html", "--sites", "broken.toml"]).code(3).says(&["no CSS selector"]);
    assert!(!desk.data().exists(), "a profile that can't be read made a data directory");
    desk.run(&["site", "try", "csto", "page.html"]).code(0).says(&["would not be chosen for this page"]);
    desk.run(&["site", "list"]).code(0).says(&["csto", "mfa-belarus"]);
}

#[test]
fn a_page_that_lists_others_is_skipped_and_no_failure() {
    let desk = Desk::new();
    desk.write("pages/list.html", PAGE);
    desk.write("pages/page.html", PAGE.replace("head", "title").replace("On ropes", "On knots"));
    desk.write("lists.toml", "marks = [\"body\"]\nlists = [\".head\"]");
    let ended = desk.run(&["ingest", "pages", "--sites", "lists.toml", "--format", "json"]).code(0);
    let report = ended.json();
    assert_eq!(report["added"], 1);
    assert!(report["skipped"][0]["reason"].as_str().unwrap().contains("lists other pages"), "{report}");
}
