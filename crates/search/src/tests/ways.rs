//! Orders, pages and the way to the last hit.

use std::collections::BTreeSet;

use super::{QUERIES, SAMPLE, house, statement, strict};
use crate::{Layout, LineSort, Matching, Request, SearchError, Sort};

#[test]
fn going_on_from_page_to_page_gives_every_hit_once_in_every_order() {
    for query in QUERIES.into_iter().step_by(3) {
        for sort in Sort::ALL {
            let whole = SAMPLE.ids(&Request { sort, ..strict(query) });
            let mut request = Request { sort, per_page: 7, ..strict(query) };
            let (mut paged, mut page) = (Vec::new(), 0);
            loop {
                let answer = SAMPLE.search(&request);
                assert_eq!(answer.total, whole.len() as u64);
                page += 1;
                let numbered = SAMPLE.search(&Request { after: None, page, ..request.clone() });
                assert_eq!(numbered.hits, answer.hits, "{query} {sort} {page}");
                paged.extend(answer.hits.into_iter().map(|hit| hit.id));
                match answer.next {
                    Some(next) => request.after = Some(next.to_string().parse().unwrap()),
                    None => break,
                }
            }
            assert_eq!(paged, whole, "{query} {sort}");
            assert_eq!(paged.iter().map(ToString::to_string).collect::<BTreeSet<_>>().len(), paged.len());
        }
    }
}

#[test]
fn orders_are_what_they_say() {
    let hits = |sort| SAMPLE.all(&Request { sort, ..strict("security OR безопасность") });
    let days =
        |sort| -> Vec<_> { hits(sort).iter().map(|hit| hit.date.map(|own| own.first_day())).collect() };
    let mut oldest = days(Sort::Oldest);
    assert!(oldest.iter().flatten().count() > 5);
    let dated = oldest.iter().flatten().count();
    oldest.truncate(dated);
    assert!(oldest.is_sorted() && oldest[0].is_some(), "those without a date come last");
    let mut newest = days(Sort::Newest);
    newest.truncate(dated);
    newest.reverse();
    assert!(newest.is_sorted() && newest[0].is_some());
    let named = hits(Sort::Speaker);
    let names: Vec<_> = named
        .iter()
        .map_while(|hit| hit.speakers.iter().map(|speaker| speaker.name.as_str()).min())
        .collect();
    assert!(names.len() > 5 && names.is_sorted());
    assert!(named[names.len()..].iter().all(|hit| hit.speakers.is_empty()));
    let scores: Vec<_> = hits(Sort::Relevance).iter().map(|hit| hit.score.unwrap()).collect();
    assert!(scores.is_sorted_by(|own, next| own >= next));
    let ids = |sort| SAMPLE.ids(&Request { sort, ..strict("security") });
    let (longest, shortest) = (ids(Sort::Longest), ids(Sort::Shortest));
    assert_eq!(longest.first(), shortest.last());
    assert_ne!(longest, shortest);
}

#[test]
fn answers_reach_to_the_last_hit_however_many_there_are() {
    let text = "word ".repeat(10);
    let many = house((0..1_050).map(|n| statement(&format!("s{n:05}"), "", &[text.trim()])).collect());
    let answer = many.search(&Request { page: 11, per_page: 100, ..strict("word") });
    assert_eq!((answer.total, answer.hits.len(), answer.next), (1_050, 50, None));
    let before = many.search(&Request { page: 10, per_page: 100, ..strict("word") });
    let from_there = many.search(&Request { after: before.next, per_page: 100, ..strict("word") });
    assert_eq!(from_there.hits, answer.hits);
    let all = many.ids(&strict("word"));
    assert_eq!(all.len(), 1_050);
    assert_eq!(all.last(), answer.hits.last().map(|hit| &hit.id));
    // At 1,000 columns on each side 10,000 lines are as many as can be sorted.
    let wide = Layout { sort: LineSort::Left, width: 1000, ..Layout::default() };
    let refused = many.searcher.visit_lines(&strict("word"), wide, |_| Ok::<(), SearchError>(()));
    let refused = refused.unwrap_err().to_string();
    let expected = "10500 lines are too many to sort by context, which is done up to 10000";
    assert!(refused.starts_with(expected), "{refused}");
    assert_eq!(many.lines(&strict("word"), Layout { sort: LineSort::Hits, ..wide }).len(), 10_500);
}

#[test]
fn a_query_that_matches_everything_is_exported_in_full_with_what_was_known_of_each() {
    let hits = SAMPLE.all(&strict(""));
    assert_eq!(hits.len(), SAMPLE.statements.len());
    for hit in hits {
        let statement = SAMPLE.statements.iter().find(|own| own.id == hit.id).unwrap();
        assert_eq!((&hit.title.text, &hit.speakers), (&statement.title, &statement.speakers));
        assert_eq!((&hit.event, hit.date), (&statement.event, statement.date));
        assert!(hit.passages.is_empty());
    }
}

#[test]
fn an_export_ends_where_its_reader_has_enough() {
    let mut seen = 0;
    let ended = SAMPLE.searcher.visit_hits(&strict(""), false, |_| {
        seen += 1;
        if seen == 3 { Err(SearchError::TooManyLines { found: 0, most: 0 }) } else { Ok(()) }
    });
    assert!(ended.is_err());
    assert_eq!(seen, 3);
}

#[test]
fn what_a_score_is_made_of_adds_up_to_it() {
    for query in QUERIES.into_iter().chain(["strait OR (the states)"]) {
        for (matching, hit) in [Matching::All, Matching::Any].into_iter().flat_map(|matching| {
            let hits = SAMPLE.search(&Request { matching, ..Request::new(query) }).hits;
            hits.into_iter().map(move |hit| (matching, hit))
        }) {
            let request = Request { matching, ..Request::new(query) };
            let parts = SAMPLE.searcher.explain(&request, &hit.id).unwrap();
            let sum: f32 = parts.unwrap_or_default().iter().map(|part| part.score).sum();
            let score = hit.score.unwrap();
            assert!(
                (sum - score).abs() <= 1e-3 * score.abs().max(1.0),
                "{query} {}: {sum} for {score}",
                hit.id
            );
        }
    }
    let foreign = SAMPLE.search(&strict("volcano OR herring")).hits.remove(0).id;
    assert_eq!(SAMPLE.searcher.explain(&strict("nosuchword"), &foreign).unwrap(), None);
}
