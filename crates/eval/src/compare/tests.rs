use super::*;
use crate::significance::Tally;

/// Six topics about the Grey Strait; the plain run finds what is relevant late, the bold one early but for one topic.
const QRELS: &str = "1 0 strait 2\n1 0 nets 0\n2 0 accords 1\n2 0 treaty 1\n3 0 treaty 3\n4 0 corridor 1\n5 0 nets 2\n\
                     6 0 valley 1\n";
const PLAIN: &str = "1 Q0 nets 1 9 plain\n1 Q0 lake 2 8 plain\n1 Q0 strait 3 7 plain\n2 Q0 accords 1 9 plain\n\
                     2 Q0 nets 2 8 plain\n2 Q0 treaty 3 7 plain\n3 Q0 treaty 1 9 plain\n4 Q0 valley 1 9 plain\n\
                     4 Q0 corridor 2 8 plain\n5 Q0 nets 1 9 plain\n";
const BOLD: &str = "1 Q0 strait 1 9 bold\n1 Q0 nets 2 8 bold\n2 Q0 treaty 1 9 bold\n2 Q0 accords 2 8 bold\n\
                    3 Q0 treaty 1 9 bold\n4 Q0 corridor 1 9 bold\n5 Q0 valley 1 9 bold\n5 Q0 nets 2 8 bold\n\
                    6 Q0 valley 1 9 bold\n";

fn settings(measures: &[&str]) -> Settings {
    let measures = measures.iter().map(|measure| measure.parse().unwrap()).collect();
    Settings { measures, topics: 2, depth: 3, ..Settings::default() }
}

/// Knows one topic and one document.
struct Known(&'static str, &'static str, &'static str, &'static str);

impl Wording for Known {
    fn query(&self, topic: &str) -> Option<String> {
        (topic == self.0).then(|| self.1.to_owned())
    }
    fn title(&self, document: &str) -> Option<String> {
        (document == self.2).then(|| self.3.to_owned())
    }
    fn contributions(&self, system: &str, topic: &str, document: &str) -> Option<Vec<(String, f64)>> {
        let strait = if system == "bold" { 4.0 } else { 1.25 };
        let words = [("grey", 1.0), ("strait", strait), ("nets", 0.5)];
        (topic == self.0 && document == self.2)
            .then(|| words.map(|(word, score)| (word.to_owned(), score)).to_vec())
    }
}

const WORDING: Known = Known("1", "nets in the Grey Strait", "strait", "Remarks on the Grey Strait");

fn small(measures: &[&str]) -> Comparison {
    let (plain, bold) = (PLAIN.parse().unwrap(), BOLD.parse().unwrap());
    let baseline = Contender { name: "plain", run: &plain };
    let bold = Contender { name: "bold", run: &bold };
    Comparison::new(&QRELS.parse().unwrap(), baseline, &[bold], &WORDING, &settings(measures))
}

#[test]
fn every_judged_topic_counts() {
    let comparison = small(&["RR"]);
    assert_eq!((comparison.topics, comparison.baseline.missing, comparison.systems[0].missing), (6, 1, 0));
    let [contrast] = &comparison.contrasts[..] else { panic!("one system by one measure") };
    // 1/3, 1, 1, 1/2, 1, 0 and 1, 1, 1, 1, 1/2, 1.
    assert_eq!(contrast.tally, Tally { wins: 3, ties: 2, losses: 1 });
    assert!((contrast.baseline_mean - 23.0 / 36.0).abs() < 1e-12);
    assert!((contrast.system_mean - 33.0 / 36.0).abs() < 1e-12);
    assert!((contrast.difference - 10.0 / 36.0).abs() < 1e-12);
    // Of the 16 ways to sign 2/3, 1/2, 1/2 and 1, only those where all, or all but one 1/2, agree go as far.
    assert_eq!(contrast.randomisation.p, 6.0 / 16.0);
    assert_eq!(contrast.verdict, Verdict::Undecided);
}

#[test]
fn p_values_are_corrected_for_all_contrasts_together() {
    let (one, three) = (small(&["RR"]), small(&["RR", "AP", "P@1"]));
    assert_eq!(one.contrasts[0].randomisation_holm, one.contrasts[0].randomisation.p);
    assert_eq!(one.contrasts[0].t_test_holm, one.contrasts[0].t_test.map(|test| test.p));
    for contrast in &three.contrasts {
        assert!(contrast.randomisation_holm > contrast.randomisation.p);
        assert!(contrast.t_test_holm > contrast.t_test.map(|test| test.p));
    }
}

#[test]
fn a_system_that_is_the_same_is_not_different() {
    let (qrels, run): (Qrels, Run) = (QRELS.parse().unwrap(), PLAIN.parse().unwrap());
    let contender = |name| Contender { name, run: &run };
    let twins =
        Comparison::new(&qrels, contender("one"), &[contender("other")], &WORDING, &Settings::default());
    for contrast in &twins.contrasts {
        assert_eq!((contrast.randomisation.p, contrast.t_test, contrast.effect_size), (1.0, None, None));
        assert_eq!(contrast.tally, Tally { wins: 0, ties: 6, losses: 0 });
    }
    assert!(twins.changes.is_empty());
    assert!(twins.to_string().contains("no difference shown by nDCG@10, AP, RR@10, P@5, R@100\n"));
    assert!(twins.page().to_string().contains("</html>"));
}

#[test]
fn many_topics_that_agree_show_a_difference() {
    let (mut qrels, mut early, mut late) = (Qrels::default(), Run::new("early"), Run::new("late"));
    for topic in 0..20 {
        qrels.judge(topic.to_string(), "good", 1);
        let ranked = |document: &str, score| crate::Ranked { document: document.to_owned(), score };
        early.rank(topic.to_string(), vec![ranked("good", 2.0), ranked("bad", 1.0)]);
        late.rank(topic.to_string(), vec![ranked("good", 1.0), ranked("bad", 2.0)]);
    }
    let (early, late) = (Contender { name: "early", run: &early }, Contender { name: "late", run: &late });
    let verdicts = |baseline, system| {
        let comparison = Comparison::new(&qrels, baseline, &[system], &WORDING, &settings(&["RR", "P@2"]));
        comparison.contrasts.into_iter().map(|contrast| contrast.verdict).collect::<Vec<_>>()
    };
    assert_eq!(verdicts(late, early), [Verdict::Better, Verdict::Undecided]);
    assert_eq!(verdicts(early, late), [Verdict::Worse, Verdict::Undecided]);
}

#[test]
fn the_topics_that_changed_most_are_shown_with_what_moved() {
    let comparison = small(&["RR"]);
    let topics: Vec<_> = comparison.changes.iter().map(|change| change.topic.as_str()).collect();
    assert_eq!(topics, ["6", "1"]);
    let change = &comparison.changes[1];
    let moves: Vec<_> = change.moves.iter().map(|moved| (&*moved.document, moved.from, moved.to)).collect();
    assert_eq!(moves, [("strait", Some(3), Some(1)), ("lake", Some(2), None), ("nets", Some(1), Some(2))]);
    assert_eq!(change.moves[0].title.as_deref(), Some("Remarks on the Grey Strait"));
    assert_eq!(
        (change.moves[0].grade, change.moves[1].grade, change.moves[2].grade),
        (Some(2), None, Some(0))
    );
}

#[test]
fn it_reads_well_on_the_terminal() {
    insta::assert_snapshot!(small(&["nDCG@10", "RR"]), @r"
bold beside plain, 6 judged topics

measure     baseline   system difference  95 % interval               p     Holm   p of t     Holm    d_z  better/same/worse
nDCG@10       0.6751   0.9385    +0.2634  -0.2317 to +0.7584     0.2500   0.5000   0.2297   0.4594  +0.56  4/1/1
RR            0.6389   0.9167    +0.2778  -0.2935 to +0.8490     0.3750   0.5000   0.2666   0.4594  +0.51  3/2/1

no difference shown by nDCG@10, RR

Topics that changed most by nDCG@10

6  0.0000 → 1.0000 (+1.0000)
      baseline                 grade            system                   grade
   1                                            valley                       1 new
      moved
      ↑ none → 1     grade 1     valley

1  0.5000 → 1.0000 (+0.5000)  nets in the Grey Strait
      baseline                 grade            system                   grade
   1  nets                         0 now 2      strait                       2 was 3
   2  lake                         · gone       nets                         0 was 1
   3  strait                       2 now 1
      moved
      ↑    3 → 1     grade 2     strait  Remarks on the Grey Strait
        strait 1.25 → 4.00
      ↓    2 → none  not judged  lake
      ↓    1 → 2     grade 0     nets

p       paired randomisation test, two-sided, 100000 permutations from seed 1, or all if there are no more
p of t  paired t-test, two-sided; the interval of the mean difference is by Student's t, too
Holm    p, corrected for the 2 contrasts here; at most 0.05: a difference is shown
d_z     mean difference in standard deviations: 0.2 is small, 0.5 medium, 0.8 large

plain: 63.9 % of the first ten documents were judged; no ranking for 1 of the topics, which counts 0
bold: 91.7 % of the first ten documents were judged
");
}

#[test]
fn the_record_says_everything() {
    let record = serde_json::to_value(small(&["RR"])).unwrap();
    let contrast = &record["contrasts"][0];
    assert_eq!((contrast["wins"].as_u64(), contrast["verdict"].as_str()), (Some(3), Some("undecided")));
    assert_eq!(
        contrast["topics"][0],
        serde_json::json!({ "topic": "1", "baseline": 1.0 / 3.0, "system": 1.0 })
    );
    assert_eq!(record["changes"][1]["system_ranking"][0]["other"], 3);
}

#[test]
fn nothing_reaches_the_page_or_the_terminal_unescaped() {
    let evil = "<script>alert('x')</script>\"&\u{1b}[31m";
    let (mut qrels, mut good, mut bad) = (Qrels::default(), Run::new(evil), Run::new(evil));
    let ranked = |document: &str, score| crate::Ranked { document: document.to_owned(), score };
    for topic in [evil, "2", "3"] {
        qrels.judge(topic, evil, 1);
        good.rank(topic, vec![ranked(evil, 2.0), ranked("<b>", 1.0)]);
        bad.rank(topic, vec![ranked(evil, 1.0), ranked("<b>", 2.0)]);
    }
    let wording = Known(evil, evil, evil, evil);
    let baseline = Contender { name: evil, run: &bad };
    for systems in [&[Contender { name: "<i>", run: &good }][..], &[Contender { name: evil, run: &good }; 2]]
    {
        let comparison = Comparison::new(&qrels, baseline, systems, &wording, &Settings::default());
        let page = comparison.page().to_string();
        assert!(page.contains("&#60;script&#62;"));
        for tag in ["<script", "<b>", "<i>", "\"&\""] {
            assert!(!page.contains(tag), "{tag}");
        }
        assert!(!comparison.to_string().contains('\u{1b}'));
    }
}

#[test]
fn the_page_stands_alone() {
    let page = small(&["nDCG@10", "AP"]).page().to_string();
    assert!(page.contains("default-src 'none'"));
    for outside in ["src=", "href=", "url(", "@import", "http:", "https:"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<svg").count(), 2);
    assert_eq!(page.matches("role=\"img\"").count(), 2);
}
