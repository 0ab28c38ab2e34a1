use verbale_archive::Archive;
use verbale_index::{IndexFolder, Require};
use verbale_statement::Language;

use super::*;
use crate::fixture::statement;
use crate::{Matching, Request, Searcher};

fn shared(texts: &[&[&str]]) -> Shared {
    let clause = Clause::new(&verbale_query::parse("herring").query, Require::Any, &[Language::ENGLISH]);
    let statements = texts.iter().map(|paragraphs| Ok::<_, ()>(statement("a", paragraphs)));
    Shared::of(statements, &clause).unwrap()
}

#[test]
fn statements_are_alike_by_the_words_that_they_share_where_they_answer() {
    let shared = shared(&[
        &["herring fleet quotas", "a word on soup"],
        &["herring fleet quotas", "a word on something else"],
        &["herring soup"],
        &["soup"],
    ]);
    let rarity = vec![1.0; shared.patterns.len()];
    let likeness = shared.likeness(4, &rarity);
    assert!((likeness[0][1] - 1.0).abs() < 1e-6, "{likeness:?}");
    assert!(likeness[0][1] > likeness[0][2] && likeness[0][2] > 0.0, "{likeness:?}");
    assert_eq!(likeness[3], [0.0; 4], "it does not answer");
}

#[test]
fn what_its_neighbours_score_is_added_to_a_hit() {
    let shared = shared(&[&["herring fleet"], &["herring fleet"], &["herring soup"]]);
    let rarity = vec![1.0; shared.patterns.len()];
    let hits = ["a", "b", "c"].map(|id| StatementId::new(id).unwrap());
    let hits: Vec<_> = hits.into_iter().zip([4.0, 3.0, 2.0]).collect();
    let one = Neighbours { weight: 2.0, hits: 3, each: 1 };
    let Clause::Prefer { preferred, .. } = one.expanded(Clause::Everything, &hits, &shared, &rarity) else {
        panic!("nothing is added")
    };
    let [Clause::Neighbours(added)] = preferred.as_slice() else { panic!("{preferred:?}") };
    let added: Vec<_> = added.iter().map(|(id, score)| (id.as_str(), score.round())).collect();
    // Half of twice the neighbour's score, as the last of the first hits scores half of the first.
    assert_eq!(added, [("a", 3.0), ("b", 4.0), ("c", 4.0)]);
}

#[test]
fn neighbours_change_the_order_and_nothing_else_and_are_explained() {
    let folder = tempfile::tempdir().unwrap();
    let mut archive = Archive::open(&folder.path().join("archive")).unwrap();
    let statements = [
        statement("one", &["The herring and the herring of the fleet, its quotas and licences."]),
        statement(
            "two",
            &["The herring fleet, its quotas and licences and whatever else may be said of them."],
        ),
        statement("soup", &["The herring soup of the week and whatever else there may be in it."]),
        statement("none", &["The fleet, its quotas and licences."]),
    ];
    archive.put_all(&statements).unwrap();
    let index = IndexFolder::at(folder.path().join("index"));
    index.follow(&archive, false, &mut |_, _| ()).unwrap();
    let searcher = Searcher::new(archive, Box::new(index.engine().unwrap()));
    let request = |neighbours: f32| {
        let ranking = Ranking { neighbours, neighbours_each: 1.0, feedback: 0.0, ..Ranking::default() };
        Request { ranking, matching: Matching::Any, ..Request::new("herring") }
    };
    let scores = |neighbours: f32| {
        let answer = searcher.search(&request(neighbours)).unwrap();
        assert_eq!(answer.total, 3, "what lacks the word is no hit");
        let score = |id: &str| answer.hits.iter().find(|hit| hit.id.as_str() == id).unwrap().score.unwrap();
        [score("one"), score("two"), score("soup")]
    };
    let (without, with) = (scores(0.0), scores(1.0));
    assert!(without.iter().zip(&with).all(|(without, with)| with > without), "{without:?} {with:?}");
    assert!(with[1] - without[1] > with[2] - without[2] - 1e-6, "{without:?} {with:?}");
    let explained = searcher.explain(&request(1.0), &StatementId::new("two").unwrap()).unwrap().unwrap();
    let sum: f32 = explained.iter().map(|part| part.score).sum();
    assert!((sum - with[1]).abs() < 1e-4, "{explained:?}");
    assert!(explained.iter().any(|part| part.fields.is_empty() && part.score > 0.0));
}
