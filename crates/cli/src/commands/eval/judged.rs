//! `verbale eval judged`: qrels of judgments, and how far assessors agree.

use std::io::Write;

use anyhow::Result;
use verbale_eval::judgments::{Agreement, Disagreement, Judgments, PairAgreement};

use crate::args::eval as args;
use crate::exit::Done;
use crate::output::{print_many, thousands};

pub(super) fn run(arguments: &args::Judged) -> Result<Done> {
    let judgments = Judgments::read(&arguments.judgments)?;
    let qrels = judgments.qrels(arguments.combine.into());
    if let Some(output) = &arguments.output {
        qrels.write(output)?;
    }
    let agreement = judgments.agreement();
    let judged = qrels.topics().map(|topic| qrels.grades(topic).map_or(0, |grades| grades.len())).sum();
    print_many(arguments.format.format, &agreement, &agreement.disagreements, |out| {
        table(out, &agreement, judged)
    })?;
    Ok(Done::All)
}

fn table(out: &mut dyn Write, agreement: &Agreement, judged: usize) -> std::io::Result<()> {
    let count = |number: usize| thousands(number as u64);
    writeln!(out, "{} documents are judged, {} by two or more", count(judged), count(agreement.shared))?;
    for (assessor, documents) in &agreement.assessors {
        writeln!(out, "  {:>7}  {}", count(*documents), plain(assessor))?;
    }
    if !agreement.pairs.is_empty() {
        writeln!(out, "\nCohen's kappa         plain  linear  quadratic  the same")?;
    }
    for PairAgreement { one, other, documents, same, kappa: plain_kappa, linear, quadratic } in
        &agreement.pairs
    {
        let (plain_kappa, linear, quadratic) = (kappa(*plain_kappa), kappa(*linear), kappa(*quadratic));
        let names = format!("{}, {}", plain(one), plain(other));
        writeln!(out, "  {names:<19} {plain_kappa:>6}  {linear:>6}  {quadratic:>9}  {same} of {documents}")?;
    }
    if agreement.shared > 0 {
        writeln!(out, "Fleiss' kappa of all  {:>5}", kappa(agreement.fleiss))?;
    }
    if !agreement.disagreements.is_empty() {
        writeln!(out, "\nDifferent grades")?;
    }
    for Disagreement { topic, document, grades } in &agreement.disagreements {
        writeln!(out, "  {} {}", plain(topic), plain(document))?;
        for (assessor, grade, note) in grades {
            writeln!(
                out,
                "    {grade}  {}{}{}",
                plain(assessor),
                if note.is_empty() { "" } else { ": " },
                plain(note)
            )?;
        }
    }
    Ok(())
}

fn kappa(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"))
}

/// A text that can't steer the terminal, on one line.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|c| !c.is_control()).collect()
}
