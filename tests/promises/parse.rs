//! `verbale parse` and `/api/v1/parse` show how a query is understood, without a data directory for the one.

use serde_json::Value;

use crate::client::{encoded, get};
use crate::desk::Desk;

const TYPED: &str = "(border OR граница) NEAR/5 mission title:\"grey strait\"^2 kind:sermon";

#[test]
fn a_query_is_shown_as_a_tree() {
    let desk = Desk::new();
    desk.run(&["parse", TYPED]).code(0).says(&[
        "understood as: ((border NEAR/5 mission) OR (граница NEAR/5 mission)) title:\"grey strait\"^2",
        "words\n  or\n    near, gap 5\n      word \"border\"",
        "boost, factor 2\n    phrase \"grey strait\" in title",
        "note: at character 63, \"sermon\": \"sermon\" is no kind of statement",
    ]);
    assert!(!desk.data().exists(), "nothing is made for it");
}

#[test]
fn the_terminal_and_the_service_show_the_same() {
    let desk = Desk::of_sample();
    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0"]);
    let address = service.address();
    let served = get(address, &format!("/api/v1/parse?q={}", encoded(TYPED))).json();
    let printed: Value = desk.run(&["parse", TYPED, "--format", "json"]).code(0).json();
    for key in ["query", "understood", "tree"] {
        assert_eq!(served[key], printed[key], "{key}");
    }
    let (served, printed) = (&served["notes"][0], &printed["notes"][0]);
    for key in ["start", "end", "message"] {
        assert_eq!(served[key], printed[key], "{key}");
    }
    let bytes =
        printed["start_byte"].as_u64().unwrap() as usize..printed["end_byte"].as_u64().unwrap() as usize;
    assert_eq!(&TYPED[bytes], "sermon");
}

#[test]
fn every_example_of_the_help_is_a_search_of_the_sample() {
    let desk = Desk::of_sample();
    let mut service = desk.start(&["serve", "--listen", "127.0.0.1:0"]);
    let address = service.address();
    let help = get(address, "/help").body;
    let links: Vec<_> = help.split("href=\"").filter_map(|rest| rest.split('"').next()).collect();
    let searches: Vec<_> = links.into_iter().filter(|link| link.starts_with("/?q=")).collect();
    let rows = verbale_query::SYNTAX.iter().map(|chapter| chapter.rows.len()).sum::<usize>();
    assert_eq!(searches.len(), rows, "{searches:?}");
    for link in searches {
        let page = get(address, link);
        assert_eq!(page.status, 200, "{link}");
        assert!(!page.body.contains("Remarks on the query"), "{link}");
    }
}
