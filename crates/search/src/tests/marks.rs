//! Marks and passages show what matched and nothing else.

use super::{QUERIES, SAMPLE, house, statement, strict};
use crate::{Marked, Request};

fn shown(marked: &Marked) -> String {
    marked.pieces().map(|(piece, hit)| if hit { format!("[{piece}]") } else { piece.to_owned() }).collect()
}

/// The title and the passages of the only statement, which is a hit for `query`, with what is marked in them.
fn marked(query: &str, title: &str, paragraphs: &[&str]) -> Vec<String> {
    let answer = house(vec![statement("a", title, paragraphs)]).search(&strict(query));
    assert_eq!(answer.total, 1, "{query}");
    let hit = &answer.hits[0];
    [&hit.title].into_iter().chain(hit.passages.iter().map(|own| &own.text)).map(shown).collect()
}

#[test]
fn of_words_near_each_other_those_are_marked_that_are() {
    let far = "Security first. ".to_owned() + &"Then came other words. ".repeat(8) + "The strait stays open.";
    assert_eq!(
        marked("security NEAR/3 strait", "On security", &["Security in the strait matters.", &far]),
        ["On security", "[Security] in the [strait] matters."]
    );
    assert_eq!(
        marked(
            "\"grey strait\" NEAR/2 fish*",
            "",
            &["Fishing: the Grey Strait and its fisheries, not fish."]
        ),
        ["", "[Fishing]: the [Grey Strait] and its [fisheries], not fish."]
    );
}

#[test]
fn words_of_one_paragraph_are_marked_in_the_paragraphs_that_have_them_all() {
    assert_eq!(
        marked("para(peace border)", "Peace at the border", &["Peace alone.", "Peace at the border."]),
        ["Peace at the border", "[Peace] at the [border]."]
    );
    assert_eq!(
        marked("para(peace -border)", "", &["Peace alone.", "Peace at the border."]),
        ["", "[Peace] alone."]
    );
}

#[test]
fn every_word_that_a_pattern_stands_for_is_marked() {
    assert_eq!(
        marked("sanct*", "", &["Sanctions and a sanctuary; a saint."]),
        ["", "[Sanctions] and a [sanctuary]; a saint."]
    );
    assert_eq!(marked("wom?n", "", &["Women, a woman, womn."]), ["", "[Women], a [woman], womn."]);
    assert_eq!(
        marked("goverment~", "", &["The government and governments govern."]),
        ["", "The [government] and [governments] govern."]
    );
    assert_eq!(marked("=net", "", &["A net, not nets."]), ["", "A [net], not nets."]);
}

#[test]
fn fields_are_marked_where_they_were_searched() {
    assert_eq!(marked("title:peace", "Peace", &["Peace."]), ["[Peace]", "Peace."]);
    assert_eq!(marked("body:peace", "Peace", &["Peace."]), ["Peace", "[Peace]."]);
    assert_eq!(marked("peace -title:war", "Peace", &["War and peace."]), ["[Peace]", "War and [peace]."]);
    assert_eq!(marked("peace^5 OR war", "", &["War and peace."]), ["", "[War] and [peace]."]);
}

#[test]
fn passages_are_three_at_most_of_whole_sentences_with_something_marked_in_each() {
    for query in QUERIES {
        let asks_for_text = !SAMPLE.lines(&strict(query), crate::Layout::default()).is_empty();
        for hit in SAMPLE.search(&Request { per_page: 100, ..strict(query) }).hits {
            assert!(!hit.passages.is_empty() && hit.passages.len() <= 3, "{query} {}", hit.id);
            let marked = |own: &crate::Passage| !own.text.marks.is_empty();
            if hit.passages.len() > 1 {
                assert!(asks_for_text && hit.passages.iter().all(marked), "{query} {}", hit.id);
            }
            for passage in &hit.passages {
                let text = passage.text.text.as_str();
                assert_eq!(text, text.trim());
                let statement = SAMPLE.statements.iter().find(|own| own.id == hit.id).unwrap();
                assert!(statement.paragraphs[passage.paragraph - 1].text.contains(text));
                for mark in &passage.text.marks {
                    let inside_word = |at: usize| {
                        let letter =
                            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{2E80}');
                        letter(text[..at].chars().next_back()) && letter(text[at..].chars().next())
                    };
                    assert!(!inside_word(mark.start) && !inside_word(mark.end), "{query}: {text}");
                }
            }
        }
    }
}
