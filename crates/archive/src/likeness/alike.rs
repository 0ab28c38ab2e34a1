//! Whether two texts are one statement, by the texts themselves.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::words::{Measure, Words, is_alone, joined};

/// Of the shingles of both texts, at least this share is common to them: measured in `tests/likeness`.
pub(crate) const RESEMBLANCE: f64 = 0.5;

/// Words that stand against others between two passages that both texts have, at most; where there are more, it is no
/// place where one word was put for another.
const LONGEST_GAP: usize = 40;

/// What it weighs that a name is another one, and a number: communiqués that follow one pattern differ in little else.
const NAME: usize = 2;
const NUMBER: usize = 3;

/// Whether texts that aren't short are the same statement in spite of misprints, passages that one of them lacks, and
/// passages in another order.
pub(crate) fn alike(one: &Words, other: &Words, measure: Measure) -> bool {
    let words = one.hashes.len().min(other.hashes.len()).saturating_sub(measure.pattern);
    resemblance(&one.hashes, &other.hashes, measure.shingle) >= RESEMBLANCE
        && changes(one, other, measure) <= 1 + words / measure.change
}

/// The share of the shingles of both that both have (Broder 1997).
pub(crate) fn resemblance(one: &[u64], other: &[u64], shingle: usize) -> f64 {
    let set = |words: &[u64]| words.windows(shingle).map(joined).collect::<HashSet<u64>>();
    let (one, other) = (set(one), set(other));
    let common = one.intersection(&other).count();
    common as f64 / (one.len() + other.len() - common).max(1) as f64
}

/// By how much the texts say different things at the same places.
pub(crate) fn changes(one: &Words, other: &Words, measure: Measure) -> usize {
    let Measure { shingle, edge, .. } = measure;
    let common = common(&one.hashes, &other.hashes, shingle);
    let (one, other) = (&Side::new(one), &Side::new(other));
    let (Some(first), Some(last)) = (common.first(), common.last()) else { return usize::MAX };
    let mut changes = 0;
    if first.0.max(first.1) <= edge {
        changes += changes_in(one, 0..first.0, other, 0..first.1);
    }
    for pair in common.windows(2) {
        let [(one_from, other_from), (one_to, other_to)] = [pair[0], pair[1]];
        // Shingles overlap: where nothing changed, the next one begins one word further.
        let (one_from, other_from) = (one_from + shingle, other_from + shingle);
        if one_from < one_to
            && other_from < other_to
            && one_to - one_from <= LONGEST_GAP
            && other_to - other_from <= LONGEST_GAP
        {
            changes += changes_in(one, one_from..one_to, other, other_from..other_to);
        }
    }
    let rest = (last.0 + shingle..one.words.hashes.len(), last.1 + shingle..other.words.hashes.len());
    if rest.0.len().max(rest.1.len()) <= edge {
        changes += changes_in(one, rest.0, other, rest.1);
    }
    changes
}

/// One of two texts, and which words it has.
struct Side<'a> {
    words: &'a Words,
    known: HashSet<u64>,
}

impl<'a> Side<'a> {
    fn new(words: &'a Words) -> Self {
        Self { words, known: words.hashes.iter().copied().collect() }
    }
}

/// Where shingles stand that each text has once, in the order of the first.
fn common(one: &[u64], other: &[u64], shingle: usize) -> Vec<(usize, usize)> {
    let places = |words: &[u64]| {
        let mut places: HashMap<u64, Option<usize>> = HashMap::with_capacity(words.len());
        for (at, words) in words.windows(shingle).enumerate() {
            places.entry(joined(words)).and_modify(|place| *place = None).or_insert(Some(at));
        }
        places
    };
    let (one, other) = (places(one), places(other));
    let mut common: Vec<(usize, usize)> =
        one.iter().filter_map(|(hash, place)| Some(((*place)?, (*other.get(hash)?)?))).collect();
    common.sort_unstable();
    common
}

/// By how much the words of two passages between the same words say different things.
fn changes_in(one: &Side<'_>, one_range: Range<usize>, other: &Side<'_>, other_range: Range<usize>) -> usize {
    let mut left: Vec<usize> = one_range.collect();
    let mut right: Vec<usize> = other_range.collect();
    left.retain(|own| {
        let same = right.iter().position(|place| one.words.hashes[*own] == other.words.hashes[*place]);
        same.map(|index| right.remove(index)).is_none()
    });
    left.retain(|own| {
        let similar = right.iter().position(|at| is_misprint(one.words.word(*own), other.words.word(*at)));
        similar.map(|index| right.remove(index)).is_none()
    });
    // What the other text has elsewhere was moved: lines that change their places meet other lines.
    let weigh = |side: &Side<'_>, places: &[usize], against: &Side<'_>| {
        let weight = |at: &usize| match against.known.contains(&side.words.hashes[*at]) {
            true => 0,
            false => weight(side.words.word(*at)),
        };
        let mut weights: Vec<usize> = places.iter().map(weight).collect();
        weights.sort_unstable_by(|a, b| b.cmp(a));
        weights
    };
    // A word against another one; what only one of them has was added or left out.
    let (left, right) = (weigh(one, &left, other), weigh(other, &right, one));
    left.iter().zip(&right).map(|(left, right)| *left.max(right)).sum()
}

/// What it weighs that a word is another one: names and numbers say which of many events it is.
fn weight(word: &str) -> usize {
    let Some(first) = word.chars().next() else { return 0 };
    if word.chars().any(char::is_numeric) {
        NUMBER
    } else if is_name(word) && !is_alone(first) {
        NAME
    } else {
        1
    }
}

/// Whether a word may be a name: it has a capital, or is of a script that has none.
fn is_name(word: &str) -> bool {
    word.chars().any(|c| c.is_uppercase() || !c.is_lowercase())
}

/// Whether two words are one with letters that went wrong: one of three at most, of a name one.
fn is_misprint(one: &str, other: &str) -> bool {
    if one.chars().all(char::is_numeric) || other.chars().all(char::is_numeric) {
        return false;
    }
    let is_capital = |word: &str| word.chars().any(char::is_uppercase);
    let is_name = is_capital(one) || is_capital(other);
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let letters = one.chars().count().min(other.chars().count());
    if letters < 2 {
        return false;
    }
    let distance = strsim::osa_distance(&one, &other);
    if is_name {
        return distance <= 1 && letters >= 5 && one.chars().next() == other.chars().next();
    }
    distance <= (letters / 3).max(1)
}
