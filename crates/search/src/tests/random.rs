//! Queries put together at random: whatever is asked, what is counted, listed, scored and explained agrees.

use proptest::prelude::*;

use super::{SAMPLE, strict};
use crate::{Facet, Layout, Request};

/// Words of the sample in several languages, patterns, quotations, fields and what joins them.
const PIECES: [&str; 44] = [
    "strait",
    "grey",
    "states",
    "mission",
    "border",
    "herring",
    "nets",
    "vessels",
    "fishing",
    "security",
    "пролив",
    "безопасность",
    "миссия",
    "détroit",
    "pêche",
    "estrecho",
    "安全",
    "灰海峡",
    "مياه",
    "the",
    "fish*",
    "m?ssion",
    "secur*",
    "borde~",
    "strayt~2",
    "=states",
    "\"grey strait\"",
    "\"strait states\"~6",
    "title:strait",
    "speaker:tolvane",
    "lang:ru",
    "kind:speech",
    "date:2010..2021",
    "OR",
    "AND",
    "NOT",
    "NEAR/4",
    "NEAR/20",
    "(",
    ")",
    "para(",
    "-",
    "^3",
    "^0.2",
];

fn query() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&PIECES[..]);
    prop::collection::vec(piece, 1..9).prop_map(|pieces| {
        let query = pieces.join(" ");
        // Weights and exclusions stand close to what they are of.
        query.replace(" ^", "^").replace("- ", "-").replace("para( ", "para(")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn everything_agrees(query in query()) {
        let request = Request { per_page: 100, facets: Facet::ALL.to_vec(), ..strict(&query) };
        let answer = SAMPLE.search(&request);
        let extent = SAMPLE.searcher.extent(&request).unwrap();
        prop_assert_eq!(extent.statements, answer.total);
        prop_assert_eq!(answer.hits.len() as u64, answer.total);
        prop_assert_eq!(SAMPLE.lines(&request, Layout::default()).len() as u64, extent.lines);
        for facet in Facet::ALL {
            let trends = SAMPLE.searcher.trends(&request, facet).unwrap();
            prop_assert_eq!((trends.total.statements, trends.total.occurrences), (extent.statements, extent.lines));
            let counts = answer.facets.iter().find(|own| own.facet == facet).unwrap();
            for value in &counts.values {
                let row = trends.rows.iter().find(|row| row.value.as_deref() == Some(&value.value));
                prop_assert_eq!(row.map(|row| row.statements), Some(value.statements));
            }
        }
        for hit in &answer.hits {
            let parts = SAMPLE.searcher.explain(&request, &hit.id).unwrap();
            let sum: f32 = parts.unwrap_or_default().iter().map(|part| part.score).sum();
            let score = hit.score.unwrap_or_default();
            prop_assert!((sum - score).abs() <= 1e-3 * score.max(1.0), "{}: {sum} for {score}", hit.id);
        }
        let forgiving = SAMPLE.search(&Request { matching: Default::default(), ..request.clone() });
        match &forgiving.relaxed {
            None => prop_assert_eq!(&forgiving, &answer),
            Some(relaxed) => {
                prop_assert_eq!(answer.total, 0);
                prop_assert!(forgiving.total > 0);
                let again = Request { query: relaxed.query.clone(), matching: relaxed.matching, ..request };
                prop_assert_eq!(SAMPLE.search(&again).hits, forgiving.hits);
            }
        }
    }
}
