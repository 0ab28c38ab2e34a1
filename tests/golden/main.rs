//! Golden relevance: what the default profile is worth on the small collections, and the profile `recall` where topics
//! have many answers, per collection and per topic.
//!
//! ```text
//! cargo test --test golden                                       # our own collection
//! cargo test --release --test golden -- --include-ignored        # those beside the checkout, too
//! VERBALE_GOLDEN=accept cargo test --release --test golden -- --include-ignored
//! ```
//!
//! The values stand in `NAME.json` beside this file, those of `recall` in `NAME-recall.json`. A change of ranking changes them, and the test fails until the new
//! values are accepted by the last command; the change of these files is then a part of the change that is
//! reviewed. If a mean falls by more than chance would explain (a paired randomisation test over the topics, p below
//! 0.05), they are not accepted: `VERBALE_GOLDEN=accept-falls` does that, and a review should ask for the reason.
//!
//! The collections beside the checkout are looked for in `../shared/corpora/retrieval`, or in `retrieval` where
//! `VERBALE_CORPORA` says. Where one is missing, its test says that it is skipped, and passes.

// A test that finds its world otherwise than it made it shall fail right there.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod change;
mod values;

use std::io::Write;
use std::path::{Path, PathBuf};

use verbale_eval::{Bench, Collection};
use verbale_search::Ranking;

use change::Change;
use values::Values;

const CHECKOUT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn sample() {
    prove("sample", &Path::new(CHECKOUT).join("index-data/eval/sample"), "default");
}

#[test]
#[ignore = "takes long without --release; its collection lies beside the checkout"]
fn cranfield() {
    prove_if_there("cranfield", "default");
}

#[test]
#[ignore = "takes long without --release; its collection lies beside the checkout"]
fn cisi() {
    prove_if_there("cisi", "default");
}

#[test]
#[ignore = "takes long without --release; its collection lies beside the checkout"]
fn xquad_en() {
    prove_if_there("xquad-en", "default");
}

#[test]
#[ignore = "takes long without --release; its collection lies beside the checkout"]
fn xquad_es() {
    prove_if_there("xquad-es", "default");
}

#[test]
#[ignore = "takes long without --release; its collection lies beside the checkout"]
fn xquad_ru() {
    prove_if_there("xquad-ru", "default");
}

#[test]
#[ignore = "takes long without --release; its collection lies beside the checkout"]
fn xquad_zh() {
    prove_if_there("xquad-zh", "default");
}

#[test]
#[ignore = "takes long without --release; its collection lies beside the checkout"]
fn cranfield_by_recall() {
    prove_if_there("cranfield", "recall");
}

#[test]
#[ignore = "takes long without --release; its collection lies beside the checkout"]
fn cisi_by_recall() {
    prove_if_there("cisi", "recall");
}

fn prove_if_there(name: &str, profile: &str) {
    let beside = Path::new(CHECKOUT).join("../shared/corpora");
    let corpora = std::env::var_os("VERBALE_CORPORA").map_or(beside, PathBuf::from);
    let collection = corpora.join("retrieval").join(name);
    match collection.exists() {
        true => prove(name, &collection, profile),
        false => say(&format!("{name}: skipped, {} is missing", collection.display())),
    }
}

/// Measures the collection and compares with the golden values, or takes the new ones for golden if that is asked.
fn prove(name: &str, path: &Path, profile: &str) {
    let found = measure(path, profile);
    let name = if profile == "default" { name.to_owned() } else { format!("{name}-{profile}") };
    let file = Path::new(CHECKOUT).join("tests/golden").join(format!("{name}.json"));
    let golden = Values::read(&file);
    let Some(change) = Change::between(&golden, &found) else { return };
    say(&format!("{name}: {change}"));
    let mode = std::env::var("VERBALE_GOLDEN").unwrap_or_default();
    let accepted = mode == "accept-falls" || mode == "accept" && !change.has_falls();
    assert!(
        accepted,
        "{name} is ranked otherwise; tests/golden/main.rs says how to accept the new values\n\n{change}"
    );
    found.write(&file);
}

fn measure(path: &Path, profile: &str) -> Values {
    let ranking = Ranking::named(profile).unwrap();
    let collection = Collection::open(path).unwrap();
    let cache = tempfile::tempdir().unwrap();
    let bench = Bench::open(&collection, cache.path(), &mut |_, _, _| {}).unwrap();
    Values::of(&collection.qrels, &bench.run(&collection.topics, ranking, profile).unwrap())
}

/// A line past the capture of the test harness, so that it is seen.
fn say(line: &str) {
    // Nothing is left to be done if even this can't be said.
    let _ = writeln!(std::io::stderr(), "{line}");
}
