use std::collections::BTreeSet;

use verbale_archive::Archive;
use verbale_index::{IndexFolder, Require};
use verbale_statement::Language;

use super::*;
use crate::fixture::statement;
use crate::{Matching, Request, Searcher};

fn clause(query: &str) -> Clause {
    Clause::new(&verbale_query::parse(query).query, Require::Any, &[Language::ENGLISH])
}

fn words(words: &[Word]) -> BTreeSet<&str> {
    words.iter().flat_map(|word| &word.pattern.stems).map(|(_, stems)| stems[0].as_str()).collect()
}

const FEEDBACK: Feedback = Feedback { weight: 0.5, hits: 2, words: 1, fall: 3.0 };

#[test]
fn words_come_from_what_answers_and_say_something() {
    let hits = [(statement("a", &["The herring in the strait.", "A word on something else."]), 2.0)];
    assert_eq!(
        words(&Feedback::candidates(&hits, &clause("herring"))),
        BTreeSet::from(["herring", "strait"])
    );
}

#[test]
fn of_equally_frequent_words_the_rarer_one_is_added() {
    let hits = [(statement("a", &["herring strait"]), 2.0), (statement("b", &["herring strait"]), 2.0)];
    let candidates = Feedback::candidates(&hits, &clause("herring"));
    let rarity: Vec<f32> = candidates
        .iter()
        .map(|word| if words(std::slice::from_ref(word)).contains("strait") { 3.0 } else { 1.0 })
        .collect();
    let Clause::Prefer { preferred, .. } =
        FEEDBACK.expanded(clause("herring"), candidates, &rarity, &[2.0, 2.0])
    else {
        panic!("nothing is added")
    };
    let [Clause::Boost { clause: added, factor }] = preferred.as_slice() else { panic!("{preferred:?}") };
    assert_eq!(added.patterns()[0].1.stems[0].1, ["strait"]);
    assert!((factor - 1.0).abs() < 1e-6, "half of the score where the hits are alike: {factor}");
}

#[test]
fn hits_that_score_nothing_add_nothing() {
    let hits = [(statement("a", &["herring strait"]), 0.0)];
    let candidates = Feedback::candidates(&hits, &clause("herring"));
    let feedback = Feedback { fall: 0.0, ..FEEDBACK };
    assert_eq!(feedback.expanded(clause("herring"), candidates, &[1.0, 1.0], &[0.0]), clause("herring"));
}

#[test]
fn the_less_alike_the_first_hits_score_the_less_their_words_count() {
    let hits = [(statement("a", &["herring strait"]), 2.0)];
    let factor = |scores: &[f32]| {
        let candidates = Feedback::candidates(&hits, &clause("herring"));
        match FEEDBACK.expanded(clause("herring"), candidates, &[1.0, 1.0], scores) {
            Clause::Prefer { preferred, .. } => match preferred.as_slice() {
                [Clause::Boost { factor, .. }] => *factor,
                other => panic!("{other:?}"),
            },
            _ => 0.0,
        }
    };
    assert!(factor(&[4.0, 4.0]) > factor(&[4.0, 3.0]) && factor(&[4.0, 3.0]) > factor(&[4.0, 1.0]));
    assert_eq!(factor(&[]), 0.0);
}

#[test]
fn feedback_brings_up_what_the_first_hits_are_about_and_finds_nothing_more() {
    let folder = tempfile::tempdir().unwrap();
    let mut archive = Archive::open(&folder.path().join("archive")).unwrap();
    let statements = [
        statement(
            "quota",
            &["Herring quotas of the fleet in the Grey Strait and herring again, fleet and quotas."],
        ),
        statement("fleet", &["The herring fleet, its quotas and one more thing that was said."]),
        statement("other", &["The herring soup of the week and one more thing that was said."]),
        statement("none", &["The fleet and its quotas in the Grey Strait."]),
    ];
    archive.put_all(&statements).unwrap();
    let index = IndexFolder::at(folder.path().join("index"));
    index.follow(&archive, false, &mut |_, _| ()).unwrap();
    let searcher = Searcher::new(archive, Box::new(index.engine().unwrap()));
    let search = |feedback: f32| {
        let ranking = Ranking { feedback, feedback_hits: 1.0, feedback_fall: 0.0, ..Ranking::default() };
        let request = Request { ranking, matching: Matching::Any, ..Request::new("herring") };
        let answer = searcher.search(&request).unwrap();
        let gap = |one: &str, other: &str| {
            let score =
                |id: &str| answer.hits.iter().find(|hit| hit.id.as_str() == id).unwrap().score.unwrap();
            score(one) - score(other)
        };
        (answer.total, gap("fleet", "other"))
    };
    let (without, with) = (search(0.0), search(0.8));
    assert_eq!((without.0, with.0), (3, 3), "what lacks the word is no hit");
    assert!(with.1 > without.1 + 0.1, "{without:?} {with:?}");
}
