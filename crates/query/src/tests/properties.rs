//! What holds for every text and every tree.

use proptest::prelude::*;
use verbale_statement::{Field, Kind, Language, PartialDate};

use crate::{DateRange, Factor, MAX_CLAUSES, MAX_GAP, Query, parse};

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
        "*",
        "?",
        "~",
        "~2",
        "~5",
        "^2",
        "^0.5",
        "^",
        "=",
        "!",
        "&&",
        "/",
        ".",
        "sanction",
        "AND",
        "NEAR/5",
        " NEAR/5 ",
        " NEAR/7 ",
        " near/99 ",
        "NEAR ",
        " И ",
        " ИЛИ ",
        " НЕ ",
        " OU ",
        " NO ",
        "Y",
        "para(",
        "para:(",
        "абзац(",
        "country:",
        "kz",
        "narnia",
        "страна:",
        "body:",
        "para",
        "NEAR",
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
        "para(",
        "(a NEAR (b OR c) ",
        ")^2 ",
        "x:)^2",
        "-(a NEAR/3 b ",
        "(a. NEAR/3 ",
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

const WORD: &str = "[a-zа-яء-ي一-丐0-9][a-zа-яё0-9'’.,&/-]{0,6}";

/// Words that no sign can be mistaken for a part of.
const BARE_WORD: &str = "[a-zа-яء-ي一-丐0-9]([a-zа-яё0-9'’.,&/-]{0,5}[a-zа-яё0-9])?";

const PHRASE: &str = "[a-zа-я][a-z:()|«\"”*~^=-]{0,4}( [a-zA-Z0-9]{1,4}){0,3}";

const PATTERN: &str = "([a-zа-я]{3}|[一-丐])[a-z'-]{0,2}(\\*[a-z]{1,2}|\\?[a-z]){1,2}";

/// What can stand near something, in one field.
fn plain_leaf(field: Option<Field>) -> impl Strategy<Value = Query> {
    prop_oneof![
        6 => WORD.prop_map(move |text| Query::Word { field, text }),
        3 => PHRASE.prop_map(move |text| Query::Phrase { field, text }),
        1 => BARE_WORD.prop_map(move |text| Query::Exact { field, text }),
        1 => PATTERN.prop_map(move |text| Query::Wildcard { field, text }),
        1 => (BARE_WORD, prop::option::of(1..=2_u8))
            .prop_map(move |(text, distance)| Query::Fuzzy { field, text, distance }),
    ]
}

/// What asks for words in one field.
fn words(field: Option<Field>) -> impl Strategy<Value = Query> {
    prop_oneof![
        8 => plain_leaf(field),
        1 => (PHRASE, 0..=MAX_GAP).prop_map(move |(text, gap)| Query::Loose { field, text, gap }),
        2 => (prop::collection::vec(plain_leaf(field), 2..4), 0..=MAX_GAP)
            .prop_map(|(clauses, gap)| Query::Near { clauses, gap }),
    ]
}

fn leaf() -> impl Strategy<Value = Query> {
    let language = prop::sample::select(vec!["en", "ru", "zh", "ar", "und", "grc"]);
    let country = prop::sample::select(vec!["KZ", "ZA", "FR"]);
    prop_oneof![
        12 => field().prop_flat_map(words),
        1 => language.prop_map(|code| Query::Language(Language::of(code))),
        1 => country.prop_map(|code| Query::Country(code.parse().unwrap())),
        1 => prop::sample::select(vec!["KZ", "CSTO", "org:eu"]).prop_map(|id| Query::Mentions(id.parse().unwrap())),
        1 => prop::sample::select(Kind::ALL.to_vec()).prop_map(Query::Kind),
        1 => range().prop_map(Query::Date),
    ]
}

fn leaves(query: &Query) -> usize {
    match query {
        Query::All => 0,
        Query::Words(inner) | Query::And(inner) | Query::Or(inner) | Query::Near { clauses: inner, .. } => {
            inner.iter().map(leaves).sum()
        }
        Query::Not(inner) | Query::Paragraph(inner) | Query::Boost { query: inner, .. } => leaves(inner),
        _ => 1,
    }
}

/// Trees of these leaves in their simplest form.
fn of(leaf: impl Strategy<Value = Query> + 'static) -> impl Strategy<Value = Query> {
    leaf.prop_recursive(5, 40, 4, |inner| {
        let factor = (1_u16..=10_000).prop_filter_map("a factor", Factor::hundredths);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Query::words),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Query::all_of),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Query::any_of),
            inner.clone().prop_map(Query::except),
            (inner, factor).prop_map(|(query, factor)| Query::boosted(query, factor)),
        ]
    })
}

/// Trees within the limits.
fn tree() -> impl Strategy<Value = Query> {
    let leaf = prop_oneof![6 => leaf().boxed(), 1 => of(words(None)).prop_map(Query::in_paragraph).boxed()];
    of(leaf).prop_filter("within the limits", |tree| leaves(tree) <= MAX_CLAUSES)
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
