//! An answer for reading.

use std::io::{Result, Write};

use anstyle::{AnsiColor, Style};
use verbale_search::{Answer, Elsewhere, FacetCounts, Hit, Marked, Related, Relaxation, Step, Translated};

use crate::output::thousands;

pub(crate) const MATCH: Style = AnsiColor::Yellow.on_default().bold();
const TITLE: Style = Style::new().bold();
pub(crate) const QUIET: Style = Style::new().dimmed();

/// Of the words that a misspelt one may be, so many are named.
const WORDS: usize = 5;

pub(super) fn print(mut out: impl Write, answer: &Answer) -> Result<()> {
    if let Some(relaxation) = &answer.relaxed {
        writeln!(out, "{}", relaxed(relaxation))?;
    }
    let noun = if answer.total == 1 { "statement" } else { "statements" };
    let asked = match answer.understood.as_str() {
        "" => String::new(),
        understood => format!(" for {understood}"),
    };
    writeln!(out, "{} {noun}{asked}", thousands(answer.total))?;
    answer.facets.iter().try_for_each(|counts| facet(&mut out, counts))?;
    (1..).zip(&answer.hits).try_for_each(|(number, own)| hit(&mut out, number, own))?;
    if let Some(next) = &answer.next {
        writeln!(out, "\n{QUIET}more: --after {next}{QUIET:#}")?;
    }
    out.flush()
}

/// What was searched instead.
fn relaxed(relaxation: &Relaxation) -> String {
    let mut sentences = vec!["No statement has all of these words.".to_owned()];
    for (word, similar) in &relaxation.replaced {
        let words = similar.iter().take(WORDS).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if similar.len() > WORDS { " …" } else { "" };
        sentences.push(format!("{word} occurs nowhere; searched instead: {words}{more}."));
    }
    match relaxation.step {
        Step::Spelling => {}
        Step::Most => sentences.push("These have more than half of the words.".to_owned()),
        Step::Any => sentences.push("These have at least one of the words.".to_owned()),
    }
    if !relaxation.left_out.is_empty() {
        sentences.push(format!("None of them has: {}.", relaxation.left_out.join(", ")));
    }
    printable(&sentences.join(" "))
}

fn facet(out: &mut impl Write, counts: &FacetCounts) -> Result<()> {
    let value = |own: &verbale_search::FacetValue| {
        let chosen = if own.selected { "*" } else { "" };
        format!("{}{chosen} {}", printable(&own.value), thousands(own.statements))
    };
    let shown: Vec<_> = counts.values.iter().map(value).collect();
    let more = counts.different.saturating_sub(counts.values.len());
    let more = if more > 0 { format!(", and {more} more") } else { String::new() };
    writeln!(out, "{QUIET}{:<13}{QUIET:#}{}{more}", counts.facet.name(), shown.join(", "))
}

fn hit(out: &mut impl Write, number: usize, hit: &Hit) -> Result<()> {
    let title =
        if hit.title.text.is_empty() { "without a title".to_owned() } else { styled(&hit.title, TITLE) };
    writeln!(out, "\n{number:>3}. {TITLE}{title}{TITLE:#}")?;
    let score = hit.score.map(|score| format!("{score:.2}"));
    let speakers: Vec<_> = hit.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let facts = [
        score,
        hit.date.map(|date| date.to_string()),
        (!speakers.is_empty()).then(|| printable(&speakers.join(", "))),
        hit.organisation.as_deref().map(printable),
        hit.kind.map(|kind| kind.label().to_owned()),
        Some(hit.language.code().to_owned()),
        Some(hit.id.to_string()),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    writeln!(out, "     {QUIET}{facts}{QUIET:#}")?;
    for passage in &hit.passages {
        let cut = |cut| if cut { "…" } else { "" };
        let text = styled(&passage.text, Style::new());
        let (before, after) = (cut(passage.cut_before), cut(passage.cut_after));
        writeln!(out, "     {QUIET}¶{}{QUIET:#} {before}{text}{after}", passage.paragraph)?;
    }
    for (name, value) in beside(&hit.related) {
        writeln!(out, "     {QUIET}{name}: {}{QUIET:#}", printable(&value))?;
    }
    Ok(())
}

/// What there is beside a statement, in words: a name and a value each.
pub(crate) fn beside(related: &Related) -> Vec<(&'static str, String)> {
    let elsewhere = |own: &Elsewhere| {
        let place = own.url.clone().unwrap_or_else(|| own.id.to_string());
        let date = own.date.map(|date| format!(" ({date})")).unwrap_or_default();
        format!("{place}{date}")
    };
    let translated = |own: &Translated| {
        let place = own.id.as_ref().map(ToString::to_string).or_else(|| own.url.clone()).unwrap_or_default();
        format!("{} {place}", own.language.autonym())
    };
    let also: Vec<_> = related.also.iter().map(elsewhere).collect();
    let translations: Vec<_> = related.translations.iter().map(translated).collect();
    let lines = [
        ("versions", if related.versions > 1 { related.versions.to_string() } else { String::new() }),
        ("also published at", also.join("; ")),
        ("also in", translations.join("; ")),
        ("found as", related.repeats.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    lines.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The text without what could steer the terminal.
pub(crate) fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// The text with its matches in colour.
fn styled(marked: &Marked, around: Style) -> String {
    let mut text = String::new();
    for (piece, hit) in marked.pieces() {
        let piece = printable(piece);
        match hit {
            true => text.push_str(&format!("{around:#}{MATCH}{piece}{MATCH:#}{around}")),
            false => text.push_str(&piece),
        }
    }
    text
}
