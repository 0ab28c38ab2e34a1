//! Words in capitals, and what they join.

use super::{assert_noted, assert_understood, notes, understood};
use crate::MAX_CLAUSES;

#[test]
fn operators_have_names_in_four_languages() {
    assert_understood(&[
        ("мир ИЛИ война И спор НЕ суд", "(мир OR (война AND спор)) -суд"),
        ("paix OU guerre ET traité SAUF pêche", "(paix OR (guerre AND traité)) -pêche"),
        ("paz O guerra Y tratado NO pesca", "(paz OR (guerra AND tratado)) -pesca"),
        ("a РЯДОМ/3 b a PROCHE/4 b a cerca/5 b", "(a NEAR/3 b) (a NEAR/4 b) (a NEAR/5 b)"),
        ("a && b !c", "(a AND b) -c"),
    ]);
}

#[test]
fn a_headline_has_no_operators() {
    assert_understood(&[
        ("ВСЕ О МИРЕ", "ВСЕ О МИРЕ"),
        ("МИР И ВОЙНА", "МИР и ВОЙНА"),
        ("NO A LA GUERRA", "no A LA GUERRA"),
        ("NO armas en el plan Y", "no armas en el plan y"),
        ("speaker:ЛАВРОВ И МИР", "speaker:ЛАВРОВ и МИР"),
    ]);
    let note = |word: &str, operator: &str| {
        format!("{word} is searched for as a word here; for the operator, write {operator}.")
    };
    assert_noted("МИР ИЛИ ВОЙНА", "МИР или ВОЙНА", &[("ИЛИ", &note("ИЛИ", "OR"))]);
    assert_noted("THE NEAR EAST", "THE near EAST", &[("NEAR", &note("NEAR", "NEAR/10"))]);
    assert_noted("NATO OR CSTO", "NATO OR CSTO", &[]);
}

#[test]
fn words_stand_near_each_other() {
    assert_understood(&[
        ("a NEAR/5 b NEAR/5 c", "a NEAR/5 b NEAR/5 c"),
        ("a NEAR b c", "(a NEAR/10 b) c"),
        ("a AND b NEAR/3 c OR d", "(a AND (b NEAR/3 c)) OR d"),
        ("\"a b\" NEAR/0 =c near/0 sanc* NEAR/0 e~", "\"a b\" NEAR/0 =c NEAR/0 sanc* NEAR/0 e~"),
        ("title:(a NEAR/5 b)", "title:a NEAR/5 title:b"),
        ("-(a NEAR/5 b) (a NEAR/5 b)^2", "-(a NEAR/5 b) (a NEAR/5 b)^2"),
        ("(a OR b) NEAR/5 c", "(a NEAR/5 c) OR (b NEAR/5 c)"),
        ("a NEAR/5 — b", "a b"),
    ]);
}

#[test]
fn a_chain_has_one_distance() {
    let smallest = "Words of one chain have one distance; the smallest, 3, is taken for all.";
    assert_noted("a NEAR/5 b NEAR/3 c", "a NEAR/3 b NEAR/3 c", &[("NEAR/5", smallest)]);
    let far = "At most 50 other words may stand among words near each other.";
    assert_noted("a NEAR/51 b", "a NEAR/50 b", &[("NEAR/51", far)]);
}

#[test]
fn what_cannot_stand_near_is_asked_for_beside() {
    let no_word =
        "NEAR stands between words and quotations, or groups of them with OR; here it is read as AND.";
    for (typed, shown) in [
        ("(a b) NEAR/5 c", "(a b) AND c"),
        ("a NEAR/5 -b", "a AND -b"),
        ("a NEAR/5 kind:speech", "a AND kind:speech"),
        ("\"a b\"~3 NEAR/5 c", "\"a b\"~3 AND c"),
    ] {
        assert_noted(typed, shown, &[("NEAR/5", no_word)]);
    }
    let fields = "Words of different fields are never near each other; here NEAR is read as AND.";
    assert_noted("title:a NEAR/5 speaker:b", "title:a AND speaker:b", &[("NEAR/5", fields)]);
    let field = "Words near each other are in one field, so title: is asked for all.";
    assert_noted("title:a NEAR/5 b", "title:a NEAR/5 title:b", &[("NEAR/5", field)]);
    let weight = "Words near each other have one weight together, as in (a NEAR b)^2; others are left out.";
    assert_noted("a^2 NEAR/5 b", "a NEAR/5 b", &[("NEAR/5", weight)]);
    let alone =
        "NEAR has a meaning between two clauses and is left out here; to search for it as a word, quote it.";
    assert_noted("NEAR/5 a NEAR/5", "a", &[("NEAR/5", alone)]);
}

#[test]
fn alternatives_near_each_other_stay_within_the_limits() {
    let group = |count: usize| vec!["a"; count].join(" OR ");
    let fits = format!("({}) NEAR/5 b", group(MAX_CLAUSES / 2));
    assert_eq!(notes(&fits), []);
    assert_eq!(understood(&fits).matches("NEAR/5").count(), MAX_CLAUSES / 2);
    let too_many = format!(
        "These alternatives make too many chains for {MAX_CLAUSES} clauses; here NEAR is read as AND."
    );
    let typed = format!("({}) NEAR/5 b", group(MAX_CLAUSES / 2 + 1));
    assert_eq!(notes(&typed), [("NEAR/5", too_many.clone())]);
    // Texts are counted, too.
    let typed = format!("({0} OR {0}a) NEAR/5 {0}b", "x".repeat(300));
    assert_eq!(notes(&typed), [("NEAR/5", too_many)]);
}

#[test]
fn a_paragraph_is_a_scope() {
    assert_understood(&[
        ("para(border mission) x", "para(border mission) x"),
        ("-абзац(граница РЯДОМ/5 миссия)", "-para(граница NEAR/5 миссия)"),
        ("paragraphe:(a OR -b) párrafo(\"c d\"^2 e)^3", "para(a OR -b) para(\"c d\"^2 e)^3"),
        ("para(a para(b OR c))", "para(a (b OR c))"),
        ("para(text:a) para()", "para(a)"),
        ("para (a) para", "para a para"),
    ]);
    let fields = "A paragraph has words only, so fields are left out in para(…); write them beside it.";
    assert_noted("para(title:a kind:speech b)", "para(a b)", &[("title:", fields)]);
    assert_noted("title:para(a)", "para(a)", &[("para", fields)]);
}
