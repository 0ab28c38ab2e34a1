//! `verbale analyze`: what each step of a language's analysis makes of a text.

use anyhow::Result;
use serde_json::{Value, json};
use verbale_search::{AnalysedWord, analyse};

use crate::args::Analyze;
use crate::exit::Done;
use crate::output::print_many;

pub(crate) fn run(arguments: &Analyze) -> Result<Done> {
    let (language, words) = analyse(&arguments.text.join(" "), arguments.lang);
    let tokens: Vec<Value> = words.iter().map(record).collect();
    let whole = json!({ "language": language, "tokens": tokens });
    print_many(arguments.output.format, &whole, &tokens, |out| {
        writeln!(out, "analysed as {}; offsets in bytes", language.code())?;
        let rows: Vec<[String; 6]> = words.iter().map(row).collect();
        let titles = ["bytes", "position", "segment", "normalised", "exact", "stem"].map(str::to_owned);
        let width = |column: usize| {
            rows.iter().chain([&titles]).map(|row| row[column].chars().count()).max().unwrap_or(0)
        };
        let widths: [usize; 6] = std::array::from_fn(width);
        for row in std::iter::once(&titles).chain(&rows) {
            let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
            writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
        }
        Ok(())
    })?;
    Ok(Done::All)
}

fn row(word: &AnalysedWord) -> [String; 6] {
    let position = match word.span {
        1 => word.position.to_string(),
        span => format!("{}–{}", word.position, word.position + span - 1),
    };
    [
        format!("{}–{}", word.bytes.start, word.bytes.end),
        position,
        word.segment.clone(),
        word.normalised.clone(),
        word.exact.clone(),
        word.stems.join(", "),
    ]
}

fn record(word: &AnalysedWord) -> Value {
    json!({
        "start": word.characters.start,
        "end": word.characters.end,
        "start_byte": word.bytes.start,
        "end_byte": word.bytes.end,
        "position": word.position,
        "span": word.span,
        "segment": word.segment,
        "normalised": word.normalised,
        "exact": word.exact,
        "stem": word.stems.first(),
        "second_stem": word.stems.get(1),
    })
}
