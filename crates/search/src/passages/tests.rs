use verbale_index::{Clause, Require};
use verbale_statement::Language;

use super::*;
use crate::fixture::statement;

fn shown(query: &str, paragraphs: &[&str]) -> Vec<String> {
    let clause = Clause::new(&verbale_query::parse(query).query, Require::Any, &[Language::ENGLISH]);
    passages(&statement("a", paragraphs), &Highlighter::new(&clause))
        .into_iter()
        .map(|passage| {
            let marked = passage.text.pieces().map(|(p, hit)| if hit { format!("[{p}]") } else { p.into() });
            let (before, after) =
                (["", "…"][usize::from(passage.cut_before)], ["", "…"][usize::from(passage.cut_after)]);
            format!("{} {before}{}{after}", passage.paragraph, marked.collect::<String>())
        })
        .collect()
}

#[test]
fn the_sentences_with_most_of_the_words_are_shown_in_reading_order() {
    let filler = "Nothing of the matter stands in this sentence, which is here to take up room and to be passed over. ".repeat(3);
    let first = format!("{filler}Herring is a fish.");
    let second = format!("Whales pass. {filler}Herring and whales share the strait. {filler}");
    let shown = shown("herring whales strait", &[&first, &second, "Peace."]);
    assert_eq!(shown.len(), 3);
    assert_eq!(shown[0], "1 …[Herring] is a fish.");
    assert!(shown[1].starts_with("2 [Whales] pass. Nothing"));
    assert!(shown[2].starts_with("2 …[Herring] and [whales] share the [strait]."));
}

#[test]
fn without_a_match_the_text_begins() {
    assert_eq!(shown("whales", &["Peace. And quiet."]), ["1 Peace. And quiet."]);
    assert_eq!(shown("", &[]), Vec::<String>::new());
}

#[test]
fn a_sentence_without_end_is_cut_between_words() {
    let endless = "the parties further agree that ".repeat(200) + "herring are fish";
    let shown = shown("herring", &[&endless]);
    assert_eq!(shown.len(), 1);
    assert!(shown[0].chars().count() < LENGTH + 10);
    assert!(shown[0].ends_with("[herring] are fish"), "{shown:?}");
}

#[test]
fn a_quotation_across_sentences_is_not_cut() {
    let text = "We said: no war. No sanctions either, and more words follow until the passage is long enough to be cut, \
        which takes quite a while because the limit is generous to readers who like some context around a match, as \
        most of them do when they look for the words that a minister has used in a speech. Period.";
    assert!(shown("\"war no sanctions\"", &[text])[0].contains("[war. No sanctions]"));
}

#[test]
fn a_sentence_is_as_long_as_it_looks_in_every_script() {
    let filler = "Стороны обсудили положение в проливе и договорились продолжить переговоры осенью. ";
    let sentence = "Министр особо отметил, что лов сельди в северной части пролива будет ограничен до конца следующего года, \
        а все суда получат новые разрешения и карты, herring.";
    let shown = shown("herring", &[&format!("{}{sentence}", filler.repeat(3))]);
    assert!(shown[0].starts_with("1 …Министр особо"), "{shown:?}");
}

#[test]
fn a_passage_does_not_begin_behind_a_form_of_address() {
    let filler =
        "Nothing of the matter stands in this sentence, which is here to take up the room. ".repeat(3);
    let text = format!("{filler}We thank Mr. Pavel Orsha for his words on herring. {filler}");
    let shown = shown("herring", &[&text]);
    assert!(shown[0].starts_with("1 …We thank Mr. Pavel Orsha for his words on [herring]."), "{shown:?}");
}
