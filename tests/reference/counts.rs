//! Counting statements and occurrences by the values of facets.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use verbale_index::{Bucket, Facet, Frequencies, Frequency};

use crate::corpus::Entry;

/// The values that a statement has of a facet, each once.
pub fn values(entry: &Entry, facet: Facet) -> BTreeSet<String> {
    let statement = &entry.statement;
    let values: Vec<String> = match facet {
        Facet::Kind => statement.kind.iter().map(|kind| kind.name().to_owned()).collect(),
        Facet::Language => statement.languages().iter().map(|own| own.code().to_owned()).collect(),
        Facet::Country => statement.countries.iter().map(ToString::to_string).collect(),
        Facet::Mentions => statement.mentions.all().map(|own| own.to_string()).collect(),
        Facet::Speaker => statement.speakers.iter().map(|speaker| speaker.name.clone()).collect(),
        Facet::Organisation => statement.organisation.iter().cloned().collect(),
        Facet::Event => statement.event.iter().cloned().collect(),
        Facet::Place => statement.place.iter().cloned().collect(),
        Facet::Year => {
            let year = |text: &str| text.split('-').next().unwrap_or_default().to_owned();
            statement.date.iter().map(|date| year(&date.to_string())).collect()
        }
    };
    values.into_iter().filter(|value| !value.is_empty()).collect()
}

/// How many of the statements have each value, the most frequent first, then by the alphabet.
pub fn buckets(met: &[&Entry], facet: Facet) -> Vec<Bucket> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for value in met.iter().flat_map(|entry| values(entry, facet)) {
        *counts.entry(value).or_default() += 1;
    }
    let mut buckets: Vec<Bucket> =
        counts.into_iter().map(|(value, statements)| Bucket { value, statements }).collect();
    // A stable sort: of equals the first by the alphabet stays first.
    buckets.sort_by_key(|bucket| Reverse(bucket.statements));
    buckets
}

/// How often something shows in statements, in all and by the values of a facet, and how many words there are in the
/// statements `within`.
pub fn frequencies(shown: &[(&Entry, u64)], within: &[&Entry], by: Option<Facet>) -> Frequencies {
    let groups = |entry: &Entry| -> Vec<Option<String>> {
        let values = by.map_or_else(BTreeSet::new, |facet| values(entry, facet));
        values.into_iter().map(Some).chain([None]).collect()
    };
    let mut sums: BTreeMap<Option<String>, [u64; 3]> = BTreeMap::new();
    for (entry, count) in shown {
        for group in groups(entry) {
            let [statements, occurrences, _] = sums.entry(group).or_default();
            *statements += 1;
            *occurrences += count;
        }
    }
    for entry in within {
        for group in groups(entry) {
            let [_, _, words] = sums.entry(group).or_default();
            *words += entry.words;
        }
    }
    let frequency = |(value, [statements, occurrences, words]): (_, [u64; 3])| Frequency {
        value,
        statements,
        occurrences,
        words,
    };
    let all = frequency((None, sums.remove(&None).unwrap_or_default()));
    // A value without anything to count isn't there.
    sums.retain(|_, sums| *sums != [0; 3]);
    Frequencies { all, values: sums.into_iter().map(frequency).collect() }
}
