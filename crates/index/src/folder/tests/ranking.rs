//! What changes the order of hits, and nothing else.

use verbale_statement::Statement;

use super::library;
use crate::fixture::{house, planned, statement};
use crate::{Engine, Match, Plan, Ranking, Require};

/// Speeches that hold different shares of a few words, in several languages.
fn speeches(count: usize) -> Vec<Statement> {
    let words =
        ["fishing", "rights", "strait", "straits", "strategy", "fisher", "fisheries", "peace", "peaceful"];
    let text = |number: usize| {
        let word = |place: usize| words[(number * 7 + place * place * 5 + number / 9 * place) % words.len()];
        (0..4 + number % 23).map(word).collect::<Vec<_>>().join(" ")
    };
    let one = |number: usize| {
        let language = if number.is_multiple_of(5) { "fr" } else { "en" };
        statement(&format!("s{number:04}"), &text(number + 3)[..7], &[(language, text(number).as_str())])
    };
    (0..count).map(one).collect()
}

fn ranked(engine: &dyn Engine, query: &str, ranking: Ranking, offset: usize, limit: usize) -> Vec<Match> {
    let query = verbale_query::parse(query).query;
    let plan = Plan { offset, ranking, ..planned(engine, &query, Require::Any, limit) };
    engine.search(&plan).unwrap().hits
}

#[test]
fn the_first_thousand_are_those_of_scoring_every_match() {
    let house = house(&speeches(1300));
    let engine = house.index.engine().unwrap();
    let ranking = Ranking { alike: 0.0, ..Ranking::default() };
    for text in ["fishing strait", "peace rights fisheries"] {
        let all = ranked(&engine, text, ranking, 0, 2000);
        assert!(all.len() > 1000, "{text}: {}", all.len());
        assert_eq!(ranked(&engine, text, ranking, 0, 1000), all[..1000]);
        assert!(all.is_sorted_by(|one, other| one.score >= other.score));
        // Each score is that of the statement looked at by itself, so that none of those left out could score more.
        let query = verbale_query::parse(text).query;
        let plan = Plan { ranking, ..planned(&engine, &query, Require::Any, 1) };
        for hit in all.iter().step_by(40) {
            let parts = engine.explain(&plan, &hit.id).unwrap().unwrap();
            let (score, alone) = (hit.score.unwrap(), parts.iter().map(|part| part.score).sum::<f32>());
            assert!((score - alone).abs() < 1e-4 * alone, "{text}: {hit:?} scores {alone} by itself");
        }
    }
}

#[test]
fn the_second_look_adds_to_scores_and_changes_neither_what_is_found_nor_the_pages() {
    let house = house(&speeches(300));
    let engine = house.index.engine().unwrap();
    let (first_look, both) = (Ranking { alike: 0.0, ..Ranking::default() }, Ranking::default());
    let query = "fishing peace rights";
    let before = ranked(&engine, query, first_look, 0, 500);
    let after = ranked(&engine, query, both, 0, 500);
    let ids =
        |hits: &[Match]| hits.iter().map(|hit| hit.id.clone()).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(ids(&before), ids(&after));
    assert_ne!(before, after, "fisheries and peaceful begin alike");
    assert!(after.is_sorted_by(|one, other| one.score >= other.score));
    let score = |hits: &[Match], id| hits.iter().find(|hit| hit.id == id).unwrap().score.unwrap();
    for hit in &before {
        assert!(score(&after, hit.id.clone()) >= hit.score.unwrap(), "{hit:?}");
    }
    let pages: Vec<_> = (0..5).flat_map(|page| ranked(&engine, query, both, page * 100, 100)).collect();
    assert_eq!(pages, after);
    let asked = verbale_query::parse(query).query;
    let parts = engine.explain(&planned(&engine, &asked, Require::Any, 1), &after[0].id).unwrap().unwrap();
    let sum: f32 = parts.iter().map(|part| part.score).sum();
    assert!((sum - after[0].score.unwrap()).abs() < 1e-3, "{parts:?}");
}

#[test]
fn an_engine_says_which_words_are_rare() {
    let house = house(&library());
    let pattern = |stem: &str| crate::Pattern {
        stems: vec![(verbale_statement::Language::ENGLISH, vec![stem.to_owned()])],
        ..crate::Pattern::default()
    };
    let rarity = house
        .index
        .engine()
        .unwrap()
        .rarity(&[pattern("secur"), pattern("discuss"), pattern("none")])
        .unwrap();
    assert!(rarity[0] < rarity[1] && rarity[1] < rarity[2], "{rarity:?}");
}
