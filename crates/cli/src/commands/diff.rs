//! `verbale diff`: what was changed in a statement.

use std::io::Write;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use anyhow::Result;
use verbale_search::{Comparison, ParagraphChange, Piece, PieceState, Version, comparison};

use super::search::{QUIET, printable};
use super::show::found;
use crate::args::Diff;
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::print_one;

const REMOVED: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();

pub(crate) fn run(data: &Path, arguments: &Diff) -> Result<Done> {
    let archive = DataDirectory::existing(data)?.archive()?;
    let compared = found(&arguments.id, |id| comparison(&archive, id, arguments.from, arguments.to))?;
    let Some(compared) = compared else { return Ok(Done::InPart) };
    print_one(arguments.output.format, &compared, |out| table(out, &compared))?;
    Ok(Done::All)
}

fn table(out: &mut dyn Write, compared: &Comparison) -> std::io::Result<()> {
    let heading = |sign, version: &Version| {
        format!("{sign} {} version {}, archived {}", compared.id, version.version, version.archived_at)
    };
    writeln!(out, "{REMOVED}{}{REMOVED:#}", heading("---", &compared.from))?;
    writeln!(out, "{ADDED}{}{ADDED:#}", heading("+++", &compared.to))?;
    writeln!(out, "{QUIET}{}{QUIET:#}", compared.difference.summary())?;
    for fact in &compared.difference.facts {
        for (sign, style, value) in [("-", REMOVED, &fact.before), ("+", ADDED, &fact.after)] {
            if !value.is_empty() {
                writeln!(out, "{style}{sign} {}: {}{style:#}", fact.field, printable(value))?;
            }
        }
    }
    let mut kept = 0;
    for change in &compared.difference.paragraphs {
        if let ParagraphChange::Kept { .. } = change {
            kept += 1;
            continue;
        }
        tell_kept(out, &mut kept)?;
        match change {
            ParagraphChange::Kept { .. } => {}
            ParagraphChange::Removed { before, text } => {
                writeln!(out, "{REMOVED}-{before:>4}  {}{REMOVED:#}", printable(text))?;
            }
            ParagraphChange::Added { after, text } => {
                writeln!(out, "{ADDED}+{after:>4}  {}{ADDED:#}", printable(text))?;
            }
            ParagraphChange::Changed { after, pieces, .. } => {
                writeln!(out, "±{after:>4}  {}", pieces.iter().map(piece).collect::<String>())?;
            }
        }
    }
    tell_kept(out, &mut kept)
}

fn tell_kept(out: &mut dyn Write, kept: &mut usize) -> std::io::Result<()> {
    match std::mem::take(kept) {
        0 => Ok(()),
        1 => writeln!(out, "{QUIET}      … 1 paragraph without changes{QUIET:#}"),
        count => writeln!(out, "{QUIET}      … {count} paragraphs without changes{QUIET:#}"),
    }
}

/// Some words, between signs that can be told apart without colours, too.
fn piece(piece: &Piece) -> String {
    let text = printable(&piece.text);
    match piece.state {
        PieceState::Kept => text,
        PieceState::Removed => format!("{REMOVED}[-{text}-]{REMOVED:#}"),
        PieceState::Added => format!("{ADDED}{{+{text}+}}{ADDED:#}"),
    }
}
