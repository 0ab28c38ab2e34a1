//! The text of web pages of all kinds, on pages that people have annotated: which segments have to be in it, and which
//! must not.
//!
//! ```text
//! cargo test --release --test extraction -- --include-ignored
//! ```
//!
//! A segment to keep that is there is right, one that isn't is missing, and a segment to drop that is there is wrong; F1
//! is taken over all segments of all pages. The trees that choose the text (`benches/extraction/train.py`) were fitted
//! to these very pages, so this guards the code against what breaks it; what is to be expected of other pages is what
//! that program prints: F1 by cross-validation.
//!
//! The pages are looked for in `../shared/corpora/extraction`, or in `extraction` where `VERBALE_CORPORA` says. Where
//! they are missing, the test says that it is skipped, and passes.

// A test that finds its world otherwise than it made it shall fail right there.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use verbale_ingest::{Options, Outcome, ingest};

/// F1 that is promised on these pages.
const PROMISED: f64 = 0.94;

/// What people have said about a page.
#[derive(serde::Deserialize)]
struct Annotation {
    file: String,
    with: Vec<String>,
    without: Vec<String>,
}

#[derive(Default)]
struct Counts {
    right: u32,
    missing: u32,
    wrong: u32,
}

impl Counts {
    fn f1(&self) -> f64 {
        let right = 2.0 * f64::from(self.right);
        right / (right + f64::from(self.missing) + f64::from(self.wrong))
    }
}

#[test]
#[ignore = "takes long without --release; its pages lie beside the checkout"]
fn pages_of_all_kinds_give_their_text_and_little_else() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let corpus = std::env::var_os("VERBALE_CORPORA").map_or(beside, PathBuf::from).join("extraction");
    if !corpus.is_dir() {
        say(&format!("skipped: {} is missing", corpus.display()));
        return;
    }
    let annotations = std::fs::read_to_string(corpus.join("annotations.json")).unwrap();
    let annotations: BTreeMap<String, Annotation> = serde_json::from_str(&annotations).unwrap();
    let texts = texts(&corpus.join("pages.tgz"));
    let mut counts = Counts::default();
    for page in annotations.values() {
        let text = texts.get(&page.file).map_or("", String::as_str);
        let kept = |segments: &[String]| -> u32 {
            segments.iter().map(|segment| u32::from(text.contains(segment.as_str()))).sum()
        };
        let right = kept(&page.with);
        counts.right += right;
        counts.missing += u32::try_from(page.with.len()).unwrap() - right;
        counts.wrong += kept(&page.without);
    }
    let Counts { right, missing, wrong } = counts;
    let f1 = counts.f1();
    say(&format!("{} pages: F1 {f1:.4}; {right} right, {missing} missing, {wrong} wrong", annotations.len()));
    assert!(f1 >= PROMISED, "F1 is {f1:.4}, below {PROMISED}");
}

/// The texts of the pages in an archive, by file name.
fn texts(archive: &Path) -> HashMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let tar = Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(folder.path()).status().unwrap();
    assert!(tar.success());
    ingest(&[folder.path().to_owned()], &Options::default())
        .filter_map(|outcome| match outcome {
            Outcome::Statement(ingested) => {
                let file = PathBuf::from(ingested.statement.origin.file?);
                let lines = ingested.statement.paragraphs.into_iter().map(|paragraph| paragraph.text);
                let text = lines.collect::<Vec<_>>().join("\n");
                Some((file.file_name()?.to_string_lossy().into_owned(), text))
            }
            Outcome::Skipped(_) => None,
        })
        .collect()
}

/// A line past the capture of the test harness, so that it is seen.
fn say(line: &str) {
    // Nothing is left to be done if even this can't be said.
    let _ = writeln!(std::io::stderr(), "{line}");
}
