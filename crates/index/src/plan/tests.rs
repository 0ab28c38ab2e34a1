use super::*;

fn word(text: &str) -> Query {
    Query::Word { field: None, text: text.into() }
}

fn plan(query: &Query, require: Require) -> Clause {
    Clause::new(query, require, &verbale_analysis::field_languages().collect::<Vec<_>>())
}

fn stems(clause: &Clause, code: &str) -> Vec<Vec<String>> {
    let language: Language = code.parse().unwrap();
    clause
        .patterns()
        .into_iter()
        .flat_map(|(_, pattern)| pattern.stems.iter().filter(|(own, _)| *own == language))
        .map(|(_, stems)| stems.clone())
        .collect()
}

#[test]
fn a_word_is_analysed_in_every_language() {
    let clause = plan(&word("accords"), Require::All);
    assert_eq!(stems(&clause, "en"), [["accord"]]);
    assert_eq!(stems(&clause, "hy"), Vec::<Vec<String>>::new());
    let (_, pattern) = clause.patterns()[0];
    assert_eq!(pattern.exact, [["accords"]]);
    assert!(pattern.stems.len() > 15, "all languages in Latin script, but no others: {pattern:?}");
}

#[test]
fn parts_of_a_compound_follow_each_other_and_elision_is_french() {
    assert_eq!(stems(&plan(&word("co-operation"), Require::All), "en"), [vec!["co", "oper"], vec!["cooper"]]);
    let clause = plan(&word("l'accord"), Require::All);
    assert_eq!(stems(&clause, "fr"), [["accord"]]);
    let mut exact = clause.patterns()[0].1.exact.clone();
    exact.sort();
    assert_eq!(exact, [["accord"], ["l'accord"]]);
}

#[test]
fn words_that_are_written_in_three_ways_are_found_in_each() {
    let written_apart = Query::Words(vec![word("non"), word("proliferation")]);
    let Clause::All(words) = plan(&written_apart, Require::All) else { panic!() };
    for word in &words {
        assert!(stems(word, "en").contains(&vec!["nonprolifer".to_owned()]), "{word:?}");
    }
    let written_as_one = plan(&word("nonproliferation"), Require::All);
    assert_eq!(stems(&written_as_one, "en"), [vec!["nonprolifer"], vec!["non", "prolifer"]]);
}

#[test]
fn a_word_that_may_be_read_in_two_ways_is_looked_for_in_both() {
    assert_eq!(stems(&plan(&word("режим"), Require::All), "ru"), [["реж"], ["режим"]]);
}

#[test]
fn chinese_words_are_pairs_that_the_mode_counts() {
    let Clause::All(all) = plan(&word("安全合作"), Require::All) else { panic!() };
    assert_eq!(all.len(), 3);
    let Clause::Prefer { clause, .. } = plan(&word("安全合作"), Require::Any) else { panic!() };
    let Clause::Some { minimum: 1, clauses } = *clause else { panic!("{clause:?}") };
    assert_eq!(stems(&clauses[1], "zh"), [["全合"]]);
    assert_eq!(plan(&word("核"), Require::All).patterns()[0].1.exact, [["核"]]);
}

#[test]
fn the_mode_counts_words_but_not_fields_and_exclusions() {
    let query = Query::Words(vec![
        word("fishing"),
        word("rights"),
        word("in"),
        word("straits"),
        word("today"),
        Query::Language(Language::ENGLISH),
        Query::Not(Box::new(word("whales"))),
    ]);
    let Clause::All(clauses) = plan(&query, Require::Most) else { panic!() };
    let [Clause::Is { .. }, Clause::Not(_), Clause::Some { minimum: 3, clauses: words }] = clauses.as_slice()
    else {
        panic!("{clauses:?}")
    };
    assert_eq!(words.len(), 5);
}

#[test]
fn what_holds_no_word_matches_nothing_unless_something_else_is_asked() {
    assert_eq!(plan(&Query::Words(vec![word("!"), word("—")]), Require::All), Clause::Nothing);
    assert_eq!(plan(&Query::Words(vec![word("!"), word("peace")]), Require::All).patterns().len(), 1);
    assert_eq!(plan(&Query::All, Require::All), Clause::Everything);
}

#[test]
fn excluded_words_are_not_shown() {
    let query = Query::And(vec![word("peace"), Query::Not(Box::new(word("war")))]);
    assert_eq!(plan(&query, Require::All).patterns().len(), 1);
}

#[test]
fn where_any_word_will_do_those_that_say_nothing_in_the_questions_language_go() {
    let asked = |text: &str| {
        let plan = plan(&verbale_query::parse(text).query, Require::Any);
        plan.patterns().iter().map(|(_, pattern)| pattern.exact[0].join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(asked("what was the war in the strait"), ["war", "strait"]);
    assert_eq!(asked("die Sicherheit der Grenzen"), ["sicherheit", "grenzen"]);
    assert_eq!(asked("qui sont les réfugiés dans la région"), ["refugies", "region"]);
    assert_eq!(asked("ما هي سياسة المياه في الوادي"), ["سياسه", "المياه", "الوادي"]);
    // English alone says nothing by "the", German alone by "die": nobody knows.
    assert_eq!(asked("the die"), ["the", "die"]);
    assert_eq!(asked("the"), ["the"]);
}

#[test]
fn in_a_chinese_question_characters_count_and_those_of_grammar_less() {
    for query in [word("海峡的风"), Query::Words(vec![word("海峡的风"), word("?")])] {
        let Clause::Prefer { clause, preferred, .. } = plan(&query, Require::Any) else {
            panic!("{query:?}")
        };
        let Clause::Some { minimum: 1, clauses } = *clause else { panic!("{clause:?}") };
        let factors: Vec<_> = clauses
            .iter()
            .map(|clause| match clause {
                Clause::Boost { factor, .. } => *factor,
                _ => 1.0,
            })
            .collect();
        assert_eq!(factors, [1.0, 0.6, 0.6], "海峡, 峡的, 的风");
        let characters: Vec<_> =
            preferred.iter().map(|clause| clause.patterns()[0].1.exact[0].join("")).collect();
        assert_eq!(characters, ["海", "峡", "风"]);
    }
    let Clause::All(clauses) = plan(&word("海峡的风"), Require::All) else { panic!() };
    assert!(clauses.iter().all(|clause| matches!(clause, Clause::Text { .. })), "every pair is required");
}

#[test]
fn what_may_be_written_together_counts_once() {
    let Clause::All(words) = plan(&Query::Words(vec![word("non"), word("proliferation")]), Require::All)
    else {
        panic!()
    };
    for clause in words {
        let Clause::Best(ways) = clause else { panic!("{clause:?}") };
        assert!(
            matches!(ways.as_slice(), [Clause::Text { .. }, Clause::Boost { factor: 0.5, .. }]),
            "{ways:?}"
        );
    }
}
