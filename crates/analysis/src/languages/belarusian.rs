//! Belarusian: a light stemmer of ours.
//!
//! After our own grammar of the endings of nouns, adjectives and verbs; to read on, P. Mayo, Belorussian, in: B.
//! Comrie and G. Corbett, eds, The Slavonic Languages, 1993. Limits: vowels that change with the stress part the
//! forms (мяжа, межы), as do participles.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};
use crate::stemmer::{Stemmer, cut};

pub(crate) const RULES: Rules = Rules {
    language: Language::of("be"),
    alphabets: &[Alphabet::Cyrillic],
    stemmer: Stemmer::Own(stem),
    second_stem: hard_consonant,
    expansions: &[('\'', "")],
    stop_words: STOP_WORDS,
    ..PLAIN
};

const REFLEXIVE: &[&str] = &["ся", "цца"];

const ENDINGS: &[&str] = &[
    "а", "я", "ы", "і", "у", "ю", "е", "э", "о", "ё", "ам", "ям", "ом", "ём", "ем", "ах", "ях", "амі", "ямі", "ай", "яй",
    "ой", "ей", "ей", "аю", "яю", "ою", "ёю", "аў", "яў", "оў", "ёў", "ая", "яя", "ае", "яе", "ое", "ыя", "ія", "ага",
    "яга", "ога", "аму", "яму", "ому", "ым", "ім", "ую", "юю", "ых", "іх", "ымі", "імі", "ць", "аць", "яць", "іць",
    "ыць", "уць", "юць", "ла", "лі", "ло", "ала", "алі", "іла", "ілі", "іў", "ыў", "ью", "ыі", "ый", "ыю", "ыяй", "ыям",
    "ыямі", "ыях", "іі", "ій", "ію", "іяй", "іям", "іямі", "іях",
];

const SOFT: &[&str] = &["ь", "ц"];

fn stem(word: &str) -> String {
    let mut stem = cut(word, &[REFLEXIVE, ENDINGS, SOFT], 3).to_owned();
    // A consonant is doubled before some endings (Беларуссю), and д becomes дз (радзе).
    let mut ends = stem.chars().rev();
    let (last, before) = (ends.next(), ends.next());
    if stem.chars().count() > 3 && last.is_some() && (last == before || (before, last) == (Some('д'), Some('з'))) {
        stem.pop();
    }
    stem
}

/// Consonants change before some endings: бяспека, бяспецы; дапамога, дапамозе; свет, свеце; мова, моў. And nouns may end
/// as adjectives do: дапамога.
fn hard_consonant(word: &str, _: &str) -> Option<String> {
    let hardened = [("пасол", "пасл"), ("пасла", "пасл"), ("цы", "к"), ("зе", "г"), ("це", "т"), ("се", "х"), ("ў", "в"), ("ога", "ог"), ("ага", "аг")];
    let mut pairs = hardened.iter().filter_map(|(soft, hard)| Some(format!("{}{hard}", word.strip_suffix(soft)?)));
    pairs.next().filter(|stem| stem.chars().count() >= 3)
}

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "а", "або", "але", "без", "бо", "бы", "быў", "была", "былі", "было", "быць", "в", "вас", "вы", "вам",
    "ва", "да", "для", "ды", "з", "за", "і", "іх", "ім", "яна", "яно", "яны", "ен", "яго", "яе", "ей", "як",
    "якая", "якое", "які", "якія", "якіх", "к", "калі", "кім", "ля", "мы", "між", "на", "над", "нас", "не",
    "ні", "о", "па", "пад", "паміж", "пасля", "праз", "пры", "пра", "са", "сам", "свой", "сябе", "так",
    "таксама", "там", "тая", "те", "той", "тое", "тут", "тыя", "у", "усе", "ў", "хто", "ці", "чаго", "чаму",
    "чым", "што", "каб", "гэта", "гэтая", "гэты", "гэтыя", "гэтага",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &[
        "дзяржава дзяржавы дзяржаву дзяржавамі",
        "бяспека бяспекі бяспеку бяспецы",
        "санкцыя санкцыі санкцый санкцыямі",
        "дапамога дапамогі дапамозе",
        "мова мовы моў",
        "рада рады радзе",
        "Беларусь Беларусі Беларуссю",
        "дагавор дагавора дагаворы дагавораў",
        "магчымасць магчымасці магчымасцю магчымасцяў",
        "аб'яднанне аб’яднання",
    ],
    apart: &["мір мера", "дзяржава дзяўчына"],
    same: &["аб'ект аб’ект абʼект", "Мінск МІНСК"],
    differ: &["ўзор узор", "дзяржава дзяржавы"],
};
