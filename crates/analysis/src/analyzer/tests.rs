use proptest::prelude::*;

use super::*;
use crate::field_languages;

fn stems(code: &str, text: &str) -> Vec<String> {
    let tokens = Analyzer::of(code.parse().unwrap()).tokens(text);
    tokens.into_iter().filter_map(|token| Some(token.stem?.form)).collect()
}

#[test]
fn chinese_is_searched_by_pairs_and_quoted_by_characters() {
    assert_eq!(stems("zh", "安全合作, 和"), ["安全", "全合", "合作"]);
    let exact: Vec<_> =
        Analyzer::of(Language::CHINESE).tokens("安全 UN").into_iter().map(|t| t.exact).collect();
    assert_eq!(exact, ["安", "全", "un"]);
}

#[test]
fn a_language_without_analysis_keeps_its_words() {
    assert_eq!(stems("vi", "Hội nghị các nước"), ["hoi", "nghi", "cac", "nuoc"]);
}

#[test]
fn what_is_too_long_for_a_word_takes_up_a_position_only() {
    let tokens = Analyzer::of(Language::ENGLISH).tokens(&format!("before {} after", "x".repeat(70_000)));
    assert_eq!(
        tokens.iter().map(|t| (t.exact.as_str(), t.position)).collect::<Vec<_>>(),
        [("before", 0), ("after", 2)]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn ranges_slice_the_text_in_every_language(
        text in "([a-zA-Zéßñ]{1,9}|[а-яёіїў]{1,9}|[\u{621}-\u{652}]{1,7}|[一-龥]{1,4}|[α-ώΆ-Ώ]{1,9}|[ก-๎]{1,5}|['’ .,:-]|[ა-ჰ]{1,9}|[ա-ֆԱ-Ֆ]{1,9}|\\PC){0,30}",
    ) {
        for language in field_languages() {
            let mut last = (0, 0);
            for token in Analyzer::of(language).tokens(&text) {
                prop_assert!(text.get(token.range.clone()).is_some_and(|word| !word.is_empty()));
                prop_assert!(!token.exact.is_empty());
                if token.span > 1 {
                    prop_assert!(token.range.end > last.0 && token.position == last.1);
                    continue;
                }
                prop_assert!((token.range.start, token.position) >= last);
                last = (token.range.end, token.position);
                if let Some(stem) = token.stem {
                    prop_assert!(text.get(stem.range.clone()).is_some());
                    prop_assert!(stem.range.start == token.range.start && stem.range.end >= token.range.end);
                }
            }
        }
    }

    #[test]
    fn analysis_of_a_word_does_not_depend_on_its_case(word in "[a-hj-zа-я]{1,12}") {
        for language in field_languages() {
            let analyzer = Analyzer::of(language);
            let forms = |text: &str| analyzer.tokens(text).into_iter().map(|t| (t.exact, t.stem)).collect::<Vec<_>>();
            prop_assert_eq!(forms(&word), forms(&word.to_uppercase()));
        }
    }
}

#[test]
fn a_compound_stands_beside_its_parts() {
    let text = "the non-proliferation treaty of 2020-2021";
    let tokens = Analyzer::of(Language::ENGLISH).tokens(text);
    let seen: Vec<_> =
        tokens.iter().map(|t| (&text[t.range.clone()], t.position, t.span, &*t.exact)).collect();
    let expected = [
        ("the", 0, 1, "the"),
        ("non", 1, 1, "non"),
        ("non-proliferation", 1, 2, "nonproliferation"),
        ("proliferation", 2, 1, "proliferation"),
        ("treaty", 3, 1, "treaty"),
        ("of", 4, 1, "of"),
        ("2020", 5, 1, "2020"),
        ("2021", 6, 1, "2021"),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn a_text_may_be_analysed_while_another_is() {
    let analyzer = Analyzer::of(Language::ENGLISH);
    let mut inner = Vec::new();
    analyzer.visit("peace talks", |found| inner.extend(analyzer.tokens(found.exact)));
    assert_eq!(inner.into_iter().map(|token| token.exact).collect::<Vec<_>>(), ["peace", "talks"]);
}

#[test]
fn steps_show_what_each_made_of_a_word() {
    let steps = Analyzer::of(Language::RUSSIAN).steps("Договорённости");
    let [step] = steps.as_slice() else { panic!("{steps:?}") };
    assert_eq!((&*step.segment, &*step.normalised), ("Договорённости", "договорённости"));
    assert_eq!((&*step.stemmed, &*step.token.exact), ("договорен", "договоренности"));
}
