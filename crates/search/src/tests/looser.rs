//! What is searched instead of a query that finds nothing.

use super::{SAMPLE, house, statement, strict};
use crate::{Facet, Filters, Matching, Relaxation, Request, Step};

fn relaxed(query: &str) -> Relaxation {
    let answer = SAMPLE.search(&Request::new(query));
    let relaxation = answer.relaxed.unwrap_or_else(|| panic!("{query} is not relaxed"));
    assert_eq!(answer.understood, relaxation.query);
    // What it says can be asked for, and has the same hits.
    let again = Request { matching: relaxation.matching, ..Request::new(&relaxation.query) };
    let same = SAMPLE.search(&again);
    assert_eq!((same.total, &same.hits, &same.relaxed), (answer.total, &answer.hits, &None), "{query}");
    for hit in &answer.hits {
        let parts = SAMPLE.searcher.explain(&Request::new(query), &hit.id).unwrap();
        assert!(parts.is_some_and(|parts| !parts.is_empty()), "{query}: {}", hit.id);
    }
    relaxation
}

#[test]
fn a_misspelt_word_is_read_as_those_like_it() {
    let own = relaxed("sekurity strait");
    assert_eq!((own.step, own.matching), (Step::Spelling, Matching::All));
    assert_eq!(own.replaced.len(), 1);
    assert_eq!(own.replaced[0].0, "sekurity");
    assert!(own.replaced[0].1.contains(&"security".to_owned()), "{:?}", own.replaced);
    assert_eq!(own.left_out, [""; 0]);
    let numbers = SAMPLE.search(&Request::new("2039"));
    assert_eq!((numbers.total, numbers.relaxed), (0, None), "another year was not meant");
    let alone = relaxed("безопастность");
    assert_eq!((alone.step, alone.replaced[0].1.is_empty()), (Step::Spelling, false));
}

#[test]
fn more_than_half_of_the_words_come_before_any_of_them() {
    let most = relaxed("grey strait volcano");
    assert_eq!((most.step, most.left_out.as_slice()), (Step::Most, &["volcano".to_owned()][..]));
    let any = relaxed("strait volcano xylophone glacier");
    assert_eq!(any.step, Step::Any);
    assert!(any.left_out.contains(&"xylophone".to_owned()) && !any.left_out.contains(&"strait".to_owned()));
}

#[test]
fn what_was_meant_exactly_is_never_left_out() {
    for query in [
        "\"strait grey volcano\" security",
        "strait -strait",
        "title:volcano strait",
        "speaker:nobody",
        "lang:xh strait",
        "xylophone AND strait",
        "para(volcano strait)",
        "volcano NEAR/3 strait",
        "=xylophone strait",
    ] {
        let answer = SAMPLE.search(&Request::new(query));
        assert_eq!((answer.total, answer.relaxed), (0, None), "{query}");
    }
    let own = relaxed("\"grey strait\" volcano xylophone security -lang:ru");
    assert!(own.query.contains("\"grey strait\"") && own.query.contains("-lang:ru"), "{}", own.query);
    for hit in SAMPLE.all(&Request { matching: own.matching, ..Request::new(&own.query) }) {
        let phrase = strict("\"grey strait\" -lang:ru");
        assert!(SAMPLE.ids(&phrase).contains(&hit.id));
    }
}

#[test]
fn filters_hold_in_every_step() {
    let filters = Filters::default().with(Facet::Language, "fr");
    let request = Request { filters: filters.clone(), ..Request::new("détroit volcan xylophone") };
    let answer = SAMPLE.search(&request);
    assert!(answer.total > 0 && answer.relaxed.is_some());
    let french = SAMPLE.ids(&Request { filters, ..strict("") });
    assert!(answer.hits.iter().all(|hit| french.contains(&hit.id)));
}

#[test]
fn modes_that_were_chosen_are_kept_and_what_finds_something_is_not_relaxed() {
    for matching in [Matching::All, Matching::Most, Matching::Any] {
        let answer = SAMPLE.search(&Request { matching, ..Request::new("volcano xylophone") });
        assert_eq!((answer.total, answer.relaxed), (0, None));
    }
    for query in ["strait", "", "secur*"] {
        let (usual, all) = (SAMPLE.search(&Request::new(query)), SAMPLE.search(&strict(query)));
        assert_eq!(usual, all);
    }
    let figures = Request::new("grey strait volcano");
    assert_eq!(SAMPLE.searcher.extent(&figures).unwrap().lines, 0);
    assert_eq!(SAMPLE.ids(&figures).len(), 0);
}

#[test]
fn pages_of_a_relaxed_answer_follow_each_other() {
    let few = house((0..25).map(|n| statement(&format!("s{n}"), "", &["border mission"])).collect());
    let first = few.search(&Request::new("border misssion"));
    assert_eq!(first.relaxed.as_ref().map(|own| own.step), Some(Step::Spelling));
    let second = few.search(&Request { after: first.next, ..Request::new("border misssion") });
    let third = few.search(&Request { after: second.next, ..Request::new("border misssion") });
    assert_eq!((second.hits.len(), third.hits.len(), third.next), (10, 5, None));
}

#[test]
fn what_a_wildcard_stands_for_is_told() {
    let answer = SAMPLE.search(&Request::new("secur*"));
    let words = &answer.expansions[0].words;
    assert!(words.contains(&"security".to_owned()), "{words:?}");
    let words = (0..60).map(|n| statement(&format!("s{n}"), "", &[format!("sanct{n:02}").as_str()]));
    let many = house(words.collect()).search(&Request::new("peace OR sanct*"));
    assert_eq!(many.notes[0].message, "sanct* fits 60 words; the 50 most frequent are searched.");
    assert_eq!(many.notes[0].span, 9..15);
    assert_eq!(many.total, 50);
}
