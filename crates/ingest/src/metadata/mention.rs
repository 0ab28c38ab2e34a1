//! Countries and organisations that paragraphs mention, by the names of the gazetteer.
//!
//! A name counts in the language of its paragraph. Where a script has capitals, a name needs its own, and an abbreviation
//! all of them. Names of several words go before shorter ones: "South Sudan" is no Sudan. In languages with cases a word
//! of a text is one of a name if both have the same stem and hardly differ but in their endings; elsewhere it has to be
//! the same. Seas, gulfs, cities and persons that are called like countries are left out, and so is a name that stands in
//! quotation marks by itself, as that of a ship or a team ([`traps`]).

mod names;
mod traps;
mod unspaced;
mod words;

use std::collections::BTreeMap;

use verbale_statement::{Country, Mention, Mentioned, Mentions, Organisation, Paragraph};

use names::Names;

/// Finds what paragraphs mention.
pub(crate) fn find(paragraphs: &[Paragraph]) -> Mentions {
    let mut countries: BTreeMap<Country, Mention<Country>> = BTreeMap::new();
    let mut organisations: BTreeMap<Organisation, Mention<Organisation>> = BTreeMap::new();
    for (paragraph, number) in paragraphs.iter().zip(1..) {
        let Some(names) = Names::of(paragraph.language) else { continue };
        names.visit(&paragraph.text, |mentioned| match mentioned {
            Mentioned::Country(country) => {
                let first = Mention { id: *country, paragraph: number, count: 0 };
                countries.entry(*country).or_insert(first).count += 1;
            }
            Mentioned::Organisation(own) => {
                let first = || Mention { id: own.clone(), paragraph: number, count: 0 };
                organisations.entry(own.clone()).or_insert_with(first).count += 1;
            }
        });
    }
    Mentions {
        countries: countries.into_values().collect(),
        organisations: organisations.into_values().collect(),
    }
}

#[cfg(test)]
mod tests;
