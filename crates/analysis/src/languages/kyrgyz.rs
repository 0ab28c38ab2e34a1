//! Kyrgyz: a light stemmer of ours.
//!
//! On the endings see R. Hebert and N. Poppe, Kirghiz Manual, 1963. Limits: nouns only; endings of one consonant and vowels
//! that fall out are left alone.

use verbale_statement::Language;

use super::turkic::Endings;
use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("ky"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Own(|word| ENDINGS.stem(word)),
    ..PLAIN
};

const ENDINGS: Endings = Endings {
    endings: &[
        "нын", "нин", "нун", "нүн", "дын", "дин", "дун", "дүн", "тын", "тин", "тун", "түн", "га", "ге", "го", "гө", "ка", "ке", "ко", "кө", "на", "не", "но", "нө", "ны", "ни", "ну", "нү", "ды", "ди", "ду", "дү", "ты", "ти", "ту", "тү", "да", "де", "до", "дө", "та", "те", "то", "тө", "нда", "нде", "ндо", "ндө", "дан", "ден", "дон", "дөн", "тан", "тен", "тон", "төн", "нан", "нен", "нон", "нөн", "ын", "ин", "ун", "үн", "сын", "син", "сун", "сүн", "ым", "им", "ум", "үм", "ың", "иң", "уң", "үң", "ы", "и", "у", "ү", "сы", "си", "су", "сү", "ыбыз", "ибиз", "убуз", "үбүз", "ыңыз", "иңиз", "уңуз", "үңүз", "лар", "лер", "лор", "лөр", "дар", "дер", "дор", "дөр", "тар", "тер", "тор", "төр", "н",
    ],
    softened: &[('г', 'к'), ('б', 'п')],
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "мамлекет мамлекеттер мамлекеттин мамлекетке",
        "коопсуздук коопсуздукту коопсуздугу",
        "келишим келишимдер келишимди",
        "Кыргызстан Кыргызстандын Кыргызстанда",
    ],
    apart: &["келишим кеңеш"],
    same: &["КЫРГЫЗСТАН кыргызстан"],
    differ: &["он өн", "мамлекет мамлекеттер"],
};
