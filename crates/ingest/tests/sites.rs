//! Every profile of `index-data/sites`, tried on the pages that lie beside it: pages of the site's shape with a text of
//! our own. What they give is kept beside them.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use verbale_ingest::{Outcome, Sites, Trial, try_site};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../index-data/sites")
}

/// The pages beside the profile `name`: `name.html` and `name-anything.html`.
fn pages(name: &str) -> Vec<PathBuf> {
    let is_its = |path: &PathBuf| {
        let stem = path.file_name().unwrap().to_str().unwrap().strip_suffix(".html");
        stem.and_then(|stem| stem.strip_prefix(name))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let mut pages: Vec<PathBuf> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).filter(is_its).collect();
    pages.sort();
    pages
}

fn told(trial: &Trial) -> String {
    let mut told = format!("{:?}\n", trial.chosen);
    for outcome in &trial.outcomes {
        let Outcome::Statement(ingested) = outcome else {
            let Outcome::Skipped(skip) = outcome else { unreachable!("there are two") };
            writeln!(told, "skipped: {}", skip.reason).unwrap();
            continue;
        };
        let statement = &ingested.statement;
        let date = statement.date.map(|date| date.to_string());
        writeln!(told, "{}\n{date:?} {:?} {}", statement.title, statement.kind, statement.language).unwrap();
        writeln!(told, "{:?} {:?}", statement.organisation, statement.countries).unwrap();
        writeln!(told, "{:?} {:?} {:?}", statement.speakers, statement.event, statement.place).unwrap();
        for paragraph in &statement.paragraphs {
            writeln!(told, "{:?} {} {}", paragraph.role, paragraph.language, paragraph.text).unwrap();
        }
    }
    told
}

#[test]
fn every_profile_reads_the_pages_beside_it() {
    let names: Vec<String> = Sites::built_in().names().map(str::to_owned).collect();
    assert!(names.len() >= 7, "{names:?}");
    for name in names {
        let profile = std::fs::read_to_string(folder().join(format!("{name}.toml"))).unwrap();
        let pages = pages(&name);
        assert!(
            pages.is_empty() != profile.contains("\nhosts = "),
            "{name} is a site, and has no page to try"
        );
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for page in pages {
            let trial = try_site(&name, page.to_str().unwrap()).unwrap();
            assert!(trial.chosen.is_some(), "{} isn't known for a page of {name}", page.display());
            for matched in &trial.matches {
                // A site may be known by any one of several marks.
                let key = if matched.key == "marks" { "marks" } else { &matched.selector };
                *found.entry(key.to_owned()).or_default() += matched.count;
            }
            insta::with_settings!({ snapshot_path => folder(), prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(page.file_name().unwrap().to_str().unwrap(), told(&trial));
            });
        }
        let idle: Vec<_> = found.iter().filter(|(_, count)| **count == 0).collect();
        assert!(idle.is_empty(), "{name} has what no page of it needs: {idle:?}");
    }
}

#[test]
fn a_profile_that_cannot_be_used_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |text: &str| {
        let file = folder.path().join("site.toml");
        std::fs::write(&file, text).unwrap();
        Sites::with(&[file]).unwrap_err().to_string()
    };
    assert!(refused("hosts = [").contains("site.toml is no profile of a site: "));
    let error = refused("[select]\nbody = \"div >\"");
    assert!(error.contains("line 2") && error.contains("\"div >\" is no CSS selector"), "{error}");
    assert!(refused("[select]\ntext = \"p\"").contains("unknown field `text`"));
    assert!(refused("[[address]]\nname = '('").contains("regex parse error"));
    std::fs::remove_file(folder.path().join("site.toml")).unwrap();
    let error = Sites::with(&[folder.path().to_owned()]).unwrap_err().to_string();
    assert!(error.contains("no profile in it"), "{error}");
    let error = try_site("nowhere", "page.html").unwrap_err().to_string();
    assert!(error.contains("there is no profile \"nowhere\"") && error.contains("csto"), "{error}");
    let error = try_site("csto", "nowhere.html").unwrap_err().to_string();
    assert_eq!(error, "nowhere.html: no such file or folder");
}

#[test]
fn a_profile_of_ones_own_goes_before_others() {
    let folder = tempfile::tempdir().unwrap();
    let profile = "organisation = \"Lake Commission\"\nhosts = [\"odkb-csto.org\"]\n[select]\nspeaker = \".who\"\nevent = \".what\"\n\
        [[address]]\nname = '/(?<language>ru|en)/talks/.*'\nkind = \"interview\"\nlanguage = \"${language}\"";
    std::fs::write(folder.path().join("lake.toml"), profile).unwrap();
    let page = folder.path().join("page.html");
    std::fs::write(
        &page,
        "<html lang=en><link rel=canonical href=https://odkb-csto.org/ru/talks/7><title>О воде</title><h1>О воде</h1>\
         <i class=what>Неделя озёр</i><b class=who>Mira Tolvane</b><p>Вода в озере чистая, и рыба в нём есть.</p>",
    )
    .unwrap();
    let options = verbale_ingest::Options {
        sites: Sites::with(&[folder.path().to_owned()]).unwrap(),
        ..verbale_ingest::Options::default()
    };
    let outcome = verbale_ingest::ingest(&[page], &options).next();
    let Some(Outcome::Statement(ingested)) = outcome else { panic!("{outcome:?}") };
    let statement = &ingested.statement;
    assert_eq!(statement.organisation.as_deref(), Some("Lake Commission"));
    assert_eq!(statement.kind, Some(verbale_statement::Kind::Interview));
    assert_eq!(statement.speakers[0].name, "Mira Tolvane");
    assert_eq!(statement.event.as_deref(), Some("Неделя озёр"));
}

#[test]
fn the_leftovers_of_a_profile_of_ones_own_are_no_text_in_any_format() {
    let folder = tempfile::tempdir().unwrap();
    let profile = folder.path().join("lake.toml");
    std::fs::write(&profile, "hosts = [\"lake.example\"]\nleftovers = [\"Print this shore\"]").unwrap();
    let body = "The water of the lake is clean, and there is fish in it.";
    let files = [
        ("page.txt", format!("On water\n\n{body}\n\nPrint this shore\n")),
        ("page.md", format!("# On water\n\nPrint this shore\n\n{body}\n\nPrint this shore\n")),
        (
            "page.html",
            format!("<h1>On water</h1><p>Print this shore</p><p>{body}</p><p>Print this shore</p>"),
        ),
    ];
    for (name, text) in files {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        let read = |sites| {
            let options = verbale_ingest::Options { sites, ..verbale_ingest::Options::default() };
            let outcome = verbale_ingest::ingest(std::slice::from_ref(&file), &options).next();
            let Some(Outcome::Statement(ingested)) = outcome else { panic!("{outcome:?}") };
            let paragraphs = ingested.statement.paragraphs.into_iter();
            paragraphs.map(|paragraph| paragraph.text).collect::<Vec<_>>().join("|")
        };
        let own = read(Sites::with(std::slice::from_ref(&profile)).unwrap());
        assert!(own.ends_with(body) && !own.contains("shore"), "{name}: {own}");
        assert!(read(Sites::built_in()).contains("shore"), "{name}");
    }
}

#[test]
fn what_became_a_label_is_not_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, page) = (folder.path().join("lake.toml"), folder.path().join("page.html"));
    std::fs::write(&profile, "marks = [\".lake\"]\n[select]\ntitle = \"b\"\nbody = \".lake\"").unwrap();
    std::fs::write(
        &page,
        "<div>Home of lakes</div><b>Interview on nets</b><div class=lake><p>Question: Are they mended, and by whom?<p>Answer: They are, \
         by all of us.<p>Question: And the ice?<p>Answer: It melts.</div>",
    )
    .unwrap();
    let trial = try_site(profile.to_str().unwrap(), page.to_str().unwrap()).unwrap();
    assert_eq!(trial.left_out, ["Home of lakes"]);
}
