//! The table of the language holds what it promises.

use std::collections::BTreeSet;

use serde_json::Value;

use super::notes;
use crate::{SYNTAX, parse};

#[test]
fn every_example_is_understood_and_written_back() {
    for row in SYNTAX.iter().flat_map(|chapter| chapter.rows) {
        assert_eq!(notes(row.example), [], "{}", row.example);
        let query = parse(row.example).query;
        assert_eq!(parse(&query.to_string()).query, query, "{}", row.example);
    }
}

/// The types of all nodes of a tree.
fn types(node: &Value, found: &mut BTreeSet<String>) {
    match node {
        Value::Object(fields) => {
            found.extend(fields.get("type").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| types(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| types(value, found)),
        _ => {}
    }
}

#[test]
fn the_examples_show_everything_that_a_tree_can_hold() {
    let mut found = BTreeSet::new();
    for row in SYNTAX.iter().flat_map(|chapter| chapter.rows) {
        types(&serde_json::to_value(parse(row.example).query).unwrap(), &mut found);
    }
    let all = [
        "and",
        "boost",
        "country",
        "date",
        "exact",
        "fuzzy",
        "kind",
        "language",
        "loose",
        "mentions",
        "near",
        "not",
        "or",
        "paragraph",
        "phrase",
        "wildcard",
        "word",
        "words",
    ];
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), all);
}

#[test]
fn an_example_has_its_construct_and_stands_once() {
    let rows: Vec<_> = SYNTAX.iter().flat_map(|chapter| chapter.rows).collect();
    let examples: BTreeSet<_> = rows.iter().map(|row| row.example).collect();
    assert_eq!(examples.len(), rows.len());
    for row in rows {
        // What is in small letters or a sign is to be typed as it stands.
        for sign in row.construct.chars().filter(|c| !c.is_alphabetic() && !c.is_whitespace() && *c != '…')
        {
            assert!(row.example.contains(sign) || sign.is_ascii_digit(), "{}: {sign}", row.construct);
        }
    }
}

#[test]
fn a_tree_is_data_in_its_documented_shape() {
    for (typed, shape) in [
        ("", r#"{"type":"all"}"#),
        (
            "strait OR title:=a",
            r#"{"type":"or","clauses":[{"type":"word","field":null,"text":"strait"},{"type":"exact","field":"title","text":"a"}]}"#,
        ),
        ("-sanc*n", r#"{"type":"not","clause":{"type":"wildcard","field":null,"text":"sanc*n"}}"#),
        ("b~", r#"{"type":"fuzzy","field":null,"text":"b","distance":null}"#),
        ("b~1", r#"{"type":"fuzzy","field":null,"text":"b","distance":1}"#),
        ("\"a b\"", r#"{"type":"phrase","field":null,"text":"a b"}"#),
        ("\"a b\"~3", r#"{"type":"loose","field":null,"text":"a b","gap":3}"#),
        (
            "a NEAR/2 b",
            r#"{"type":"near","clauses":[{"type":"word","field":null,"text":"a"},{"type":"word","field":null,"text":"b"}],"gap":2}"#,
        ),
        ("para(a)", r#"{"type":"paragraph","clause":{"type":"word","field":null,"text":"a"}}"#),
        ("a^0.07", r#"{"type":"boost","clause":{"type":"word","field":null,"text":"a"},"factor":0.07}"#),
        ("country:kz", r#"{"type":"country","code":"KZ"}"#),
        ("lang:ru", r#"{"type":"language","code":"ru"}"#),
        ("kind:joint_statement", r#"{"type":"kind","kind":"joint_statement"}"#),
        ("date:2019-05..", r#"{"type":"date","from":"2019-05","to":null}"#),
    ] {
        assert_eq!(serde_json::to_string(&parse(typed).query).unwrap(), shape, "{typed}");
    }
}
