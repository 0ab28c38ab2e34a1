//! What is said about what was not taken as it was typed.

use super::assert_noted;

#[test]
fn marks_without_a_partner() {
    assert_noted(
        "a \"b c",
        "a \"b c\"",
        &[("\"b c", "This quotation has no closing mark, so it goes on to the end.")],
    );
    assert_noted(
        "a (b OR c",
        "a (b OR c)",
        &[("(", "This parenthesis is never closed; it is read as closed at the end.")],
    );
    assert_noted("a) b", "a b", &[(")", "This parenthesis closes none, so it is left out.")]);
}

#[test]
fn operators_without_clauses() {
    let or =
        "OR has a meaning between two clauses and is left out here; to search for it as a word, quote it.";
    let not = "NOT has a meaning before a clause and is left out here; to search for it as a word, quote it.";
    assert_noted("OR", "", &[("OR", or)]);
    assert_noted("OR a OR OR b OR", "a OR b", &[("OR", or)]);
    assert_noted("(OR a) AND (b NOT)", "a AND b", &[("OR", or), ("NOT", not)]);
    assert_noted("a | ", "a", &[("|", &or.replace("OR", "|"))]);
    assert_noted("a \"OR\" b", "a \"OR\" b", &[]);
}

#[test]
fn fields_that_there_are_not() {
    let note = "There is no field \"colour\", so the word is searched for; fields are title:, body:, speaker:, \
                organisation:, country:, mentions:, event:, place:, kind:, date:, lang:.";
    assert_noted("colour:red", "colour red", &[("colour:", note)]);
    assert_noted("-colour:\"dark red\" a", "-(colour \"dark red\") a", &[("colour:", note)]);
    assert_noted("title:colour:title:a", "title:colour title:a", &[("colour:", note)]);
}

#[test]
fn fields_without_values() {
    let note = "There is no value here, so this is left out; title: takes a word, a quotation, or words in \
                parentheses, without a space before them.";
    assert_noted("title:? a", "a", &[("title:", note)]);
    assert_noted("title:speaker:a", "speaker:a", &[("title:", note)]);
    assert_noted("title:OR a", "a", &[("title:", note)]);
    assert_noted(
        "title: a",
        "title: a",
        &[(
            "title:",
            "title: is searched for as a word; to search in the field title, leave no space behind the colon.",
        )],
    );
}

#[test]
fn values_that_cannot_be_read() {
    let kinds =
        "kind: takes speech, interview, communique, joint_statement, press_release, remarks, statement.";
    let languages = "lang: takes a code or a name, such as en, ru or Chinese.";
    let dates = "date: takes 2019, 2019-05, 2019-05-17, 2019..2021, ..2021, 2019.., >=2020-03, >2020, <=2020 or <2020.";
    assert_noted(
        "a kind:sermon,speech",
        "a kind:speech",
        &[("sermon", &format!("\"sermon\" is no kind of statement, so this is left out; {kinds}"))],
    );
    assert_noted(
        "a -lang:xx-unknown-word",
        "a",
        &[(
            "xx-unknown-word",
            &format!("\"xx-unknown-word\" is no language, so this is left out; {languages}"),
        )],
    );
    assert_noted(
        "date:soon OR a",
        "a",
        &[("soon", &format!("\"soon\" is no date, so this is left out; {dates}"))],
    );
    assert_noted(
        "date:2021-13",
        "",
        &[("2021-13", &format!("there is no 2021-13 in the calendar, so this is left out; {dates}"))],
    );
}

#[test]
fn values_that_are_read_otherwise() {
    assert_noted(
        "year:2021..2019-05",
        "date:2019-05..2021",
        &[("2021..2019-05", "2021..2019-05 ends before it begins; it was read as 2019-05..2021.")],
    );
    assert_noted(
        "lang:rs",
        "lang:rs",
        &[("rs", "\"rs\" is searched as a language code, but no language of that code is known here.")],
    );
}
