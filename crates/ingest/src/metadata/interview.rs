//! Interviews: the labels "Question:" and "Answer:" before paragraphs, and names that stand there in their place.

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::{Kind, ParagraphRole, Speaker};

use super::kind;
use super::pattern::pattern;
use crate::draft::Draft;

/// Words before a question, in any of the languages.
const QUESTION: &str = "question|q|вопрос|pregunta|p|pergunta|frage|domanda|سؤال|السؤال|س|问|問|记者|記者";

/// Words before an answer.
const ANSWER: &str =
    "answer|a|ответ|réponse|reponse|r|respuesta|resposta|antwort|risposta|جواب|الجواب|الإجابة|ج|答";

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[\s–—«“-]*(?:(?P<question>{QUESTION})|(?P<answer>{ANSWER}))(?:\s*(?:№\s*)?\d{{1,2}})?(?:\s*[:：]\s*|\s+[–—-]\s+)"
    ))
});

/// Up to five words with a capital, or a short run of Chinese characters, before a colon.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[\s–—-]*(\p{Lu}[\p{L}’'.-]*(?:\s+[\p{L}’'.-]+){0,4}|[\p{Han}]{2,6})\s*[:：]\s*")
});

/// Whether a paragraph is labelled as a question or an answer, and how many bytes the label has.
pub(crate) fn labelled(text: &str) -> Option<(ParagraphRole, usize)> {
    let captures = LABEL.captures(text)?;
    let role =
        if captures.name("question").is_some() { ParagraphRole::Question } else { ParagraphRole::Answer };
    Some((role, captures.get(0)?.end()))
}

/// Turns labels into roles and speakers, and returns how many turns the text has: questions followed by an answer.
///
/// In a text with a labelled question and a labelled answer, or the name of who answers behind a question, paragraphs
/// become questions and answers up to the next label or heading. Labels that role or speaker then tell are dropped.
pub(super) fn mark(draft: &mut Draft) -> usize {
    let mut labels: Vec<Option<Label>> =
        draft.paragraphs.iter().map(|paragraph| Label::of(&paragraph.text)).collect();
    let has =
        |wanted: &ParagraphRole| labels.iter().flatten().any(|label| label.role.as_ref() == Some(wanted));
    let (asked, answered) = (has(&ParagraphRole::Question), has(&ParagraphRole::Answer));
    if !asked && !answered {
        dialogue(draft);
    }
    let people = people(draft, &labels, asked);
    if !(asked && (answered || !people.is_empty()) || people.iter().any(|person| person.speaker.is_some())) {
        return turns(draft);
    }
    for label in labels.iter_mut().flatten() {
        if let Some(person) = people.iter().find(|person| label.name.as_deref() == Some(&person.label)) {
            label.speaker = person.speaker;
            label.role = asked.then_some(ParagraphRole::Answer);
            // "The Minister:" is said nowhere else, so it stays.
            label.length = if person.speaker.is_some() { label.length } else { 0 };
        } else if label.role.is_none() {
            label.length = 0;
        }
    }
    let only = (draft.speakers.len() == 1).then_some(0);
    let mut current: Option<(ParagraphRole, Option<usize>)> = None;
    for (paragraph, label) in draft.paragraphs.iter_mut().zip(&labels) {
        match label {
            Some(label) if label.role.is_some() || label.speaker.is_some() => {
                paragraph.text.drain(..label.length);
                let role = label.role.unwrap_or(paragraph.role);
                // "Answer:" is the only speaker's; another label is somebody's of its own.
                let answers = only.filter(|_| role == ParagraphRole::Answer && label.name.is_none());
                current = Some((role, label.speaker.or(answers)));
            }
            _ if paragraph.role == ParagraphRole::Heading => current = None,
            _ => {}
        }
        if let Some((role, speaker)) = current {
            // A label alone on its line speaks for the paragraphs behind it, which may be of any role in a speech.
            paragraph.role = if asked { role } else { paragraph.role };
            paragraph.speaker = paragraph.speaker.or(speaker);
        }
    }
    draft.paragraphs.retain(|paragraph| !paragraph.text.trim().is_empty());
    turns(draft)
}

/// Marks the questions and answers of an interview in which only dashes show that the speaker changes: "– Why?",
/// "– Because." So many dashes are no dialogue elsewhere, so the title has to say that it is one.
fn dialogue(draft: &mut Draft) {
    let is_interview = super::title(draft).and_then(kind::named_in) == Some(Kind::Interview);
    let dashed = |text: &str| {
        text.starts_with(DASHES).then(|| text.trim_start_matches(DASHES).trim_start().to_owned())
    };
    let asks = |text: &str| text.trim_end().ends_with(['?', '？', '؟']);
    let texts: Vec<Option<String>> = draft.paragraphs.iter().map(|it| dashed(&it.text)).collect();
    let said: Vec<bool> = texts.iter().flatten().map(|text| asks(text)).collect();
    let turns = said.windows(2).filter(|pair| pair[0] && !pair[1]).count();
    if !is_interview || turns < FEWEST_TURNS {
        return;
    }
    let only = (draft.speakers.len() == 1).then_some(0);
    let mut role = None;
    for (paragraph, text) in draft.paragraphs.iter_mut().zip(texts) {
        if let Some(text) = text {
            role = Some(if asks(&text) { ParagraphRole::Question } else { ParagraphRole::Answer });
            paragraph.text = text;
        }
        if let Some(role) = role {
            paragraph.role = role;
            paragraph.speaker = paragraph.speaker.or(only.filter(|_| role == ParagraphRole::Answer));
        }
    }
}

/// Dashes before what someone says.
const DASHES: [char; 4] = ['–', '—', '-', '―'];

/// From how many turns on dashes show a dialogue.
const FEWEST_TURNS: usize = 2;

/// What stands before a colon at the beginning of a paragraph.
struct Label {
    role: Option<ParagraphRole>,
    /// The text before the colon, if it is no word for question or answer.
    name: Option<String>,
    speaker: Option<usize>,
    /// Bytes up to what is said.
    length: usize,
}

impl Label {
    fn of(text: &str) -> Option<Self> {
        if let Some((role, length)) = labelled(text) {
            return Some(Self { role: Some(role), name: None, speaker: None, length });
        }
        let captures = NAMED.captures(text)?;
        let name = captures.get(1)?.as_str().trim().to_owned();
        Some(Self { role: None, name: Some(name), speaker: None, length: captures.get(0)?.end() })
    }
}

/// Someone whose words are labelled.
struct Person {
    label: String,
    speaker: Option<usize>,
}

/// Who the labels name: a speaker of the draft; behind questions also whoever answers; and in a conversation of
/// several people those whose names recur. New names become speakers of the draft.
fn people(draft: &mut Draft, labels: &[Option<Label>], asked: bool) -> Vec<Person> {
    let name = |label: &Option<Label>| label.as_ref().and_then(|label| label.name.clone());
    let mut counts: Vec<(String, usize)> = Vec::new();
    for label in labels.iter().filter_map(name) {
        match counts.iter_mut().find(|(known, _)| *known == label) {
            Some((_, count)) => *count += 1,
            None => counts.push((label, 1)),
        }
    }
    let answers = |wanted: &str| {
        labels.windows(2).any(|pair| {
            pair[0].as_ref().is_some_and(|label| label.role == Some(ParagraphRole::Question))
                && name(&pair[1]).as_deref() == Some(wanted)
        })
    };
    let recurring = counts.iter().filter(|(label, count)| *count > 1 && is_full_name(label)).count();
    let mut people = Vec::new();
    for (label, count) in counts {
        let known = draft.speakers.iter().position(|speaker| is_same_person(&speaker.name, &label));
        let converses = recurring > 1 && count > 1 && is_full_name(&label);
        let speaker = match known {
            Some(at) => {
                // The label has the name undeclined.
                if is_full_name(&label) {
                    draft.speakers[at].name.clone_from(&label);
                }
                Some(at)
            }
            None if is_full_name(&label) && (converses || asked && answers(&label)) => {
                draft.speakers.push(Speaker { name: label.clone(), role: None, affiliation: None });
                Some(draft.speakers.len() - 1)
            }
            None => None,
        };
        if speaker.is_some() || asked && answers(&label) {
            people.push(Person { label, speaker });
        }
    }
    people
}

/// Whether a label is a name of at least two words, each with a capital, or a name in Chinese characters.
fn is_full_name(label: &str) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let particle =
        |word: &&str| matches!(*word, "de" | "da" | "del" | "von" | "van" | "bin" | "bint" | "la" | "al");
    let first = words
        .first()
        .is_some_and(|word| !matches!(*word, "The" | "Le" | "La" | "El" | "Mr" | "Mr." | "Madam"));
    words.len() > 1
        && first
        && words.iter().all(|word| capital(word) || particle(word) || word.starts_with("al-"))
}

/// Whether two names are one person's: the same words up to the endings by which cases differ, or the last of them.
fn is_same_person(name: &str, label: &str) -> bool {
    let alike = |one: &str, other: &str| {
        let letters = one.chars().count().min(other.chars().count());
        let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
        same == letters || same >= 3 && same + 2 >= letters
    };
    let (names, labels): (Vec<&str>, Vec<&str>) =
        (name.split_whitespace().collect(), label.split_whitespace().collect());
    match (names.as_slice(), labels.as_slice()) {
        ([.., last], [only]) => alike(last, only),
        _ => names.len() == labels.len() && names.iter().zip(&labels).all(|(one, other)| alike(one, other)),
    }
}

/// Questions that an answer follows.
fn turns(draft: &Draft) -> usize {
    let mut roles: Vec<ParagraphRole> = draft
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.role)
        .filter(|role| matches!(role, ParagraphRole::Question | ParagraphRole::Answer))
        .collect();
    roles.dedup();
    roles.windows(2).filter(|pair| pair == &[ParagraphRole::Question, ParagraphRole::Answer]).count()
}

#[cfg(test)]
mod tests;
