use proptest::prelude::*;

use super::*;
use crate::fixture::statement;

fn difference(before: &[&str], after: &[&str]) -> Difference {
    Difference::between(&statement("a", before), &statement("a", after))
}

/// The changes in a line each: `=` kept, `-` removed, `+` added, `~` changed, with words between signs.
fn shown(difference: &Difference) -> Vec<String> {
    let piece = |piece: &Piece| match piece.state {
        PieceState::Kept => piece.text.clone(),
        PieceState::Removed => format!("[-{}-]", piece.text),
        PieceState::Added => format!("{{+{}+}}", piece.text),
    };
    let line = |change: &ParagraphChange| match change {
        ParagraphChange::Kept { before, after, .. } => format!("={before},{after}"),
        ParagraphChange::Removed { before, .. } => format!("-{before}"),
        ParagraphChange::Added { after, .. } => format!("+{after}"),
        ParagraphChange::Changed { before, after, pieces } => {
            format!("~{before},{after} {}", pieces.iter().map(piece).collect::<String>())
        }
    };
    difference.paragraphs.iter().map(line).collect()
}

#[test]
fn a_changed_word_is_shown_inside_its_paragraph() {
    let difference = difference(
        &["Dear colleagues,", "We regret the incident in the strait.", "Thank you."],
        &["Dear colleagues,", "We condemn the incident in the strait.", "Thank you."],
    );
    assert_eq!(
        shown(&difference),
        ["=1,1", "~2,2 We [-regret-]{+condemn+} the incident in the strait.", "=3,3"]
    );
    assert_eq!(difference.summary(), "1 paragraph changed");
}

#[test]
fn neighbouring_words_change_as_one_and_other_paragraphs_come_and_go() {
    let difference = difference(
        &["The mission goes on until the end of May.", "Nets are forbidden."],
        &["An opening.", "The mission goes on as long as winter lasts."],
    );
    assert_eq!(
        shown(&difference),
        ["+1", "~1,2 The mission goes on [-until the end of May-]{+as long as winter lasts+}.", "-2"]
    );
    assert_eq!(difference.summary(), "1 paragraph changed, 1 added, 1 removed");
}

#[test]
fn a_text_without_spaces_is_compared_by_its_characters() {
    let difference = difference(&["双方将加强合作。"], &["双方将深化合作。"]);
    assert_eq!(shown(&difference), ["~1,1 双方将[-加强-]{+深化+}合作。"]);
}

#[test]
fn facts_are_compared_by_what_is_read() {
    let before = statement("a", &["One."]);
    let mut after = before.clone();
    after.title = "On nets".into();
    after.date = Some("2021-11".parse().unwrap());
    let difference = Difference::between(&before, &after);
    let fact = |field, after: &str| FactChange { field, before: String::new(), after: after.into() };
    assert_eq!(difference.facts, [fact("title", "On nets"), fact("date", "2021-11")]);
    assert_eq!(difference.summary(), "title, date");
}

#[test]
fn what_nobody_reads_is_said_in_words() {
    let before = statement("a", &["One."]);
    let mut after = before.clone();
    after.paragraphs[0].role = verbale_statement::ParagraphRole::Heading;
    assert_eq!(Difference::between(&before, &after).summary(), "how the text is marked up");
}

proptest! {
    #[test]
    fn both_versions_can_be_read_from_a_difference(
        before in prop::collection::vec("[a-c ж]{1,12}", 0..8),
        after in prop::collection::vec("[a-c ж]{1,12}", 0..8),
    ) {
        fn slices(texts: &[String]) -> Vec<&str> {
            texts.iter().map(String::as_str).collect()
        }
        let difference = difference(&slices(&before), &slices(&after));
        let (mut old, mut new) = (Vec::new(), Vec::new());
        let of = |pieces: &[Piece], but: PieceState| -> String {
            pieces.iter().filter(|piece| piece.state != but).map(|piece| piece.text.as_str()).collect()
        };
        for change in &difference.paragraphs {
            match change {
                ParagraphChange::Kept { text, .. } => {
                    old.push(text.clone());
                    new.push(text.clone());
                }
                ParagraphChange::Removed { text, .. } => old.push(text.clone()),
                ParagraphChange::Added { text, .. } => new.push(text.clone()),
                ParagraphChange::Changed { pieces, .. } => {
                    old.push(of(pieces, PieceState::Added));
                    new.push(of(pieces, PieceState::Removed));
                }
            }
        }
        prop_assert_eq!(old, before);
        prop_assert_eq!(new, after);
    }
}

#[test]
fn an_address_changes_with_its_page_and_not_with_a_parameter_of_a_campaign() {
    let at = |url: &str| {
        let mut statement = statement("a", &["Nets."]);
        statement.origin.url = Some(url.to_owned());
        statement
    };
    let first = at("https://mfa.example/news/7?utm_source=x");
    assert_eq!(Difference::between(&first, &at("https://mfa.example/news/7/")).facts, []);
    assert_eq!(Difference::between(&first, &at("https://mfa.example/news/8")).summary(), "url");
}
