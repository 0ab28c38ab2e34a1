//! Which languages have an analysis of their own, and what is particular to each. Adding a language whose
//! stemmer the library has is one line here.

use rust_stemmers::Algorithm;
use verbale_statement::Language;

/// What is particular to the analysis of a language.
#[derive(Debug)]
pub(crate) struct Particulars {
    pub(crate) language: Language,
    /// The Snowball stemmer.
    pub(crate) stemmer: Option<Algorithm>,
    /// Which apostrophes end a word.
    pub(crate) apostrophe: Apostrophe,
}

/// What an apostrophe inside a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Apostrophe {
    /// A letter like others.
    Letter,
    /// What follows it is a word of its own: l'accord, dell'Unione.
    Elision,
    /// A final 's is the mark of possession and not part of the word: the Council's.
    Possession,
}

const fn stemmed(code: &str, stemmer: Algorithm, apostrophe: Apostrophe) -> Particulars {
    Particulars { language: Language::of(code), stemmer: Some(stemmer), apostrophe }
}

/// Languages with an analysis of their own. Greek and Turkish are missing on purpose: the library panics on
/// some Greek words, and Turkish needs its own case folding first.
pub(crate) const LANGUAGES: &[Particulars] = &[
    stemmed("ar", Algorithm::Arabic, Apostrophe::Letter),
    stemmed("da", Algorithm::Danish, Apostrophe::Letter),
    stemmed("de", Algorithm::German, Apostrophe::Letter),
    stemmed("en", Algorithm::English, Apostrophe::Possession),
    stemmed("es", Algorithm::Spanish, Apostrophe::Letter),
    stemmed("fi", Algorithm::Finnish, Apostrophe::Letter),
    stemmed("fr", Algorithm::French, Apostrophe::Elision),
    stemmed("hu", Algorithm::Hungarian, Apostrophe::Letter),
    stemmed("it", Algorithm::Italian, Apostrophe::Elision),
    stemmed("nl", Algorithm::Dutch, Apostrophe::Letter),
    stemmed("no", Algorithm::Norwegian, Apostrophe::Letter),
    stemmed("pt", Algorithm::Portuguese, Apostrophe::Letter),
    stemmed("ro", Algorithm::Romanian, Apostrophe::Letter),
    stemmed("ru", Algorithm::Russian, Apostrophe::Letter),
    stemmed("sv", Algorithm::Swedish, Apostrophe::Letter),
    Particulars { language: Language::CHINESE, stemmer: None, apostrophe: Apostrophe::Letter },
    FALLBACK,
];

/// Words as Unicode sees them, without a stemmer: for every other language.
pub(crate) const FALLBACK: Particulars =
    Particulars { language: Language::UNDETERMINED, stemmer: None, apostrophe: Apostrophe::Letter };

pub(crate) fn particulars(language: Language) -> &'static Particulars {
    LANGUAGES.iter().find(|own| own.language == language).unwrap_or(&FALLBACK)
}

/// The languages that an index keeps apart, each with its own analysis;
/// [`Language::UNDETERMINED`] stands for all others.
pub fn field_languages() -> impl Iterator<Item = Language> {
    LANGUAGES.iter().map(|own| own.language)
}

/// The one of [`field_languages`] under which text in `language` is analysed.
pub fn field_language(language: Language) -> Language {
    particulars(language).language
}
