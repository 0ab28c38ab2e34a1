//! Text a second, by language, on one thread; for English beside Tantivy's own chain in the same run.
//!
//! ```text
//! cargo bench -p verbale-analysis
//! ```
//!
//! reads up to 4 MB of each language from `langid`, `unga-2024/text` and `zh-reports` in `../shared/corpora` beside the
//! checkout, or where `VERBALE_CORPORA` says. A language without text there is left out, but for English: without texts
//! it is a paragraph of ours over and over, which flatters the cache of words.

#![allow(clippy::expect_used, reason = "a bench that can't be set up has nothing to measure")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tantivy::tokenizer::{
    Language as Stemmed, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer, TokenStream,
};
use verbale_analysis::Analyzer;

const MOST: usize = 4 << 20;

fn corpora() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora");
    std::env::var_os("VERBALE_CORPORA").map_or(beside, PathBuf::from)
}

/// Texts of a language: General Assembly statements are named CC_LL.txt.
fn text(code: &str) -> String {
    let mut files: Vec<PathBuf> = fs::read_dir(corpora().join("unga-2024/text"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with(&format!("_{code}")))
        })
        .collect();
    files.sort();
    if code == "zh" {
        files.push(corpora().join("zh-reports/government_work_reports.jsonl"));
    }
    let mut text: String = files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    for file in ["sentences.tsv", "declaration.tsv"] {
        let lines = fs::read_to_string(corpora().join("langid").join(file)).unwrap_or_default();
        for (language, line) in lines.lines().filter_map(|line| line.split_once('\t')) {
            if language == code {
                text.extend([line, "\n"]);
            }
        }
    }
    if text.is_empty() && code == "en" {
        text = "The Assembly of Littoral States reaffirmed that its members' obligations remain in force.\n"
            .repeat(2_000);
    }
    let end = text.floor_char_boundary(MOST);
    text.truncate(end);
    text
}

fn throughput(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("analysis");
    group.sample_size(20).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(2));
    for language in verbale_analysis::field_languages() {
        let (code, text) = (language.code(), text(language.code()));
        if text.is_empty() {
            continue;
        }
        let analyzer = Analyzer::of(language);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(code, |bencher| {
            bencher.iter(|| {
                let mut bytes = 0;
                for line in text.lines() {
                    analyzer.visit(line, |found| bytes += found.exact.len() + found.stems().count());
                }
                black_box(bytes)
            });
        });
        if code == "en" {
            let mut chain = TextAnalyzer::builder(SimpleTokenizer::default())
                .filter(LowerCaser)
                .filter(Stemmer::new(Stemmed::English))
                .build();
            group.bench_function("en, Tantivy's chain", |bencher| {
                bencher.iter(|| {
                    let mut bytes = 0;
                    for line in text.lines() {
                        chain.token_stream(line).process(&mut |token| bytes += token.text.len());
                    }
                    black_box(bytes)
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, throughput);
criterion_main!(benches);
