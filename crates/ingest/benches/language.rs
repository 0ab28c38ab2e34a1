//! How many texts get their language in a second, on one core.
//!
//! `cargo bench -p verbale-ingest` takes the paragraphs of the sample in ten languages, and the sentences and pairs of
//! words of the corpora, if they lie beside the checkout or where `VERBALE_CORPORA` says.

#![allow(clippy::expect_used, reason = "a bench that can't be set up has nothing to measure")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use verbale_ingest::{Options, Outcome, ingest, language_of};

fn sample() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../index-data/sample");
    let statements = ingest(&[folder], &Options::default()).filter_map(|outcome| match outcome {
        Outcome::Statement(ingested) => Some(ingested.statement),
        Outcome::Skipped(_) => None,
    });
    statements.flat_map(|statement| statement.paragraphs).map(|paragraph| paragraph.text).collect()
}

/// The texts of a file of the corpora; none where it is missing.
fn corpus(file: &str) -> Vec<String> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora");
    let corpora = std::env::var_os("VERBALE_CORPORA").map_or(beside, PathBuf::from);
    let text = fs::read_to_string(corpora.join("langid").join(file)).unwrap_or_default();
    text.lines().filter_map(|line| line.split_once('\t')).map(|(_, text)| text.to_owned()).collect()
}

fn languages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("language");
    group.sample_size(20);
    for (name, texts) in [
        ("paragraphs of the sample", sample()),
        ("sentences", corpus("sentences.tsv")),
        ("paragraphs of the declaration", corpus("declaration.tsv")),
        ("pairs of words", corpus("word-pairs.tsv")),
    ] {
        if texts.is_empty() {
            continue;
        }
        group.throughput(Throughput::Elements(texts.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                texts.iter().map(|text| language_of(black_box(text))).for_each(|language| {
                    black_box(language);
                })
            });
        });
    }
    group.finish();
}

criterion_group!(benches, languages);
criterion_main!(benches);
