use tempfile::TempDir;
use verbale_statement::{Evidence, Language, Paragraph, Translation};

use super::*;

fn statement(id: &str, text: &str) -> Statement {
    let paragraphs = vec![Paragraph::new(text, Language::ENGLISH)];
    let mut statement = Statement::new(id.parse().unwrap(), Language::ENGLISH, paragraphs);
    statement.title = "On the Grey Strait".into();
    statement.date = Some("2019-03".parse().unwrap());
    statement.organisation = Some("Assembly of Littoral States".into());
    statement.origin.file = Some(format!("/pages/{id}.html"));
    statement.origin.media_type = "text/html".into();
    statement.origin.sha256 = "00".into();
    statement
}

fn archive() -> (TempDir, Archive) {
    let folder = TempDir::new().unwrap();
    let archive = Archive::open(&folder.path().join("archive.sqlite")).unwrap();
    (folder, archive)
}

#[test]
fn the_same_statement_twice_is_unchanged_wherever_its_file_lies() {
    let (_folder, mut archive) = archive();
    let first = statement("a", "Fishing rights.");
    assert_eq!(archive.put(&first).unwrap(), Put::Added);
    assert_eq!(archive.put(&first).unwrap(), Put::Unchanged);
    let mut moved = first.clone();
    moved.origin.file = Some("/elsewhere/a.html".into());
    assert_eq!(archive.put(&moved).unwrap(), Put::Unchanged);
    moved.provenance.date = Some(Evidence::Dateline);
    assert_eq!(archive.put(&moved).unwrap(), Put::Unchanged, "the same values, found elsewhere");
    assert_eq!(archive.counts().unwrap().versions, 1);
}

#[test]
fn another_address_of_the_same_page_makes_no_version() {
    let (_folder, mut archive) = archive();
    let at = |url: &str, translation: &str| {
        let mut statement = statement("a", "Fishing rights.");
        statement.origin.url = Some(url.to_owned());
        let translation = Translation { language: Language::RUSSIAN, url: translation.to_owned() };
        statement.origin.translations = vec![translation];
        statement
    };
    let first = at("https://mfa.example/news/7?utm_source=x", "https://mfa.example/ru/7");
    archive.put(&first).unwrap();
    let again = at("http://mfa.example/news/7/?fbclid=y#top", "https://mfa.example/ru/7?utm_source=x");
    assert_eq!(archive.put(&again).unwrap(), Put::Unchanged);
    let moved = at("https://mfa.example/news/8", "https://mfa.example/ru/7");
    assert_eq!(archive.put(&moved).unwrap(), Put::Revised);
}

#[test]
fn a_changed_text_is_a_new_version_and_the_old_one_stays() {
    let (_folder, mut archive) = archive();
    archive.put(&statement("a", "Fishing rights.")).unwrap();
    assert_eq!(archive.put(&statement("a", "Fishing duties.")).unwrap(), Put::Revised);
    let id = "a".parse().unwrap();
    let text = |version| {
        let record = archive.get(&id, version).unwrap().unwrap();
        (record.version, record.statement.paragraphs[0].text.clone())
    };
    assert_eq!(text(None), (2, "Fishing duties.".into()));
    assert_eq!(text(Some(1)), (1, "Fishing rights.".into()));
    assert_eq!(archive.get(&id, Some(3)).unwrap(), None);
}

#[test]
fn the_change_log_gives_each_changed_statement_once_in_its_newest_version() {
    let (_folder, mut archive) = archive();
    archive.put_all(&[statement("a", "1"), statement("b", "1"), statement("c", "1")]).unwrap();
    let cursor = archive.last().unwrap();
    archive.put(&statement("b", "2")).unwrap();
    archive.put(&statement("d", "1")).unwrap();
    archive.put(&statement("b", "3")).unwrap();
    let changes = |after| {
        let mut ids = Vec::new();
        let visit = |r: Record| {
            ids.push(format!("{}{}", r.statement.id, r.version));
            Ok::<_, ArchiveError>(())
        };
        archive.visit_changes(after, visit).unwrap();
        ids
    };
    assert_eq!(changes(cursor), ["d1", "b3"]);
    assert_eq!(changes(None), ["a1", "c1", "d1", "b3"]);
    assert_eq!(archive.pending(cursor).unwrap(), 2);
}

#[test]
fn a_file_leads_to_its_statement_unless_it_holds_several() {
    let (_folder, mut archive) = archive();
    let mut part = statement("p", "One of many.");
    part.origin.part = Some(2);
    archive.put_all(&[statement("a", "1"), part]).unwrap();
    assert_eq!(archive.id_of_file("/pages/a.html").unwrap(), Some("a".parse().unwrap()));
    assert_eq!(archive.id_of_file("/pages/p.html").unwrap(), None);
}

#[test]
fn counts_are_by_what_readers_ask_for() {
    let (_folder, mut archive) = archive();
    let mut other = statement("b", "Рыболовство.");
    (other.language, other.date, other.organisation) = (Language::RUSSIAN, None, None);
    archive.put_all(&[statement("a", "1"), other, statement("c", "1")]).unwrap();
    let counts = archive.counts().unwrap();
    assert_eq!(counts.languages, [("en".into(), 2), ("ru".into(), 1)]);
    assert_eq!(counts.years, [("2019".into(), 2)]);
    assert_eq!(counts.organisations, [("Assembly of Littoral States".into(), 2)]);
    assert_eq!((counts.statements, counts.kinds), (3, vec![]));
}

#[test]
fn foreign_newer_and_damaged_files_are_told_apart() {
    let folder = TempDir::new().unwrap();
    let open = |name: &str| Archive::open(&folder.path().join(name)).err().unwrap();
    std::fs::write(folder.path().join("text"), "Dear colleagues, this is no database. ".repeat(100)).unwrap();
    assert!(matches!(open("text"), ArchiveError::Foreign { .. }));
    Connection::open(folder.path().join("other")).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    assert!(matches!(open("other"), ArchiveError::Foreign { .. }));
    let archive = Archive::open(&folder.path().join("newer")).unwrap();
    archive.connection.pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(open("newer"), ArchiveError::Format { found: 99, .. }));
    assert!(matches!(open("missing/folder"), ArchiveError::Open { .. }));
}

#[test]
fn check_finds_a_damaged_record() {
    let (_folder, mut archive) = archive();
    archive.put_all(&[statement("a", "1"), statement("b", "1")]).unwrap();
    assert_eq!(archive.check(|| ()).unwrap(), Vec::<String>::new());
    archive.connection.execute("UPDATE version SET statement = '{' WHERE id = 'b'", []).unwrap();
    assert!(archive.check(|| ()).unwrap()[0].starts_with("the record 2 of the archive is damaged"));
    assert!(matches!(archive.get(&"b".parse().unwrap(), None), Err(ArchiveError::Damaged { .. })));
}
