//! What each thing means that can be typed.

use verbale_statement::{Field, Kind, Language};

use super::{assert_understood, understood};
use crate::{DateRange, Query, parse};

fn word(text: &str) -> Query {
    Query::Word { field: None, text: text.to_owned() }
}

#[test]
fn the_tree_is_what_was_typed() {
    let query =
        parse("strait \"joint mission\" title:(border -fishing) lang:ru,en kind:speech date:2019..").query;
    let of_title = |text: &str| Query::Word { field: Some(Field::Title), text: text.to_owned() };
    let from = "2019".parse().ok();
    assert_eq!(
        query,
        Query::Words(vec![
            word("strait"),
            Query::Phrase { field: None, text: "joint mission".to_owned() },
            of_title("border"),
            Query::Not(Box::new(of_title("fishing"))),
            Query::Or(vec![Query::Language(Language::RUSSIAN), Query::Language(Language::ENGLISH)]),
            Query::Kind(Kind::Speech),
            Query::Date(DateRange { from, to: None }),
        ])
    );
}

#[test]
fn an_empty_query_asks_for_everything() {
    for typed in ["", "  \t\u{0}\u{3000} ", "()", "(( ) ())", "\"\"", "« — »", "-()", "?!", "title:()"] {
        assert_eq!(parse(typed).query, Query::All, "{typed}");
    }
}

#[test]
fn words_keep_hyphens_apostrophes_and_their_script() {
    assert_understood(&[
        ("non-proliferation l'accord Council's", "non-proliferation l'accord Council's"),
        ("المضيق الرمادي", "المضيق الرمادي"),
        ("灰海峡 云洲", "灰海峡 云洲"),
        ("灰海峡，云洲。", "灰海峡 云洲"),
        ("Halvern – Dresk - & Ondra", "Halvern Dresk Ondra"),
        ("strait\u{7}border\u{200f}", "strait border"),
    ]);
}

#[test]
fn a_query_of_exclusions_only_is_allowed() {
    assert_understood(&[
        ("-fisheries", "-fisheries"),
        ("NOT \"Grey Strait\" -kind:speech,remarks", "-\"Grey Strait\" -kind:speech,remarks"),
        ("-(a b) -(c OR d)", "-(a b) -(c OR d)"),
        ("NOT NOT a --b -(-c)", "a b c"),
        ("title:-a -title:(b c)", "-title:a -(title:b title:c)"),
    ]);
}

#[test]
fn operators_bind_as_documented() {
    assert_understood(&[
        ("a b OR c d", "a (b OR c) d"),
        ("a b|c||d", "a (b OR c OR d)"),
        ("a AND b OR c AND d", "(a AND b) OR (c AND d)"),
        ("a b AND c d", "a (b AND c) d"),
        ("NOT a b", "-a b"),
        ("a AND NOT b OR -c", "(a AND -b) OR -c"),
        ("(a b) OR c", "(a b) OR c"),
        ("(a OR b) AND (c OR (d OR e))", "(a OR b) AND (c OR d OR e)"),
        ("a (b (c))", "a b c"),
        ("or and not Or", "or and not Or"),
    ]);
}

#[test]
fn fields_take_words_quotations_and_groups() {
    assert_understood(&[
        ("org:Pact Organization:Pact", "organisation:Pact organisation:Pact"),
        ("text:strait SPEAKER:Tolvane", "body:strait speaker:Tolvane"),
        ("title:(a OR \"b c\") d", "(title:a OR title:\"b c\") d"),
        ("title:(a speaker:b)", "title:a speaker:b"),
        ("place:„Saint-Aubry“", "place:\"Saint-Aubry\""),
        ("event:12:30", "event:12:30"),
    ]);
}

#[test]
fn kinds_and_languages_take_lists() {
    assert_understood(&[
        ("kind:joint-statement", "kind:joint_statement"),
        ("kind:\"Press Release\"", "kind:press_release"),
        ("kind:speech,,remarks,", "kind:speech,remarks"),
        ("kind:(speech remarks) lang:(en OR russian)", "kind:speech,remarks lang:en,ru"),
        ("lang:en-GB AND lang:Русский,中文", "lang:en AND lang:ru,zh"),
        ("strait OR lang:en,ru", "strait OR lang:en OR lang:ru"),
    ]);
}

#[test]
fn dates_take_ranges() {
    assert_understood(&[
        ("year:2019 date:2019-05", "date:2019 date:2019-05"),
        ("date:2019..2021 date:2019-05..2020", "date:2019..2021 date:2019-05..2020"),
        ("date:..2021 date:2019..", "date:..2021 date:2019.."),
        ("date:>=2020-03 date:>2020", "date:2020-03.. date:2021.."),
        ("date:<=2020 date:<2020-01-01", "date:..2020 date:..2019-12-31"),
        ("-date:2019,2021", "-date:2019,2021"),
    ]);
}

#[test]
fn a_colon_behind_other_text_is_text() {
    assert_understood(&[
        ("12:30", "12:30"),
        ("Note: this", "Note: this"),
        ("https://mfa-karvonia.example/en?a=b", "https://mfa-karvonia.example/en?a=b"),
        ("EU:n S/RES/1325:2000", "EU:n S/RES/1325:2000"),
        ("发言人：安全", "发言人 安全"),
    ]);
}

#[test]
fn a_chinese_keyboard_is_understood() {
    assert_understood(&[
        ("（灰海峡 OR “边界 特派团”） －渔业", "(灰海峡 OR \"边界 特派团\") -渔业"),
        ("speaker：沈瑞岚 date：2019..", "speaker:沈瑞岚 date:2019.."),
        ("《德雷斯克协议》", "德雷斯克协议"),
    ]);
}

#[test]
fn a_phrase_is_written_in_marks_that_it_does_not_hold() {
    assert_understood(&[
        ("«the \"Grey\"  Strait»", "“the \"Grey\" Strait”"),
        ("\"the “Grey” Strait\"", "\"the “Grey” Strait\""),
        ("「a \" ” » b」", "「a \" ” » b」"),
    ]);
}

#[test]
fn deep_queries_are_written_without_the_parentheses_that_they_do_not_need() {
    let typed = format!("{}x{}", "(a b OR c AND ".repeat(20), ")".repeat(20));
    let shown = understood(&typed);
    assert_eq!(shown.matches('(').count(), 19);
    assert_eq!(parse(&shown), parse(&typed));
}
