use super::*;

fn read(line: &str) -> (Draft, Vec<Warning>) {
    json(line.as_bytes(), None).unwrap()
}

fn warnings(line: &str) -> Vec<String> {
    read(line).1.iter().map(ToString::to_string).collect()
}

#[test]
fn an_id_and_a_text_are_enough() {
    let (draft, warnings) = read(r#"{"id": 7, "text": "We met\nin Dresk.\n\nWe agreed."}"#);
    assert_eq!(draft.id.unwrap().as_str(), "7");
    assert_eq!(draft.paragraphs.len(), 2);
    assert_eq!(warnings, []);
}

#[test]
fn every_field_is_read() {
    let (draft, warnings) = read(
        r#"{"paragraphs": [{"text": "Мы встретились.", "language": "ru", "role": "answer", "speaker": 0}, "We met."],
            "title": "Grey Strait", "date": 2005, "language": "English", "kind": "press release",
            "speakers": [{"name": "Mira Tolvane", "role": "Secretary General"}], "organisation": "HPO",
            "country": "Казахстан", "countries": ["UZB"], "event": "Council", "place": "Halvern", "url": "https://halvernpact.example/1"}"#,
    );
    assert_eq!(warnings, []);
    insta::assert_debug_snapshot!(draft, @r#"
    Draft {
        id: None,
        url: Some(
            "https://halvernpact.example/1",
        ),
        title: Some(
            "Grey Strait",
        ),
        kind: Some(
            PressRelease,
        ),
        date: Some(
            PartialDate {
                year: 2005,
                month: None,
                day: None,
            },
        ),
        language: Some(
            Language(en),
        ),
        speakers: [
            Speaker {
                name: "Mira Tolvane",
                role: Some(
                    "Secretary General",
                ),
                affiliation: None,
            },
        ],
        organisation: Some(
            "HPO",
        ),
        countries: [
            Country(KZ),
            Country(UZ),
        ],
        event: Some(
            "Council",
        ),
        place: Some(
            "Halvern",
        ),
        provenance: Provenance {
            title: Some(
                Record,
            ),
            kind: Some(
                Record,
            ),
            date: Some(
                Record,
            ),
            language: Some(
                Record,
            ),
            speakers: Some(
                Record,
            ),
            organisation: Some(
                Record,
            ),
            countries: Some(
                Record,
            ),
            event: Some(
                Record,
            ),
            place: Some(
                Record,
            ),
        },
        translations: [],
        paragraphs: [
            DraftParagraph {
                text: "Мы встретились.",
                role: Answer,
                speaker: Some(
                    0,
                ),
                language: Some(
                    Language(ru),
                ),
            },
            DraftParagraph {
                text: "We met.",
                role: Body,
                speaker: None,
                language: None,
            },
        ],
        part: None,
        sha256: None,
        media_type: None,
        date_order: Unknown,
        other_calendar: None,
        is_record: true,
    }
    "#);
}

#[test]
fn a_value_that_means_nothing_is_left_out_with_a_warning() {
    let line = r#"{"text": "We met.", "date": "soon", "kind": "sermon", "language": "??", "mood": 1, "title": [],
        "speakers": [{"role": "Chair"}, {"name": "Isaura Benavente"}], "paragraphs": null}"#;
    insta::assert_snapshot!(warnings(line).join("\n"), @r#"
    the key "mood" means nothing here; `verbale schema` prints those that do
    title [] was left out: it must be a string
    kind "sermon" was left out: "sermon" is no kind of statement; there are speech, interview, communique, joint_statement, press_release, remarks, statement
    date "soon" was left out: write 2021, 2021-11 or 2021-11-17
    language "??" was left out: "??" is no language code; write two or three letters, such as en, ru or zh
    speakers.name null was left out: it is needed
    "#);
    let line = r#"{"paragraphs": [{"text": "We met.", "role": "aside", "speaker": 3, "language": 5}]}"#;
    insta::assert_snapshot!(warnings(line).join("\n"), @r#"
    paragraphs.role "aside" was left out: unknown variant `aside`, expected one of `body`, `heading`, `question`, `answer`, `list_item`, `quotation`, `table_row`
    paragraphs.speaker 3 was left out: it must be an index into 0 speakers
    paragraphs.language "5" was left out: "5" is no language code; write two or three letters, such as en, ru or zh
    "#);
}

#[test]
fn a_text_may_name_several_countries() {
    let (draft, warnings) = read(r#"{"text": "We met.", "countries": "KAZ; Узбекистан|Karvonia"}"#);
    assert_eq!(draft.countries.iter().map(Country::code).collect::<Vec<_>>(), ["KZ", "UZ"]);
    insta::assert_snapshot!(warnings[0], @r#"countries "Karvonia" was left out: "Karvonia" is no country; write a code of ISO 3166 such as KZ or KAZ, or a name"#);
    let (draft, warnings) = read(r#"{"text": "We met.", "country": "", "countries": null}"#);
    assert_eq!((draft.countries, warnings), (Vec::new(), Vec::new()));
}

#[test]
fn what_is_no_record_says_why() {
    let deep = format!("{{\"text\": {}", "[".repeat(100_000));
    let reasons: Vec<String> = [
        r#"{"text": "We met."#,
        r#"["We met."]"#,
        r#"{"text": {"en": "We met."}}"#,
        r#"{"paragraphs": [{"txt": "We met."}]}"#,
        r#"{"id": "a b", "text": "We met."}"#,
        &deep,
    ]
    .iter()
    .map(|line| json(line.as_bytes(), None).unwrap_err().to_string())
    .collect();
    insta::assert_snapshot!(reasons.join("\n"), @r#"
    it is no JSON object: EOF while parsing a string at column 17
    it is no JSON object: invalid type: sequence, expected a map at column 0
    `text` must be a string, not {"en":"We met."}
    `paragraphs.text` must be a string, not null
    "a b" can't be an id: an id can't contain ' '
    it is no JSON object: recursion limit exceeded at column 136
    "#);
    assert_eq!(json(b"{\"text\": \"\xFF\"}", None).unwrap_err(), FormatError::Utf8(11).into());
}

#[test]
fn keys_can_be_mapped_and_the_rest_keeps_its_names() {
    let mapping = "text=content,date=year,title=text".parse().unwrap();
    let line =
        r#"{"content": "We met.", "year": "2005", "text": "Report", "url": "https://als.example/5", "n": 1}"#;
    let (draft, warnings) = json(line.as_bytes(), Some(&mapping)).unwrap();
    assert_eq!(draft.paragraphs[0].text, "We met.");
    assert_eq!((draft.title.as_deref(), draft.date), (Some("Report"), "2005".parse().ok()));
    assert_eq!((draft.url.as_deref(), warnings.len()), (Some("https://als.example/5"), 0));
}

#[test]
fn the_schema_documents_every_key() {
    let schema = schema();
    let properties = schema["properties"].as_object().unwrap();
    assert!(properties.values().all(|property| property["description"].is_string()));
    for field in Mapping::FIELDS {
        assert!(properties.contains_key(field), "{field}");
    }
    assert!(schema.get("required").is_none());
}
