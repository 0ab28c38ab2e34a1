//! A smoke run against random input: whatever a reader types or a site publishes, nothing panics and the
//! contracts hold. Runs for a second per target, or for `VERBALE_FUZZ_SECONDS`; the seed is random and, like the
//! input that fails, part of the failure's message.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use verbale_analysis::{Analyzer, field_languages};
use verbale_ingest::{Options, Outcome, ingest};

/// Pages of the sample that random edits start from.
const PAGES: &[&str] =
    &["halvernpact", "karvonia", "littoral", "nawaris", "yunzhou", "belmarre", "valdoria", "texts"];

fn fuzz<S: Strategy>(strategy: &S, check: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let seconds = std::env::var("VERBALE_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    let end = Instant::now() + Duration::from_secs(seconds);
    while Instant::now() < end {
        let mut runner =
            TestRunner::new(Config { cases: 50, failure_persistence: None, ..Config::default() });
        if let Err(failure) = runner.run(strategy, &check) {
            panic!("{failure}");
        }
    }
}

/// Text in many scripts, with everything that means something to the query language and to the analyzers.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Zéßñøİı]{1,12}",
        "[а-яёіїўА-Я]{1,12}",
        "[\u{621}-\u{652}]{1,9}",
        "[一-龥ぁ-ん가-힣ก-๎]{1,6}",
        "[α-ωΆ-Ώ]{1,9}",
        "[ \"'’«»“”()|:.,~*^=+-]{1,4}",
        "( OR | AND | NOT |title:|date:|kind:|lang:|\\.\\.|>=)",
        "[0-9٠-٩]{1,5}",
        "\\PC{0,4}",
        "[\u{0}-\u{1f}\u{ad}\u{200b}-\u{200f}\u{300}-\u{36f}\u{fe0f}\u{1f1e6}-\u{1f1ff}]{1,3}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

#[test]
fn any_query_is_parsed_and_prints_as_itself() {
    fuzz(&text(), |text| {
        let parsed = verbale_query::parse(&text);
        for note in &parsed.notes {
            prop_assert!(text.get(note.span.clone()).is_some());
        }
        prop_assert_eq!(&verbale_query::parse(&parsed.query.to_string()).query, &parsed.query);
        Ok(())
    });
}

#[test]
fn any_text_is_analysed_in_every_language() {
    fuzz(&text(), |text| {
        for language in field_languages() {
            for token in Analyzer::of(language).tokens(&text) {
                prop_assert!(text.get(token.range.clone()).is_some_and(|word| !word.is_empty()));
                prop_assert!(token.stem.is_none_or(|stem| text.get(stem.range).is_some()));
            }
        }
        Ok(())
    });
}

/// How a file is damaged: at a place, so many bytes go and others come.
fn edits() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, Vec<u8>)>> {
    let insert = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..12),
        "(<div>|</p>|<table>|<!--|-->|<script>|&#x0;|&shy;|<br>|\\{\"|\",|\r\n\r\n)"
            .prop_map(String::into_bytes),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), 0_usize..200, insert), 1..12)
}

#[test]
fn any_damaged_file_gives_clean_statements_or_reasons() {
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("index-data/sample");
    let mut files = Vec::new();
    for folder in PAGES {
        files.extend(std::fs::read_dir(sample.join(folder)).unwrap().map(|entry| entry.unwrap().path()));
    }
    files.sort();
    let folder = tempfile::tempdir().unwrap();
    fuzz(&(any::<prop::sample::Index>(), edits()), |(file, edits)| {
        let file = file.get(&files);
        let mut bytes = std::fs::read(file).unwrap();
        for (place, length, insert) in edits {
            let start = place.index(bytes.len() + 1);
            let end = bytes.len().min(start + length);
            bytes.splice(start..end, insert);
        }
        let damaged = folder.path().join(file.file_name().unwrap());
        std::fs::write(&damaged, bytes).unwrap();
        for outcome in ingest(&[damaged], &Options::default()) {
            let Outcome::Statement(ingested) = outcome else { continue };
            let statement = ingested.statement;
            prop_assert!(!statement.paragraphs.is_empty());
            for paragraph in &statement.paragraphs {
                prop_assert!(!paragraph.text.trim().is_empty() && !paragraph.text.contains('\n'));
                prop_assert!(paragraph.speaker.is_none_or(|index| index < statement.speakers.len()));
            }
        }
        Ok(())
    });
}
