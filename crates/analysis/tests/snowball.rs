//! Stemmers against Snowball's own vocabularies, line by line.
//!
//! ```text
//! cargo test -p verbale-analysis --test snowball -- --nocapture
//! ```
//!
//! prints for each language the number of words and every exception. The vocabularies are not part of the checkout:
//! `snowball/vocabularies.tgz` is looked for in `../shared/corpora` beside it, or where `VERBALE_CORPORA` says. Where
//! it is missing, the test says that it is skipped, and passes.

// A test that finds its world otherwise than it made it shall fail right there.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use verbale_analysis::Analyzer;

/// Each vocabulary, the language that claims it, and how many exceptions are known. The Finnish ones are three foreign
/// names; frostem has 103, as Snowball changed its algorithm after the vocabulary was written.
const VOCABULARIES: &[(&str, &str, usize)] = &[
    ("armenian", "hy", 0),
    ("danish", "da", 0),
    ("dutch", "nl", 0),
    ("english", "en", 0),
    ("finnish", "fi", 3),
    ("french", "fr", 0),
    ("german", "de", 0),
    ("greek", "el", 0),
    ("hungarian", "hu", 0),
    ("italian", "it", 0),
    ("norwegian", "no", 0),
    ("polish", "pl", 0),
    ("portuguese", "pt", 0),
    ("romanian", "ro", 0),
    ("russian", "ru", 0),
    ("serbian", "sr", 0),
    ("spanish", "es", 0),
    ("swedish", "sv", 0),
    ("turkish", "tr", 0),
];

#[test]
fn stemmers_agree_with_the_vocabularies_line_by_line() {
    let Some(folder) = unpacked() else { return };
    let mut total = 0;
    for (vocabulary, code, known) in VOCABULARIES {
        let read = |name: &str| fs::read_to_string(folder.path().join(vocabulary).join(name)).unwrap();
        let (words, stems) = (read("voc.txt"), read("output.txt"));
        assert_eq!(words.lines().count(), stems.lines().count(), "{vocabulary}");
        let analyzer = Analyzer::of(code.parse().unwrap());
        let exceptions: Vec<String> = words
            .lines()
            .zip(stems.lines())
            .filter(|(word, stem)| analyzer.bare_stem(word) != **stem)
            .map(|(word, stem)| format!("{word}: {} instead of {stem}", analyzer.bare_stem(word)))
            .collect();
        println!(
            "{vocabulary}: {} words, {} exceptions {exceptions:?}",
            words.lines().count(),
            exceptions.len()
        );
        total += words.lines().count();
        assert_eq!(exceptions.len(), *known, "{vocabulary}: {exceptions:?}");
    }
    println!("{total} words in all");
}

/// Each analyzer takes every word of its own vocabulary, and one in fifty of all others.
#[test]
fn no_word_of_any_vocabulary_stops_any_analyzer() {
    let Some(folder) = unpacked() else { return };
    for (vocabulary, code, _) in VOCABULARIES {
        let words = fs::read_to_string(folder.path().join(vocabulary).join("voc.txt")).unwrap();
        let some: String = words.lines().step_by(50).flat_map(|word| [word, " "]).collect();
        for language in verbale_analysis::field_languages() {
            let text = if language.code() == *code { &words } else { &some };
            Analyzer::of(language).visit(text, |found| assert!(text.get(found.range).is_some()));
        }
    }
}

fn unpacked() -> Option<tempfile::TempDir> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let corpora = std::env::var_os("VERBALE_CORPORA")
        .map_or_else(|| workspace.join("../shared/corpora"), PathBuf::from);
    let archive = corpora.join("snowball/vocabularies.tgz");
    if !archive.exists() {
        println!("skipped: {} is missing", archive.display());
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let status = Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(folder.path()).status().unwrap();
    assert!(status.success(), "tar can't unpack {}", archive.display());
    Some(folder)
}
