//! Who speaks, where a title, a byline or the first sentence says it with name and office.
//!
//! A person whom a statement is about or addressed to isn't its speaker. So a name counts only behind a word for a kind
//! of statement ("Remarks by Minister …"), or as the subject of a verb of speaking at the very beginning.

mod announced;
mod forms;
mod genitive;
mod grammar;
mod issuer;
mod lists;
mod named;
mod nominative;
mod suffixed;
mod tables;
mod unspaced;

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::{Evidence, Kind, ParagraphRole, Speaker};

use self::genitive::Genitive;
use self::grammar::Found;
use super::pattern::pattern;
use super::{kind, opening};
use crate::draft::Draft;

/// Fewer letters than this, all of them capitals, may be an abbreviation.
const FEWEST_CAPITALS: usize = 16;

/// The longest beginning of a paragraph, in bytes, in which its speaker is looked for.
const LEAD: usize = 400;

/// What may stand between "Remarks" and the person: "by", "of the", "de la", "delivered by His Excellency". Not "to" or
/// "on": whom a letter is written to and whom remarks are on doesn't speak.
static JOINT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^[\s:,|–—-]*(?:{}\s*)*(?:(?:H\.\s?E\.|S\.\s?E\.(?:\s?M(?:\.|me))?|M\.|Mme|Monsieur|Madame|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Hon\.?|On\.|Sen\.|Senator|Sayın)\s+(?:el\s+|la\s+|le\s+)?)*$",
        announced::JOINTS
    ))
});

/// An office without a name, and what joins it to the next one of the same person.
static OFFICE_BEFORE: LazyLock<Regex> = LazyLock::new(|| pattern(announced::OFFICE_BEFORE));

static BEGINNING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"^(?:[„“«"].*[“”»"]\s*[–—-])?[\s«“(–—-]*(?:Transcript (?:of|from)\s+)?(?:(?:[Tt]he|[Ll]e|[Ll]a|[Ee]l|L[’']|H\.\s?E\.|His Excellency|Her Excellency|M\.|Mme)\s*)*$"#,
    )
});

static SPEAKS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"^,?\s*{}", announced::SPEAKS)));

/// Words that announce a speaker and are no kind of statement.
pub(super) static ANNOUNCES: LazyLock<Regex> = LazyLock::new(|| pattern(announced::ANNOUNCES));

/// What stands before the name in a byline.
static BY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?i:by|par|por|von|автор):?\s+"));

static NEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:,|(?:,\s+)?(?:and|и|et|y|e|und|&))\s+(?:(?:the|with|by|of|de|del|du|la|le|el|do|da|von|dem|der|den|des|mit|dell[’'])\s+){0,2}(?:\p{Ll}+(?:sch|isch)(?:en|er)\s+)?$",
    )
});

/// Finds the speakers of a draft that has none, and where they are named.
pub(super) fn find(draft: &Draft) -> (Vec<Speaker>, Option<Evidence>) {
    let title = super::title(draft).unwrap_or_default();
    let lines: Vec<&str> = std::iter::once(title).chain(opening::lines(draft)).collect();
    // Where lines are broken anywhere, as in scans, "Statement by" and the name stand in two of them.
    let pairs = lines.windows(2).map(|pair| Cow::Owned(pair.join(" ")));
    let covers = std::iter::once_with(|| opening::announcements(draft)).flatten().map(Cow::Owned);
    let each = lines.iter().map(|line| Cow::Borrowed(*line)).chain(pairs).chain(covers);
    let (evidence, mut named) = each
        .map(|line| in_line(&recased(&line)))
        .enumerate()
        .find(|(_, speakers)| !speakers.is_empty())
        .map(|(at, speakers)| (if at == 0 { Evidence::Title } else { Evidence::Opening }, speakers))
        .unwrap_or((Evidence::FirstSentence, Vec::new()));
    if named.is_empty() {
        let first = draft.paragraphs.iter().find(|paragraph| paragraph.role == ParagraphRole::Body);
        let lead = first.map(|paragraph| beginning(&paragraph.text)).filter(|lead| !in_first_person(lead));
        named = lead.map(in_line).unwrap_or_default();
    }
    let texts = draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
    let mut speakers = named.into_iter().map(|named| named.in_nominative(texts.clone())).collect::<Vec<_>>();
    complete_name(&mut speakers, draft);
    let found = (!speakers.is_empty()).then_some(evidence);
    (speakers, found)
}

/// A speaker whom a line names.
struct Named {
    speaker: Speaker,
    /// How the name declines, if it stands in the genitive.
    genitive: Option<&'static Genitive>,
}

impl Named {
    /// The speaker with the name in the nominative: as one of the texts has it, or else as such names have it.
    fn in_nominative<'a>(self, mut texts: impl Iterator<Item = &'a str>) -> Speaker {
        let Self { mut speaker, genitive } = self;
        if let Some(genitive) = genitive {
            let known = texts.find_map(|text| nominative::in_text(&speaker.name, text));
            speaker.name = known.map_or_else(|| genitive.nominative(&speaker.name), str::to_owned);
        }
        speaker
    }
}

impl From<Found> for Named {
    fn from(Found { speaker, genitive, .. }: Found) -> Self {
        Self { speaker, genitive }
    }
}

/// Takes names in the form in which `texts` have them in the nominative, and in ordinary case.
pub(super) fn settle_names<'a>(speakers: &mut [Speaker], texts: impl Iterator<Item = &'a str> + Clone) {
    for speaker in speakers.iter_mut().filter(|speaker| nominative::may_differ(&speaker.name)) {
        if let Some(name) = texts.clone().find_map(|text| nominative::in_text(&speaker.name, text)) {
            speaker.name = name.to_owned();
        }
    }
}

/// Whether a name by itself reads as that of a person, and not of a press service, a ministry or an account.
pub(super) fn is_person(name: &str) -> bool {
    named::is_person(name)
}

/// Whether there is a name that other texts may have in a better form.
pub(super) fn may_settle(speakers: &[Speaker]) -> bool {
    speakers.iter().any(|speaker| nominative::may_differ(&speaker.name))
}

/// Whether a text speaks of itself as "I" or "we", outside of quotations.
fn in_first_person(text: &str) -> bool {
    let mut depth = 0usize;
    let unquoted: String = text
        .chars()
        .map(|c| {
            match c {
                '“' | '«' | '„' => depth += 1,
                '”' | '»' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 { ' ' } else { c }
        })
        .collect();
    unquoted.split(|c: char| !c.is_alphanumeric()).any(|word| lists::FIRST_PERSON.contains(&word))
}

/// A line with its words in ordinary case if it is set in capitals.
pub(super) fn recased(line: &str) -> Cow<'_, str> {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = line.chars().filter(|c| c.is_uppercase()).count();
    if letters < FEWEST_CAPITALS || capitals * 10 < letters * 8 {
        return Cow::Borrowed(line);
    }
    let mut recased = String::with_capacity(line.len());
    for (at, word) in line.split(' ').enumerate() {
        if at > 0 {
            recased.push(' ');
        }
        let lower = word.to_lowercase();
        let initials = word.contains('.')
            && word.chars().filter(|c| c.is_alphabetic()).count() <= 3
            && !lists::SHORTENED.contains(&lower.as_str());
        let is_acronym = lists::ACRONYMS.contains(&lower.trim_matches(|c: char| !c.is_alphanumeric()));
        if initials || is_acronym {
            recased.push_str(word);
        } else if lists::SMALL_WORDS.contains(&lower.as_str()) {
            recased.push_str(&lower);
        } else {
            let mut begins = !word.starts_with(|c: char| c.is_ascii_digit());
            for c in word.chars() {
                if begins {
                    recased.push(c)
                } else {
                    recased.extend(c.to_lowercase())
                }
                begins = !word.starts_with(|c: char| c.is_ascii_digit())
                    && matches!(c, '-' | '’' | '\'' | '(' | '“' | '"' | '«' | ',');
            }
        }
    }
    Cow::Owned(recased)
}

/// Where a line has only a family name or no office, takes the whole if the beginning of the text has it.
fn complete_name(speakers: &mut [Speaker], draft: &Draft) {
    let [only] = speakers else { return };
    let is_whole = only.name.contains(' ') && only.role.is_some();
    if is_whole {
        return;
    }
    let is_same = |name: &str| name == only.name || name.split(' ').next_back() == Some(&only.name);
    let first = draft.paragraphs.iter().take(3).map(|paragraph| beginning(&paragraph.text).to_owned());
    let covers = opening::announcements(draft).map(|cover| recased(&cover).into_owned());
    let texts = draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str());
    let full = first
        .chain(covers)
        .filter_map(|text| grammar::find(&text))
        .map(|found| Named::from(found).in_nominative(texts.clone()))
        .find(|speaker| is_same(&speaker.name));
    if let Some(speaker) = full {
        *only = speaker;
    }
}

/// The speaker whom a line names that holds nothing else.
pub(super) fn written(line: &str) -> Speaker {
    let line = recased(line);
    let name = BY.find(&line).map_or(&*line, |by| &line[by.end()..]);
    let in_sentence = || Some(Named::from(grammar::find(name)?).in_nominative(std::iter::empty()));
    if let Some(known) = unspaced::find(name).or_else(in_sentence) {
        return known;
    }
    match name.split_once(", ") {
        Some((name, role)) => {
            Speaker { name: name.to_owned(), role: Some(role.to_owned()), affiliation: None }
        }
        None => Speaker { name: name.to_owned(), role: None, affiliation: None },
    }
}

/// The speakers whom a line names as such.
fn in_line(line: &str) -> Vec<Named> {
    if let Some(speaker) = unspaced::find(line).or_else(|| suffixed::find(line)) {
        return vec![Named { speaker, genitive: None }];
    }
    let mut speakers = Vec::new();
    let (mut from, mut behind_office) = (0, false);
    while let Some(found) = grammar::find(&line[from..]) {
        let Found { speaker, span, .. } = &found;
        let (before, after) = (&line[from..from + span.start], &line[from + span.end..]);
        let speaks = if speakers.is_empty() {
            is_announced(before) || BEGINNING.is_match(before) && (speaks(after) || is_next_speaking(after))
        } else {
            // "Gaston Brune, Prime Minister, Minister of Finance": behind an office, one more is the same person's.
            let is_further_office = behind_office
                && before.trim() == ","
                && speaker
                    .role
                    .as_ref()
                    .is_some_and(|role| line[from + span.start..].starts_with(role.as_str()));
            NEXT.is_match(before) && !is_further_office
        };
        if !speaks {
            break;
        }
        from += span.end;
        behind_office = !line[..from].ends_with(&speaker.name);
        speakers.push(found.into());
    }
    if speakers.is_empty() {
        speakers.extend(named::find(line).map(|(speaker, genitive)| Named { speaker, genitive }));
    }
    speakers
}

/// Whether the words behind a person say that the person speaks.
fn speaks(after: &str) -> bool {
    let after = after.trim_start_matches(')');
    SPEAKS.is_match(after) || grammar::owns_speech(after) || after.trim_start().starts_with(':')
}

/// Whether another person is named next and both speak: "Foreign Minister Gleb Sartakov and President Isaura Benavente at a joint
/// press conference".
fn is_next_speaking(after: &str) -> bool {
    grammar::find(after)
        .is_some_and(|next| NEXT.is_match(&after[..next.span.start]) && speaks(&after[next.span.end..]))
}

/// Whether the words before a person announce that the person speaks.
fn is_announced(before: &str) -> bool {
    // "The Secretary General’s press conference with President …" is another's.
    let is_by = [" by", " by the", " from"].iter().any(|by| before.trim_end().ends_with(by));
    if !is_by && (before.contains("’s ") || before.contains("'s ")) {
        return false;
    }
    // "Statement of the Chairman-in-Office, Foreign Minister …": one person with two offices.
    let before = OFFICE_BEFORE.find(before).map_or(before, |office| &before[..office.start()]);
    // "Media release: Deputy Minister …" is about whom it names.
    if before.trim_end().ends_with(':') && kind::named_in(before) == Some(Kind::PressRelease) {
        return false;
    }
    let kind_end = kind::last_word_end(before);
    let other_end = ANNOUNCES.find_iter(before).last().map(|word| word.end());
    kind_end.max(other_end).is_some_and(|end| JOINT.is_match(&before[end..]))
}

/// The beginning of a paragraph, cut between characters.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests;
