//! What a text says about itself: date, place, speakers, event, kind.
//!
//! Only what is stated counts, and only where statements state it: in the title, in the lines between title and text,
//! in a dateline, in the first sentence. A date or a name in running text is what the text is about. Where the signs
//! are not clear, the field stays empty.

pub(crate) mod country;
pub(crate) mod date;
pub(crate) mod interview;
pub(crate) mod mention;
pub(crate) mod pattern;

mod dateline;
mod event;
mod kind;
mod months;
mod opening;
mod speaker;

use verbale_statement::{Evidence, Kind, Speaker};

use crate::draft::{Draft, fill};
use crate::site::Sites;
use date::Order;

/// From how many turns of questions and answers on a text is an interview, whatever it is called.
const TURNS: usize = 2;

/// The longest title, in bytes, that is read. In a longer one nothing is stated, and reading it would take its time.
const LONGEST_TITLE: usize = 2_000;

/// The title of a draft, unless it is too long to be one.
fn title(draft: &Draft) -> Option<&str> {
    draft.title.as_deref().filter(|title| title.len() <= LONGEST_TITLE)
}

/// Whether a line is a dateline with a place, as stands before a text or below it: "December 6, 2021, Dresk".
pub(crate) fn is_dateline(line: &str) -> bool {
    dateline::read(line, Order::Unknown).is_some_and(|dateline| dateline.place.is_some())
}

/// Whether a line holds a date, perhaps a place, and nothing else.
pub(crate) fn is_date_and_place(line: &str) -> bool {
    dateline::read(line, Order::Unknown).is_some()
}

/// Whether a line is no more than a note to whoever gets a speech on paper: "Check against delivery".
pub(crate) fn is_delivery_note(line: &str) -> bool {
    opening::is_delivery_note(line)
}

/// Whether a draft has a speaker whose name the page around its text may have in a better form.
pub(crate) fn may_settle_names(draft: &Draft) -> bool {
    speaker::may_settle(&draft.speakers)
}

/// Takes the speakers' names in the nominative, where texts beside the statement have it: captions, bylines.
pub(crate) fn settle_names<'a>(draft: &mut Draft, texts: impl Iterator<Item = &'a str> + Clone) {
    speaker::settle_names(&mut draft.speakers, texts);
}

/// The speaker whom a line names that holds nothing else: "Foreign Minister Nadia Ferrand", "Nadia Ferrand,
/// pilot", or the mere name.
pub(crate) fn speaker_written(line: &str) -> Speaker {
    speaker::written(line)
}

/// Takes an author whom the page's head names for the speaker, if the text has none and its title says that somebody speaks:
/// journalists write interviews and news, and press services everything.
pub(crate) fn add_author(draft: &mut Draft, authors: &[(String, Evidence)]) {
    let is_spoken = matches!(draft.kind, Some(Kind::Speech | Kind::Remarks | Kind::Statement))
        && draft.provenance.kind == Some(Evidence::Title);
    if !draft.speakers.is_empty() || !is_spoken {
        return;
    }
    let persons = authors.iter().filter(|(name, _)| speaker::is_person(name));
    draft.speakers = persons
        .clone()
        .map(|(name, _)| Speaker { name: name.clone(), role: None, affiliation: None })
        .collect();
    draft.provenance.speakers = persons.map(|(_, evidence)| *evidence).next();
}

/// Fills what the title and the text state and the draft still lacks, and drops lines that are leftovers: the title
/// repeated before the text, bare datelines, and what the profiles of `sites` name, as "Go back". A second time it
/// changes nothing.
pub(crate) fn complete(draft: &mut Draft, sites: &Sites) {
    opening::read(draft, sites);
    if draft.speakers.is_empty() {
        (draft.speakers, draft.provenance.speakers) = speaker::find(draft);
    }
    let turns = interview::mark(draft);
    if !draft.speakers.is_empty() {
        draft.provenance.speakers.get_or_insert(Evidence::Labels);
    }
    if draft.place.is_none() {
        let place = title(draft).and_then(|title| opening::place_in_title(title, &draft.speakers));
        fill(&mut draft.place, &mut draft.provenance.place, place.map(|place| (place, Evidence::Title)));
    }
    if draft.event.is_none() {
        let found = event::find(draft);
        fill(&mut draft.event, &mut draft.provenance.event, found);
    }
    let mut speakers = std::mem::take(&mut draft.speakers);
    let texts = draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
    speaker::settle_names(&mut speakers, draft.title.as_deref().into_iter().chain(texts));
    draft.speakers = speakers;
    if draft.kind.is_none() {
        let found = (turns >= TURNS)
            .then_some((Kind::Interview, Evidence::Labels))
            .or_else(|| Some((kind::named_in(title(draft)?)?, Evidence::Title)))
            .or_else(|| Some((opening::lines(draft).find_map(kind::heading)?, Evidence::Opening)))
            .or_else(|| {
                Some((opening::announcements(draft).find_map(|it| kind::heading(&it))?, Evidence::Opening))
            })
            .or_else(|| Some((kind::of_address(draft.url.as_deref()?)?, Evidence::Address)));
        fill(&mut draft.kind, &mut draft.provenance.kind, found);
    }
}
