//! The meeting or occasion of a statement, where a title, a line before the text or the first sentence says it: "Address
//! to the Ninth Meeting of …", "took part in the debate on …".
//!
//! A meeting that a text merely mentions is what it is about. So an event counts only behind a word for a kind of
//! statement, or behind a verb of speaking or taking part.

mod nominative;
mod tables;

use std::sync::{LazyLock, OnceLock};

use regex::Regex;
use verbale_statement::{Evidence, Kind, ParagraphRole};

use super::date::{self, Order};
use super::pattern::pattern;
use super::speaker::{ANNOUNCES, recased};
use super::{kind, opening};
use crate::draft::Draft;
use tables::{WORDS, Words};

/// The longest event, in bytes: what is longer is rather a sentence.
const LONGEST: usize = 300;

/// The longest first sentence, in bytes, in which an event is looked for.
const LEAD: usize = 600;

struct Forms {
    words: &'static Words,
    /// They take milliseconds to compile, so that each language waits for a text that may need it.
    compiled: OnceLock<[Regex; 2]>,
}

static FORMS: LazyLock<Vec<Forms>> =
    LazyLock::new(|| WORDS.iter().map(|words| Forms { words, compiled: OnceLock::new() }).collect());

/// 在…会议上的讲话
static CHINESE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:在|出席)(?P<event>[^在，。、：\s]{2,40}?(?:会议|會議|峰会|峰會|大会|大會|论坛|論壇|会晤|年会|研讨会|辩论|辯論|对话会|座谈会|首脑会))(?:开幕式|闭幕式|全体会议|一般性辩论)?(?:上|期间)(?:的|发表)",
    )
});

/// The event of a draft, and where it is named.
pub(super) fn find(draft: &Draft) -> Option<(String, Evidence)> {
    let (event, evidence) = named(draft)?;
    // "…, 78th session of the General Assembly, New York" ends in where it was.
    let place = draft.place.as_deref().and_then(|place| event.strip_suffix(place));
    let name =
        place.and_then(|name| name.trim_end().strip_suffix([',', '،'])).filter(|name| !name.is_empty());
    Some((name.map(str::to_owned).unwrap_or(event), evidence))
}

fn named(draft: &Draft) -> Option<(String, Evidence)> {
    let title = super::title(draft).unwrap_or_default();
    let first = || draft.paragraphs.iter().find(|it| it.role == ParagraphRole::Body);
    let in_lines = opening::lines(draft).find_map(|line| in_line(&recased(line), true));
    in_lines
        .map(|event| (event, Evidence::Opening))
        .or_else(|| Some((in_line(&recased(title), false).or_else(|| named_first(title))?, Evidence::Title)))
        .or_else(|| {
            let in_cover = opening::announcements(draft).find_map(|cover| in_line(&recased(&cover), true));
            Some((in_cover?, Evidence::Opening))
        })
        .or_else(|| Some((in_lead(&first()?.text)?, Evidence::FirstSentence)))
}

/// The event that a title, or a line before the text, says the statement was made at.
fn in_line(line: &str, is_line: bool) -> Option<String> {
    if let Some(found) = CHINESE.captures(line).and_then(|captures| captures.name("event")) {
        return Some(found.as_str().to_owned());
    }
    FORMS.iter().find_map(|forms| {
        let announced = |before: &str| {
            // "of the Secretary General / to the Ninth Meeting" stands below "Address".
            let goes_on = is_line && ["", "of", "by"].contains(&before.split(' ').next().unwrap_or_default());
            goes_on || is_spoken(before)
        };
        let [behind_preposition, behind_verb] = forms.in_text(line)?;
        forms.find(behind_preposition, line, announced).or_else(|| forms.find(behind_verb, line, |_| true))
    })
}

/// The event whose name a title begins with: "Halvern Summit: speech by …".
fn named_first(title: &str) -> Option<String> {
    let (event, rest) = [" : ", ": ", " – ", " — ", " - "].iter().find_map(|sign| title.split_once(sign))?;
    let at_once: String = rest.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let lower = event.to_lowercase();
    let is_event = FORMS.iter().any(|forms| forms.words.begins_event(&lower));
    (is_event && kind::named_in(event).is_none() && is_spoken(&at_once)).then(|| event.trim().to_owned())
}

/// The event that the first sentence of a report says its subject took part in.
fn in_lead(paragraph: &str) -> Option<String> {
    let end = paragraph.find(". ").unwrap_or(paragraph.len());
    let sentence = paragraph.get(..end).filter(|sentence| sentence.len() <= LEAD)?;
    let is_near = |before: &str| before.split_whitespace().count() <= 14;
    FORMS.iter().find_map(|forms| forms.find(&forms.in_text(sentence)?[1], sentence, is_near))
}

/// Whether words announce something that is said, and not merely written or agreed.
fn is_spoken(words: &str) -> bool {
    matches!(kind::named_in(words), Some(Kind::Speech | Kind::Remarks | Kind::Statement))
        || ANNOUNCES.is_match(words)
}

impl Forms {
    /// The expressions for an event behind a preposition and behind a verb, if the text has a word for a meeting.
    fn in_text(&self, text: &str) -> Option<&[Regex; 2]> {
        self.words.noun.is_match(&text.to_lowercase()).then(|| {
            self.compiled.get_or_init(|| {
                let Words { before, verbs, articles, nouns, .. } = self.words;
                let event = format!(
                    r"(?:{articles})*(?P<event>(?:(?:\d+\.|[^\s,.;:()|]+)\s+){{0,7}}?(?:{nouns})(?:[\s,.;:()|].*)?)$"
                );
                [before, verbs].map(|words| pattern(&format!(r"(?i)(?:^|\s)(?:{words})\s+{event}")))
            })
        })
    }

    fn find(&self, form: &Regex, line: &str, is_announced: impl Fn(&str) -> bool) -> Option<String> {
        let mut from = 0;
        while let Some(captures) = form.captures_at(line, from) {
            let (whole, event) = (captures.get(0)?, captures.name("event")?);
            if is_announced(line[..whole.start()].trim_start())
                && let Some(name) = self.name(event.as_str())
            {
                return Some(name);
            }
            // One character on, since the match goes to the end of the line.
            from = whole.start() + line[whole.start()..].chars().next()?.len_utf8();
        }
        None
    }

    /// The name of an event out of the rest of a line, or nothing if it is none.
    fn name(&self, rest: &str) -> Option<String> {
        let text = cut(rest);
        let lower = text.to_lowercase();
        let noun = self.words.noun.find(&lower)?;
        let (before, after) = (&lower[..noun.start()], lower[noun.end()..].trim_start());
        // "to the media on the meeting", "the meeting with the ambassador", "the press conference"
        let is_other = before.split_whitespace().any(|word| self.words.other.contains(&word))
            || self.words.with.iter().any(|with| after.starts_with(with))
            || self.words.press.iter().any(|press| lower.contains(press));
        let is_named = text.split_whitespace().count() > 1 && text.len() <= LONGEST;
        // A name in quotation marks that was cut inside them is only half a name.
        let is_half = text.contains(['“', '«']) && !text.contains(['”', '»']);
        let is_event = is_named && !is_other && !is_half;
        is_event.then(|| if self.words.declines { nominative::nominative(text) } else { text.to_owned() })
    }
}

/// The rest of a line up to a date, a parenthesis, a colon, a place at the end, or the next clause.
fn cut(rest: &str) -> &str {
    let date = date::days(rest, Order::Unknown).first().map(|dated| dated.span.start);
    let signs = [
        " (",
        ": ",
        " : ",
        "; ",
        " | ",
        " – ",
        " — ",
        " - ",
        ". ",
        " held ",
        ", which ",
        " which ",
        ", где ",
        ", котор",
        ", organised",
        ", organized",
        ", chaired",
        ", entitled",
        ", qui ",
    ];
    // "20. Konferenz" is a number, and no sentence ends in it.
    let goes_on = |at: usize, sign: &str| {
        is_quoted(&rest[..at]) || sign == ". " && rest[..at].ends_with(|c: char| c.is_ascii_digit())
    };
    let outside = |sign: &str| rest.match_indices(sign).map(|(at, _)| at).find(|at| !goes_on(*at, sign));
    let end = signs.iter().filter_map(|sign| outside(sign)).chain(date).min().unwrap_or(rest.len());
    let mut text = rest[..end].trim();
    // "…, New York" is where, "…, Security and Water" a part of the name.
    if let Some((name, last)) = text.rsplit_once(", ") {
        let words: Vec<&str> = last.split_whitespace().collect();
        if words.len() <= 3
            && words.iter().all(|word| word.starts_with(char::is_uppercase))
            && !name.contains(',')
        {
            text = name;
        }
    }
    loop {
        let before = text;
        text = text.trim_end_matches([' ', ',', '،', '.', ':', ';', '-', '–', '—', '*']);
        for word in tables::BEFORE_DATES {
            text = text.strip_suffix(word).filter(|rest| rest.ends_with(' ')).unwrap_or(text);
        }
        if text == before {
            return text;
        }
    }
}

/// Whether a quotation is open at the end of a text.
fn is_quoted(before: &str) -> bool {
    let last = |signs: &[char]| before.rfind(signs);
    last(&['“', '«']) > last(&['”', '»'])
}

#[cfg(test)]
mod tests;
