//! Arabic: a light stemmer of ours, after Larkey's light10, with pronouns behind nouns and particles before them.
//!
//! L. Larkey, L. Ballesteros and M. Connell, Light Stemming for Arabic Information Retrieval, in: Arabic
//! Computational Morphology, 2007, pages 221 to 243; the pronouns, particles and broken plurals are ours.
//! Snowball's stemmer leaves the conjunction before an article (والسلام), and cuts قرارات in another way than
//! القرارات.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::ARABIC,
    alphabets: &[Alphabet::Arabic],
    spelling: with_plain_letters,
    stemmer: Stemmer::Own(stem),
    second_stem: without_particle,
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Writers mix up final ى and ي, and ة and ه; Persian keyboards have letters of their own for ي and ك.
fn with_plain_letters(word: &mut String) {
    // In Egypt ئ stands where others write ؤ.
    for (egyptian, other) in [("مسئول", "مسؤول"), ("شئون", "شؤون")] {
        if word.contains(egyptian) {
            *word = word.replace(egyptian, other);
        }
    }
    *word = word.chars().filter_map(|c| match c {
        '\u{64B}'..='\u{65F}' | '\u{670}' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' | 'ئ' => Some('ي'),
        'ؤ' => Some('و'),
        'ة' => Some('ه'),
        'ک' => Some('ك'),
        c => Some(c),
    }).collect();
}

/// The article, alone or behind conjunctions and prepositions of one letter.
const ARTICLES: &[&str] = &["وبال", "وكال", "ولل", "فلل", "وال", "بال", "كال", "فال", "ال", "لل"];

/// Pronouns, behind the feminine ending or plural that they follow.
const PRONOUNS: &[&str] = &[
    "ها", "هم", "هن", "هما", "نا", "كم", "ته", "تها", "تهم", "تهن", "تهما", "تنا", "تكم", "تي", "اته", "اتها", "اتهم", "اتهن", "اتنا",
    "اتكم", "اتي",
];

/// Dual, plural, the accusative's alif, and the ending of what belongs to something.
const ENDINGS: &[&str] = &["ان", "ون", "ين", "تان", "تين", "ا", "ي", "يه"];

/// The feminine ending, singular and plural.
const FEMININE: &[&str] = &["ه", "ات"];

/// Names that only look like plurals; without their end they would be other words (لبن is milk).
const WHOLE: &[&str] = &["لبنان", "سودان", "يونان", "عثمان", "رمضان"];

fn stem(word: &str) -> String {
    let bare = ARTICLES
        .iter()
        .find_map(|article| word.strip_prefix(article).filter(|rest| rest.chars().count() >= 2))
        .unwrap_or(word);
    let mut stem = cut(bare, &[PRONOUNS], 3);
    loop {
        let rest = if WHOLE.contains(&stem) { stem } else { cut(cut(stem, &[ENDINGS], 3), &[FEMININE], 2) };
        if rest.len() == stem.len() {
            return stem.to_owned();
        }
        stem = rest;
    }
}

/// Of a word that begins with و, ب or ل one can't tell whether it is a conjunction or a preposition: both readings count,
/// so that وزير still meets الوزير, and وسلام and بسلام still meet سلام.
fn without_particle(_: &str, stem: &str) -> Option<String> {
    let singular = |stem: &str| BROKEN_PLURALS.iter().find(|(plural, _)| *plural == stem).map(|(_, noun)| (*noun).to_owned());
    let noun = stem.strip_prefix('و').filter(|rest| rest.chars().count() >= 3).unwrap_or(stem);
    let bare = noun.strip_prefix(['ب', 'ل']).filter(|rest| rest.chars().count() >= 3).unwrap_or(noun);
    singular(stem).or_else(|| (bare != stem).then(|| singular(bare).unwrap_or_else(|| bare.to_owned())))
}

/// Plurals that have nothing in common with their singular but its consonants, of the vocabulary of diplomacy: the stem
/// of the plural, and that of the noun.
#[rustfmt::skip]
const BROKEN_PLURALS: &[(&str, &str)] = &[
    ("لجان", "لجن"), ("شعوب", "شعب"), ("وزراء", "وزير"), ("رءساء", "رييس"), ("روساء", "رييس"), ("سفراء", "سفير"), ("خبراء", "خبير"),
    ("شركاء", "شريك"), ("حقوق", "حق"), ("حروب", "حرب"), ("قوان", "قان"), ("اطراف", "طرف"), ("اعضاء", "عضو"), ("مصالح", "مصلح"),
    ("مناطق", "منطق"), ("جهود", "جهد"), ("اسلح", "سلاح"), ("الغام", "لغم"), ("مباد", "مبدا"), ("اهداف", "هدف"), ("برامج", "برنامج"),
    ("تدابير", "تدبير"), ("اطفال", "طفل"), ("تقارير", "تقرير"), ("مواثيق", "ميثاق"), ("مشاريع", "مشروع"), ("مراكز", "مركز"),
    ("انظم", "نظام"), ("افراد", "فرد"), ("مواقف", "موقف"), ("وفود", "وفد"), ("جيوش", "جيش"),
];

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "اذا", "اذ", "الا", "التي", "الذي", "الذين", "الي", "اليه", "اليها", "ام", "ان", "انا", "انت", "انه",
    "انها", "او", "اي", "ايضا", "بعد", "بعض", "بل", "بما", "به", "بها", "بين", "تلك", "ثم", "حتي", "حول",
    "حيث", "خلال", "دون", "ذلك", "سوف", "عبر", "علي", "عليه", "عليها", "عن", "عند", "عندما", "عنه", "عنها",
    "غير", "في", "فيه", "فيها", "قبل", "قد", "كان", "كانت", "كل", "كم", "كما", "كي", "كيف", "لا", "لان",
    "لدي", "لقد", "لكن", "لم", "لماذا", "لن", "له", "لها", "لهم", "لو", "ليس", "ليست", "ما", "ماذا", "مثل",
    "مع", "من", "منذ", "منه", "منها", "نحن", "نحو", "هذا", "هذه", "هل", "هم", "هما", "هنا", "هناك", "هو",
    "هي", "و", "وان", "وقد", "وكان", "ولا", "ولم", "وما", "وهو", "وهي", "يا",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "السلام سلام السَّلام والسلام بالسلام للسلام وسلام وللسلام",
        "القرار قرار قرارات القرارات والقرارات",
        "الأمم أمم امم والأمم للأمم",
        "وزير الوزير للوزير لوزير الوزراء",
        "حكومة الحكومة حكومتنا حكومته لحكومة",
        "شعب شعبنا شعبهم الشعوب",
        "تعاون التعاون تعاوننا بالتعاون",
        "لجنة اللجنة لجان",
        "مسؤولية مسئولية المسؤولين",
        "إنسان الإنسانية",
        "سلام بسلام لسلام",
        "الدولة دولة الدولي الدولية والدولي",
    ],
    apart: &["لبنان لبن", "سلام سلاح", "قرار قرية"],
    same: &["أمن امن", "أَمْنٌ أمن", "الســلام السلام", "ٱلأمن الامن", "على علي", "سلامة سلامه", "١٩٤٥ 1945"],
    differ: &["السلام سلام"],
};
