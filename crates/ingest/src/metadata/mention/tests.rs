use proptest::prelude::*;
use verbale_statement::{Language, ParagraphRole};

use super::*;

/// Sentences with what they mention.
const SENTENCES: &str = include_str!("sentences.tsv");

fn of(language: &str, texts: &[&str]) -> Mentions {
    let paragraph = |text: &&str| Paragraph {
        text: (*text).to_owned(),
        language: Language::of(language),
        speaker: None,
        role: ParagraphRole::Body,
    };
    find(&texts.iter().map(paragraph).collect::<Vec<_>>())
}

fn ids(language: &str, text: &str) -> String {
    of(language, &[text]).all().map(|own| own.id().to_owned()).collect::<Vec<_>>().join(" ")
}

#[test]
fn sentences_of_many_languages_mention_what_they_mention_and_nothing_else() {
    let mut wrong = Vec::new();
    for row in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
        let [language, text, wanted] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let found = ids(language, text);
        if found != wanted {
            wrong.push(format!("{text}\n  {found}\n  {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn mentions_are_counted_and_say_where_the_first_stands() {
    let found =
        of("en", &["The lake is low.", "Kazakhstan and the CSTO met.", "Kazakhstan spoke, then Armenia."]);
    let countries: Vec<_> = found.countries.iter().map(|it| (it.id.code(), it.paragraph, it.count)).collect();
    assert_eq!(countries, [("AM", 3, 1), ("KZ", 2, 2)]);
    let organisations: Vec<_> =
        found.organisations.iter().map(|it| (it.id.id(), it.paragraph, it.count)).collect();
    assert_eq!(organisations, [("org:csto", 2, 1)]);
}

#[test]
fn a_paragraph_in_a_language_without_names_mentions_nothing() {
    assert!(of("und", &["Kazakhstan"]).is_empty() && of("sw", &["Kenya"]).is_empty());
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(
        language in prop::sample::select(vec!["en", "ru", "ar", "zh", "tr", "kk"]),
        text in "(\\PC{0,4}|Guinea|Guinea-Bissau|Gulf of |Jordan |U\\.S\\.|Мали|Того|للصين|中国|海地区|«|»|\\.|, ){0,30}"
    ) {
        let found = of(language, &[&text]);
        prop_assert!(found.countries.iter().all(|it| it.count > 0 && it.paragraph == 1));
    }
}
