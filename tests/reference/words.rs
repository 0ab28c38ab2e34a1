//! What the words of a query are looked for by. The rules, in words:
//!
//! - A *word* counts in all its forms. It is read in every language that can write it, and stands in a text of that
//!   language wherever the stem does, in any text wherever the folded form does.
//! - A word of several *parts* (non-proliferation) stands where the parts follow each other, or where it is written as one.
//!   A part before an apostrophe (l'accord) may be missing. A prefix that the language also writes apart may be so.
//! - What may be *read in two ways* counts in both; of many parts only the first three that may be are.
//! - Of *scripts without spaces* every two neighbouring characters are a word of their own, and so is a character that has
//!   no neighbour.
//! - A *pattern* or a word *like* another is one word of the index, hyphens left out, without what is elided before it. Where
//!   a star stands behind several characters of a script without spaces, it says nothing.
//! - A *quotation* stands where its folded forms follow each other, read in every language that can write it.

use std::collections::BTreeSet;

use verbale_analysis::{Analyzer, Stem, Token, is_apostrophe};
use verbale_statement::Language;

use crate::corpus::Corpus;
use crate::similar::{distance, fits};
use crate::sought::{Sought, Way};

/// So many parts may be read in two ways.
const MOST_DOUBLES: usize = 3;

/// What is left of a word without its prefix has at least so many letters.
const SHORTEST_REST: usize = 4;

/// Of shorter words none is like another.
const SHORTEST_SIMILAR: usize = 4;

/// From so many letters on two may differ.
const LONG_SIMILAR: usize = 8;

/// The words that a word as typed is.
pub fn pieces(text: &str, languages: &[Language]) -> Vec<Sought> {
    let tokens: Vec<Token> = plain(text);
    let is_pair = |token: &Token| token.stem.as_ref().is_some_and(|stem| stem.range.end > token.range.end);
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let spaced = tokens[at..].iter().take_while(|token| token.stem.is_some() && !is_pair(token)).count();
        if spaced > 0 {
            let range = tokens[at].range.start..tokens[at + spaced - 1].range.end;
            pieces.push(word(&text[range], languages));
            at += spaced;
            continue;
        }
        let pairs = tokens[at..].iter().take_while(|token| is_pair(token)).count();
        for token in &tokens[at..at + pairs] {
            let stem = token.stem.as_ref().unwrap();
            pieces.push(pair(&stem.form, &text[stem.range.clone()], languages));
        }
        if pairs == 0 {
            pieces.push(quotation(&text[tokens[at].range.clone()], languages));
        }
        // The last of a run is in the last pair.
        at += pairs + 1;
    }
    pieces.retain(|sought| !sought.0.is_empty());
    pieces
}

/// A word that isn't written in a script without spaces.
pub fn word(text: &str, languages: &[Language]) -> Sought {
    let mut ways = Vec::new();
    for language in languages {
        let analyzer = Analyzer::of(*language);
        let (compounds, mut parts): (Vec<_>, Vec<_>) =
            analyzer.tokens(text).into_iter().partition(|token| token.span > 1);
        let whole = compounds.into_iter().filter(|token| token.span as usize == parts.len()).take(1);
        let whole: Vec<Token> = whole.collect();
        let last = parts.len().saturating_sub(1);
        let mut place = 0;
        parts.retain(|token| {
            place += 1;
            place - 1 == last || !text[token.range.end..].starts_with(is_apostrophe)
        });
        add(&mut ways, *language, &parts);
        add(&mut ways, *language, &whole);
        if let [only] = &parts[..] {
            for prefix in analyzer.prefixes() {
                let rest = only.exact.strip_prefix(prefix).filter(|it| it.chars().count() >= SHORTEST_REST);
                if let Some(rest) = rest {
                    add(&mut ways, *language, &analyzer.tokens(&format!("{prefix} {rest}")));
                }
            }
        }
    }
    Sought(ways)
}

/// Adds words that follow each other, as one language reads them.
fn add(ways: &mut Vec<Way>, language: Language, tokens: &[Token]) {
    if tokens.is_empty() {
        return;
    }
    let is_own = tokens.iter().any(|token| Analyzer::of(language).can_write(&token.exact));
    if is_own {
        let mut doubles = 0;
        // The last character of a script without spaces has none: it is in the pair before.
        let stems = tokens.iter().filter_map(|token| token.stem.as_ref());
        let mut forms = |stem: &Stem| -> Vec<String> {
            doubles += usize::from(stem.second.is_some());
            let both = if doubles > MOST_DOUBLES { 1 } else { 2 };
            stem.forms().take(both).map(str::to_owned).collect()
        };
        ways.push(Way::Stems(language, stems.map(&mut forms).collect()));
    }
    if is_own || language == Language::UNDETERMINED {
        ways.push(Way::Exact(tokens.iter().map(|token| token.exact.clone()).collect()));
    }
}

/// Two neighbours of a script without spaces.
fn pair(form: &str, text: &str, languages: &[Language]) -> Sought {
    let mut sought = quotation(text, languages);
    let own = languages.iter().filter(|language| Analyzer::of(**language).can_write(text));
    sought.0.extend(own.map(|language| Way::Pair(*language, form.to_owned())));
    sought
}

/// A quotation.
pub fn quotation(text: &str, languages: &[Language]) -> Sought {
    let can_write = |language: &&Language| {
        **language == Language::UNDETERMINED || Analyzer::of(**language).can_write(text)
    };
    let forms = languages.iter().filter(can_write).map(|language| -> Vec<String> {
        let tokens = Analyzer::of(*language).tokens(text).into_iter();
        tokens.filter(|token| token.span == 1).map(|token| token.exact).collect()
    });
    Sought(forms.filter(|forms| !forms.is_empty()).map(Way::Exact).collect())
}

/// The words of a quotation, each by itself.
pub fn words_of(text: &str, languages: &[Language]) -> Vec<Sought> {
    let words = plain(text).into_iter().map(|token| quotation(&text[token.range], languages));
    words.filter(|sought| !sought.0.is_empty()).collect()
}

/// What the neighbours `first` and `second` are if they are written as one, and the first is a prefix in any language.
pub fn as_one(first: &str, second: &str, languages: &[Language]) -> Option<Sought> {
    let is_word = !second.is_empty() && second.chars().all(char::is_alphabetic) && !has_unspaced(second);
    (is_word && is_prefix(first, languages)).then(|| word(&format!("{first}{second}"), languages))
}

/// Whether any language writes `word` as one with what stands behind it.
pub fn is_prefix(word: &str, languages: &[Language]) -> bool {
    let word = word.to_lowercase();
    languages.iter().any(|language| Analyzer::of(*language).prefixes().contains(&word.as_str()))
}

/// Whether any of it is in a script without spaces.
pub fn has_unspaced(text: &str) -> bool {
    let is_spaced = |token: &Token| token.stem.as_ref().is_some_and(|stem| stem.range == token.range);
    plain(text).iter().any(|token| !is_spaced(token))
}

/// A pattern with `*` and `?`: its letters folded as each language folds them.
pub fn wildcard(pattern: &str, corpus: &Corpus) -> Sought {
    let is_sign = |c: char| matches!(c, '*' | '?');
    if let Some(letters) = pattern.strip_suffix('*').filter(|letters| !letters.contains(is_sign)) {
        let characters = plain(letters);
        let is_spaced = |token: &Token| token.stem.as_ref().is_some_and(|stem| stem.range == token.range);
        let joined = characters.iter().filter(|token| token.stem.is_some()).count() + 1;
        if characters.len() > 1 && joined == characters.len() && !characters.iter().any(is_spaced) {
            return quotation(letters, &corpus.languages);
        }
    }
    let folded = |language: &Language| -> String {
        let fold = |letters: &str| single(letters, *language).unwrap_or_else(|| letters.to_lowercase());
        pattern
            .split_inclusive(is_sign)
            .map(|piece| match piece.strip_suffix(is_sign) {
                Some(letters) => fold(letters) + &piece[letters.len()..],
                None => fold(piece),
            })
            .collect()
    };
    let patterns: BTreeSet<String> = corpus.languages.iter().map(folded).collect();
    let is_fit = |form: &&String| patterns.iter().any(|pattern| fits(pattern, form));
    Sought(vec![Way::OneOf(corpus.forms.iter().filter(is_fit).cloned().collect())])
}

/// Words like one; a short one, or several words, are as a quotation.
pub fn fuzzy(text: &str, most: Option<u8>, corpus: &Corpus) -> Sought {
    let words: BTreeSet<String> =
        corpus.languages.iter().filter_map(|language| single(text, *language)).collect();
    let letters = words.iter().map(|word| word.chars().count()).min().unwrap_or(0);
    if letters < SHORTEST_SIMILAR {
        return quotation(text, &corpus.languages);
    }
    let most = most.map_or(if letters < LONG_SIMILAR { 1 } else { 2 }, usize::from);
    let is_like = |form: &&String| {
        let begins_alike = |word: &&String| word.chars().next() == form.chars().next();
        words.iter().filter(begins_alike).any(|word| distance(word, form) <= most)
    };
    Sought(vec![Way::OneOf(corpus.forms.iter().filter(is_like).cloned().collect())])
}

/// What a word is to the index if it is one: with its hyphens left out, and without what is elided before it.
fn single(text: &str, language: Language) -> Option<String> {
    let tokens = Analyzer::of(language).tokens(text);
    let parts: Vec<&Token> = tokens.iter().filter(|token| token.span == 1).collect();
    let (last, before) = parts.split_last()?;
    if before.iter().all(|token| text[token.range.end..].starts_with(is_apostrophe)) {
        return Some(last.exact.clone());
    }
    let whole = tokens.iter().find(|token| token.span > 1 && token.span as usize == parts.len());
    whole.map(|token| token.exact.clone())
}

/// The words of a text as no language in particular parts them, without compounds.
fn plain(text: &str) -> Vec<Token> {
    let tokens = Analyzer::of(Language::UNDETERMINED).tokens(text).into_iter();
    tokens.filter(|token| token.span == 1).collect()
}
