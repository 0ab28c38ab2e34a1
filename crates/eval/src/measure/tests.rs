use proptest::prelude::*;

use super::*;

/// The value for topic 1 of a ranking of the documents `ranked`, the best first.
fn value(measure: &str, qrels: &str, ranked: &str) -> f64 {
    let mut run = Run::new("test");
    let documents = (0..).zip(ranked.split_whitespace());
    let ranking = documents
        .map(|(index, document)| crate::Ranked { document: document.to_owned(), score: -f64::from(index) });
    run.rank("1", ranking.collect());
    measure.parse::<Measure>().unwrap().per_topic(&qrels.parse().unwrap(), &run)["1"]
}

const QRELS: &str = "1 0 a 3\n1 0 b 1\n1 0 c 0\n1 0 d 0\n1 0 e -1";

#[track_caller]
fn check(measure: &str, ranked: &str, expected: f64) {
    let value = value(measure, QRELS, ranked);
    assert!((value - expected).abs() < 1e-9, "{measure} of {ranked} is {value}, not {expected}");
}

#[test]
fn values_are_those_worked_out_by_hand() {
    let best = 3.0 + 1.0 / 3_f64.log2();
    check("nDCG", "a b", 1.0);
    check("nDCG", "c a x b", (3.0 / 3_f64.log2() + 1.0 / 5_f64.log2()) / best);
    check("nDCG@2", "c a x b", 3.0 / 3_f64.log2() / best);
    check("nDCG@1", "b a", 1.0 / 3.0);
    check("AP", "c a x b", (1.0 / 2.0 + 2.0 / 4.0) / 2.0);
    check("RR", "c x a", 1.0 / 3.0);
    check("RR@2", "c x a", 0.0);
    check("P@5", "a x b", 2.0 / 5.0);
    check("R@2", "a x b", 0.5);
    check("Judged@3", "a x e b", 2.0 / 3.0);
    check("Judged@10", "a x", 0.5);
    check("ERR@20", "b a", 1.0 / 16.0 + 15.0 / 16.0 * 7.0 / 16.0 / 2.0);
    check("bpref", "x c e a d b", (0.5 + 0.0) / 2.0);
    check("RBP(p=0.5)", "a x b", 0.5 * (1.0 + 0.25));
}

#[test]
fn a_topic_without_a_ranking_or_without_relevant_documents_is_worth_nothing() {
    let qrels: Qrels = "1 0 a 1\n2 0 a 0\n3 0 a 1".parse().unwrap();
    let run: Run = "2 Q0 a 1 1 x\n3 Q0 a 1 1 x\n4 Q0 a 1 1 x".parse().unwrap();
    for measure in ["nDCG", "AP", "RR", "P@1", "R@1", "ERR@1", "bpref", "RBP(p=0.8)"] {
        let values = measure.parse::<Measure>().unwrap().per_topic(&qrels, &run);
        assert_eq!(values.keys().collect::<Vec<_>>(), ["1", "2", "3"], "{measure}");
        assert_eq!((values["1"], values["2"]), (0.0, 0.0), "{measure}");
        assert!(values["3"] > 0.0, "{measure}");
    }
    assert_eq!(mean(&BTreeMap::new()), 0.0);
}

#[test]
fn expected_reciprocal_rank_has_room_for_any_grade() {
    let stops_surely = value("ERR@1", "1 0 a 2000\n1 0 b 1", "a");
    assert!((stops_surely - 1.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn every_value_is_from_0_to_1_and_the_best_ranking_has_the_best(
        grades in prop::collection::vec(-1_i32..5, 1..12),
        order in Just((0..12).collect::<Vec<_>>()).prop_shuffle(),
        length in 0_usize..12,
    ) {
        let name = |index: usize| format!("d{index:02}");
        let qrels: String = grades.iter().enumerate().map(|(i, grade)| format!("1 0 {} {grade}\n", name(i))).collect();
        let ranked: Vec<_> = order.into_iter().take(length).map(name).collect();
        let mut best: Vec<_> = (0..grades.len()).collect();
        best.sort_by_key(|index| -grades[*index]);
        let best: Vec<_> = best.into_iter().map(name).collect();
        for measure in ["nDCG", "nDCG@3", "AP", "RR@3", "P@3", "R@3", "Judged@3", "ERR@5", "bpref", "RBP(p=0.8)"] {
            let own = value(measure, &qrels, &ranked.join(" "));
            prop_assert!((0.0..=1.0 + 1e-9).contains(&own), "{} {}", measure, own);
            prop_assert!(own <= value(measure, &qrels, &best.join(" ")) + 1e-9, "{}", measure);
        }
    }
}
