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
/// In the worst case the search is exponential in the number of lists that share words with each other. What is there
/// least often is looked for first, so that a place without it is left at once; lists that are the same, which are the
/// likely ones to share words, are taken in one order only.
pub(crate) fn near(lists: &[Vec<Interval>], gap: u32) -> Vec<Vec<Interval>> {
    let longest: Vec<u32> =
        lists.iter().map(|list| list.iter().map(|own| own.words()).max().unwrap_or(0)).collect();
    let search = Search { lists, gap, reach: gap + longest.iter().sum::<u32>(), longest };
    let found: Vec<Vec<Interval>> = (0..lists.len()).map(|fixed| search.taking_part(fixed)).collect();
    if found.iter().any(Vec::is_empty) { vec![Vec::new(); lists.len()] } else { found }
}

struct Search<'l> {
    lists: &'l [Vec<Interval>],
    gap: u32,
    /// The most words that each list can contribute.
    longest: Vec<u32>,
    /// No window is longer.
    reach: u32,
}

impl Search<'_> {
    /// Those of the list `fixed` that have the others near them.
    fn taking_part(&self, fixed: usize) -> Vec<Interval> {
        let mut chosen = vec![None; self.lists.len()];
        let mut takes_part = |own: &&Interval| {
            chosen[fixed] = Some(**own);
            let mut order: Vec<(usize, usize)> = (0..self.lists.len())
                .filter(|index| *index != fixed)
                .map(|index| (self.within(index, **own).len(), index))
                .collect();
            order.sort_unstable();
            order.first().is_none_or(|(count, _)| *count > 0) && self.complete(&mut chosen, &order, fixed)
        };
        self.lists[fixed].iter().filter(|own| takes_part(own)).copied().collect()
    }

    /// Those of a list that can be near `other`.
    fn within(&self, index: usize, other: Interval) -> &[Interval] {
        let list = &self.lists[index];
        let from = (other.end + 1).saturating_sub(self.reach);
        let start = list.partition_point(|own| own.start < from);
        let end = list.partition_point(|own| own.start < other.start + self.reach);
        list.get(start..end).unwrap_or_default()
    }

    /// Whether the lists in `order`, each with its count, have intervals that go with the chosen ones.
    fn complete(&self, chosen: &mut [Option<Interval>], order: &[(usize, usize)], fixed: usize) -> bool {
        let Some(((_, next), others)) = order.split_first() else { return true };
        let (first, last) = span(chosen);
        let here = self.within(*next, Interval { start: first, end: last });
        // Of lists that are the same, the later takes the later: anything else is a mirror image.
        let of_same = |(index, own): (usize, &Option<Interval>)| {
            own.filter(|_| index < *next && index != fixed && self.lists[index] == self.lists[*next])
        };
        let behind = chosen.iter().enumerate().filter_map(of_same).map(|own| own.end + 1).max().unwrap_or(0);
        for own in here.iter().filter(|own| own.start >= behind) {
            if chosen.iter().flatten().any(|other| other.overlaps(*own)) {
                continue;
            }
            chosen[*next] = Some(*own);
            let done = self.fits(chosen) && self.complete(chosen, others, fixed);
            chosen[*next] = None;
            if done {
                return true;
            }
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
        let interval = (0_u32..25, 0_u32..3).prop_map(|(start, more)| Interval { start, end: start + more });
        prop::collection::vec(prop::collection::btree_set(interval, 0..6), 2..5)
            .prop_map(|lists| lists.into_iter().map(|list| list.into_iter().collect()).collect())
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
