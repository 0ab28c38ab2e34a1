//! The arguments of the commands around judgments.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use verbale_eval::judgments::Combination;
use verbale_statement::Language;

use crate::args::Output;

#[derive(Debug, Args)]
pub(crate) struct Pool {
    /// Runs in TREC's format, of any systems.
    #[arg(required = true, value_name = "RUN")]
    pub(crate) runs: Vec<PathBuf>,
    /// What the topics ask.
    #[arg(long, value_name = "FILE")]
    pub(crate) topics: PathBuf,
    /// How many of the best of each run are pooled.
    #[arg(long, value_name = "K", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) depth: u32,
    /// Leave out what these qrels judge already.
    #[arg(long, value_name = "FILE")]
    pub(crate) qrels: Option<PathBuf>,
    /// The pool's file.
    #[arg(long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) format: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Judged {
    /// The judgments beside a pool: pool.judgments.jsonl for pool.jsonl.
    #[arg(value_name = "JUDGMENTS")]
    pub(crate) judgments: PathBuf,
    /// What several assessors' grades become in the qrels.
    #[arg(long, value_name = "HOW", value_enum, default_value_t = Combine::Median)]
    pub(crate) combine: Combine,
    /// Write qrels in TREC's format.
    #[arg(long, value_name = "QRELS")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) format: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Combine {
    /// The one in the middle; of two in the middle the lower.
    Median,
    /// The most frequent; where several are, the median.
    Majority,
}

impl From<Combine> for Combination {
    fn from(combine: Combine) -> Self {
        match combine {
            Combine::Median => Combination::Median,
            Combine::Majority => Combination::Majority,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Log {
    /// The search log.
    #[arg(value_name = "LOG")]
    pub(crate) log: PathBuf,
    /// The language of the queries, such as en, ru or zh, so that inflected forms are one topic.
    #[arg(long, value_name = "CODE", default_value = "und")]
    pub(crate) lang: Language,
    /// A topic needs so many searches, and a judgment so many expected examinations.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) minimum: u32,
    /// From which attractiveness on a document has the grades 1, 2 and 3.
    #[arg(long, value_name = "A,B,C", value_delimiter = ',', num_args = 1, default_values_t = [0.1, 0.25, 0.5])]
    pub(crate) grades: Vec<f64>,
    /// Write topics.tsv and qrels.txt into this folder.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) format: Output,
}
