//! The words of a query in all forms that count.

use std::ops::Range;

use verbale_analysis::{Analyzer, Token, is_apostrophe};
use verbale_statement::Language;

use super::Open;

/// Words that follow each other, and the forms in which they count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// By language, the stems: they match text of that language only. Empty for a quotation.
    pub stems: Vec<(Language, Vec<String>)>,
    /// Folded word forms that match in any language; alternatives, as languages part words differently.
    pub exact: Vec<Vec<String>>,
    /// Forms that are like what was asked for, with the number of letters in which they differ, 1 or more.
    pub similar: Vec<(String, u8)>,
    /// What the reader left open: the index fills in which `exact` and `similar` forms fit ([`crate::Engine::expand`]).
    pub open: Option<Open>,
}

/// Of a word with several parts, each read in two ways, not more readings than these are followed.
const MOST_READINGS: usize = 8;

/// What is left of a word behind a prefix has at least so many characters to be a word of its own.
const SHORTEST_REST: usize = 4;

/// A word as typed may be several to the analyzer: 安全合作 is three pairs of characters, each a condition of
/// its own, whereas the parts of `non-proliferation` have to follow each other.
pub(super) fn pieces(text: &str, languages: &[Language]) -> Vec<Pattern> {
    let mut tokens = Analyzer::of(Language::UNDETERMINED).tokens(text);
    tokens.retain(|token| token.span == 1);
    let is_pair = |token: &Token| token.stem.as_ref().is_some_and(|stem| stem.range.end > token.range.end);
    let mut patterns = Vec::new();
    let mut spaced: Option<Range<usize>> = None;
    for (index, token) in tokens.iter().enumerate() {
        let pair = is_pair(token);
        let closes_run = token.stem.is_none() && index > 0 && is_pair(&tokens[index - 1]);
        let alone = token.stem.is_none() && !closes_run;
        if pair || closes_run || alone {
            patterns.extend(spaced.take().map(|range| Pattern::word(&text[range], languages)));
        }
        match &token.stem {
            Some(stem) if pair => {
                patterns.push(Pattern::pair(&stem.form, &text[stem.range.clone()], languages))
            }
            None if closes_run => {}
            None => patterns.push(Pattern::phrase(&text[token.range.clone()], languages)),
            Some(_) => {
                let start = spaced.as_ref().map_or(token.range.start, |range| range.start);
                spaced = Some(start..token.range.end);
            }
        }
    }
    patterns.extend(spaced.map(|range| Pattern::word(&text[range], languages)));
    patterns
}

/// Two words that may be written as one: `non` and `proliferation`; in a script without spaces they can't.
pub(super) fn joined(first: &str, second: &str, languages: &[Language]) -> Option<Pattern> {
    let prefix = first.to_lowercase();
    let is_word = !second.is_empty() && second.chars().all(char::is_alphabetic);
    let known = || languages.iter().any(|own| Analyzer::of(*own).prefixes().contains(&prefix.as_str()));
    let whole = format!("{first}{second}");
    let is_one = || Analyzer::of(Language::UNDETERMINED).tokens(&whole).len() == 1;
    (is_word && known() && is_one()).then(|| Pattern::word(&whole, languages))
}

impl Pattern {
    /// A word in all its forms. If it has several parts, they stand one behind the other, or are written as one; an
    /// elided word before it (l'accord) may be missing.
    pub(super) fn word(text: &str, languages: &[Language]) -> Self {
        let mut pattern = Self::default();
        for language in languages.iter().copied() {
            let analyzer = Analyzer::of(language);
            let (compounds, mut parts): (Vec<_>, Vec<_>) =
                analyzer.tokens(text).into_iter().partition(|token| token.span > 1);
            let count = parts.len();
            let whole = compounds.into_iter().find(|token| token.span as usize == count);
            let last = parts.last().map_or(0, |token| token.range.start);
            parts.retain(|token| {
                token.range.start == last || !text[token.range.end..].starts_with(is_apostrophe)
            });
            pattern.add(language, &parts);
            pattern.add(language, whole.as_slice());
            if let [only] = parts.as_slice() {
                for apart in apart(analyzer, &only.exact) {
                    pattern.add(language, &analyzer.tokens(&apart));
                }
            }
        }
        pattern
    }

    /// Adds words that follow each other: their exact forms, and their stems if the language can write them.
    fn add(&mut self, language: Language, tokens: &[Token]) {
        let exact: Vec<String> = tokens.iter().map(|token| token.exact.clone()).collect();
        if exact.is_empty() {
            return;
        }
        let own = exact.iter().any(|form| Analyzer::of(language).can_write(form));
        if own {
            self.stems.extend(readings(tokens).into_iter().map(|stems| (language, stems)));
        }
        if (own || language == Language::UNDETERMINED) && !self.exact.contains(&exact) {
            self.exact.push(exact);
        }
    }

    /// Whether it is a stop word of the language.
    pub(super) fn is_stop_word(&self, language: Language) -> bool {
        let listed = |form: &str| Analyzer::of(language).is_stop_word(form);
        self.exact.iter().any(|forms| matches!(forms.as_slice(), [only] if listed(only)))
    }

    /// Whether each stem stands for two exact forms: neighbouring characters of a script without spaces.
    pub fn is_pair(&self) -> bool {
        !self.stems.is_empty()
            && self.stems.iter().all(|(_, stems)| stems.len() == 1)
            && self.exact.iter().all(|forms| forms.len() > 1)
    }

    /// Two neighbouring characters of a script without spaces: their bigram in every language.
    fn pair(form: &str, text: &str, languages: &[Language]) -> Self {
        let mut pattern = Self::phrase(text, languages);
        let written = languages.iter().filter(|own| Analyzer::of(**own).can_write(text));
        pattern.stems = written.map(|language| (*language, vec![form.to_owned()])).collect();
        pattern
    }

    /// Words in exactly these forms, one behind the other.
    pub(super) fn phrase(text: &str, languages: &[Language]) -> Self {
        let mut exact: Vec<Vec<String>> = Vec::new();
        let own = |language: &Language| {
            *language == Language::UNDETERMINED || Analyzer::of(*language).can_write(text)
        };
        for language in languages.iter().filter(|language| own(language)) {
            let tokens = Analyzer::of(*language).tokens(text).into_iter();
            let forms: Vec<_> = tokens.filter(|token| token.span == 1).map(|token| token.exact).collect();
            if !forms.is_empty() && !exact.contains(&forms) {
                exact.push(forms);
            }
        }
        Self { exact, ..Self::default() }
    }

    /// Words of the index that fit.
    pub(super) fn open(open: Open) -> Self {
        Self { open: Some(open), ..Self::default() }
    }

    /// Every form that is looked for as it is written: those that were asked for, and those like them.
    pub fn exact_and_similar(&self) -> impl Iterator<Item = &[String]> {
        let similar = self.similar.iter().map(|(word, _)| std::slice::from_ref(word));
        self.exact.iter().map(Vec::as_slice).chain(similar)
    }

    /// Whether there is no word in it.
    pub(super) fn is_blank(&self) -> bool {
        self.exact.is_empty() && self.open.is_none()
    }
}

/// The stems of words that follow each other, one for each way in which they may be read.
fn readings(tokens: &[Token]) -> Vec<Vec<String>> {
    let mut readings: Vec<Vec<String>> = vec![Vec::new()];
    for stem in tokens.iter().filter_map(|token| token.stem.as_ref()) {
        let followed = if readings.len() * 2 <= MOST_READINGS { 2 } else { 1 };
        let with = |form: &str| {
            readings.iter().map(|before| [before.as_slice(), &[form.to_owned()]].concat()).collect()
        };
        let next: Vec<Vec<Vec<String>>> = stem.forms().take(followed).map(with).collect();
        readings = next.concat();
    }
    readings.retain(|stems| !stems.is_empty());
    readings
}

/// The word with a space behind each prefix of the language that it begins with: nonproliferation, non proliferation.
fn apart(analyzer: &Analyzer, word: &str) -> Vec<String> {
    let rest = |prefix: &&str| {
        let rest = word.strip_prefix(*prefix)?;
        (rest.chars().count() >= SHORTEST_REST).then(|| format!("{prefix} {rest}"))
    };
    analyzer.prefixes().iter().filter_map(rest).collect()
}
