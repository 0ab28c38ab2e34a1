//! What a paragraph shows of its language by itself, and what it then is among others.

use std::borrow::Cow;
use std::sync::LazyLock;

use verbale_statement::Language;
use whatlang::{Detector, Lang, Script};

use super::scripts;
use super::table::Table;
use super::weighed::Weighed;

/// How many nats a language has to be ahead of the next to be certain in a text of few letters: 99 of 100 headings of
/// three words that are so far ahead are right. Each letter more than that makes some of these nats needless, down to
/// what is enough for a sentence.
const SURE_IF_SHORT: f32 = 11.0;
const FEW_LETTERS: usize = 18;
const NATS_A_LETTER: f32 = 0.7;
const SURE: f32 = 1.0;
/// Fewer letters are an abbreviation, or a name.
const LEAST_LETTERS: usize = 6;
/// How many nats a language is likelier because the statement is in it, or because it is declared.
const EXPECTED: f32 = 16.0;
/// A paragraph in another language than its statement has so many nats for each letter; lists of foreign names have
/// fewer.
const QUOTED: f32 = 0.3;
/// Latin letters with fewer nats each are in no language that is known here.
const READABLE: f32 = 0.1;
/// Paragraphs that together have fewer, and so many letters at least, were misread from pictures of another script; what
/// has a language among them has as many as prose.
const READABLE_TOGETHER: f32 = 0.4;
const ENOUGH_TOGETHER: usize = 200;
const PROSE: f32 = 0.6;
/// The confidence of whatlang, from 0 to 1, above which 99 of 100 sentences are right, and the letters that it needs.
const CONFIDENT: f64 = 0.9;
const ENOUGH_LETTERS: usize = 40;
/// More letters than this don't make the answer surer, only later.
const LETTERS_USED: usize = 600;

/// What a paragraph shows by itself.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) letters: usize,
    script: Option<Script>,
    /// The language, if the script has no other, or none that is like it.
    told: Option<Language>,
    /// What speaks for each language of the script, if it has several.
    weighed: Option<Weighed>,
    /// Whether the statement it is in was misread for the most part.
    misread: bool,
}

impl Seen {
    pub(super) fn of(text: &str) -> Self {
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
        Self { letters, script, told, weighed, misread: false }
    }

    /// The language, if the paragraph by itself is enough to know.
    pub(super) fn certain(&self) -> Option<Language> {
        self.told.or_else(|| self.surely(&[]))
    }

    /// The language of the paragraph in a statement in `main`, if its source declares `declared` for it.
    pub(super) fn language(&self, main: Language, declared: Option<Language>) -> Language {
        if let Some(told) = self.told {
            return told;
        }
        if self.misread && !self.has_nats(PROSE) {
            return Language::UNDETERMINED;
        }
        let expected: Vec<(Language, f32)> = declared
            .into_iter()
            .chain([main])
            .filter(|language| self.fits(*language))
            .map(|language| (language, EXPECTED))
            .collect();
        let is_expected = |own: &Language| expected.iter().any(|(language, _)| language == own);
        self.surely(&expected)
            .filter(|own| expected.is_empty() || is_expected(own) || self.has_nats(QUOTED))
            .or(expected.first().map(|(language, _)| *language))
            .unwrap_or(Language::UNDETERMINED)
    }

    /// The likeliest language of the script, if the text is readable and it is far enough ahead.
    fn surely(&self, favoured: &[(Language, f32)]) -> Option<Language> {
        self.weighed.filter(|_| self.has_nats(READABLE)).and_then(|weighed| far_ahead(&weighed, favoured))
    }

    /// Whether a text in Latin letters, which is what other scripts are misread as, has so many nats for each.
    fn has_nats(&self, per_letter: f32) -> bool {
        self.script != Some(Script::Latin)
            || self.weighed.is_some_and(|weighed| weighed.per_letter() >= per_letter)
    }

    /// Whether it is part of what was misread.
    pub(super) fn is_misread(&self) -> bool {
        self.misread
    }

    /// Whether the paragraph can be in `language`: its letters are of that script.
    pub(super) fn fits(&self, language: Language) -> bool {
        self.script.is_some_and(|script| scripts::is_script_of(script, language))
    }
}

/// The likeliest language, if it is far enough ahead, where some are likelier beforehand.
fn far_ahead(weighed: &Weighed, favoured: &[(Language, f32)]) -> Option<Language> {
    let letters = weighed.letters();
    let beyond = letters.saturating_sub(FEW_LETTERS) as f32;
    let needed = (SURE_IF_SHORT - beyond * NATS_A_LETTER).max(SURE);
    let best = weighed.best(favoured).filter(|best| letters >= LEAST_LETTERS && best.lead >= needed)?;
    Some(best.language)
}

/// Marks what is in Latin letters, if most of it is in no language.
pub(super) fn find_misread(seen: &mut [Seen]) {
    let (nats, letters) = seen
        .iter()
        .filter(|seen| seen.script == Some(Script::Latin))
        .filter_map(|seen| seen.weighed.as_ref())
        .fold((0.0, 0), |(nats, letters), weighed| (nats + weighed.most(), letters + weighed.letters()));
    if letters >= ENOUGH_TOGETHER && nats < READABLE_TOGETHER * letters as f32 {
        seen.iter_mut()
            .filter(|seen| seen.script == Some(Script::Latin))
            .for_each(|seen| seen.misread = true);
    }
}

/// The language of paragraphs that are too short or too odd one by one, taken together.
pub(super) fn of_all(seen: &[Seen]) -> Option<Language> {
    let scripts = seen.iter().filter(|seen| seen.has_nats(READABLE)).map(|seen| (seen.script, seen.letters));
    let script = scripts.max_by_key(|(_, letters)| *letters)?.0;
    let fitting = seen.iter().filter(|seen| seen.script == script && seen.has_nats(READABLE));
    let together = fitting.filter_map(|seen| seen.weighed).reduce(|sum, weighed| sum.and(&weighed))?;
    far_ahead(&together, &[])
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
fn beginning(text: &str) -> Cow<'_, str> {
    let is_sign = |c: char| c.is_numeric() || matches!(c, '\u{FF00}'..='\u{FFEF}') && !c.is_alphabetic();
    let end = text.char_indices().nth(LETTERS_USED).map_or(text.len(), |(end, _)| end);
    let beginning = &text[..end];
    if beginning.contains(is_sign) { beginning.replace(is_sign, " ").into() } else { beginning.into() }
}
