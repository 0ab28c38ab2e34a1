//! Swedish.

use verbale_statement::Language;

use super::{PLAIN, Rules, nominative};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("sv"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Swedish),
    second_stem: noun,
    letters: "åäö",
    colon_endings: true,
    ..PLAIN
};

/// Snowball leaves the article of some neuters: landet.
fn noun(word: &str, stem: &str) -> Option<String> {
    let bare = word.strip_suffix("et").or_else(|| word.strip_suffix("ets"));
    bare.filter(|rest| rest.len() > 2 && *rest != stem).map(str::to_owned).or_else(|| nominative::minister(word, stem))
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["avtal avtalet avtalen", "förhandling förhandlingar förhandlingarna", "EU EU:s", "land landet", "minister ministern ministrar"],
    apart: &["fred frihet", "hål hal"],
    same: &["idé ide", "Genève geneve"],
    differ: &["hål hal", "för for"],
};
