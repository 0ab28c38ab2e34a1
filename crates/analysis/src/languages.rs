//! Which languages have an analysis of their own. Adding one is a file in `languages/` and its name below.

use std::ops::RangeInclusive;

use verbale_statement::Language;

use crate::stemmer::Stemmer;
use irregular::Irregular;

/// What is particular to the analysis of a language.
pub(crate) struct Rules {
    pub(crate) language: Language,
    /// Other languages that are analysed in the same way: Croatian as Serbian is.
    pub(crate) also: &'static [Language],
    /// The scripts it is written in. A word in none of them is no word of the language.
    pub(crate) alphabets: &'static [Alphabet],
    /// What an apostrophe inside a word means.
    pub(crate) apostrophe: Apostrophe,
    /// Whether a colon parts a word from its ending: EU:n.
    pub(crate) colon_endings: bool,
    /// First parts of compounds that are also written apart or with a hyphen: non-proliferation.
    pub(crate) prefixes: &'static [&'static str],
    /// Words that say nothing about what a text is about, as exact forms, for questions of which any word will do.
    pub(crate) stop_words: &'static [&'static str],
    /// How capital and small letters belong together.
    pub(crate) case: Case,
    /// Gives words that may be spelt in two ways the spelling that the stemmer knows.
    pub(crate) spelling: fn(&mut String),
    /// What joins its inflected forms.
    pub(crate) stemmer: Stemmer,
    /// Forms that the stemmer parts from their word, one by one: the second stem of each is that of its word.
    pub(crate) irregular: Option<fn() -> &'static Irregular>,
    /// Where the stemmer is known to part other forms of one word: a second stem, from the word and its stem.
    pub(crate) second_stem: fn(&str, &str) -> Option<String>,
    /// Whether readers often type without accents, so that the stem of the word without them counts, too.
    pub(crate) accents_omitted: bool,
    /// Small letters with marks that stay as they are, as they are letters of its alphabet.
    pub(crate) letters: &'static str,
    /// Letters that are commonly written as several, or as another.
    pub(crate) expansions: &'static [(char, &'static str)],
}

/// A script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alphabet {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Georgian,
    Arabic,
    /// Scripts without spaces between words.
    Unspaced,
    /// Any script.
    Any,
}

/// What an apostrophe inside a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Apostrophe {
    /// A letter like others.
    Letter,
    /// After one of these the next word begins: l'accord, dell'Unione.
    Elision(&'static [&'static str]),
    /// A final 's is the mark of possession and not part of the word: the Council's.
    Possession,
}

/// How capital and small letters belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// As Unicode folds case in full.
    Full,
    /// With I belonging to ı and İ to i.
    Turkic,
}

/// What most languages have in common; a language states where it differs.
pub(crate) const PLAIN: Rules = Rules {
    language: Language::UNDETERMINED,
    also: &[],
    alphabets: &[Alphabet::Latin],
    apostrophe: Apostrophe::Letter,
    colon_endings: false,
    prefixes: &[],
    stop_words: &[],
    case: Case::Full,
    spelling: |_| {},
    stemmer: Stemmer::None,
    irregular: None,
    second_stem: |_, _| None,
    accents_omitted: false,
    letters: "",
    expansions: &[],
};

/// Words as Unicode sees them, without a stemmer: for every language without an analysis of its own.
pub(crate) const FALLBACK: Rules = Rules { alphabets: &[Alphabet::Any], ..PLAIN };

macro_rules! languages {
    ($($name:ident)*) => {
        $(mod $name;)*

        /// Languages with an analysis of their own, and last the fallback for all others.
        pub(crate) const LANGUAGES: &[&Rules] = &[$(&$name::RULES,)* &FALLBACK];

        /// What the battery of tests asks of each language.
        #[cfg(test)]
        pub(crate) const SAMPLES: &[(&Rules, &samples::Samples)] = &[$((&$name::RULES, &$name::SAMPLES)),*];
    };
}

languages! {
    arabic armenian azerbaijani belarusian catalan chinese czech danish dutch english estonian finnish french georgian german
    greek hungarian italian kazakh kyrgyz norwegian persian polish portuguese romanian russian serbian spanish
    swedish tajik turkish ukrainian uzbek
}

mod irregular;
mod nominative;
mod turkic;

#[cfg(test)]
pub(crate) mod samples;

impl Rules {
    /// Whether `word` is written in a script of the language.
    pub(crate) fn can_write(&self, word: &str) -> bool {
        word.chars().any(|c| self.alphabets.iter().any(|alphabet| alphabet.has(c)))
    }
}

impl Alphabet {
    fn has(self, c: char) -> bool {
        let ranges: &[RangeInclusive<char>] = match self {
            Self::Latin => &[
                'a'..='z',
                'A'..='Z',
                '\u{AA}'..='\u{24F}',
                '\u{1E00}'..='\u{1EFF}',
                '\u{FF21}'..='\u{FF5A}',
            ],
            Self::Cyrillic => &['\u{400}'..='\u{52F}'],
            Self::Greek => &['\u{370}'..='\u{3FF}', '\u{1F00}'..='\u{1FFF}'],
            Self::Armenian => &['\u{531}'..='\u{58F}'],
            Self::Georgian => &['\u{10A0}'..='\u{10FF}', '\u{1C90}'..='\u{1CBF}'],
            Self::Arabic => &['\u{620}'..='\u{65F}', '\u{66E}'..='\u{6EF}', '\u{FB50}'..='\u{FEFC}'],
            Self::Unspaced => return crate::segment::is_unspaced(c) || matches!(c, '\u{30A0}'..='\u{30FF}'),
            Self::Any => return c.is_alphabetic(),
        };
        ranges.iter().any(|range| range.contains(&c))
    }
}

pub(crate) fn rules(language: Language) -> &'static Rules {
    LANGUAGES
        .iter()
        .find(|own| own.language == language || own.also.contains(&language))
        .copied()
        .unwrap_or(&FALLBACK)
}

/// The languages that an index keeps apart, each with its own analysis;
/// [`Language::UNDETERMINED`] stands for all others.
pub fn field_languages() -> impl Iterator<Item = Language> {
    LANGUAGES.iter().map(|own| own.language)
}

/// The one of [`field_languages`] under which text in `language` is analysed.
pub fn field_language(language: Language) -> Language {
    rules(language).language
}

/// Writes each letter of `word` as `letters` has it, for languages of two scripts.
fn transliterate(word: &mut String, letters: &[(char, &str)]) {
    if word.is_ascii() {
        return;
    }
    let mut written = String::with_capacity(word.len());
    for c in word.chars() {
        match letters.iter().find(|(letter, _)| *letter == c) {
            Some((_, spelt)) => written.push_str(spelt),
            None => written.push(c),
        }
    }
    *word = written;
}
