//! How long queries of 4 kB take that are made to take long.
//!
//! `cargo bench -p verbale-query` prints the times. A query is parsed before any limit of the service holds, so the
//! slowest of these says what a reader can cost before the first word is looked up.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use verbale_query::parse;

/// As long as a query is here.
const BYTES: usize = 4_096;

/// What is repeated until the query is full.
const PIECES: [(&str, &str); 14] = [
    ("words", "strait OR канал -title:fisheries (a b \"c d\") "),
    ("groups", "("),
    ("scopes", "-para("),
    ("groups of alternatives", "(a b OR c AND "),
    ("chains of alternatives", "(a|b)near/5(c|d) "),
    ("a chain", "a NEAR/5 "),
    ("operators that may be words", "И ИЛИ НЕ OU "),
    ("fields", "title:"),
    ("unknown fields", "ab:(x "),
    ("values", "kind:x,"),
    ("countries", "country:(x,y "),
    ("weights", "^2"),
    ("signs of similar words", "a~"),
    ("patterns", "a*?"),
];

fn parsing(criterion: &mut Criterion) {
    for (name, piece) in PIECES {
        let query = piece.repeat(BYTES / piece.len());
        criterion
            .bench_function(&format!("parse/{name}"), |bencher| bencher.iter(|| parse(black_box(&query))));
    }
}

criterion_group!(query, parsing);
criterion_main!(query);
