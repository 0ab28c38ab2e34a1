//! Which language each paragraph is in, and the statement.
//!
//! Scripts and letters that only one language has are asked first: they are certain even in a few words. Between
//! languages of one script small words decide, and where they don't, whatlang, if it is sure; a paragraph that is too short for it is in the
//! language of its statement. What a page declares is evidence, too, but templates declare the same language for
//! every page, so that it counts only where the text itself is too short to show another. A record of a data
//! set is believed.

mod letters;
mod words;

use std::sync::LazyLock;

use verbale_statement::Language;
use whatlang::{Detector, Lang, Script};

/// A text of fewer letters is too short to be told from others of its script by statistics.
const ENOUGH_LETTERS: usize = 40;
/// If only statistics say that a paragraph is in another language than its statement, it must be at least this long.
const ENOUGH_TO_DIFFER: usize = 80;
/// The confidence of whatlang above which 99 of 100 sentences are right, and that above which 9 of 10 are; the
/// latter is enough only where there is nothing else to go by.
const SURE: f64 = 0.9;
const LIKELY: f64 = 0.5;
/// More letters than this don't make the answer surer, only later.
const LETTERS_USED: usize = 800;

/// A paragraph, as far as its language goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample<'a> {
    /// Its text.
    pub(crate) text: &'a str,
    /// The language that the source declares for it.
    pub(crate) declared: Option<Language>,
}

/// The language of a statement and those of its paragraphs; the title counts only if they show none. With `believed`, what is declared is taken as it is.
pub(crate) fn tag(
    title: &str,
    samples: &[Sample<'_>],
    declared: Option<Language>,
    believed: bool,
) -> (Language, Vec<Language>) {
    let seen: Vec<Seen> = samples.iter().map(|sample| Seen::of(sample.text)).collect();
    let given = |sample: &Sample<'_>| sample.declared.filter(|_| believed);
    let main = declared.filter(|_| believed).unwrap_or_else(|| {
        let own =
            samples.iter().zip(&seen).map(|(sample, seen)| (given(sample).or(seen.certain), seen.letters));
        let fitting = |language: &Language| seen.iter().any(|seen| seen.fits(*language));
        most(own)
            .or(declared.filter(fitting))
            .or_else(|| Seen::of(title).certain.filter(fitting))
            .or_else(|| of_all(samples))
            .unwrap_or(Language::UNDETERMINED)
    });
    let paragraphs: Vec<Language> = samples
        .iter()
        .zip(&seen)
        .map(|(sample, seen)| given(sample).unwrap_or_else(|| seen.language(main, sample)))
        .collect();
    (main, paragraphs)
}

/// What a paragraph shows by itself.
#[derive(Debug, Clone, Copy)]
struct Seen {
    letters: usize,
    script: Option<Script>,
    /// The language, if the paragraph by itself is enough to know.
    certain: Option<Language>,
    /// Whether that holds in a statement in another language, too.
    stands: bool,
}

impl Seen {
    fn of(text: &str) -> Self {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let text = &beginning(text);
        let script = if letters::is_ideographic(text) {
            Some(Script::Mandarin)
        } else {
            whatlang::detect_script(text)
        };
        if let Some(language) = script.and_then(|script| letters::language(script, text)) {
            return Self { letters, script, certain: Some(language), stands: true };
        }
        if let Some(language) = words::language(text) {
            return Self { letters, script, certain: Some(language), stands: letters >= ENOUGH_LETTERS };
        }
        let certain = (letters >= ENOUGH_LETTERS).then(|| statistics(text, SURE)).flatten();
        Self { letters, script, certain, stands: letters >= ENOUGH_TO_DIFFER }
    }

    /// The language of the paragraph `sample` in a statement in `main`.
    fn language(&self, main: Language, sample: &Sample<'_>) -> Language {
        if let Some(own) = self.certain.filter(|own| *own == main || self.stands) {
            return own;
        }
        let expected = sample.declared.into_iter().chain([main]).find(|language| self.fits(*language));
        expected
            .or(self.certain)
            .or_else(|| statistics(&beginning(sample.text), LIKELY))
            .unwrap_or(Language::UNDETERMINED)
    }

    /// Whether the paragraph can be in `language`: its letters are of that script.
    fn fits(&self, language: Language) -> bool {
        self.script.is_some_and(|script| letters::is_script_of(script, language))
    }
}

/// The language with the most letters among those that are certain.
fn most(languages: impl Iterator<Item = (Option<Language>, usize)>) -> Option<Language> {
    let mut sums: Vec<(Language, usize)> = Vec::new();
    for (language, letters) in languages.filter_map(|(language, letters)| Some((language?, letters))) {
        match sums.iter_mut().find(|(known, _)| *known == language) {
            Some((_, sum)) => *sum += letters,
            None => sums.push((language, letters)),
        }
    }
    // The earlier of two that are equal: the reader meets it first.
    sums.into_iter().rev().max_by_key(|(_, sum)| *sum).map(|(language, _)| language)
}

/// The language of paragraphs that are too short or too odd one by one, taken together.
fn of_all(samples: &[Sample<'_>]) -> Option<Language> {
    let texts: Vec<String> = samples.iter().map(|sample| beginning(sample.text)).take(50).collect();
    let text = texts.join(" ");
    statistics(&text, LIKELY).or_else(|| words::likely(&text))
}

/// What whatlang says, if its confidence, from 0 to 1, is above `least`.
fn statistics(text: &str, least: f64) -> Option<Language> {
    static DETECTOR: LazyLock<Detector> = LazyLock::new(|| {
        // Languages without a name here are no languages of statements; each of them takes some texts from another.
        let known = Lang::all().iter().filter(|lang| language_of(**lang).is_some());
        Detector::with_allowlist(known.copied().collect())
    });
    let info = DETECTOR.detect(text).filter(|info| info.confidence() > least)?;
    language_of(info.lang())
}

fn language_of(lang: Lang) -> Option<Language> {
    let language: Language = lang.code().parse().ok()?;
    (language.name() != language.code()).then_some(language)
}

/// As much of a text as its language needs, without digits and full-width signs, which some take for letters.
fn beginning(text: &str) -> String {
    let is_sign = |c: char| c.is_numeric() || matches!(c, '\u{FF00}'..='\u{FFEF}') && !c.is_alphabetic();
    text.chars().take(LETTERS_USED).map(|c| if is_sign(c) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests;
