//! Spellings that readers take for the same become the same.
//!
//! Two steps, each a short list: [`normalise`] gives what a stemmer takes, [`fold`] takes away what the writers of
//! the language leave out when they are in a hurry.

use icu_casemap::{CaseMapper, CaseMapperBorrowed};
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::properties::{CanonicalCombiningClassMap, CanonicalDecomposition, Decomposed};

use crate::languages::{Case, Rules};
use crate::segment::is_initialism;

/// The word in Unicode's composed compatibility form (NFKC), with case folded as the language has it, without
/// characters that are not seen (soft hyphens, joiners, the Arabic tatweel), with one kind of apostrophe and one
/// kind of digits, the dots of an initialism gone, and what the language spells in two ways spelt in one.
pub(crate) fn normalise(word: &str, rules: &Rules) -> String {
    const CASES: CaseMapperBorrowed<'static> = CaseMapper::new();
    let visible: String = word.chars().filter(|c| !is_unseen(*c)).map(one_mark).collect();
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(&visible);
    let folded = match rules.case {
        Case::Full => CASES.fold_string(&composed),
        Case::Turkic => CASES.fold_turkic_string(&composed),
    };
    let mut word = ComposingNormalizerBorrowed::new_nfc().normalize(&folded).into_owned();
    if is_initialism(&word) {
        word.retain(|c| c != '.');
    }
    (rules.spelling)(&mut word);
    word
}

/// A word as [`normalise`] gives it, or a stem of one, without the marks that writers leave out. Letters with marks
/// that are letters of the language's alphabet stay.
pub(crate) fn fold(word: &str, rules: &Rules) -> String {
    let mut kept = String::with_capacity(word.len());
    let mut base = ' ';
    for c in word.chars() {
        if let Some((_, spelt)) = rules.expansions.iter().find(|(letter, _)| *letter == c) {
            kept.push_str(spelt);
            if spelt.is_empty() {
                continue;
            }
        } else if c.is_ascii() || rules.letters.contains(c) {
            kept.push(c);
        } else {
            fold_character(c, &mut base, &mut kept);
            continue;
        }
        base = c;
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&kept).into_owned()
}

fn fold_character(c: char, base: &mut char, kept: &mut String) {
    match CanonicalDecomposition::new().decompose(c) {
        Decomposed::Default => push_folded(c, base, kept),
        Decomposed::Singleton(one) => push_folded(one, base, kept),
        Decomposed::Expansion(first, mark) => {
            fold_character(first, base, kept);
            push_folded(mark, base, kept);
        }
    }
}

fn push_folded(c: char, base: &mut char, kept: &mut String) {
    if CanonicalCombiningClassMap::new().get_u8(c) != 0 {
        if keeps(*base, c) {
            kept.push(c);
        }
        return;
    }
    *base = c;
    match c {
        'æ' => kept.push_str("ae"),
        'œ' => kept.push_str("oe"),
        'ø' => kept.push('o'),
        'ł' => kept.push('l'),
        'đ' => kept.push('d'),
        'ı' => kept.push('i'),
        'ٱ' => kept.push('ا'),
        c => kept.push(c),
    }
}

/// Whether a mark belongs to the letter below it in every language: those of Latin, Greek, Hebrew and Arabic
/// letters don't; of Cyrillic only the stress mark and the dots of ё don't (й, ї and ў are letters).
fn keeps(base: char, mark: char) -> bool {
    match base {
        'a'..='z' | '\u{00C0}'..='\u{024F}' | '\u{0370}'..='\u{03FF}' | '\u{0590}'..='\u{06FF}' => false,
        '\u{0400}'..='\u{052F}' => !matches!((base, mark), (_, '\u{0300}' | '\u{0301}') | ('е', '\u{0308}')),
        _ => true,
    }
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{0640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether `c` is one of the marks that are typed for an apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '\u{B4}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{02B9}'
            | '\u{02BB}'
            | '\u{02BC}'
            | '\u{055A}'
            | '\u{FF07}'
    )
}

/// Apostrophes and digits of one kind.
fn one_mark(c: char) -> char {
    if is_apostrophe(c) {
        return '\'';
    }
    // Arabic-Indic digits, Persian ones, and those of Devanagari and Bengali, each in the order of their values.
    for zero in ['\u{0660}', '\u{06F0}', '\u{0966}', '\u{09E6}'] {
        if let Some(value @ 0..=9) = (c as u32).checked_sub(zero as u32) {
            return char::from_digit(value, 10).unwrap_or(c);
        }
    }
    match c {
        '\u{066B}' => '.',
        '\u{066C}' => ',',
        c => c,
    }
}
