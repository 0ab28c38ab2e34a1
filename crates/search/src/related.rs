//! What there is beside a statement: its versions, the same text elsewhere, the same statement in other languages.

use serde::Serialize;
use verbale_archive::{Archive, ArchiveError, Record, Repetition};
use verbale_statement::{Language, PartialDate, StatementId};

/// What there is beside a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Related {
    /// How many versions it has.
    pub versions: u32,
    /// Where else it was published: statements that repeat it, and are found with it.
    pub also: Vec<Elsewhere>,
    /// The same in other languages, one for each.
    pub translations: Vec<Translated>,
    /// The statement that this one repeats, and that is found in its stead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<StatementId>,
}

/// The same text elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Elsewhere {
    /// The name of the statement that repeats this one.
    pub id: StatementId,
    /// `duplicate` if it has the whole text, `excerpt` if it is an entry of a list: the title, perhaps with the beginning.
    pub sameness: &'static str,
    /// Where it was published, as the source gives it.
    pub url: Option<String>,
    /// When, as precise as known.
    pub date: Option<PartialDate>,
    /// Who published it.
    pub organisation: Option<String>,
}

/// The same statement in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Translated {
    /// The language.
    pub language: Language,
    /// The name of the statement; none if only its address is known.
    pub id: Option<StatementId>,
    /// Its address, as the source gives it.
    pub url: Option<String>,
}

impl Related {
    /// What there is beside the statement of `record`, its newest version.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn of(archive: &Archive, record: &Record) -> Result<Self, ArchiveError> {
        let statement = &record.statement;
        let also = archive.repetitions(&statement.id)?;
        let translations = archive.translations(&statement.id, statement.language)?;
        Ok(Self {
            versions: record.version,
            also: also.into_iter().map(Elsewhere::from).collect(),
            translations: translations
                .into_iter()
                .map(|own| Translated { language: own.language, id: own.id, url: own.url })
                .collect(),
            repeats: record.repeats.as_ref().map(|own| own.of.clone()),
        })
    }
}

impl From<Record> for Elsewhere {
    fn from(Record { statement, repeats, .. }: Record) -> Self {
        let sameness = |repeats: Repetition| repeats.sameness.name();
        Self {
            id: statement.id,
            sameness: repeats.map_or("duplicate", sameness),
            url: statement.origin.url,
            date: statement.date,
            organisation: statement.organisation,
        }
    }
}
