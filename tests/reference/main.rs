//! The engine against a reference: a searcher that knows no index and looks at every statement, word by word.
//!
//! ```text
//! cargo test --test reference                                     # our own sample
//! cargo test --release --test reference -- --include-ignored      # and statements beside the checkout
//! VERBALE_REFERENCE_CASES=100000 cargo test --release --test reference
//! ```
//!
//! Queries are random trees of words that the statements have, or nearly have. For each, reference and engine have to
//! find the same statements, in order and page by page, and count the same values of facets and the same occurrences; and
//! what an answer marks, or a concordance lists, has to be what the reference finds. Where they differ, the query is cut down to a small one that still shows it.
//!
//! The reference shares two things with the engine: the analyzers, which say what the forms of a word are, and the query
//! tree. What a tree means is written a second time, in `meaning.rs`, from the rules in words: of
//! `crates/query/src/tree.rs`, and of the README. Where both agree on something wrong nothing shows here.

// A test that finds its world otherwise than it made it shall fail right there.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod agreement;
mod clauses;
mod corpus;
mod counts;
mod marks;
mod meaning;
mod near;
mod pages;
mod queries;
mod search;
mod similar;
mod sought;
mod spots;
mod words;
mod world;

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

use proptest::test_runner::{Config, TestRunner};

use agreement::{Tally, agree};
use queries::questions;
use world::World;

/// So many random queries are asked, unless `VERBALE_REFERENCE_CASES` says otherwise.
const CASES: u32 = if cfg!(debug_assertions) { 400 } else { 5_000 };

/// So many times as many of a few short statements.
const MORE: u32 = 3;

#[test]
fn engine_and_reference_agree_on_the_sample() {
    static SAMPLE: LazyLock<World> = LazyLock::new(|| World::of(&[checkout("index-data/sample")]));
    prove(&SAMPLE, CASES);
}

/// Texts that are hard on an analyzer: compounds, elisions, scripts in one another, nothing but signs.
#[test]
fn engine_and_reference_agree_on_oddities() {
    static ODDITIES: LazyLock<World> = LazyLock::new(|| World::of(&[checkout("tests/reference/odd.jsonl")]));
    prove(&ODDITIES, CASES * MORE);
}

#[test]
#[ignore = "takes long without --release; its statements lie beside the checkout"]
fn engine_and_reference_agree_on_general_debates() {
    let beside = checkout("../shared/corpora");
    let corpora = std::env::var_os("VERBALE_CORPORA").map_or(beside, PathBuf::from);
    let packed = corpora.join("ungdc/UNGDC.tgz");
    if !packed.exists() {
        world::say(&format!("skipped: {} is missing", packed.display()));
        return;
    }
    // Every fortieth: all sessions, and states in all spellings.
    static DEBATES: OnceLock<World> = OnceLock::new();
    prove(DEBATES.get_or_init(|| World::of_packed(&packed, 40)), CASES);
}

fn checkout(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Asks random queries until all agree or the smallest that doesn't is found.
fn prove(world: &'static World, cases: u32) {
    let told = std::env::var("VERBALE_REFERENCE_CASES").ok().and_then(|cases| cases.parse().ok());
    let config = Config {
        cases: told.unwrap_or(cases),
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..Config::default()
    };
    let tally = Tally::default();
    let mut runner = TestRunner::new(config);
    if let Err(failure) = runner.run(&questions(&world.corpus), |question| agree(world, &question, &tally)) {
        panic!("{failure}");
    }
    world::say(&format!("reference: {tally:?}"));
    let [asked, telling, marked] = [&tally.asked, &tally.telling, &tally.marked].map(|count| count.get());
    assert!(telling * 3 > asked, "most questions say nothing: {tally:?}");
    assert!(marked * 2 > asked, "hardly an answer is looked at for what it marks: {tally:?}");
}
