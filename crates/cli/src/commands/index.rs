//! `verbale index`: the index follows the archive.

use std::path::Path;

use anyhow::Result;
use serde_json::json;
use verbale_archive::Archive;
use verbale_index::{EngineError, Following};

use crate::args::{Format, Index, Writing};
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::{print_one, thousands};
use crate::progress::Progress;

pub(crate) fn run(data: &Path, arguments: &Index) -> Result<Done> {
    let directory = DataDirectory::existing(data)?;
    let following = follow(&directory, &mut directory.archive()?, arguments.rebuild, arguments.writing)?;
    match arguments.output.format {
        Format::Table => print(&following)?,
        format => {
            let record = json!({ "indexed": following.indexed, "rebuilt": following.rebuilt });
            print_one(format, &record, |_| Ok(()))?;
        }
    }
    Ok(Done::All)
}

/// Brings the index of `directory` up to date, once it is known what repeats what: a process may have been killed before it
/// was, or the archive may be older than such links.
pub(crate) fn follow(
    directory: &DataDirectory,
    archive: &mut Archive,
    rebuild: bool,
    writing: Writing,
) -> Result<Following, EngineError> {
    archive.link()?;
    let progress = Progress::of("statements indexed");
    let index = directory.index().with_memory(writing.memory());
    let following = index.follow(archive, rebuild, &mut |done, all| progress.set(done, all));
    progress.finish();
    following
}

/// Says what was done.
pub(crate) fn print(following: &Following) -> Result<()> {
    let sentence = match &following.rebuilt {
        Some(reason) => format!("index built anew ({reason}): {} statements", thousands(following.indexed)),
        None if following.indexed == 0 => "index up to date".to_owned(),
        None => format!("index brought up to date: {} statements", thousands(following.indexed)),
    };
    print_one(Format::Table, &(), |out| writeln!(out, "{sentence}"))
}
