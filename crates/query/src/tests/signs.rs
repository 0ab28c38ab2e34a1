//! Signs in and around words and quotations.

use super::{assert_noted, assert_understood};

#[test]
fn patterns_begin_with_letters() {
    assert_understood(&[
        ("sanction* de*colonization wom?n", "sanction* de*colonization wom?n"),
        ("title:санкц* 制*", "title:санкц* 制*"),
        ("sanc***on＊, ('border*'.)", "sanc*on* border*"),
        ("colo??r non-prolif*", "colo??r non-prolif*"),
    ]);
}

#[test]
fn a_question_mark_behind_a_word_is_punctuation() {
    assert_understood(&[
        ("what is peace?", "what is peace?"),
        ("sanction*? why??", "sanction* why??"),
        ("https://mfa.example/en?a=b", "https://mfa.example/en?a=b"),
    ]);
}

#[test]
fn a_pattern_that_fits_too_much_is_a_word() {
    let broad = |word: &str| {
        format!(
            "A word with * or ? in it begins with at least 3 letters, or with 2 if 3 more follow (with one in Chinese), so the word {word:?} is searched for."
        )
    };
    assert_noted("*tion", "tion", &[("*tion", &broad("tion"))]);
    assert_noted("a st* b", "a st b", &[("st*", &broad("st"))]);
    assert_noted("title:w?men", "title:wmen", &[("w?men", &broad("wmen"))]);
    assert_noted("de*ed", "deed", &[("de*ed", &broad("deed"))]);
    assert_noted("*AND", "and", &[("*AND", &broad("AND"))]);
    assert_noted(
        "A/RES/*",
        "A/RES/",
        &[(
            "A/RES/*",
            "* stands for letters inside one word, and this is more than a word, so the word \"A/RES/\" is searched for.",
        )],
    );
    assert_noted(" * a", "a", &[]);
}

#[test]
fn similar_words_differ_in_one_letter_or_two() {
    assert_understood(&[("Tolvane~ a～1 b~2, title:c~", "Tolvane~ a~1 b~2 title:c~"), ("~ c", "c")]);
    let too_many = "Similar words differ in 2 letters at most; ~7 is read as ~2.";
    assert_noted("word~7", "word~2", &[("word~7", too_many)]);
    assert_noted("word~0", "word", &[("word~0", "Similar words differ in 1 or 2 letters; ~0 is left out.")]);
    let pattern = "A word with * or ? in it can't have ~, too; ~ is left out.";
    assert_noted("sanction*~1", "sanction*", &[("sanction*~1", pattern)]);
    let one_form = "= asks for one form only and ~ for similar ones; ~ is left out.";
    assert_noted("=word~", "=word", &[("=word~", one_form)]);
}

#[test]
fn one_form_is_asked_for_with_an_equals_sign() {
    assert_understood(&[
        ("=strait speaker:=Tolvane -=ships.", "=strait speaker:=Tolvane -=ships"),
        ("a = b == \"c d\" =\"e f\"", "a b \"c d\" \"e f\""),
        ("=sanction*", "sanction*"),
        ("a=b", "a=b"),
    ]);
}

#[test]
fn quotations_may_be_loose() {
    assert_understood(&[
        ("\"border mission\"~5 title:«a b»～0", "\"border mission\"~5 title:\"a b\"~0"),
        ("\"a b\"~5^2", "\"a b\"~5^2"),
    ]);
    let far = "At most 50 other words may stand among words near each other.";
    assert_noted("\"a b\"~99", "\"a b\"~50", &[("~99", far)]);
    assert_noted("\"a b\"~99999999999", "\"a b\"~50", &[("~99999999999", far)]);
    let none = "Behind a quotation, ~ has a number: how many other words may stand among its words. Here it is left out.";
    assert_noted("\"a b\"~", "\"a b\"", &[("~", none)]);
    let group = "~ has a meaning directly behind a word or a quotation and is left out here.";
    assert_noted("(a b)~5", "a b", &[("~5", group)]);
    let apart = "This stands directly before or behind a clause, without a space; here it is left out.";
    assert_noted("\"a b\" ~5", "\"a b\"", &[("~5", apart)]);
}

#[test]
fn a_quotation_has_no_patterns() {
    let note = "In quotation marks * stands for nothing; for a pattern beside other words, write one NEAR/0 them: \
                joint NEAR/0 statement*.";
    assert_noted("\"joint statement*\"", "\"joint statement*\"", &[("joint statement*", note)]);
}

#[test]
fn clauses_have_weights() {
    assert_understood(&[
        ("a^2 \"b c\"^.5 (d OR e)^1.50", "a^2 \"b c\"^0.5 (d OR e)^1.5"),
        ("title:a^3 title:(a b)^2 sanction*^2 c~1^2", "title:a^3 (title:a title:b)^2 sanction*^2 c~1^2"),
        ("(a^2)^3 b^1 (c^2 d)^2", "a^6 b (c^2 d)^2"),
        ("(a.)^2", "(a.)^2"),
    ]);
    assert_noted("a^1000", "a^100", &[("^1000", "A weight is 0.01 to 100, so this is read as ^100.")]);
    let filter = "Filters and exclusions add nothing to a score, so this weight is left out.";
    assert_noted("kind:speech^2 (-a)^3", "kind:speech -a", &[("^2", filter)]);
    let excluded = "What is excluded adds nothing to a score, so its weight is left out.";
    assert_noted("-a^2", "-a", &[("-", excluded)]);
}

#[test]
fn countries_have_codes_and_names() {
    assert_understood(&[
        ("country:kz страна:KZ country:\"za\"", "country:kz country:kz country:za"),
        ("country:kz,za -country:(kz OR za)", "country:kz,za -country:kz,za"),
        ("country:(kz za)", "country:kz,za"),
    ]);
    let unknown = "is no country that is known here, so it is searched for as text; country: takes a code or a name, such \
                   as kz, KAZ or \"South Africa\".";
    assert_noted("a country:narnia", "a narnia", &[("narnia", &format!("\"narnia\" {unknown}"))]);
    assert_noted(
        "country:\"Outer Narnia\"",
        "\"Outer Narnia\"",
        &[("Outer Narnia", &format!("\"Outer Narnia\" {unknown}"))],
    );
    assert_noted(
        "country:kz,narnia",
        "country:kz OR narnia",
        &[("narnia", &format!("\"narnia\" {unknown}"))],
    );
}

#[test]
fn a_sign_without_its_number_is_remarked_on() {
    let said = |sign, example| {
        format!(
            "{sign} has a number behind it and nothing after that, as in {example}; here it is part of the word."
        )
    };
    for query in ["border^-1", "border^high", "border^", "border^2nd"] {
        assert_noted(query, query, &[(query, &said('^', "border^2"))]);
    }
    assert_noted("border~few", "border~few", &[("border~few", &said('~', "border~1"))]);
    assert_noted(
        "border NEAR/x mission",
        "border NEAR/x mission",
        &[("NEAR/x", "NEAR/x is searched for as a word here; for the operator, write NEAR/10.")],
    );
    assert_understood(&[("mfa.example/~office AND/OR", "mfa.example/~office AND/OR")]);
}
