//! From a log to a collection.

use super::*;

fn search(query: &str, first: u32, shown: &[&str], clicked: &[&str]) -> Search {
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    Search { query: query.into(), first, shown: owned(shown), clicked: owned(clicked).into_iter().collect() }
}

/// Forty searches for a strait and its cod, in whatever words; the first two hits change places in between.
fn log() -> Vec<Search> {
    let mut searches = Vec::new();
    for n in 0..40 {
        let query = ["cod straits", "Cod strait", "cod straits", "strait cod"][n % 4];
        let shown = if n % 2 == 0 { ["treaty", "cod", "map"] } else { ["cod", "treaty", "map"] };
        let clicked: &[&str] = if n % 4 < 3 { &["treaty"] } else { &[] };
        searches.push(search(query, 1, &shown, clicked));
    }
    searches.push(search("cod strait", 4, &["late"], &["late"]));
    searches.push(search("my neighbour", 1, &["treaty"], &[]));
    searches.push(search(" ", 1, &["treaty"], &[]));
    searches
}

#[test]
fn queries_of_one_meaning_are_one_topic_in_the_words_of_most() {
    let learned = learn(&log(), &Settings { language: Language::ENGLISH, ..Settings::default() });
    assert_eq!((learned.searches, learned.queries), (41, 2));
    let [topic] = &learned.topics[..] else { panic!("{:?}", learned.topics) };
    assert_eq!((topic.query.as_str(), topic.searches), ("cod straits", 40));
    assert_eq!(learned.topics().iter().next().unwrap().id, topic.id);
    // Without a language, forms are different words.
    assert_eq!(learn(&log(), &Settings::default()).queries, 3);
}

#[test]
fn what_attracts_has_a_grade_and_what_cannot_be_told_has_none() {
    let learned = learn(&log(), &Settings { language: Language::ENGLISH, ..Settings::default() });
    // The map always stood third, and nothing else did: its place can't be told from it.
    assert_eq!(learned.unlinked, [3, 4]);
    assert_eq!(learned.examination.iter().map(|(rank, _)| *rank).collect::<Vec<_>>(), [1, 2]);
    let qrels = learned.qrels();
    let grades: Vec<_> =
        qrels.grades(&learned.topics[0].id).unwrap().iter().map(|(d, grade)| (d.as_str(), *grade)).collect();
    assert_eq!(grades, [("cod", 0), ("treaty", 3)]);
    let treaty = &learned.judgments[1];
    assert!((treaty.attractiveness - 0.75).abs() < 0.3 && treaty.examinations > 20.0, "{treaty:?}");
    // Thresholds and minimum are the caller's.
    let strict = Settings { language: Language::ENGLISH, minimum: 41, ..Settings::default() };
    assert!(learn(&log(), &strict).topics.is_empty() && learn(&log(), &strict).judgments.is_empty());
}

#[test]
fn what_was_learned_is_a_collection() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("topics.tsv");
    let mut learned = learn(&log(), &Settings { language: Language::ENGLISH, ..Settings::default() });
    learned.topics[0].query = "cod\t straits".into();
    learned.topics().write(&path).unwrap();
    let topics = Topics::read(&path).unwrap();
    let told: Vec<_> = topics.iter().map(|topic| topic.query.as_str()).collect();
    assert_eq!(told, ["cod straits"]);
    assert!(learned.qrels().topics().eq(topics.iter().map(|topic| topic.id.as_str())));
}

#[test]
fn the_name_of_a_topic_depends_on_its_meaning_alone() {
    let settings = Settings { language: Language::ENGLISH, minimum: 1, ..Settings::default() };
    let id = |query: &str| learn(&[search(query, 1, &[], &[])], &settings).topics[0].id.clone();
    assert_eq!(id("cod straits"), id("STRAIT cods"));
    assert_ne!(id("cod straits"), id("cod"));
}
