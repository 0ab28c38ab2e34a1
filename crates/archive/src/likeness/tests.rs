use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;
use verbale_statement::{Language, Paragraph, Statement};

use super::*;
use crate::{Archive, ArchiveError, Put, Record};

const SPEECH: &str = "Dear colleagues, the level of the lake has fallen by forty centimetres since the spring, and with it, as \
    always, our patience. Three things can be done before the winter comes: the harbours can be deepened, the nets can be \
    mended, and the ministers can measure the water themselves. I ask each of the delegations to say by the end of this \
    meeting which of the three it is going to begin with, and when.";

fn statement(id: &str, title: &str, paragraphs: &[&str]) -> Statement {
    let paragraphs = paragraphs.iter().map(|text| Paragraph::new(*text, Language::ENGLISH)).collect();
    Statement { title: title.into(), ..Statement::new(id.parse().unwrap(), Language::ENGLISH, paragraphs) }
}

fn archive() -> (TempDir, Archive) {
    let folder = TempDir::new().unwrap();
    let archive = Archive::open(&folder.path().join("archive.sqlite")).unwrap();
    (folder, archive)
}

/// What each statement repeats, as `a = b` or, for an entry of a list, `a < b`.
fn links(archive: &Archive) -> Vec<String> {
    let mut links = Vec::new();
    let visit = |record: Record| {
        if let Some(Repetition { of, sameness }) = record.repeats {
            let sign = if sameness == Sameness::Excerpt { '<' } else { '=' };
            links.push(format!("{} {sign} {of}", record.statement.id));
        }
        Ok::<_, ArchiveError>(())
    };
    archive.visit_changes(None, visit).unwrap();
    links.sort();
    links
}

fn linked(statements: &[Statement]) -> Vec<String> {
    let (_folder, mut archive) = archive();
    archive.put_all(statements).unwrap();
    archive.link().unwrap();
    links(&archive)
}

#[test]
fn the_same_text_under_another_id_repeats_the_first() {
    let first = statement("a", "On the lake", &[SPEECH]);
    let again = statement("b", "The lake", &["Print this page", &SPEECH.replace("patience", "patiense")]);
    let other =
        statement("c", "On the lake", &["We met the ambassador of Arvand and talked about the fish."]);
    assert_eq!(linked(&[first, again, other]), ["b = a"]);
}

#[test]
fn a_pattern_with_another_name_or_number_is_another_statement() {
    let note = |id: &str, state: &str, day: &str| {
        let text = format!(
            "On {day} March the Minister for Foreign Affairs received the ambassador of {state}, who presented copies of \
             her letters of credence. They discussed the prospects of bilateral relations and topical issues of the \
             international agenda."
        );
        statement(id, "", &[&text])
    };
    let notes = [note("a", "Arvand", "3"), note("b", "Lerida", "3"), note("c", "Arvand", "5")];
    assert_eq!(linked(&notes), [""; 0]);
}

#[test]
fn texts_in_two_languages_are_two_statements() {
    let (one, mut other) = (statement("a", "", &[SPEECH]), statement("b", "", &[SPEECH]));
    other.language = Language::RUSSIAN;
    assert_eq!(linked(&[one, other]), [""; 0]);
}

#[test]
fn of_few_words_all_have_to_be_the_same_and_the_occasion() {
    let note = |id: &str, title: &str, text: &str, date: &str| {
        let mut note = statement(id, title, &[text]);
        note.date = date.parse().ok();
        note
    };
    let closed = "The meeting of the Council was closed.";
    let notes = [
        note("a", "Halvern", closed, "2021-03-03"),
        note("b", "Halvern", "The meeting of the council was CLOSED", "2021-03"),
        note("c", "Halvern", closed, "2021-04-03"),
        note("d", "Torvel", closed, "2021-03-03"),
        note("e", "Halvern", "The meeting of the Council was opened.", "2021-03-03"),
    ];
    assert_eq!(linked(&notes), ["b = a"]);
}

#[test]
fn an_entry_of_a_list_repeats_the_whole_statement_whichever_came_first() {
    let title = "The Secretary General on the level of the lake";
    let lead = &SPEECH[..SPEECH.find(". Three").unwrap()];
    let entries = [
        statement("a", title, &[title]),
        statement("b", title, &["17 November 2021", lead]),
        statement(
            "c",
            title,
            &["The Secretary General has spoken about something else on this day, and at length."],
        ),
        statement("d", "Something else altogether", &["Something else altogether"]),
    ];
    let whole = statement("w", title, &[SPEECH]);
    let mut first = entries.to_vec();
    first.push(whole.clone());
    let mut last = vec![whole];
    last.extend(entries);
    assert_eq!(linked(&first), ["a < w", "b < w"]);
    assert_eq!(linked(&last), ["a < w", "b < w"]);
}

#[test]
fn a_changed_text_is_linked_anew_and_the_change_log_tells_it() {
    let (_folder, mut archive) = archive();
    let ids = ["a", "b", "c"].map(|id| statement(id, "", &[SPEECH]));
    archive.put_all(&ids).unwrap();
    assert_eq!(archive.link().unwrap(), 2);
    assert_eq!(links(&archive), ["b = a", "c = a"]);
    assert_eq!((archive.statements().unwrap(), archive.counts().unwrap().duplicates), (1, 2));

    let cursor = archive.last().unwrap();
    assert_eq!(archive.link().unwrap(), 0, "nothing is new");
    assert_eq!(archive.last().unwrap(), cursor);

    // The first one becomes another statement: now the second stands for the third.
    archive
        .put(&statement("a", "", &["The Council met in Halvern and elected its chair for the year to come."]))
        .unwrap();
    assert_eq!(archive.link().unwrap(), 2);
    assert_eq!(links(&archive), ["c = b"]);
    let mut changed = Vec::new();
    archive
        .visit_changes(cursor, |record| {
            changed.push(record.statement.id.to_string());
            Ok::<_, ArchiveError>(())
        })
        .unwrap();
    assert_eq!(changed, ["a", "b", "c"]);
    let repetitions = archive.repetitions(&"b".parse().unwrap()).unwrap();
    assert_eq!(repetitions.iter().map(|own| own.statement.id.as_str()).collect::<Vec<_>>(), ["c"]);
}

#[test]
fn an_archive_of_format_1_is_brought_up_and_linked() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("archive.sqlite");
    let old = Connection::open(&path).unwrap();
    old.execute_batch(
        "CREATE TABLE version (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, version INTEGER NOT NULL,
            archived_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), statement TEXT NOT NULL,
            UNIQUE (id, version)
        ) STRICT;
        CREATE TABLE current (
            id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, language TEXT NOT NULL, kind TEXT, organisation TEXT,
            year INTEGER, text_bytes INTEGER NOT NULL, file TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX current_file ON current (file) WHERE file IS NOT NULL;
        PRAGMA application_id = 1449488994; PRAGMA user_version = 1;",
    )
    .unwrap();
    let put = |version: u32, statement: &Statement| {
        let json = serde_json::to_string(statement).unwrap();
        old.execute(
            "INSERT INTO version (id, version, statement) VALUES (?1, ?2, ?3)",
            (statement.id.as_str(), version, json),
        )
        .unwrap();
        old.execute(
            "INSERT OR REPLACE INTO current (id, sequence, language, text_bytes) VALUES (?1, ?2, 'en', 1)",
            (statement.id.as_str(), old.last_insert_rowid()),
        )
        .unwrap();
    };
    put(1, &statement("a", "", &["Another text that was changed later on."]));
    put(1, &statement("b", "", &[SPEECH]));
    put(2, &statement("a", "", &[SPEECH]));
    drop(old);

    let mut archive = Archive::open(&path).unwrap();
    let cursor = archive.last().unwrap();
    assert_eq!((archive.statements().unwrap(), cursor.map(|own| own.0)), (2, Some(3)));
    assert_eq!(archive.link().unwrap(), 1);
    assert_eq!(links(&archive), ["b = a"]);
    assert_eq!(archive.pending(cursor).unwrap(), 1);
    assert_eq!(archive.put(&statement("a", "", &[SPEECH])).unwrap(), Put::Unchanged);
    assert_eq!(archive.check(|| ()).unwrap(), [""; 0]);
    drop(archive);
    assert_eq!(links(&Archive::open(&path).unwrap()), ["b = a"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn links_are_the_same_whatever_came_in_one_batch(
        // Each is one of four texts, with some of its sentences.
        texts in prop::collection::vec((0..4_u8, 0..4_usize), 1..24),
        sizes in prop::collection::vec(1..6_usize, 24),
        revised in prop::option::of((0..24_usize, 0..4_u8)),
    ) {
        let text = |which: u8, cut: usize| {
            let words = SPEECH.replace("lake", ["lake", "strait", "river", "canal"][which as usize]);
            let sentences: Vec<&str> = words.split_inclusive(". ").collect();
            let text: String = sentences.iter().enumerate().filter(|(at, _)| *at != cut).map(|(_, text)| *text).collect();
            // What makes four texts of one.
            text.split(' ').map(|word| if word.len() > 5 { format!("{word}{which} ") } else { format!("{word} ") }).collect::<String>()
        };
        let mut statements: Vec<Statement> = texts
            .iter()
            .enumerate()
            .map(|(at, (which, cut))| statement(&format!("s{at:02}"), "", &[&text(*which, *cut)]))
            .collect();
        let (_one, mut whole) = archive();
        let (_other, mut parts) = archive();
        let mut rest = &statements[..];
        for size in sizes {
            let (batch, next) = rest.split_at(size.min(rest.len()));
            parts.put_all(batch).unwrap();
            parts.link().unwrap();
            rest = next;
        }
        whole.put_all(&statements).unwrap();
        if let Some((at, which)) = revised {
            let at = at % statements.len();
            let new = statement(statements[at].id.as_str(), "", &[&text(which, 9)]);
            for archive in [&mut whole, &mut parts] {
                archive.put(&new).unwrap();
            }
            statements[at] = new;
        }
        whole.link().unwrap();
        parts.link().unwrap();
        prop_assert_eq!(links(&whole), links(&parts));
        prop_assert_eq!(whole.statements().unwrap(), parts.statements().unwrap());
    }
}
