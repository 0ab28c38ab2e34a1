mod provenance;

use std::fs;
use std::path::Path;

use verbale_statement::{Language, Origin, Statement};

use super::*;
use crate::Identity;
use crate::outcome::Ingested;

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn outcomes(path: &Path) -> Vec<Outcome> {
    ingest(&[path.to_owned()], &Options::default()).collect()
}

fn statements(outcomes: Vec<Outcome>) -> Vec<Ingested> {
    let statement = |outcome| match outcome {
        Outcome::Statement(ingested) => *ingested,
        Outcome::Skipped(skip) => panic!("{skip}"),
    };
    outcomes.into_iter().map(statement).collect()
}

/// Every outcome in a line, with the folder's name left out.
fn report(folder: &Path, outcomes: &[Outcome]) -> String {
    let root = folder.canonicalize().unwrap();
    let lines: Vec<String> = outcomes
        .iter()
        .map(|outcome| match outcome {
            Outcome::Statement(ingested) => {
                let part = ingested.statement.origin.part.map_or(String::new(), |part| format!(":{part}"));
                let file = ingested.statement.origin.file.as_deref().unwrap_or_default();
                let warnings: Vec<String> = ingested.warnings.iter().map(|w| format!(" ({w})")).collect();
                format!("{file}{part} = {}{}", ingested.statement.id, warnings.concat())
            }
            Outcome::Skipped(skip) => skip.to_string(),
        })
        .collect();
    lines.join("\n").replace(&format!("{}/", root.display()), "").replace(&root.display().to_string(), ".")
}

const TEXT: &[u8] = b"The strait shall remain open to the ships of every State.\n";

#[test]
fn every_document_comes_out_in_order_with_its_reason() {
    let folder = folder(&[
        (
            "a/lines.jsonl",
            b"{\"id\": \"one\", \"text\": \"We met.\"}\n\n{\"text\": broken\n{\"id\": \"one\", \"text\": \"We left.\"}\n\
            {\"id\": \"one\", \"text\": \"We met.\"}\n{\"text\": \"\xFF\"}\n{\"text\": \" \"}\n",
        ),
        ("a/table.csv", b"title,text\nOne,We met.\nTwo\n"),
        ("b/empty.txt", b""),
        ("b/logo.png", b"\x89PNG\0"),
        ("b/binary.txt", b"\x7FELF\0\0\0\x01"),
        ("b/.hidden", b"We met."),
        ("b/list.json", b"[{\"id\": \"two\", \"text\": \"We met.\"}, 5]"),
        ("b/other.csv", b"a;b\n1;2\n"),
        ("c/page.php", b"<!doctype html><p>We met in Dresk and agreed on the strait.</p>"),
        ("c/speech.md", b"# Speech\n\nWe met.\n"),
    ]);
    insta::assert_snapshot!(report(folder.path(), &outcomes(folder.path())), @r#"
    a/lines.jsonl:1 = one
    a/lines.jsonl:3: it is no JSON object: expected value at column 10
    a/lines.jsonl:4: id one was already given by a/lines.jsonl:1 with another text; give each statement an id of its own
    a/lines.jsonl:5 = one
    a/lines.jsonl:6: it is not UTF-8 from byte 11 on; JSON has to be
    a/lines.jsonl:7: no text in it
    a/table.csv:1 = table-26fe73f4b3
    a/table.csv:2: the record on line 3 has 1 cells, the table 2 columns
    b/binary.txt: it is binary, no text
    b/empty.txt: no text in it
    b/list.json:1 = two
    b/list.json:2: it is no JSON object: invalid type: integer `5`, expected a map at column 1
    b/logo.png: .png is not a format that Verbale reads yet
    b/other.csv: there is no column named text; say which one it is, as in --map text=COLUMN; there are a, b
    c/page.php = page-4a41eabef0
    c/speech.md = speech-ad7de34c26
    "#);
}

#[cfg(unix)]
#[test]
fn links_loops_pipes_and_missing_files_have_reasons() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("in/speech.txt", TEXT)]);
    symlink(folder.path(), folder.path().join("in/loop")).unwrap();
    symlink("nowhere.txt", folder.path().join("in/dangling.txt")).unwrap();
    let socket = std::os::unix::net::UnixListener::bind(folder.path().join("in/socket.txt")).unwrap();
    let mut outcomes = outcomes(folder.path());
    outcomes.extend(ingest(&[folder.path().join("missing.txt")], &Options::default()));
    drop(socket);
    let report = report(folder.path(), &outcomes);
    insta::assert_snapshot!(report, @r#"
    in/dangling.txt: no such file or folder
    in/loop: a symbolic link back to ., which is being read already
    in/socket.txt: it is a pipe, a socket or a device, not a file
    in/speech.txt = speech-7c04113bd6
    missing.txt: no such file or folder
    "#);
}

#[test]
fn a_document_beyond_the_limits_is_named_and_the_rest_goes_on() {
    let mut lines = b"{\"text\": \"".to_vec();
    lines.resize(17 << 20, b'x');
    lines.extend(b"\"}\n{\"id\": \"next\", \"text\": \"We met.\"}\n");
    let folder = folder(&[("lines.jsonl", &lines)]);
    fs::write(folder.path().join("page.html"), "<p>x".repeat(300_001)).unwrap();
    let huge = fs::File::create(folder.path().join("single.txt")).unwrap();
    huge.set_len(100_000_000).unwrap();
    fs::File::create(folder.path().join("archive.html")).unwrap().set_len(17 << 20).unwrap();
    fs::write(folder.path().join("empty.txt"), "x\n\n".repeat(500_001)).unwrap();
    let array = format!(
        r#"[{{"id": "large", "text": "{}"}}, {{"id": "small", "text": "We left."}}]"#,
        "x".repeat(17 << 20)
    );
    fs::write(folder.path().join("array.json"), array).unwrap();
    insta::assert_snapshot!(report(folder.path(), &outcomes(folder.path())), @r#"
    archive.html: it has 17825792 bytes; web pages of up to 8388608 are read
    array.json:1: it has 17825819 bytes; JSON objects of up to 8388608 are read
    array.json:2 = small
    empty.txt: it has 1000002 lines; documents of up to 1000000 are read
    lines.jsonl:1: it has 17825795 bytes; lines of up to 8388608 are read
    lines.jsonl:2 = next
    page.html: it has 300001 tags; documents of up to 300000 are read
    single.txt: it has 100000000 bytes; documents of up to 8388608 are read
    "#);
}

#[test]
fn what_was_extracted_is_read_again_as_it_was() {
    let page = "<html lang=en><head><title>Address | HPO</title><link rel=canonical href='https://halvernpact.example/a1'>\
        </head><body><article><h1>Address</h1><p>The members of the Pact have agreed that the strait shall remain open.</p>\
        <blockquote>Пролив останется открытым для судов всех государств.</blockquote></article></body></html>";
    let first = folder(&[("a.html", page.as_bytes()), ("b.txt", TEXT)]);
    let first: Vec<Statement> =
        statements(outcomes(first.path())).into_iter().map(|ingested| ingested.statement).collect();
    let lines: Vec<String> =
        first.iter().map(|statement| serde_json::to_string(statement).unwrap()).collect();
    let second = folder(&[("again.jsonl", lines.join("\n").as_bytes())]);
    let second = statements(outcomes(second.path()));
    for (first, second) in first.into_iter().zip(second) {
        assert_eq!((second.identity, &second.warnings[..]), (Identity::Given, &[][..]));
        let mut again = second.statement;
        assert!(again.origin.part.is_some());
        let Origin { file, part, sha256, .. } = first.origin.clone();
        again.origin = Origin { file, part, sha256, ..again.origin };
        assert_eq!(again, first);
    }
}

#[test]
fn pages_with_one_address_and_different_texts_keep_apart() {
    let page = |text: &str| {
        format!(
            "<link rel=canonical href=https://als.example/news><p>{text} of the Assembly of Littoral States.</p>"
        )
    };
    let (one, two) = (page("The first statement"), page("Another statement"));
    let folder =
        folder(&[("a.html", one.as_bytes()), ("b.html", two.as_bytes()), ("c.html", one.as_bytes())]);
    let found = statements(outcomes(folder.path()));
    let identities: Vec<_> = found.iter().map(|ingested| ingested.identity).collect();
    assert_eq!(identities, [Identity::Url, Identity::Content, Identity::Url]);
    assert!(matches!(found[1].warnings[..], [Warning::SharedUrl { .. }]));
    assert_eq!(found[0].statement.id, found[2].statement.id);
}

#[test]
fn a_charset_is_never_guessed_in_silence() {
    let text = encoding_rs::WINDOWS_1251.encode("Пролив останется открытым для судов всех государств.").0;
    let folder =
        folder(&[("a.txt", &text), ("b.txt", b"We met in Dresk \xE2\x80\x94 all of us \x96 and agreed.")]);
    let found = statements(outcomes(folder.path()));
    assert_eq!(found[0].warnings, [Warning::GuessedCharset("windows-1251")]);
    assert_eq!(found[0].statement.language, Language::RUSSIAN);
    assert!(!found[1].warnings.is_empty());
}

#[test]
fn tables_are_mapped_by_name_and_by_number() {
    let folder = folder(&[("table.tsv", "en\tWe \"met.\nru\tМы встретились.\n".as_bytes())]);
    let options =
        Options { mapping: Some("language=1,text=2".parse().unwrap()), header: false, ..Options::default() };
    let found = statements(ingest(&[folder.path().to_owned()], &options).collect());
    let languages: Vec<_> = found.iter().map(|ingested| ingested.statement.language.to_string()).collect();
    assert_eq!(languages, ["en", "ru"]);
    assert_eq!(found[0].statement.paragraphs[0].text, "We \"met.");
    assert_eq!(found.iter().map(|ingested| ingested.bytes_read).collect::<Vec<_>>(), [11, 31]);
    let named = Options { mapping: Some("text=Body".parse().unwrap()), ..Options::default() };
    let outcomes: Vec<_> = ingest(&[folder.path().to_owned()], &named).collect();
    insta::assert_snapshot!(report(folder.path(), &outcomes), @r#"
    table.tsv: there is no column "Body"; there are en, We "met.
    "#);
}

#[test]
fn the_states_of_a_statement_are_stated_or_named() {
    let page = |host: &str| {
        format!(
            "<html><head><link rel='canonical' href='https://{host}/en/1'><title>Remarks</title></head><body>
            <h1>Remarks by the Minister of Foreign Affairs of Kazakhstan, Dana Orazova</h1>
            <p>The strait shall remain open to the ships of Uzbekistan and of every other State, and so it will be.</p>
            </body></html>"
        )
    };
    let record = |fields: &str| format!("{{\"text\": \"We met.\", {fields}}}");
    let files = [
        ("1.html", page("dresk.example")),
        ("2.html", page("mfa.gov.by")),
        ("3.json", record(r#""organisation": "МИД России""#)),
        ("4.json", record(r#""organisation": "МИД России", "countries": ["UZ", "KZ", "UZ"]"#)),
        ("KAZ_02_1947.txt", "Speech by the President of France. The strait shall remain open.".to_owned()),
        ("XX_02_1947.txt", "The strait shall remain open.".to_owned()),
    ];
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let found: Vec<String> = statements(outcomes(folder(&files).path()))
        .iter()
        .map(|it| it.statement.countries.iter().map(|country| country.code()).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(found, ["KZ", "BY KZ", "RU", "KZ UZ", "KZ", ""]);
}
