//! Words near each other.

use crate::sought::Place;

/// Of several lists, the places that stand near one of each other list: none shares a word with another, and at most
/// `gap` words stand among them that are in none. Nothing if there is no such choice.
pub fn near(lists: &[Vec<Place>], gap: u32) -> Vec<Vec<Place>> {
    let widest: u32 = lists.iter().flatten().map(|place| place.last - place.first + 1).max().unwrap_or(0);
    let found: Vec<Vec<Place>> = (0..lists.len())
        .map(|own| {
            // Further away than this no place can be: all that stands between would have to be asked for.
            let reach = gap + widest * u32::try_from(lists.len()).unwrap();
            let goes = |place: &&Place| {
                let is_close = |other: &&Place| other.first.abs_diff(place.first) <= reach;
                let others = lists.iter().enumerate().filter(|(list, _)| *list != own);
                let close: Vec<Vec<Place>> =
                    others.map(|(_, list)| list.iter().filter(is_close).cloned().collect()).collect();
                completes(&close, gap, &mut vec![(*place).clone()])
            };
            lists[own].iter().filter(goes).cloned().collect()
        })
        .collect();
    if found.iter().any(Vec::is_empty) { vec![Vec::new(); lists.len()] } else { found }
}

/// Whether every one of `lists` has a place that goes with the chosen ones, and with each other's.
fn completes(lists: &[Vec<Place>], gap: u32, chosen: &mut Vec<Place>) -> bool {
    let Some((list, rest)) = lists.split_first() else { return others(chosen) <= gap };
    list.iter().any(|place| {
        if chosen.iter().any(|other| place.last >= other.first && other.last >= place.first) {
            return false;
        }
        chosen.push(place.clone());
        let done = completes(rest, gap, chosen);
        chosen.pop();
        done
    })
}

/// How many words stand among the chosen ones that are none of them.
fn others(chosen: &[Place]) -> u32 {
    let first = chosen.iter().map(|place| place.first).min().unwrap_or(0);
    let last = chosen.iter().map(|place| place.last).max().unwrap_or(0);
    last + 1 - first - chosen.iter().map(|place| place.last + 1 - place.first).sum::<u32>()
}

#[test]
fn places_near_each_other_are_those_that_fit_into_a_window() {
    let at = |first: u32, last: u32| Place { first, last, bytes: 0..1 };
    let lists = [vec![at(0, 0), at(20, 20)], vec![at(3, 4), at(30, 31)]];
    assert_eq!(near(&lists, 2), [vec![at(0, 0)], vec![at(3, 4)]]);
    assert_eq!(near(&lists, 1), [vec![], vec![]]);
    assert_eq!(near(&lists, 9).concat().len(), 4);
    let twice = [vec![at(5, 5)], vec![at(5, 5)]];
    assert_eq!(near(&twice, 50).concat(), [], "a word is not near itself");
    let between = [vec![at(0, 0)], vec![at(4, 4)], vec![at(1, 3)]];
    assert_eq!(near(&between, 0).concat().len(), 3, "what is asked for fills the gap");
}
