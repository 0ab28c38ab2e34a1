//! The names of one language, and where they stand in its texts.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

use verbale_analysis::Analyzer;
use verbale_statement::{Language, Mentioned};

use super::traps::{self, Place};
use super::unspaced::Unspaced;
use super::words::{Word, folded, joins, words};

/// Languages with names in the gazetteer, and how their words change.
const LANGUAGES: [(&str, Endings); 21] = [
    ("en", Endings::None),
    ("fr", Endings::None),
    ("es", Endings::None),
    ("pt", Endings::None),
    ("it", Endings::None),
    ("tr", Endings::None),
    ("ar", Endings::Prefixes),
    ("zh", Endings::Unspaced),
    ("ru", Endings::Cases),
    ("uk", Endings::Cases),
    ("be", Endings::Cases),
    ("sr", Endings::Cases),
    ("pl", Endings::Cases),
    ("de", Endings::Cases),
    ("kk", Endings::Cases),
    ("ky", Endings::Cases),
    ("uz", Endings::Cases),
    ("tg", Endings::Cases),
    ("az", Endings::Cases),
    ("hy", Endings::Cases),
    ("ka", Endings::Cases),
];

/// How the words of a language change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Endings {
    /// Names don't.
    None,
    /// Names have cases.
    Cases,
    /// Prepositions and "and" are written as one with the word behind them.
    Prefixes,
    /// Words aren't parted.
    Unspaced,
}

/// How many letters of its first word a name is looked up by.
const KEY: usize = 3;

/// The names of a language.
pub(super) struct Names {
    language: Language,
    endings: Endings,
    /// By the first letters of the first word, longer names first.
    by_beginning: HashMap<String, Vec<Name>>,
    unspaced: Unspaced,
}

/// A name in words.
struct Name {
    words: Vec<NameWord>,
    of: Mentioned,
}

struct NameWord {
    /// As the gazetteer has it.
    text: &'static str,
    folded: String,
    /// What joins its forms, in languages with cases.
    stems: Vec<String>,
    /// Whether it is an abbreviation in capitals.
    in_capitals: bool,
    is_capital: bool,
}

static NAMES: [OnceLock<Names>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];

impl Names {
    /// The names of a language; none if the gazetteer has none in it.
    pub(super) fn of(language: Language) -> Option<&'static Names> {
        let index = LANGUAGES.iter().position(|(code, _)| *code == language.code())?;
        Some(NAMES[index].get_or_init(|| Names::new(language, LANGUAGES[index].1)))
    }

    fn new(language: Language, endings: Endings) -> Self {
        let mut by_beginning: HashMap<String, Vec<Name>> = HashMap::new();
        let mut unspaced = Unspaced::default();
        for (of, name) in Mentioned::names(language.code()) {
            if endings == Endings::Unspaced {
                unspaced.insert(name, of);
                continue;
            }
            let parts = words(name);
            let is_single = parts.len() == 1;
            let words: Vec<NameWord> = parts
                .iter()
                .map(|word| NameWord::new(word.text, language, endings == Endings::Cases, is_single))
                .collect();
            let Some(first) = words.first() else { continue };
            by_beginning.entry(key(&first.folded).to_owned()).or_default().push(Name { words, of });
        }
        for names in by_beginning.values_mut() {
            // Of names with as many words the longer: «Нигерией» begins like «Нигер», too.
            let letters = |name: &Name| name.words.iter().map(|word| word.folded.len()).sum::<usize>();
            names.sort_by_key(|name| Reverse((name.words.len(), letters(name))));
        }
        Self { language, endings, by_beginning, unspaced }
    }

    /// Hands `take` every country and organisation that a text in this language mentions, each time it does.
    pub(super) fn visit(&self, text: &str, mut take: impl FnMut(&Mentioned)) {
        if self.endings == Endings::Unspaced {
            self.unspaced.visit(text, take);
            return;
        }
        let words = words(text);
        let shouted = is_shouted(text);
        let mut at = 0;
        while let Some(first) = words.get(at) {
            let found = self.may_begin(first).then(|| self.name_at(text, &words, at)).flatten();
            let Some(name) = found else {
                at += 1;
                continue;
            };
            let place = Place { text, words: &words, at, length: name.words.len() };
            let abbreviation = name.words.iter().all(|word| word.in_capitals);
            let is_word = shouted && abbreviation && traps::is_word(&name.words[0].folded);
            if !is_word && !traps::is_trap(self.language, &place) {
                take(&name.of);
            }
            at += name.words.len();
        }
    }

    /// Whether a name can begin with a word. Most words have no capital, and needn't be looked up.
    fn may_begin(&self, word: &Word<'_>) -> bool {
        let is_cased = |c: char| c.is_uppercase() || c.is_lowercase();
        word.is_capital()
            || self.endings == Endings::Prefixes
            || word.text.starts_with(|c: char| !is_cased(c))
    }

    /// The longest name that begins with the word `at`.
    fn name_at(&self, text: &str, words: &[Word<'_>], at: usize) -> Option<&Name> {
        let own = folded(words[at].text);
        if self.endings == Endings::Prefixes {
            return bare(&own).into_iter().find_map(|bare| {
                let names = self.by_beginning.get(key(&bare))?;
                names.iter().find(|name| name.words[0].folded == bare && self.goes_on(name, text, words, at))
            });
        }
        let names = self.by_beginning.get(key(&own))?;
        names.iter().find(|name| {
            name.words[0].is(&words[at], &own, self, name.words.len()) && self.goes_on(name, text, words, at)
        })
    }

    /// Whether the words behind the first are those of a name.
    fn goes_on(&self, name: &Name, text: &str, words: &[Word<'_>], at: usize) -> bool {
        let mut rest = name.words[1..].iter().enumerate();
        rest.all(|(offset, wanted)| {
            let (before, Some(word)) = (&words[at + offset], words.get(at + offset + 1)) else {
                return false;
            };
            joins(&text[before.end()..word.start], before.text)
                && wanted.is(word, &folded(word.text), self, name.words.len())
        })
    }
}

impl NameWord {
    fn new(text: &'static str, language: Language, has_cases: bool, is_single: bool) -> Self {
        let in_capitals = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
        Self {
            text,
            folded: folded(text),
            stems: if has_cases && !in_capitals && !(is_single && is_unchanging(text)) {
                stems(text, language)
            } else {
                Vec::new()
            },
            in_capitals,
            is_capital: text.starts_with(char::is_uppercase),
        }
    }

    /// Whether a word of a text is this one, of a name with so many words.
    fn is(&self, word: &Word<'_>, own: &str, names: &Names, length: usize) -> bool {
        if self.in_capitals {
            return word.text == self.text;
        }
        if self.is_capital && !word.is_capital() {
            return false;
        }
        if own == self.folded {
            return true;
        }
        if self.stems.is_empty() {
            return false;
        }
        let letters = self.folded.chars().count();
        let same = own.chars().zip(self.folded.chars()).take_while(|(one, other)| one == other).count();
        // Adjectives change two letters: Южная, Южной. A consonant at the end stays.
        let may_lose = match (length > 1 && letters > 4, self.folded.ends_with(is_vowel)) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => 0,
        };
        same + may_lose >= letters
            && own.chars().count() <= letters + LONGEST_ENDING
            && stems(word.text, names.language)
                .iter()
                .any(|stem| self.stems.iter().any(|own| alike(own, stem)))
    }
}

/// The longest ending, in letters, beyond the nominative: Қазақстандағы.
const LONGEST_ENDING: usize = 5;

/// Whether a name by itself has no cases although its language does: foreign names on -o, -u, -i and -e in Slavic
/// languages. With other endings they would be words (Мали, Перу, Того).
fn is_unchanging(text: &str) -> bool {
    text.chars().count() < 3 || text.ends_with(['о', 'у', 'и', 'э', 'е', 'ю', 'i', 'o', 'u'])
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'я' | 'ь' | 'й' | 'a' | 'e' | 'ი' | 'ա' | 'ы')
}

/// The forms under which a word is found.
fn stems(word: &str, language: Language) -> Vec<String> {
    let stem = Analyzer::of(language).tokens(word).into_iter().next().and_then(|token| token.stem);
    stem.map_or_else(Vec::new, |stem| std::iter::once(stem.form).chain(stem.second).collect())
}

/// Whether two stems are one but for a letter, as those of «Корея» and «Корее» are.
fn alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    long.strip_prefix(short).is_some_and(|rest| rest.chars().count() <= 1)
}

/// Whether most letters of a text are capitals.
fn is_shouted(text: &str) -> bool {
    let (mut capitals, mut letters) = (0usize, 0usize);
    for c in text.chars().take(200).filter(|c| c.is_alphabetic()) {
        letters += 1;
        capitals += usize::from(c.is_uppercase());
    }
    letters > 12 && capitals * 10 > letters * 7
}

fn key(folded: &str) -> &str {
    folded.char_indices().nth(KEY).map_or(folded, |(end, _)| &folded[..end])
}

/// An Arabic word as it stands, and without what may be written as one with it: "and" and "so", then "in", "as", "for".
fn bare(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let without_and = word.strip_prefix(['و', 'ف']);
    forms.extend(without_and.map(str::to_owned));
    for start in [Some(word), without_and].into_iter().flatten() {
        if let Some(rest) = start.strip_prefix("لل") {
            forms.push(format!("ال{rest}"));
        } else if let Some(rest) = start.strip_prefix(['ب', 'ك', 'ل']) {
            forms.push(rest.to_owned());
        }
    }
    forms
}
