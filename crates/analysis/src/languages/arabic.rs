//! Arabic: Larkey's light10, a light stemmer of ours.
//!
//! L. Larkey, L. Ballesteros and M. Connell, Light Stemming for Arabic Information Retrieval, 2007. Snowball's stemmer
//! leaves the conjunction before an article (والسلام), and cuts قرارات in another way than القرارات.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::ARABIC,
    alphabets: &[Alphabet::Arabic],
    spelling: with_plain_letters,
    stemmer: Stemmer::Own(stem),
    second_stem: without_conjunction,
    ..PLAIN
};

/// Writers mix up final ى and ي, and ة and ه; Persian keyboards have letters of their own for ي and ك.
fn with_plain_letters(word: &mut String) {
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

/// In light10's order, each cut once.
const ENDINGS: &[&[&str]] =
    &[&["ها"], &["ان"], &["ات"], &["ون"], &["ين"], &["يه"], &["ه"], &["ي"]];

fn stem(word: &str) -> String {
    let bare = ARTICLES
        .iter()
        .find_map(|article| word.strip_prefix(article).filter(|rest| rest.chars().count() >= 2))
        .unwrap_or(word);
    cut(bare, ENDINGS, 2).to_owned()
}

/// Of a word that begins with و one can't tell whether it is the conjunction: both readings count, so that وزير still
/// meets الوزير, and وسلام still meets سلام.
fn without_conjunction(_: &str, stem: &str) -> Option<String> {
    stem.strip_prefix('و').filter(|rest| rest.chars().count() >= 3).map(str::to_owned)
}

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "السلام سلام السَّلام والسلام بالسلام للسلام وسلام وللسلام",
        "القرار قرار قرارات القرارات والقرارات",
        "الأمم أمم امم والأمم للأمم",
        "وزير الوزير للوزير",
        "الدولة دولة الدولي الدولية والدولي",
    ],
    apart: &["سلام سلاح", "قرار قرية"],
    same: &["أمن امن", "أَمْنٌ أمن", "الســلام السلام", "ٱلأمن الامن", "على علي", "سلامة سلامه", "١٩٤٥ 1945"],
    differ: &["السلام سلام"],
};
