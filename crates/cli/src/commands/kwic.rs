//! `verbale kwic`: every occurrence in its context.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use serde::Serialize;
use verbale_search::{Layout, Line, Rows, columns};

use super::asking::{request, searcher};
use super::search::{MATCH, QUIET, printable};
use crate::args::Kwic;
use crate::args::answers::LineFormat;
use crate::exit::Done;
use crate::output::thousands;

pub(crate) fn run(data: &Path, arguments: &Kwic) -> Result<Done> {
    let searcher = searcher(data)?;
    let request = request(&arguments.query, &arguments.conditions);
    let width = usize::from(arguments.width);
    let layout = Layout { sort: arguments.sort.into(), width, limit: arguments.limit, skip: 0 };
    let mut out = anstream::stdout().lock();
    match arguments.format {
        LineFormat::Text => {
            let extent = searcher.extent(&request)?;
            let counted =
                |number, noun| format!("{} {noun}{}", thousands(number), if number == 1 { "" } else { "s" });
            let (lines, statements) =
                (counted(extent.lines, "occurrence"), counted(extent.statements, "statement"));
            writeln!(out, "{lines} in {statements}")?;
            searcher.visit_lines(&request, layout, |line| {
                print(&mut out, &line, width).map_err(anyhow::Error::from)
            })?;
        }
        LineFormat::Csv => {
            let mut rows = Rows::csv(&COLUMNS, out)?;
            searcher.visit_lines(&request, layout, |line| {
                rows.write(&LineRow::from(&line)).map_err(anyhow::Error::from)
            })?;
            rows.finish()?;
        }
        LineFormat::Jsonl => {
            let mut rows = Rows::jsonl(out);
            searcher.visit_lines(&request, layout, |line| {
                rows.write(&LineRow::from(&line)).map_err(anyhow::Error::from)
            })?;
            rows.finish()?;
        }
    }
    Ok(Done::All)
}

fn print(out: &mut impl Write, line: &Line, width: usize) -> std::io::Result<()> {
    let padding = |text: &str| " ".repeat(width.saturating_sub(columns(text)));
    let [left, keyword, right] = [&line.left, &line.keyword, &line.right].map(|text| printable(text));
    let (before, behind) = (padding(&left), padding(&right));
    write!(out, "{before}{left}{MATCH}{keyword}{MATCH:#}{right}{behind}  {QUIET}")?;
    if let Some(date) = line.date {
        write!(out, "{date} ")?;
    }
    match line.paragraph {
        Some(number) => writeln!(out, "{} ¶{number}{QUIET:#}", line.id),
        None => writeln!(out, "{} title{QUIET:#}", line.id),
    }
}

const COLUMNS: [&str; 7] = ["id", "date", "paragraph", "language", "left", "keyword", "right"];

#[derive(Serialize)]
struct LineRow<'a> {
    id: &'a str,
    date: Option<String>,
    /// Counted from 1; none for the title.
    paragraph: Option<usize>,
    language: &'a str,
    left: &'a str,
    keyword: &'a str,
    right: &'a str,
}

impl<'a> From<&'a Line> for LineRow<'a> {
    fn from(line: &'a Line) -> Self {
        Self {
            id: line.id.as_str(),
            date: line.date.map(|date| date.to_string()),
            paragraph: line.paragraph,
            language: line.language.code(),
            left: &line.left,
            keyword: &line.keyword,
            right: &line.right,
        }
    }
}
