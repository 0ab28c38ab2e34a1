//! The arguments of `verbale eval compare`.

use std::path::PathBuf;

use clap::Args;
use verbale_eval::Measure;
use verbale_eval::compare::Settings;
use verbale_eval::significance::Permutations;

use crate::args::Output;

#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// What the others are compared with: a run file, the name of a profile in index-data/ranking, or a TOML file.
    #[arg(value_name = "BASELINE")]
    pub(crate) baseline: String,
    /// What is compared with it, of the same kinds.
    #[arg(required = true, value_name = "SYSTEM")]
    pub(crate) systems: Vec<String>,
    /// The collection: its judgments, its topics, and what profiles search.
    #[arg(long, value_name = "COLLECTION", required_unless_present = "qrels")]
    pub(crate) collection: Option<PathBuf>,
    /// The judgments, where there is no collection.
    #[arg(long, value_name = "FILE", conflicts_with = "collection")]
    pub(crate) qrels: Option<PathBuf>,
    /// The topics beside them, so that queries are shown and not only their ids.
    #[arg(long, value_name = "FILE", requires = "qrels")]
    pub(crate) topics: Option<PathBuf>,
    /// What to measure; the topics that changed most are those of the first.
    #[arg(long, value_name = "MEASURE,…", value_delimiter = ',', default_values_t = Settings::default().measures)]
    pub(crate) measures: Vec<Measure>,
    /// How many permutations the randomisation test draws; where there are no more, it looks at all.
    #[arg(long, value_name = "N", default_value_t = Permutations::default().count,
        value_parser = clap::value_parser!(u32).range(1..=100_000_000))]
    pub(crate) permutations: u32,
    /// Where its random numbers start.
    #[arg(long, value_name = "N", default_value_t = Permutations::default().seed)]
    pub(crate) seed: u64,
    /// How sure the intervals are, between 0 and 1; what this leaves is the level of significance.
    #[arg(long, value_name = "PART", default_value_t = Settings::default().confidence, value_parser = confidence)]
    pub(crate) confidence: f64,
    /// How many of the topics that changed most are shown.
    #[arg(long, value_name = "N", default_value_t = Settings::default().topics)]
    pub(crate) changed: usize,
    /// To which depth their rankings are shown.
    #[arg(long, value_name = "N", default_value_t = Settings::default().depth)]
    pub(crate) depth: usize,
    /// Write a page with pictures, too.
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
}

fn confidence(text: &str) -> Result<f64, String> {
    let level = text.parse().ok().filter(|level| *level > 0.0 && *level < 1.0);
    level.ok_or_else(|| "it has to be above 0 and below 1, such as 0.95".to_owned())
}
