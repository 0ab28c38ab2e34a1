//! The arguments for what is read: how tables are, and which sites are known.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};
use verbale_ingest::{Mapping, Options, Sites};

use super::Output;

/// How input is read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// Which columns (by name or number) or JSON keys hold what: text=Body,title=2,date=year.
    #[arg(long, value_name = "FIELD=COLUMN,…")]
    map: Option<Mapping>,
    /// The first record of a CSV or TSV file is data, too; columns are then mapped by number.
    #[arg(long)]
    no_header: bool,
    /// Profiles of sites of your own: a TOML file, or a folder of them; may be repeated.
    #[arg(long, env = "VERBALE_SITES", value_name = "PATH")]
    sites: Vec<PathBuf>,
}

impl Reading {
    pub(crate) fn options(&self) -> Result<Options> {
        let sites = if self.sites.is_empty() { Sites::built_in() } else { Sites::with(&self.sites)? };
        Ok(Options { mapping: self.map.clone(), header: !self.no_header, sites })
    }
}

#[derive(Debug, Args)]
pub(crate) struct Site {
    #[command(subcommand)]
    pub(crate) command: SiteCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SiteCommand {
    /// Reads a page with a profile and prints what each selector finds, the statement, and what is left out.
    #[command(
        after_help = "Example:\n  verbale site try my-ministry.toml page.html\n  verbale site try csto https://en.odkb-csto.org/…"
    )]
    Try(Try),
    /// Prints the names of the profiles that Verbale comes with.
    #[command(after_help = "Example:\n  verbale site list")]
    List,
}

#[derive(Debug, Args)]
pub(crate) struct Try {
    /// The profile: a TOML file, or the name of one that Verbale comes with.
    pub(crate) profile: String,
    /// The page: a file, or an address that begins with http:// or https://.
    #[arg(value_name = "FILE|URL")]
    pub(crate) page: String,
    #[command(flatten)]
    pub(crate) output: Output,
}
