//! The order of hits, and pages of them.

use std::cmp::Reverse;

use proptest::prelude::*;
use verbale_index::{Engine, Match, Order, Plan};

use crate::corpus::Entry;
use crate::world::World;

/// Every order that there is.
pub const ORDERS: [Order; 6] =
    [Order::Relevance, Order::Newest, Order::Oldest, Order::Speaker, Order::Longest, Order::Shortest];

/// Fails if the hits of `plan`, all of them, are not in the order that it asks for, or if pages of `size` hits are not
/// parts of the same.
pub fn in_order(world: &World, plan: &Plan, met: &[&Entry], size: usize) -> Result<(), TestCaseError> {
    let hits = world.engine.search(plan).unwrap().hits;
    if plan.order == Order::Relevance {
        let falls = |pair: &[Match]| {
            let [first, second] = pair else { return true };
            let by_id = || first.id.as_str() < second.id.as_str();
            first.score > second.score || first.score == second.score && by_id()
        };
        prop_assert!(hits.windows(2).all(falls), "scores rise in {:?}", hits);
    } else {
        let ids: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
        prop_assert_eq!(ids, sorted(met, plan.order), "{:?}", plan.order);
    }
    for (number, page) in hits.chunks(size).enumerate().take(3) {
        let by_offset = Plan { offset: number * size, limit: size, ..plan.clone() };
        let found = world.engine.search(&by_offset).unwrap();
        prop_assert_eq!(found.total as usize, met.len());
        prop_assert_eq!(&found.hits, page, "page {}", number);
        let before = (number * size).checked_sub(1).map(|last| hits[last].after.clone());
        let by_place = Plan { after: before, limit: size, ..plan.clone() };
        prop_assert_eq!(
            &world.engine.search(&by_place).unwrap().hits,
            page,
            "from the end of page {}",
            number
        );
    }
    Ok(())
}

/// The ids of statements in an order, ties by the ids.
fn sorted<'e>(met: &[&'e Entry], order: Order) -> Vec<&'e str> {
    let mut sorted = met.to_vec();
    let id = |entry: &&Entry| entry.statement.id.as_str().to_owned();
    let day = |entry: &&Entry| entry.statement.date.map(|date| date.first_day());
    match order {
        Order::Relevance => {}
        Order::Newest => sorted.sort_by_key(|entry| (day(entry).is_none(), Reverse(day(entry)), id(entry))),
        Order::Oldest => sorted.sort_by_key(|entry| (day(entry).is_none(), day(entry), id(entry))),
        Order::Speaker => sorted.sort_by_key(|entry| {
            let name = entry.statement.speakers.first().map(|speaker| speaker.name.clone());
            (name.is_none(), name, id(entry))
        }),
        Order::Longest => sorted.sort_by_key(|entry| (Reverse(entry.words), id(entry))),
        Order::Shortest => sorted.sort_by_key(|entry| (entry.words, id(entry))),
    }
    sorted.into_iter().map(|entry| entry.statement.id.as_str()).collect()
}
