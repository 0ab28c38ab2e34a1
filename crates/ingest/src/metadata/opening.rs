//! The lines between a title and its text, and the leftovers around both.

mod title;

pub(super) use self::title::place as place_in_title;

use verbale_statement::{Evidence, ParagraphRole};

use super::date::{self, Order, OtherCalendar};
use super::dateline::{self, Dateline};
use super::kind;
use crate::draft::{Draft, DraftParagraph, fill};
use crate::site::Sites;

/// How many paragraphs can stand before the text proper.
const MOST_LINES: usize = 8;

/// The longest paragraph, in bytes, that can be such a line; what is longer is the text.
const LONGEST_LINE: usize = 250;

/// The longest paragraph, in bytes, that can be the lines of a cover, run together.
const LONGEST_COVER: usize = 500;

/// Notes to whoever gets a speech on paper, in lower case and without signs around them.
const DELIVERY_NOTES: [&str; 16] = [
    "check against delivery",
    "please check against delivery",
    "as delivered",
    "as prepared for delivery",
    "as prepared",
    "embargoed until delivery",
    "seul le prononcé fait foi",
    "le prononcé fait foi",
    "a vérifier au prononcé",
    "à vérifier au prononcé",
    "vérifier au prononcé",
    "es gilt das gesprochene wort",
    "fa fede il testo pronunciato",
    "cotejar contra lectura",
    "cotejar con la intervención pronunciada",
    "cotejar con el discurso pronunciado",
];

/// Whether a line is no more than a note to whoever gets a speech on paper: "Check against delivery".
pub(super) fn is_delivery_note(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphabetic());
    bare.len() <= 60 && DELIVERY_NOTES.contains(&bare.to_lowercase().as_str())
}

/// Reads date and place from the lines before the text, and drops those lines that say no more than what the draft
/// then holds: the title again, also with the date glued behind it, and bare datelines.
pub(super) fn read(draft: &mut Draft, sites: &Sites) {
    drop_leftovers(draft, sites);
    let order = draft.date_order;
    let mut at = 0;
    let mut bare_date = None;
    while at < draft.paragraphs.len().min(MOST_LINES)
        && may_precede(&draft.paragraphs[at], title_bytes(draft))
    {
        let line = draft.paragraphs[at].text.trim();
        let repeated = super::title(draft).and_then(|title| rest_of_repetition(title, line));
        let (gone, dateline) = match repeated {
            Some(rest) => (true, dateline::read(rest, order)),
            None if sites.is_leftover(line) || is_delivery_note(line) => (true, None),
            None => {
                let dateline = dateline::read(line, order).or_else(|| dateline::of_page_info(line, order));
                (dateline.is_some(), dateline.or_else(|| dateline::leading(line, order)))
            }
        };
        if let Some(dateline) = dateline {
            if dateline.place.is_some() {
                stated_by(draft, dateline);
            } else {
                bare_date = bare_date.or(Some(dateline.date));
            }
        }
        // The text itself must remain, however it is written.
        if gone && draft.paragraphs.len() > 1 {
            draft.paragraphs.remove(at);
        } else {
            at += 1;
        }
    }
    // A dateline with a place says when the text was made, a bare date only when it was published.
    if draft.date.is_none() {
        from_text(draft);
        fill(&mut draft.date, &mut draft.provenance.date, bare_date.map(|date| (date, Evidence::Opening)));
    }
    let in_title = super::title(draft).and_then(title::date);
    fill(&mut draft.date, &mut draft.provenance.date, in_title.map(|date| (date, Evidence::Title)));
    if draft.date.is_none() {
        draft.other_calendar = in_other_calendar(draft);
    }
}

/// The date of a calendar that isn't read, in the title or a short line before or behind the text.
fn in_other_calendar(draft: &Draft) -> Option<OtherCalendar> {
    let first = draft.paragraphs.iter().take(MOST_LINES);
    let lines = first.chain(draft.paragraphs.last()).map(|paragraph| paragraph.text.as_str());
    let short = lines.filter(|line| line.len() <= LONGEST_LINE);
    super::title(draft).into_iter().chain(short).find_map(date::other_calendar)
}

/// Takes over date and place of a dateline.
fn stated_by(draft: &mut Draft, dateline: Dateline) {
    let date = Some((dateline.date, Evidence::Dateline));
    fill(&mut draft.date, &mut draft.provenance.date, date);
    let place = dateline.place.map(|place| (place, Evidence::Dateline));
    fill(&mut draft.place, &mut draft.provenance.place, place);
}

/// The lines before the text proper that are headings or short: "Address of the Secretary General to the Meeting".
pub(super) fn lines(draft: &Draft) -> impl Iterator<Item = &str> {
    draft
        .paragraphs
        .iter()
        .take(2)
        .take_while(|paragraph| {
            paragraph.text.len() <= LONGEST_LINE
                && (paragraph.role == ParagraphRole::Heading || !ends_a_sentence(&paragraph.text))
        })
        .map(|paragraph| paragraph.text.as_str())
}

/// The paragraphs before the text proper that begin with what the text is, as the cover of a printed speech has them
/// among other lines: "Statement by His Excellency …, Minister of … at the General Debate". A short one comes a second time
/// together with the next line, since name and office may stand there.
pub(super) fn announcements(draft: &Draft) -> impl Iterator<Item = String> {
    let first = &draft.paragraphs[..draft.paragraphs.len().min(MOST_LINES)];
    let announcing = first.iter().enumerate().filter(|(_, paragraph)| announces(&paragraph.text));
    announcing.flat_map(|(at, paragraph)| {
        let next = first.get(at + 1).filter(|next| {
            paragraph.text.len() <= LONGEST_LINE / 2
                && next.text.len() <= LONGEST_LINE
                && !ends_a_sentence(&next.text)
        });
        let both = next.map(|next| format!("{} {}", paragraph.text, next.text));
        std::iter::once(paragraph.text.clone()).chain(both)
    })
}

fn announces(text: &str) -> bool {
    text.len() <= LONGEST_COVER && !ends_a_sentence(text) && kind::heading(text).is_some()
}

/// Whether a paragraph can still stand before the text proper.
fn may_precede(paragraph: &DraftParagraph, title_bytes: usize) -> bool {
    // Items and rows with dates are a list of other texts.
    let line =
        matches!(paragraph.role, ParagraphRole::Body | ParagraphRole::Heading | ParagraphRole::Quotation);
    let sentence =
        paragraph.text.len() > LONGEST_LINE / 2 && paragraph.text.trim_end().ends_with(['.', '。']);
    line && !sentence && paragraph.text.len() <= LONGEST_LINE + title_bytes
}

fn ends_a_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '…', ':', ';', ',', '。', '！', '：', '؟', '،'])
}

fn title_bytes(draft: &Draft) -> usize {
    super::title(draft).map_or(0, str::len)
}

/// Drops paragraphs at the end and the beginning that are leftovers of one of the sites.
fn drop_leftovers(draft: &mut Draft, sites: &Sites) {
    let is_leftover = |paragraph: &DraftParagraph| sites.is_leftover(&paragraph.text);
    while draft.paragraphs.last().is_some_and(is_leftover) {
        draft.paragraphs.pop();
    }
    let start = draft.paragraphs.iter().take_while(|paragraph| is_leftover(paragraph)).count();
    draft.paragraphs.drain(..start);
}

/// If a line is the title again, what stands behind it: nothing, or a date.
fn rest_of_repetition<'a>(title: &str, line: &'a str) -> Option<&'a str> {
    let letters = |c: &char| c.is_alphanumeric();
    let mut wanted = title.chars().filter(letters).flat_map(char::to_lowercase);
    let mut end = 0;
    for (at, c) in line.char_indices().filter(|(_, c)| letters(c)) {
        let Some(next) = wanted.next() else { break };
        let mut own = c.to_lowercase();
        if own.next() != Some(next) || own.any(|more| wanted.next() != Some(more)) {
            return None;
        }
        end = at + c.len_utf8();
    }
    let rest = line[end..].trim_matches(|c: char| {
        c.is_whitespace() || (!c.is_alphanumeric() && !matches!(c, '(' | '（' | ')' | '）'))
    });
    let whole = wanted.next().is_none() && end > 0;
    (whole && (!rest.chars().any(char::is_alphanumeric) || dateline::read(rest, Order::Unknown).is_some()))
        .then_some(rest)
}

/// The dateline that the first long paragraph begins with, or that the last paragraph is.
fn from_text(draft: &mut Draft) {
    let order = draft.date_order;
    let first = draft.paragraphs.iter().find(|paragraph| paragraph.role == ParagraphRole::Body);
    let last = draft.paragraphs.last().filter(|_| draft.paragraphs.len() > 1);
    let found = first
        .and_then(|paragraph| dateline::leading(&paragraph.text, order))
        .or_else(|| dateline::read(&last?.text, order).filter(|dateline| dateline.place.is_some()));
    if let Some(dateline) = found {
        stated_by(draft, dateline);
    }
}
