//! Which language each paragraph is in, and the statement.
//!
//! The script is asked first: most have one language. Where several share it, the windows of the text are weighed
//! (`table`): a few words of a language that has letters of its own, or a sentence of another, are enough. What is too
//! short for that is in the language that its page or its statement lets expect, if the script fits, else it is not
//! known: no tag is better than a wrong one. What a page declares is evidence, too, but templates declare the same
//! language for every page, so that it counts only where the text itself is too short to show another. A record of a
//! data set is believed. Scripts that have no table are left to whatlang.

mod scripts;
mod symbols;
mod table;
mod weighed;

use std::sync::LazyLock;

use verbale_statement::Language;
use whatlang::{Detector, Lang, Script};

use table::Table;
use weighed::Weighed;

/// How many nats a language has to be ahead of the next to be certain in a text of few letters: 99 of 100 headings of
/// three words that are so far ahead are right. Each letter more than that makes some of these nats needless, down to
/// what is enough for a sentence.
const SURE_IF_SHORT: f32 = 11.0;
const FEW_LETTERS: usize = 18;
const NATS_A_LETTER: f32 = 0.7;
const SURE: f32 = 1.0;
/// How many nats a language is likelier because the statement is in it, or because it is declared.
const EXPECTED: f32 = 8.0;
/// A paragraph in another language than its statement looks like that language: it has so many nats for each letter.
/// Lists of foreign names have fewer.
const PROSE: f32 = 0.6;
/// Latin letters with fewer nats each are in no language that is known here.
const READABLE: f32 = 0.0;
/// Paragraphs that together have fewer, and so many letters at least, were misread from pictures of another script; what
/// looks like a language among them has to look like prose.
const READABLE_TOGETHER: f32 = 0.4;
const ENOUGH_TOGETHER: usize = 200;
/// The confidence of whatlang, from 0 to 1, above which 99 of 100 sentences are right, and the letters that it needs.
const CONFIDENT: f64 = 0.9;
const ENOUGH_LETTERS: usize = 40;
/// More letters than this don't make the answer surer, only later.
const LETTERS_USED: usize = 600;

/// A paragraph, as far as its language goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample<'a> {
    /// Its text.
    pub(crate) text: &'a str,
    /// The language that the source declares for it.
    pub(crate) declared: Option<Language>,
}

/// The language of one text of which nothing else is known, or [`Language::UNDETERMINED`] where it is too short or
/// too odd to tell. Only its first 600 characters are looked at.
pub fn language_of(text: &str) -> Language {
    let (main, _) = tag("", &[Sample { text, declared: None }], None, false);
    main
}

/// The language of a statement and those of its paragraphs; the title counts only if they show none. With `believed`, what is declared is taken as it is.
pub(crate) fn tag(
    title: &str,
    samples: &[Sample<'_>],
    declared: Option<Language>,
    believed: bool,
) -> (Language, Vec<Language>) {
    let mut seen: Vec<Seen> = samples.iter().map(|sample| Seen::of(sample.text)).collect();
    find_misread(&mut seen);
    let given = |sample: &Sample<'_>| sample.declared.filter(|_| believed);
    let main = declared.filter(|_| believed).unwrap_or_else(|| {
        let own =
            samples.iter().zip(&seen).map(|(sample, seen)| (given(sample).or(seen.certain()), seen.letters));
        let fitting = |language: &Language| seen.iter().any(|seen| seen.fits(*language));
        most(own)
            .or(declared.filter(fitting))
            .or_else(|| Seen::of(title).certain().filter(fitting))
            .or_else(|| of_all(&seen))
            .unwrap_or(Language::UNDETERMINED)
    });
    let paragraphs: Vec<Language> = samples
        .iter()
        .zip(&seen)
        .map(|(sample, seen)| given(sample).unwrap_or_else(|| seen.language(main, sample.declared)))
        .collect();
    (main, paragraphs)
}

/// What a paragraph shows by itself.
#[derive(Debug)]
struct Seen {
    letters: usize,
    script: Option<Script>,
    /// The language, if the script has no other, or none that is like it.
    told: Option<Language>,
    /// What speaks for each language of the script, if it has several.
    weighed: Option<Weighed>,
    /// Nats for each letter that it takes to be read as a text at all.
    least: f32,
}

impl Seen {
    fn of(text: &str) -> Self {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let text = &beginning(text);
        let script = if scripts::is_ideographic(text) {
            Some(Script::Mandarin)
        } else {
            whatlang::detect_script(text)
        };
        let weighed = script.and_then(Table::of).map(|table| table.weigh(text));
        let told = script.filter(|_| weighed.is_none()).and_then(|script| {
            scripts::language(script, text)
                .or_else(|| (letters >= ENOUGH_LETTERS).then(|| statistics(text)).flatten())
        });
        let least = if script == Some(Script::Latin) { READABLE } else { f32::NEG_INFINITY };
        Self { letters, script, told, weighed, least }
    }

    /// The language, if the paragraph by itself is enough to know.
    fn certain(&self) -> Option<Language> {
        self.told.or_else(|| self.surely(&[]))
    }

    /// The language of the paragraph in a statement in `main`, if its source declares `declared` for it.
    fn language(&self, main: Language, declared: Option<Language>) -> Language {
        if let Some(told) = self.told {
            return told;
        }
        if self.weighed.is_some() && !self.is_readable() {
            return Language::UNDETERMINED;
        }
        let expected: Vec<(Language, f32)> = declared
            .into_iter()
            .chain([main])
            .filter(|language| self.fits(*language))
            .map(|language| (language, EXPECTED))
            .collect();
        let is_prose = || {
            self.script != Some(Script::Latin)
                || self.weighed.is_some_and(|weighed| weighed.per_letter() >= PROSE)
        };
        self.surely(&expected)
            .filter(|own| {
                expected.is_empty() || expected.iter().any(|(language, _)| language == own) || is_prose()
            })
            .or(expected.first().map(|(language, _)| *language))
            .unwrap_or(Language::UNDETERMINED)
    }

    /// The likeliest language of the script, if it is far enough ahead, where some are likelier beforehand.
    fn surely(&self, favoured: &[(Language, f32)]) -> Option<Language> {
        let weighed = self.weighed.filter(|_| self.is_readable())?;
        let beyond = self.letters.saturating_sub(FEW_LETTERS) as f32;
        let needed = (SURE_IF_SHORT - beyond * NATS_A_LETTER).max(SURE);
        weighed.best(favoured).filter(|best| best.lead >= needed).map(|best| best.language)
    }

    fn is_readable(&self) -> bool {
        self.weighed.is_some_and(|weighed| weighed.per_letter() >= self.least)
    }

    /// Whether the paragraph can be in `language`: its letters are of that script.
    fn fits(&self, language: Language) -> bool {
        self.script.is_some_and(|script| scripts::is_script_of(script, language))
    }
}

/// Asks more of what is in Latin letters, if most of that is in no language.
fn find_misread(seen: &mut [Seen]) {
    let latin = |seen: &&mut Seen| seen.script == Some(Script::Latin);
    let (nats, letters) = seen
        .iter()
        .filter(|seen| seen.script == Some(Script::Latin))
        .filter_map(|seen| seen.weighed.as_ref().map(Weighed::sums))
        .fold((0.0, 0), |(nats, letters), (more, of)| (nats + more, letters + of));
    if letters >= ENOUGH_TOGETHER && nats < READABLE_TOGETHER * letters as f32 {
        seen.iter_mut().filter(latin).for_each(|seen| seen.least = PROSE);
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
fn of_all(seen: &[Seen]) -> Option<Language> {
    let scripts = seen.iter().filter(|seen| seen.is_readable()).map(|seen| (seen.script, seen.letters));
    let script = scripts.max_by_key(|(_, letters)| *letters)?.0;
    let fitting = seen.iter().filter(|seen| seen.script == script && seen.is_readable());
    let together = fitting.filter_map(|seen| seen.weighed).reduce(|sum, weighed| sum.and(&weighed))?;
    together.best(&[]).filter(|best| best.lead >= SURE_IF_SHORT).map(|best| best.language)
}

/// What whatlang says, if it is confident.
fn statistics(text: &str) -> Option<Language> {
    static DETECTOR: LazyLock<Detector> = LazyLock::new(|| {
        // Languages without a name here are no languages of statements; each of them takes some texts from another.
        let known = Lang::all().iter().filter(|lang| language_of_whatlang(**lang).is_some());
        Detector::with_allowlist(known.copied().collect())
    });
    let info = DETECTOR.detect(text).filter(|info| info.confidence() > CONFIDENT)?;
    language_of_whatlang(info.lang())
}

fn language_of_whatlang(lang: Lang) -> Option<Language> {
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
