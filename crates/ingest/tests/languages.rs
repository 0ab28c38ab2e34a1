//! How often a text gets its language, on sentences and paragraphs whose language is known.
//!
//! ```text
//! cargo test -p verbale-ingest --release --test languages -- --nocapture
//! ```
//!
//! prints a table by language and what was taken for what. The texts are not part of the checkout: they are looked for
//! in `../shared/corpora/langid` beside it, or below where `VERBALE_CORPORA` says. Where they are missing, the tests
//! say so, and pass. A third of the texts, by a hash, was not looked at while the thresholds were chosen; its figures
//! stand in a row of their own.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use verbale_ingest::language_of;
use verbale_statement::Language;

/// The languages that have to be right.
const HELD: [&str; 21] = [
    "ar", "az", "be", "de", "en", "es", "fa", "fr", "hy", "it", "ka", "kk", "ky", "pt", "ru", "sr", "tg",
    "tr", "uk", "uz", "zh",
];

/// Of a hundred texts in one language, how many are right at least.
const SENTENCES: f64 = 99.0;
const PARAGRAPHS: f64 = 99.3;

/// A text and its language.
struct Known {
    language: Language,
    text: String,
}

impl Known {
    fn length(&self) -> usize {
        self.text.chars().count()
    }

    fn was_looked_at(&self) -> bool {
        !Sha256::digest(&self.text)[0].is_multiple_of(3)
    }
}

fn known(file: &str) -> Option<Vec<Known>> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora");
    let corpora = std::env::var_os("VERBALE_CORPORA").map_or(beside, PathBuf::from);
    let Ok(text) = fs::read_to_string(corpora.join("langid").join(file)) else {
        // Past the capture of the test harness, so that it is seen; nothing is left to be done if it can't be said.
        let _ = writeln!(std::io::stderr(), "skipped: there is no langid/{file} in {}", corpora.display());
        return None;
    };
    let lines = text.lines().map(|line| line.split_once('\t').unwrap());
    Some(lines.map(|(code, text)| Known { language: code.parse().unwrap(), text: text.to_owned() }).collect())
}

/// What came of texts in one language, or of several.
#[derive(Default)]
struct Counts {
    texts: usize,
    right: usize,
    unknown: usize,
}

impl Counts {
    fn add(&mut self, is: Language, said: Language) {
        self.texts += 1;
        self.right += usize::from(said == is);
        self.unknown += usize::from(said == Language::UNDETERMINED);
    }

    fn percent(&self) -> f64 {
        100.0 * self.right as f64 / self.texts as f64
    }

    fn wrong(&self) -> f64 {
        100.0 * (self.texts - self.right - self.unknown) as f64 / self.texts as f64
    }

    fn print(&self, name: &str) {
        let Self { texts, right, unknown } = self;
        println!("| {name} | {texts} | {right} | {unknown} | {:.2} |", self.percent());
    }
}

/// Prints a table of texts, and gives the counts of all, and of those that weren't looked at.
fn table(name: &str, texts: &[Known]) -> (Counts, Counts) {
    let mut languages: BTreeMap<Language, Counts> = BTreeMap::new();
    let mut pairs: BTreeMap<(Language, Language), usize> = BTreeMap::new();
    let (mut all, mut apart) = (Counts::default(), Counts::default());
    for known in texts {
        let said = language_of(&known.text);
        languages.entry(known.language).or_default().add(known.language, said);
        if !HELD.contains(&known.language.code()) {
            continue;
        }
        all.add(known.language, said);
        if !known.was_looked_at() {
            apart.add(known.language, said);
        } else if said != known.language {
            *pairs.entry((known.language, said)).or_default() += 1;
        }
    }
    println!("\n| {name} | texts | right | not known | right, % |\n|---|---|---|---|---|");
    for (language, counts) in &languages {
        let held = if HELD.contains(&language.code()) { "" } else { " (not held)" };
        counts.print(&format!("{language}{held}"));
    }
    all.print("all that are held");
    apart.print("… not looked at");
    let pairs: Vec<_> = pairs.iter().map(|((is, said), count)| format!("{is} as {said}: {count}")).collect();
    println!("{}", pairs.join(", "));
    (all, apart)
}

fn hold(file: &str, is_of_length: impl Fn(usize) -> bool, name: &str, least: f64) {
    let Some(mut texts) = known(file) else { return };
    texts.retain(|known| is_of_length(known.length()));
    let (all, apart) = table(name, &texts);
    assert!(all.percent() >= least, "{name}: {:.2} % are right", all.percent());
    assert!(apart.percent() >= least, "{name}, not looked at: {:.2} % are right", apart.percent());
}

#[test]
fn sentences_get_their_language() {
    hold("sentences.tsv", |length| (40..150).contains(&length), "sentences", SENTENCES);
}

#[test]
fn long_sentences_get_their_language() {
    hold("sentences.tsv", |length| length >= 150, "long sentences", PARAGRAPHS);
}

#[test]
fn sentences_of_the_declaration_get_their_language() {
    hold("declaration.tsv", |length| (40..150).contains(&length), "declaration, sentences", SENTENCES);
}

#[test]
fn paragraphs_of_the_declaration_get_their_language() {
    hold("declaration.tsv", |length| length >= 150, "declaration, paragraphs", PARAGRAPHS);
}

#[test]
fn few_words_are_rather_not_known_than_wrong() {
    let Some(mut pairs) = known("word-pairs.tsv") else { return };
    pairs.retain(|known| known.length() < 40);
    let (all, _) = table("two words", &pairs);
    assert!(all.wrong() <= 1.0, "{:.2} % of pairs of words are wrong", all.wrong());

    let Some(sentences) = known("sentences.tsv") else { return };
    let headings = sentences.iter().filter_map(|known| {
        let words: Vec<&str> = known.text.split_whitespace().collect();
        let middle = words.len() / 2;
        let three = words.get(middle.checked_sub(2)?..=middle).filter(|_| words.len() > 6)?;
        Some(Known { language: known.language, text: three.join(" ") })
    });
    let (all, _) = table("three words", &headings.collect::<Vec<_>>());
    assert!(all.wrong() <= 1.0, "{:.2} % of three words are wrong", all.wrong());
}
