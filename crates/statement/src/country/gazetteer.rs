//! The countries: ISO's from the crate `rust_iso3166`, what that doesn't have from a table of our own; and how names
//! are looked up.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use icu_normalizer::DecomposingNormalizerBorrowed;
use rust_iso3166::iso3166_3;

use super::Country;

const TABLE: &str = include_str!("../../../../index-data/gazetteer/countries.tsv");

/// Words before the name of a state that may stand there or not, folded: "Republic of Kazakhstan". A name that has them
/// as its own is found first: the Republic of Korea is not just any Korea.
const FORMS_BEFORE: [&str; 34] = [
    "the",
    "republic",
    "kingdom",
    "of",
    "республика",
    "республики",
    "королевство",
    "королевства",
    "republique",
    "royaume",
    "republica",
    "reino",
    "de",
    "du",
    "des",
    "d",
    "del",
    "la",
    "le",
    "les",
    "l",
    "el",
    "los",
    "las",
    "جمهورية",
    "لجمهورية",
    "مملكة",
    "لمملكة",
    "دولة",
    "لدولة",
    "سلطنة",
    "sultanate",
    "principality",
    "commonwealth",
];

/// The same behind a name, in Chinese.
const FORMS_BEHIND: [&str; 4] = ["共和国", "共和國", "王国", "王國"];

pub(super) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::read);

/// What is shown of a country.
#[derive(Debug)]
pub(super) struct Entry {
    /// The code of three letters.
    pub(super) long_code: &'static str,
    /// The English short name.
    pub(super) name: &'static str,
}

/// All countries.
#[derive(Debug, Default)]
pub(super) struct Gazetteer {
    entries: BTreeMap<Country, Entry>,
    /// By code in capitals, of two or three letters.
    codes: HashMap<&'static str, Country>,
    /// By folded name.
    names: HashMap<String, Country>,
}

impl Gazetteer {
    /// Takes the countries of ISO 3166-1 and the rows of the table. A row that isn't well formed, or has a code that
    /// ISO doesn't have, would be left out; a test holds that there is none.
    fn read() -> Self {
        let mut gazetteer = Self::default();
        for iso in rust_iso3166::ALL {
            gazetteer.add(iso.alpha2, iso.alpha3, iso.name);
        }
        for row in rows() {
            let [code, name, others] = row[..] else { continue };
            let country = match past(code) {
                Some(former) => gazetteer.add(former.alpha2, former.alpha3, name),
                None => gazetteer.coded(code),
            };
            let Some(country) = country else { continue };
            for other in others.split('|').chain([name]).filter(|other| !other.is_empty()) {
                gazetteer.names.insert(fold(other), country);
                // Codes of the past stand among the names.
                if is_long_code(other) {
                    gazetteer.codes.entry(other).or_insert(country);
                }
            }
            if let Some(entry) = gazetteer.entries.get_mut(&country).filter(|_| !name.is_empty()) {
                entry.name = name;
            }
        }
        gazetteer
    }

    fn add(&mut self, code: &'static str, long_code: &'static str, name: &'static str) -> Option<Country> {
        let [first, second] = code.as_bytes() else { return None };
        let country = Country([*first, *second]);
        self.codes.extend([(code, country), (long_code, country)]);
        self.names.insert(fold(name), country);
        self.entries.insert(country, Entry { long_code, name });
        Some(country)
    }

    pub(super) fn countries(&self) -> impl Iterator<Item = Country> {
        self.entries.keys().copied()
    }

    pub(super) fn entry(&self, country: Country) -> Option<&Entry> {
        self.entries.get(&country)
    }

    /// The country of a code, in any case.
    pub(super) fn coded(&self, code: &str) -> Option<Country> {
        // Longer ones needn't be copied to know that they are no codes.
        (code.len() <= 3).then(|| self.codes.get(code.to_ascii_uppercase().as_str()).copied())?
    }

    /// The country of a folded name, with or without the words for its form of state.
    pub(super) fn named(&self, folded: &str) -> Option<Country> {
        let mut rest = folded;
        loop {
            if let Some(country) = self.names.get(rest) {
                return Some(*country);
            }
            match rest.split_once(' ') {
                Some((form, name)) if FORMS_BEFORE.contains(&form) => rest = name,
                _ => break,
            }
        }
        let behind = FORMS_BEHIND.iter().find_map(|form| rest.strip_suffix(form));
        behind.and_then(|name| self.names.get(name)).copied()
    }
}

/// The rows of the table, cut into columns.
pub(super) fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// The codes that a state of the past had, by its own code of ISO 3166-3, which has four letters.
pub(super) fn past(code: &str) -> Option<rust_iso3166::CountryCode> {
    iso3166_3::ALL.iter().find(|state| state.code == code).map(|state| state.former)
}

fn is_long_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// A name as names are compared: lower case without accents and other marks, words parted by one space, "&" as "and",
/// no signs. The full stop of an abbreviation parts no words.
pub(super) fn fold(text: &str) -> String {
    let spelled = text.replace('&', " and ").replace('.', "").to_lowercase();
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(&spelled);
    let mut folded = String::with_capacity(decomposed.len());
    let mut gap = false;
    for c in decomposed.chars().filter(|c| !is_mark(*c)) {
        if !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        folded.push(c);
    }
    folded
}

/// Accents, the vowel signs and the hamza of Arabic, and its lengthening stroke.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}
