//! Armenian.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("hy"),
    alphabets: &[Alphabet::Armenian],
    spelling: with_ligature,
    stemmer: Stemmer::Successor(frostem::Algorithm::Armenian),
    second_stem: abstract_noun,
    ..PLAIN
};

/// The letter և, which Unicode's compatibility form and case folding take apart.
fn with_ligature(word: &mut String) {
    if word.contains("եւ") {
        *word = word.replace("եւ", "և");
    }
}

/// Snowball cuts abstract nouns in -ություն less far in the nominative than in the other cases.
fn abstract_noun(word: &str, _: &str) -> Option<String> {
    let endings = ["ությունների", "ություններ", "ությունում", "ությունը", "ությունն", "ությունից", "ությամբ", "ության", "ություն"];
    endings.iter().find_map(|ending| word.strip_suffix(ending)).filter(|rest| !rest.is_empty()).map(str::to_owned)
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["Հայաստան Հայաստանի Հայաստանում ՀԱՅԱՍՏԱՆ", "անվտանգություն անվտանգության անվտանգությունը", "պետություն պետություններ"],
    apart: &["խաղաղություն խախտում", "պետություն պատերազմ"],
    same: &["և ԵՒ", "Հայաստան ՀԱՅԱՍՏԱՆ"],
    differ: &["Հայաստան Հայաստանի"],
};
