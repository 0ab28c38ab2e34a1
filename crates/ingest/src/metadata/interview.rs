//! Interviews: the labels "Question:" and "Answer:" before paragraphs, and names that stand there in their place.

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::{ParagraphRole, Speaker};

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
mod tests {
    use super::*;
    use crate::draft::DraftParagraph;

    #[test]
    fn labels_become_roles() {
        let texts = [
            "Before the session.",
            "Question: Why?",
            "Answer:",
            "Because.",
            "And so on.",
            "Вопрос 2: Зачем?",
            "Ответ: Затем.",
        ];
        let mut draft = Draft {
            paragraphs: texts.map(|text| DraftParagraph::new(text, ParagraphRole::Body)).into(),
            ..Draft::default()
        };
        assert_eq!(mark(&mut draft), 2);
        let seen: Vec<_> = draft
            .paragraphs
            .iter()
            .map(|paragraph| format!("{:?} {}", paragraph.role, paragraph.text))
            .collect();
        insta::assert_snapshot!(seen.join("\n"), @r"
        Body Before the session.
        Question Why?
        Answer Because.
        Answer And so on.
        Question Зачем?
        Answer Затем.
        ");
        let before = draft.clone();
        assert_eq!(mark(&mut draft), 2, "what is marked stays as it is");
        assert_eq!(draft, before);
    }

    fn read(speakers: &[&str], texts: &[&str]) -> String {
        let mut draft = Draft {
            paragraphs: texts.iter().map(|text| DraftParagraph::new(*text, ParagraphRole::Body)).collect(),
            speakers: speakers
                .iter()
                .map(|name| Speaker { name: (*name).to_owned(), role: None, affiliation: None })
                .collect(),
            ..Draft::default()
        };
        mark(&mut draft);
        let name = |at: usize| draft.speakers[at].name.as_str();
        let shown = draft
            .paragraphs
            .iter()
            .map(|it| format!("{:?} {}: {}", it.role, it.speaker.map_or("-", name), it.text));
        shown.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn names_before_answers_are_speakers() {
        insta::assert_snapshot!(
            read(&["Миры Толване"], &["Вопрос: Где реестр?", "Мира Толване: Он существует.", "В нём триста записей."]),
            @r"
        Question -: Где реестр?
        Answer Мира Толване: Он существует.
        Answer Мира Толване: В нём триста записей.
        "
        );
        insta::assert_snapshot!(
            read(&[], &["The Minister: Good evening.", "Question: Why?", "The Minister: Because.", "Q - And now?", "Pavel Orsha: Now we wait."]),
            @r"
        Answer -: The Minister: Good evening.
        Question -: Why?
        Answer -: The Minister: Because.
        Question -: And now?
        Answer Pavel Orsha: Now we wait.
        "
        );
    }

    #[test]
    fn a_colon_alone_makes_no_speaker() {
        let text = ["Human Rights: three remarks.", "Fisheries: one remark.", "Human Rights: a fourth."];
        assert_eq!(read(&[], &text).matches("Body -:").count(), 3);
        assert_eq!(read(&["Mira Tolvane"], &text).matches("Body -:").count(), 3);
    }

    #[test]
    fn each_language_has_its_labels() {
        for text in [
            "Question : Pourquoi ?",
            "Réponse : Parce que.",
            "Pregunta: ¿Por qué?",
            "سؤال: لماذا؟",
            "جواب: لأن",
            "问：为什么？",
            "答：因为",
            "Q: x",
            "A: y",
            "Вопрос: почему?",
        ] {
            assert!(labelled(text).is_some(), "{text}");
        }
        for text in ["Questions: three", "The question: why", "Answering: yes", "Вопросы: три"] {
            assert!(labelled(text).is_none(), "{text}");
        }
    }
}
