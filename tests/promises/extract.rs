//! `verbale extract` prints what a file would give, and stores nothing.

use serde_json::{Value, json};

use crate::desk::{CHECKOUT, Desk};

/// A statement without what says where it was read from this time, and when it was archived.
fn content(mut statement: Value) -> Value {
    let origin = statement["origin"].as_object_mut().unwrap();
    origin.retain(|key, _| ["url", "media_type", "translations"].contains(&key.as_str()));
    statement.as_object_mut().unwrap().remove("archived");
    statement
}

/// Cyrillic and ASCII letters as windows-1251 has them.
fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |c: char| match u32::from(c) {
        ascii @ 0..0x80 => ascii,
        cyrillic @ 0x410..0x450 => cyrillic - 0x410 + 0xC0,
        other => panic!("no byte for U+{other:04X} here"),
    };
    text.chars().map(|c| u8::try_from(byte(c)).unwrap()).collect()
}

#[test]
fn a_line_in_is_a_line_out_in_order() {
    let desk = Desk::new();
    let lines: Vec<String> = (0..500)
        .map(|number| match number % 50 {
            7 => "{\"id\": \"broken\", \"text\": ".to_owned(),
            8 => "{\"id\": \"no-text\"}".to_owned(),
            9 => "[]".to_owned(),
            _ => json!({ "id": format!("als-{number}"), "text": format!("Statement {number}.") }).to_string(),
        })
        .collect();
    desk.write("lines.jsonl", lines.join("\n"));
    let ended = desk.run(&["extract", "lines.jsonl"]).code(1).says(&["lines.jsonl:8: it is no JSON object"]);
    let out = ended.jsonl();
    assert_eq!(out.len(), lines.len());
    for (number, line) in out.iter().enumerate() {
        assert_eq!(line["origin"]["part"], number + 1);
        match number % 50 {
            7..=9 => assert!(line["error"].is_string() && line.get("id").is_none(), "{line}"),
            _ => assert_eq!(line["id"], format!("als-{number}")),
        }
    }
    assert!(!desk.data().exists(), "extract made a data directory");
}

#[test]
fn a_line_with_just_id_and_text_is_a_statement() {
    let desk = Desk::new();
    let text = "The Council of the Pact met in Halvern and discussed the fisheries of the northern bank.";
    desk.write("line.jsonl", json!({ "id": "hpo-1", "text": text }).to_string());
    let statement = desk.run(&["extract", "line.jsonl"]).code(0).jsonl().remove(0);
    assert_eq!(statement["id"], "hpo-1");
    assert_eq!(statement["title"], "");
    assert_eq!(statement["language"], "en");
    assert_eq!(statement["speakers"], json!([]));
    assert_eq!(statement["paragraphs"], json!([{ "text": text, "language": "en", "role": "body" }]));
    assert_eq!(statement["origin"]["part"], 1);
    assert!(statement["origin"]["file"].as_str().unwrap().ends_with("/line.jsonl"));
    assert_eq!(
        statement.as_object().unwrap().get("date"),
        Some(&Value::Null),
        "named even where it is not known"
    );
    let guessed: Vec<_> =
        ["date", "kind", "place", "organisation"].iter().filter(|key| !statement[**key].is_null()).collect();
    assert!(guessed.is_empty(), "guessed: {guessed:?}");
}

#[test]
fn everything_that_a_line_says_comes_out_again() {
    let desk = Desk::new();
    let whole = json!({
        "id": "als-2023-001", "title": "On nets", "kind": "interview", "date": "2023-05",
        "language": "en",
        "speakers": [{ "name": "Isaura Benavente", "role": "Chair", "affiliation": "Assembly of Littoral States" }],
        "organisation": "Assembly of Littoral States", "countries": ["KZ", "UZ"], "event": "Oceans Day", "place": "Port Serrat",
        "paragraphs": [
            { "text": "Nets", "language": "en", "role": "heading" },
            { "text": "Why?", "language": "en", "role": "question" },
            { "text": "Потому что рыбы мало.", "language": "ru", "speaker": 0, "role": "answer" },
        ],
        "origin": { "url": "https://littoral.example/nets", "media_type": "text/html" },
    });
    desk.write("whole.jsonl", whole.to_string());
    let ended = desk.run(&["extract", "whole.jsonl"]).code(0);
    assert!(ended.err.is_empty(), "{}", ended.err);
    let mut content = content(ended.jsonl().remove(0));
    let provenance = content.as_object_mut().unwrap().remove("provenance").unwrap();
    assert!(provenance.as_object().unwrap().values().all(|evidence| evidence == "record"), "{provenance}");
    assert_eq!(content, whole);
}

#[test]
fn what_extract_prints_is_taken_in_as_the_same_statements() {
    let desk = Desk::of_sample();
    let sample = desk.run(&["extract", "index-data/sample"]).code(0);
    let statements = sample.jsonl();
    assert!(statements.len() >= 60);

    let second = Desk::new();
    second.write("sample.jsonl", &sample.out);
    let again = second.run(&["extract", "sample.jsonl"]).code(0);
    assert!(again.err.is_empty(), "{}", again.err);
    for (first, second) in statements.iter().zip(again.jsonl()) {
        assert_eq!(content(first.clone()), content(second));
    }
    second.run(&["ingest", "sample.jsonl"]).code(0);
    assert_eq!(second.counts(), desk.counts());
    for statement in statements.iter().step_by(7) {
        let id = statement["id"].as_str().unwrap();
        let shown = |desk: &Desk| content(desk.run(&["show", id, "--format", "json"]).code(0).json());
        assert_eq!(shown(&desk), shown(&second));
    }
}

#[test]
fn every_page_of_the_sample_has_what_a_reader_needs() {
    let sample = Desk::of_sample().run(&["extract", "index-data/sample"]).code(0).jsonl();
    for statement in &sample {
        for key in ["id", "title", "language", "speakers", "paragraphs", "origin"] {
            assert!(statement.get(key).is_some(), "{key} is missing: {statement}");
        }
        for paragraph in statement["paragraphs"].as_array().unwrap() {
            let text = paragraph["text"].as_str().unwrap();
            assert!(!text.is_empty() && paragraph["language"].is_string() && paragraph["role"].is_string());
            for leftover in ["Go back", "Ко всем новостям", "Back to the section", "function(", "\u{FFFD}"]
            {
                assert!(!text.contains(leftover), "{leftover} is left in {}: {text}", statement["id"]);
            }
        }
    }
    let has = |key: &str, value: &str| sample.iter().filter(|statement| statement[key] == value).count();
    for language in ["en", "ru", "fr", "es", "ar", "zh"] {
        assert!(has("language", language) >= 5, "{language}");
    }
    for kind in ["speech", "interview", "communique", "joint_statement", "press_release", "remarks"] {
        assert!(has("kind", kind) >= 2, "{kind}");
    }
}

#[test]
fn text_is_read_in_the_charset_that_it_is_in() {
    let russian = "Безопасность судоходства в Сером проливе остается общей заботой прибрежных государств";
    let page = |meta: &str, text: &str| {
        format!("<html><head>{meta}<title>Title</title></head><body><p>{text}.</p></body></html>")
    };
    let http_equiv = "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>";
    let utf_16 = |text: &str| -> Vec<u8> {
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let inputs: [(&str, Vec<u8>, &str); 9] = [
        ("meta.html", windows_1251(&page("<meta charset=windows-1251>", russian)), russian),
        ("http-equiv.html", windows_1251(&page(http_equiv, russian)), russian),
        ("undeclared.html", windows_1251(&page("", russian)), russian),
        // Both declare what they are not.
        ("not-utf-8.html", windows_1251(&page("<meta charset=utf-8>", russian)), russian),
        ("not-1251.html", page("<meta charset=windows-1251>", russian).into_bytes(), russian),
        ("russian.txt", windows_1251(russian), russian),
        ("mark.txt", [b"\xEF\xBB\xBF", russian.as_bytes()].concat(), russian),
        ("utf-16.txt", utf_16(russian), russian),
        (
            "latin.html",
            page("<meta charset=iso-8859-1>", "La p\u{1}che est suspendue dans le d\u{1}troit Gris jusqu")
                .bytes()
                .map(|b| if b == 1 { 0xE9 } else { b })
                .collect(),
            "La péche est suspendue dans le détroit Gris jusqu",
        ),
    ];
    let desk = Desk::new();
    for (name, bytes, text) in inputs {
        desk.write(name, bytes);
        let statement = desk.run(&["extract", name]).code(0).jsonl().remove(0);
        let read = statement["paragraphs"][0]["text"].as_str().unwrap();
        assert_eq!(read.trim_end_matches('.'), text, "{name}");
    }
}

#[test]
fn the_schema_names_every_key_that_extract_prints() {
    let desk = Desk::new();
    let schema = desk.run(&["schema"]).code(0).json();
    let properties = schema["properties"].as_object().unwrap();
    for statement in Desk::of_sample().run(&["extract", "index-data/sample"]).jsonl() {
        for key in statement.as_object().unwrap().keys() {
            assert!(properties.contains_key(key), "{key} is not in the schema");
        }
    }
}

#[test]
fn an_interview_has_its_questions_and_answers() {
    let page = format!("{CHECKOUT}/index-data/sample/halvernpact/ru-2023-09-14-interview-tolvane.html");
    let statement = Desk::new().run(&["extract", &page]).code(0).jsonl().remove(0);
    let role = |role: &str| {
        let paragraphs = statement["paragraphs"].as_array().unwrap().iter();
        paragraphs.filter(|paragraph| paragraph["role"] == role).count()
    };
    assert_eq!(statement["kind"], "interview");
    assert!(role("question") >= 4 && role("answer") >= 4, "{statement}");
}
