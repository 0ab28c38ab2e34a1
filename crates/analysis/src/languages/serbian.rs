//! Serbian, and with it Croatian, Bosnian and Montenegrin.
//!
//! Both scripts become Latin, so that each finds the other. In quotations the marks go as in Lucene's
//! SerbianNormalizationFilter ("bald" Latin), since many readers type without them.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules, nominative};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("sr"),
    also: &[Language::of("hr"), Language::of("bs"), Language::of("sh")],
    alphabets: &[Alphabet::Latin, Alphabet::Cyrillic],
    spelling: in_latin,
    stemmer: Stemmer::Successor(frostem::Algorithm::Serbian),
    second_stem: other_reading,
    expansions: &[('đ', "dj")],
    stop_words: STOP_WORDS,
    ..PLAIN
};

const LETTERS: &[(char, &str)] = &[
    ('а', "a"), ('б', "b"), ('в', "v"), ('г', "g"), ('д', "d"), ('ђ', "đ"), ('е', "e"), ('ж', "ž"), ('з', "z"),
    ('и', "i"), ('ј', "j"), ('к', "k"), ('л', "l"), ('љ', "lj"), ('м', "m"), ('н', "n"), ('њ', "nj"), ('о', "o"),
    ('п', "p"), ('р', "r"), ('с', "s"), ('т', "t"), ('ћ', "ć"), ('у', "u"), ('ф', "f"), ('х', "h"), ('ц', "c"),
    ('ч', "č"), ('џ', "dž"), ('ш', "š"),
];

fn in_latin(word: &mut String) {
    super::transliterate(word, LETTERS);
}

/// Short masculine nouns have -ov- in the plural: rat, ratovi.
fn other_reading(word: &str, stem: &str) -> Option<String> {
    let endings = ["ovi", "ova", "ove", "ovima"];
    let noun = endings.iter().find_map(|ending| word.strip_suffix(ending)).filter(|rest| rest.len() > 2);
    noun.map(str::to_owned).or_else(|| nominative::without_ending(word, stem))
}

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "ako", "ali", "bez", "bi", "bice", "bila", "bili", "bilo", "bio", "da", "do", "dok", "ga", "gde",
    "i", "iako", "ih", "ili", "im", "iz", "iza", "izmedju", "ja", "je", "jer", "jesu", "joj", "jos", "ka",
    "kad", "kada", "kako", "kao", "ko", "koga", "koja", "koje", "koji", "kojih", "kojim", "koju", "kroz",
    "li", "me", "mi", "moze", "mu", "na", "nad", "nakon", "nam", "nas", "ne", "nego", "neki", "ni", "nije",
    "nisu", "nje", "njega", "njen", "njih", "njihov", "o", "od", "on", "ona", "one", "oni", "ono", "oko",
    "pa", "po", "pod", "pored", "posle", "pre", "prema", "pri", "s", "sa", "samo", "se", "smo", "sta",
    "sto", "su", "sve", "svi", "svoj", "ta", "taj", "tako", "te", "ti", "to", "tog", "u", "uz", "va", "vam",
    "vas", "vec", "vi", "za", "zasto",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "безбедност безбедности bezbednost bezbednosti",
        "држава države државе država",
        "споразум споразума sporazumi",
        "рат рата ратови",
        "могућност mogućnosti mogucnosti",
    ],
    apart: &["мир мера", "država drvo"],
    same: &["Београд Beograd", "Ђоковић Đoković", "Đoković Djokovic", "његош njegoš"],
    differ: &["država države"],
};
