//! `verbale` without a command: what a newcomer types.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use verbale_ingest::Options;

use crate::args::{Format, Writing};
use crate::data::DataDirectory;
use crate::exit::Done;

/// Our own statements, as they lie in a checkout.
const SAMPLE: &str = "index-data/sample";

pub(crate) fn run(data: &Path, address: SocketAddr) -> Result<Done> {
    let known = DataDirectory::open(data)?;
    let listener = super::serve::listen(address)?;
    let directory = match known {
        Some(directory) if !directory.wants_sample() => directory,
        _ => with_sample(data)?,
    };
    super::serve::serve(&directory, listener, None, None, Writing::default())
}

/// Takes the sample into a new data directory, or goes on where that was cut short.
fn with_sample(data: &Path) -> Result<DataDirectory> {
    let sample = PathBuf::from(SAMPLE);
    if !sample.is_dir() {
        bail!(
            "there are no statements in {} yet, and no sample in {SAMPLE}; take some in with `verbale ingest PATH…`",
            data.display()
        );
    }
    anstream::println!("Taking in the sample from {SAMPLE} …");
    let directory = DataDirectory::open_or_create(data)?;
    directory.set_sample_pending(true)?;
    let mut archive = directory.archive()?;
    let report = super::ingest::take_in(&mut archive, &[sample], &Options::default());
    report.print(Format::Table)?;
    super::index::print(&super::index::follow(&directory, &mut archive, false, Writing::default())?)?;
    directory.set_sample_pending(false)?;
    Ok(directory)
}
