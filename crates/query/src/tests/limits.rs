//! A query of any size is read in part, with a note.

use super::{notes, understood};
use crate::{MAX_CHARACTERS, MAX_CLAUSES, MAX_NEAR, MAX_NESTING, Query, parse};

const TOO_LONG: &str = "A query has at most 1000 characters of text; from here on it is left out.";
const TOO_MANY: &str = "A query has at most 64 clauses; from here on it is left out.";
const TOO_DEEP: &str = "Parentheses are read 20 deep; deeper ones are read as if they were not there.";

#[test]
fn text_is_cut_between_words() {
    let words = "negotiations on demarcation ".repeat(100);
    let typed = format!("strait \"{words}\" (border");
    let shown = understood(&typed);
    assert!(shown.len() > MAX_CHARACTERS - 20 && shown.len() < MAX_CHARACTERS + 10);
    assert!(
        shown.ends_with("on demarcation\"") || shown.ends_with("negotiations\"") || shown.ends_with("on\"")
    );
    let found = notes(&typed);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].1, TOO_LONG);
    assert!(typed.ends_with(found[0].0) && found[0].0.starts_with(' '));
}

#[test]
fn text_up_to_the_limit_is_read() {
    let typed = format!("{} {}", "ж".repeat(499), "и".repeat(500));
    assert_eq!(understood(&typed), typed);
    assert_eq!(notes(&typed), []);
    let typed = format!("{} {}", "ж".repeat(500), "и".repeat(500));
    assert_eq!(understood(&typed), "ж".repeat(500));
    assert_eq!(notes(&typed), [("и".repeat(500).as_str(), TOO_LONG.to_owned())]);
}

#[test]
fn a_single_word_beyond_the_limit_is_cut_inside() {
    let typed = "峡".repeat(5_000);
    assert_eq!(understood(&typed), "峡".repeat(MAX_CHARACTERS));
    assert_eq!(notes(&typed).len(), 1);
    assert_eq!(understood(&format!("« {typed}»")), format!("\"{}\"", "峡".repeat(MAX_CHARACTERS - 1)));
}

#[test]
fn clauses_are_counted() {
    let typed = "a|b ".repeat(100);
    let clauses = parse(&typed).query.to_string().matches(['a', 'b']).count();
    assert_eq!(clauses, MAX_CLAUSES);
    assert_eq!(notes(&typed), [(&typed[4 * MAX_CLAUSES / 2..], TOO_MANY.to_owned())]);
    assert_eq!(notes(&"kind:sermon ".repeat(20_000)).last().map(|(_, note)| note.as_str()), Some(TOO_MANY));
    assert_eq!(understood(&format!("lang:{}", "en,".repeat(100))).matches("en").count(), MAX_CLAUSES);
}

#[test]
fn deep_parentheses_are_passed_over() {
    let deep = |levels: usize| format!("{}a b{} c", "-(".repeat(levels), ")".repeat(levels));
    assert_eq!(notes(&deep(MAX_NESTING)), []);
    assert_eq!(understood(&deep(MAX_NESTING)), "a b c");
    assert_eq!(notes(&deep(MAX_NESTING + 4)), [("(", TOO_DEEP.to_owned())]);
    assert_eq!(understood(&deep(MAX_NESTING + 4)), "a b c");
}

#[test]
fn numbers_do_not_multiply_notes() {
    for (before, piece, behind) in [
        ("", "NEAR/", " "),
        ("a ", "NEAR/", " b "),
        ("a", "^9", ""),
        ("(a)", "^9", ""),
        ("", ")^", ""),
        ("\"a\"", "~", ""),
        ("", ")~", ""),
        ("a", "~", ""),
    ] {
        let pieces = (100..5_000).map(|number| format!("{piece}{number}{behind}"));
        let typed = format!("{before}{}", pieces.collect::<String>());
        assert!(parse(&typed).notes.len() <= 4, "{before}{piece}: {:?}", parse(&typed).notes.len());
    }
}

#[test]
fn a_hostile_query_is_read_like_any_other() {
    const MANY: usize = 100_000;
    for piece in [
        "(",
        ")",
        "()",
        "-",
        "-(",
        "- ",
        "NOT ",
        "OR ",
        "|",
        "AND NOT ",
        "\"",
        "«",
        "»",
        "title:",
        "ab:",
        "AB:",
        ":",
        "title:(",
        "ab:(",
        "title:ab:",
        "(a OR ",
        "-a ",
        "kind:",
        "kind:x,",
        "date:..",
        "\u{0}",
        "（",
        "“",
        "，",
        "a)-",
        "^2",
        ")^2",
        "a^2 ",
        "a~",
        "*",
        "*a ",
        "\"a\"~",
        "=",
        "!",
        "para(",
        "-para(a ",
        "NEAR/5 ",
        "a NEAR/5 ",
        "(a|b)NEAR/5 ",
        "И ",
        "a ИЛИ ",
        "country:x,",
        "country:(x ",
    ] {
        let parsed = parse(&piece.repeat(MANY));
        assert!(parsed.notes.len() <= MAX_CLAUSES + 10, "{piece}");
        assert!(parsed.notes.iter().all(|note| note.message.len() < 400), "{piece}");
        assert_eq!(parse(&parsed.query.to_string()).query, parsed.query, "{piece}");
    }
    for long in ["kind:", "lang:", "date:", "", "title:\"", "|"] {
        let parsed = parse(&format!("{long}{}:a", "x".repeat(MANY)));
        assert!(parsed.notes.iter().all(|note| note.message.len() < 400), "{long}");
    }
    assert_eq!(parse(&"(".repeat(MANY)).query, Query::All);
    assert_eq!(understood(&format!("{}a{}", "(".repeat(MANY), ")".repeat(MANY))), "a");
    assert_eq!(understood(&format!("{}a", "-".repeat(MANY + 1))), "-a");
    assert_eq!(understood(&format!("{}a", "NOT ".repeat(MANY + 1))), "-a");
}

#[test]
fn ten_can_stand_near_each_other() {
    let chain = |count: usize| vec!["peace"; count].join(" NEAR/5 ");
    assert!(matches!(parse(&chain(MAX_NEAR)).query, Query::Near { .. }));
    let parsed = parse(&chain(MAX_NEAR + 1));
    assert!(matches!(parsed.query, Query::And(_)), "{parsed:?}");
    assert!(parsed.notes[0].message.contains("At most 10"));
    let loose = |count: usize| format!("\"{}\"~5", vec!["peace"; count].join(" "));
    assert!(matches!(parse(&loose(MAX_NEAR)).query, Query::Loose { .. }));
    let parsed = parse(&loose(MAX_NEAR + 1));
    assert!(matches!(parsed.query, Query::Phrase { .. }), "{parsed:?}");
    assert!(parsed.notes[0].message.contains("At most 10"));
}
