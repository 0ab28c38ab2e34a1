//! `verbale site`: what is known about sites, tried on their pages.

use std::io::Write;

use anyhow::Result;
use serde_json::{Value, json};
use verbale_ingest::{Chosen, Outcome, Sites, Trial, try_site};

use crate::args::{Site, SiteCommand};
use crate::exit::Done;
use crate::output::print_one;

/// How many characters of a text show which one it is.
const SHOWN: usize = 80;

pub(crate) fn run(arguments: &Site) -> Result<Done> {
    match &arguments.command {
        SiteCommand::List => {
            let mut out = anstream::stdout().lock();
            for name in Sites::built_in().names() {
                writeln!(out, "{name}")?;
            }
            Ok(Done::All)
        }
        SiteCommand::Try(arguments) => {
            let trial = try_site(&arguments.profile, &arguments.page)?;
            print_one(arguments.output.format, &json(&trial), |out| table(out, &arguments.profile, &trial))?;
            let nothing = !trial.outcomes.iter().any(|outcome| matches!(outcome, Outcome::Statement(_)));
            Ok(Done::unless(nothing))
        }
    }
}

fn table(out: &mut dyn Write, profile: &str, trial: &Trial) -> std::io::Result<()> {
    match &trial.chosen {
        Some(Chosen::Host(host)) => writeln!(out, "{profile} is chosen for this page by its host, {host}")?,
        Some(Chosen::Mark(mark)) => writeln!(out, "{profile} is chosen for this page by its mark, {mark}")?,
        None => writeln!(
            out,
            "{profile} would not be chosen for this page by itself: it is on none of the profile's hosts and has none of its marks"
        )?,
    }
    for matched in &trial.matches {
        let times =
            if matched.count == 1 { "1 match".to_owned() } else { format!("{} matches", matched.count) };
        writeln!(out, "{:<9}{:<11} {}", matched.key, times, matched.selector)?;
        if !matched.first.is_empty() {
            writeln!(out, "{:<9}{}", "", beginning(&matched.first))?;
        }
    }
    for outcome in &trial.outcomes {
        writeln!(out)?;
        match outcome {
            Outcome::Skipped(skip) => writeln!(out, "no statement: {}", skip.reason)?,
            Outcome::Statement(ingested) => {
                super::show::table(out, &ingested.statement, &[])?;
                for warning in &ingested.warnings {
                    writeln!(out, "\nnote: {warning}")?;
                }
            }
        }
    }
    if !trial.left_out.is_empty() {
        writeln!(out, "\nleft out of the page:")?;
        for text in &trial.left_out {
            writeln!(out, "  – {}", beginning(text))?;
        }
    }
    Ok(())
}

/// The beginning of a text, which shows which one it is.
fn beginning(text: &str) -> String {
    let mut characters = text.chars();
    let mut beginning: String = characters.by_ref().take(SHOWN).collect();
    if characters.next().is_some() {
        beginning.push('…');
    }
    beginning
}

fn json(trial: &Trial) -> Value {
    let (by, what) = match &trial.chosen {
        Some(Chosen::Host(host)) => ("host", host.as_str()),
        Some(Chosen::Mark(mark)) => ("mark", mark.as_str()),
        None => ("nothing", ""),
    };
    let matches = trial.matches.iter().map(|matched| {
        json!({
            "key": matched.key, "selector": matched.selector, "count": matched.count, "first": matched.first
        })
    });
    let outcomes = trial.outcomes.iter().map(|outcome| match outcome {
        Outcome::Statement(ingested) => {
            let warnings: Vec<String> = ingested.warnings.iter().map(ToString::to_string).collect();
            json!({ "statement": ingested.statement, "warnings": warnings })
        }
        Outcome::Skipped(skip) => json!({ "error": skip.reason.to_string() }),
    });
    json!({
        "chosen_by": by, "chosen_for": what, "matches": matches.collect::<Vec<_>>(),
        "outcomes": outcomes.collect::<Vec<_>>(), "left_out": trial.left_out,
    })
}
