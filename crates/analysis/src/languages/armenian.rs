//! Armenian.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::of("hy"),
    alphabets: &[Alphabet::Armenian],
    spelling: with_ligature,
    stemmer: Stemmer::Successor(frostem::Algorithm::Armenian),
    second_stem: noun,
    ..PLAIN
};

/// The letter և, which Unicode's compatibility form and case folding take apart.
fn with_ligature(word: &mut String) {
    if word.contains("եւ") {
        *word = word.replace("եւ", "և");
    }
}

/// Snowball cuts abstract nouns in -ություն less far in the nominative than in the other cases, leaves the article of
/// short words, and leaves ի and ու, which fall out before an ending (երկիր, երկրի). So nouns have a second stem.
fn noun(word: &str, _: &str) -> Option<String> {
    let noun = cut(word, &[ARTICLES, CASES, PLURALS, ABSTRACTS], 3);
    let last = noun.rfind(|c| "աեէըիոօ".contains(c))?;
    let after = &noun[last..];
    // ու is two characters.
    let vowel = ["ու", "ի"].iter().find(|vowel| after.starts_with(*vowel) && after.len() > vowel.len());
    let length = vowel.map_or(0, |vowel| vowel.len());
    Some(format!("{}{}", &noun[..last], &after[length..])).filter(|noun| noun.chars().count() >= 3)
}

const ARTICLES: &[&str] = &["ը", "ն"];
const CASES: &[&str] = &["ի", "ից", "ով", "ում", "ու", "ան", "ամբ"];
const PLURALS: &[&str] = &["եր", "ներ"];
const ABSTRACTS: &[&str] = &["ություն", "ությու", "ությա", "ությ"];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["Հայաստան Հայաստանի Հայաստանում ՀԱՅԱՍՏԱՆ", "անվտանգություն անվտանգության անվտանգությունը", "պետություն պետություններ", "պայմանագիր պայմանագրի պայմանագրեր", "երկիր երկրի երկրներ երկրում", "ժողովուրդ ժողովրդի"],
    apart: &["խաղաղություն խախտում", "պետություն պատերազմ"],
    same: &["և ԵՒ", "Հայաստան ՀԱՅԱՍՏԱՆ"],
    differ: &["Հայաստան Հայաստանի"],
};
