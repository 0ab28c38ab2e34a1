//! `verbale check`: is everything sound?

use std::path::Path;

use anyhow::Result;
use verbale_archive::Archive;
use verbale_index::{Engine, EngineError};

use crate::args::Format;
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::{print_one, thousands};
use crate::progress::Progress;

pub(crate) fn run(data: &Path) -> Result<Done> {
    let directory = DataDirectory::existing(data)?;
    let archive = directory.archive()?;
    let progress = Progress::of("versions checked");
    let (mut checked, all) = (0, archive.counts()?.versions);
    let mut damage = archive.check(|| {
        checked += 1;
        progress.set(checked, all);
    })?;
    progress.finish();
    match check_index(&directory, &archive) {
        Ok(found) => damage.extend(found),
        Err(error) => damage.push(error.to_string()),
    }
    print_one(Format::Table, &(), |out| {
        for line in &damage {
            writeln!(out, "{line}")?;
        }
        let sentence = if damage.is_empty() { "archive and index are sound" } else { "damage was found" };
        writeln!(out, "{} versions checked: {sentence}", thousands(checked))
    })?;
    Ok(Done::unless(!damage.is_empty()))
}

fn check_index(directory: &DataDirectory, archive: &Archive) -> Result<Vec<String>, EngineError> {
    let engine = match directory.index().engine() {
        Err(EngineError::Missing(_)) if archive.statements()? == 0 => return Ok(Vec::new()),
        engine => engine?,
    };
    let mut damage = engine.check()?;
    let behind = archive.pending(engine.cursor()?)?;
    let (indexed, archived) = (engine.statements()?, archive.statements()?);
    if behind > 0 {
        anstream::eprintln!(
            "note: the index is {} statements behind the archive; run `verbale index`",
            thousands(behind)
        );
    } else if indexed != archived {
        damage.push(format!(
            "index: it has {indexed} statements where the archive has {archived}; rebuild it with `verbale index --rebuild`"
        ));
    }
    Ok(damage)
}
