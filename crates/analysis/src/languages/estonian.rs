//! Estonian.

use verbale_statement::Language;

use super::{PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("et"),
    stemmer: Stemmer::Successor(frostem::Algorithm::Estonian),
    second_stem: root,
    letters: "äõöšüž",
    ..PLAIN
};

/// Snowball leaves the vowel of the genitive, on which most cases are built, and the consonant that it weakens: leping,
/// lepingu; riik, riigi. Limits: words of four letters keep their vowel (raha, rahu).
fn root(_: &str, stem: &str) -> Option<String> {
    let bare = stem.strip_suffix(['a', 'e', 'i', 'u']).unwrap_or(stem);
    if bare.chars().count() < 4 {
        return None;
    }
    let hard = [("ster", "str"), ("g", "k"), ("b", "p"), ("d", "t")];
    let root = hard.iter().find_map(|(soft, hard)| Some(format!("{}{hard}", bare.strip_suffix(soft)?)));
    Some(root.unwrap_or_else(|| bare.to_owned()))
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "leping lepingu lepingut lepingud lepingute lepinguid",
        "julgeolek julgeoleku julgeolekut",
        "läbirääkimine läbirääkimised läbirääkimiste läbirääkimisi",
        "riik riigi riiki riigid riikide",
        "minister ministri ministrid ministrite",
    ],
    apart: &["rahu raha", "leping lepp"],
    same: &["Genève geneve"],
    differ: &["õli oli", "tool tööl"],
};
