//! Persian: a light stemmer of ours.
//!
//! After our own grammar of noun endings; no published source. Snowball's stemmer for Persian, which has no vocabulary to be
//! measured by, missed half of the pairs of our families of forms. Limits: nouns and adjectives only; possessors of one letter (کشورش) are left
//! alone; of broken plurals (وزرا, مناطق) twenty are known.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::of("fa"),
    alphabets: &[Alphabet::Arabic],
    spelling: with_persian_letters,
    stemmer: Stemmer::Own(stem),
    second_stem: other_reading,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Arabic keyboards have ي, ى and ك in the place of Persian ی and ک, and ۀ or ة in the place of ه. The hamza is
/// often left out.
fn with_persian_letters(word: &mut String) {
    *word = word.chars().map(|c| match c {
        'ي' | 'ى' | 'ئ' => 'ی',
        'ك' => 'ک',
        'ۀ' | 'ة' => 'ه',
        'أ' => 'ا',
        'ؤ' => 'و',
        c => c,
    }).collect();
}

/// From the end of the word inwards: possessors behind a plural and alone; indefinite, adjectives; degrees; plurals.
const LAYERS: &[(&[&str], usize)] = &[
    (&["هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هایی", "های", "ها"], 2),
    (&["مان", "تان", "شان"], 4),
    (&["ای", "ی"], 3),
    (&["ترین", "تر"], 3),
    (&["ان", "ات"], 4),
    // Before ات a final ه falls out (مذاکره, مذاکرات); in shorter words it tells نامه from نام.
    (&["ه"], 5),
];

fn stem(word: &str) -> String {
    let stem = LAYERS.iter().fold(word, |word, (endings, shortest)| cut(word, &[endings], *shortest));
    stem.to_owned()
}

/// After a noun in ه the indefinite ending is written with a joiner that isn't seen, so that خانه‌ای looks like a plural;
/// and broken plurals have nothing in common with their singular but its consonants.
fn other_reading(word: &str, stem: &str) -> Option<String> {
    let noun = word.strip_suffix("های").filter(|rest| rest.chars().count() >= 2).map(|rest| format!("{rest}ه"));
    noun.or_else(|| BROKEN_PLURALS.iter().find(|(plural, _)| *plural == stem).map(|(_, noun)| (*noun).to_owned()))
}

/// Of the vocabulary of diplomacy: the stem of the plural, and that of the noun.
const BROKEN_PLURALS: &[(&str, &str)] = &[
    ("وزرا", "وزیر"), ("سفرا", "سفیر"), ("روسا", "رییس"), ("مناطق", "منطقه"), ("حقوق", "حق"), ("ملل", "ملت"), ("دول", "دولت"),
    ("افراد", "فرد"), ("اهداف", "هدف"), ("اصول", "اصل"), ("قوانین", "قانون"), ("مسایل", "مسیله"), ("روابط", "رابطه"),
    ("منابع", "منبع"), ("مراکز", "مرکز"), ("اعضا", "عضو"), ("اطراف", "طرف"), ("مواضع", "موضع"), ("تدابیر", "تدبیر"),
];

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "از", "است", "اگر", "اما", "ان", "انها", "این", "اینکه", "با", "باید", "بر", "برای", "برخی", "بود",
    "بودند", "به", "بی", "پس", "پیش", "تا", "تر", "جز", "چرا", "چند", "چه", "چون", "چیست", "خود", "خواهد",
    "در", "دیگر", "را", "زیر", "سپس", "شد", "شده", "شود", "طی", "کدام", "کرد", "کرده", "که", "کجا", "کسی",
    "کند", "کنند", "کی", "ما", "مانند", "من", "نیز", "نیست", "ها", "هم", "همه", "همین", "هر", "هست",
    "هستند", "هنوز", "هیچ", "و", "ولی", "وی", "یا", "یک",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["کشور کشورها کشورهای كشور", "کتاب کتاب‌ها کتابها كتابهای", "سازمان سازمانها سازمان‌های سازمانی", "توافق توافقات توافقی", "مذاکره مذاکرات", "وزیر وزیران وزرا", "منطقه مناطق", "مسئله مسائل", "خانه خانه‌ای خانه‌های"],
    apart: &["صلح صبح", "نام نامه", "منطق منطقه", "کشور کشتی"],
    same: &["مسئله مسیله", "كشور کشور", "ايران ایران", "می‌رود میرود", "۱۹۴۵ 1945"],
    differ: &["کشور کشورها"],
};
