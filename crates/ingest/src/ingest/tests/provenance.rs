//! Whichever way a document is read, each value says where it is from.

use super::{folder, outcomes, statements};

/// The values of the one statement in a file, each with where it was found.
fn found(name: &str, text: &str) -> String {
    let folder = folder(&[(name, text.as_bytes())]);
    let statements = statements(outcomes(folder.path()));
    let [only] = &statements[..] else { panic!("{statements:?}") };
    let known = only.statement.provenance.known();
    known.map(|(name, evidence)| format!("{name}: {}", evidence.label())).collect::<Vec<_>>().join("\n")
}

const TEXT: &str = "The strait shall remain open to the ships of every State, and the registry to all who ask for it. \
                    We shall measure, and publish what was measured, every spring.";

#[test]
fn a_page_says_which_of_its_parts_state_what() {
    let page = format!(
        r#"<html lang=en><head><title>Remarks by Foreign Minister Gleb Sartakov at the Lake Forum | Ministry of Water</title>
        <meta property="og:title" content="Remarks by Foreign Minister Gleb Sartakov at the Lake Forum">
        <meta name="DC.date" content="2021-11-18"></head><body>
        <h1>Remarks by Foreign Minister Gleb Sartakov at the Lake Forum</h1>
        <p>(17 November 2021, Dresk)</p><p>{TEXT}</p></body></html>"#
    );
    insta::assert_snapshot!(found("page.html", &page), @"
    title: Open Graph of the page
    date: a dateline
    speakers: words of the title
    organisation: the <title> of the page
    kind: words of the title
    event: words of the title
    place: a dateline
    language: the text
    ");
    let page = page.replace("(17 November 2021, Dresk)", "Dear friends!").replace("Foreign Minister ", "");
    let page = page.replace("Gleb Sartakov at the Lake Forum", "to the press");
    let author = r#"<script type="application/ld+json">{"@type":"Article","headline":"Remarks to the press",
        "author":{"@type":"Person","name":"Mira Tolvane"}}</script></head>"#;
    insta::assert_snapshot!(found("page.html", &page.replace("</head>", author)), @"
    title: Open Graph of the page
    date: Dublin Core of the page
    speakers: JSON-LD of the page
    organisation: the <title> of the page
    kind: words of the title
    language: the text
    ");
}

#[test]
fn texts_front_matter_and_records_say_it_too() {
    let text = format!("Address to the Lake Forum\n\nDresk, 17 November 2021\n\n{TEXT}\n");
    insta::assert_snapshot!(found("speech.txt", &text), @"
    title: a heading
    date: a dateline
    kind: words of the title
    event: words of the title
    place: a dateline
    language: the text
    ");
    let text = format!("---\ndate: 2021-11-17\nspeaker: Mira Tolvane\n---\n# On water\n\n{TEXT}\n");
    insta::assert_snapshot!(found("speech.md", &text), @"
    title: a heading
    date: the record
    speakers: the record
    language: the text
    ");
    let record = r#"{"text": "We met.", "title": "On water", "affiliation": "Ministry of Water of France",
        "speaker": "Mira Tolvane", "language": "en", "date": "2021", "provenance": {"date": "dateline"}}"#;
    insta::assert_snapshot!(found("record.json", &record.replace('\n', " ")), @"
    title: the record
    date: a dateline
    speakers: the record
    countries: the names of speakers and organisation
    language: the record
    ");
    insta::assert_snapshot!(found("FRA_76_2021.txt", TEXT), @"
    title: the name of the file
    date: the name of the file
    countries: the name of the file
    kind: the name of the file
    event: the name of the file
    language: the text
    ");
}

#[test]
fn a_date_of_another_calendar_is_left_out_with_a_note() {
    let folder = folder(&[(
        "speech.txt",
        "كلمة الوزير أمام المجلس\n\n(١٢ ربيع الآخر ١٤٤٣ هـ)\n\nإن المضيق مفتوح لسفن جميع الدول.\n".as_bytes(),
    )]);
    let statements = statements(outcomes(folder.path()));
    assert_eq!(statements[0].statement.date, None);
    assert_eq!(
        statements[0].warnings[0].to_string(),
        "the date ١٢ ربيع الآخر ١٤٤٣ هـ is of the Islamic calendar, which isn't converted, and was left out"
    );
}
