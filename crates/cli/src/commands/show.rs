//! `verbale show`: a statement for reading.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use verbale_archive::Record;
use verbale_statement::{Country, ParagraphRole, StatementId};

use crate::args::Show;
use crate::data::DataDirectory;
use crate::exit::Done;
use crate::output::print_one;

pub(crate) fn run(data: &Path, arguments: &Show) -> Result<Done> {
    let archive = DataDirectory::existing(data)?.archive()?;
    let record = match StatementId::new(arguments.id.as_str()) {
        Ok(id) => archive.get(&id, None)?,
        Err(_) => None,
    };
    let Some(record) = record else {
        anstream::eprintln!("there is no statement {:?}; `verbale search` prints ids", arguments.id);
        return Ok(Done::InPart);
    };
    print_one(arguments.output.format, &record.statement, |out| table(out, &record))?;
    Ok(Done::All)
}

fn table(out: &mut dyn Write, record: &Record) -> std::io::Result<()> {
    let statement = &record.statement;
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
        ("version", Some(format!("{}, archived {}", record.version, record.archived_at))),
    ];
    for (name, value) in facts {
        if let Some(value) = value {
            writeln!(out, "{name:<13}{value}")?;
        }
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
