//! Persian.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::Stemmer;

pub(crate) const RULES: Rules = Rules {
    language: Language::of("fa"),
    alphabets: &[Alphabet::Arabic],
    spelling: with_persian_letters,
    stemmer: Stemmer::Successor(frostem::Algorithm::Persian),
    ..PLAIN
};

/// Arabic keyboards have ي, ى and ك in the place of Persian ی and ک, and ۀ or ة in the place of ه.
fn with_persian_letters(word: &mut String) {
    *word = word.chars().map(|c| match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ۀ' | 'ة' => 'ه',
        c => c,
    }).collect();
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["کشور کشورها کشورهای كشور", "کتاب کتاب‌ها کتابها كتابهای", "سازمان سازمانها سازمان‌های"],
    apart: &["صلح صبح", "کشور کشتی"],
    same: &["كشور کشور", "ايران ایران", "می‌رود میرود", "۱۹۴۵ 1945"],
    differ: &["کشور کشورها"],
};
