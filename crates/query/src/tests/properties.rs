//! What holds for every text and every tree.

use proptest::prelude::*;
use verbale_statement::{Field, Kind, Language, PartialDate};

use crate::{DateRange, MAX_CLAUSES, Query, parse};

/// Text made of the pieces that have a meaning, in any order.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        " ",
        " ",
        " ",
        "a",
        "договор",
        "条约",
        "non-x",
        "l'a",
        "(",
        ")",
        "（",
        "）",
        "-",
        "--",
        "OR",
        " OR ",
        " AND ",
        "NOT ",
        "|",
        "\"",
        "«",
        "»",
        "“",
        "”",
        "„",
        "「",
        "」",
        "title:",
        "org:",
        "kind:",
        "lang:",
        "date:",
        "ab:",
        "：",
        ":",
        ",",
        "，",
        "..",
        ">=",
        "<",
        "2019",
        "2021-05",
        "0001",
        "9999",
        "speech",
        "en",
        "xx",
        "\u{0}",
        "—",
        "12:30",
        "https://",
        "EU:n",
        "\u{200f}",
        "é",
        "🕊",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Text of little but groups, mostly deeper than the limit.
fn nested() -> impl Strategy<Value = String> {
    let opening = prop::sample::select(vec![
        "(",
        "(",
        "(",
        "-(",
        "title:(",
        "kind:(",
        "ab:(",
        "(a OR ",
        "(a b AND ",
        "(a AND b OR ",
        "(lang:en,ru OR ",
        "(-lang:en,fr ",
        "a) ",
        "-ab:x ",
        ") OR ",
        "b ",
    ]);
    prop::collection::vec(opening, 20..70).prop_map(|pieces| pieces.concat())
}

fn field() -> impl Strategy<Value = Option<Field>> {
    prop::option::of(prop::sample::select(vec![
        Field::Title,
        Field::Body,
        Field::Speaker,
        Field::Organisation,
        Field::Event,
        Field::Place,
    ]))
}

fn date() -> impl Strategy<Value = PartialDate> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=28, 0..3).prop_filter_map("a date", |(year, month, day, precision)| {
        match precision {
            0 => PartialDate::year(year),
            1 => PartialDate::month(year, month),
            _ => PartialDate::day(year, month, day),
        }
        .ok()
    })
}

fn range() -> impl Strategy<Value = DateRange> {
    prop_oneof![
        date().prop_map(|date| DateRange { from: Some(date), to: Some(date) }),
        date().prop_map(|date| DateRange { from: Some(date), to: None }),
        date().prop_map(|date| DateRange { from: None, to: Some(date) }),
        (date(), date()).prop_map(|(a, b)| DateRange { from: Some(a.min(b)), to: Some(a.max(b)) }),
    ]
}

fn leaf() -> impl Strategy<Value = Query> {
    let word = "[a-zа-яء-ي一-丐0-9][a-zа-яё0-9'’.,&/-]{0,6}";
    let phrase = "[a-zа-я][a-z:()|«\"”-]{0,4}( [a-zA-Z0-9]{1,4}){0,3}";
    let language = prop::sample::select(vec!["en", "ru", "zh", "ar", "und", "grc"]);
    prop_oneof![
        6 => (field(), word).prop_map(|(field, text)| Query::Word { field, text }),
        3 => (field(), phrase).prop_map(|(field, text)| Query::Phrase { field, text }),
        1 => language.prop_map(|code| Query::Language(Language::of(code))),
        1 => prop::sample::select(Kind::ALL.to_vec()).prop_map(Query::Kind),
        1 => range().prop_map(Query::Date),
    ]
}

fn leaves(query: &Query) -> usize {
    match query {
        Query::All => 0,
        Query::Words(inner) | Query::And(inner) | Query::Or(inner) => inner.iter().map(leaves).sum(),
        Query::Not(inner) => leaves(inner),
        _ => 1,
    }
}

/// Trees in their simplest form, within the limits.
fn tree() -> impl Strategy<Value = Query> {
    let tree = leaf().prop_recursive(5, 40, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Query::words),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Query::all_of),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Query::any_of),
            inner.prop_map(Query::except),
        ]
    });
    tree.prop_filter("within the limits", |tree| leaves(tree) <= MAX_CLAUSES)
}

fn assert_contract(input: &str) -> Result<(), TestCaseError> {
    let parsed = parse(input);
    for note in &parsed.notes {
        prop_assert!(input.get(note.span.clone()).is_some(), "{:?} is no text of {:?}", note.span, input);
    }
    let shown = parsed.query.to_string();
    let again = parse(&shown);
    prop_assert_eq!(&again.query, &parsed.query, "typed {:?}, shown {:?}", input, shown);
    prop_assert_eq!(again.query.to_string(), shown);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_text_is_understood_and_written_back(input in any::<String>()) {
        assert_contract(&input)?;
    }

    #[test]
    fn any_syntax_is_understood_and_written_back(input in typed()) {
        assert_contract(&input)?;
    }

    #[test]
    fn long_syntax_is_understood_and_written_back(input in typed(), times in 1_usize..60) {
        assert_contract(&input.repeat(times))?;
    }

    #[test]
    fn nested_syntax_is_understood_and_written_back(input in nested(), closing in 0_usize..40) {
        assert_contract(&format!("{input}a b{}", ")".repeat(closing)))?;
    }

    #[test]
    fn every_tree_is_read_as_it_is_written(tree in tree()) {
        let shown = tree.to_string();
        let parsed = parse(&shown);
        prop_assert_eq!(parsed.query, tree, "{}", shown);
    }
}
