//! The arguments of the commands that answer questions.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use verbale_search::{Continuation, Facet, Facets, FilterError, Filters, LineSort, Matching, Ranking, Sort};

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// Words, "quotations", -exclusions, OR, NEAR, and fields such as speaker:, kind:, lang:, date:2019..2021.
    #[arg(required_unless_present = "batch", allow_hyphen_values = true)]
    pub(crate) query: Option<String>,
    /// How many hits.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) limit: u32,
    /// Go on behind the hits of the answer that gave this.
    #[arg(long, value_name = "PLACE")]
    pub(crate) after: Option<Continuation>,
    /// Also count the hits by these, or by `all`, each under the filters by all others.
    #[arg(long, value_name = "FACET,…")]
    pub(crate) facets: Vec<Facets>,
    /// Instead of hits: why this statement stands where it does, word by word.
    #[arg(long, value_name = "ID", conflicts_with_all = ["facets", "after", "batch"])]
    pub(crate) explain: Option<verbale_statement::StatementId>,
    /// Instead of one query: how many hits each query of a file has, those without hits first; a query a line, or in the
    /// column `query`.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["query", "facets", "after"])]
    pub(crate) batch: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) order: HitOrder,
    #[command(flatten)]
    pub(crate) conditions: Conditions,
    /// How the answer is printed.
    #[arg(long, value_enum, default_value_t = AnswerFormat::Table)]
    pub(crate) format: AnswerFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The query, as `verbale search` takes it; "" for all statements.
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    /// Also the passages that match.
    #[arg(long)]
    pub(crate) passages: bool,
    #[command(flatten)]
    pub(crate) order: HitOrder,
    #[command(flatten)]
    pub(crate) conditions: Conditions,
    /// How hits are printed.
    #[arg(long, value_enum, default_value_t = RowFormat::Jsonl)]
    pub(crate) format: RowFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Kwic {
    /// The query, as `verbale search` takes it.
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    /// The order of the lines.
    #[arg(long, value_enum, default_value_t = Lines::Hits)]
    pub(crate) sort: Lines,
    /// Columns of text on each side.
    #[arg(long, value_name = "COLUMNS", default_value_t = 60, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) width: u16,
    /// The most lines.
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    #[command(flatten)]
    pub(crate) conditions: Conditions,
    /// How lines are printed.
    #[arg(long, value_enum, default_value_t = LineFormat::Text)]
    pub(crate) format: LineFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Trends {
    /// The query, as `verbale search` takes it.
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    /// What to count by: kind, lang, country, mentions, speaker, organisation, event, place or year.
    #[arg(long, value_name = "FACET", default_value_t = Facet::Year)]
    pub(crate) by: Facet,
    #[command(flatten)]
    pub(crate) conditions: Conditions,
    /// How the counts are printed.
    #[arg(long, value_enum, default_value_t = CountFormat::Text)]
    pub(crate) format: CountFormat,
}

/// What has to hold beside the words of a query. Of several values of one filter one is enough.
#[derive(Debug, Args)]
pub(crate) struct Conditions {
    /// How many of the words have to match [default: all; `search` goes on with fewer if nothing has them all].
    ///
    /// Named, it holds whatever is found.
    #[arg(long = "match", value_name = "HOW", value_enum)]
    matching: Option<Match>,
    /// Only statements of this kind; may be repeated, as may those that follow.
    #[arg(long, value_name = "KIND", value_parser = of(Facet::Kind), help_heading = "Filters")]
    kind: Vec<String>,
    /// Only statements with text in this language: en, ru.
    #[arg(long, value_name = "CODE", value_parser = of(Facet::Language), help_heading = "Filters")]
    lang: Vec<String>,
    /// Only statements made for this country, by its code or name.
    #[arg(long, value_name = "COUNTRY", value_parser = of(Facet::Country), help_heading = "Filters")]
    country: Vec<String>,
    /// Only statements that mention this country or organisation, by its code, id or name: KZ, CSTO.
    #[arg(long, value_name = "NAME", value_parser = of(Facet::Mentions), help_heading = "Filters")]
    mentions: Vec<String>,
    /// Only statements with a speaker of exactly this name, as --facets speaker prints it.
    #[arg(long, value_name = "NAME", value_parser = of(Facet::Speaker), help_heading = "Filters")]
    speaker: Vec<String>,
    /// Only statements that exactly this organisation issued.
    #[arg(long, value_name = "NAME", value_parser = of(Facet::Organisation), help_heading = "Filters")]
    #[arg(alias = "organisation")]
    org: Vec<String>,
    /// Only statements of exactly this occasion.
    #[arg(long, value_name = "NAME", value_parser = of(Facet::Event), help_heading = "Filters")]
    event: Vec<String>,
    /// Only statements made at exactly this place.
    #[arg(long, value_name = "NAME", value_parser = of(Facet::Place), help_heading = "Filters")]
    place: Vec<String>,
    /// Only statements of this year.
    #[arg(long, value_name = "YEAR", value_parser = of(Facet::Year), help_heading = "Filters")]
    year: Vec<String>,
}

/// The order of hits.
#[derive(Debug, Args)]
pub(crate) struct HitOrder {
    /// relevance, newest, oldest, speaker, longest or shortest first.
    #[arg(long, value_name = "ORDER", default_value_t = Sort::Relevance)]
    pub(crate) sort: Sort,
    /// How matches are scored: a ranking profile.
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(profiles()))]
    pub(crate) profile: Option<String>,
}

impl Conditions {
    pub(crate) fn matching(&self) -> Matching {
        match self.matching {
            None => Matching::Forgiving,
            Some(Match::All) => Matching::All,
            Some(Match::Most) => Matching::Most,
            Some(Match::Any) => Matching::Any,
        }
    }

    pub(crate) fn filters(&self) -> Filters {
        let mut filters = Filters::default();
        for (facet, values) in [
            (Facet::Kind, &self.kind),
            (Facet::Language, &self.lang),
            (Facet::Country, &self.country),
            (Facet::Mentions, &self.mentions),
            (Facet::Speaker, &self.speaker),
            (Facet::Organisation, &self.org),
            (Facet::Event, &self.event),
            (Facet::Place, &self.place),
            (Facet::Year, &self.year),
        ] {
            values.iter().for_each(|value| filters.insert(facet, value.as_str()));
        }
        filters
    }
}

/// Reads a value of a facet.
fn of(facet: Facet) -> impl Fn(&str) -> Result<String, FilterError> + Clone + Send + Sync + 'static {
    move |typed| Filters::value(facet, typed)
}

fn profiles() -> impl Iterator<Item = &'static str> {
    Ranking::profiles().iter().map(|(name, _)| *name)
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Match {
    /// Every one.
    All,
    /// More than half.
    Most,
    /// One.
    Any,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Lines {
    /// The best match first.
    Hits,
    /// The earliest first.
    Date,
    /// By the words before the keyword, the nearest first.
    Left,
    /// By the words behind the keyword.
    Right,
}

impl From<Lines> for LineSort {
    fn from(lines: Lines) -> Self {
        match lines {
            Lines::Hits => LineSort::Hits,
            Lines::Date => LineSort::Date,
            Lines::Left => LineSort::Left,
            Lines::Right => LineSort::Right,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// For reading.
    #[value(alias = "text")]
    Table,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values with a header.
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values with a header.
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LineFormat {
    /// For reading.
    #[value(alias = "table")]
    Text,
    /// Comma-separated values with a header.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CountFormat {
    /// For reading.
    #[value(alias = "table")]
    Text,
    /// Comma-separated values with a header.
    Csv,
    /// One JSON document.
    Json,
}
