//! Which language each paragraph is in, and the statement.
//!
//! The script is asked first: most have one language. Where several share it, the windows of the text are weighed
//! (`table`): a few words of a language that has letters of its own, or a sentence of another, are enough. What is too
//! short for that is in the language that its page or its statement lets expect, if the script fits, else it is not
//! known: no tag is better than a wrong one. What a page declares is evidence, too, but templates declare the same
//! language for every page, so that it counts only where the text itself is too short to show another. A record of a
//! data set is believed. Scripts that have no table are left to whatlang. Latin letters that are in no language, as
//! scans of other scripts are misread, have none.

mod scripts;
mod seen;
mod symbols;
mod table;
mod weighed;

use verbale_statement::Language;

use seen::Seen;

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
    seen::find_misread(&mut seen);
    let given = |sample: &Sample<'_>| sample.declared.filter(|_| believed);
    let main = declared.filter(|_| believed).unwrap_or_else(|| {
        let own = samples.iter().zip(&seen).map(|(sample, seen)| {
            (given(sample).or_else(|| seen.certain().filter(|_| !seen.is_misread())), seen.letters)
        });
        let fitting = |language: &Language| seen.iter().any(|seen| seen.fits(*language));
        let expected = || {
            declared
                .filter(fitting)
                .or_else(|| Seen::of(title).certain().filter(fitting))
                .or_else(|| seen::of_all(&seen))
                .filter(|_| !seen.iter().any(Seen::is_misread))
        };
        most(own).or_else(expected).unwrap_or(Language::UNDETERMINED)
    });
    let paragraphs: Vec<Language> = samples
        .iter()
        .zip(&seen)
        .map(|(sample, seen)| given(sample).unwrap_or_else(|| seen.language(main, sample.declared)))
        .collect();
    (main, paragraphs)
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

#[cfg(test)]
mod tests;
