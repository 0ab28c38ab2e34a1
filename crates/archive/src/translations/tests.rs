use tempfile::TempDir;
use verbale_statement::{Paragraph, Translation};

use super::*;

/// A statement under an address, which names others as its translations.
fn page(id: &str, language: &str, url: &str, named: &[(&str, &str)]) -> Statement {
    let language: Language = language.parse().unwrap();
    let translation =
        |(code, url): &(&str, &str)| Translation { language: code.parse().unwrap(), url: (*url).into() };
    let paragraphs = vec![Paragraph::new(format!("The text of {id}."), language)];
    let mut statement = Statement::new(id.parse().unwrap(), language, paragraphs);
    statement.origin.url = Some(url.into());
    statement.origin.media_type = "text/html".into();
    statement.origin.translations = named.iter().map(translation).collect();
    statement
}

fn archive(pages: &[Statement]) -> (TempDir, Archive) {
    let folder = TempDir::new().unwrap();
    let mut archive = Archive::open(&folder.path().join("archive.sqlite")).unwrap();
    archive.put_all(pages).unwrap();
    (folder, archive)
}

/// The translations of a statement, by id or else by address.
fn of(archive: &Archive, id: &str) -> Vec<String> {
    let id: StatementId = id.parse().unwrap();
    let language = archive.get(&id, None).unwrap().unwrap().statement.language;
    let translations = archive.translations(&id, language).unwrap().into_iter();
    let shown = translations.map(|own| {
        let place = own.id.map(|id| id.to_string()).or(own.url).unwrap_or_default();
        format!("{} {place}", own.language.code())
    });
    shown.collect()
}

#[test]
fn a_translation_is_known_from_either_side_whichever_came_first() {
    let named = page("en", "en", "https://a.example/en/1", &[("ru", "http://a.example/ru/1/?utm_source=x")]);
    let naming = page("ru", "ru", "https://a.example/ru/1", &[]);
    for pages in [[named.clone(), naming.clone()], [naming, named]] {
        let (_folder, archive) = archive(&pages);
        assert_eq!(of(&archive, "en"), ["ru ru"]);
        assert_eq!(of(&archive, "ru"), ["en en"]);
    }
}

#[test]
fn what_a_translation_names_is_a_translation_too_and_what_is_not_here_is_named_by_its_address() {
    let (_folder, archive) = archive(&[
        page("en", "en", "https://a.example/en/1", &[]),
        page("fr", "fr", "https://a.example/fr/1", &[("ar", "https://a.example/ar/1")]),
        page(
            "ru",
            "ru",
            "https://a.example/ru/1",
            &[
                ("en", "https://a.example/en/1"),
                ("fr", "https://a.example/fr/1"),
                ("zh", "https://a.example/zh/1"),
            ],
        ),
    ]);
    assert_eq!(
        of(&archive, "en"),
        ["ru ru", "fr fr", "zh https://a.example/zh/1", "ar https://a.example/ar/1"]
    );
}

#[test]
fn an_address_that_every_page_names_is_no_translation() {
    let named = [("fr", "https://a.example/fr/welcome")];
    let pages = |count: usize| -> Vec<Statement> {
        (0..count)
            .map(|n| page(&format!("en-{n}"), "en", &format!("https://a.example/en/{n}"), &named))
            .collect()
    };
    let (_few, few) = archive(&pages(3));
    assert_eq!(of(&few, "en-0"), ["fr https://a.example/fr/welcome"]);
    let (_many, many) = archive(&pages(4));
    assert_eq!(of(&many, "en-0"), [""; 0]);
}

#[test]
fn a_new_version_names_what_it_names_now() {
    let (_folder, mut archive) = archive(&[
        page("en", "en", "https://a.example/en/1", &[("ru", "https://a.example/ru/1")]),
        page("ru", "ru", "https://a.example/ru/1", &[]),
    ]);
    archive.put(&page("en", "en", "https://a.example/en/1", &[])).unwrap();
    assert_eq!(of(&archive, "en"), [""; 0]);
    assert_eq!(of(&archive, "ru"), [""; 0]);
}
