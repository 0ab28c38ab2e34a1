//! The arguments and their help.

pub(crate) mod answers;
pub(crate) mod eval;
mod reading;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::exit::CODES;
pub(crate) use answers::{Export, Kwic, Search, Trends};
pub(crate) use reading::{Reading, Site, SiteCommand};

/// A full-text search engine for diplomatic statements.
///
/// Without a command: serves what is in the data directory; if there is none yet, takes in the sample from
/// index-data/sample first.
#[derive(Debug, Parser)]
#[command(name = "verbale", version, after_help = CODES, max_term_width = 100)]
pub(crate) struct Arguments {
    /// The data directory: the archive and its index.
    #[arg(long, global = true, env = "VERBALE_DATA", value_name = "DIR", default_value = "index-data/local")]
    pub(crate) data: PathBuf,
    /// Without a command: the address to listen on [default: 127.0.0.1:8080].
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<SocketAddr>,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

impl Arguments {
    /// The process's arguments; ends the process with what is wrong about them.
    pub(crate) fn of_process() -> Self {
        let arguments = Self::parse();
        if arguments.command.is_some() && arguments.listen.is_some() {
            let message = "--listen stands behind `serve`: verbale serve --listen ADDRESS";
            Self::command().error(ErrorKind::ArgumentConflict, message).exit();
        }
        if let Some(Command::Serve(Serve { listen, judge: Some(_), .. })) = &arguments.command
            && !listen.ip().is_loopback()
        {
            let message =
                "the judging page is for this machine only: with --judge, listen on 127.0.0.1 or [::1]";
            Self::command().error(ErrorKind::ArgumentConflict, message).exit();
        }
        arguments
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Takes files and folders into the archive and brings the index up to date.
    ///
    /// Reads HTML, text, Markdown, JSON Lines, JSON, CSV and TSV. The same input again changes nothing; a changed
    /// page becomes a new version. What can't be read is reported with its reason, and the rest goes on.
    #[command(after_help = "Example:\n  verbale ingest pages/ speeches.jsonl\n  \
        verbale ingest corpus.csv --map text=Body,title=Headline,date=3")]
    Ingest(Ingest),
    /// Prints the statements that files would give, one JSON object a line, and stores nothing.
    ///
    /// A line of JSON Lines that gives no statement is printed as an object with the key `error`, so that lines
    /// in and lines out correspond.
    #[command(after_help = "Example:\n  verbale extract page.html | jq .paragraphs")]
    Extract(Extract),
    /// What is known about sites: profiles, which say where things stand in their pages.
    #[command(after_help = "Example:\n  verbale site try my-ministry.toml page.html")]
    Site(Site),
    /// Brings the index up to date with the archive.
    #[command(after_help = "Example:\n  verbale index --rebuild")]
    Index(Index),
    /// Searches and prints ranked hits.
    #[command(
        after_help = "Example:\n  verbale search '\"grey strait\" speaker:tolvane date:2019..2021' --limit 5\n  \
        verbale search strait --kind speech --sort newest --facets lang,year\n  \
        verbale search --batch questions.csv --format csv"
    )]
    Search(Search),
    /// Prints every hit, however many there are.
    ///
    /// It takes the query at its word: if nothing has all of its words, there are no hits.
    #[command(
        after_help = "Example:\n  verbale export '\"grey strait\"' --sort oldest --format csv > strait.csv"
    )]
    Export(Export),
    /// Prints every occurrence of what is asked for in its context: keywords in context, a concordance.
    ///
    /// It takes the query at its word: if nothing has all of its words, there are no lines.
    #[command(after_help = "Example:\n  verbale kwic 'fish* NEAR/5 vessel' --sort left --width 40")]
    Kwic(Kwic),
    /// Counts how often something was said, by year, speaker, country and so on, and in a million words.
    ///
    /// The million words are those of the statements that the filters let through, whether they match or not.
    #[command(after_help = "Example:\n  verbale trends sanctions --by year --lang en")]
    Trends(Trends),
    /// Prints a statement with its paragraphs numbered, in its newest version or another one.
    #[command(after_help = "Example:\n  verbale show als-2005-003\n  verbale show als-2005-003 --versions")]
    Show(Show),
    /// Prints what those who published a statement changed in it: paragraph by paragraph, and word by word in those that
    /// changed.
    ///
    /// [-words that were taken away-] and {+words that were put in+} are in colour on a terminal.
    #[command(
        after_help = "Example:\n  verbale diff als-2005-003\n  verbale diff als-2005-003 --from 1 --to 3"
    )]
    Diff(Diff),
    /// Prints what each step of a language's analysis makes of a text: why a word is found, or not.
    #[command(after_help = "Example:\n  verbale analyze --lang ru 'Договорённости вступили в силу'")]
    Analyze(Analyze),
    /// Prints how a query is understood, without a search: its tree, and what is said about it.
    ///
    /// Every example of the help page /help can be looked at in this way.
    #[command(after_help = "Example:\n  verbale parse '(border OR strait) NEAR/5 mission date:2019..'")]
    Parse(Parse),
    /// Serves the search page and the API over HTTP until Ctrl-C.
    #[command(after_help = "Example:\n  verbale serve --listen 127.0.0.1:9000")]
    Serve(Serve),
    /// Prints what is in the archive and the index, and whether they agree.
    #[command(after_help = "Example:\n  verbale status --format json")]
    Status(Status),
    /// Verifies archive and index; ends with code 1 if there is damage.
    #[command(after_help = "Example:\n  verbale check && echo sound")]
    Check,
    /// The ranking bench: measures rankings on test collections.
    #[command(after_help = "Example:\n  verbale eval run index-data/eval/sample")]
    Eval(eval::Eval),
    /// Prints the JSON Schema of a line of JSON Lines input.
    #[command(after_help = "Example:\n  verbale schema > statement.schema.json")]
    Schema,
}

#[derive(Debug, Args)]
pub(crate) struct Ingest {
    /// Files and folders; folders are read with all below them.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// Leave the index as it is.
    #[arg(long)]
    pub(crate) no_index: bool,
    #[command(flatten)]
    pub(crate) writing: Writing,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Extract {
    /// Files and folders; folders are read with all below them.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct Analyze {
    /// The text; several arguments are joined by spaces.
    #[arg(required = true, value_name = "TEXT")]
    pub(crate) text: Vec<String>,
    /// Its language, such as en, ru or zh; without it no stemmer works.
    #[arg(long, value_name = "CODE", default_value = "und")]
    pub(crate) lang: verbale_statement::Language,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// How the index is written.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Writing {
    /// Memory for documents that are indexed but not yet on disk, in MiB, 32 to 4096: with less more small pieces are
    /// written and merged.
    #[arg(long, env = "VERBALE_INDEX_MEMORY", value_name = "MIB", default_value_t = Writing::default().index_memory,
        value_parser = clap::value_parser!(u16).range(32..=4096))]
    index_memory: u16,
}

impl Default for Writing {
    fn default() -> Self {
        Self { index_memory: 128 }
    }
}

impl Writing {
    /// In bytes.
    pub(crate) fn memory(self) -> usize {
        usize::from(self.index_memory) << 20
    }
}

#[derive(Debug, Args)]
pub(crate) struct Parse {
    /// The query, as for `verbale search`.
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Index {
    /// Build a new index beside the old one and swap it in when it is complete.
    #[arg(long)]
    pub(crate) rebuild: bool,
    #[command(flatten)]
    pub(crate) writing: Writing,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The statement's id, as search prints it.
    pub(crate) id: String,
    /// The version, counted from 1; without it the newest.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) version: Option<u32>,
    /// List the versions instead: when each was archived, and what changed in it.
    #[arg(long, conflicts_with = "version")]
    pub(crate) versions: bool,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The statement's id, as search prints it.
    pub(crate) id: String,
    /// The version to compare with; without it the one before.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) from: Option<u32>,
    /// The version that is compared; without it the newest.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) to: Option<u32>,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The address to listen on.
    #[arg(long, value_name = "ADDRESS", default_value_t = DEFAULT_ADDRESS)]
    pub(crate) listen: SocketAddr,
    /// Serve the judging page /judge for a pool of `verbale eval pool`, to this machine only; judgments go into
    /// POOL.judgments.jsonl beside it.
    #[arg(long, value_name = "POOL")]
    pub(crate) judge: Option<PathBuf>,
    /// Note searches of the search page and clicks on their hits in this file, for `verbale eval log`; nothing about
    /// who searches is noted, but what people type is.
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Reachable from this machine only.
pub(crate) const DEFAULT_ADDRESS: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

#[derive(Debug, Args)]
pub(crate) struct Status {
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Output {
    /// How records are printed.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading.
    Table,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    Jsonl,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent_and_every_command_shows_an_example() {
        let command = Arguments::command();
        command.clone().debug_assert();
        let nested = command.get_subcommands().flat_map(clap::Command::get_subcommands);
        for sub in command.get_subcommands().chain(nested) {
            let help = sub.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.starts_with("Example:\n  verbale "), "{}", sub.get_name());
        }
    }
}
