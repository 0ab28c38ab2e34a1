//! Statements by the hundred, all different and always the same.

use serde_json::{Value, json};

const WORDS: [&str; 32] = [
    "the",
    "council",
    "of",
    "littoral",
    "states",
    "reaffirms",
    "its",
    "commitment",
    "to",
    "peaceful",
    "settlement",
    "disputes",
    "over",
    "maritime",
    "borders",
    "and",
    "calls",
    "upon",
    "all",
    "participants",
    "refrain",
    "from",
    "detention",
    "merchant",
    "vessels",
    "in",
    "strait",
    "while",
    "negotiations",
    "on",
    "fisheries",
    "continue",
];

/// `count` statements with ids from `als-00000` on, each of some 1,200 bytes of text.
pub fn statements(count: usize) -> Vec<Value> {
    (0..count).map(statement).collect()
}

/// The statements as the lines of a JSONL file.
pub fn jsonl(count: usize) -> String {
    statements(count).iter().map(|statement| format!("{statement}\n")).collect()
}

fn statement(number: usize) -> Value {
    // A linear congruential generator (Knuth's MMIX constants) is random enough to choose words.
    let mut state = number as u64;
    let mut word = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        WORDS[(state >> 59) as usize]
    };
    let mut paragraph = || (0..60).map(|_| word()).collect::<Vec<_>>().join(" ");
    let text = [paragraph(), paragraph(), paragraph()].join("\n\n");
    json!({
        "id": format!("als-{number:05}"),
        "title": format!("Statement {number} of the Assembly"),
        "date": (2001 + number % 25).to_string(),
        "language": "en",
        "text": text,
    })
}
