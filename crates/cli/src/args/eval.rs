//! The arguments of `verbale eval`.

mod compare;
mod judging;
mod tune;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use verbale_eval::Measure;

pub(crate) use self::compare::Compare;
pub(crate) use self::judging::{Judged, Log, Pool};
pub(crate) use self::tune::Tune;
use super::Output;

#[derive(Debug, Args)]
pub(crate) struct Eval {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Searches all topics of test collections and measures the rankings.
    ///
    /// A collection is a folder with documents.jsonl, topics.tsv and qrels.txt, or a TOML file that says where they
    /// are. Its documents get an archive and an index of their own below the data directory, which are used again.
    #[command(after_help = "Example:\n  verbale eval run index-data/eval/sample --profile bm25\n  \
        verbale eval run cranfield --run lucene.run --measures nDCG@10,AP")]
    Run(Run),
    /// Searches for a better ranking profile, and tells a gain from luck.
    ///
    /// In each fold the best setting is searched on the other folds' topics and judged on the fold's own. A gain that is
    /// not there on the topics held out, or that chance would often give (p ≥ 0.05), or that costs one of the
    /// collections, is refused: no profile is written, and the exit code is 1. The same command again after a kill goes
    /// on from what was tried.
    #[command(
        after_help = "Example:\n  verbale eval tune cranfield cisi --knob b=0.2..0.9 --knob k1=0.4..3.2:log \
        --output tuned.toml"
    )]
    Tune(Tune),
    /// Compares rankings with a baseline: differences, whether they are more than chance, and which topics changed.
    ///
    /// Each is a run file, or a ranking profile with which a collection is searched. Every difference has a confidence
    /// interval, an effect size and the p-values of a randomisation test and a t-test, corrected for how many
    /// comparisons there are.
    #[command(
        after_help = "Example:\n  verbale eval compare bm25 default --collection index-data/eval/sample --html \
        report.html\n  verbale eval compare lucene.run verbale.run --qrels qrels.txt --measures nDCG@10,AP"
    )]
    Compare(Compare),
    /// Pools what is to be judged: the best of several runs, in an order that tells neither rank nor system.
    ///
    /// Judge it with `verbale serve --judge POOL`.
    #[command(
        after_help = "Example:\n  verbale eval pool bm25.run default.run --topics topics.tsv --depth 20 --output pool.jsonl"
    )]
    Pool(Pool),
    /// Makes qrels of judgments, and says how far the assessors agree.
    ///
    /// Prints Cohen's kappa of every two assessors, plain and weighted by the distance of the grades, Fleiss' kappa of
    /// all, and the documents on which they differ. The last judgment of an assessor about a document counts.
    #[command(after_help = "Example:\n  verbale eval judged pool.judgments.jsonl --output qrels.txt")]
    Judged(Judged),
    /// Makes topics and judgments of a search log.
    ///
    /// Queries of one meaning are one topic. Documents are graded by how much they attract clicks, by a position-based
    /// model: it knows that what stands high is clicked more, and no other bias. A log is what `verbale serve --log`
    /// writes: lines of JSON with time, query, shown and clicked ids.
    #[command(after_help = "Example:\n  verbale eval log searches.jsonl --lang en --output from-clicks/")]
    Log(Log),
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Folders or TOML files.
    #[arg(required = true, value_name = "COLLECTION")]
    pub(crate) collections: Vec<PathBuf>,
    /// A ranking profile: default, bm25, recall, the name of one in index-data/ranking, or a TOML file.
    #[arg(long, value_name = "PROFILE", conflicts_with = "run")]
    pub(crate) profile: Option<String>,
    /// Write the run in TREC's format: into this file, or, of several collections, into this folder.
    #[arg(long, value_name = "PATH", conflicts_with = "run")]
    pub(crate) output: Option<PathBuf>,
    /// Search nothing and measure this run of another system.
    #[arg(long, value_name = "FILE")]
    pub(crate) run: Option<PathBuf>,
    /// What to measure.
    #[arg(long, value_name = "MEASURE,…", value_delimiter = ',', default_values_t = Measure::USUAL)]
    pub(crate) measures: Vec<Measure>,
    /// The values of each topic, too.
    #[arg(long)]
    pub(crate) per_topic: bool,
    #[command(flatten)]
    pub(crate) format: Output,
}
