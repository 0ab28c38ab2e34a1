//! The pipeline: segment, then normalise and stem.

mod cache;
mod compound;

use std::borrow::Cow;
use std::ops::Range;

use verbale_statement::Language;

use self::cache::Cache;
use crate::languages::{LANGUAGES, Rules, rules};
use crate::normalise::{fold, normalise};
use crate::segment::{LONGEST_WORD, Script, segments};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// How many words come before it.
    pub position: u32,
    /// How many words it takes the place of: 1, or for a compound that is written with hyphens the number of its
    /// parts, which are tokens, too. A compound follows its first part, and has the same position.
    pub span: u32,
    /// The word, folded.
    pub exact: String,
    /// What joins the forms of the word. Of text in a script without spaces it is the pair of this character
    /// and the next; the last character of such a run has none.
    pub stem: Option<Stem>,
}

/// The form under which all inflections of a word are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stem {
    /// The form.
    pub form: String,
    /// A second form under which the word is found as well, where it may be read in two ways.
    pub second: Option<String>,
    /// Bytes of the text that it stands for.
    pub range: Range<usize>,
}

/// A [`Token`] whose forms are lent for as long as it is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'f> {
    /// As in [`Token`].
    pub range: Range<usize>,
    /// As in [`Token`].
    pub position: u32,
    /// As in [`Token`].
    pub span: u32,
    /// As in [`Token`].
    pub exact: &'f str,
    /// The form of the stem, its second form and the bytes it stands for.
    pub stem: Option<(&'f str, Option<&'f str>, Range<usize>)>,
}

/// How text in one language becomes tokens.
pub struct Analyzer {
    rules: &'static Rules,
    /// Its place among all analyzers.
    index: usize,
}

/// The forms of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Forms {
    exact: String,
    stem: String,
    second: Option<String>,
}

/// What an analysis did to a word, step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// The token that came out.
    pub token: Token,
    /// The text it was made from.
    pub segment: String,
    /// The word as the stemmer took it.
    pub normalised: String,
    /// What the stemmer left, before marks were folded.
    pub stemmed: String,
}

static ANALYZERS: [Analyzer; LANGUAGES.len()] = {
    let mut analyzers = [const { Analyzer { rules: LANGUAGES[0], index: 0 } }; LANGUAGES.len()];
    let mut index = 0;
    while index < LANGUAGES.len() {
        analyzers[index] = Analyzer { rules: LANGUAGES[index], index };
        index += 1;
    }
    analyzers
};

impl Analyzer {
    /// The analyzer for text in `language`; every language has one.
    pub fn of(language: Language) -> &'static Analyzer {
        let own = rules(language).language;
        let index = LANGUAGES.iter().position(|rules| rules.language == own);
        &ANALYZERS[index.unwrap_or(LANGUAGES.len() - 1)]
    }

    /// The tokens of `text`, in order.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(text.len() / 6);
        self.visit(text, |found| tokens.push(found.into()));
        tokens
    }

    /// Lends the tokens of `text`, in order, to `take`: [`Analyzer::tokens`] without memory of its own for each.
    pub fn visit(&self, text: &str, mut take: impl FnMut(Found<'_>)) {
        let segments = segments(text, self.rules);
        let mut cache = Cache::lent(self.index, text.len());
        for (index, segment) in segments.iter().enumerate() {
            let range = segment.range.clone();
            if range.len() > LONGEST_WORD {
                // It takes up a position and gives no token.
                continue;
            }
            let position = u32::try_from(index).unwrap_or(u32::MAX);
            let forms = cache.forms(&text[range.clone()], |word| self.forms(word));
            if forms.exact.is_empty() {
                continue;
            }
            let (exact, span) = (forms.exact.as_str(), 1);
            match segment.script {
                Script::Spaced { .. } => {
                    let stem = Some((forms.stem.as_str(), forms.second.as_deref(), range.clone()));
                    take(Found { range, position, span, exact, stem });
                }
                Script::Unspaced { joined } => {
                    let next =
                        segments.get(index + 1).filter(|next| joined && next.range.len() <= LONGEST_WORD);
                    let pair = next.map(|next| range.start..next.range.end);
                    let exact = exact.to_owned();
                    let form = pair
                        .map(|pair| (&*cache.forms(&text[pair.clone()], |two| self.forms(two)).exact, pair));
                    let stem = form.map(|(form, pair)| (form, None, pair));
                    let exact = exact.as_str();
                    take(Found { range, position, span, exact, stem });
                }
            }
            if let Some((joined, range, span)) = compound::beginning_at(text, &segments, index) {
                let forms = cache.forms(&joined, |word| self.forms(word));
                let stem = Some((forms.stem.as_str(), forms.second.as_deref(), range.clone()));
                take(Found { range, position, span, exact: &forms.exact, stem });
            }
        }
    }

    /// The tokens of `text`, each with what every step made of it.
    pub fn steps(&self, text: &str) -> Vec<Steps> {
        let steps = |token: Token| {
            let stands_for = token.stem.as_ref().map_or(&token.range, |stem| &stem.range);
            let segment = text[stands_for.clone()].to_owned();
            let word = if token.span > 1 { compound::joined(&segment) } else { segment.clone() };
            let normalised = normalise(&word, self.rules);
            let stemmed = self.rules.stemmer.stem(&normalised).into_owned();
            Steps { segment, normalised, stemmed, token }
        };
        self.tokens(text).into_iter().map(steps).collect()
    }

    /// What the stemmer by itself leaves of a word in lower case, as the vocabularies of Snowball have it.
    pub fn bare_stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        self.rules.stemmer.stem(word)
    }

    /// Whether `word` is written in a script of the language; if not, it has no forms to be joined.
    pub fn can_write(&self, word: &str) -> bool {
        self.rules.can_write(word)
    }

    /// First parts of words that the language also writes apart or with a hyphen, in lower case: "non".
    pub fn prefixes(&self) -> &'static [&'static str] {
        self.rules.prefixes
    }

    /// Whether the word of this exact form says nothing about what a text in the language is about.
    pub fn is_stop_word(&self, exact: &str) -> bool {
        self.rules.stop_words.contains(&exact)
    }

    fn forms(&self, word: &str) -> Forms {
        let normalised = normalise(word, self.rules);
        let stem = self.rules.stemmer.stem(&normalised);
        let exact = fold(&normalised, self.rules);
        let irregular = self.rules.irregular.and_then(|table| table().stem(&normalised, &stem, self.rules));
        let second = irregular.or_else(|| (self.rules.second_stem)(&normalised, &stem)).or_else(|| {
            let omitted = self.rules.accents_omitted && exact != normalised;
            omitted.then(|| self.rules.stemmer.stem(&exact).into_owned())
        });
        let (stem, second) = (fold(&stem, self.rules), second.map(|form| fold(&form, self.rules)));
        // A stemmer that leaves nothing of a word leaves the word.
        let stem = if stem.is_empty() { exact.clone() } else { stem };
        Forms { second: second.filter(|form| *form != stem && !form.is_empty()), exact, stem }
    }
}

impl Found<'_> {
    /// The forms that join it with other forms of the word.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.stem.iter().flat_map(|(form, second, _)| std::iter::once(*form).chain(*second))
    }
}

impl Stem {
    /// Its forms, under each of which the word is found.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.form.as_str()).chain(self.second.as_deref())
    }
}

impl From<Found<'_>> for Token {
    fn from(found: Found<'_>) -> Self {
        let Found { range, position, span, exact, stem } = found;
        let stem = stem.map(|(form, second, range)| Stem {
            form: form.to_owned(),
            second: second.map(str::to_owned),
            range,
        });
        Self { range, position, span, exact: exact.to_owned(), stem }
    }
}

#[cfg(test)]
mod battery;
#[cfg(test)]
mod tests;
