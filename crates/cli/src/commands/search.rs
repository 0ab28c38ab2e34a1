//! `verbale search`: ranked hits on the terminal.

use std::io::Write;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use anyhow::Result;
use serde::Serialize;
use verbale_index::Engine;
use verbale_search::{Answer, Hit, Marked, Request, Searcher};
use verbale_statement::Speaker;

use crate::args::Search;
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::{print_many, thousands};

const MATCH: Style = AnsiColor::Yellow.on_default().bold();
const TITLE: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();

pub(crate) fn run(data: &Path, arguments: &Search) -> Result<Done> {
    let directory = DataDirectory::existing(data)?;
    let (archive, engine) = (directory.archive()?, directory.index().engine()?);
    let behind = archive.pending(engine.cursor()?)?;
    if behind > 0 {
        let behind = thousands(behind);
        anstream::eprintln!("note: the index is {behind} statements behind the archive; run `verbale index`");
    }
    let searcher = Searcher::new(archive, Box::new(engine));
    let mut request = Request::new(&arguments.query);
    request.matching = arguments.matching.into();
    request.per_page = arguments.limit;
    let answer = searcher.search(&request)?;
    for note in &answer.notes {
        anstream::eprintln!("note: {}", note.message);
    }
    let hits: Vec<_> = answer.hits.iter().map(HitRecord::from).collect();
    let whole = AnswerRecord { understood: &answer.understood, total: answer.total, hits: &hits };
    print_many(arguments.output.format, &whole, &hits, |out| table(out, &answer))?;
    Ok(Done::All)
}

#[derive(Serialize)]
struct AnswerRecord<'a> {
    understood: &'a str,
    total: u64,
    hits: &'a [HitRecord<'a>],
}

#[derive(Serialize)]
struct HitRecord<'a> {
    id: &'a str,
    score: Option<f32>,
    date: Option<String>,
    speakers: &'a [Speaker],
    title: &'a str,
    /// Bytes of the title that match.
    title_marks: Vec<(usize, usize)>,
    kind: Option<&'static str>,
    language: &'a str,
    organisation: Option<&'a str>,
    url: Option<&'a str>,
    passages: Vec<PassageRecord<'a>>,
}

#[derive(Serialize)]
struct PassageRecord<'a> {
    paragraph: usize,
    text: &'a str,
    /// Bytes of the text that match.
    marks: Vec<(usize, usize)>,
}

impl<'a> From<&'a Hit> for HitRecord<'a> {
    fn from(hit: &'a Hit) -> Self {
        let passage = |passage: &'a verbale_search::Passage| PassageRecord {
            paragraph: passage.paragraph,
            text: &passage.text.text,
            marks: marks(&passage.text),
        };
        Self {
            id: hit.id.as_str(),
            score: hit.score,
            date: hit.date.map(|date| date.to_string()),
            speakers: &hit.speakers,
            title: &hit.title.text,
            title_marks: marks(&hit.title),
            kind: hit.kind.map(|kind| kind.name()),
            language: hit.language.code(),
            organisation: hit.organisation.as_deref(),
            url: hit.url.as_deref(),
            passages: hit.passages.iter().map(passage).collect(),
        }
    }
}

fn marks(marked: &Marked) -> Vec<(usize, usize)> {
    marked.marks.iter().map(|mark| (mark.start, mark.end)).collect()
}

fn table(out: &mut dyn Write, answer: &Answer) -> std::io::Result<()> {
    let noun = if answer.total == 1 { "statement" } else { "statements" };
    let asked = match answer.understood.as_str() {
        "" => String::new(),
        understood => format!(" for {understood}"),
    };
    writeln!(out, "{} {noun}{asked}", thousands(answer.total))?;
    for (index, hit) in answer.hits.iter().enumerate() {
        let title =
            if hit.title.text.is_empty() { "without a title".to_owned() } else { styled(&hit.title, TITLE) };
        writeln!(out, "\n{:>3}. {TITLE}{title}{TITLE:#}", index + 1)?;
        let score = hit.score.map(|score| format!("{score:.2}"));
        let speakers: Vec<_> = hit.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        let facts = [
            score,
            hit.date.map(|date| date.to_string()),
            (!speakers.is_empty()).then(|| speakers.join(", ")),
            hit.organisation.clone(),
            hit.kind.map(|kind| kind.label().to_owned()),
            Some(hit.language.code().to_owned()),
            Some(hit.id.to_string()),
        ];
        writeln!(
            out,
            "     {QUIET}{}{QUIET:#}",
            facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        )?;
        for passage in &hit.passages {
            let cut = |cut| if cut { "…" } else { "" };
            let text = styled(&passage.text, Style::new());
            let (before, after) = (cut(passage.cut_before), cut(passage.cut_after));
            writeln!(out, "     {QUIET}¶{}{QUIET:#} {before}{text}{after}", passage.paragraph)?;
        }
    }
    Ok(())
}

/// The text with its matches in colour; what a statement says can't steer the terminal.
fn styled(marked: &Marked, around: Style) -> String {
    let mut text = String::new();
    for (piece, hit) in marked.pieces() {
        let piece: String = piece.chars().filter(|c| !c.is_control()).collect();
        match hit {
            true => text.push_str(&format!("{around:#}{MATCH}{piece}{MATCH:#}{around}")),
            false => text.push_str(&piece),
        }
    }
    text
}
