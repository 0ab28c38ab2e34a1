//! `verbale show`: a statement for reading, or the list of its versions.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use serde::Serialize;
use verbale_search::{HistoryError, Related, version, versions};
use verbale_statement::{Country, ParagraphRole, Statement, StatementId};

use super::search::{beside, printable};
use crate::args::Show;
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::{print_many, print_one};

pub(crate) fn run(data: &Path, arguments: &Show) -> Result<Done> {
    let archive = DataDirectory::existing(data)?.archive()?;
    let format = arguments.output.format;
    if arguments.versions {
        let Some(versions) = found(&arguments.id, |id| versions(&archive, id))? else {
            return Ok(Done::InPart);
        };
        print_many(format, &versions, &versions, |out| {
            versions.iter().try_for_each(|version| {
                let changed = version.changed.as_deref().unwrap_or("first archived");
                writeln!(out, "{:>4}  {}  {changed}", version.version, version.archived_at)
            })
        })?;
        return Ok(Done::All);
    }
    let record = found(&arguments.id, |id| {
        let record = version(&archive, id, arguments.version)?;
        Ok((record, Related::of(&archive, &version(&archive, id, None)?)?))
    })?;
    let Some((record, related)) = record else { return Ok(Done::InPart) };
    let of = if related.versions > 1 { format!(" of {}", related.versions) } else { String::new() };
    let version = format!("{}{of}, archived {}", record.version, record.archived_at);
    let mut more = vec![("version", version)];
    more.extend(beside(&related).into_iter().filter(|(name, _)| *name != "versions"));
    let archived = Archived { version: record.version, at: &record.archived_at, related };
    let shown = Shown { statement: &record.statement, archived };
    print_one(format, &shown, |out| table(out, &record.statement, &more))?;
    Ok(Done::All)
}

/// A statement as programs read it: the record, and what there is beside it.
#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    statement: &'a Statement,
    archived: Archived<'a>,
}

/// What is known of a statement beside what it says.
#[derive(Serialize)]
struct Archived<'a> {
    /// Which version it is, counted from 1.
    version: u32,
    /// When this version was archived.
    at: &'a str,
    #[serde(flatten)]
    related: Related,
}

/// What `look` finds under the id; none, once that is said, if it isn't there.
pub(super) fn found<T>(
    id: &str,
    look: impl FnOnce(&StatementId) -> Result<T, HistoryError>,
) -> Result<Option<T>> {
    let looked = match StatementId::new(id) {
        Ok(id) => look(&id),
        Err(_) => Err(HistoryError::Unknown(id.to_owned())),
    };
    match looked {
        Ok(found) => return Ok(Some(found)),
        Err(HistoryError::Archive(error)) => return Err(error.into()),
        Err(missing @ HistoryError::Unknown(_)) => {
            anstream::eprintln!("{missing}; `verbale search` prints ids");
        }
        Err(missing) => anstream::eprintln!("{missing}; `verbale show {id} --versions` lists what there is"),
    }
    Ok(None)
}

/// Writes what is known about a statement, with `more` below it, and its paragraphs with their numbers.
pub(crate) fn table(
    out: &mut dyn Write,
    statement: &Statement,
    more: &[(&'static str, String)],
) -> std::io::Result<()> {
    if !statement.title.is_empty() {
        writeln!(out, "{}\n", statement.title)?;
    }
    let speakers: Vec<_> = statement
        .speakers
        .iter()
        .map(|speaker| {
            let parts = [Some(&speaker.name), speaker.role.as_ref(), speaker.affiliation.as_ref()];
            parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
        })
        .collect();
    let found: Vec<_> = statement
        .provenance
        .known()
        .map(|(name, evidence)| format!("{name} from {}", evidence.label()))
        .collect();
    let mentions: Vec<_> = statement.mentions.all().map(|mentioned| mentioned.label().to_owned()).collect();
    let countries: Vec<_> = statement.countries.iter().map(Country::name).collect();
    let facts = [
        ("id", Some(statement.id.to_string())),
        ("date", statement.date.map(|date| date.to_string())),
        ("speaker", (!speakers.is_empty()).then(|| speakers.join("; "))),
        ("organisation", statement.organisation.clone()),
        ("country", (!countries.is_empty()).then(|| countries.join("; "))),
        ("mentions", (!mentions.is_empty()).then(|| mentions.join("; "))),
        ("kind", statement.kind.map(|kind| kind.label().to_owned())),
        ("event", statement.event.clone()),
        ("place", statement.place.clone()),
        ("language", Some(statement.language.name().to_owned())),
        ("source", statement.origin.url.clone().or_else(|| statement.origin.file.clone())),
        ("found", (!found.is_empty()).then(|| found.join("; "))),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| Some((name, value?)));
    for (name, value) in facts.chain(more.iter().cloned()) {
        writeln!(out, "{name:<12} {}", printable(&value))?;
    }
    for (index, paragraph) in statement.paragraphs.iter().enumerate() {
        let role = match paragraph.role {
            ParagraphRole::Heading => "# ",
            ParagraphRole::Question => "Q: ",
            ParagraphRole::Answer => "A: ",
            ParagraphRole::ListItem => "• ",
            ParagraphRole::Quotation => "> ",
            ParagraphRole::Body | ParagraphRole::TableRow => "",
        };
        let language = if paragraph.language == statement.language { "" } else { paragraph.language.code() };
        write!(out, "\n{:>4}  ", index + 1)?;
        if !language.is_empty() {
            write!(out, "[{language}] ")?;
        }
        writeln!(out, "{role}{}", paragraph.text)?;
    }
    Ok(())
}
