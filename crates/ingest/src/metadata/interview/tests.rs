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
    let seen: Vec<_> =
        draft.paragraphs.iter().map(|paragraph| format!("{:?} {}", paragraph.role, paragraph.text)).collect();
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

#[test]
fn dashes_show_who_speaks_in_what_is_called_an_interview() {
    let texts =
        ["The Minister received us.", "– Why?", "– Because.", "And so on.", "— And now?", "- We wait."];
    let mut draft = Draft {
        title: Some("Interview with Minister Castanier".to_owned()),
        paragraphs: texts.map(|text| DraftParagraph::new(text, ParagraphRole::Body)).into(),
        ..Draft::default()
    };
    let mut report = Draft { title: Some("On the negotiations".to_owned()), ..draft.clone() };
    assert_eq!(mark(&mut draft), 2);
    let seen: Vec<_> = draft.paragraphs.iter().map(|it| format!("{:?} {}", it.role, it.text)).collect();
    insta::assert_snapshot!(seen.join("\n"), @r"
    Body The Minister received us.
    Question Why?
    Answer Because.
    Answer And so on.
    Question And now?
    Answer We wait.
    ");
    let before = report.clone();
    assert_eq!((mark(&mut report), report), (0, before));
}
