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
        "[ \"'’«»“”()|:.,~*?!^=+-]{1,4}",
        "( OR | AND | NOT | NEAR/5 | ИЛИ |para\\(|title:|date:|kind:|lang:|country:|\\.\\.|>=)",
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

/// What the words of a language are written with; by the others all that languages without an analysis of their own take.
fn letters(code: &str) -> &'static str {
    match code {
        "ru" | "uk" | "be" | "kk" | "ky" | "tg" => {
            "[А-яЁёЄєІіЇїЎўҐґӘәҒғҚқҢңӨөҰұҮүҺһҲҳҶҷӢӣӮӯ\u{301}'’`]{1,14}"
        }
        "sr" | "uz" => "[a-zA-ZА-яЂђЈјЉљЊњЋћЏџЎўҚқҒғҲҳšđčćžŠĐČĆŽʻʼ'`]{1,14}",
        "ar" | "fa" => "[\u{621}-\u{652}\u{670}\u{671}پچژگکیۀ\u{200c}٠-٩۰-۹]{1,14}",
        "el" => "[α-ωΑ-ΩάέήίόύώϊϋΐΰΆΈΉΊΌΎΏ]{1,14}",
        "hy" => "[ա-ևԱ-Ֆ]{1,14}",
        "ka" => "[ა-ჰᲐ-Ჰ]{1,14}",
        "zh" => "[一-龥ぁ-んァ-ヶก-๎０-９Ａ-Ｚ]{1,14}",
        _ => "[a-zA-Zà-ÿÀ-ßąćęłńśźżčďěňřšťůžőűășțşţğıİəŀ·'’`:]{1,14}",
    }
}

/// Words of a language by themselves, in long chains, and with what parts them.
fn words(code: &str) -> impl Strategy<Value = String> + use<> {
    let piece = prop_oneof![
        8 => letters(code),
        4 => "[ ,.;:«»“”\u{ad}-]{1,2}",
        1 => "[0-9.,/-]{1,8}",
    ];
    let chain = (letters(code), "[-.':’]?", 2_usize..400)
        .prop_map(|(word, joint, times)| (word + &joint).repeat(times));
    prop_oneof![30 => prop::collection::vec(piece, 1..30).prop_map(|pieces| pieces.concat()), 1 => chain]
}

#[test]
fn every_analyzer_takes_anything_in_its_own_letters() {
    let languages = prop::sample::select(field_languages().collect::<Vec<_>>());
    let texts =
        languages.prop_flat_map(|language| words(language.code()).prop_map(move |text| (language, text)));
    fuzz(&texts, |(language, text)| {
        let analyzer = Analyzer::of(language);
        let mut last = (0, 0);
        for token in analyzer.tokens(&text) {
            prop_assert!(
                text.get(token.range.clone()).is_some_and(|word| !word.is_empty()),
                "{}",
                language.code()
            );
            prop_assert!(!token.exact.is_empty());
            prop_assert!((token.range.end, token.position) >= (last.0, last.1) && token.span >= 1);
            last = (token.range.start, token.position);
            if let Some(stem) = &token.stem {
                prop_assert!(text.get(stem.range.clone()).is_some());
                prop_assert!(stem.forms().all(|form| !form.is_empty()));
            }
            // What is quoted is found: the word as it stands has the same forms by itself. (Pairs of characters are no
            // words, nor is a mark that stands by itself.)
            let marks = ['\u{301}', '\u{64b}', '\u{670}'];
            let first = text[token.range.clone()].chars().next();
            let is_word = first.is_some_and(|c| {
                c.is_alphanumeric() && !marks.contains(&c) && !matches!(c, '\u{64c}'..='\u{652}')
            });
            if is_word
                && language.code() != "zh"
                && token.span == 1
                && token.stem.as_ref().is_some_and(|stem| stem.range == token.range)
            {
                let alone = analyzer.tokens(&text[token.range.clone()]);
                let same = alone.iter().any(|other| {
                    other.exact == token.exact
                        && other.stem.as_ref().map(|s| &s.form) == token.stem.as_ref().map(|s| &s.form)
                });
                prop_assert!(same, "{}: {token:?} alone is {alone:?}", language.code());
            }
            // An exact form that is one word is its own exact form, unless a mark that is gone (ŀ.i) kept its dots from
            // being those of an initialism.
            let again = analyzer.tokens(&token.exact);
            let one = again.len() == 1 && again[0].range == (0..token.exact.len());
            let kept = !one || again[0].exact == token.exact || token.exact.contains('.');
            prop_assert!(kept, "{}: {} becomes {}", language.code(), token.exact, again[0].exact);
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
