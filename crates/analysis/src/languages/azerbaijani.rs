//! Azerbaijani: a light stemmer of ours.
//!
//! On the endings see C. Schönig, Azerbaijanian, in: L. Johanson and É. Csató, eds, The Turkic Languages, 1998. Limits: nouns
//! only; the dative in one vowel and endings of one consonant are left alone.

use verbale_statement::Language;

use super::turkic::Endings;
use super::{Case, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("az"),
    case: Case::Turkic,
    stemmer: Stemmer::Own(|word| ENDINGS.stem(word)),
    letters: "çğıöşü",
    ..PLAIN
};

const ENDINGS: Endings = Endings {
    endings: &[
        "ın", "in", "un", "ün", "ya", "yə", "da", "də", "dan", "dən", "dır", "dir", "dur", "dür", "ım", "im", "um", "üm", "ı", "i", "u", "ü", "sı", "si", "su", "sü", "ımız", "imiz", "umuz", "ümüz", "ınız", "iniz", "unuz", "ünüz", "lar", "lər", "ni", "nı", "nu", "nü", "na", "nə", "n",
    ],
    softened: &[('y', 'k'), ('ğ', 'q')],
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "dövlət dövlətlər dövlətin dövlətləri dövlətlərin",
        "təhlükəsizlik təhlükəsizliyi təhlükəsizliyin təhlükəsizliyinə",
        "müqavilə müqavilələr müqaviləni",
        "Azərbaycan Azərbaycanın Azərbaycanda AZƏRBAYCAN",
    ],
    apart: &["sülh sülalə", "dövlət dövr"],
    same: &["İRAN iran", "IŞIQ ışıq"],
    differ: &["qız qiz", "şan san"],
};
