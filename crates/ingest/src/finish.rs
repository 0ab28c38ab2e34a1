//! From a draft to a statement: clean texts, languages, an id and an origin.

use std::path::{Path, PathBuf};

use url::Url;
use verbale_statement::{
    Evidence, Language, Origin, Paragraph, Provenance, Speaker, Statement, StatementId, Translation,
    address_key, normal_address,
};

use crate::draft::{Draft, DraftParagraph, RawDocument};
use crate::format::FormatError;
use crate::identity::{self, Identity};
use crate::language::{self, Sample};
use crate::metadata::{country, mention};
use crate::outcome::{SkipReason, Warning};
use crate::whitespace::{one_line, some_line};

/// A text of so many bytes tells its language itself.
const TELLING: usize = 2_000;
/// The most translations that are looked at: a page that names more names something else.
const MOST_TRANSLATIONS: usize = 100;

/// A statement whose id hasn't been compared with others yet.
#[derive(Debug)]
pub(crate) struct Finished {
    /// The statement.
    pub(crate) statement: Statement,
    /// What its id was made from.
    pub(crate) identity: Identity,
    /// The id that it has if another text has the same address.
    pub(crate) content_id: StatementId,
    /// What was noticed while it was read.
    pub(crate) warnings: Vec<Warning>,
    /// How many bytes of input it was read from.
    pub(crate) bytes_read: u64,
    /// The file that it was read from.
    pub(crate) file: PathBuf,
}

/// Makes a statement of what was found in `document`.
pub(crate) fn finish(
    mut draft: Draft,
    document: &RawDocument,
    bytes_read: u64,
    mut warnings: Vec<Warning>,
) -> Result<Finished, SkipReason> {
    let translations = translations(std::mem::take(&mut draft.translations), draft.url.as_deref());
    let (url, address) = address(draft.url.take(), draft.is_record, &mut warnings);
    let drafted: Vec<DraftParagraph> = std::mem::take(&mut draft.paragraphs)
        .into_iter()
        .filter_map(|paragraph| Some(DraftParagraph { text: some_line(&paragraph.text)?, ..paragraph }))
        .collect();
    if drafted.is_empty() {
        return Err(FormatError::NoText.into());
    }
    let samples: Vec<Sample<'_>> = drafted
        .iter()
        .map(|paragraph| Sample { text: &paragraph.text, declared: paragraph.language })
        .collect();
    let title = draft.title.as_deref().map(one_line).unwrap_or_default();
    let (main, languages) = language::tag(&title, &samples, draft.language, draft.is_record);
    let by_text = draft.provenance.language.is_none() || !draft.is_record && is_told(&samples, &title, main);
    let language = if by_text { Some(Evidence::Text) } else { draft.provenance.language };
    let sha256 = draft.sha256.take().unwrap_or_else(|| identity::sha256(&document.bytes));
    let not_an_id = |error| SkipReason::Id { id: document.file.display().to_string(), error };
    let content_id = identity::from_content(&stem(&document.file), &sha256).map_err(not_an_id)?;
    let (id, identity) = match (draft.id.take(), address) {
        (Some(id), _) => (id, Identity::Given),
        (None, Some(url)) => (identity::from_url(&url).map_err(not_an_id)?, Identity::Url),
        (None, None) => (content_id.clone(), Identity::Content),
    };
    let speakers = draft.speakers.len();
    let paragraphs: Vec<Paragraph> = drafted
        .into_iter()
        .zip(languages)
        .map(|(paragraph, language)| Paragraph {
            text: paragraph.text,
            language,
            speaker: paragraph.speaker.filter(|speaker| *speaker < speakers),
            role: paragraph.role,
        })
        .collect();
    if draft.countries.is_empty() {
        draft.countries = country::spoken_for(&draft.speakers, draft.organisation.as_deref());
        draft.provenance.countries = Some(Evidence::Names);
    }
    draft.countries.sort();
    draft.countries.dedup();
    draft.found_in(None);
    if let Some(other) = draft.other_calendar.take().filter(|_| draft.date.is_none()) {
        warnings.push(Warning::OtherCalendar { written: other.written, calendar: other.calendar });
    }
    let provenance = Provenance { language, ..draft.provenance };
    let statement = Statement {
        id,
        title,
        kind: draft.kind,
        date: draft.date,
        language: main,
        organisation: clean(draft.organisation),
        countries: draft.countries,
        event: clean(draft.event),
        place: clean(draft.place),
        mentions: mention::find(&paragraphs),
        paragraphs,
        speakers: draft.speakers.into_iter().map(speaker).collect(),
        provenance,
        origin: Origin {
            url,
            file: Some(document.file.display().to_string()),
            part: draft.part.or(document.part),
            media_type: clean(draft.media_type).unwrap_or_else(|| document.format.media_type().to_owned()),
            sha256,
            translations,
        },
    };
    let file = document.file.clone();
    Ok(Finished { statement, identity, content_id, warnings, bytes_read, file })
}

/// Whether the text shows its language by itself. A long one does: a declaration counts only where letters are few.
fn is_told(samples: &[Sample<'_>], title: &str, main: Language) -> bool {
    let bytes: usize = samples.iter().map(|sample| sample.text.len()).sum();
    bytes >= TELLING || language::tag(title, samples, None, false).0 == main
}

/// The address of a statement as it is kept, and as far as an id can be made from it. A page that says that it is its
/// site's front page has a careless template, and its address isn't kept.
fn address(
    given: Option<String>,
    is_record: bool,
    warnings: &mut Vec<Warning>,
) -> (Option<String>, Option<Url>) {
    let Some(given) = given.as_deref().and_then(some_line) else { return (None, None) };
    match Url::parse(&given).ok().filter(Url::has_host) {
        Some(url) if identity::is_front_page(&url) => (is_record.then_some(given), None),
        Some(url) => (Some(given), Some(url)),
        None => {
            let problem = "it is no whole address, such as https://host/page".to_owned();
            warnings.push(Warning::Field { field: "url", value: given, problem });
            (None, None)
        }
    }
}

/// The translations that can be some: under a whole address, which is neither the statement's own nor that of a front
/// page. Each address counts once.
fn translations(given: Vec<Translation>, own: Option<&str>) -> Vec<Translation> {
    let base = own.and_then(|own| Url::parse(own).ok());
    let mut seen: Vec<String> = own.and_then(address_key).into_iter().collect();
    let mut kept = Vec::new();
    for Translation { language, url } in given.into_iter().take(MOST_TRANSLATIONS) {
        let whole = Url::parse(&url).ok().or_else(|| base.as_ref()?.join(&url).ok());
        let Some(whole) = whole.filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        else {
            continue;
        };
        let key = String::from(normal_address(&whole));
        if !identity::is_front_page_of_language(&whole) && !seen.contains(&key) {
            seen.push(key);
            kept.push(Translation { language, url: whole.into() });
        }
    }
    kept
}

fn speaker(speaker: Speaker) -> Speaker {
    Speaker {
        name: one_line(&speaker.name),
        role: clean(speaker.role),
        affiliation: clean(speaker.affiliation),
    }
}

fn clean(text: Option<String>) -> Option<String> {
    text.as_deref().and_then(some_line)
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use verbale_statement::Language;

    use super::*;

    #[test]
    fn a_translation_has_an_address_of_its_own() {
        let given = |url: &str| Translation { language: Language::RUSSIAN, url: url.to_owned() };
        let own = Some("https://mfa.example/news/7");
        let kept = |urls: &[&str]| {
            let kept = translations(urls.iter().map(|url| given(url)).collect(), own);
            kept.into_iter().map(|own| own.url).collect::<Vec<_>>()
        };
        let none = [
            "https://mfa.example/news/7/?utm_source=x",
            "https://mfa.example/",
            "/ru/",
            "/pt-br",
            "javascript:x",
        ];
        assert_eq!(kept(&none), [""; 0]);
        let twice = ["/ru/news/7", "https://mfa.example/ru/news/7#top", "https://other.example/en?id=7"];
        assert_eq!(kept(&twice), ["https://mfa.example/ru/news/7", "https://other.example/en?id=7"]);
    }
}
