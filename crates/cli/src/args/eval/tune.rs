//! The arguments of `verbale eval tune`.

use std::path::PathBuf;

use clap::{ArgGroup, Args};
use verbale_eval::Measure;
use verbale_eval::tune::{Knob, Method, Space, SpaceError};

use crate::args::Output;

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("where").args(["space", "knobs"]).required(true))]
pub(crate) struct Tune {
    /// Folders or TOML files; the mean over them of the mean over their topics is made as large as can be.
    #[arg(required = true, value_name = "COLLECTION")]
    pub(crate) collections: Vec<PathBuf>,
    /// A TOML file with a table for each knob to turn: from, to, step, scale = "log".
    #[arg(long, value_name = "FILE")]
    space: Option<PathBuf>,
    /// A knob to turn, as often as needed: b=0.2..0.9, with a step b=0.2..0.9:0.1, by factors k1=0.4..3.2:2:log.
    #[arg(long = "knob", value_name = "KNOB=FROM..TO")]
    knobs: Vec<Knob>,
    /// How to search: grid, random or coordinate (one knob after the other, from several places).
    #[arg(long, value_name = "METHOD", default_value = "coordinate")]
    pub(crate) method: Method,
    /// What to make as large as can be.
    #[arg(long, value_name = "MEASURE", default_value = "nDCG@10")]
    pub(crate) measure: Measure,
    /// In how many parts the topics are held out in turn.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(2..=1000))]
    pub(crate) folds: u16,
    /// What chance goes by: the same seed gives the same result.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many settings a search tries at most; coordinate ascent searches once for each fold and once for all topics.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) budget: u32,
    /// The ranking profile to improve on: default, bm25, recall, the name of one in index-data/ranking, or a TOML file.
    #[arg(long, value_name = "PROFILE")]
    pub(crate) base: Option<String>,
    /// Write the profile that was found into this file, if its gain holds.
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Where to keep what was tried, to go on from there after a kill; else the data directory remembers it.
    #[arg(long, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) format: Output,
}

impl Tune {
    /// The space to search.
    pub(crate) fn space(&self) -> Result<Space, SpaceError> {
        match &self.space {
            Some(file) => Space::open(file),
            None => Space::new(self.knobs.clone()),
        }
    }
}
