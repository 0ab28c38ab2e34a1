//! Whatever way something is counted, it is as much.

use std::collections::BTreeSet;

use super::{QUERIES, SAMPLE, house, statement, strict};
use crate::{Facet, Filters, Layout, LineSort, Request};

fn filtered(query: &str) -> Vec<Request> {
    let with = |facet, values: &[&str]| {
        let mut filters = Filters::default();
        values.iter().for_each(|value| filters.add(facet, value).unwrap());
        Request { filters, ..strict(query) }
    };
    let plain = strict(query);
    let dated = Request { from: "2012".parse().ok(), to: "2021-06".parse().ok(), ..strict(query) };
    vec![plain, dated, with(Facet::Language, &["ru", "fr"]), with(Facet::Kind, &["speech"])]
}

#[test]
fn lines_of_a_concordance_are_occurrences_of_trends_and_statements_are_hits() {
    for query in QUERIES {
        for request in filtered(query) {
            let total = SAMPLE.search(&request).total;
            assert_eq!(SAMPLE.ids(&request).len() as u64, total, "{query}");
            let lines = SAMPLE.lines(&request, Layout::default()).len() as u64;
            let extent = SAMPLE.searcher.extent(&request).unwrap();
            assert_eq!((extent.statements, extent.lines), (total, lines), "{query}");
            let trends = SAMPLE.searcher.trends(&request, Facet::Language).unwrap();
            let whole = &trends.total;
            assert_eq!((whole.statements, whole.occurrences), (total, lines), "{query}");
        }
    }
}

#[test]
fn rows_of_trends_are_what_their_values_find() {
    for query in QUERIES {
        for facet in Facet::ALL {
            let trends = SAMPLE.searcher.trends(&strict(query), facet).unwrap();
            // With so many values as there are of speakers each third one will do.
            for row in trends.rows.iter().filter(|row| row.statements > 0).step_by(3) {
                let value = row.value.as_deref().unwrap();
                let filters = Filters::default().with(facet, value);
                let request = Request { filters, ..strict(query) };
                let extent = SAMPLE.searcher.extent(&request).unwrap();
                let own = (row.statements, row.occurrences);
                assert_eq!(own, (extent.statements, extent.lines), "{query} {facet} {value}");
                assert!(row.words > 0 && row.words <= trends.total.words);
            }
        }
    }
}

#[test]
fn facets_count_what_a_filter_finds_under_all_other_filters() {
    for query in QUERIES {
        for request in filtered(query) {
            let request = Request { facets: Facet::ALL.to_vec(), facet_values: usize::MAX, ..request };
            let answer = SAMPLE.search(&request);
            assert_eq!(answer.facets.iter().map(|own| own.facet).collect::<Vec<_>>(), Facet::ALL);
            for counts in &answer.facets {
                for value in counts.values.iter().step_by(9) {
                    let mut filters = request.filters.clone();
                    for own in request.filters.of(counts.facet) {
                        filters = filters.without(counts.facet, own);
                    }
                    let filters = filters.with(counts.facet, value.value.as_str());
                    let found = SAMPLE.search(&Request { filters, ..request.clone() }).total;
                    assert_eq!(found, value.statements, "{query} {} {}", counts.facet, value.value);
                }
            }
        }
    }
}

#[test]
fn several_values_of_a_facet_are_alternatives_and_facets_hold_together() {
    let of = |filters: Filters| -> BTreeSet<String> {
        let request = Request { filters, ..strict("") };
        SAMPLE.ids(&request).iter().map(ToString::to_string).collect()
    };
    let none = Filters::default();
    let russian = of(none.with(Facet::Language, "ru"));
    let french = of(none.with(Facet::Language, "fr"));
    let speeches = of(none.with(Facet::Kind, "speech"));
    assert!(!russian.is_empty() && !french.is_empty() && !speeches.is_empty());
    let either = none.with(Facet::Language, "ru").with(Facet::Language, "fr");
    assert_eq!(of(either.clone()), &russian | &french);
    assert_eq!(of(either.with(Facet::Kind, "speech")), &(&russian | &french) & &speeches);
    assert!(of(none.with(Facet::Speaker, "tolvane")).is_empty(), "values are taken letter by letter");
}

#[test]
fn a_value_that_is_filtered_by_is_listed_whatever_it_counts() {
    let filters = Filters::default().with(Facet::Language, "zh").with(Facet::Year, "1801");
    let facets = vec![Facet::Language, Facet::Year];
    let answer = SAMPLE.search(&Request { filters, facets, facet_values: 1, ..strict("strait") });
    assert_eq!(answer.total, 0);
    let shown = |index: usize| -> Vec<_> {
        let values = answer.facets[index].values.iter();
        values.map(|own| (own.value.as_str(), own.statements, own.selected)).collect()
    };
    assert_eq!(shown(0), [("zh", 0, true)]);
    assert_eq!(shown(1), [("1801", 0, true)]);
    let cut = SAMPLE.search(&Request { facets: vec![Facet::Year], facet_values: 2, ..strict("") });
    assert_eq!(cut.facets[0].values.len(), 2);
    assert!(cut.facets[0].different > 2);
    assert_eq!(SAMPLE.search(&strict("")).facets, []);
}

#[test]
fn words_are_counted_among_what_filters_let_through_in_the_query_or_beside_it() {
    let words = |request: &Request| SAMPLE.searcher.trends(request, Facet::Year).unwrap().total.words;
    let all = words(&strict(""));
    assert_eq!(words(&strict("strait")), all);
    let russian =
        words(&Request { filters: Filters::default().with(Facet::Language, "ru"), ..strict("пролив") });
    assert!(russian > 0 && russian < all);
    assert_eq!(words(&strict("пролив lang:ru")), russian);
}

#[test]
fn a_concordance_is_the_same_lines_in_every_order() {
    for query in ["security", "безопасность", "安全", "strait NEAR/8 vessels", "\"grey strait\""]
    {
        let sorted = |sort| {
            let lines = SAMPLE.lines(&strict(query), Layout { sort, ..Layout::default() });
            let mut known: Vec<_> = lines
                .iter()
                .map(|line| {
                    format!("{} {:?} {}{}{}", line.id, line.paragraph, line.left, line.keyword, line.right)
                })
                .collect();
            known.sort();
            (known, lines)
        };
        let (known, by_hits) = sorted(LineSort::Hits);
        assert!(!known.is_empty(), "{query}");
        for sort in [LineSort::Date, LineSort::Left, LineSort::Right] {
            let (own, lines) = sorted(sort);
            assert_eq!(own, known, "{query}");
            let part = Layout { sort, skip: 2, limit: Some(3), ..Layout::default() };
            let expected: Vec<_> = lines.iter().skip(2).take(3).cloned().collect();
            assert_eq!(SAMPLE.lines(&strict(query), part), expected);
        }
        let dates: Vec<_> = sorted(LineSort::Date).1.iter().filter_map(|line| line.date).collect();
        assert!(dates.windows(2).all(|pair| pair[0].first_day() <= pair[1].first_day()));
        let of_hits: Vec<_> = SAMPLE.ids(&strict(query));
        let mut place = 0;
        for line in by_hits {
            place += of_hits[place..].iter().position(|id| *id == line.id).unwrap();
        }
    }
}

#[test]
fn lines_are_sorted_by_the_nearest_words_first() {
    let paragraphs = ["Red lorry, then", "The blue lorry stops", "A Blue lorry: éa", "The éa lorry", "lorry"];
    let few = house(vec![statement("a", "", &paragraphs)]);
    let order = |sort| -> Vec<usize> {
        let lines = few.lines(&strict("lorry"), Layout { sort, ..Layout::default() });
        lines.iter().filter_map(|line| line.paragraph).collect()
    };
    assert_eq!(order(LineSort::Hits), [1, 2, 3, 4, 5]);
    assert_eq!(order(LineSort::Left), [5, 3, 2, 4, 1]);
    assert_eq!(order(LineSort::Right), [4, 5, 3, 2, 1]);
}

#[test]
fn a_line_is_a_piece_of_its_paragraph() {
    for query in QUERIES {
        for line in SAMPLE.lines(&strict(query), Layout { width: 30, ..Layout::default() }) {
            let statement = SAMPLE.statements.iter().find(|own| own.id == line.id).unwrap();
            let text = match line.paragraph {
                None => &statement.title,
                Some(number) => &statement.paragraphs[number - 1].text,
            };
            let piece = format!("{}{}{}", line.left, line.keyword, line.right);
            assert!(text.contains(&piece), "{piece}");
            assert!(!line.keyword.is_empty());
            assert!(line.left.chars().count() <= 30 && line.right.chars().count() <= 30);
        }
    }
}
