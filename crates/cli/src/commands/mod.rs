//! One command a file.

mod analyze;
mod asking;
mod check;
mod diff;
mod eval;
mod export;
mod extract;
mod index;
mod ingest;
mod kwic;
mod parse;
mod search;
mod serve;
mod show;
mod site;
mod start;
mod status;
mod trends;

use anyhow::Result;

use crate::args::{Arguments, Command, DEFAULT_ADDRESS, Format};
use crate::exit::Done;
use crate::output::print_one;

/// Runs the command that the arguments name.
pub(crate) fn run(arguments: &Arguments) -> Result<Done> {
    let data = &arguments.data;
    match &arguments.command {
        None => start::run(data, arguments.listen.unwrap_or(DEFAULT_ADDRESS)),
        Some(Command::Ingest(ingest)) => ingest::run(data, ingest),
        Some(Command::Extract(extract)) => extract::run(extract),
        Some(Command::Site(site)) => site::run(site),
        Some(Command::Index(index)) => index::run(data, index),
        Some(Command::Search(search)) => search::run(data, search),
        Some(Command::Export(export)) => export::run(data, export),
        Some(Command::Kwic(kwic)) => kwic::run(data, kwic),
        Some(Command::Trends(trends)) => trends::run(data, trends),
        Some(Command::Show(show)) => show::run(data, show),
        Some(Command::Diff(diff)) => diff::run(data, diff),
        Some(Command::Analyze(analyze)) => analyze::run(analyze),
        Some(Command::Parse(parse)) => parse::run(parse),
        Some(Command::Serve(serve)) => serve::run(data, serve),
        Some(Command::Status(status)) => status::run(data, status),
        Some(Command::Check) => check::run(data),
        Some(Command::Eval(eval)) => eval::run(data, eval),
        Some(Command::Schema) => {
            print_one(Format::Json, &verbale_ingest::schema(), |_| Ok(()))?;
            Ok(Done::All)
        }
    }
}
