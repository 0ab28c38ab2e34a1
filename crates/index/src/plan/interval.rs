//! Where words stand, in positions, and which of them stand near each other.

/// Positions of words in a text, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The position of the first word.
    pub start: u32,
    /// The position of the last word.
    pub end: u32,
}

impl Interval {
    /// How many words it has.
    fn words(self) -> u32 {
        self.end - self.start + 1
    }

    fn overlaps(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// Puts intervals in order and makes one of those that overlap: each is an occurrence that is marked and counted once.
pub fn occurrences(mut intervals: Vec<Interval>) -> Vec<Interval> {
    intervals.sort_unstable();
    let mut merged: Vec<Interval> = Vec::with_capacity(intervals.len());
    for interval in intervals {
        match merged.last_mut() {
            Some(last) if interval.start <= last.end => last.end = last.end.max(interval.end),
            _ => merged.push(interval),
        }
    }
    merged
}

/// Of several lists in order, one for each thing that is looked for: the intervals that stand near one of each other
/// list, none overlapping another, with at most `gap` other words among them all. None of them if there is no such place.
///
/// Single words that no two lists share are found in one walk. Else only windows in which something of each list begins
/// are looked at. In them what there is least of is chosen first; of lists that are the same the later takes the later.
/// Where many lists share words with each other, which takes a query made for it, the search is given up after
/// [`STEPS`] steps an interval, and what was not found by then is not near.
pub(crate) fn near(lists: &[Vec<Interval>], gap: u32) -> Vec<Vec<Interval>> {
    let longest: Vec<u32> =
        lists.iter().map(|list| list.iter().map(|own| own.words()).max().unwrap_or(0)).collect();
    let reach = gap + longest.iter().sum::<u32>();
    let apart = |first: &Vec<Interval>| lists.iter().any(|list| !some_within(first, list, reach));
    if lists.first().is_none_or(apart) {
        return vec![Vec::new(); lists.len()];
    }
    let mut events: Vec<(Interval, usize)> = Vec::with_capacity(lists.iter().map(Vec::len).sum());
    for (index, list) in lists.iter().enumerate() {
        events.extend(list.iter().map(|own| (*own, index)));
    }
    // Merges the lists, which are in order.
    events.sort();
    let single = longest.iter().all(|words| *words == 1);
    if single && events.is_sorted_by(|(one, _), (other, _)| one.start < other.start) {
        return within(&events, lists.len(), reach);
    }
    let same = (0..lists.len()).map(|index| (0..index).rev().find(|other| lists[*other] == lists[index]));
    let steps = events.len() * STEPS;
    let found = lists.iter().map(|list| vec![false; list.len()]).collect();
    let mut search = Search { lists, gap, longest, same: same.collect(), steps, found };
    // Of lists that are the same, the second needs two intervals, and so on.
    let needed: Vec<usize> = (0..lists.len())
        .map(|index| std::iter::successors(Some(index), |other| search.same[*other]).count())
        .collect();
    let (mut inside, mut missing, mut end) = (vec![0_usize; lists.len()], lists.len(), 0);
    for (at, (first, list)) in events.iter().enumerate() {
        while let Some((own, index)) = events.get(end).filter(|(own, _)| own.start < first.start + reach) {
            debug_assert!(own.start >= first.start);
            inside[*index] += 1;
            missing -= usize::from(inside[*index] == needed[*index]);
            end += 1;
        }
        if missing == 0 {
            search.window(&events[at..end], &inside);
        }
        missing += usize::from(inside[*list] == needed[*list]);
        inside[*list] -= 1;
    }
    search.taking_part()
}

/// Of single words in order, no two in one place, each with the number of its list: those of each of the lists that stand
/// in `reach` words with some of each other list. Whatever one chooses in such words fits.
fn within(events: &[(Interval, usize)], lists: usize, reach: u32) -> Vec<Vec<Interval>> {
    let mut taking_part = vec![Vec::new(); lists];
    let (mut inside, mut missing) = (vec![0_usize; lists], lists);
    let (mut end, mut taken) = (0, 0);
    for (at, (first, list)) in events.iter().enumerate() {
        while let Some((_, index)) = events.get(end).filter(|(own, _)| own.start < first.start + reach) {
            missing -= usize::from(inside[*index] == 0);
            inside[*index] += 1;
            end += 1;
        }
        if missing == 0 {
            for (own, index) in &events[taken.max(at)..end] {
                taking_part[*index].push(*own);
            }
            taken = end;
        }
        inside[*list] -= 1;
        missing += usize::from(inside[*list] == 0);
    }
    taking_part
}

/// Whether some interval of the one list begins fewer than `reach` words from one of the other. In most statements that
/// have the words none does, so that this is all that is looked at.
fn some_within(one: &[Interval], other: &[Interval], reach: u32) -> bool {
    let mut others = other.iter().peekable();
    one.iter().any(|own| {
        while others.next_if(|other| other.start + reach <= own.start).is_some() {}
        others.peek().is_some_and(|other| other.start < own.start + reach)
    })
}

/// How many steps the search may take for each interval.
const STEPS: usize = 64;

struct Search<'l> {
    lists: &'l [Vec<Interval>],
    gap: u32,
    /// The most words that each list can contribute.
    longest: Vec<u32>,
    /// For each list the one before it that is the same.
    same: Vec<Option<usize>>,
    /// How many are left.
    steps: usize,
    /// By list, which of its intervals are known to have the others near them.
    found: Vec<Vec<bool>>,
}

impl Search<'_> {
    /// Looks for places among the intervals of a window; `inside` says how many of each list there are.
    fn window(&mut self, window: &[(Interval, usize)], inside: &[usize]) {
        for (own, list) in window {
            if self.is_found(*list, *own) {
                continue;
            }
            let mut order: Vec<usize> = (0..self.lists.len()).filter(|index| index != list).collect();
            order.sort_by_key(|index| inside[*index]);
            let mut chosen = vec![None; self.lists.len()];
            chosen[*list] = Some(*own);
            self.complete(&mut chosen, &order, *list, window);
        }
    }

    /// Whether the lists in `order` have intervals in the window that go with the chosen ones; if so, all of these are
    /// found.
    fn complete(
        &mut self,
        chosen: &mut [Option<Interval>],
        order: &[usize],
        fixed: usize,
        window: &[(Interval, usize)],
    ) -> bool {
        let Some((next, others)) = order.split_first() else {
            for (list, own) in chosen.iter().enumerate() {
                self.find(list, *own);
            }
            return true;
        };
        // Of lists that are the same, the later takes the later: anything else is a mirror image.
        let earlier = std::iter::successors(self.same[*next], |other| self.same[*other]);
        let behind = earlier.filter(|other| *other != fixed).filter_map(|other| chosen[other]).max();
        for (own, _) in window.iter().filter(|(_, list)| list == next) {
            if self.steps == 0 {
                return false;
            }
            let taken = chosen.iter().flatten().any(|other| other.overlaps(*own));
            if taken || behind.is_some_and(|behind| own.start <= behind.end) {
                continue;
            }
            self.steps -= 1;
            chosen[*next] = Some(*own);
            if self.fits(chosen) && self.complete(chosen, others, fixed, window) {
                return true;
            }
            chosen[*next] = None;
        }
        false
    }

    /// Whether the chosen ones are near enough, given what the missing ones may still fill.
    fn fits(&self, chosen: &[Option<Interval>]) -> bool {
        let (first, last) = span(chosen);
        let taken: u32 = chosen.iter().flatten().map(|own| own.words()).sum();
        let missing = chosen.iter().zip(&self.longest).filter(|(own, _)| own.is_none());
        let filling: u32 = missing.map(|(_, longest)| *longest).sum();
        last - first < self.gap + taken + filling
    }

    fn is_found(&self, list: usize, own: Interval) -> bool {
        self.lists[list].binary_search(&own).is_ok_and(|place| self.found[list][place])
    }

    fn find(&mut self, list: usize, own: Option<Interval>) {
        if let Some(Ok(place)) = own.map(|own| self.lists[list].binary_search(&own)) {
            self.found[list][place] = true;
        }
    }

    fn taking_part(self) -> Vec<Vec<Interval>> {
        let part = |(list, found): (&Vec<Interval>, Vec<bool>)| {
            list.iter().zip(found).filter(|(_, found)| *found).map(|(own, _)| *own).collect()
        };
        self.lists.iter().zip(self.found).map(part).collect()
    }
}

/// From the first to the last position of what is chosen.
fn span(chosen: &[Option<Interval>]) -> (u32, u32) {
    let first = chosen.iter().flatten().map(|own| own.start).min().unwrap_or(0);
    let last = chosen.iter().flatten().map(|own| own.end).max().unwrap_or(0);
    (first, last)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(positions: &[u32]) -> Vec<Interval> {
        positions.iter().map(|start| Interval { start: *start, end: *start }).collect()
    }

    #[test]
    fn other_words_among_them_are_counted() {
        let lists = [at(&[3, 40]), at(&[9, 80])];
        assert_eq!(near(&lists, 4), [vec![], vec![]]);
        assert_eq!(near(&lists, 5), [at(&[3]), at(&[9])]);
        let three = [at(&[3]), at(&[9]), at(&[6])];
        assert_eq!(near(&three, 4).concat().len(), 3, "what is asked for fills the gap");
    }

    #[test]
    fn a_word_is_not_near_itself() {
        let same = [at(&[3, 5]), at(&[3, 5])];
        assert_eq!(near(&same, 1), same);
        assert_eq!(near(&[at(&[3]), at(&[3])], 50), [vec![], vec![]]);
    }

    #[test]
    fn occurrences_that_overlap_are_one() {
        let of = |start, end| Interval { start, end };
        assert_eq!(occurrences(vec![of(4, 4), of(0, 1), of(1, 2), of(3, 3)]), [of(0, 2), of(3, 3), of(4, 4)]);
    }

    fn lists() -> impl Strategy<Value = Vec<Vec<Interval>>> {
        let interval = (0_u32..40, 0_u32..3).prop_map(|(start, more)| Interval { start, end: start + more });
        let lists = prop::collection::vec(prop::collection::btree_set(interval, 0..6), 2..5);
        (lists, any::<bool>(), any::<bool>()).prop_map(|(lists, twice, single)| {
            let mut lists: Vec<Vec<Interval>> =
                lists.into_iter().map(|list| list.into_iter().collect()).collect();
            if twice {
                lists[1] = lists[0].clone();
            }
            if single {
                lists.iter_mut().flatten().for_each(|own| own.end = own.start);
                lists.iter_mut().for_each(Vec::dedup);
            }
            lists
        })
    }

    /// Every choice of one interval from each list.
    fn choices(lists: &[Vec<Interval>]) -> Vec<Vec<Interval>> {
        let Some((first, others)) = lists.split_first() else { return vec![Vec::new()] };
        let behind = choices(others);
        let with =
            |own: &Interval| behind.iter().map(|others| [&[*own], others.as_slice()].concat()).collect();
        first.iter().flat_map(|own| -> Vec<Vec<Interval>> { with(own) }).collect()
    }

    proptest! {
        #[test]
        fn no_choice_is_missed_and_none_is_made_up(lists in lists(), gap in 0_u32..8) {
            let valid = |choice: &Vec<Interval>| {
                let apart = choice.iter().enumerate().all(|(n, own)| choice[..n].iter().all(|other| !own.overlaps(*other)));
                let first = choice.iter().map(|own| own.start).min().unwrap();
                let last = choice.iter().map(|own| own.end).max().unwrap();
                apart && last - first + 1 - choice.iter().map(|own| own.words()).sum::<u32>().min(last - first + 1) <= gap
            };
            let all: Vec<_> = choices(&lists).into_iter().filter(valid).collect();
            for (index, found) in near(&lists, gap).into_iter().enumerate() {
                let wanted: std::collections::BTreeSet<_> = all.iter().map(|choice| choice[index]).collect();
                prop_assert_eq!(found, wanted.into_iter().collect::<Vec<_>>());
            }
        }
    }
}
