use proptest::prelude::*;
use verbale_query::{Factor, Query};
use verbale_statement::{Field, Speaker, Statement};

use crate::fixture::{House, house, planned, statement};
use crate::{Clause, Engine, Facet, Frequency, Order, Plan, Ranking, Require};

fn word(text: &str) -> Query {
    Query::Word { field: None, text: text.into() }
}

fn near(words: [&str; 2], gap: u32) -> Query {
    Query::Near { clauses: words.map(word).into(), gap }
}

fn found(house: &House, query: &Query) -> Vec<String> {
    let engine = house.index.engine().unwrap();
    let hits = engine.search(&planned(&engine, query, Require::All, 100)).unwrap().hits;
    let mut ids: Vec<_> = hits.into_iter().map(|hit| hit.id.to_string()).collect();
    ids.sort();
    ids
}

fn library() -> House {
    let mut apart = statement(
        "apart",
        "Sanctions against herring",
        &[("en", "Whales live in the strait."), ("en", "The sanctioned Government fishes.")],
    );
    apart.date = Some("2019-03".parse().unwrap());
    apart.speakers = ["Mira Tolvane", "Ans Bel"]
        .map(|name| Speaker { name: name.into(), role: None, affiliation: None })
        .into();
    let mut close = statement(
        "close",
        "Strait",
        &[
            ("en", "Whales and the old grey strait, where nobody is to hunt whales."),
            ("ru", "Санкции и киты пролива."),
        ],
    );
    close.date = Some("2021".parse().unwrap());
    close.organisation = Some("Council of the Grey Strait".into());
    house(&[apart, close, statement("other", "Réfugiés", &[("fr", "Le détroit gris, décolonisation.")])])
}

#[test]
fn words_near_each_other_stand_in_one_paragraph() {
    let house = library();
    assert_eq!(found(&house, &near(["whale", "strait"], 4)), ["apart", "close"]);
    assert_eq!(found(&house, &near(["whales", "strait"], 3)), ["apart"]);
    assert_eq!(found(&house, &near(["strait", "sanctioned"], 50)), Vec::<String>::new());
    let quotation = Query::Loose { field: None, text: "strait grey".into(), gap: 0 };
    assert_eq!(found(&house, &quotation), ["close"]);
    let of_field = Query::Loose { field: Some(Field::Organisation), text: "strait council".into(), gap: 3 };
    assert_eq!(found(&house, &of_field), ["close"]);
}

#[test]
fn one_paragraph_meets_all_of_a_condition_or_none_does() {
    let house = library();
    let both = |second: Query| Query::Paragraph(Box::new(Query::And(vec![word("whales"), second])));
    assert_eq!(found(&house, &both(word("strait"))), ["apart", "close"]);
    assert_eq!(found(&house, &both(word("government"))), Vec::<String>::new());
    assert_eq!(found(&house, &both(Query::Not(Box::new(word("grey"))))), ["apart"]);
}

#[test]
fn patterns_and_similar_words_find_forms_as_they_stand() {
    let house = library();
    let wildcard = |text: &str| Query::Wildcard { field: None, text: text.into() };
    assert_eq!(found(&house, &wildcard("sanction*")), ["apart"]);
    assert_eq!(found(&house, &wildcard("d*colonisation")), ["other"]);
    assert_eq!(found(&house, &wildcard("санкц*")), ["close"]);
    assert_eq!(found(&house, &wildcard("sanction?")), ["apart"]);
    let fuzzy = |text: &str| Query::Fuzzy { field: None, text: text.into(), distance: None };
    assert_eq!(found(&house, &fuzzy("goverment")), ["apart"]);
    assert_eq!(found(&house, &fuzzy("refugees")), ["other"]);
    let exact = Query::Exact { field: None, text: "whale".into() };
    assert_eq!(found(&house, &exact), Vec::<String>::new());
    let of_speaker = Query::Wildcard { field: Some(Field::Speaker), text: "tolv*".into() };
    assert_eq!(found(&house, &of_speaker), ["apart"]);
}

#[test]
fn a_pattern_tells_which_words_it_stands_for() {
    let house = library();
    let engine = house.index.engine().unwrap();
    let query = Query::Wildcard { field: None, text: "s*a*".into() };
    let clause = Clause::new(&query, Require::All, &engine.languages().unwrap());
    let expanded = engine.expand(clause, 2).unwrap();
    let [expansion] = expanded.expansions.as_slice() else { panic!("{expanded:?}") };
    assert_eq!((expansion.pattern.as_str(), expansion.found), ("s*a*", Some(3)));
    assert_eq!(expansion.words, ["strait", "sanctioned"]);
}

#[test]
fn a_weight_multiplies_what_a_condition_adds() {
    let house = library();
    let engine = house.index.engine().unwrap();
    let score = |query: &Query| {
        let plan = planned(&engine, query, Require::All, 1);
        let hit = engine.search(&plan).unwrap().hits.remove(0);
        let added = engine.explain(&plan, &hit.id).unwrap().unwrap();
        let sum: f32 = added.iter().map(|word| word.score).sum();
        let score = hit.score.unwrap();
        assert!((sum - score).abs() < 1e-4, "{added:?} {score}");
        score
    };
    for query in
        [word("sanctioned"), near(["whales", "strait"], 3), Query::Paragraph(Box::new(word("whales")))]
    {
        let boosted =
            Query::Boost { query: Box::new(query.clone()), factor: Factor::hundredths(250).unwrap() };
        assert!((score(&boosted) - 2.5 * score(&query)).abs() < 1e-4);
    }
}

#[test]
fn newer_statements_count_more_if_age_counts() {
    let house = library();
    let engine = house.index.engine().unwrap();
    let plan = planned(&engine, &Query::Or(vec![word("whales"), word("gris")]), Require::All, 10);
    let plan = |recency| Plan { ranking: Ranking { recency, ..Ranking::default() }, ..plan.clone() };
    let score = |recency, id: &str| {
        let hits = engine.search(&plan(recency)).unwrap().hits;
        let hit = hits.iter().find(|hit| hit.id.as_str() == id).unwrap();
        let added = engine.explain(&plan(recency), &hit.id).unwrap().unwrap();
        let sum: f32 = added.iter().map(|word| word.score).sum();
        assert!((sum - hit.score.unwrap()).abs() < 1e-4);
        sum
    };
    let factor = |id| score(1.0, id) / score(0.0, id);
    assert!((factor("close") - 2.0).abs() < 1e-4, "the latest one");
    assert!(factor("apart") > 1.5 && factor("apart") < 2.0, "two years older");
    assert!((factor("other") - 1.0).abs() < 1e-4, "without a date");
}

#[test]
fn facets_count_statements_by_each_of_their_values() {
    let house = library();
    let engine = house.index.engine().unwrap();
    let counts = engine.facets(&Clause::Everything, &Facet::ALL).unwrap();
    let told = |facet: Facet| {
        let place = Facet::ALL.iter().position(|own| *own == facet).unwrap();
        counts[place].iter().map(|own| format!("{} {}", own.value, own.statements)).collect::<Vec<_>>()
    };
    assert_eq!(told(Facet::Language), ["en 2", "fr 1", "ru 1"]);
    assert_eq!(told(Facet::Speaker), ["Ans Bel 1", "Mira Tolvane 1"]);
    assert_eq!(told(Facet::Year), ["2019 1", "2021 1"]);
    let is = Clause::Is { facet: Facet::Speaker, value: "Ans Bel".into() };
    assert_eq!(engine.facets(&is, &[Facet::Language]).unwrap()[0].len(), 1);
}

#[test]
fn frequencies_count_what_is_shown_and_the_words_among_which_it_stands() {
    let house = library();
    let engine = house.index.engine().unwrap();
    let clause = |query: &Query| Clause::new(query, Require::All, &engine.languages().unwrap());
    let by_year =
        engine.frequencies(&clause(&word("whales")), &Clause::Everything, Some(Facet::Year)).unwrap();
    let year = |value: &str, statements, occurrences, words| Frequency {
        value: Some(value.into()),
        statements,
        occurrences,
        words,
    };
    assert_eq!(by_year.values, [year("2019", 1, 1, 12), year("2021", 1, 2, 17)]);
    let all =
        engine.frequencies(&clause(&near(["whales", "strait"], 3)), &Clause::Everything, None).unwrap().all;
    assert_eq!((all.statements, all.occurrences, all.words), (1, 2, 34));
    assert_eq!(engine.frequencies(&Clause::Nothing, &Clause::Nothing, None).unwrap().all.words, 0);
}

#[test]
fn what_is_deleted_is_neither_counted_nor_listed() {
    let mut house = library();
    house.archive.put(&statement("close", "Herring", &[("en", "Herring.")])).unwrap();
    house.index.follow(&house.archive, false, &mut |_, _| ()).unwrap();
    let engine = house.index.engine().unwrap();
    let clause = Clause::new(&word("whales"), Require::All, &engine.languages().unwrap());
    let sums = engine.frequencies(&clause, &Clause::Everything, None).unwrap().all;
    assert_eq!((sums.statements, sums.occurrences, sums.words), (1, 1, 19));
    assert_eq!(engine.facets(&clause, &[Facet::Year]).unwrap()[0].len(), 1);
}

/// Statements of few words, speakers and days, spread over several segments.
fn shelf(texts: &[Vec<(u8, String)>]) -> House {
    let statement = |index: usize, (chance, text): &(u8, String)| -> Statement {
        let mut own = statement(&format!("s{index}"), "", &[("en", text.as_str())]);
        if chance % 5 > 0 {
            own.date = Some(format!("20{:02}", 10 + chance % 7).parse().unwrap());
        }
        if chance % 4 > 0 {
            let name = ["Bel", "Ans", "Élan"][usize::from(chance % 3)].to_owned();
            own.speakers = vec![Speaker { name, role: None, affiliation: None }];
        }
        own
    };
    let mut house = house(&[]);
    let mut count = 0;
    for chunk in texts {
        for text in chunk {
            house.archive.put(&statement(count, text)).unwrap();
            count += 1;
        }
        house.index.follow(&house.archive, false, &mut |_, _| ()).unwrap();
    }
    house
}

const ORDERS: [Order; 6] =
    [Order::Relevance, Order::Newest, Order::Oldest, Order::Speaker, Order::Longest, Order::Shortest];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A page is a part of the whole list, however it is asked for; the whole list is scored without any pruning.
    #[test]
    fn pages_put_together_are_the_whole_list(
        texts in prop::collection::vec(prop::collection::vec((any::<u8>(), "([abcd] ){1,8}"), 1..12), 1..4),
        size in 1_usize..5,
    ) {
        let house = shelf(&texts);
        let engine = house.index.engine().unwrap();
        let query = Query::Words(["b", "c", "d"].map(word).into());
        let ranking = Ranking { recency: f32::from(texts[0][0].0 % 3), ..Ranking::default() };
        for (order, query) in ORDERS.into_iter().flat_map(|order| [(order, &query), (order, &Query::All)]) {
            let plan = Plan { order, ranking, ..planned(&engine, query, Require::Any, 1000) };
            let whole = engine.search(&plan).unwrap();
            let mut after = None;
            let mut pages = Vec::new();
            loop {
                let page = engine.search(&Plan { after, limit: size, ..plan.clone() }).unwrap();
                prop_assert_eq!(page.total, whole.total);
                prop_assert_eq!(page.total, whole.hits.len() as u64);
                after = page.hits.last().map(|hit| hit.after.clone());
                if after.is_none() {
                    break;
                }
                pages.extend(page.hits);
            }
            prop_assert_eq!(&pages, &whole.hits, "{:?}", order);
            for offset in [1, size] {
                let part = engine.search(&Plan { offset, limit: size, ..plan.clone() }).unwrap().hits;
                let end = (offset + size).min(whole.hits.len());
                prop_assert_eq!(part.as_slice(), whole.hits.get(offset..end).unwrap_or_default());
            }
        }
    }
}
