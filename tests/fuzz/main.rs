//! A smoke run against random input: whatever a reader types or a site publishes, nothing panics and the
//! contracts hold. Runs for a second per target, or for `VERBALE_FUZZ_SECONDS`; the seed is random and, like the
//! input that fails, part of the failure's message.

// A test that finds its world otherwise than it made it shall fail right there.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod facts;
mod pages;
mod texts;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use verbale_ingest::{Outcome, SkipReason};
use verbale_statement::Statement;

/// The statement of an outcome. What may not be is that a parser fell over, of which ingestion makes a skip.
fn statement(outcome: Outcome) -> Result<Option<Statement>, TestCaseError> {
    match outcome {
        Outcome::Statement(ingested) => Ok(Some(ingested.statement)),
        Outcome::Skipped(skip) => {
            prop_assert_ne!(&skip.reason, &SkipReason::ParserFailed);
            Ok(None)
        }
    }
}

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
