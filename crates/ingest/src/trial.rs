//! Trying a profile on a page: what it finds, what becomes of the page, and what is left out.

use std::collections::HashMap;
use std::path::Path;

use crate::charset;
use crate::draft::RawDocument;
use crate::format::{Format, html, weight};
use crate::ingest::read_one;
use crate::options::Options;
use crate::outcome::{Outcome, SkipReason};
use crate::site::{SiteError, Sites};
use crate::source::{self, Fetched};

/// What a profile makes of a document.
#[derive(Debug)]
pub struct Trial {
    /// Why the profile would be chosen for the document by itself, if it would.
    pub chosen: Option<Chosen>,
    /// What each selector of the profile finds in the page.
    pub matches: Vec<Matched>,
    /// The statements that it gives, or why there is none.
    pub outcomes: Vec<Outcome>,
    /// The paragraphs of the page that are in no statement, as title or text, in reading order.
    pub left_out: Vec<String>,
}

/// Why a profile is chosen for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// The page's address is on one of its hosts.
    Host(String),
    /// The page gives no address, but one of its marks matches.
    Mark(String),
}

/// What a selector finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The key under which the profile has it: `body`.
    pub key: &'static str,
    /// The selector.
    pub selector: String,
    /// How many elements it matches.
    pub count: usize,
    /// The text of the first of them, on one line.
    pub first: String,
}

/// Why a profile can't be tried.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TrialError {
    /// The profile.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// The document can't be read or fetched.
    #[error("{document}: {reason}")]
    Document {
        /// Its path or its address.
        document: String,
        /// Why.
        reason: SkipReason,
    },
}

/// Reads `document`, the path of a file or an address that begins with `http://` or `https://`, with the profile that
/// is called `profile` or stands in that file, whether the profile says that the page is of its site or not.
///
/// # Errors
/// If there is no such profile, or the document can't be had. What becomes of a document that is there is no error.
pub fn try_site(profile: &str, document: &str) -> Result<Trial, TrialError> {
    let sites = Sites::only(profile)?;
    let failed = |reason| TrialError::Document { document: document.to_owned(), reason };
    let raw = if document.starts_with("http://") || document.starts_with("https://") {
        let Fetched { address, bytes } = source::fetch(document).map_err(failed)?;
        RawDocument { file: document.into(), part: None, address: Some(address), format: Format::Html, bytes }
    } else {
        source::whole_file(Path::new(document)).map_err(failed)?
    };
    let mut trial = Trial { chosen: None, matches: Vec::new(), outcomes: Vec::new(), left_out: Vec::new() };
    let mut blocks = Vec::new();
    if matches!(raw.format, Format::Html)
        && let Some(profile) = sites.first()
        && let Ok(page) = charset::decode_page(&raw.bytes)
        && weight::check_page(&page.text).is_ok()
        && let Ok(seen) = html::look(&page.text, raw.address.as_deref(), profile)
    {
        trial.chosen = seen.chosen;
        trial.matches = seen.matches;
        blocks = seen.blocks;
    }
    trial.outcomes = read_one(raw, &Options { sites, ..Options::default() });
    trial.left_out = left_out(blocks, &trial.outcomes);
    Ok(trial)
}

/// The blocks that are no paragraph of a statement, as often as they are none.
fn left_out(mut blocks: Vec<String>, outcomes: &[Outcome]) -> Vec<String> {
    let mut kept: HashMap<String, usize> = HashMap::new();
    for outcome in outcomes {
        let Outcome::Statement(ingested) = outcome else { continue };
        let texts = ingested.statement.paragraphs.iter().map(|paragraph| &paragraph.text);
        for text in texts.chain([&ingested.statement.title]) {
            *kept.entry(letters(text)).or_default() += 1;
        }
    }
    let mut takes = |text: &str| match kept.get_mut(&letters(text)) {
        Some(times) if *times > 0 => {
            *times -= 1;
            true
        }
        _ => false,
    };
    // A label such as "Question:" becomes the paragraph's role or speaker.
    blocks
        .retain(|block| !takes(block) && !block.split_once([':', '：']).is_some_and(|(_, said)| takes(said)));
    blocks
}

/// What of a text stays the same when it is made clean.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
