//! Irregular forms, written down with the word that they are forms of: Spanish dijo of decir, French yeux of œil.

use std::collections::HashMap;

use super::Rules;
use crate::normalise::fold;

/// A word, prefixes with which it makes other words of the same irregularity, and its irregular forms, prefixes and
/// forms between spaces.
///
/// A word that begins with a hyphen is none without a prefix (-ducir). A form that ends in a mark stands for as many
/// forms as the mark has endings. Letters without marks stand for those with marks as well: recu is recu and reçu, but
/// né is né alone.
pub(super) type Paradigm = (&'static str, &'static str, &'static str);

/// A mark at the end of forms, and the endings that it stands for.
pub(super) type Endings = (char, &'static [&'static str]);

/// The irregular forms of a language.
pub(crate) struct Irregular {
    #[cfg(test)]
    paradigms: &'static [Paradigm],
    endings: &'static [Endings],
    /// Words that only look like forms of others.
    others: &'static [&'static str],
    /// The word of each form, which still has its mark.
    words: HashMap<String, String>,
}

impl Irregular {
    /// Makes the table of `paradigms`.
    pub(super) fn of(
        paradigms: &'static [Paradigm],
        endings: &'static [Endings],
        others: &'static [&'static str],
    ) -> Self {
        let mut words = HashMap::new();
        for (word, prefixes, forms) in paradigms {
            let bare = word.trim_start_matches('-');
            let alone = (bare == *word).then_some("");
            for prefix in alone.into_iter().chain(prefixes.split_whitespace()) {
                for form in forms.split_whitespace() {
                    words.entry(format!("{prefix}{form}")).or_insert_with(|| format!("{prefix}{bare}"));
                }
            }
        }
        Self {
            #[cfg(test)]
            paradigms,
            endings,
            others,
            words,
        }
    }

    /// The stem, by the stemmer of `rules`, of the word of which `word` is an irregular form. None if it is none, or
    /// if its own `stem` is the same.
    pub(crate) fn stem(&self, word: &str, stem: &str, rules: &Rules) -> Option<String> {
        let base = self.word(word).or_else(|| self.word(&fold(word, rules)))?;
        let base = rules.stemmer.stem(base);
        (base != stem).then(|| base.into_owned())
    }

    /// The word of which `form` is an irregular form.
    fn word(&self, form: &str) -> Option<&str> {
        if self.others.contains(&form) {
            return None;
        }
        let marked =
            |mark: char, ending: &str| self.words.get(&format!("{}{mark}", form.strip_suffix(ending)?));
        let by_ending = || {
            self.endings.iter().find_map(|(mark, endings)| endings.iter().find_map(|end| marked(*mark, end)))
        };
        self.words.get(form).or_else(by_ending).map(String::as_str)
    }

    /// What is wrong with the table: the order, words that stand there twice, and forms that the stemmer of `rules`
    /// doesn't part from their word, so that they need not stand there.
    #[cfg(test)]
    pub(crate) fn faults(&self, rules: &Rules) -> Vec<String> {
        let Self { paradigms, endings, .. } = self;
        let mut faults = Vec::new();
        for pair in paradigms.windows(2) {
            if fold(pair[0].0, rules) >= fold(pair[1].0, rules) {
                faults.push(format!("{} stands before {}", pair[0].0, pair[1].0));
            }
        }
        let mut seen = HashMap::new();
        for (word, prefixes, forms) in *paradigms {
            // The prefix is no matter of the form, but the stemmer may take a short word for another.
            let prefix =
                if word.starts_with('-') { prefixes.split_whitespace().next().unwrap_or("") } else { "" };
            let base = fold(&rules.stemmer.stem(&format!("{prefix}{}", word.trim_start_matches('-'))), rules);
            for form in forms.split_whitespace() {
                if let Some(other) = seen.insert(format!("{prefix}{form}"), word) {
                    faults.push(format!("{form} is of {other} and of {word}"));
                }
                let (root, ends): (_, &[&str]) = endings
                    .iter()
                    .find_map(|(mark, ends)| Some((form.strip_suffix(*mark)?, *ends)))
                    .unwrap_or((form, &[""]));
                let parted =
                    |end: &&str| fold(&rules.stemmer.stem(&format!("{prefix}{root}{end}")), rules) != base;
                if !ends.iter().any(parted) {
                    faults.push(format!("{form} need not stand under {word}"));
                }
            }
        }
        faults
    }
}
