//! `verbale trends`: how often something was said.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use serde::Serialize;
use verbale_search::{Expansion, Facet, Frequency, FrequencyRow, Rows, columns};

use super::asking::{request, searcher, tell};
use super::search::{ExpansionRecord, printable};
use crate::args::Trends;
use crate::args::answers::CountFormat;
use crate::exit::Done;
use crate::output::{print_json, thousands};

/// The length of the longest bar, in columns.
const BAR: f64 = 30.0;

pub(crate) fn run(data: &Path, arguments: &Trends) -> Result<Done> {
    let request = request(&arguments.query, &arguments.conditions);
    let trends = searcher(data)?.trends(&request, arguments.by)?;
    tell(&trends.notes);
    let mut out = anstream::stdout().lock();
    match arguments.format {
        CountFormat::Text => table(&mut out, &trends)?,
        CountFormat::Json => print_json(&TrendsRecord::from(&trends), out)?,
        CountFormat::Csv => {
            let mut rows = Rows::csv(&FrequencyRow::COLUMNS, out)?;
            trends.rows.iter().try_for_each(|row| rows.write(&FrequencyRow::from(row)))?;
            rows.finish()?;
        }
    }
    Ok(Done::All)
}

fn table(out: &mut impl Write, trends: &verbale_search::Trends) -> std::io::Result<()> {
    // Of years the gaps say something; of speakers, those who did not say it are too many.
    let is_shown = |row: &&Frequency| trends.by == Facet::Year || row.occurrences > 0 || row.statements > 0;
    let rows = trends.rows.iter().filter(is_shown).chain([&trends.total]);
    let label = |row: &Frequency| row.value.as_deref().map_or("all".to_owned(), printable);
    let width = rows.clone().map(|row| columns(&label(row))).max().unwrap_or(0).max(12);
    let most = trends.rows.iter().filter_map(Frequency::per_million).fold(0.0, f64::max);
    let by = trends.by.name();
    writeln!(out, "{by:<width$}  occurrences  statements  in a million words")?;
    for row in rows {
        let label = label(row);
        let padding = " ".repeat(width - columns(&label));
        let (occurrences, statements) = (thousands(row.occurrences), thousands(row.statements));
        let relative = row.per_million().unwrap_or(0.0);
        write!(out, "{label}{padding}  {occurrences:>11}  {statements:>10}  {relative:>18.1}")?;
        let of_a_value = row.value.is_some() && most > 0.0;
        let bar =
            if of_a_value { "█".repeat((relative / most * BAR).round() as usize) } else { String::new() };
        writeln!(out, "{}{bar}", if bar.is_empty() { "" } else { "  " })?;
    }
    Ok(())
}

#[derive(Serialize)]
struct TrendsRecord<'a> {
    understood: &'a str,
    by: &'static str,
    expansions: Vec<ExpansionRecord<'a>>,
    rows: Vec<FrequencyRow<'a>>,
    total: FrequencyRow<'a>,
}

impl<'a> From<&'a verbale_search::Trends> for TrendsRecord<'a> {
    fn from(trends: &'a verbale_search::Trends) -> Self {
        let record = |expansion: &'a Expansion| ExpansionRecord::from(expansion);
        Self {
            understood: &trends.understood,
            by: trends.by.name(),
            expansions: trends.expansions.iter().map(record).collect(),
            rows: trends.rows.iter().map(FrequencyRow::from).collect(),
            total: FrequencyRow::from(&trends.total),
        }
    }
}
