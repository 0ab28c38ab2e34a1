//! Interviews: the labels "Question:" and "Answer:" before paragraphs, and names that stand there in their place.

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::ParagraphRole;

use super::pattern::pattern;
use crate::draft::Draft;

/// Words before a question, in any of the languages.
const QUESTION: &str = "question|q|вопрос|pregunta|p|pergunta|frage|domanda|سؤال|السؤال|س|问|問|记者|記者";

/// Words before an answer.
const ANSWER: &str =
    "answer|a|ответ|réponse|reponse|r|respuesta|resposta|antwort|risposta|جواب|الجواب|الإجابة|ج|答";

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^[\s–—«“-]*(?:(?P<question>{QUESTION})|(?P<answer>{ANSWER}))(?:\s*(?:№\s*)?\d{{1,2}})?\s*[:：]\s*"
    ))
});

/// Whether a paragraph is labelled as a question or an answer, and how many bytes the label has.
pub(crate) fn labelled(text: &str) -> Option<(ParagraphRole, usize)> {
    let captures = LABEL.captures(text)?;
    let role =
        if captures.name("question").is_some() { ParagraphRole::Question } else { ParagraphRole::Answer };
    Some((role, captures.get(0)?.end()))
}

/// Turns labels into roles: in a text of at least one labelled question and one labelled answer, the labels go and
/// their paragraphs, and those that follow up to the next label or heading, become questions and answers. Returns
/// how many turns the text has: questions followed by an answer.
pub(super) fn mark(draft: &mut Draft) -> usize {
    let labels: Vec<Option<(ParagraphRole, usize)>> =
        draft.paragraphs.iter().map(|paragraph| labelled(&paragraph.text)).collect();
    let has = |wanted| labels.iter().flatten().any(|(role, _)| *role == wanted);
    if has(ParagraphRole::Question) && has(ParagraphRole::Answer) {
        let mut current = None;
        for (paragraph, label) in draft.paragraphs.iter_mut().zip(&labels) {
            match label {
                Some((role, length)) => {
                    // A label alone on its line speaks for the paragraph behind it.
                    paragraph.text.drain(..*length);
                    current = Some(*role);
                }
                None if paragraph.role == ParagraphRole::Heading => current = None,
                None => {}
            }
            if let Some(role) = current {
                paragraph.role = role;
            }
        }
        draft.paragraphs.retain(|paragraph| !paragraph.text.trim().is_empty());
    }
    turns(draft)
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
