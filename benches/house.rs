//! The inner loops, on the sample: extraction, analysis by language, parsing, and searching.
//!
//! `cargo bench` prints times and throughput. Whole corpora are timed by the tests on real input, which print a
//! table; see their head in `tests/real_input/main.rs`.

#![allow(clippy::expect_used, reason = "a bench that can't be set up has nothing to measure")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use verbale_analysis::Analyzer;
use verbale_archive::Archive;
use verbale_index::IndexFolder;
use verbale_ingest::{Options, Outcome, ingest};
use verbale_search::{Request, Searcher};
use verbale_statement::{Language, Statement};

fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("index-data/sample")
}

fn statements() -> (Vec<Statement>, u64) {
    let mut read = 0;
    let statements = ingest(&[sample()], &Options::default())
        .filter_map(|outcome| match outcome {
            Outcome::Statement(ingested) => {
                read += ingested.bytes_read;
                Some(ingested.statement)
            }
            Outcome::Skipped(_) => None,
        })
        .collect();
    (statements, read)
}

fn extraction(criterion: &mut Criterion) {
    let (_, read) = statements();
    let mut group = criterion.benchmark_group("ingest");
    group.throughput(Throughput::Bytes(read)).sample_size(10);
    group.bench_function("sample", |bencher| bencher.iter(|| black_box(statements())));
}

/// One page without a profile: an article with what sites put around it.
fn unknown_page(criterion: &mut Criterion) {
    let sentence = "The strait stays open to the ships of every State, and to those who fish in it. ";
    let article = format!("<p>{}</p>", sentence.repeat(6)).repeat(30);
    let links = r#"<li><a href="/news/of-the-day">What was said about the herring</a></li>"#.repeat(60);
    let page = format!(
        "<html lang=en><title>On nets | Strait</title><ul class=menu>{links}</ul><h1>On nets</h1>\
         <div class=article-body>{article}</div><div class=related><h3>Read also</h3><ul>{links}</ul></div>"
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("page.html");
    std::fs::write(&file, &page).expect("the folder can be written to");
    let mut group = criterion.benchmark_group("ingest");
    group.throughput(Throughput::Bytes(page.len() as u64));
    group.bench_function("page of an unknown site", |bencher| {
        bencher.iter(|| black_box(ingest(std::slice::from_ref(&file), &Options::default()).count()));
    });
}

fn analysis(criterion: &mut Criterion) {
    let mut texts: BTreeMap<Language, String> = BTreeMap::new();
    for paragraph in statements().0.into_iter().flat_map(|statement| statement.paragraphs) {
        texts.entry(paragraph.language).or_default().push_str(&paragraph.text);
    }
    let mut group = criterion.benchmark_group("analysis");
    for (language, text) in texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        let analyzer = Analyzer::of(language);
        group.bench_function(language.name(), |bencher| bencher.iter(|| black_box(analyzer.tokens(&text))));
    }
}

fn searching(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut archive = Archive::open(&folder.path().join("archive.sqlite")).expect("an archive");
    archive.put_all(&statements().0).expect("the sample fits");
    let index = IndexFolder::at(folder.path().join("index"));
    index.follow(&archive, false, &mut |_, _| ()).expect("an index");
    let searcher = Searcher::new(archive, Box::new(index.engine().expect("the index opens")));
    for (name, query) in [
        ("word", "herring"),
        ("words", "herring grey strait"),
        ("phrase", "\"grey strait\""),
        ("everything with filters", "lang:ru kind:interview date:2015.."),
        ("word in Chinese", "裁军"),
    ] {
        criterion.bench_function(&format!("search/{name}"), |bencher| {
            bencher.iter(|| searcher.search(&Request::new(black_box(query))));
        });
    }
    let long = "strait OR канал -title:fisheries (a b \"c d\") ".repeat(20);
    criterion.bench_function("parse/long query", |bencher| {
        bencher.iter(|| verbale_query::parse(black_box(&long)))
    });
}

criterion_group!(house, extraction, unknown_page, analysis, searching);
criterion_main!(house);
