//! Kazakh: a light stemmer of ours.
//!
//! On the endings see R. Muhamedowa, Kazakh: A Comprehensive Grammar, 2016. Limits: nouns only; the endings of one letter
//! (-н, -м, -ң) and vowels that fall out (халық, халқы) are left alone.

use verbale_statement::Language;

use super::turkic::Endings;
use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("kk"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Own(|word| ENDINGS.stem(word)),
    ..PLAIN
};

const ENDINGS: Endings = Endings {
    endings: &[
        "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "ны", "ні", "ды", "ді", "ты", "ті", "да", "де", "та", "те", "нда", "нде", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен", "ын", "ін", "сын", "сін", "ым", "ім", "ың", "ің", "ы", "і", "сы", "сі", "ымыз", "іміз", "мыз", "міз", "ыңыз", "іңіз", "ңыз", "ңіз", "лар", "лер", "дар", "дер", "тар", "тер", "н",
    ],
    softened: &[('ғ', 'қ'), ('г', 'к'), ('б', 'п')],
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "мемлекет мемлекеттер мемлекеттің мемлекетке мемлекеттерді",
        "қауіпсіздік қауіпсіздікті қауіпсіздігі қауіпсіздігіне",
        "келісім келісімді келісімдер келісімнің",
        "Қазақстан Қазақстанның Қазақстанда",
    ],
    apart: &["бейбітшілік бейне", "келісім келу"],
    same: &["ҚАЗАҚСТАН қазақстан"],
    differ: &["іс ыс", "мемлекет мемлекеттер"],
};
